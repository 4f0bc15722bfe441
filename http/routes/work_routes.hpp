// A practitioner's own desk over HTTP: their working times, and a calendar they handed in to be read.
//
// Nobody else reads or writes them; only when they are next at work is told with their name (GET
// /api/practitioners). Rules WT1-WT3 (spec/messages.md) and CA1-CA4 (spec/today.md).
#pragma once
#include <functional>
#include <vector>

#include "app/drawer/drawer.hpp"
#include "core/at_work/work_times.hpp"
#include "http/router.hpp"

namespace kith::http {

struct WorkDesk {
  app::Drawer& drawer;
  std::function<Instant()> clock;
  ZoneRules const& zone;
  std::vector<std::string_view> zone_names = {};  // what a calendar file may call our zone
};

bool has_work(Request const&);  // of a practitioner: nobody else has a desk, and is told that there is none

std::vector<Route> work_routes(WorkDesk const&);  // the desk is borrowed

std::optional<AtWork> next_at_work(WorkDesk const&, AccountId);

}  // namespace kith::http
