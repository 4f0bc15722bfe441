#include "main/arguments.hpp"

#include <algorithm>

namespace kith {

Arguments arguments_of(int count, char const* const* values) {
  Arguments arguments;
  for (int n = 1; n < count; ++n) {
    std::string_view const word = values[n];
    if (!word.starts_with("--")) {
      arguments.words.emplace_back(word);
      continue;
    }
    auto const equals = word.find('=');
    auto const name = word.substr(2, equals == std::string_view::npos ? equals : equals - 2);
    arguments.options[std::string(name)] =
        equals == std::string_view::npos ? "" : std::string(word.substr(equals + 1));
  }
  return arguments;
}

std::optional<std::string> unknown_option(Arguments const& arguments,
                                          std::initializer_list<std::string_view> known) {
  for (auto const& entry : arguments.options)
    if (std::ranges::find(known, entry.first) == known.end() && entry.first != "help" &&
        entry.first != "lang")
      return entry.first;
  return std::nullopt;
}

}  // namespace kith
