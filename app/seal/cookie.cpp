#include "app/seal/cookie.hpp"

#include <array>

namespace kith::app {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t instant_bytes = 8;
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// base64url without padding, RFC 4648 section 5.
std::string text_of_bytes(BytesView bytes) {
  std::string text;
  std::uint32_t held = 0;
  int held_bits = 0;
  for (char const octet : bytes) {
    held = (held << 8 | static_cast<unsigned char>(octet)) & 0xFFFF;
    held_bits += 8;
    for (; held_bits >= 6; held_bits -= 6) text += letters[held >> (held_bits - 6) & 63];
  }
  if (held_bits > 0) text += letters[held << (6 - held_bits) & 63];
  return text;
}

// Strict: one text for each octets, so left-over bits must be zero.
std::optional<Bytes> bytes_of_text(std::string_view text) {
  Bytes bytes;
  std::uint32_t held = 0;
  int held_bits = 0;
  for (char const letter : text) {
    auto const value = letters.find(letter);
    if (value == letters.npos) return std::nullopt;
    held = (held << 6 | static_cast<std::uint32_t>(value)) & 0x3FFF;
    held_bits += 6;
    if (held_bits < 8) continue;
    held_bits -= 8;
    bytes += static_cast<char>(held >> held_bits & 0xFF);
  }
  if (held_bits >= 6 || (held & ((1u << held_bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

Bytes associated_data(BytesView purpose) { return "kith-cookie:" + Bytes(purpose); }

}  // namespace

std::string seal_cookie(Seal& seal, BytesView purpose, BytesView content, Instant ends_at) {
  Bytes plain;
  append_number(plain, static_cast<std::uint64_t>(ends_at.ms));
  plain += content;
  return text_of_bytes(seal.seal(cookie_key, plain, associated_data(purpose)).value());
}

std::optional<Bytes> unseal_cookie(Seal& seal, BytesView purpose, std::string_view text, Instant now) {
  if (text.size() > cookie_text_bytes_max) return std::nullopt;
  auto const sealed = bytes_of_text(text);
  if (!sealed) return std::nullopt;
  auto const opened = seal.unseal(cookie_key, *sealed, associated_data(purpose));
  auto const* plain = std::get_if<Bytes>(&opened);
  if (!plain || plain->size() < instant_bytes) return std::nullopt;
  Instant const ends_at{static_cast<std::int64_t>(read_number(BytesView(*plain).substr(0, instant_bytes)))};
  if (ends_at <= now) return std::nullopt;
  return plain->substr(instant_bytes);
}

std::string random_token(Seal& seal) { return text_of_bytes(seal.random(token_bytes)); }

}  // namespace kith::app
