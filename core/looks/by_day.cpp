#include <algorithm>

#include "core/looks/looks.hpp"

namespace kith {

std::vector<LookedDay> by_day(std::vector<Looked> const& looks) {
  std::vector<LookedDay> days;
  for (auto const& look : looks) {
    if (days.empty() || days.back().day != look.on) days.push_back({look.on, {}});
    auto& people = days.back().people;
    auto who = std::ranges::find(people, look.account, &LookerOfDay::account);
    if (who == people.end()) who = people.insert(who, {look.account, look.role, look.name, {}});
    who->surfaces = who->surfaces.with(look.surface);
  }
  std::ranges::reverse(days);
  return days;
}

}  // namespace kith
