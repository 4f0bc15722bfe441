#include "http/routes/session_routes.hpp"

#include <algorithm>

#include "http/problem.hpp"

namespace kith::http {
namespace {

using identity::Device;
using identity::SignedIn;
using wire::Json;

constexpr std::string_view sign_in_schema = R"({"type":"object","additionalProperties":false,"properties":{
  "name":{"type":"string"},"password":{"type":"string"},"link":{"type":"string"},
  "device":{"enum":["own","shared"]}}})";
constexpr std::string_view password_schema = R"({"type":"object","additionalProperties":false,
  "required":["old_password","new_password"],"properties":{
  "old_password":{"type":"string"},"new_password":{"type":"string"}}})";

constexpr std::string_view card_schema = R"({"type":"object","additionalProperties":false,
  "required":["code","name","password"],"properties":{"code":{"type":"string"},
  "name":{"type":"string"},"password":{"type":"string"},"device":{"enum":["own","shared"]}}})";
constexpr std::string_view way_back_schema = R"({"type":"object","additionalProperties":false,
  "required":["code","password"],"properties":{"code":{"type":"string"},
  "password":{"type":"string"},"device":{"enum":["own","shared"]}}})";

}  // namespace

std::optional<Json> texts_in(std::string_view body, std::initializer_list<std::string_view> allowed) {
  auto read = wire::read_json(body, {.bytes_max = small_body_bytes_max});
  auto* const json = std::get_if<Json>(&read);
  auto const* const object = json ? wire::object_of(*json) : nullptr;
  if (!object) return std::nullopt;
  for (auto const& [name, value] : *object) {
    if (std::ranges::find(allowed, name) == allowed.end() || !value.is_string()) return std::nullopt;
  }
  return std::move(*json);
}

std::string text_at(Json const& object, std::string_view name) {
  auto const* const text = wire::string_at(object, name);
  return text ? *text : std::string();
}

namespace {

std::string me_json(SessionDesk const& desk, SignedIn const& who) {
  Json me{{"account", text_of(who.account)},
          {"name", who.display_name},
          {"role", std::string(name_of(who.role))},
          {"device", std::string(name_of(who.device))},
          {"ends_at", text_of(who.ends_at)}};
  me["record"] = who.record ? Json(text_of(*who.record)) : Json();
  if (desk.add_to_me) desk.add_to_me(who, me);
  return wire::write_json(me);
}

// Never readable by a script, never sent from another site. Without `max_age_ms` it goes with the browser.
std::string cookie_of(SessionDesk const& desk, std::string const& name, std::string const& value,
                      std::optional<std::int64_t> max_age_ms) {
  auto cookie = name + '=' + value + "; Path=/; HttpOnly; SameSite=Strict";
  if (desk.door.secure()) cookie += "; Secure";
  if (max_age_ms) cookie += "; Max-Age=" + std::to_string(*max_age_ms / second_ms);
  return cookie;
}

std::string session_cookie(SessionDesk const& desk, std::string const& token, Device device) {
  auto const own = device == Device::own;
  return cookie_of(desk, desk.door.cookie_name(), token,
                   own ? std::optional(identity::own_device.whole_ms) : std::nullopt);
}

std::string no_session_cookie(SessionDesk const& desk) {
  return cookie_of(desk, desk.door.cookie_name(), "", 0);
}

}  // namespace

Answer answer_of(identity::NotLetIn const& refused) {
  if (refused.wait_ms > 0) return slow_down(refused.refusal, refused.wait_ms);
  return problem(refused.refusal.rule == "AC1" ? 401 : 422, refused.refusal);
}

namespace {

void end_streams_of(SessionDesk const& desk, SignedIn const& who) {
  desk.hub.end([&](Subscription const& watched) { return watched.reader.session == who.session; });
}

void leave(SessionDesk const& desk, SignedIn const& who) {
  desk.sign_in.sign_out(who);
  end_streams_of(desk, who);
}

identity::LinkAsk link_in(Json const& ask, Device device, Request const& request) {
  return {text_at(ask, "link"), device, request.address};
}

identity::NameAndPassword name_in(SessionDesk const& desk, Json const& ask, Device device,
                                  Request const& request) {
  return {text_at(ask, "name"), text_at(ask, "password"), device, request.address,
          std::string(request.cookie(desk.door.known_cookie_name()))};
}

}  // namespace

