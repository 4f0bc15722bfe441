// One declaration, both ways: writes and reads any struct of the core that names its members in `fields`.
//
// Reading is strict: a member that must be there and is not, a member nobody knows, a wrong type, an unknown
// name, a text over its bound or with control characters each stop it, and the answer says which member
// (rules CM4, CM5, CM6). Nothing throws. Numbers are whole.
//
// A struct lists its members, each with the codec of its type; one loop writes any such list and one reads it
// (wire/fields.cpp). A loop for each type would be a quarter of the browser module.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
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
bool broken(FieldFault& fault, std::string_view rule);  // false, for `return broken(…)`

inline constexpr std::size_t list_items_max = 1000;
inline constexpr std::size_t members_max = 40;        // of one struct
inline constexpr Instant instant_max{7258118400000};  // 2200-01-01: CM6

// How the values of one type become JSON and come from it; what they point to is of that type.
struct Codec {
  Json (*write)(void const* value);
  bool (*read)(Json const& json, void* value, FieldFault& fault);  // none: of this type we only tell
};
enum class Ways { both, out };  // out: what is only told, such as a view, has no code to read it

class MemberList {
 public:
  // `is_absent` says of a member that may be left out whether it is; none: the member must be there.
  void add(char const* name, void const* value, Codec const& codec, bool (*is_absent)(void const*));
  Json write() const;
  // Into the listed members, which must not be const. Refuses a member that is not in the list.
  bool read(Json const& json, FieldFault& fault) const;

 private:
  struct Member {
    char const* name;
    void const* value;
    Codec const* codec;
    bool (*is_absent)(void const*);
  };
  std::span<Member const> all() const { return {members_, count_}; }
  Member members_[members_max];
  std::size_t count_ = 0;
};

namespace shape {
template <class T, Ways ways>
Json write(void const* at);
template <class T>
bool read(Json const& json, void* at, FieldFault& fault);
}  // namespace shape

template <class T, Ways ways>
inline constexpr Codec codec{shape::write<T, ways>, nullptr};
template <class T>
inline constexpr Codec codec<T, Ways::both>{shape::write<T, Ways::both>, shape::read<T>};

template <class T>
bool is_absent(void const* value) {
  auto const& it = *static_cast<T const*>(value);
  if constexpr (requires { it.has_value(); })
    return !it.has_value();
  else if constexpr (requires { it.empty(); })
    return it.empty();
  else
    return it == T{};
}

// What `fields` is handed: it takes down the members in their order.
template <Ways ways = Ways::both>
class Members : public MemberList {
 public:
  template <class T>
  void operator()(char const* name, T const& value) {
    add(name, &value, codec<T, ways>, nullptr);
  }
  template <class T>
  void maybe(char const* name, T const& value) {
    add(name, &value, codec<T, ways>, is_absent<T>);
  }
};

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
inline constexpr bool is_name_set = false;
template <class E>
inline constexpr bool is_name_set<NameSet<E>> = true;
template <>
inline constexpr bool is_name_set<SupportSet> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

using NameTable = std::span<std::string_view const>;
template <class E>
NameTable names_in(NameSet<E>) {
  return names<E>;
}
inline NameTable names_in(SupportSet) { return names<Support>; }

Json write_flag(bool value);
Json write_whole(std::int64_t value);
Json write_text(std::string text);
Json write_names(std::uint32_t bits, NameTable table);
Json write_items(void const* first, std::size_t count, std::size_t item_bytes, Codec const& codec);

bool read_into(bool& value, Json const& json, FieldFault& fault);
bool read_into(Day& value, Json const& json, FieldFault& fault);
bool read_into(Instant& value, Json const& json, FieldFault& fault);
bool read_into(Party& value, Json const& json, FieldFault& fault);
bool read_into(IdBits& value, Json const& json, FieldFault& fault);
bool read_whole(Json const& json, std::int64_t least, std::int64_t most, std::int64_t& value,
                FieldFault& fault);
