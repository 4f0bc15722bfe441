// Folding decisions. Their words are statements, folded as such.
#include "core/record/record.hpp"

namespace kith {

void fold(Record& record, Event const& event, DecisionPlaced const& f) {
  record.decisions.try_emplace(
      f.decision, DecisionRow{f.decision, event.command, f.asked, f.options, {}, event.day_made, false});
}

void fold(Record& record, Event const& event, DecisionAnswered const& f) {
  auto* row = find(record.decisions, f.decision);
  if (!row) return;
  row->answers.push_back({f.choice, f.option, f.answer, event.actor, event.day_made, f.confirmed});
  row->version = event.command;
}

void fold(Record& record, Event const& event, DecisionPutAway const& f) {
  auto* row = find(record.decisions, f.decision);
  if (!row) return;
  row->put_away = true;
  row->version = event.command;
}

}  // namespace kith
