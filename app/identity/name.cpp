#include "app/identity/name.hpp"

#include "wire/json.hpp"

namespace kith::identity {
namespace {

// Small letters of U+0000–U+017F, by the Unicode character database; 0x130 and 0x131 (Turkish) stay as they
// are.
unsigned small(unsigned letter) {
  auto const even_is_capital = (letter >= 0x100 && letter <= 0x12f) || (letter >= 0x132 && letter <= 0x137) ||
                               (letter >= 0x14a && letter <= 0x177);
  auto const odd_is_capital = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17e);
  if (letter >= 'A' && letter <= 'Z') return letter + 32;
  if (letter >= 0xc0 && letter <= 0xde && letter != 0xd7) return letter + 32;
  if (letter == 0x178) return 0xff;
  if (even_is_capital && letter % 2 == 0) return letter + 1;
  if (odd_is_capital && letter % 2 == 1) return letter + 1;
  return letter;
}

}  // namespace

std::optional<std::string> normalised_name(std::string_view text) {
  if (text.size() > sign_in_name_bytes_max || !wire::is_utf8(text)) return std::nullopt;
  std::string name;
  auto space_waits = false;
  for (std::size_t n = 0; n < text.size(); ++n) {
    auto const byte = static_cast<unsigned char>(text[n]);
    if (byte < 0x20 || byte == 0x7f) return std::nullopt;
    if (byte == ' ') {
      space_waits = !name.empty();
      continue;
    }
    if (space_waits) name += ' ';
    space_waits = false;
    auto const two_bytes = byte >= 0xc3 && byte <= 0xc5;  // U+00C0–U+017F
    if (byte >= 0x80 && !two_bytes) {
      name += text[n];
      continue;
    }
    auto letter = static_cast<unsigned>(byte);
    if (two_bytes) letter = (byte & 0x1fu) << 6 | (static_cast<unsigned char>(text[++n]) & 0x3fu);
    letter = small(letter);
    if (letter < 0x80) {
      name += static_cast<char>(letter);
    } else {
      name += static_cast<char>(0xc0 | letter >> 6);
      name += static_cast<char>(0x80 | (letter & 0x3f));
    }
  }
  return name.empty() ? std::nullopt : std::optional(std::move(name));
}

}  // namespace kith::identity
