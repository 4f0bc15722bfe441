#include "adapters/identity_memory/identity_memory.hpp"

namespace kith::adapters {

using namespace identity;

bool IdentityMemory::add(Account const& account) {
  std::lock_guard const lock(mutex_);
  if (accounts_.contains(account.id) || names_.contains(account.name_key)) return false;
  accounts_.emplace(account.id, account);
  names_.emplace(account.name_key, account.id);
  return true;
}

bool IdentityMemory::replace(Account const& account) {
  std::lock_guard const lock(mutex_);
  auto const known = accounts_.find(account.id);
  auto const named = names_.find(account.name_key);
  if (known == accounts_.end() || (named != names_.end() && named->second != account.id)) return false;
  names_.erase(known->second.name_key);
  names_.emplace(account.name_key, account.id);
  known->second = account;
  return true;
}

void IdentityMemory::remove(AccountId id) {
  std::lock_guard const lock(mutex_);
  auto const known = accounts_.find(id);
  if (known == accounts_.end()) return;
  names_.erase(known->second.name_key);
  accounts_.erase(known);
  for (auto const& entry : passes_)
    if (entry.second.account == id) ended_.insert(entry.first);
  std::erase_if(passes_, [&](auto const& entry) { return entry.second.account == id; });
}

bool IdentityMemory::has_ended(Digest const& token) {
  std::lock_guard const lock(mutex_);
  return ended_.contains(token);
}

std::vector<Account> IdentityMemory::accounts(AccountRef const& ref) {
  std::lock_guard const lock(mutex_);
  std::vector<Account> found;
  if (auto const* role = std::get_if<Role>(&ref)) {
    for (auto const& entry : accounts_)
      if (entry.second.role == *role) found.push_back(entry.second);
    return found;
  }
  auto id = std::get_if<AccountId>(&ref);
  if (auto const* name = std::get_if<Digest>(&ref)) {
    auto const named = names_.find(*name);
    if (named == names_.end()) return found;
    id = &named->second;
  }
  auto const known = accounts_.find(*id);
  if (known != accounts_.end()) found.push_back(known->second);
  return found;
}

void IdentityMemory::put(Pass const& pass) {
  std::lock_guard const lock(mutex_);
  std::erase_if(passes_, [&](auto const& entry) { return entry.second.ends_at <= pass.made_at; });
  passes_.insert_or_assign(pass.token, pass);
}

std::optional<Pass> IdentityMemory::pass(Digest const& token) {
  std::lock_guard const lock(mutex_);
  auto const known = passes_.find(token);
  return known == passes_.end() ? std::nullopt : std::optional(known->second);
}

void IdentityMemory::revoke(Revocation const& revocation) {
  std::lock_guard const lock(mutex_);
  if (auto const* token = std::get_if<Digest>(&revocation)) {
    passes_.erase(*token);
    return;
  }
  auto const& every = std::get<EverySessionOf>(revocation);
  std::erase_if(passes_, [&](auto const& entry) {
    auto const& [token, pass] = entry;
    return pass.kind == PassKind::session && pass.account == every.account && token != every.except;
  });
}

void IdentityMemory::put(PrintedCode const& code) {
  std::lock_guard const lock(mutex_);
  std::erase_if(codes_, [&](auto const& entry) {
    return entry.second.kind == code.kind && entry.second.subject == code.subject;
  });
  codes_.insert_or_assign(code.code, code);
}

std::optional<PrintedCode> IdentityMemory::printed_code(Digest const& code) {
  std::lock_guard const lock(mutex_);
  auto const known = codes_.find(code);
  return known == codes_.end() ? std::nullopt : std::optional(known->second);
}

bool IdentityMemory::spend(Digest const& code) {
  std::lock_guard const lock(mutex_);
  return codes_.erase(code) == 1;
}

Tally IdentityMemory::tally(Digest const& key, Strike strike, Instant now) {
  std::lock_guard const lock(mutex_);
  if (strike == Strike::cleared) tallies_.erase(key);
  if (strike == Strike::missed) {
    std::erase_if(tallies_,
                  [&](auto const& entry) { return now.ms - entry.second.last_miss.ms > tally_kept_ms; });
    auto& tally = tallies_[key];
    ++tally.misses;
    tally.last_miss = now;
  }
  auto const known = tallies_.find(key);
  return known == tallies_.end() ? Tally{} : known->second;
}

}  // namespace kith::adapters
