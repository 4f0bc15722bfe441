#include "app/collections/collections.hpp"

#include <algorithm>

#include "wire/fields.hpp"

namespace kith::app {
namespace {

constexpr std::string_view own = "collections", sharing = "collections_shared_by";
constexpr AccountId nobody{};

template <class Kept>
Kept look(Drawer& drawer, AccountId account, std::string_view name) {
  auto const kept = drawer.look(account, name);
  auto const json = kept ? wire::read_json(*kept) : wire::JsonRefusal{};
  Kept value;
  wire::FieldFault fault;
  auto const* read = std::get_if<wire::Json>(&json);
  if (!read || !wire::decode(*read, value, fault)) return {};
  return value;
}

}  // namespace

Collections CollectionShelf::of(AccountId account) const { return look<Collections>(drawer_, account, own); }

CollectionShelf::Sharers CollectionShelf::sharers() const { return look<Sharers>(drawer_, nobody, sharing); }

std::vector<SharedCollection> CollectionShelf::shared() const {
  std::vector<SharedCollection> found;
  for (auto const account : sharers().accounts) {
    for (auto& one : of(account).list) {
      if (one.shared) found.push_back({account, std::move(one)});
    }
  }
  return found;
}

std::optional<Refusal> CollectionShelf::put(AccountId account, Collection collection) {
  std::lock_guard const lock(mutex_);
  auto all = of(account);
  if (auto refusal = kith::put(all, std::move(collection))) return refusal;
  keep(account, all);
  return std::nullopt;
}

void CollectionShelf::remove(AccountId account, CollectionId id) {
  std::lock_guard const lock(mutex_);
  auto all = of(account);
  if (std::erase_if(all.list, [&](auto const& one) { return one.id == id; }) > 0) keep(account, all);
}

void CollectionShelf::forget(AccountId account) {
  std::lock_guard const lock(mutex_);
  keep(account, {});
}

// The note of who shares comes first when somebody begins to: a crash between the two only costs a look.
void CollectionShelf::keep(AccountId account, Collections const& all) {
  bool const shares = std::ranges::any_of(all.list, &Collection::shared);
  auto noted = sharers();
  auto const there = std::ranges::find(noted.accounts, account);
  bool const was_noted = there != noted.accounts.end();
  auto const note = [&] { drawer_.put(nobody, sharing, wire::write_json(wire::encode(noted))); };
  if (shares && !was_noted) noted.accounts.push_back(account), note();
  drawer_.put(account, own, all.list.empty() ? std::string() : wire::write_json(wire::encode(all)));
  if (!shares && was_noted) noted.accounts.erase(there), note();
}

}  // namespace kith::app
