#include "core/record/text.hpp"

#include "core/words/code_point.hpp"

namespace kith {
namespace {
// Written, it would hide from a reader what the text says: controls, and what turns the direction of writing.
bool hides(std::uint32_t code) {
  bool const control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0) ||
                       code == 0x2028 || code == 0x2029;
  bool const steers_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return control || steers_direction;
}
}  // namespace

bool is_sound_text(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max) return false;
  for (std::size_t at = 0; at < text.size();) {
    auto const [code, bytes] = code_point_at(text, at);
    if (bytes == 0 || hides(code)) return false;
    at += bytes;
  }
  return true;
}

bool says_something(std::string_view text) {
  return text.find_first_not_of(" \n\t") != std::string_view::npos;
}

}  // namespace kith
