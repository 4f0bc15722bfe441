#include "http/routes/work_routes.hpp"

#include "app/drawer/kept.hpp"
#include "http/problem.hpp"
#include "standards/icalendar/calendar_file.hpp"
#include "wire/commands.hpp"
#include "wire/fields.hpp"

namespace kith::http {
namespace {

using wire::Json;

constexpr std::string_view times_name = "work_times";
constexpr std::string_view calendar_name = "calendar";
constexpr std::int64_t calendar_days = 14;

WorkTimes times_of(WorkDesk const& desk, AccountId account) {
  return app::kept_in<WorkTimes>(desk.drawer, account, times_name).value_or(WorkTimes{});
}

Answer read_times(WorkDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  return ok_json(wire::write_json(wire::encode(times_of(desk, request.caller->account))));
}

Answer set_times(WorkDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  auto const json = wire::read_json(request.body);
  auto const* read = std::get_if<Json>(&json);
  WorkTimes times;
  wire::FieldFault fault{"CM4", "days"};
  if (!read || !wire::decode(*read, times, fault)) return problem(400, wire::unreadable("CM4", fault.member));
  if (auto const refusal = refused(times)) return problem(422, *refusal);
  desk.drawer.put(request.caller->account, times_name, wire::write_json(wire::encode(times)));
  return no_content();
}

std::variant<icalendar::Diary, Refusal> diary_of(WorkDesk const& desk, std::string_view file) {
  auto const today = local_day(desk.clock(), desk.zone);
  return icalendar::read_calendar(file,
                                  {today, plus_days(today, calendar_days - 1), desk.zone, desk.zone_names});
}

Json number_or_null(std::optional<int> number) {
  return number ? Json(static_cast<std::int64_t>(*number)) : Json(nullptr);
}

// What was handed in, read anew for today: a calendar that was kept is true for the days it was made for.
Answer read_diary(WorkDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  auto const file = desk.drawer.look(request.caller->account, calendar_name);
  auto const read = diary_of(desk, file ? std::string_view(*file) : std::string_view());
  auto const* diary = std::get_if<icalendar::Diary>(&read);
  Json list = Json::array();
  if (diary) {
    for (auto const& one : diary->appointments) {
      list.push_back({{"day", text_of(one.day)},
                      {"minute", number_or_null(one.minute)},
                      {"until", number_or_null(one.until)},
                      {"title", one.title}});
    }
  }
  return ok_json(wire::write_json({{"kept", file.has_value()},
                                   {"appointments", std::move(list)},
                                   {"left_out", static_cast<std::int64_t>(diary ? diary->left_out : 0)}}));
}

Answer hand_in_calendar(WorkDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  auto const read = diary_of(desk, request.body);
  if (auto const* refusal = std::get_if<Refusal>(&read)) return problem(422, *refusal);
  desk.drawer.put(request.caller->account, calendar_name, request.body);
  return read_diary(desk, request);
}

Answer take_calendar_out(WorkDesk const& desk, Request const& request) {
  if (!has_work(request)) return not_found();
  desk.drawer.put(request.caller->account, calendar_name, "");
  return no_content();
}

}  // namespace

bool has_work(Request const& request) { return request.caller->role == Role::practitioner; }

std::optional<AtWork> next_at_work(WorkDesk const& desk, AccountId account) {
  auto const now = desk.clock();
  return kith::next_at_work(times_of(desk, account), local_day(now, desk.zone),
                            local_minute_of_day(now, desk.zone));
}

std::vector<Route> work_routes(WorkDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/me/work-times",
       .summary = "When I am at work: my own setting.",
       .says = {{200, "Days with a beginning and an end.", "WT1"}, {404, "No work here.", "HT9"}},
       .handler = [&desk](Request const& request) { return read_times(desk, request); }},
      {.method = "PUT",
       .path = "/api/me/work-times",
       .summary = "Set when I am at work.",
       .takes = json_of(R"({"type":"object","required":["days"],"properties":{"days":{"type":"array"}}})"),
       .says = {{204, "It is so."}, {400, "Not readable.", "CM4"}, {422, "No such week.", "WT2"}},
       .handler = [&desk](Request const& request) { return set_times(desk, request); }},
      {.method = "GET",
       .path = "/api/me/calendar",
       .summary = "The next two weeks of the calendar I handed in.",
       .says = {{200, "Appointments, in order.", "CA4"}, {404, "No work here.", "HT9"}},
       .handler = [&desk](Request const& request) { return read_diary(desk, request); }},
      {.method = "PUT",
       .path = "/api/me/calendar",
       .summary = "Hand in a calendar file; it is read and never written.",
       .takes = {"text/calendar", icalendar::file_bytes_max, ""},
       .says = {{200, "What was understood of it."}, {422, "No calendar.", "CA1"}},
       .handler = [&desk](Request const& request) { return hand_in_calendar(desk, request); }},
      {.method = "DELETE",
       .path = "/api/me/calendar",
       .summary = "Take my calendar out again.",
       .says = {{204, "It is gone."}},
       .handler = [&desk](Request const& request) { return take_calendar_out(desk, request); }},
  };
}

}  // namespace kith::http
