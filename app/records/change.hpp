// What one commit changed in a record, looked at once for everybody who follows it.
//
// `concerns` is exact (SY8): it says yes only where what the reader may see has changed. Pure; any thread.
// The states are borrowed.
#pragma once
#include "app/records/record_store.hpp"
#include "core/sharing/sight.hpp"

namespace kith::app {

class Change {
 public:
  Change(Folded const* before, Folded const& after);  // before: null when it is not known

  bool concerns(Reader const&, Instant now) const;

 private:
  Folded const* before_;
  Folded const& after_;
  Record changed_;  // the rows that are not as they were, or are gone
};

}  // namespace kith::app
