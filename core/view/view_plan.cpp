// What the view shows of chosen ideas and of the plan.
#include <algorithm>

#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {
IdeaView ViewMaker::idea(IdeaRow const& row) const {
  IdeaView view;
  view.id = row.idea;
  view.version = row.version;
  view.service = row.service;
  view.name = name_of(row);
  view.own = !row.service;
  if (row.statement) view.statement = statement(*row.statement);
  view.companion = companion_of(RowKey{key_of(IdeaRow::kind, text_of(row.idea))});
  view.state = row.state;
  view.chosen_on = row.chosen_on;
  for (auto const& entry : record_.followups) {
    if (entry.second.idea != row.idea) continue;
    view.followup = FollowUpBrief{entry.second.followup, entry.second.due, entry.second.state};
  }
  for (auto const& entry : record_.joined)
    if (entry.second.idea == row.idea) view.steps.push_back(entry.second.step);
  bool const chosen = row.state == IdeaState::chosen;
  may(view.can, draws(Part::ideas) && chosen, {"set_idea_aside", "set_company"});
  return view;
}

IdeasView ViewMaker::ideas() const {
  IdeasView view;
  std::vector<IdeaRow const*> rows;
  std::size_t active = 0;
  for (auto const& entry : record_.ideas) {
    rows.push_back(&entry.second);
    active += entry.second.state == IdeaState::chosen;
  }
  sort_by(rows, &IdeaRow::chosen_on);
  for (auto const* row : rows) view.chosen.push_back(idea(*row));
  view.over = active > ideas_active_soft_max;
  for (auto const& entry : record_.handed) {
    auto const& row = entry.second;
    if (row.put_away) continue;
    HandedView one{row.handing, row.version, name_of(row.by), row.on, row.title, row.lines, {}};
    may(one.can, draws(Part::ideas) || row.by == sight_.account, {"put_away_handed"});
    view.handed.push_back(std::move(one));
  }
  sort_by(view.handed, &HandedView::on);
  may(view.can, draws(Part::ideas), {"choose_idea", "add_find"});
  may(view.can, draws(Part::ideas) || tells(Part::ideas), {"report_service"});
  may(view.can, !sight_.person && (draws(Part::ideas) || tells(Part::ideas)), {"hand_collection"});
  return view;
}

StepView ViewMaker::step(StepRow const& row) const {
  StepView view;
  view.id = row.step;
  view.version = row.version;
  view.statement = statement(row.statement);
  view.doer = row.doer;
  view.doer_name = name_of(row.doer);
  view.companion = companion_of(RowKey{key_of(StepRow::kind, text_of(row.step))});
  if (view.companion) view.companion_name = name_of(Party::of(*view.companion));
  view.due = row.due;
  view.state = row.state;
  if (auto const* joined = find(record_.joined, row.step)) view.idea = joined->idea;
  view.telling = telling(row);
  bool const mine = is_own(row.statement);
  may(view.can, draws(Part::plan) || mine || row.doer == sight_.voice(), {"set_step"});
  may(view.can, draws(Part::plan) || mine, {"change_step"});
  may(view.can, draws(Part::plan), {"set_company"});
  return view;
}

PlanView ViewMaker::plan() const {
  PlanView view;
  std::vector<StepRow const*> steps;
  for (auto const& entry : record_.steps)
    if (entry.second.state != StepState::put_away) steps.push_back(&entry.second);
  sort_by(steps, &StepRow::placed_on);
  std::vector<GoalRow const*> goals;
  for (auto const& entry : record_.goals)
    if (!entry.second.put_away) goals.push_back(&entry.second);
  sort_by(goals, &GoalRow::placed_on);
  auto const stands = [&](StepRow const* row) {
    return row->goal &&
           std::ranges::any_of(goals, [&](GoalRow const* goal) { return goal->goal == *row->goal; });
  };
  for (auto const* row : goals) {
    GoalView goal{row->goal, row->version, statement(row->statement), {}, {}};
    for (auto const* one : steps)
      if (one->goal == row->goal) goal.steps.push_back(step(*one));
    may(goal.can, draws(Part::plan) || is_own(row->statement), {"put_goal_away"});
    may(goal.can, draws(Part::plan) || tells(Part::plan), {"place_step"});
    view.goals.push_back(std::move(goal));
  }
  for (auto const* one : steps)
    if (!stands(one)) view.steps.push_back(step(*one));
  for (auto const& entry : record_.promises) {
    auto const& row = entry.second;
    PromiseView one{row.promise,
                    row.version,
                    statement(row.statement),
                    row.by,
                    name_of(row.by),
                    row.due,
                    row.state,
                    statements(Place::reason, RowKey{key_of(PromiseRow::kind, text_of(row.promise))}),
                    {}};
    may(one.can, draws(Part::plan) || row.by == sight_.voice(), {"set_promise"});
    may(one.can, draws(Part::plan) || tells(Part::plan), {"word_statement"});
    view.promises.push_back(std::move(one));
  }
  view.decisions = decisions();
  may(view.can, draws(Part::plan) || tells(Part::plan),
      {"place_goal", "place_step", "place_promise", "place_decision"});
  return view;
}

}  // namespace kith
