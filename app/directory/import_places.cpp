#include "app/directory/import_places.hpp"

#include <algorithm>

namespace kith::app {

ideas::ImportCounts import_places(PlaceStore& store, std::vector<ideas::District> const& districts,
                                  std::vector<ideas::LedgerRow> const& rows, ideas::ImportLedger& ledger) {
  ideas::Places const before(store.districts());
  auto const& known = before.districts();
  for (std::size_t n = 0; n < districts.size(); ++n) {
    auto const at = std::lower_bound(known.begin(), known.end(), districts[n],
                                     [](auto const& a, auto const& b) { return a.outcode < b.outcode; });
    ledger.settle(rows[n], at == known.end() || *at != districts[n]);
  }
  store.replace(districts);
  return ledger.counts();
}

}  // namespace kith::app
