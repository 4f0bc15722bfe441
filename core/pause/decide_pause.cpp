// The switch that makes Kith quiet. Rules PS1-PS4 (spec/pause.md).
#include "core/record/desk.hpp"

namespace kith {
namespace {

bool may_pause(Desk const& desk) { return desk.may_draw(Part::together) || desk.may_tell(Part::together); }

// PS3: a practitioner of this record, or whoever says it.
bool can_keep(Desk const& desk, AccountId keeper) {
  if (Party::of(keeper) == desk.own()) return true;
  auto const* member = find(desk.record.members, keeper);
  return member && member->role == Role::practitioner;
}

}  // namespace

Verdict decide(Desk const& desk, PauseRecord const& ask) {
  if (!may_pause(desk)) return not_yours();
  bool const died = ask.why == PauseWhy::died;
  if (died && desk.sight.person) return refuse("PS2");
  if (died != ask.keeper.has_value()) return refuse("PS3");
  if (ask.keeper && !can_keep(desk, *ask.keeper)) return refuse("PS3");
  auto const* there = desk.record.pausing();
  if (there && there->why == ask.why && there->keeper == ask.keeper) return Already{};
  return facts_of(RecordPaused{ask});
}

Verdict decide(Desk const& desk, ResumeRecord const& ask) {
  if (!may_pause(desk)) return not_yours();
  if (!desk.record.pausing()) return Already{};
  return facts_of(RecordResumed{ask});
}

}  // namespace kith
