// Goals, steps and promises. Rules PL1-PL9 (spec/plan.md).
#include <algorithm>

#include "core/record/desk.hpp"

namespace kith {
namespace {

// PL5: whoever is to do it must be able to see it. Only what the sender can see decides.
bool can_carry(Desk const& desk, Party const& doer) {
  auto const account = doer.account();
  if (!account || doer == desk.own()) return desk.sees(doer);
  if (!desk.sight.person && !desk.sight.keeps_sharing) return false;
  return std::ranges::any_of(desk.record.grants, [&](auto const& entry) {
    auto const& grant = entry.second;
    return grant.to == *account && grant.see.has(Part::plan) && grant.holds(desk.here.now);
  });
}

bool is_mine(Desk const& desk, StatementId statement) {
  auto const* row = find(desk.record.statements, statement);
  return row && !row->versions.empty() && row->versions.front().voice == desk.own();
}

}  // namespace

Verdict decide(Desk const& desk, PlaceGoal const& ask) {
  if (desk.record.goals.contains(ask.goal)) return id_taken();
  if (desk.record.goals.size() >= things_per_kind_max) return refuse("PL1");
  auto worded = desk.word(ask.wording, Place::goal, row_key(GoalRow::kind, ask.goal), Part::plan);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  return facts_of(GoalPlaced{ask.goal, ask.wording.statement}, std::get<Fact>(std::move(worded)));
}

Verdict decide(Desk const& desk, PutGoalAway const& ask) {
  auto const* there = find(desk.record.goals, ask.goal);
  if (!there) return not_there();
  if (!desk.may_draw(Part::plan) && !is_mine(desk, there->statement)) return not_yours();
  if (there->put_away) return Already{};
  return facts_of(GoalPutAway{ask});
}

Verdict decide(Desk const& desk, PlaceStep const& ask) {
  if (desk.record.steps.contains(ask.step)) return id_taken();
  if (desk.record.steps.size() >= things_per_kind_max) return refuse("PL1");
  if (ask.goal && !desk.record.goals.contains(*ask.goal)) return not_there();
  if (ask.idea && !desk.record.ideas.contains(*ask.idea)) return not_there();
  auto worded = desk.word(ask.wording, Place::step, row_key(StepRow::kind, ask.step), Part::plan);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  if (!can_carry(desk, ask.doer)) return refuse("PL5");
  if (ask.due && *ask.due < desk.today) return refuse("PL6");
  Said verdict = facts_of(StepPlaced{ask.step, ask.goal, ask.wording.statement, ask.doer, ask.due},
                          std::get<Fact>(std::move(worded)));
  if (ask.idea) verdict.facts.push_back(StepJoined{ask.step, *ask.idea});
  return verdict;
}

Verdict decide(Desk const& desk, ChangeStep const& ask) {
  auto const* there = find(desk.record.steps, ask.step);
  if (!there) return not_there();
  if (!desk.may_draw(Part::plan) && !is_mine(desk, there->statement)) return not_yours();
  if (!can_carry(desk, ask.doer)) return refuse("PL5");
  if (ask.due && *ask.due < desk.today && ask.due != there->due) return refuse("PL6");
  if (there->doer == ask.doer && there->due == ask.due) return Already{};
  return desk.put_over(there->version, StepChanged{ask}, ChangeStep{ask.step, there->doer, there->due});
}

Verdict decide(Desk const& desk, SetStep const& ask) {
  auto const* there = find(desk.record.steps, ask.step);
  if (!there) return not_there();
  bool const does_it = there->doer == desk.own();  // PL7: who carries a step may say how it stands
  if (!desk.may_draw(Part::plan) && !does_it && !is_mine(desk, there->statement)) return not_yours();
  if (there->state == ask.state) return Already{};
  return desk.put_over(there->version, StepSet{ask}, SetStep{ask.step, there->state});
}

Verdict decide(Desk const& desk, PlacePromise const& ask) {
  if (desk.record.promises.contains(ask.promise)) return id_taken();
  if (desk.record.promises.size() >= things_per_kind_max) return refuse("PL1");
  if (ask.by.is_person()) return refuse("PL8");
  auto worded = desk.word(ask.wording, Place::promise, row_key(PromiseRow::kind, ask.promise), Part::plan);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  if (!desk.sees(ask.by)) return not_there();
  if (ask.due && *ask.due < desk.today) return refuse("PL6");
  return facts_of(PromisePlaced{ask.promise, ask.wording.statement, ask.by, ask.due},
                  std::get<Fact>(std::move(worded)));
}

Verdict decide(Desk const& desk, SetPromise const& ask) {
  auto const* there = find(desk.record.promises, ask.promise);
  if (!there) return not_there();
  if (!desk.may_draw(Part::plan) && there->by != desk.own()) return not_yours();
  if (there->state == ask.state) return Already{};
  return facts_of(PromiseSet{ask});
}

}  // namespace kith