Answer welcome(SessionDesk const& desk, Request const& request, identity::LetIn const& let_in) {
  if (request.caller && request.caller->kind == identity::PassKind::session) leave(desk, *request.caller);
  auto answer = ok_json(me_json(desk, let_in.who));
  answer.status = 201;
  answer.with("Set-Cookie", session_cookie(desk, let_in.token, let_in.who.device));
  if (let_in.known.empty()) return answer;
  return answer.with("Set-Cookie", cookie_of(desk, desk.door.known_cookie_name(), let_in.known,
                                             identity::known_browser.whole_ms));
}

namespace {

Answer sign_in(SessionDesk const& desk, Request const& request) {
  auto const ask = texts_in(request.body, {"name", "password", "link", "device"});
  auto const device =
      ask ? named<Device>(ask->contains("device") ? text_at(*ask, "device") : "shared") : std::nullopt;
  auto const by_link = ask && ask->contains("link");
  auto const by_name = ask && ask->contains("name") && ask->contains("password");
  if (!device || by_link == by_name) {
    return unreadable("AC6", "Send name and password, or link; and device, which is own or shared.");
  }
  auto outcome = by_link ? desk.sign_in.sign_in(link_in(*ask, *device, request))
                         : desk.sign_in.sign_in(name_in(desk, *ask, *device, request));
  if (auto const* refused = std::get_if<identity::NotLetIn>(&outcome)) return answer_of(*refused);
  return welcome(desk, request, std::get<identity::LetIn>(outcome));
}

// For somebody who was handed a code on paper. `use` is either of the two ways.
template <class Use>
Answer with_code(SessionDesk const& desk, Request const& request, std::size_t members, Use use) {
  auto const ask = texts_in(request.body, {"code", "name", "password", "device"});
  auto const device =
      ask ? named<Device>(ask->contains("device") ? text_at(*ask, "device") : "shared") : std::nullopt;
  if (!device || ask->size() - ask->contains("device") != members || !ask->contains("code") ||
      !ask->contains("password")) {
    return unreadable("AC6", "Send the code, a password, with a card also a name; and device.");
  }
  auto outcome = use(*ask, *device);
  if (auto const* refused = std::get_if<identity::NotLetIn>(&outcome)) return answer_of(*refused);
  auto const& let_in = std::get<identity::LetIn>(outcome);
  desk.hub.end([&](Subscription const& watched) { return watched.reader.account == let_in.who.account; });
  return welcome(desk, request, let_in);
}

Answer use_card(SessionDesk const& desk, Request const& request) {
  return with_code(desk, request, 3, [&](Json const& ask, Device device) {
    return desk.sign_in.use_card(
        {text_at(ask, "code"), text_at(ask, "name"), text_at(ask, "password"), device, request.address},
        desk.called, desk.give);
  });
}

Answer use_way_back(SessionDesk const& desk, Request const& request) {
  return with_code(desk, request, 2, [&](Json const& ask, Device device) {
    return desk.sign_in.use_way_back(
        {text_at(ask, "code"), text_at(ask, "password"), device, request.address});
  });
}

Answer sign_out(SessionDesk const& desk, Request const& request) {
  if (request.caller) leave(desk, *request.caller);
  return no_content().with("Set-Cookie", no_session_cookie(desk));
}

Answer sign_out_everywhere(SessionDesk const& desk, Request const& request) {
  auto const account = request.caller->account;
  desk.sign_in.sign_out_everywhere(account);
  desk.hub.end([&](Subscription const& watched) { return watched.reader.account == account; });
  return no_content().with("Set-Cookie", no_session_cookie(desk));
}

Answer change_password(SessionDesk const& desk, Request const& request) {
  auto const ask = texts_in(request.body, {"old_password", "new_password"});
  if (!ask || ask->size() != 2) return unreadable("AC6", "Send old_password and new_password.");
  auto const refused = desk.sign_in.change_password(*request.caller, text_at(*ask, "old_password"),
                                                    text_at(*ask, "new_password"), request.address);
  if (refused) return answer_of(*refused);
  desk.hub.end([&](Subscription const& watched) {
    return watched.reader.account == request.caller->account &&
           watched.reader.session != request.caller->session;
  });
  return no_content();
}

Answer me(SessionDesk const& desk, Request const& request) { return ok_json(me_json(desk, *request.caller)); }

Answer whose_device(SessionDesk const& desk, Request const& request) { return desk.files.page(request); }

template <class Handle>
Handler at(SessionDesk const& desk, Handle handle) {
  return [&desk, handle](Request const& request) { return handle(desk, request); };
}

}  // namespace

