// A collection that is handed over, and put away again. Rules CO6 and CO7 (spec/collections.md).
#include "core/record/desk.hpp"

namespace kith {

Verdict decide(Desk const& desk, HandCollection const& ask) {
  if (desk.sight.person) return refuse("CO6");  // a list of one's own is a list already
  if (!desk.may_draw(Part::ideas) && !desk.may_tell(Part::ideas)) return not_yours();
  if (desk.record.handed.contains(ask.handing)) return id_taken();
  if (ask.lines.empty() || desk.record.handed.size() >= things_per_kind_max) return refuse("CO6");
  if (auto refusal = refused(ask.title, ask.lines)) return std::move(*refusal);
  return facts_of(CollectionHanded{ask});
}

// By the person, by who draws with them, or by whoever handed it over.
Verdict decide(Desk const& desk, PutAwayHanded const& ask) {
  auto const* there = find(desk.record.handed, ask.handing);
  if (!there) return not_there();
  if (!desk.may_draw(Part::ideas) && there->by != desk.here.reader.account) return not_yours();
  if (there->put_away) return Already{};
  return facts_of(HandedPutAway{ask});
}

void fold(Record& record, Event const& event, CollectionHanded const& f) {
  HandedRow row{f.handing, event.command, event.actor, event.day_made, f.title, f.lines, false};
  record.handed.insert_or_assign(f.handing, std::move(row));
}
void fold(Record& record, Event const& event, HandedPutAway const& f) {
  auto* row = find(record.handed, f.handing);
  if (row) row->put_away = true, row->version = event.command;
}

}  // namespace kith
