// A whole record as JSON, for taking it to another system (spec/export.md).
//
// {"kith_export":1,"record","made_at","rows":{key: row},"events":[event]}: rows are as they stand now, as in
// a sync; a statement's row has every version. The events are all that ever happened, in order. Pure.
#pragma once
#include <string>
#include <vector>

#include "core/record/record.hpp"

namespace kith::wire {

std::string write_export(RecordId, Instant made_at, Record const&, std::vector<Event> const&);

}  // namespace kith::wire
