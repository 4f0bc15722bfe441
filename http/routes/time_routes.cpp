#include "http/routes/time_routes.hpp"

#include "app/drawer/kept.hpp"
#include "http/problem.hpp"
#include "http/routes/record_routes.hpp"
#include "http/routes/work_routes.hpp"
#include "wire/commands.hpp"
#include "wire/fields.hpp"

namespace kith::http {
namespace {

using wire::Json;

constexpr AccountId whole_team{};      // nobody's account: what belongs to all of them
constexpr std::int64_t late_days = 1;  // a device's clock may be ahead of ours

std::string week_name(Day monday) { return "week " + text_of(monday); }

struct KeptTotal {
  std::optional<std::int32_t> hours;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v.maybe("hours", s.hours);
  }
};

bool is_of_team(Request const& request) {
  return has_work(request) || request.caller->role == Role::administrator;
}

Day this_monday(TimeDesk const& desk) { return monday_of(local_day(desk.clock(), desk.zone)); }

std::vector<app::VisitOf> visits_of_caller(TimeDesk const& desk, Request const& request) {
  auto const first = plus_days(this_monday(desk), -7 * (weeks_open - 1) - late_days);
  return desk.records.visits_since(caller_of(*request.caller), instant_at(first, 0, desk.zone));
}

std::vector<VisitTime> times_of(std::vector<app::VisitOf> const& visits) {
  std::vector<VisitTime> times;
  for (auto const& one : visits) times.push_back(one.time);
  return times;
}

Json write_visit(TimeDesk const& desk, app::VisitOf const& of, VisitTime const& time, KeptWeek const& kept) {
  bool const said =
      std::ranges::find(kept.lengths, time.visit, &SaidLength::visit) != kept.lengths.end() && !time.open;
  return {{"visit", text_of(time.visit)},
          {"name", of.name},
          {"day", text_of(time.day)},
          {"minute", static_cast<std::int64_t>(local_minute_of_day(time.opened_at, desk.zone))},
          {"minutes", time.minutes ? Json(static_cast<std::int64_t>(*time.minutes)) : Json(nullptr)},
          {"open", time.open},
          {"said", said}};
}

Json write_week(TimeDesk const& desk, AccountId account, std::vector<app::VisitOf> const& visits,
                Day monday) {
  auto const kept = app::kept_in<KeptWeek>(desk.drawer, account, week_name(monday)).value_or(KeptWeek{});
  auto const of_week = visits_in(times_of(visits), monday, kept);
  Json list = Json::array();
  for (auto const& time : of_week) {
    auto const of = std::ranges::find(visits, time.visit, [](auto const& one) { return one.time.visit; });
    list.push_back(write_visit(desk, *of, time, kept));
  }
  return {{"monday", text_of(monday)},
          {"confirmed", is_confirmed(kept, of_week)},
          {"minutes", static_cast<std::int64_t>(minutes_of(of_week))},
          {"visits", std::move(list)}};
}

Answer read_weeks(TimeDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  auto const visits = visits_of_caller(desk, request);
  Json weeks = Json::array();
  for (int ago = 0; ago < weeks_open; ++ago)
    weeks.push_back(
        write_week(desk, request.caller->account, visits, plus_days(this_monday(desk), -7 * ago)));
  return ok_json(wire::write_json({{"weeks", std::move(weeks)}}));
}

Answer set_week(TimeDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  auto const json = wire::read_json(request.body);
  auto const* read = std::get_if<Json>(&json);
  WeekAsk ask;
  wire::FieldFault fault{"CM4", "monday"};
  if (!read || !wire::decode(*read, ask, fault)) return problem(400, wire::unreadable("CM4", fault.member));
  auto const times = times_of(visits_of_caller(desk, request));
  auto const kept = keep_week(ask, times, local_day(desk.clock(), desk.zone));
  if (auto const* refusal = std::get_if<Refusal>(&kept)) return problem(422, *refusal);
  desk.drawer.put(request.caller->account, week_name(ask.monday),
                  wire::write_json(wire::encode(std::get<KeptWeek>(kept))));
  return read_weeks(desk, request);
}

// VT7: what was shown once is kept, so that somebody who leaves later cannot be read from the difference.
std::optional<std::int32_t> total_of(TimeDesk& desk, Day monday) {
  std::lock_guard const lock(desk.totals);
  auto const name = week_name(monday);
  if (auto const shown = app::kept_in<KeptTotal>(desk.drawer, whole_team, name)) return shown->hours;
  std::vector<std::int32_t> minutes;
  for (auto const& one : desk.practitioners()) {
    auto const kept = app::kept_in<KeptWeek>(desk.drawer, one.account, name);
    if (kept && kept->confirmed) minutes.push_back(kept->minutes);
  }
  KeptTotal const total{team_hours(minutes)};
  desk.drawer.put(whole_team, name, wire::write_json(wire::encode(total)));
  return total.hours;
}

Answer read_team(TimeDesk& desk, Request const& request) {
  if (!is_of_team(request)) return not_found();
  Json weeks = Json::array();
  for (int ago = weeks_open; ago < weeks_open + weeks_of_team_shown; ++ago) {
    auto const monday = plus_days(this_monday(desk), -7 * ago);
    auto const hours = total_of(desk, monday);
    weeks.push_back({{"monday", text_of(monday)},
                     {"hours", hours ? Json(static_cast<std::int64_t>(*hours)) : Json(nullptr)}});
  }
  return ok_json(wire::write_json({{"weeks", std::move(weeks)}}));
}

}  // namespace

std::vector<Route> time_routes(TimeDesk& desk) {
  return {
      {.method = "GET",
       .path = "/api/me/weeks",
       .summary = "My visits of this week and the last, with their minutes.",
       .says = {{200, "Two weeks.", "VT1"}, {404, "No work here.", "HT9"}},
       .handler = [&desk](Request const& request) { return read_weeks(desk, request); }},
      {.method = "PUT",
       .path = "/api/me/weeks",
       .summary = "One week of mine is right, with the lengths that only I know.",
       .takes = json_of(
           R"({"type":"object","required":["monday","confirmed","lengths"],"properties":{"lengths":{"type":"array"}}})"),
       .says = {{200, "Two weeks.", "VT4"},
                {400, "Not readable.", "CM4"},
                {404, "No work here.", "HT9"},
                {422, "Not like this.", "VT4"}},
       .handler = [&desk](Request const& request) { return set_week(desk, request); }},
      {.method = "GET",
       .path = "/api/team/weeks",
       .summary = "The hours of the whole team, one number a week.",
       .says = {{200, "Eight weeks.", "VT7"}, {404, "Not of this team.", "HT9"}},
       .handler = [&desk](Request const& request) { return read_team(desk, request); }},
  };
}

}  // namespace kith::http
