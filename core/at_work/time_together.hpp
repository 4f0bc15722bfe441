// Time together: how long each visit lasted for the practitioner who was there, week by week. Rules VT1-VT7
// (spec/time-together.md).
//
// It is about somebody's work and belongs to no record: what is confirmed is kept with their own account. A
// week is named by its Monday. Lengths are whole minutes, a team's total whole hours. Pure.
#pragma once
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "core/record/events.hpp"
#include "core/refusal.hpp"

namespace kith {

inline constexpr std::int32_t visit_minutes_max = visit_hours_max * 60;
inline constexpr std::int32_t workers_in_total_min = 3;  // fewer, and a total would tell who
inline constexpr int weeks_open = 2;                     // this one and the last
inline constexpr int weeks_of_team_shown = 8;

Day monday_of(Day);

struct VisitTime {
  VisitId visit;
  Day day;  // on which it began, and which it counts for
  Instant opened_at;
  std::optional<std::int32_t> minutes;  // absent: nobody knows (VT2)
  bool open = false;
  friend bool operator==(VisitTime const&, VisitTime const&) = default;
};
// The visits among these events of one record that this practitioner was in, in order.
std::vector<VisitTime> visits_of(std::span<Event const>, AccountId practitioner, Instant now);

struct SaidLength {  // by the practitioner, where the visit itself could not tell or told wrongly
  VisitId visit;
  std::int32_t minutes = 0;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("visit", s.visit), v("minutes", s.minutes);
  }
  friend bool operator==(SaidLength const&, SaidLength const&) = default;
};
// One week as its practitioner left it.
struct KeptWeek {
  bool confirmed = false;
  std::int32_t minutes = 0;  // what was confirmed; 0 before
  std::vector<SaidLength> lengths;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("confirmed", s.confirmed), v("minutes", s.minutes), v("lengths", s.lengths);
  }
  friend bool operator==(KeptWeek const&, KeptWeek const&) = default;
};
// What a practitioner asks for: this is right, or only these lengths.
struct WeekAsk {
  Day monday;
  bool confirmed = false;
  std::vector<SaidLength> lengths;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("monday", s.monday), v("confirmed", s.confirmed), v("lengths", s.lengths);
  }
};

// The visits that began in this week, with the lengths somebody said in place of what was measured.
std::vector<VisitTime> visits_in(std::span<VisitTime const>, Day monday, KeptWeek const&);
std::int32_t minutes_of(std::span<VisitTime const>);  // of those that are known and over
// Whether it was confirmed and nothing came or changed since (VT4).
bool is_confirmed(KeptWeek const&, std::span<VisitTime const> of_week);

std::variant<KeptWeek, Refusal> keep_week(WeekAsk const&, std::span<VisitTime const> all, Day today);

bool can_be_confirmed(Day monday, Day today);  // VT5
// Of one week that nobody can change any more: what each practitioner confirmed. nullopt: not shown (VT7).
std::optional<std::int32_t> team_hours(std::span<std::int32_t const> minutes_confirmed);

}  // namespace kith
