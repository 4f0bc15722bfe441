#include "core/at_work/time_together.hpp"

#include <algorithm>

namespace kith {
namespace {

std::optional<std::int32_t> minutes_between(Instant from, Instant to) {
  auto const minutes = (to.ms - from.ms) / minute_ms;
  if (to < from || minutes > visit_minutes_max) return std::nullopt;  // two clocks that disagree
  return static_cast<std::int32_t>(minutes);
}

SaidLength const* said(KeptWeek const& kept, VisitId visit) {
  auto const spot = std::ranges::find(kept.lengths, visit, &SaidLength::visit);
  return spot == kept.lengths.end() ? nullptr : &*spot;
}

}  // namespace

Day monday_of(Day day) { return plus_days(day, -static_cast<int>(weekday_of(day))); }

std::vector<VisitTime> visits_of(std::span<Event const> events, AccountId practitioner, Instant now) {
  std::vector<VisitTime> visits;
  for (auto const& event : events) {
    if (auto const* opened = std::get_if<VisitOpened>(&event.fact)) {
      bool const theirs = std::ranges::find(opened->with, practitioner) != opened->with.end();
      if (!theirs) continue;
      visits.push_back({opened->visit, event.day_made, event.made_at, {}, now < opened->until});
    } else if (auto const* ended = std::get_if<VisitEnded>(&event.fact)) {
      auto const spot = std::ranges::find(visits, ended->visit, &VisitTime::visit);
      if (spot == visits.end()) continue;
      spot->open = false;
      // VT2: the code of a paper copy is used by whoever holds it, whenever they like.
      if (!event.actor.is_nil()) spot->minutes = minutes_between(spot->opened_at, event.made_at);
    }
  }
  return visits;
}

std::vector<VisitTime> visits_in(std::span<VisitTime const> all, Day monday, KeptWeek const& kept) {
  std::vector<VisitTime> visits;
  for (auto visit : all) {
    if (monday_of(visit.day) != monday) continue;
    auto const* length = said(kept, visit.visit);
    if (length && !visit.open) visit.minutes = length->minutes;
    visits.push_back(visit);
  }
  std::ranges::stable_sort(visits, {}, &VisitTime::opened_at);
  return visits;
}

std::int32_t minutes_of(std::span<VisitTime const> visits) {
  std::int32_t sum = 0;
  for (auto const& visit : visits) sum += visit.minutes.value_or(0);
  return sum;
}

bool is_confirmed(KeptWeek const& kept, std::span<VisitTime const> of_week) {
  bool const known = std::ranges::all_of(of_week, [](auto const& one) { return one.open || one.minutes; });
  return kept.confirmed && known && minutes_of(of_week) == kept.minutes;
}

bool can_be_confirmed(Day monday, Day today) {
  auto const weeks_ago = days_between(monday, monday_of(today)) / 7;
  return monday_of(monday) == monday && weeks_ago >= 0 && weeks_ago < weeks_open;
}

std::variant<KeptWeek, Refusal> keep_week(WeekAsk const& ask, std::span<VisitTime const> all, Day today) {
  if (!can_be_confirmed(ask.monday, today)) return refuse("VT5");
  KeptWeek kept{false, 0, ask.lengths};
  auto const visits = visits_in(all, ask.monday, kept);
  for (auto const& one : ask.lengths) {
    auto const spot = std::ranges::find(visits, one.visit, &VisitTime::visit);
    bool const twice = std::ranges::count(ask.lengths, one.visit, &SaidLength::visit) > 1;
    bool const in_bounds = one.minutes >= 0 && one.minutes <= visit_minutes_max;
    if (spot == visits.end() || spot->open || twice || !in_bounds) return refuse("VT3");
  }
  if (!ask.confirmed) return kept;
  for (auto const& visit : visits)
    if (!visit.open && !visit.minutes) return refuse("VT4");
  kept.confirmed = true;
  kept.minutes = minutes_of(visits);
  return kept;
}

std::optional<std::int32_t> team_hours(std::span<std::int32_t const> minutes_confirmed) {
  std::int32_t workers = 0, sum = 0;
  for (auto const minutes : minutes_confirmed) {
    workers += minutes > 0;  // a week without a visit hides nobody
    sum += minutes;
  }
  if (workers < workers_in_total_min) return std::nullopt;
  return (sum + 30) / 60;
}

}  // namespace kith
