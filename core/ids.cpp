#include "core/ids.hpp"

namespace kith {
namespace {

constexpr std::size_t uuid_bytes = 36;
constexpr bool is_dash(std::size_t n) { return n == 8 || n == 13 || n == 18 || n == 23; }

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return std::nullopt;  // upper case too: one id has one spelling
}

}  // namespace

std::optional<IdBits> parse_uuid(std::string_view text) {
  if (text.size() != uuid_bytes) return std::nullopt;
  IdBits bits;
  for (std::size_t n = 0; n < uuid_bytes; ++n) {
    if (is_dash(n)) {
      if (text[n] != '-') return std::nullopt;
      continue;
    }
    auto const digit = hex_digit(text[n]);
    if (!digit) return std::nullopt;
    auto& half = n < 18 ? bits.hi : bits.lo;
    half = half << 4 | *digit;
  }
  if (bits == IdBits{}) return std::nullopt;
  return bits;
}

std::string uuid_text(IdBits bits) {
  std::string text;
  text.reserve(uuid_bytes);
  int shift = 60;
  for (std::size_t n = 0; n < uuid_bytes; ++n) {
    if (n == 18) shift = 60;
    if (is_dash(n)) {
      text += '-';
      continue;
    }
    text += "0123456789abcdef"[(n < 18 ? bits.hi : bits.lo) >> shift & 0xF];
    shift -= 4;
  }
  return text;
}

IdBits uuid_of_random(std::array<std::uint8_t, 16> const& random_bytes) {
  IdBits bits;
  for (std::size_t n = 0; n < 8; ++n) {
    bits.hi = bits.hi << 8 | random_bytes[n];
    bits.lo = bits.lo << 8 | random_bytes[n + 8];
  }
  bits.hi = (bits.hi & ~0xF000ull) | 0x4000ull;                          // version 4
  bits.lo = (bits.lo & ~0xC000000000000000ull) | 0x8000000000000000ull;  // RFC 9562 variant
  return bits;
}

}  // namespace kith
