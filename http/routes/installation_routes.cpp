#include "http/routes/installation_routes.hpp"

#include <memory>

#include "http/guard.hpp"
#include "http/problem.hpp"

namespace kith::http {
namespace {

using wire::Json;

Json help_of(app::Installation const& installation) {
  auto help = Json::array();
  for (auto const& line : installation.help) {
    help.push_back({{"name", line.name},
                    {"number", line.number},
                    {"when", line.when},
                    {"checked_on", text_of(line.checked_on)}});
  }
  return help;
}

Json wings_of(app::Installation const& installation) {
  auto wings = Json::array();
  for (auto const wing : app::wings_of(installation.purpose)) wings.push_back(std::string(name_of(wing)));
  return wings;
}

constexpr auto plain_text = "text/plain; charset=utf-8";

Answer help(InstallationDesk const& desk) {
  return ok_json(wire::write_json({{"help", help_of(desk.installation)}}));
}

Answer installation(InstallationDesk const& desk) {
  Json told{{"name", desk.installation.name},
            {"practice", desk.installation.is_practice()},
            {"for", std::string(name_of(desk.installation.purpose))},
            {"wings", wings_of(desk.installation)},
            {"help", help_of(desk.installation)}};
  if (desk.add_to_installation) desk.add_to_installation(told);
  return ok_json(wire::write_json(told));
}

// Figures are for whoever keeps the machine, not for whoever reaches it: only from this machine, by its own
// name.
Answer metrics(InstallationDesk const& desk, Request const& request) {
  if (!is_loopback_address(request.address) || !is_loopback_name(request.header("host"))) return not_found();
  return ok_text(desk.metrics.text(), "text/plain; version=0.0.4; charset=utf-8");
}

Answer ready(InstallationDesk const& desk) {
  if (desk.ready && !desk.ready()) return busy("HT15", "Not ready yet.");
  return ok_text("ready\n", plain_text);
}

}  // namespace

std::vector<Route> installation_routes(InstallationDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/installation",
       .summary = "Name, help numbers, and whether this is a practice system.",
       .who = Who::anyone,
       .says = {{200, "What every page shows.", "HT17"}},
       .handler = [&desk](Request const&) { return installation(desk); }},
      {.method = "GET",
       .path = "/api/help",
       .summary = "Help now: numbers to call, each with the day it was last checked.",
       .who = Who::anyone,
       .says = {{200, "The help numbers of this installation."}},
       .handler = [&desk](Request const&) { return help(desk); }},
      {.method = "GET",
       .path = "/healthz",
       .summary = "The process is alive.",
       .who = Who::anyone,
       .says = {{200, "It is."}},
       .handler = [](Request const&) { return ok_text("ok\n", plain_text); }},
      {.method = "GET",
       .path = "/readyz",
       .summary = "Requests may be sent here.",
       .who = Who::anyone,
       .says = {{200, "They may."}, {503, "Not yet.", "HT15"}},
       .handler = [&desk](Request const&) { return ready(desk); }},
      {.method = "GET",
       .path = "/metrics",
       .summary = "Figures for the keeper of the machine, in Prometheus text.",
       .who = Who::anyone,
       .says = {{200, "Only when asked from the machine itself."}, {404, "Asked from elsewhere.", "HT9"}},
       .handler = [&desk](Request const& request) { return metrics(desk, request); }},
  };
}

void add_description(Router& router, std::string_view version) {
  auto const text = std::make_shared<std::string>();
  router.add(Route{.method = "GET",
                   .path = "/openapi.json",
                   .summary = "This description.",
                   .who = Who::anyone,
                   .says = {{200, "OpenAPI 3.1."}},
                   .handler = [text](Request const&) { return ok_json(*text); }});
  *text = openapi_json(router, "Kith", version);
}

}  // namespace kith::http
