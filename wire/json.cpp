#include "wire/json.hpp"

#include <vector>

namespace kith::wire {
namespace {

// Feeds nlohmann's parser and stops at the first thing we do not accept. Keys already seen are kept per open
// object, because nlohmann silently keeps the last of two equal keys.
class StrictReader final : public nlohmann::json_sax<Json> {
 public:
  explicit StrictReader(JsonLimits const& limits) : limits_(limits) {}
  Json take() { return std::move(root_); }
  std::optional<JsonRefusal> refusal;

  bool null() override { return place(nullptr); }
  bool boolean(bool value) override { return place(value); }
  bool number_integer(number_integer_t value) override { return place(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) return refuse(JsonFault::not_whole_number);
    return place(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, string_t const&) override {
    if (!limits_.fractions) return refuse(JsonFault::not_whole_number);
    return place(value);
  }
  bool string(string_t& value) override {
    if (value.find('\0') != string_t::npos) return refuse(JsonFault::has_nul);
    return place(std::move(value));
  }
  bool binary(binary_t&) override { return refuse(JsonFault::not_json); }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    if (value.find('\0') != string_t::npos) return refuse(JsonFault::has_nul);
    auto& object = *open_.back()->get_ptr<Json::object_t*>();
    auto const [spot, fresh] = object.emplace(value, nullptr);
    if (!fresh) return refuse(JsonFault::duplicate_key);
    slot_ = &spot->second;
    return true;
  }
  bool parse_error(std::size_t offset, std::string const&, nlohmann::detail::exception const&) override {
    if (!refusal) refusal = JsonRefusal{JsonFault::not_json, offset};
    return false;
  }

 private:
  bool refuse(JsonFault fault) {
    refusal = JsonRefusal{fault, 0};
    return false;
  }
  template <class Value>
  bool place(Value&& value) {
    spot() = Json(std::forward<Value>(value));
    return true;
  }
  Json& spot() {
    if (open_.empty()) return root_;
    if (auto* array = open_.back()->get_ptr<Json::array_t*>()) return array->emplace_back();
    return *slot_;
  }
  bool open(Json fresh) {
    if (open_.size() >= limits_.depth_max) return refuse(JsonFault::too_deep);
    Json& here = spot();
    here = std::move(fresh);
    open_.push_back(&here);  // stays valid: a container is only grown after its open children have closed
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  JsonLimits limits_;
  Json root_;
  std::vector<Json*> open_;
  Json* slot_ = nullptr;
};

}  // namespace

bool is_utf8(std::string_view text) {
  auto const* at = reinterpret_cast<unsigned char const*>(text.data());
  auto const* const end = at + text.size();
  while (at < end) {
    unsigned const lead = *at;
    if (lead < 0x80) {
      ++at;
      continue;
    }
    int more = 0;
    unsigned least = 0, code = 0;
    if ((lead & 0xE0) == 0xC0) {
      more = 1, least = 0x80, code = lead & 0x1F;
    } else if ((lead & 0xF0) == 0xE0) {
      more = 2, least = 0x800, code = lead & 0x0F;
    } else if ((lead & 0xF8) == 0xF0) {
      more = 3, least = 0x10000, code = lead & 0x07;
    } else {
      return false;
    }
    if (end - at <= more) return false;
    for (int n = 1; n <= more; ++n) {
      if ((at[n] & 0xC0) != 0x80) return false;
      code = (code << 6) | (at[n] & 0x3Fu);
    }
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
    at += more + 1;
  }
  return true;
}

std::variant<Json, JsonRefusal> read_json(std::string_view text, JsonLimits const& limits) {
  if (text.size() > limits.bytes_max) return JsonRefusal{JsonFault::too_large, limits.bytes_max};
  if (auto const nul = text.find('\0'); nul != std::string_view::npos)
    return JsonRefusal{JsonFault::has_nul, nul};
  if (text.starts_with("\xEF\xBB\xBF")) return JsonRefusal{JsonFault::not_json, 0};
  if (!is_utf8(text)) return JsonRefusal{JsonFault::not_utf8, 0};
  StrictReader reader(limits);
  bool const whole = Json::sax_parse(text.begin(), text.end(), &reader, Json::input_format_t::json, true);
  if (reader.refusal) return *reader.refusal;
  if (!whole) return JsonRefusal{JsonFault::not_json, 0};
  return reader.take();
}

Json const* member(Json const& object, std::string_view key) {
  auto const* members = object.get_ptr<Json::object_t const*>();
  if (!members) return nullptr;
  auto const found = members->find(std::string(key));
  return found == members->end() ? nullptr : &found->second;
}
std::string const* string_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  return value ? value->get_ptr<Json::string_t const*>() : nullptr;
}
std::optional<std::int64_t> integer_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  if (!value || !value->is_number_integer()) return std::nullopt;
  if (auto const* whole = value->get_ptr<Json::number_integer_t const*>()) return *whole;
  return std::nullopt;
}
std::optional<bool> bool_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  if (!value) return std::nullopt;
  if (auto const* flag = value->get_ptr<Json::boolean_t const*>()) return *flag;
  return std::nullopt;
}
Json::array_t const* array_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  return value ? value->get_ptr<Json::array_t const*>() : nullptr;
}
Json::object_t const* object_of(Json const& value) { return value.get_ptr<Json::object_t const*>(); }

std::string write_json(Json const& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}
std::string write_json_pretty(Json const& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace);
}
}  // namespace kith::wire
