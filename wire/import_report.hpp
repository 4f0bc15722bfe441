// The account of an import as JSON:
// {"files","rows","imported","repaired":[{row,field,how}],"rejected":[{row,rule, why}],"unchanged"}, and
// beside that each row's "file", "not_read" (files of a package that Kith does not read) and
// "repaired_unlisted" (how many repairs are not in the list), when there are any.
#pragma once
#include "core/ideas/import_ledger.hpp"
#include "wire/json.hpp"

namespace kith::wire {

Json write_import_report(ideas::ImportLedger const&);

}  // namespace kith::wire
