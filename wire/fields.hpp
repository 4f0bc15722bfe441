// One declaration, both ways: writes and reads any struct of the core that names its members in `fields`.
//
// Reading is strict: a member that must be there and is not, a member nobody knows, a wrong type, an unknown
// name, a text over its bound or with control characters each stop it, and the answer says which member
// (rules CM4, CM5, CM6). Nothing throws. Numbers are whole.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/record/rows.hpp"
#include "wire/json.hpp"

namespace kith::wire {

// Where reading stopped: the rule that was broken and the member's path, as "body.ring".
struct FieldFault {
  std::string_view rule;
  std::string member;
};

inline constexpr std::size_t list_items_max = 1000;
inline constexpr Instant instant_max{7258118400000};  // 2200-01-01: CM6

namespace shape {
template <class T>
concept AnId = requires(T id) {
  id.hi, id.lo, id.is_nil();
};
template <class T>
concept AText = requires(T value) {
  value.text, T::bytes_max;
};
template <class T>
concept ANameSet = requires(T set) {
  set.bits, set.covers(set);
};
template <class T>
struct ElementOf;
template <class E>
struct ElementOf<NameSet<E>> {
  using type = E;
};
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
}  // namespace shape

template <class T>
Json encode(T const& value);

class MemberWriter {
 public:
  template <class T>
  void operator()(std::string_view name, T const& value) {
    object_.emplace(std::string(name), encode(value));
  }
  template <class T>
  void maybe(std::string_view name, std::optional<T> const& value) {
    if (value) operator()(name, *value);
  }
  template <class T>
  void maybe(std::string_view name, T const& value) {
    if (value != T{}) operator()(name, value);
  }
  Json take() { return Json(std::move(object_)); }

 private:
  Json::object_t object_;
};

template <class T>
Json encode(T const& value) {
  if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::string>)
    return value;
  else if constexpr (shape::is_optional<T>)
    return value ? encode(*value) : Json(nullptr);
  else if constexpr (std::is_integral_v<T>)
    return static_cast<std::int64_t>(value);
  else if constexpr (Named<T>)
    return std::string(kith::name_of(value));
  else if constexpr (shape::AnId<T> || std::is_same_v<T, Party> || std::is_same_v<T, Day> ||
                     std::is_same_v<T, Instant>)
    return text_of(value);
  else if constexpr (std::is_same_v<T, Ring>)
    return number_of(value);
  else if constexpr (shape::AText<T>)
    return value.text;
  else if constexpr (std::is_same_v<T, SupportSet>) {
    Json list = Json::array();
    for (auto support : all<Support>())
      if (value.has(support)) list.push_back(std::string(kith::name_of(support)));
    return list;
  } else if constexpr (shape::ANameSet<T>) {
    Json list = Json::array();
    for (auto item : all<typename shape::ElementOf<T>::type>())
      if (value.has(item)) list.push_back(std::string(kith::name_of(item)));
    return list;
  } else if constexpr (shape::is_list<T>) {
    Json list = Json::array();
    for (auto const& item : value) list.push_back(encode(item));
    return list;
  } else if constexpr (std::is_same_v<T, Standing>) {
    MemberWriter writer;
    writer("ring", value.ring), writer.maybe("angle", value.angle);
    return writer.take();
  } else {
    MemberWriter writer;
    T::fields(value, writer);
    return writer.take();
  }
}

// Reads one value; false and a fault (its member "" when it is this value itself) when it cannot be.
template <class T>
bool decode(Json const& json, T& value, FieldFault& fault);

class MemberReader {
 public:
  MemberReader(Json::object_t const& object, FieldFault& fault) : object_(object), fault_(fault) {}
  template <class T>
  void operator()(std::string_view name, T& value) {
    auto const* json = look(name);
    if (!json) return stop("CM4", name);
    take(name, *json, value);
  }
  template <class T>
  void maybe(std::string_view name, std::optional<T>& value) {
    auto const* json = look(name);
    if (json && !json->is_null()) take(name, *json, value.emplace());
  }
  template <class T>
  void maybe(std::string_view name, T& value) {
    auto const* json = look(name);
    if (json && !json->is_null()) take(name, *json, value);
  }
  // Afterwards: a member nobody asked for is refused.
  bool finish() {
    for (auto const& entry : object_) {
      if (stopped_) break;
      if (std::ranges::find(known_, entry.first) == known_.end()) stop("CM4", entry.first.substr(0, 60));
    }
    return !stopped_;
  }

