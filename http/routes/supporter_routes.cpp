#include "http/routes/supporter_routes.hpp"

#include "http/problem.hpp"
#include "http/routes/record_routes.hpp"

namespace kith::http {
namespace {

using identity::Device;
using wire::Json;

constexpr std::string_view print_schema = R"({"type":"object","additionalProperties":false,
  "required":["invitation"],"properties":{"invitation":{"type":"string"}}})";
constexpr std::string_view look_schema = R"({"type":"object","additionalProperties":false,
  "required":["link","code"],"properties":{"link":{"type":"string"},"code":{"type":"string"}}})";
constexpr std::string_view take_schema = R"({"type":"object","additionalProperties":false,
  "required":["link","code"],"properties":{"link":{"type":"string"},"code":{"type":"string"},
  "called":{"type":"string"},"name":{"type":"string"},"password":{"type":"string"},
  "device":{"enum":["own","shared"]}}})";

Json parts_json(PartSet parts) {
  Json list = Json::array();
  for (auto const part : all<Part>())
    if (parts.has(part)) list.push_back(std::string(name_of(part)));
  return list;
}
Json until_json(std::optional<Instant> until) { return until ? Json(text_of(*until)) : Json(); }

// The person alone, and shown once: a newer pair ends the one before (SU4).
Answer print_invitation(SupporterDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  auto const ask = texts_in(request.body, {"invitation"});
  auto const invitation = ask ? parse_id<InvitationId>(text_at(*ask, "invitation")) : std::nullopt;
  if (!invitation) return unreadable("CM4", "Send the id of an invitation.");
  auto const lasts_ms =
      record ? desk.records.may_print_invitation(caller_of(*request.caller), *record, *invitation)
             : std::nullopt;
  if (!lasts_ms) return not_found();
  auto const secret = desk.sessions.sign_in.print_invitation(*invitation, request.caller->account, *lasts_ms);
  return ok_json(wire::write_json({{"link", secret.link},
                                   {"code", secret.code},
                                   {"ends_at", text_of(Instant{desk.now().ms + *lasts_ms})}}));
}

identity::InvitationAsk ask_in(Json const& body, Request const& request) {
  return {text_at(body, "link"), text_at(body, "code"), request.address};
}

Answer look(SupporterDesk const& desk, Request const& request) {
  auto const body = texts_in(request.body, {"link", "code"});
  if (!body || body->size() != 2) return unreadable("AC6", "Send the link and the code.");
  auto const found = desk.sessions.sign_in.look_at_invitation(ask_in(*body, request));
  if (auto const* refused = std::get_if<identity::NotLetIn>(&found)) return answer_of(*refused);
  auto const& to = std::get<identity::Invited>(found);
  auto const seen = desk.records.look_at_invitation(to.record, to.invitation);
  if (!seen) return answer_of({refuse("AC23"), 0});
  return ok_json(wire::write_json({{"person", seen->person},
                                   {"see", parts_json(seen->see)},
                                   {"tell", parts_json(seen->tell)},
                                   {"until", until_json(seen->until)}}));
}

identity::TakeInvitation taking_at(SupporterDesk const& desk) {
  return [&desk](identity::Invited const& to, AccountId account, std::string const& called) {
    return desk.records.take_invitation(to.record, to.invitation, {account, Name{called}, Role::supporter});
  };
}

Answer take_signed_in(SupporterDesk const& desk, Request const& request, Json const& body) {
  auto const refused =
      desk.sessions.sign_in.take_invitation(ask_in(body, request), *request.caller, taking_at(desk));
  return refused ? answer_of(*refused) : no_content();
}

Answer take(SupporterDesk const& desk, Request const& request) {
  auto const body = texts_in(request.body, {"link", "code", "called", "name", "password", "device"});
  auto const wrong = [] {
    return unreadable("AC6", "Send link and code; and, without an account, called, name, password, device.");
  };
  if (!body || !body->contains("link") || !body->contains("code")) return wrong();
  if (body->size() == 2) return request.caller ? take_signed_in(desk, request, *body) : wrong();
  auto const device = named<Device>(text_at(*body, "device"));
  if (!device || body->size() != 6) return wrong();
  auto const outcome = desk.sessions.sign_in.take_invitation(
      ask_in(*body, request),
      {text_at(*body, "called"), text_at(*body, "name"), text_at(*body, "password"), *device},
      taking_at(desk));
  if (auto const* refused = std::get_if<identity::NotLetIn>(&outcome)) return answer_of(*refused);
  return welcome(desk.sessions, request, std::get<identity::LetIn>(outcome));
}

Answer supporting(SupporterDesk const& desk, Request const& request) {
  auto const found = desk.records.supporting(caller_of(*request.caller));
  Json people = Json::array();
  for (auto const& one : found.people) {
    people.push_back({{"record", text_of(one.record)},
                      {"name", one.name},
                      {"see", parts_json(one.see)},
                      {"tell", parts_json(one.tell)},
                      {"until", until_json(one.until)}});
  }
  return ok_json(wire::write_json({{"people", std::move(people)}, {"less", found.less}}));
}

}  // namespace

std::vector<Route> supporter_routes(SupporterDesk const& desk) {
  return {
      {.method = "POST",
       .path = "/api/records/{id}/invitations",
       .summary = "A link to hand over and a code to say, for an open invitation of your own record.",
       .takes = json_of(print_schema),
       .says = {{200, "Both, shown once.", "SU4"}, {404, "Not yours to hand over.", "CM8"}},
       .handler = [&desk](Request const& request) { return print_invitation(desk, request); }},
      {.method = "POST",
       .path = "/api/invitations/look",
       .summary = "Reads what an invitation would let somebody do, before they take it.",
       .who = Who::anyone,
       .takes = json_of(look_schema),
       .says = {{200, "What they may see and tell, and until when.", "SU2"},
                {422, "Nothing is there to be taken.", "AC23"},
                {429, "Too soon after a miss; Retry-After says when.", "AC4"}},
       .handler = [&desk](Request const& request) { return look(desk, request); }},
      {.method = "POST",
       .path = "/api/invitations/take",
       .summary = "Takes an invitation, with a new account or the supporter's own.",
       .who = Who::anyone,
       .takes = json_of(take_schema),
       .says = {{201, "Signed in as a supporter.", "AC23"},
                {204, "Taken with the account that is signed in.", "AC24"},
                {422, "Nothing is there, or a name or password will not do.", "AC23"},
                {429, "Too soon after a miss; Retry-After says when.", "AC4"}},
       .handler = [&desk](Request const& request) { return take(desk, request); }},
      {.method = "GET",
       .path = "/api/supporting",
       .summary = "Whose record a supporter can see or tell.",
       .says = {{200, "One line for each, and whether it is less than before.", "SU9"}},
       .handler = [&desk](Request const& request) { return supporting(desk, request); }},
  };
}

}  // namespace kith::http
