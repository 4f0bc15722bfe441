// Identity kept in one SQLite file of its own beside the journal, so that signing in never waits for its
// writer.
//
// Any thread; one writer at a time, readers beside it. Owns its connections, borrows the seal. Faults: a full
// or broken disk (unavailable), altered rows or a lost installation key (corrupted).
#pragma once
#include <mutex>
#include <string>

#include "adapters/sqlite/sqlite.hpp"
#include "app/identity/identity.hpp"
#include "app/seal/seal.hpp"

namespace kith::adapters {

class IdentitySqlite final : public identity::Identity {
 public:
  IdentitySqlite(std::string const& path, app::Seal& seal);  // makes the file when there is none

  bool add(identity::Account const&) override;
  bool replace(identity::Account const&) override;
  void remove(AccountId) override;
  bool has_ended(identity::Digest const& token) override;
  std::vector<identity::Account> accounts(identity::AccountRef const&) override;
  void put(identity::Pass const&) override;
  std::optional<identity::Pass> pass(identity::Digest const& token) override;
  void revoke(identity::Revocation const&) override;
  void put(identity::PrintedCode const&) override;
  std::optional<identity::PrintedCode> printed_code(identity::Digest const&) override;
  bool spend(identity::Digest const&) override;
  identity::Tally tally(identity::Digest const& key, identity::Strike, Instant now) override;

 private:
  app::Bytes sealed_name(identity::Account const&);
  identity::Account account_of(sqlite::Query const&);

  app::Seal& seal_;
  std::mutex mutex_;
  sqlite::Connection writer_;
  sqlite::Readers readers_;
};

}  // namespace kith::adapters
