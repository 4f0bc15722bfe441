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

}  // namespace kith
