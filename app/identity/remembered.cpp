#include "app/identity/remembered.hpp"

namespace kith::identity {

template <class Key, class Value, class Read>
std::optional<Value> RememberedIdentity::look(Shelf<Key, Value>& shelf, Key const& key, Read const& read) {
  auto const now = steady_();
  std::uint64_t writes = 0;
  {
    std::lock_guard const lock(mutex_);
    auto const spot = shelf.find(key);
    if (spot != shelf.end() && now < spot->second.second) return spot->second.first;
    writes = writes_;
  }
  std::optional<Value> value = read();
  if (!value) return std::nullopt;
  std::lock_guard const lock(mutex_);
  if (writes != writes_) return value;
  if (shelf.size() >= remembered_max) shelf.clear();
  shelf.insert_or_assign(key, std::pair(*value, now + std::chrono::milliseconds(remembered_ms_max)));
  return value;
}

void RememberedIdentity::forget_all() {
  std::lock_guard const lock(mutex_);
  ++writes_;
  passes_.clear();
  accounts_.clear();
}

std::optional<Pass> RememberedIdentity::pass(Digest const& token) {
  return look(passes_, token, [&] { return kept_.pass(token); });
}

std::vector<Account> RememberedIdentity::accounts(AccountRef const& ref) {
  auto const* id = std::get_if<AccountId>(&ref);
  if (!id) return kept_.accounts(ref);
  auto found = look(accounts_, *id, [&] { return kept_.account(ref); });
  return found ? std::vector{std::move(*found)} : std::vector<Account>();
}

bool RememberedIdentity::add(Account const& account) { return kept_.add(account); }

bool RememberedIdentity::replace(Account const& account) {
  auto const replaced = kept_.replace(account);
  forget_all();
  return replaced;
}

void RememberedIdentity::remove(AccountId account) {
  kept_.remove(account);
  forget_all();
}

void RememberedIdentity::put(Pass const& pass) {
  kept_.put(pass);
  std::lock_guard const lock(mutex_);
  ++writes_;
  passes_.erase(pass.token);
}

void RememberedIdentity::revoke(Revocation const& which) {
  kept_.revoke(which);
  forget_all();
}

bool RememberedIdentity::has_ended(Digest const& token) { return kept_.has_ended(token); }
void RememberedIdentity::put(PrintedCode const& code) { kept_.put(code); }
std::optional<PrintedCode> RememberedIdentity::printed_code(Digest const& code) {
  return kept_.printed_code(code);
}
bool RememberedIdentity::spend(Digest const& code) { return kept_.spend(code); }
Tally RememberedIdentity::tally(Digest const& key, Strike strike, Instant now) {
  return kept_.tally(key, strike, now);
}

}  // namespace kith::identity
