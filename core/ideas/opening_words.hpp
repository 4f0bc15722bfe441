// The words of opening times, one by one: days, weeks of a month, clock times and what joins them. What they
// say together is found out by opening_times.cpp. Pure.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/ideas/opening_times.hpp"

namespace kith::ideas {

inline constexpr int noon_hour = 12;

enum class OpeningKind { day, days, week, time, to, joined, closed, all_day, noise, end };
// exact: written so that there is no other half, as 09:00 and 14:30
enum class DayHalf { unsaid, am, pm, exact };

struct ClockTime {
  int hour = 0, minute = 0;
  DayHalf half = DayHalf::unsaid;
  bool two_digits = false;  // 10:30, as a clock of 24 hours shows it
};
struct OpeningToken {
  OpeningKind kind;
  WeekdaySet days = {};
  WeekOfMonth week = WeekOfMonth::every;
  ClockTime clock = {};
};

// In the order of the text, an end at its end; nullopt: it holds a word nobody knows.
std::optional<std::vector<OpeningToken>> opening_tokens(std::string_view text);

}  // namespace kith::ideas
