// Days and instants: an instant is UTC milliseconds, a day is a calendar day where the person lives.
//
// Neither is ever called "date" or "time" alone, and the core has no clock: both are handed in. Values, free
// to copy. Units: `Instant::ms` milliseconds since 1970-01-01T00:00Z; `Day::count` days since 1970-01-01;
// offsets are minutes east of Greenwich. Days run from 1900-01-01 to 2199-12-31; parsing refuses with
// nullopt, arithmetic stops at the ends.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct Instant {
  std::int64_t ms = 0;
  friend constexpr auto operator<=>(Instant, Instant) = default;
};
inline constexpr std::int64_t second_ms = 1000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

class Day {
 public:
  static constexpr std::int32_t count_min = -25567;  // 1900-01-01
  static constexpr std::int32_t count_max = 84005;   // 2199-12-31

  constexpr Day() = default;  // 1970-01-01
  static constexpr std::optional<Day> of_count(std::int64_t count) {
    if (count < count_min || count > count_max) return std::nullopt;
    return Day(static_cast<std::int32_t>(count));
  }
  constexpr std::int32_t count() const { return count_; }
  friend constexpr auto operator<=>(Day, Day) = default;

 private:
  explicit constexpr Day(std::int32_t count) : count_(count) {}
  std::int32_t count_ = 0;
};

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct CalendarDay {
  int year = 1970, month = 1, day = 1;  // month 1..12, day 1..31
  friend constexpr bool operator==(CalendarDay, CalendarDay) = default;
};
std::optional<Day> day_of(CalendarDay);  // nullopt when there is no such day, or it is outside the range
CalendarDay calendar_of(Day);
Weekday weekday_of(Day);  // 2026-05-04 is a monday

// Stop at the first and last valid day instead of failing: a reminder past 2199 is a reminder in 2199.
Day plus_days(Day, std::int64_t days);
Day plus_months(Day, std::int64_t months);  // 31 January plus one month is the last day of February
constexpr std::int32_t days_between(Day from, Day to) { return to.count() - from.count(); }

// "2026-05-04": exactly ten bytes.
std::optional<Day> parse_day(std::string_view);
std::string text_of(Day);

// "2026-05-04T09:30:00.000Z": exactly this form, UTC, no leap second, years as for days.
std::optional<Instant> parse_instant(std::string_view);
std::string text_of(Instant);  // an instant outside the range is printed as the nearest end of it

// When the clocks of one place change. The server builds it from its time-zone data for 1970 to 2037 and
// hands it to the device, so that both name the same local day. `changes` is ordered by `at`; no two are
// equal.
struct ZoneRules {
  struct Change {
    Instant at;
    std::int16_t offset_min = 0;  // holds from `at` on
    friend bool operator==(Change const&, Change const&) = default;
  };
  std::int16_t offset_min_first = 0;  // holds before the first change
  std::vector<Change> changes;
  friend bool operator==(ZoneRules const&, ZoneRules const&) = default;
};
inline constexpr int offset_min_max = 18 * 60;
inline constexpr std::size_t zone_changes_max = 512;

bool is_sound(ZoneRules const&);  // ordered, bounded, offsets within 18 hours
std::int16_t offset_min_at(Instant, ZoneRules const&);
Day local_day(Instant, ZoneRules const&);
int local_minute_of_day(Instant, ZoneRules const&);  // 0..1439
// The instant at which a local day has reached a minute (0..1439). A minute skipped in spring gives the
// instant an hour later on the clock; a minute that comes twice in autumn gives the first of the two.
Instant instant_at(Day, int minute_of_day, ZoneRules const&);

}  // namespace kith
