#include "http/routes/joining_routes.hpp"

#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/fields.hpp"

namespace kith::http {
namespace {

using wire::Json;

Json write_side(app::JoinSideLook const& side) {
  Json lines = Json::array();
  for (auto const& line : side.lines) {
    lines.push_back({{"kind", line.kind},
                     {"words", line.words},
                     {"whose", line.whose},
                     {"by", line.by},
                     {"on", text_of(line.on)}});
  }
  return {{"record", text_of(side.record)},
          {"name", side.name},
          {"started_on", text_of(side.started_on)},
          {"lines", std::move(lines)}};
}

Answer write_look(RecordDesk const& desk, app::Caller const& caller, RecordId from, RecordId kept) {
  auto const look = desk.records.look_at_join(caller, from, kept);
  if (!look) return not_found();
  return ok_json(
      wire::write_json({{"old", write_side(look->old)},
                        {"kept", write_side(look->kept)},
                        {"joined", look->joined},
                        {"can_undo", look->can_undo},
                        {"rule", look->refusal ? Json(std::string(look->refusal->rule)) : Json(nullptr)},
                        {"lost_sight", look->lost_sight}}));
}

Answer look_at_join(RecordDesk const& desk, Request const& request) {
  auto const kept = request.id<RecordId>();
  auto const from = parse_id<RecordId>(request.asked("from"));
  if (!kept || !from) return not_found();
  return write_look(desk, caller_of(*request.caller), *from, *kept);
}

Answer join(RecordDesk const& desk, Request const& request) {
  auto const kept = request.id<RecordId>();
  if (!kept) return not_found();
  auto const json = wire::read_json(request.body);
  auto const* read = std::get_if<Json>(&json);
  JoinAsk ask;
  wire::FieldFault fault{"CM4", "from"};
  if (!read || !wire::decode(*read, ask, fault)) return problem(400, wire::unreadable("CM4", fault.member));
  auto const caller = caller_of(*request.caller);
  if (auto const refusal = desk.records.join(caller, *kept, ask)) {
    if (refusal->rule == "CM8") return not_found();
    return problem(409, *refusal);
  }
  return write_look(desk, caller, ask.from, *kept);
}

}  // namespace

std::vector<Route> joining_routes(RecordDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/records/{id}/join",
       .summary = "This record and ?from=, side by side: what joining would copy, or has copied.",
       .says = {{200, "Both, and why not now.", "JO1"}, {404, "Not both are there for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return look_at_join(desk, request); },
       .takes_long = true},
      {.method = "POST",
       .path = "/api/records/{id}/join",
       .summary = "Copies what lives in another record of this person into this one, and closes that one.",
       .takes = json_of(
           R"({"type":"object","required":["id","from","made_at","offset_min"],"properties":{"undo":{"type":"boolean"}}})"),
       .says = {{200, "It is so.", "JO7"},
                {400, "Not readable.", "CM4"},
                {404, "Not both are there for you.", "CM8"},
                {409, "Not like this.", "JO1"}},
       .handler = [&desk](Request const& request) { return join(desk, request); }},
  };
}

}  // namespace kith::http