std::vector<Route> session_routes(SessionDesk const& desk) {
  return {
      {.method = "POST",
       .path = "/api/sessions",
       .summary = "Sign in, by name and password or by link.",
       .who = Who::anyone,
       .takes = json_of(sign_in_schema),
       .says = {{201, "Signed in; the cookie is the session."},
                {401, "Name or password is not right.", "AC1"},
                {429, "Too soon after a miss; Retry-After says when.", "AC4"}},
       .handler = at(desk, sign_in)},
      {.method = "POST",
       .path = "/api/cards",
       .summary = "Sign in for the first time, with a code on a card.",
       .who = Who::anyone,
       .takes = json_of(card_schema),
       .says = {{201, "The record is theirs, and they are signed in.", "AC17"},
                {422, "The code, name or password will not do.", "AC16"},
                {429, "Too soon after a miss; Retry-After says when.", "AC4"}},
       .handler = at(desk, use_card)},
      {.method = "POST",
       .path = "/api/way-backs",
       .summary = "A new password for a forgotten one, with a printed code.",
       .who = Who::anyone,
       .takes = json_of(way_back_schema),
       .says = {{201, "Signed in; every other session has ended.", "AC18"},
                {422, "The code or the password will not do.", "AC16"},
                {429, "Too soon after a miss; Retry-After says when.", "AC4"}},
       .handler = at(desk, use_way_back)},
      {.method = "DELETE",
       .path = "/api/sessions/current",
       .summary = "Sign out on this device.",
       .who = Who::anyone,
       .says = {{204, "Signed out; also when nobody was signed in."}},
       .handler = at(desk, sign_out)},
      {.method = "DELETE",
       .path = "/api/sessions/all",
       .summary = "Sign out on every device.",
       .says = {{204, "Every session of this account has ended.", "AC7"}},
       .handler = at(desk, sign_out_everywhere)},
      {.method = "POST",
       .path = "/api/me/password",
       .summary = "Change my password; every other session ends.",
       .takes = json_of(password_schema),
       .says = {{204, "Changed."},
                {401, "The old password is not right.", "AC1"},
                {422, "The new password will not do.", "AC10"},
                {429, "Too soon after a miss.", "AC4"}},
       .handler = at(desk, change_password)},
      {.method = "GET",
       .path = "/api/me",
       .summary = "Who I am.",
       .says = {{200, "The account that is signed in."}},
       .handler = at(desk, me)},
      {.method = "GET",
       .path = "/in/{token}",
       .summary = "The page that asks whose device this is, before a link is used.",
       .who = Who::anyone,
       .says = {{200, "The app's page; it sends the link to POST /api/sessions.", "AC12"}},
       .handler = at(desk, whose_device)},
  };
}

WhoIs who_is(identity::SignIn& sign_in) {
  return [&sign_in](std::string_view token, bool bearer) -> std::optional<SignedIn> {
    auto who = sign_in.who_is(token);
    auto const wanted = bearer ? identity::PassKind::machine : identity::PassKind::session;
    if (!who || who->kind != wanted) return std::nullopt;
    return who;
  };
}

}  // namespace kith::http
