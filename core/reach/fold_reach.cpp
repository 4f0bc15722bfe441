// Folding the safe ways, and who tells whom.
#include "core/record/record.hpp"

namespace kith {
namespace {

// The row of this step for this doer: a fresh one when somebody else carries the step now.
TellingRow& telling_of(Record& record, StepId step, Party const& doer, Event const& event) {
  auto& row = record.telling[step];
  if (row.step != step || row.doer != doer) row = {step, {}, doer, {}, {}, {}, {}, {}};
  row.version = event.command;
  return row;
}

}  // namespace

void fold(Record& record, RecordId id, Event const& event, ReachSet const& f) {
  record.reach.insert_or_assign(id, ReachRow{id, event.command, f.safe});
}
void fold(Record& record, Event const& event, TellingPlanned const& f) {
  auto& row = telling_of(record, f.step, f.doer, event);
  row.teller = f.teller;
  row.by = f.by;
}
void fold(Record& record, Event const& event, DoerTold const& f) {
  auto& row = telling_of(record, f.step, f.doer, event);
  row.told = f.how;
  row.told_by = event.actor;
  row.told_on = event.day_made;
}

}  // namespace kith
