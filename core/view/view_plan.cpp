// What the view shows of chosen ideas, the plan, and the question that is due. Rules FU7-FU10
// (spec/follow-up.md).
#include <algorithm>

#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {
namespace {

// FU9: how long a question stands before it is asked once more, and then whether to stop.
constexpr std::int64_t stop_after_days = days_between_questions * unanswered_before_stop_question;
constexpr std::int64_t silent_after_days = stop_after_days + days_between_questions;

FollowUpItem item_of(FollowUpRow const& row, std::string name) {
  return {row.followup, RowKey{key_of(IdeaRow::kind, text_of(row.idea))}, std::move(name), row.due};
}

std::string name_in(Record const& record, IdeaId id) {
  auto const* idea = find(record.ideas, id);
  if (!idea) return {};
  if (idea->service || !idea->statement) return idea->name.text;
  auto const* statement = find(record.statements, *idea->statement);
  auto const heads = statement ? statement->heads() : std::vector<Worded const*>{};
  return heads.empty() ? idea->name.text : heads.front()->words.text;
}

}  // namespace

std::optional<QuestionView> question_due(Record const& record, Day today) {
  QuestionView went{"went", {}}, stop{"stop", {}};
  for (auto const& entry : record.followups) {
    auto const& row = entry.second;
    // FU8: at most one question a week; the rest of the same sitting may still be answered.
    if (row.answered_on && *row.answered_on < today &&
        days_between(*row.answered_on, today) < days_between_questions)
      return std::nullopt;
    auto const* idea = find(record.ideas, row.idea);
    if (row.state != FollowUpState::waiting || !idea || idea->state != IdeaState::chosen || today < row.due)
      continue;
    auto const waited = days_between(row.due, today);
    if (waited < stop_after_days)
      went.items.push_back(item_of(row, name_in(record, row.idea)));
    else if (waited < silent_after_days && !row.kept_on)
      stop.items.push_back(item_of(row, name_in(record, row.idea)));
  }
  auto const in_order = [](QuestionView& question) {
    sort_by(question.items, &FollowUpItem::due);
    return std::optional(std::move(question));
  };
  if (!went.items.empty()) return in_order(went);
  if (!stop.items.empty()) return in_order(stop);
  return std::nullopt;
}

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
  may(view.can, draws(Part::ideas), {"choose_idea", "add_find"});
  may(view.can, draws(Part::ideas) || tells(Part::ideas), {"report_service"});
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
    PromiseView one{row.promise, row.version, statement(row.statement), row.by, name_of(row.by), row.due,
                    row.state,   {}};
    may(one.can, draws(Part::plan) || row.by == sight_.voice(), {"set_promise"});
    view.promises.push_back(std::move(one));
  }
  may(view.can, draws(Part::plan) || tells(Part::plan), {"place_goal", "place_step", "place_promise"});
  return view;
}

FollowUpsView ViewMaker::followups() const {
  FollowUpsView view;
  if (!draws(Part::ideas)) return view;
  view.question = question_due(record_, context_.today);
  for (auto const& entry : record_.followups) {
    auto const& row = entry.second;
    FollowUpView one{row.followup,
                     row.version,
                     RowKey{key_of(IdeaRow::kind, text_of(row.idea))},
                     name_in(record_, row.idea),
                     row.due,
                     row.state,
                     row.answer,
                     row.barriers,
                     row.helps,
                     {}};
    may(one.can, true, {"move_follow_up", "answer_follow_up", "stop_follow_up", "keep_follow_up"});
    view.rows.push_back(std::move(one));
  }
  return view;
}

}  // namespace kith
