// The collections of everybody here: each account's own in its drawer, and what colleagues share.
//
// A drawer is sealed and belongs to one account; who shares anything is noted in a drawer of nobody's, so
// that colleagues find it. Rules CO2, CO3. Any thread; one change at a time. Faults: those of the drawer.
#pragma once
#include <mutex>
#include <optional>
#include <vector>

#include "app/drawer/drawer.hpp"
#include "core/collections/collection.hpp"

namespace kith::app {

struct SharedCollection {
  AccountId owner;
  Collection collection;
};

class CollectionShelf {
 public:
  explicit CollectionShelf(Drawer& drawer) : drawer_(drawer) {}

  Collections of(AccountId) const;
  std::vector<SharedCollection> shared() const;
  std::optional<Refusal> put(AccountId, Collection);  // CO1, CO2
  void remove(AccountId, CollectionId);
  void forget(AccountId);  // all of it

 private:
  struct Sharers {
    std::vector<AccountId> accounts;
    template <class S, class V>
    static void fields(S& s, V& v) {
      v("accounts", s.accounts);
    }
  };
  Sharers sharers() const;
  void keep(AccountId, Collections const&);

  Drawer& drawer_;
  std::mutex mutex_;
};

}  // namespace kith::app
