// The site: everything between the socket and a handler, in one order. Name, target, route, origin and body
// bounds before the body is read; then who asks, the handler, ETag and the headers every answer carries.
//
// Built once at start and then only read; any thread. It owns its router and borrows the rest.
#pragma once
#include <functional>
#include <optional>

#include "http/guard.hpp"
#include "http/metrics.hpp"
#include "http/router.hpp"
#include "http/server.hpp"
#include "http/static_files.hpp"

namespace kith::http {

// Who shows this token? `bearer`: it came as Authorization: Bearer, otherwise as our cookie.
using WhoIs = std::function<std::optional<identity::SignedIn>(std::string_view token, bool bearer)>;

// Is this the token of an account that is gone (AC21)? May be empty.
using HasEnded = std::function<bool(std::string_view token)>;

class Site final : public Application {
 public:
  Site(Door door, Router router, StaticFiles const& files, WhoIs who_is, Metrics& metrics,
       HasEnded has_ended = {});

  Admission admit(Request& head) override;
  bool is_at_hand(Request& request) override;
  Answer answer(Request request) override;
  void dress(Answer& answer) override { add_security_headers(door_, answer); }

 private:
  Admission admit_to_route(Request& head) const;
  Answer answer_of(Request& request) const;
  std::optional<identity::SignedIn> caller_of(Request const&) const;
  Answer sign_in_first(Request const&) const;

  Door const door_;
  Router const router_;
  StaticFiles const& files_;
  WhoIs const who_is_;
  Metrics& metrics_;
  HasEnded const has_ended_;
};

}  // namespace kith::http
