// Signing in and out, and who I am. Rules AC1–AC15.
//
// The handlers read, ask `SignIn`, and answer: no rule stands here. What is borrowed must outlive the routes.
#pragma once
#include <functional>
#include <vector>

#include "app/identity/sign_in.hpp"
#include "http/guard.hpp"
#include "http/live.hpp"
#include "http/router.hpp"
#include "http/site.hpp"
#include "http/static_files.hpp"
#include "wire/json.hpp"

namespace kith::http {

struct SessionDesk {
  identity::SignIn& sign_in;
  LiveHub& hub;  // streams of a session that ends are ended
  StaticFiles const& files;
  Door door;
  // Adds what the application tells about itself to GET /api/me (zone, now); may be empty.
  std::function<void(identity::SignedIn const&, wire::Json& me)> add_to_me;
  // What a card needs of records: the name of its person, and handing it over (AC17).
  std::function<std::string(RecordId)> called = {};
  identity::GiveRecord give = {};
};

std::vector<Route> session_routes(SessionDesk const&);  // the desk itself is borrowed too

// Of every way in: the cookie and who is in now, or why not.
Answer welcome(SessionDesk const&, Request const&, identity::LetIn const&);
Answer answer_of(identity::NotLetIn const&);
// The object in a body that has exactly members of these names, each a text; nullopt: something else.
std::optional<wire::Json> texts_in(std::string_view body, std::initializer_list<std::string_view> allowed);
std::string text_at(wire::Json const& object, std::string_view name);

// For the site: a bearer token opens with a machine's pass only, our cookie with a session's only (AC13).
WhoIs who_is(identity::SignIn&);

}  // namespace kith::http
