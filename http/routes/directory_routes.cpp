#include "http/routes/directory_routes.hpp"

#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/service.hpp"

namespace kith::http {
namespace {

using wire::Json;

Json list_of(std::vector<ideas::Service> const& services) {
  Json list = Json::array();
  for (auto const& service : services) list.push_back(wire::write_service(service));
  return list;
}

Answer near(DirectoryDesk const& desk, Request const& request) {
  auto const body = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&body);
  if (!json || !wire::object_of(*json)) return problem(400, wire::unreadable("CM12", "near"));
  auto const lat = wire::integer_at(*json, "lat_udeg"), lon = wire::integer_at(*json, "lon_udeg");
  auto const point = lat && lon ? ideas::point_of(*lat, *lon) : std::nullopt;
  if (lat.has_value() != lon.has_value() || (lat && !point)) return problem(400, refuse("MA2"));
  auto const found = desk.search.near(point);
  return ok_json(wire::write_json({{"services", list_of(found)}}));
}

Answer search(DirectoryDesk const& desk, Request const& request) {
  auto const found =
      desk.search.search({std::string(request.asked("words")), std::nullopt, 0, app::found_services_max});
  return ok_json(wire::write_json({{"services", list_of(found)}}));
}

Answer find_place(DirectoryDesk const& desk, Request const& request) {
  auto const body = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&body);
  auto const* text = json ? wire::string_at(*json, "text") : nullptr;
  if (!text) return problem(400, wire::unreadable("CM4", "text"));
  auto const found = desk.places()->find(*text);
  if (auto const* refusal = std::get_if<Refusal>(&found)) return problem(422, *refusal);
  Json places = Json::array();
  for (auto const& place : std::get<std::vector<ideas::FoundPlace>>(found)) {
    places.push_back({{"label", place.label},
                      {"kind", std::string(name_of(place.kind))},
                      {"lat_udeg", place.middle.lat_udeg},
                      {"lon_udeg", place.middle.lon_udeg},
                      {"how_far_m", place.how_far_m}});
  }
  return ok_json(wire::write_json({{"places", std::move(places)}}));
}

template <class Handle>
Handler at(DirectoryDesk const& desk, Handle handle) {
  return [&desk, handle](Request const& request) { return handle(desk, request); };
}

}  // namespace

std::vector<Route> directory_routes(DirectoryDesk const& desk) {
  return {
      {.method = "POST",
       .path = "/api/directory/near",
       .summary = "The 500 nearest entries, and up to 500 from anywhere.",
       .takes = json_of(R"({"type":"object","properties":{"lat_udeg":{"type":["integer","null"]},
         "lon_udeg":{"type":["integer","null"]}}})"),
       .says = {{200, "Entries, for a device to keep."}},
       .handler = at(desk, near)},
      {.method = "GET",
       .path = "/api/directory/search",
       .summary = "Entries with these words: ?words=…",
       .says = {{200, "At most 50 entries."}},
       .handler = at(desk, search)},
      {.method = "POST",
       .path = "/api/places/find",
       .summary = "What a typed postcode or town means.",
       .takes = json_of(R"({"type":"object","required":["text"],"properties":{"text":{"type":"string"}}})"),
       .says = {{200, "One place, or several to choose from."}, {422, "Not in the table.", "LP3"}},
       .handler = at(desk, find_place)},
  };
}

}  // namespace kith::http
