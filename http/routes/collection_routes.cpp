#include "http/routes/collection_routes.hpp"

#include <algorithm>

#include "core/paper/collection_page.hpp"
#include "http/language.hpp"
#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/fields.hpp"
#include "wire/service.hpp"

namespace kith::http {
namespace {

using wire::Json;

constexpr std::size_t collection_bytes_max = 64u << 10;

AccountId account_of(Request const& request) { return request.caller->account; }
bool may_gather(Request const& request) { return request.caller->role != Role::administrator; }
bool is_colleague(Request const& request) {
  auto const role = request.caller->role;
  return role == Role::practitioner || role == Role::curator;
}

Answer list_all(CollectionDesk const& desk, Request const& request) {
  if (!may_gather(request)) return not_found();
  Json mine = Json::array(), shared = Json::array();
  for (auto const& one : desk.shelf.of(account_of(request)).list) mine.push_back(wire::encode(one));
  if (is_colleague(request)) {
    for (auto const& one : desk.shelf.shared()) {
      if (one.owner == account_of(request)) continue;
      auto json = wire::encode(one.collection);
      json["by"] = desk.name_of(one.owner);
      shared.push_back(std::move(json));
    }
  }
  return ok_json(wire::write_json({{"mine", std::move(mine)}, {"shared", std::move(shared)}}));
}

Answer put_one(CollectionDesk const& desk, Request const& request) {
  auto const id = request.id<CollectionId>();
  if (!may_gather(request) || !id) return not_found();
  auto const read = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&read);
  Collection collection;
  wire::FieldFault fault{"CM4", "list"};
  if (!json || !wire::decode(*json, collection, fault))
    return problem(400, wire::unreadable(fault.rule, fault.member));
  if (collection.id != *id) return problem(400, wire::unreadable("CM4", "id"));
  if (collection.shared && !is_colleague(request)) return problem(422, refuse("CO3"));
  auto const refusal = desk.shelf.put(account_of(request), std::move(collection));
  return refusal ? problem(422, *refusal) : no_content();
}

Answer remove_one(CollectionDesk const& desk, Request const& request) {
  auto const id = request.id<CollectionId>();
  if (!may_gather(request) || !id) return not_found();
  desk.shelf.remove(account_of(request), *id);
  return no_content();
}

// What has become of these entries: those that stand as they are now, and the others may have changed (CO5).
Answer look_up(CollectionDesk const& desk, Request const& request) {
  auto const read = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&read);
  auto const* asked = json ? wire::array_at(*json, "services") : nullptr;
  if (!asked || asked->size() > collection_lines_max)
    return problem(400, wire::unreadable("CM4", "services"));
  Json services = Json::array(), changed = Json::array();
  for (auto const& one : *asked) {
    auto const* text = one.get_ptr<Json::string_t const*>();
    auto const id = text ? parse_id<ServiceId>(*text) : std::nullopt;
    if (!id) return problem(400, wire::unreadable("CM4", "services"));
    auto const service = desk.search.find(*id);
    if (service && service->is_shown())
      services.push_back(wire::write_service(*service));
    else
      changed.push_back(text_of(*id));
  }
  return ok_json(wire::write_json({{"services", std::move(services)}, {"changed", std::move(changed)}}));
}

// Mine, or one that a colleague shares.
std::optional<Collection> readable(CollectionDesk const& desk, Request const& request, CollectionId id) {
  for (auto& one : desk.shelf.of(account_of(request)).list) {
    if (one.id == id) return std::move(one);
  }
  if (!is_colleague(request)) return std::nullopt;
  for (auto& one : desk.shelf.shared()) {
    if (one.collection.id == id) return std::move(one.collection);
  }
  return std::nullopt;
}

Answer print(CollectionDesk const& desk, Request const& request) {
  auto const id = request.id<CollectionId>();
  if (!may_gather(request) || !id) return not_found();
  auto const as = request.asked("as");
  auto const language = language_of(request);
  if ((as != "pdf" && as != "html") || !language) return problem(400, wire::unreadable("PA11", "as"));
  auto const list = readable(desk, request, *id);
  if (!list) return not_found();
  std::map<ServiceId, ideas::Service> services;
  for (auto const& line : list->lines) {
    if (auto service = desk.search.find(line.service)) services.emplace(line.service, std::move(*service));
  }
  auto html = collection_html(*list, services, {desk.today(), desk.practice}, desk.words.in(*language));
  if (as == "html") return ok_text(std::move(html), "text/html; charset=utf-8");
  return ok_text(desk.paper.pdf(html), "application/pdf")
      .with("Content-Disposition", "inline; filename=\"list.pdf\"");
}

template <class Handle>
Handler at(CollectionDesk const& desk, Handle handle) {
  return [&desk, handle](Request const& request) { return handle(desk, request); };
}

}  // namespace

std::vector<Route> collection_routes(CollectionDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/collections",
       .summary = "My lists of places, and those that colleagues share.",
       .says = {{200, "Both."}, {404, "Not for you.", "HT9"}},
       .handler = at(desk, list_all)},
      {.method = "PUT",
       .path = "/api/collections/{id}",
       .summary = "A list as it now is: its name, whether colleagues see it, and its lines in their order.",
       .takes = json_of(R"({"type":"object","required":["id","name","lines"],"properties":{
         "id":{"type":"string"},"name":{"type":"string"},"shared":{"type":"boolean"},
         "lines":{"type":"array","items":{"type":"object","required":["service","name"],"properties":{
           "service":{"type":"string"},"name":{"type":"string"},"words":{"type":"string"}}}}}})",
                        collection_bytes_max),
       .says = {{204, "It is so."}, {400, "Not readable.", "CM4"}, {422, "No sound list.", "CO1"}},
       .handler = at(desk, put_one)},
      {.method = "DELETE",
       .path = "/api/collections/{id}",
       .summary = "Put a list of mine away for good.",
       .says = {{204, "It is gone."}},
       .handler = at(desk, remove_one)},
      {.method = "GET",
       .path = "/api/collections/{id}/paper",
       .summary = "A list on paper: ?as=html or pdf, &lang=en or cy.",
       .says = {{200, "The sheet.", "CO4"},
                {400, "Neither HTML nor PDF.", "PA11"},
                {404, "No such list.", "HT9"}},
       .handler = at(desk, print)},
      {.method = "POST",
       .path = "/api/directory/look",
       .summary = "Entries by their ids: those that stand, and those that may have changed.",
       .takes = json_of(R"({"type":"object","required":["services"],"properties":{
         "services":{"type":"array","items":{"type":"string"}}}})"),
       .says = {{200, "Both.", "CO5"}, {400, "Not readable.", "CM4"}},
       .handler = at(desk, look_up)},
  };
}

}  // namespace kith::http
