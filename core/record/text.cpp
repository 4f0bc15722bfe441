#include "core/record/text.hpp"

namespace kith {
namespace {
// The number of bytes of the code point at the start of `rest`, or 0 when it is not one.
std::size_t code_point_bytes(std::string_view rest) {
  auto const byte = [&](std::size_t n) { return static_cast<unsigned char>(rest[n]); };
  unsigned const lead = byte(0);
  if (lead < 0x80) return 1;
  std::size_t const count = (lead & 0xE0) == 0xC0   ? 2
                            : (lead & 0xF0) == 0xE0 ? 3
                            : (lead & 0xF8) == 0xF0 ? 4
                                                    : 0;
  if (count == 0 || rest.size() < count) return 0;
  unsigned code = lead & (0xFFu >> (count + 1));
  for (std::size_t n = 1; n < count; ++n) {
    if ((byte(n) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(n) & 0x3Fu);
  }
  constexpr unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[count] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
  bool const control = (code >= 0x80 && code < 0xA0) || code == 0x2028 || code == 0x2029;
  bool const steers_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return control || steers_direction ? 0 : count;
}
}  // namespace

bool is_sound_text(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max) return false;
  while (!text.empty()) {
    auto const lead = static_cast<unsigned char>(text.front());
    if (lead == 0x7F || (lead < 0x20 && lead != '\n' && lead != '\t')) return false;
    auto const bytes = code_point_bytes(text);
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

bool says_something(std::string_view text) {
  return text.find_first_not_of(" \n\t") != std::string_view::npos;
}

}  // namespace kith
