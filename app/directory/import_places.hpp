// `kith places import`: the table that was read becomes the table of the installation, whole.
//
// A district that was there just so is unchanged; one that the new table has not is gone. Faults: the
// store's.
#pragma once
#include <vector>

#include "app/directory/directory_model.hpp"
#include "core/ideas/import_ledger.hpp"

namespace kith::app {

// `rows[n]` is the ledger's row of `districts[n]`. Settles them all and returns the numbers (DI1).
ideas::ImportCounts import_places(PlaceStore&, std::vector<ideas::District> const& districts,
                                  std::vector<ideas::LedgerRow> const& rows, ideas::ImportLedger&);

}  // namespace kith::app
