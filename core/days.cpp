#include "core/days.hpp"

#include <algorithm>
#include <chrono>

namespace kith {
namespace {

using std::chrono::year_month_day;

constexpr std::int64_t instant_ms_min = Day::count_min * day_ms;
constexpr std::int64_t instant_ms_max = (Day::count_max + 1) * day_ms - 1;

// Digits only: no sign, no space. Callers have checked the length.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> digits_up_to(std::string_view text, int most) {
  auto const value = digits(text);
  return value && *value <= most ? value : std::nullopt;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

year_month_day civil(Day day) {
  return year_month_day(std::chrono::sys_days(std::chrono::days(day.count())));
}

constexpr std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

Day nearest_day(std::int64_t count) {
  return *Day::of_count(std::clamp<std::int64_t>(count, Day::count_min, Day::count_max));
}

}  // namespace

std::optional<Day> day_of(CalendarDay const wanted) {
  if (wanted.year < 1900 || wanted.year > 2199 || wanted.month < 1 || wanted.day < 1 || wanted.day > 31) {
    return std::nullopt;
  }
  year_month_day const found(std::chrono::year(wanted.year),
                             std::chrono::month(static_cast<unsigned>(wanted.month)),
                             std::chrono::day(static_cast<unsigned>(wanted.day)));
  if (wanted.month > 12 || !found.ok()) return std::nullopt;
  return Day::of_count(std::chrono::sys_days(found).time_since_epoch().count());
}

CalendarDay calendar_of(Day day) {
  auto const found = civil(day);
  return {static_cast<int>(found.year()), static_cast<int>(static_cast<unsigned>(found.month())),
          static_cast<int>(static_cast<unsigned>(found.day()))};
}

Weekday weekday_of(Day day) {
  auto const since_monday = (static_cast<std::int64_t>(day.count()) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(since_monday < 0 ? since_monday + 7 : since_monday);
}

Day plus_days(Day day, std::int64_t days) {
  constexpr std::int64_t span = Day::count_max - Day::count_min;
  return nearest_day(day.count() + std::clamp(days, -span, span));
}

Day plus_months(Day day, std::int64_t months) {
  constexpr std::int64_t span = 300 * 12;  // the years that days cover
  auto const from = calendar_of(day);
  auto const month_count = from.year * 12 + (from.month - 1) + std::clamp(months, -span, span);
  std::chrono::year_month const month(std::chrono::year(static_cast<int>(floor_div(month_count, 12))),
                                      std::chrono::month(static_cast<unsigned>(month_count % 12 + 1)));
  std::chrono::year_month_day_last const end(month.year(), std::chrono::month_day_last(month.month()));
  auto const last = static_cast<int>(static_cast<unsigned>(end.day()));
  year_month_day const found = month / std::chrono::day(static_cast<unsigned>(std::min(from.day, last)));
  return nearest_day(std::chrono::sys_days(found).time_since_epoch().count());
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
             day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of({*year, *month, *day});
}

std::string text_of(Day day) {
  auto const found = calendar_of(day);
  return padded(found.year, 4) + "-" + padded(found.month, 2) + "-" + padded(found.day, 2);
}

std::optional<Instant> parse_instant(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00.000Z";
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t n = 10; n < shape.size(); ++n) {
    if (shape[n] != '0' && text[n] != shape[n]) return std::nullopt;
  }
  auto const day = parse_day(text.substr(0, 10));
  auto const hour = digits_up_to(text.substr(11, 2), 23), minute = digits_up_to(text.substr(14, 2), 59);
  auto const second = digits_up_to(text.substr(17, 2), 59), ms = digits(text.substr(20, 3));
  if (!day || !hour || !minute || !second || !ms) return std::nullopt;
  return Instant{day->count() * day_ms + *hour * hour_ms + *minute * minute_ms + *second * second_ms + *ms};
}

std::string text_of(Instant instant) {
  auto const ms = std::clamp(instant.ms, instant_ms_min, instant_ms_max);
  auto const day = floor_div(ms, day_ms);
  auto const rest = static_cast<int>(ms - day * day_ms);
  return text_of(nearest_day(day)) + "T" + padded(rest / 3600000, 2) + ":" + padded(rest / 60000 % 60, 2) +
         ":" + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) + "Z";
}

bool is_sound(ZoneRules const& rules) {
  auto const wide = [](int offset_min) {
    return offset_min < -offset_min_max || offset_min > offset_min_max;
  };
  if (rules.changes.size() > zone_changes_max || wide(rules.offset_min_first)) return false;
  for (std::size_t n = 0; n < rules.changes.size(); ++n) {
    if (wide(rules.changes[n].offset_min)) return false;
    if (n > 0 && rules.changes[n].at <= rules.changes[n - 1].at) return false;
  }
  return true;
}

std::int16_t offset_min_at(Instant instant, ZoneRules const& rules) {
  auto const after =
      std::upper_bound(rules.changes.begin(), rules.changes.end(), instant,
                       [](Instant at, ZoneRules::Change const& change) { return at < change.at; });
  return after == rules.changes.begin() ? rules.offset_min_first : std::prev(after)->offset_min;
}

namespace {
std::int64_t local_ms(Instant instant, ZoneRules const& rules) {
  return std::clamp(instant.ms, instant_ms_min, instant_ms_max) + offset_min_at(instant, rules) * minute_ms;
}
}  // namespace

Day local_day(Instant instant, ZoneRules const& rules) {
  return nearest_day(floor_div(local_ms(instant, rules), day_ms));
}

int local_minute_of_day(Instant instant, ZoneRules const& rules) {
  auto const ms = local_ms(instant, rules);
  return static_cast<int>((ms - floor_div(ms, day_ms) * day_ms) / minute_ms);
}

Instant instant_at(Day day, int minute_of_day, ZoneRules const& rules) {
  auto const clock_ms = day.count() * day_ms + std::clamp(minute_of_day, 0, 1439) * minute_ms;
  // The offset in force a day earlier is tried first, so that of two equal clock readings the first one wins.
  auto const before = offset_min_at(Instant{clock_ms - day_ms}, rules) * minute_ms;
  auto const after = offset_min_at(Instant{clock_ms + day_ms}, rules) * minute_ms;
  if (offset_min_at(Instant{clock_ms - before}, rules) * minute_ms == before)
    return Instant{clock_ms - before};
  if (offset_min_at(Instant{clock_ms - after}, rules) * minute_ms == after) return Instant{clock_ms - after};
  return Instant{clock_ms - before};
}

}  // namespace kith
