// When a practitioner is at work: their own setting, and when they are next there. Rules WT1-WT3
// (spec/messages.md).
//
// It is shown to whoever writes to them, so that nobody waits at night. Minutes are of the local day. Pure.
#pragma once
#include <optional>
#include <vector>

#include "core/days.hpp"
#include "core/refusal.hpp"

namespace kith {

struct WorkDay {
  std::int32_t weekday = 0;  // 0 is Monday
  std::int32_t from = 0, to = 0;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("weekday", s.weekday), v("from", s.from), v("to", s.to);
  }
  friend bool operator==(WorkDay const&, WorkDay const&) = default;
};
struct WorkTimes {
  std::vector<WorkDay> days;
  std::optional<Day> away_from, away_to;  // both or none; the last day is away too
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("days", s.days), v.maybe("away_from", s.away_from), v.maybe("away_to", s.away_to);
  }
  friend bool operator==(WorkTimes const&, WorkTimes const&) = default;
};
std::optional<Refusal> refused(WorkTimes const&);

struct AtWork {
  bool now = false;
  Day day;
  std::int32_t minute = 0;  // when it begins
  std::int32_t until = 0;
  friend bool operator==(AtWork const&, AtWork const&) = default;
};
inline constexpr int work_days_ahead_max = 56;
std::optional<AtWork> next_at_work(WorkTimes const&, Day today, int minute_now);

}  // namespace kith
