// Invitations and supporters over HTTP: a link and a code to hand over, taking them, and whose record a
// supporter can see. Rules AC23, AC24, SU4 and SU9.
//
// Whatever is wrong with an invitation is one answer, to the byte. What is borrowed must outlive the routes.
#pragma once
#include "app/records/records.hpp"
#include "http/routes/session_routes.hpp"

namespace kith::http {

struct SupporterDesk {
  app::Records& records;
  SessionDesk const& sessions;
  std::function<Instant()> now;
};

std::vector<Route> supporter_routes(SupporterDesk const&);  // the desk is borrowed

}  // namespace kith::http
