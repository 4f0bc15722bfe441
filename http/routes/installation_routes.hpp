// What the installation says about itself: help numbers for everybody, health and figures for its keeper.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "http/metrics.hpp"
#include "http/router.hpp"
#include "wire/json.hpp"

namespace kith::http {

struct InstallationDesk {
  app::Installation installation;
  Metrics& metrics;
  std::function<bool()> ready;                           // may requests be sent here now?
  std::function<void(wire::Json&)> add_to_installation;  // now, in the demo; may be empty
};

std::vector<Route> installation_routes(InstallationDesk const&);  // borrowed

// GET /openapi.json, about every route added so far and itself.
void add_description(Router&, std::string_view version);

}  // namespace kith::http
