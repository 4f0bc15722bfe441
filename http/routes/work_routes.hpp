// A practitioner's own desk over HTTP: their working times. Nobody else reads or writes them; when somebody
// is next at work is told with their name (GET /api/practitioners). Rules WT1-WT3 (spec/messages.md).
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
};

std::vector<Route> work_routes(WorkDesk const&);  // the desk is borrowed

std::optional<AtWork> next_at_work(WorkDesk const&, AccountId);

}  // namespace kith::http
