// Time together over HTTP: a practitioner's own weeks, and one number a week for the team.
//
// Nobody reads somebody else's week. Rules VT1-VT7 (spec/time-together.md).
#pragma once
#include <functional>
#include <mutex>
#include <vector>

#include "app/drawer/drawer.hpp"
#include "app/records/records.hpp"
#include "http/router.hpp"

namespace kith::http {

struct TimeDesk {
  app::Drawer& drawer;
  app::Records& records;
  std::function<Instant()> clock;
  ZoneRules const& zone;
  std::function<std::vector<KnownAccount>()> practitioners;
  std::mutex totals = {};  // VT7: two who look at once are shown the same
};

std::vector<Route> time_routes(TimeDesk&);  // the desk is borrowed

}  // namespace kith::http
