// Reads the grammar of RFC 8259 by descending into it, and stops at the first thing we do not accept.
//
// The text has been seen to be UTF-8 without NUL when reading begins, so that NUL can stand for the end.
#include <charconv>
#include <cstdlib>
#include <limits>

#include "core/words/code_point.hpp"
#include "wire/json.hpp"

namespace kith::wire {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class JsonReader {
 public:
  JsonReader(std::string_view text, JsonLimits const& limits) : text_(text), limits_(limits) {}

  std::variant<Json, JsonRefusal> read() {
    Json whole;
    if (read_value(whole)) {
      skip_space();
      if (at_ == text_.size()) return whole;
      stop(JsonFault::not_json);
    }
    return JsonRefusal{fault_, at_};
  }

 private:
  bool stop(JsonFault fault) {
    fault_ = fault;
    return false;
  }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool step_over(char wanted) {
    bool const found = here() == wanted;
    if (found) ++at_;
    return found;
  }
  bool step_over(std::string_view wanted) {
    bool const found = text_.substr(at_, wanted.size()) == wanted;
    if (found) at_ += wanted.size();
    return found;
  }
  void skip_space() {
    while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') ++at_;
  }

  bool read_value(Json& value) {
    skip_space();
    switch (here()) {
      case '{':
        return read_object(value);
      case '[':
        return read_array(value);
      case '"':
        return read_string(*(value = Json::string_t()).get_ptr<Json::string_t*>());
      case 't':
        return step_over("true") ? (value = true, true) : stop(JsonFault::not_json);
      case 'f':
        return step_over("false") ? (value = false, true) : stop(JsonFault::not_json);
      case 'n':
        return step_over("null") || stop(JsonFault::not_json);
      default:
        return read_number(value);
    }
  }

  // Reads what stands between two brackets, `read_item` one thing at a time.
  template <class ReadItem>
  bool read_items(char closing, ReadItem const& read_item) {
    if (depth_ == limits_.depth_max) return stop(JsonFault::too_deep);
    ++depth_, ++at_;
    skip_space();
    if (here() != closing) {
      do {
        if (!read_item()) return false;
        skip_space();
      } while (step_over(','));
    }
    --depth_;
    return step_over(closing) || stop(JsonFault::not_json);
  }
  bool read_array(Json& value) {
    auto& items = *(value = Json::array()).get_ptr<Json::array_t*>();
    return read_items(']', [&] { return read_value(items.emplace_back()); });
  }
  bool read_object(Json& value) {
    auto& members = *(value = Json::object()).get_ptr<Json::object_t*>();
    return read_items('}', [&] {
      std::string name;
      skip_space();
      if (here() != '"') return stop(JsonFault::not_json);
      if (!read_string(name)) return false;
      auto const [spot, fresh] = members.emplace(std::move(name), nullptr);
      if (!fresh) return stop(JsonFault::duplicate_key);
      skip_space();
      return step_over(':') ? read_value(spot->second) : stop(JsonFault::not_json);
    });
  }

  bool read_string(std::string& text) {
    ++at_;
    for (;;) {
      auto const begin = at_;
      while (static_cast<unsigned char>(here()) >= 0x20 && here() != '"' && here() != '\\') ++at_;
      text.append(text_.substr(begin, at_ - begin));
      if (step_over('"')) return true;
      if (!step_over('\\')) return stop(JsonFault::not_json);
      if (!read_escape(text)) return false;
    }
  }
  bool read_escape(std::string& text) {
    constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (step_over('u')) return read_code(text);
    auto const which = letters.find(here());
    if (which == std::string_view::npos) return stop(JsonFault::not_json);
    text += meant[which];
    ++at_;
    return true;
  }
  // What \u writes: a code point, or the two halves of one outside the basic plane.
  bool read_code(std::string& text) {
    std::uint32_t code = 0, low = 0;
    if (!read_four_digits(code)) return stop(JsonFault::not_json);
    if (code == 0) return stop(JsonFault::has_nul);
    if (code >= 0xD800 && code < 0xE000) {
      bool const paired = code < 0xDC00 && step_over("\\u") && read_four_digits(low);
      if (!paired || low < 0xDC00 || low >= 0xE000) return stop(JsonFault::not_json);
      code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00);
    }
    append_code_point(text, code);
    return true;
  }
  bool read_four_digits(std::uint32_t& code) {
    auto const digits = text_.substr(at_, 4);
    auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    bool const sound = read.ptr == digits.data() + 4;
    if (sound) at_ += 4;
    return sound;
  }

  bool skip_digits() {
    auto const begin = at_;
    while (is_digit(here())) ++at_;
    return at_ > begin;
  }
  bool read_number(Json& value) {
    auto const begin = at_;
    step_over('-');
    bool sound = step_over('0') || skip_digits();
    bool const whole = here() != '.' && here() != 'e' && here() != 'E';
    if (step_over('.')) sound = skip_digits() && sound;
    if (step_over('e') || step_over('E')) {
      if (!step_over('-')) step_over('+');
      sound = skip_digits() && sound;
    }
    if (!sound) return stop(JsonFault::not_json);
    auto const number = text_.substr(begin, at_ - begin);
    std::int64_t integer = 0;
    auto const read = std::from_chars(number.data(), number.data() + number.size(), integer);
    if (whole && read.ec == std::errc()) return value = integer, true;
    auto const fraction = limits_.fractions ? limits_.fractions(number) : std::nullopt;
    return fraction ? (value = *fraction, true) : stop(JsonFault::not_whole_number);
  }

  std::string_view text_;
  JsonLimits const& limits_;
  std::size_t at_ = 0, depth_ = 0;
  JsonFault fault_ = JsonFault::not_json;
};

}  // namespace

std::variant<Json, JsonRefusal> read_json(std::string_view text, JsonLimits const& limits) {
  if (text.size() > limits.bytes_max) return JsonRefusal{JsonFault::too_large, limits.bytes_max};
  if (auto const nul = text.find('\0'); nul != std::string_view::npos)
    return JsonRefusal{JsonFault::has_nul, nul};
  if (text.starts_with("\xEF\xBB\xBF")) return JsonRefusal{JsonFault::not_json, 0};
  if (!is_utf8(text)) return JsonRefusal{JsonFault::not_utf8, 0};
  return JsonReader(text, limits).read();
}

std::optional<double> fraction_of(std::string_view number) {
  constexpr double most = std::numeric_limits<double>::max();
  double const fraction = std::strtod(std::string(number).c_str(), nullptr);
  return -most <= fraction && fraction <= most ? std::optional(fraction) : std::nullopt;
}

}  // namespace kith::wire
