// Which ways are safe, and telling somebody who has no sign-in. Rules RE1-RE6 and TL1-TL5 (spec/reach.md).
#include "core/reach/obey.hpp"
#include "core/record/desk.hpp"

namespace kith {
namespace {

// Whoever may change a step may also say who tells its doer; so may whoever was to tell them.
bool may_arrange(Desk const& desk, StepRow const& step) {
  auto const* words = find(desk.record.statements, step.statement);
  bool const is_mine = words && !words->versions.empty() && words->versions.front().voice == desk.own();
  auto const* telling = find(desk.record.telling, step.step);
  bool const is_teller = telling && telling->doer == step.doer && telling->teller == desk.own();
  return desk.may_draw(Part::plan) || is_mine || is_teller;
}

}  // namespace

std::optional<Refusal> may_go_out(Record const& shown, Way way) {
  if (shown.pausing()) return refuse("RE7");
  if (shown.reach.empty()) return refuse("RE2");
  if (!shown.reach.begin()->second.safe.ways.has(way))
    return refuse("RE3", {{"way", std::string(name_of(way))}});
  return std::nullopt;
}

std::optional<Way> way_of(HowTold how) {
  switch (how) {
    case HowTold::slip:
      return Way::in_person;
    case HowTold::letter:
      return Way::letter;
    case HowTold::call_note:
      return Way::phone;
    case HowTold::said:
      return std::nullopt;
  }
  return std::nullopt;
}

Verdict decide(Desk const& desk, SetReach const& ask) {
  if (!desk.may_draw(Part::together)) return refuse("RE1");
  auto const* there = find(desk.record.reach, desk.record_id);
  if (there && there->safe == ask.safe) return Already{};
  return facts_of(ReachSet{ask});
}

Verdict decide(Desk const& desk, PlanTelling const& ask) {
  auto const* step = find(desk.record.steps, ask.step);
  if (!step || !desk.sees(ask.teller)) return not_there();
  if (!step->doer.tie() || ask.teller == step->doer) return refuse("TL2");
  if (!may_arrange(desk, *step)) return not_yours();
  if (ask.by && *ask.by < desk.today) return refuse("TL3");
  return facts_of(TellingPlanned{ask.step, step->doer, ask.teller, ask.by});
}

Verdict decide(Desk const& desk, MarkTold const& ask) {
  auto const* step = find(desk.record.steps, ask.step);
  if (!step) return not_there();
  if (!step->doer.tie()) return refuse("TL2");
  if (!may_arrange(desk, *step)) return not_yours();
  auto const way = way_of(ask.how);
  if (way && !desk.sight.person) {  // what the person hands over themself is theirs to judge
    if (auto refusal = may_go_out(desk.record, *way)) return std::move(*refusal);
  }
  auto const* telling = find(desk.record.telling, ask.step);
  if (telling && telling->doer == step->doer && telling->told == ask.how) return Already{};
  return facts_of(DoerTold{ask.step, step->doer, ask.how});
}

}  // namespace kith
