#include "standards/open_referral/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kith::open_referral {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t looked_at_bytes = 256;

// The 32 characters that Windows puts where Latin-1 has control codes.
constexpr std::array<char16_t, 32> windows_marks = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

enum class Order { neither, low_first, high_first };

Order order_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Order::low_first;
  if (bytes.starts_with("\xFE\xFF")) return Order::high_first;
  // Without a mark: Latin letters leave every other byte NUL. Four in five is more than chance or damage.
  auto const looked_at = bytes.substr(0, std::min(bytes.size(), looked_at_bytes));
  std::size_t even = 0, odd = 0;
  for (std::size_t n = 0; n < looked_at.size(); ++n) {
    if (looked_at[n] == '\0') ++(n % 2 == 0 ? even : odd);
  }
  auto const pairs = looked_at.size() / 2;
  if (pairs < 2) return Order::neither;
  if (odd * 5 >= pairs * 4 && even == 0) return Order::low_first;
  if (even * 5 >= pairs * 4 && odd == 0) return Order::high_first;
  return Order::neither;
}

}  // namespace

void append_utf_8(std::string& text, char32_t code) {
  auto const put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F)), put(0x80 | (code >> 6 & 0x3F)),
        put(0x80 | (code & 0x3F));
  }
}

std::optional<std::string> utf_8_of_utf_16(std::string_view bytes) {
  auto const order = order_of(bytes);
  if (order == Order::neither) return std::nullopt;
  auto const unit = [&](std::size_t at) {
    auto const first = static_cast<std::uint8_t>(bytes[at]),
               second = static_cast<std::uint8_t>(bytes[at + 1]);
    return static_cast<char32_t>(order == Order::low_first ? second << 8 | first : first << 8 | second);
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto const code = unit(at);
    bool const high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
    if (code == 0xFEFF && at == 0) continue;
    if (high && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      append_utf_8(text, 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
      at += 2;
    } else {
      append_utf_8(text, high || low ? replacement : code);
    }
  }
  if (bytes.size() % 2 == 1) append_utf_8(text, replacement);
  return text;
}

std::string utf_8_of_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (auto const c : bytes) {
    auto const byte = static_cast<std::uint8_t>(c);
    append_utf_8(text, byte >= 0x80 && byte < 0xA0 ? windows_marks[byte - 0x80] : byte);
  }
  return text;
}

std::string_view without_mark(std::string_view utf_8) {
  return utf_8.starts_with("\xEF\xBB\xBF") ? utf_8.substr(3) : utf_8;
}

}  // namespace kith::open_referral
