// Identity that remembers for a moment who a pass belongs to, so that each request need not ask the file.
//
// A pass or an account is answered from memory for at most `remembered_ms_max`. Whatever is written through
// this object is forgotten before the writing returns, so that signing out acts at once (AC22); what another
// program writes into the same file (`kith account` beside a running server) counts after that time. The time
// is the machine's own steady clock: a demo's clock stands still. Safe on any thread.
#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <mutex>

#include "app/identity/identity.hpp"

namespace kith::identity {

inline constexpr std::int64_t remembered_ms_max = 1'000;
inline constexpr std::size_t remembered_max = 4'096;  // of each kind; beyond it all are forgotten

class RememberedIdentity final : public Identity {
 public:
  using Steady = std::function<std::chrono::steady_clock::time_point()>;
  explicit RememberedIdentity(Identity& kept, Steady steady = std::chrono::steady_clock::now)
      : kept_(kept), steady_(std::move(steady)) {}  // `kept` is borrowed

  bool add(Account const&) override;
  bool replace(Account const&) override;
  void remove(AccountId) override;
  bool has_ended(Digest const& token) override;
  std::vector<Account> accounts(AccountRef const&) override;
  void put(Pass const&) override;
  std::optional<Pass> pass(Digest const& token) override;
  void revoke(Revocation const&) override;
  void put(PrintedCode const&) override;
  std::optional<PrintedCode> printed_code(Digest const&) override;
  bool spend(Digest const&) override;
  Tally tally(Digest const& key, Strike, Instant now) override;

 private:
  template <class Key, class Value>
  using Shelf = std::map<Key, std::pair<Value, std::chrono::steady_clock::time_point>>;

  template <class Key, class Value, class Read>
  std::optional<Value> look(Shelf<Key, Value>& shelf, Key const& key, Read const& read);
  void forget_all();

  Identity& kept_;
  Steady const steady_;
  std::mutex mutex_;
  std::uint64_t writes_ = 0;  // what was read while something was written is not remembered
  Shelf<Digest, Pass> passes_;
  Shelf<AccountId, Account> accounts_;
};

}  // namespace kith::identity
