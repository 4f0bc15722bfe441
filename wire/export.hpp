// A whole record as JSON, for taking it to another system (spec/export.md).
//
// {"kith_export":1,"record","made_at","rows":{key: row},"events":[event],"looks":[look]}: rows are as they
// stand now, as in a sync; a statement's row has every version. The events are all that ever happened, in
// order, and the looks are the access log. Pure.
#pragma once
#include <string>
#include <vector>

#include "core/looks/looks.hpp"
#include "core/record/record.hpp"

namespace kith::wire {

struct WholeRecord {
  Record record;
  std::vector<Event> events;  // in order
  std::vector<Looked> looks;  // likewise
};
std::string write_export(RecordId, Instant made_at, WholeRecord const&);

}  // namespace kith::wire
