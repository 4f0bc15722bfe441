// The ledger: who was let into what, and when. What the simulation holds sharing against.
//
// It is not made from `restrict` or `sight_of`: it keeps the grants and visits as they stood after every
// commit, and says in one table what a row asks of its reader. That is less than sharing asks: what it
// forbids, nobody may be shown. A new kind of row must be put into the table, or this does not compile.
#pragma once
#include <algorithm>
#include <map>

#include "sim/people.hpp"

namespace kith::sim {

struct Allowed {
  AccountId account;
  bool any = false;
  PartSet see, drawing;
  bool covers(PartSet see_parts, PartSet drawing_parts) const {
    return any && see.covers(see_parts) && drawing.covers(drawing_parts);
  }
};

// What it takes, at least, to be shown a row of this kind.
enum class Asks : std::uint8_t { let_in, named, person, seen, drawn, place, line };
struct RowAsks {
  std::string_view kind;
  Asks asks;
  Part part = Part::together;
};
inline constexpr RowAsks row_asks[] = {
    {"person", Asks::let_in},
    {"member", Asks::let_in},
    {"code", Asks::person},
    {"statement", Asks::place},
    {"map", Asks::seen, Part::circle},
    {"tie", Asks::seen, Part::circle},
    {"drawn", Asks::seen, Part::circle},
    {"link", Asks::seen, Part::circle},
    {"sentence", Asks::seen, Part::circle},
    {"support", Asks::seen, Part::matters},
    {"helper", Asks::seen, Part::matters},
    {"enjoyed", Asks::seen, Part::matters},
    {"preference", Asks::seen, Part::matters},
    {"access", Asks::seen, Part::matters},
    {"suits", Asks::seen, Part::matters},
    {"near", Asks::drawn, Part::ideas},
    {"idea", Asks::seen, Part::ideas},
    {"handed", Asks::seen, Part::ideas},
    {"followup", Asks::drawn, Part::ideas},
    {"company", Asks::seen, Part::circle},
    {"goal", Asks::seen, Part::plan},
    {"step", Asks::seen, Part::plan},
    {"joined", Asks::seen, Part::plan},
    {"promise", Asks::seen, Part::plan},
    {"telling", Asks::seen, Part::plan},
    {"talk", Asks::seen, Part::together},
    {"meeting", Asks::seen, Part::together},
    {"meets", Asks::seen, Part::together},
    {"pause", Asks::seen, Part::together},
    {"review", Asks::seen, Part::together},
    {"reach", Asks::seen, Part::together},
    {"visit", Asks::named},
    {"grant", Asks::named},
    {"message", Asks::named},
    {"opened", Asks::let_in},
    {"copied", Asks::let_in},
    {"joining", Asks::let_in},
    {"decision", Asks::seen, Part::plan},
    {"invitation", Asks::person},
    {"supporter", Asks::let_in},
    {"stance", Asks::line},
    {"proposal", Asks::line},
};
constexpr RowAsks asks_of(std::string_view kind) {  // without a kind: not in the table
  for (auto const& asks : row_asks)
    if (asks.kind == kind) return asks;
  return {{}, Asks::person};
}

class Ledger {
 public:
  void note(std::uint64_t position, Record const& whole);

  // As the grants and visits stood after `position`, looked at when a clock shows `at`.
  Allowed allowed(AccountId, std::uint64_t position, Instant at) const;

  // Until when a device may keep what it was told at `told` (SY7), by the grants of then.
  Instant keep_until(Inhabitant const&, std::uint64_t position, Instant told) const;

 private:
  struct State {
    Table<GrantRow> grants;
    Table<VisitRow> visits;
  };
  State const& at(std::uint64_t position) const;

  std::map<std::uint64_t, State> states_;
};

bool names(VisitRow const&, AccountId);
bool names(GrantRow const&, AccountId);
bool names(MessageRow const&, AccountId);

// `among`: the rows it stands with, for what stands beside a line.
template <class Row>
bool may_be_shown(Row const& row, Record const& among, Allowed const& to) {
  static constexpr auto asks = asks_of(Row::kind);
  static_assert(asks.kind == Row::kind, "Say in sim/ledger.hpp what this kind of row asks of its reader.");
  PartSet const part = set_of(asks.part);
  if (!to.any || asks.asks == Asks::person) return false;
  if constexpr (asks.asks == Asks::named) return names(row, to.account);
  if constexpr (asks.asks == Asks::drawn) return to.covers({}, part);
  if constexpr (asks.asks == Asks::seen) {
    if constexpr (requires { row.details.is_private; }) {
      if (row.details.is_private && to.drawing.empty()) return false;
    }
    return to.covers(part, {});
  }
  if constexpr (asks.asks == Asks::place) {
    if (row.place == Place::prepared) return false;
    auto const of = set_of(part_of(among, row));
    return row.place == Place::follow_up ? to.covers({}, of) : to.covers(of, {});
  }
  if constexpr (asks.asks == Asks::line) {
    auto const* line = find(among.statements, row.statement);
    return line && may_be_shown(*line, among, to);
  }
  return true;
}

}  // namespace kith::sim
