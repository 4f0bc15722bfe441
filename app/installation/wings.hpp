// Wings: which parts of Kith an installation has, by what it is for. One table, from which the server's
// answer and the menus of the pages come (rules WI1 to WI4, spec/wings.md; the table for people stands in
// docs/operations.md).
//
// A record is the same everywhere: a wing that is off is not shown, and nothing is lost when it is put on.
#pragma once
#include <array>
#include <vector>

#include "core/names.hpp"

namespace kith::app {

enum class Purpose : std::uint8_t { charity, team, trust };
constexpr auto names_of(Purpose) { return name_table("charity", "team", "trust"); }

enum class Wing : std::uint8_t { circle, ideas, follow_up, matters, plan };
constexpr auto names_of(Wing) { return name_table("circle", "ideas", "follow_up", "matters", "plan"); }

struct WingRow {
  Wing wing;
  bool charity, team, trust;
};
inline constexpr std::array<WingRow, 5> wing_table{{
    {Wing::circle, true, true, true},
    {Wing::ideas, true, true, true},
    {Wing::follow_up, true, true, true},
    {Wing::matters, false, true, true},  // who helps with what, whether it is enough, About me
    {Wing::plan, false, true, true},     // goals, steps, promises, one page of paper
}};

constexpr bool has_wing(Purpose purpose, Wing wing) {
  for (auto const& row : wing_table) {
    if (row.wing != wing) continue;
    return purpose == Purpose::charity ? row.charity : purpose == Purpose::team ? row.team : row.trust;
  }
  return false;
}
inline std::vector<Wing> wings_of(Purpose purpose) {
  std::vector<Wing> wings;
  for (auto const& row : wing_table)
    if (has_wing(purpose, row.wing)) wings.push_back(row.wing);
  return wings;
}

}  // namespace kith::app