bool read_text(Json const& json, std::size_t bytes_max, std::string& text, FieldFault& fault);
bool read_name(Json const& json, NameTable table, std::size_t& which, FieldFault& fault);
bool read_names(Json const& json, NameTable table, std::uint32_t& bits, FieldFault& fault);
std::optional<std::size_t> items_in(Json const& json, FieldFault& fault);
bool read_items(Json const& json, void* first, std::size_t item_bytes, Codec const& codec, FieldFault& fault);

template <class T, class List>
void list_members(T const& value, List& members) {
  if constexpr (std::is_same_v<T, Standing>)
    members("ring", value.ring), members.maybe("angle", value.angle);
  else
    T::fields(value, members);
}

template <class T, Ways ways>
Json write(void const* at) {
  auto const& value = *static_cast<T const*>(at);
  if constexpr (std::is_same_v<T, bool>) {
    return write_flag(value);
  } else if constexpr (is_optional<T>) {
    return value ? codec<typename T::value_type, ways>.write(&*value) : Json();
  } else if constexpr (is_list<T>) {
    using Item = typename T::value_type;
    return write_items(value.data(), value.size(), sizeof(Item), codec<Item, ways>);
  } else if constexpr (is_name_set<T>) {
    return write_names(value.bits, names_in(value));
  } else if constexpr (std::is_integral_v<T>) {
    return write_whole(static_cast<std::int64_t>(value));
  } else if constexpr (std::is_same_v<T, Ring>) {
    return write_whole(number_of(value));
  } else if constexpr (std::is_same_v<T, std::string>) {
    return write_text(value);
  } else if constexpr (Named<T>) {
    return write_text(std::string(name_of(value)));
  } else if constexpr (AText<T>) {
    return write_text(value.text);
  } else if constexpr (requires { text_of(value); }) {
    return write_text(text_of(value));
  } else {
    Members<ways> members;
    list_members(value, members);
    return members.write();
  }
}

template <class T>
bool read(Json const& json, void* at, FieldFault& fault) {
  auto& value = *static_cast<T*>(at);
  if constexpr (requires { read_into(value, json, fault); }) {
    return read_into(value, json, fault);
  } else if constexpr (is_optional<T>) {
    return json.is_null() || codec<typename T::value_type, Ways::both>.read(json, &value.emplace(), fault);
  } else if constexpr (is_list<T>) {
    using Item = typename T::value_type;
    auto const count = items_in(json, fault);
    if (!count) return false;
    value.resize(*count);
    return read_items(json, value.data(), sizeof(Item), codec<Item, Ways::both>, fault);
  } else if constexpr (is_name_set<T>) {
    std::uint32_t bits = 0;
    if (!read_names(json, names_in(value), bits, fault)) return false;
    value.bits = static_cast<decltype(value.bits)>(bits);
    return true;
  } else if constexpr (std::is_same_v<T, Ring>) {
    std::int64_t number = 0;
    if (!read_whole(json, number_of(Ring::inner), number_of(Ring::outer), number, fault)) return false;
    value = *ring_of(number);
    return true;
  } else if constexpr (std::is_integral_v<T>) {
    static_assert(std::is_signed_v<T> || sizeof(T) < sizeof(std::int64_t));
    std::int64_t number = 0;
    using Bounds = std::numeric_limits<T>;
    if (!read_whole(json, Bounds::min(), Bounds::max(), number, fault)) return false;
    value = static_cast<T>(number);
    return true;
  } else if constexpr (Named<T>) {
    std::size_t which = 0;
    if (!read_name(json, names<T>, which, fault)) return false;
    value = static_cast<T>(which);
    return true;
  } else if constexpr (AText<T>) {
    return read_text(json, T::bytes_max, value.text, fault);
  } else if constexpr (AnId<T>) {
    IdBits bits;
    if (!read_into(bits, json, fault)) return false;
    value = {bits.hi, bits.lo};
    return true;
  } else {
    Members<> members;
    list_members(value, members);
    return members.read(json, fault);
  }
}
}  // namespace shape

template <class T>
Json encode(T const& value) {
  return codec<T, Ways::both>.write(&value);
}

// Reads one value; false and a fault (its member "" when it is this value itself) when it cannot be.
template <class T>
bool decode(Json const& json, T& value, FieldFault& fault) {
  return codec<T, Ways::both>.read(json, &value, fault);
}

}  // namespace kith::wire
