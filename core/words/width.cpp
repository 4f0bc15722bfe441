#include "core/words/width.hpp"

#include "core/words/code_point.hpp"

namespace kith {
namespace {

constexpr std::string_view ellipsis = "…";

// The next code point; a broken byte counts as one letter of its own.
CodePoint letter_at(std::string_view text, std::size_t at) {
  auto const letter = code_point_at(text, at);
  return letter.bytes > 0 ? letter : CodePoint{static_cast<unsigned char>(text[at]), 1};
}

// Accents, joiners and skin tones belong to the letter before them.
bool joins_the_last(std::uint32_t code) {
  return (code >= 0x300 && code <= 0x36F) || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F) ||
         (code >= 0x1F3FB && code <= 0x1F3FF);
}

int width_permille(std::uint32_t code) {
  constexpr std::string_view narrow = " .,:;'!|()Iijlt";
  constexpr std::string_view wide = "mwMW@%";
  if (joins_the_last(code)) return 0;
  if (code >= 0x1100 && code != 0x2026) return 1050;  // letters of East Asia, and pictures
  if (code < 0x80 && narrow.find(static_cast<char>(code)) != std::string_view::npos) return 310;
  if (code < 0x80 && wide.find(static_cast<char>(code)) != std::string_view::npos) return 870;
  bool const capital = (code >= 'A' && code <= 'Z') || code == 0x2026;
  return capital ? 660 : 560;
}

int pixels(int permille, int font_px) { return (permille * font_px + 999) / 1000; }

}  // namespace

int text_width_px(std::string_view text, int font_px) {
  int permille = 0;
  constexpr int permille_max = 1'000'000;  // far wider than any picture: no need to read on
  for (std::size_t at = 0; at < text.size() && permille < permille_max;) {
    auto const letter = letter_at(text, at);
    permille += width_permille(letter.code);
    at += letter.bytes;
  }
  return pixels(permille, font_px);
}

std::string shortened(std::string_view text, int font_px, int width_px_max) {
  if (text_width_px(text, font_px) <= width_px_max) return std::string(text);
  std::size_t kept = 0, at = 0;
  int permille = width_permille(0x2026);
  while (at < text.size()) {
    auto const letter = letter_at(text, at);
    permille += width_permille(letter.code);
    if (kept > 0 && pixels(permille, font_px) > width_px_max) break;
    at += letter.bytes;
    while (at < text.size() && joins_the_last(letter_at(text, at).code)) at += letter_at(text, at).bytes;
    kept = at;
  }
  auto beginning = text.substr(0, kept);
  while (beginning.size() > 1 && beginning.ends_with(' ')) beginning.remove_suffix(1);
  return std::string(beginning) + std::string(ellipsis);
}

}  // namespace kith
