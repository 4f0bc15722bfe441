// What the view shows of the safe ways, of who tells whom, and of copied lines.
#include "core/reach/obey.hpp"
#include "core/view/maker.hpp"

namespace kith {

ReachView ViewMaker::reach() const {
  ReachView view;
  if (!record_.reach.empty()) {
    view.asked = true;
    view.safe = record_.reach.begin()->second.safe;
  }
  may(view.can, draws(Part::together), {"set_reach"});
  return view;
}

std::optional<TellingView> ViewMaker::telling(StepRow const& step) const {
  if (!step.doer.tie()) return std::nullopt;
  TellingView view;
  auto const* row = find(record_.telling, step.step);
  if (row && row->doer == step.doer) {
    view.teller = row->teller;
    if (row->teller) view.teller_name = name_of(*row->teller);
    view.by = row->by;
    view.told = row->told;
    if (row->told_by) view.told_by_name = name_of(*row->told_by);
    view.told_on = row->told_on;
  }
  bool const arranges = draws(Part::plan) || is_own(step.statement) || view.teller == sight_.voice();
  may(view.can, arranges, {"plan_telling"});
  may(view.can, arranges, {"mark_told"});
  return view;
}

std::vector<CopiedView> ViewMaker::copied() const {
  std::vector<CopiedView> views;
  for (auto const& entry : record_.copied) {
    auto const& row = entry.second;
    views.push_back({row.row, row.account, name_of(row.account), row.on, row.seen});
  }
  return views;
}

}  // namespace kith
