// Writes JSON without white space, keys in byte order: the same content is the same bytes, however it was
// spelt.
#include "core/words/code_point.hpp"
#include "wire/json.hpp"

namespace kith::wire {
namespace {

constexpr std::string_view replacement = "\uFFFD";  // in place of bytes that are not UTF-8

class JsonWriter {
 public:
  std::string out;

  void write(Json const& value) {
    if (auto const* text = value.get_ptr<Json::string_t const*>()) return write_text(*text);
    if (auto const* members = value.get_ptr<Json::object_t const*>()) return write_object(*members);
    if (auto const* items = value.get_ptr<Json::array_t const*>()) return write_array(*items);
    if (auto const* flag = value.get_ptr<Json::boolean_t const*>()) {
      out += *flag ? "true" : "false";
    } else if (auto const* count = value.get_ptr<Json::number_unsigned_t const*>()) {
      out += std::to_string(*count);
    } else if (auto const* whole = value.get_ptr<Json::number_integer_t const*>()) {
      out += std::to_string(*whole);
    } else {
      out += "null";
    }
  }

 private:
  void write_object(Json::object_t const& members) {
    char before = '{';
    if (members.empty()) out += before;
    for (auto const& [name, value] : members) {
      out += before;
      write_text(name);
      out += ':';
      write(value);
      before = ',';
    }
    out += '}';
  }
  void write_array(Json::array_t const& items) {
    char before = '[';
    if (items.empty()) out += before;
    for (auto const& item : items) {
      out += before;
      write(item);
      before = ',';
    }
    out += ']';
  }

  void write_text(std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
      auto const [code, bytes] = code_point_at(text, at);
      if (bytes == 0)
        out += replacement;
      else if (code < 0x20 || code == '"' || code == '\\')
        write_escape(text[at]);
      else
        out += text.substr(at, bytes);
      at += bytes == 0 ? 1 : bytes;
    }
    out += '"';
  }
  void write_escape(char c) {
    constexpr std::string_view meant = "\"\\\b\f\n\r\t", letters = "\"\\bfnrt", digits = "0123456789abcdef";
    out += '\\';
    auto const which = meant.find(c);
    if (which != std::string_view::npos) {
      out += letters[which];
    } else {
      out += c < 0x10 ? "u000" : "u001";
      out += digits[static_cast<std::size_t>(c) & 0xF];
    }
  }
};

}  // namespace

std::string write_json(Json const& value) {
  JsonWriter writer;
  writer.write(value);
  return std::move(writer.out);
}

}  // namespace kith::wire
