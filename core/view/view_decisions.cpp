// What the view shows of decisions: the question, what was offered, and every answer, the newest first.
#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {

DecisionView ViewMaker::decision(DecisionRow const& row) const {
  DecisionView view;
  view.id = row.decision;
  view.version = row.version;
  view.placed_on = row.placed_on;
  auto const add = [&](std::vector<StatementView>& list, std::optional<StatementId> id) {
    if (auto one = id ? statement(*id) : std::nullopt) list.push_back(std::move(*one));
  };
  add(view.asked, row.asked);
  for (auto const option : row.options) add(view.options, option);
  for (auto at = row.answers.rbegin(); at != row.answers.rend(); ++at) {
    GivenAnswerView answer{at->choice, at->option, name_of(at->typed_by), true, at->on, at->confirmed, {}};
    answer.typed_by_person = record_.whose()->account == at->typed_by;
    add(answer.words, at->words);
    view.answers.push_back(std::move(answer));
  }
  bool const has_room = row.answers.size() < answers_max;
  may(view.can, draws(Part::plan) && has_room, {"answer_decision"});
  may(view.can, draws(Part::plan), {"put_decision_away"});
  return view;
}

std::vector<DecisionView> ViewMaker::decisions() const {
  std::vector<DecisionRow const*> rows;
  for (auto const& entry : record_.decisions)
    if (!entry.second.put_away) rows.push_back(&entry.second);
  sort_by(rows, [](DecisionRow const* row) { return -row->placed_on.count(); });
  std::vector<DecisionView> views;
  for (auto const* row : rows) views.push_back(decision(*row));
  return views;
}

}  // namespace kith