 private:
  Json const* look(std::string_view name) {
    known_.push_back(name);
    if (stopped_) return nullptr;
    auto const spot = object_.find(std::string(name));
    return spot == object_.end() ? nullptr : &spot->second;
  }
  template <class T>
  void take(std::string_view name, Json const& json, T& value) {
    if (stopped_ || decode(json, value, fault_)) return;
    stopped_ = true;
    fault_.member = fault_.member.empty() ? std::string(name) : std::string(name) + "." + fault_.member;
  }
  void stop(std::string_view rule, std::string_view name) {
    if (stopped_) return;
    stopped_ = true;
    fault_ = {rule, std::string(name)};
  }

  Json::object_t const& object_;
  FieldFault& fault_;
  std::vector<std::string_view> known_;
  bool stopped_ = false;
};

inline bool broken(FieldFault& fault, std::string_view rule) {
  fault = {rule, ""};
  return false;
}

template <class E, class Set>
bool decode_set(Json const& json, Set& set, FieldFault& fault) {
  auto const* list = json.get_ptr<Json::array_t const*>();
  if (!list || list->size() > count_of<E>) return broken(fault, "CM4");
  for (auto const& item : *list) {
    auto const* text = item.get_ptr<Json::string_t const*>();
    auto const value = text ? named<E>(*text) : std::nullopt;
    if (!value) return broken(fault, "CM4");
    set = set.with(*value);
  }
  return true;
}

template <class T>
bool decode(Json const& json, T& value, FieldFault& fault) {
  auto const* text = json.get_ptr<Json::string_t const*>();
  auto const* whole = json.get_ptr<Json::number_integer_t const*>();
  auto const keep = [&](auto const& parsed, std::string_view rule) {
    if (!parsed) return broken(fault, rule);
    value = *parsed;
    return true;
  };
  if constexpr (std::is_same_v<T, bool>) {
    auto const* flag = json.get_ptr<Json::boolean_t const*>();
    return flag ? (value = *flag, true) : broken(fault, "CM4");
  } else if constexpr (std::is_same_v<T, Ring>) {
    return keep(whole ? ring_of(*whole) : std::nullopt, "CM4");
  } else if constexpr (std::is_integral_v<T>) {
    if (!whole || *whole < std::numeric_limits<T>::min() || *whole > std::numeric_limits<T>::max())
      return broken(fault, "CM4");
    value = static_cast<T>(*whole);
    return true;
  } else if constexpr (Named<T>) {
    return keep(text ? named<T>(*text) : std::nullopt, "CM4");
  } else if constexpr (shape::AnId<T>) {
    return keep(text ? parse_id<T>(*text) : std::nullopt, "CM4");
  } else if constexpr (std::is_same_v<T, Party>) {
    return keep(text ? parse_party(*text) : std::nullopt, "CM4");
  } else if constexpr (std::is_same_v<T, Day>) {
    if (!text) return broken(fault, "CM4");
    return keep(parse_day(*text), "CM6");
  } else if constexpr (std::is_same_v<T, Instant>) {
    if (!text) return broken(fault, "CM4");
    auto const instant = parse_instant(*text);
    if (instant && (instant->ms < 0 || *instant >= instant_max)) return broken(fault, "CM6");
    return keep(instant, "CM6");
  } else if constexpr (shape::AText<T>) {
    if (!text) return broken(fault, "CM4");
    if (!is_sound_text(*text, T::bytes_max)) return broken(fault, "CM5");
    value.text = *text;
    return true;
  } else if constexpr (std::is_same_v<T, SupportSet>) {
    return decode_set<Support>(json, value, fault);
  } else if constexpr (shape::ANameSet<T>) {
    return decode_set<typename shape::ElementOf<T>::type>(json, value, fault);
  } else if constexpr (shape::is_list<T>) {
    auto const* list = json.get_ptr<Json::array_t const*>();
    if (!list || list->size() > list_items_max) return broken(fault, "CM4");
    for (auto const& item : *list)
      if (!decode(item, value.emplace_back(), fault)) return false;
    return true;
  } else {
    auto const* object = json.get_ptr<Json::object_t const*>();
    if (!object) return broken(fault, "CM4");
    MemberReader reader(*object, fault);
    if constexpr (std::is_same_v<T, Standing>)
      reader("ring", value.ring), reader.maybe("angle", value.angle);
    else
      T::fields(value, reader);
    return reader.finish();
  }
}

}  // namespace kith::wire
