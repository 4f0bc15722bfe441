#include "main/house.hpp"

#include <algorithm>
#include <chrono>

#include "adapters/seal_sodium/hash.hpp"
#include "main/keeping.hpp"

namespace kith {

Instant HouseClock::of_machine() {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

namespace {
// While the clock lies behind what is written already, nothing more is written (KP12).
std::optional<app::Fault> clock_fault(HouseClock const& clock) {
  if (!clock.is_back()) return std::nullopt;
  return app::Fault(app::FaultKind::unavailable, "The clock of this machine was set back. Set it right.",
                    "KP12");
}

IdBits random_bits(app::Seal& seal) {
  std::array<std::uint8_t, app::id_bytes> bytes{};
  std::ranges::copy(seal.random(bytes.size()), bytes.begin());
  return uuid_of_random(bytes);
}

KnownAccount known_as(identity::Account const& account) {
  return {account.id, Name{account.display_name}, account.role};
}
}  // namespace

void HouseClock::has_told(Instant last) const {
  auto told = told_ms_.load();
  while (told < last.ms && !told_ms_.compare_exchange_weak(told, last.ms)) {
  }
}

Instant HouseClock::now() const {
  has_told(shown());
  return {told_ms_.load()};
}

std::int64_t HouseClock::back_ms() const {
  auto const told = told_ms_.load();
  return told == INT64_MIN ? 0 : std::max<std::int64_t>(told - shown().ms, 0);
}

HouseFiles files_in(std::filesystem::path const& folder) {
  return {folder / "journal.db",  folder / "keys.db",      folder / "master.key",
          folder / "identity.db", folder / "directory.db", folder / "box.key",
          folder / "erased.list", folder / "kith.conf",    folder / "drawers.db"};
}

House::House(HouseOptions const& options)
    : zone_name(options.zone_name),
      zone(zone_rules_of(options.zone_name)),
      words(catalogues(options.purpose)),
      seal({files_in(options.folder).keys, files_in(options.folder).master_key}, options.open),
      journal(files_in(options.folder).journal, options.open, adapters::blake2b_256),
      identity_file(files_in(options.folder).identity, seal),
      drawer(files_in(options.folder).drawers, seal),
      sign_in(identity, seal, passwords, HouseClock::of_machine, options.links),
      directory_store(files_in(options.folder).directory, options.open),
      directory({journal, adapters::blake2b_256, directory_store, directory_store,
                 [this] { return clock.now(); }, [this] { return random_bits(seal); }}),
      records(
          {journal, journal, seal, adapters::blake2b_256, [this] { return clock.now(); }, zone,
           [this](AccountId account) { return known(account); },
           [this](AccountId account, RecordId record) { person_started(account, record); },
           [this](ServiceReported const& said, Day day) { directory.report(said.service, said.what, day); },
           [this](ServiceId service, Barrier what, Day day) { directory.hear(service, what, day); },
           [this] { return clock_fault(clock); }}),
      boxes(files_in(options.folder).word_key, seal),
      places_(std::make_shared<ideas::Places const>(directory_store.districts())) {
  forget_erased(files_in(options.folder).erased);
}

// Who was erased stays erased, whichever files somebody has put back (KP8).
void House::forget_erased(std::filesystem::path const& list) {
  begin_erased(list, installation_of(seal));
  auto const read = read_erased(list);
  if (auto const* refusal = std::get_if<Refusal>(&read))
    throw app::Fault(app::FaultKind::corrupted, list.string() + ": " + say(refusal->message, catalogue));
  for (auto const& erasure : std::get<app::Erasures>(read).list)
    if (!seal.has_forgotten(erasure.stream)) forget(RecordId{erasure.stream.hi, erasure.stream.lo});
}

// The keys go last, so that a start after a crash does all of it again; what a command wrote meanwhile goes
// after them.
void House::forget(RecordId record) {
  auto const stream = app::bits_of(record);
  journal.forget(stream);
  for (auto const& account : identity.accounts(Role::person))
    if (account.record == record) collections.forget(account.id), identity.remove(account.id);
  seal.destroy_keys(app::log_stream_of(seal, record));
  seal.destroy_keys(stream);
  records.forget(record);
  journal.forget(stream);
}

std::optional<KnownAccount> House::known(AccountId id) {
  auto const account = identity.account(identity::AccountRef(id));
  return account ? std::optional(known_as(*account)) : std::nullopt;
}

std::optional<wire::Json> House::way_back_told(AccountId id) {
  auto const account = identity.account(identity::AccountRef(id));
  if (!account || !account->way_back) return std::nullopt;
  auto const& used = *account->way_back;
  if (HouseClock::of_machine().ms - used.at.ms > identity::way_back_told_ms) return std::nullopt;
  auto const by = known(used.by);
  return wire::Json{{"at", text_of(used.at)}, {"by", by ? by->name.text : ""}};
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
