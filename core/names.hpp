// Names of enumerators: one table per enum, used by JSON, the CLI and the pages alike.
//
// An enum counts up from 0 and declares its table beside itself:
//   enum class Occasion { everyday, hard_times };
//   constexpr auto names_of(Occasion) { return name_table("everyday", "hard_times"); }
// `name_of(Occasion::everyday)` is then "everyday" and `named<Occasion>("everyday")` finds it. A name is
// stored and never changes. An unknown text is nullopt; a value outside the table (a forged cast) is named
// "".
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kith {

template <class... Text>
constexpr std::array<std::string_view, sizeof...(Text)> name_table(Text const&... text) {
  return {std::string_view(text)...};
}

template <class E>
concept Named = requires(E value) {
  names_of(value).size();
};

template <Named E>
inline constexpr auto names = names_of(E{});

template <Named E>
inline constexpr std::size_t count_of = names<E>.size();

template <Named E>
constexpr std::string_view name_of(E value) {
  auto const n = static_cast<std::size_t>(value);
  return n < count_of<E> ? names<E>[n] : std::string_view();
}

template <Named E>
constexpr std::optional<E> named(std::string_view name) {
  for (std::size_t n = 0; n < count_of<E>; ++n) {
    if (names<E>[n] == name) return static_cast<E>(n);
  }
  return std::nullopt;
}

// Every value, in the order of the table: for (auto kind : all<TieKind>()) …
template <Named E>
constexpr std::array<E, count_of<E>> all() {
  std::array<E, count_of<E>> values{};
  for (std::size_t n = 0; n < values.size(); ++n) values[n] = static_cast<E>(n);
  return values;
}

}  // namespace kith
