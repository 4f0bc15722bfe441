#include "app/identity/printed_code.hpp"

namespace kith::identity {
namespace {

constexpr std::string_view signs = "ABCDEFHJKMNPRTWXY3479";
constexpr std::size_t group_signs = 4;
constexpr std::size_t even = 256 - 256 % signs.size();

std::string in_groups(std::string const& code) {
  std::string grouped = code.substr(0, group_signs);
  for (auto at = group_signs; at < code.size(); at += group_signs)
    grouped += '-' + code.substr(at, group_signs);
  return grouped;
}

}  // namespace

std::optional<std::string> printed_code_of(std::string_view random, std::size_t groups) {
  std::string code;
  for (char const octet : random) {
    auto const drawn = static_cast<unsigned char>(octet);
    if (drawn < even && code.size() < groups * group_signs) code += signs[drawn % signs.size()];
  }
  return code.size() == groups * group_signs ? std::optional(in_groups(code)) : std::nullopt;
}

std::optional<std::string> read_printed_code(std::string_view typed, std::size_t groups) {
  std::string code;
  for (char const letter : typed) {
    if (letter == ' ' || letter == '-') continue;
    auto const large = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (signs.find(large) == signs.npos || code.size() == groups * group_signs) return std::nullopt;
    code += large;
  }
  return code.size() == groups * group_signs ? std::optional(in_groups(code)) : std::nullopt;
}

}  // namespace kith::identity
