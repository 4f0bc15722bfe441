// Identity kept in memory: for tests and simulated days. It passes the same contract as the one on disk.
#pragma once
#include <map>
#include <mutex>
#include <set>

#include "app/identity/identity.hpp"

namespace kith::adapters {

class IdentityMemory : public identity::Identity {
 public:
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
  std::mutex mutex_;
  std::map<AccountId, identity::Account> accounts_;
  std::map<identity::Digest, AccountId> names_;
  std::map<identity::Digest, identity::Pass> passes_;
  std::set<identity::Digest> ended_;
  std::map<identity::Digest, identity::PrintedCode> codes_;
  std::map<identity::Digest, identity::Tally> tallies_;
};

}  // namespace kith::adapters
