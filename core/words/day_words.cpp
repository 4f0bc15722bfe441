#include "core/words/day_words.hpp"

namespace kith {
namespace {

constexpr auto weekdays =
    name_table("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
constexpr auto months = name_table("january", "february", "march", "april", "may", "june", "july", "august",
                                   "september", "october", "november", "december");

}  // namespace

std::string day_in_words(Day day, Catalogue const& catalogue) {
  auto const [year, month, of_month] = calendar_of(day);
  auto const weekday = weekdays[static_cast<std::size_t>(weekday_of(day))];
  auto const month_name = months[static_cast<std::size_t>(month - 1)];
  return say({"day.far",
              {{"weekday", say({"day.weekday." + std::string(weekday), {}}, catalogue)},
               {"day", std::int64_t{of_month}},
               {"month", say({"day.month." + std::string(month_name), {}}, catalogue)},
               {"year", std::int64_t{year}}}},
             catalogue);
}

std::string minute_in_words(int minute_of_day, Catalogue const& catalogue) {
  int const hour = minute_of_day / 60, minute = minute_of_day % 60;
  std::string key = hour < 12 ? "time.am" : "time.pm";
  if (minute != 0) key += "_past";
  std::int64_t const on_the_clock = hour % 12 == 0 ? 12 : hour % 12;
  std::string const past = (minute < 10 ? "0" : "") + std::to_string(minute);
  return say({key, {{"hour", on_the_clock}, {"minute", past}}}, catalogue);
}

}  // namespace kith
