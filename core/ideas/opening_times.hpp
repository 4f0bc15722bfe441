// Opening times written in words, read into days and minutes where there is no doubt. Rules ID22 and ID23.
//
// "Tuesdays and Fridays, 10am to 12 noon" is certain; "most afternoons" and "2-4" are not, and then nothing
// is read. The whole text must be understood: half of it would be a lie. Times are local, in minutes from
// midnight; `until` may be 1440 (midnight). Pure; never changes or replaces the text it was given.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/days.hpp"
#include "core/names.hpp"

namespace kith {
constexpr auto names_of(Weekday) {
  return name_table("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
}
}  // namespace kith

namespace kith::ideas {

struct WeekdaySet {
  std::uint8_t bits = 0;
  constexpr bool has(Weekday day) const { return bits >> static_cast<unsigned>(day) & 1u; }
  constexpr bool empty() const { return bits == 0; }
  constexpr WeekdaySet with(Weekday day) const {
    return {static_cast<std::uint8_t>(bits | 1u << static_cast<unsigned>(day))};
  }
  friend constexpr bool operator==(WeekdaySet, WeekdaySet) = default;
};
inline constexpr WeekdaySet every_day = {0x7F}, working_days = {0x1F}, weekend = {0x60};

enum class WeekOfMonth : std::uint8_t { every, first, second, third, fourth, last };
constexpr auto names_of(WeekOfMonth) {
  return name_table("every", "first", "second", "third", "fourth", "last");
}

inline constexpr std::uint16_t minutes_per_day = 1440;
inline constexpr std::size_t opening_spans_max = 60;

// On these days, from then until then.
struct OpeningSpan {
  WeekdaySet days;
  WeekOfMonth week = WeekOfMonth::every;
  std::uint16_t from = 0, until = 0;
  friend constexpr bool operator==(OpeningSpan const&, OpeningSpan const&) = default;
};

// In the order of the text, each once. Empty: not certain, or nothing said.
std::vector<OpeningSpan> read_opening_times(std::string_view text);

}  // namespace kith::ideas
