#include "http/routes/work_routes.hpp"

#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/fields.hpp"

namespace kith::http {
namespace {

using wire::Json;

constexpr std::string_view times_name = "work_times";

WorkTimes times_of(WorkDesk const& desk, AccountId account) {
  auto const kept = desk.drawer.look(account, times_name);
  auto const json = kept ? wire::read_json(*kept) : wire::JsonRefusal{};
  WorkTimes times;
  wire::FieldFault fault;
  if (auto const* read = std::get_if<Json>(&json); !read || !wire::decode(*read, times, fault)) return {};
  return times;
}

bool has_work(Request const& request) { return request.caller->role == Role::practitioner; }

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

}  // namespace

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
  };
}

}  // namespace kith::http
