#include "core/at_work/work_times.hpp"

namespace kith {

std::optional<Refusal> refused(WorkTimes const& times) {
  std::uint32_t seen = 0;
  for (auto const& day : times.days) {
    bool const in_week = day.weekday >= 0 && day.weekday < 7;
    bool const in_day = day.from >= 0 && day.from < day.to && day.to <= 24 * 60;
    if (!in_week || !in_day || (seen >> day.weekday & 1u)) return refuse("WT2");
    seen |= 1u << day.weekday;
  }
  if (times.away_from.has_value() != times.away_to.has_value()) return refuse("WT2");
  if (times.away_from && *times.away_to < *times.away_from) return refuse("WT2");
  return std::nullopt;
}

std::optional<AtWork> next_at_work(WorkTimes const& times, Day today, int minute_now) {
  for (int ahead = 0; ahead < work_days_ahead_max; ++ahead) {
    auto const day = plus_days(today, ahead);
    if (times.away_from && *times.away_from <= day && day <= *times.away_to) continue;
    for (auto const& one : times.days) {
      if (one.weekday != static_cast<std::int32_t>(weekday_of(day))) continue;
      if (ahead == 0 && one.to <= minute_now) continue;
      return AtWork{ahead == 0 && one.from <= minute_now, day, one.from, one.to};
    }
  }
  return std::nullopt;
}

}  // namespace kith
