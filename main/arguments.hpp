// The words behind `kith`: a command, its plain words, and options written --name or --name=value.
//
// Nothing is guessed: an option that the command does not name is a usage error (exit 2).
#pragma once
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

inline constexpr int exit_ok = 0;
inline constexpr int exit_refused = 1;  // refused or failed
inline constexpr int exit_usage = 2;

struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> options;  // without the dashes; "" when no value was given

  bool has(std::string_view option) const { return options.find(option) != options.end(); }
  std::string value(std::string_view option, std::string fallback = "") const {
    auto const spot = options.find(option);
    return spot == options.end() ? std::move(fallback) : spot->second;
  }
};
Arguments arguments_of(int count, char const* const* values);

// The first option that is not one of these; nullopt when all are.
std::optional<std::string> unknown_option(Arguments const&, std::initializer_list<std::string_view> known);

}  // namespace kith
