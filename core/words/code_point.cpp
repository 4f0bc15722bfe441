#include "core/words/code_point.hpp"

namespace kith {

// RFC 3629, section 3: the lead byte says how many follow, and each code has one form only.
CodePoint code_point_at(std::string_view text, std::size_t at) {
  auto const byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
  if (at >= text.size()) return {};
  std::uint32_t const lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t const bytes = lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 0;
  if (bytes == 0 || text.size() - at < bytes) return {};
  std::uint32_t code = lead & (0xFFu >> (bytes + 1));
  for (std::size_t n = 1; n < bytes; ++n) {
    if ((byte(n) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(n) & 0x3Fu);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  bool const half_of_a_pair = code >= 0xD800 && code <= 0xDFFF;
  if (code < least[bytes] || code > 0x10FFFF || half_of_a_pair) return {};
  return {code, bytes};
}

void append_code_point(std::string& text, std::uint32_t code) {
  auto const put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  auto const put_next = [&](int shift) { put(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      put(0xE0 | code >> 12);
    } else {
      put(0xF0 | code >> 18);
      put_next(12);
    }
    put_next(6);
  }
  put_next(0);
}

}  // namespace kith
