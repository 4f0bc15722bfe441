#include "main/house.hpp"

#include <algorithm>
#include <chrono>

#include "adapters/seal_sodium/hash.hpp"

namespace kith {

Instant HouseClock::of_machine() {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

namespace {
IdBits random_bits(app::Seal& seal) {
  std::array<std::uint8_t, app::id_bytes> bytes{};
  std::ranges::copy(seal.random(bytes.size()), bytes.begin());
  return uuid_of_random(bytes);
}

KnownAccount known_as(identity::Account const& account) {
  return {account.id, Name{account.display_name}, account.role};
}
}  // namespace

Instant HouseClock::now() const { return {of_machine().ms + moved_ms_}; }

HouseFiles files_in(std::filesystem::path const& folder) {
  return {folder / "journal.db",   folder / "keys.db", folder / "master.key", folder / "identity.db",
          folder / "directory.db", folder / "box.key", folder / "drawers.db"};
}

House::House(HouseOptions const& options)
    : zone_name(options.zone_name),
      zone(zone_rules_of(options.zone_name)),
      seal({files_in(options.folder).keys, files_in(options.folder).master_key}, options.open),
      journal(files_in(options.folder).journal, options.open, adapters::blake2b_256),
      identity(files_in(options.folder).identity, seal),
      drawer(files_in(options.folder).drawers, seal),
      sign_in(identity, seal, passwords, HouseClock::of_machine, options.links),
      directory_store(files_in(options.folder).directory, options.open),
      directory({journal, adapters::blake2b_256, directory_store, directory_store,
                 [this] { return clock.now(); }, [this] { return random_bits(seal); }}),
      records(
          {journal, journal, seal, adapters::blake2b_256, [this] { return clock.now(); }, zone,
           [this](AccountId account) { return known(account); },
           [this](AccountId account, RecordId record) { person_started(account, record); },
           [this](ServiceReported const& said, Day day) { directory.report(said.service, said.what, day); }}),
      boxes(files_in(options.folder).word_key, seal),
      places_(std::make_shared<ideas::Places const>(directory_store.districts())) {}

std::optional<KnownAccount> House::known(AccountId id) {
  auto const account = identity.account(identity::AccountRef(id));
  return account ? std::optional(known_as(*account)) : std::nullopt;
}

std::vector<KnownAccount> House::practitioners() {
  std::vector<KnownAccount> list;
  for (auto const& account : identity.accounts(Role::practitioner)) list.push_back(known_as(account));
  return list;
}

std::shared_ptr<ideas::Places const> House::places() {
  std::lock_guard const lock(places_mutex_);
  return places_;
}

void House::load_places(std::vector<ideas::District> districts) {
  directory_store.replace(districts);
  auto loaded = std::make_shared<ideas::Places const>(std::move(districts));
  std::lock_guard const lock(places_mutex_);
  places_ = std::move(loaded);
}

void House::person_started(AccountId id, RecordId record) {
  auto account = identity.account(identity::AccountRef(id));
  if (!account || account->record) return;
  account->record = record;
  identity.replace(*account);
}

}  // namespace kith
