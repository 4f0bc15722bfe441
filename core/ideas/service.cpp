#include "core/ideas/service.hpp"

#include <algorithm>

#include "core/ideas/sha256.hpp"

namespace kith::ideas {
namespace {

constexpr std::size_t short_code_digits_min = 3;                         // 111
constexpr std::size_t short_code_digits_max = 6;                         // 116 123
constexpr std::size_t dial_digits_max = 15;                              // E.164
constexpr std::size_t british_digits_min = 10, british_digits_max = 11;  // with the leading 0

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The first run of digits with the marks people put between them; stops at "ext", "or", a second number.
std::string digits_of(std::string_view text) {
  auto const start = text.find_first_of("+0123456789");
  if (start == std::string_view::npos) return {};
  auto const digit = text.find_first_of("0123456789", start);
  if (digit == std::string_view::npos) return {};
  std::string digits = text[start] == '+' ? "+" : "";
  for (auto const c : text.substr(text[start] == '+' ? start + 1 : start)) {
    if (is_digit(c))
      digits.push_back(c);
    else if (std::string_view(" ()-.").find(c) == std::string_view::npos)
      break;
  }
  return digits;
}

}  // namespace

ServiceId service_id_of(std::string_view source, std::string_view external_id) {
  std::string name = "kith service 1\n";
  name.append(std::to_string(source.size())).append(":").append(source).append(external_id);
  auto const digest = sha256(name);
  ServiceId id;
  for (std::size_t n = 0; n < 8; ++n) {
    id.hi = id.hi << 8 | digest[n];
    id.lo = id.lo << 8 | digest[n + 8];
  }
  id.hi = (id.hi & ~std::uint64_t{0xF000}) | 0x8000;                               // version 8
  id.lo = (id.lo & 0x3FFF'FFFF'FFFF'FFFF) | std::uint64_t{0x8000'0000'0000'0000};  // the RFC's variant
  return id;
}

std::string dial_text(std::string_view phone) {
  auto digits = digits_of(phone);
  if (digits.starts_with("+")) {
    if (digits.starts_with("+440")) digits.erase(3, 1);  // "+44 (0)161": the 0 is for callers inside
    bool const whole = digits.size() > short_code_digits_max && digits.size() <= dial_digits_max + 1;
    return whole ? digits : std::string();
  }
  if (digits.starts_with("00")) return {};
  if (digits.starts_with("0")) {
    bool const whole = digits.size() >= british_digits_min && digits.size() <= british_digits_max;
    return whole ? "+44" + digits.substr(1) : std::string();
  }
  bool const whole = digits.size() >= short_code_digits_min && digits.size() <= dial_digits_max;
  return whole ? digits : std::string();
}

}  // namespace kith::ideas
