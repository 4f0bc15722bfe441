// The small parts of a schedule: days, months, times of day and the parts of an RRULE (RFC 5545), in and out
// of words. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/days.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

inline constexpr std::size_t schedule_days_max = 40;  // read of one schedule

inline constexpr std::array<std::string_view, 7> day_names = {
    "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"};
inline constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 6> ordinals = {"",      "first",  "second",
                                                             "third", "fourth", "fifth"};

constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
std::string upper(std::string_view text);
// "MO;WE", "mo, we" and ["MO","WE"] as text are lists.
std::vector<std::string_view> list_parts(std::string_view text);
std::optional<int> number_of(std::string_view text);  // with a sign or none; three digits at most

std::string listed(std::vector<std::string> const& words);  // "a, b and c"

// 1 → "first", -2 → "second to last"; "" beyond the fifth.
std::string week_text(int week);
// "15" → "15th", "-1" → "last day"; "" when no month has it.
std::string month_day_text(std::string_view text);
std::string day_in_words(Day);  // "1 December 2026"
// "2026-12-01T10:00", "20261201T100000Z".
std::optional<Day> day_in(std::string const& text);

struct WeekDay {
  int week = 0;  // of the month: 1 the first, -1 the last, 0 every one
  std::size_t day = 0;
};
// "TU", "tue", "Tuesdays", "1WE", "+1MO", "-2MO".
std::optional<WeekDay> week_day_of(std::string_view part);

// "10:00:00", "10:00Z", "0930" and "9:30" → "09:30"; also a time of day where, in some exports, a date should
// be: "9:00AM", "24 Hours". "" when there is none.
std::string time_in(wire::Json const& schedule, std::string_view name, std::string_view misplaced);

}  // namespace kith::open_referral
