#include "http/routes/look_routes.hpp"

#include "http/problem.hpp"
#include "wire/looks.hpp"

namespace kith::http {
namespace {

Answer who_looked(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  auto const asked = request.asked("before");
  auto const before = parse_day(asked);
  if (!asked.empty() && !before) return unreadable("LK5", "before is a day, as 2026-11-22.");
  auto const who =
      record ? desk.records.who_looked(caller_of(*request.caller), *record, before) : std::nullopt;
  return who ? ok_json(wire::write_who_looked(*who)) : not_found();
}

}  // namespace

std::vector<Route> look_routes(RecordDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/records/{id}/looks",
       .summary = "Who looked at your record, by day, the newest first; ?before= a day for earlier ones.",
       .says = {{200, "Days, and whether there are earlier ones.", "LK5"},
                {400, "Not a day.", "LK5"},
                {404, "Not yours to read.", "LK5"}},
       .handler = [&desk](Request const& request) { return who_looked(desk, request); },
       .takes_long = true},
  };
}

}  // namespace kith::http
