// Backup, restore and erasing: see keeping.hpp. The steps of a restore stand in the order of its rules.
#include "main/keeping.hpp"

#include <algorithm>
#include <array>

#include "adapters/folder_posix/folder_posix.hpp"
#include "adapters/seal_sodium/hash.hpp"
#include "adapters/sqlite/sqlite.hpp"
#include "app/fault.hpp"
#include "app/journal/verify.hpp"
#include "app/records/read_rows.hpp"
#include "main/commands.hpp"
#include "main/unfinished.hpp"

namespace kith {
namespace {

namespace fs = std::filesystem;
using MaybeRefusal = std::optional<Refusal>;

constexpr std::size_t streams_per_page = 512;
constexpr std::string_view nobody = "none";

void copy_database(fs::path const& from, fs::path const& to) {
  sqlite::Connection(from, sqlite::Open::existing, sqlite::Access::read).copy_to(to);
}

void copy_if_there(fs::path const& from, fs::path const& to) {
  if (fs::exists(from)) fs::copy_file(from, to);
}

// Keys after the journal: a key without events harms nobody, events without a key cannot be read. The list of
// erased people last: it knows of everybody whose key is gone from the copy.
void copy_all(HouseFiles const& from, HouseFiles const& to) {
  copy_database(from.journal, to.journal);
  copy_database(from.keys, to.keys);
  copy_database(from.identity, to.identity);
  copy_database(from.directory, to.directory);
  if (fs::exists(from.drawers)) copy_database(from.drawers, to.drawers);
  copy_if_there(from.word_key, to.word_key);
  copy_if_there(from.config, to.config);
  copy_if_there(from.erased, to.erased);
}

app::Hash hash_of_file(fs::path const& file) {
  auto const hash = adapters::blake2b_256_of_file(file);
  if (!hash) throw app::Fault(app::FaultKind::unavailable, file.string() + " cannot be read.");
  return *hash;
}

app::Manifest manifest_of(fs::path const& folder, HouseFiles const& from, IdBits installation) {
  app::Manifest manifest{
      HouseClock::of_machine(), installation, fs::absolute(from.erased).lexically_normal(), {}};
  for (auto const& entry : fs::directory_iterator(folder))
    manifest.files.push_back({entry.path().filename(), entry.file_size(), hash_of_file(entry.path())});
  std::ranges::sort(manifest.files, {}, &app::BackedUpFile::name);
  return manifest;
}

// Whether the journal in the folder is as it was written (KP6).
std::variant<app::VerifyReport, Refusal> verified(fs::path const& journal_file) {
  adapters::SqliteJournal const journal(journal_file, sqlite::Open::existing, adapters::blake2b_256);
  auto report = app::verify(journal, adapters::blake2b_256);
  if (report.ok) return report;
  auto const& fault = report.faults.front();
  return refuse(
      "KP6", {{"stream", uuid_text(fault.stream)}, {"position", static_cast<std::int64_t>(fault.position)}});
}

// How many records have words that no key here opens (KP5).
std::int64_t records_without_key(app::Journal const& journal, app::Seal& seal) {
  std::int64_t count = 0;
  std::optional<IdBits> after;
  for (;;) {
    auto const page = journal.streams(after, streams_per_page);
    for (auto const& stream : page) {
      after = stream.stream;
      auto const last = journal.events(stream.stream, stream.head.position, 1);
      if (last.empty() || !last.front().body) continue;
      auto const& event = last.front();
      auto const opened = seal.unseal(event.header.key, *event.body, app::header_bytes(event.header));
      auto const* refusal = std::get_if<app::UnsealRefusal>(&opened);
      count += refusal && *refusal != app::UnsealRefusal::key_destroyed;
    }
    if (page.size() < streams_per_page) return count;
  }
}

// Everybody who was erased, as far as the backup and the list beside it know (KP8). A list of another
// installation knows nothing of them.
std::variant<app::Erasures, Refusal> everybody_erased(RestoreAsk const& ask, app::Manifest const& manifest) {
  auto known = read_erased(files_in(ask.from).erased);
  if (std::holds_alternative<Refusal>(known) || ask.erasures == nobody) return known;
  fs::path const place = ask.erasures.empty() ? manifest.erasures : ask.erasures;
  auto newer = read_erased(place);
  if (std::holds_alternative<Refusal>(newer)) return newer;
  auto const& added = std::get<app::Erasures>(newer);
  if (added.installation != manifest.installation) return refuse("KP8", {{"place", place.string()}});
  auto& list = std::get<app::Erasures>(known).list;
  for (auto const& erasure : added.list)
    if (std::ranges::find(list, erasure.stream, &app::Erasure::stream) == list.end()) list.push_back(erasure);
  return known;
}

// Each file of the manifest, and no other; the copy is what is looked at, because it is what will be used.
MaybeRefusal take_files(fs::path const& from, fs::path const& to, app::Manifest const& manifest) {
  for (auto const& file : manifest.files) {
    auto const copy = to / file.name;
    if (!fs::is_regular_file(from / file.name)) return refuse("KP3", {{"file", file.name}});
    fs::copy_file(from / file.name, copy);
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    if (fs::file_size(copy) != file.bytes || hash_of_file(copy) != file.hash)
      return refuse("KP3", {{"file", file.name}});
  }
  for (auto const* needed : {"journal.db", "keys.db", "identity.db"})
    if (std::ranges::find(manifest.files, needed, &app::BackedUpFile::name) == manifest.files.end())
      return refuse("KP3", {{"file", std::string(needed)}});
  return std::nullopt;
}

MaybeRefusal check_keys(HouseFiles const& files) {
  try {
    adapters::SodiumSeal seal({files.keys, files.master_key}, sqlite::Open::existing);
    adapters::SqliteJournal const journal(files.journal, sqlite::Open::existing, adapters::blake2b_256);
    auto const count = records_without_key(journal, seal);
    return count == 0 ? std::nullopt : std::optional(refuse("KP5", {{"count", count}}));
  } catch (app::Fault const& fault) {
    if (fault.kind() != app::FaultKind::unavailable) throw;
    return refuse("KP4");
  }
}

void write_list(fs::path const& file, app::Manifest const& manifest, app::Erasures const& erasures) {
  fs::remove(file);
  auto text = app::first_line_of(manifest.installation);
  for (auto const& erasure : erasures.list) text += app::line_of(erasure);
  adapters::append_durably(file, text);
}

}  // namespace

bool is_free(fs::path const& path) {
  return !fs::exists(path) || (fs::is_directory(path) && fs::is_empty(path));
}

std::variant<app::Erasures, Refusal> read_erased(fs::path const& list) {
  auto const text = fs::exists(list) ? read_file(list, app::erasures_bytes_max) : std::string();
  if (!text) throw app::Fault(app::FaultKind::unavailable, list.string() + " cannot be read.");
  return app::read_erasures(*text);
}

void begin_erased(fs::path const& list, IdBits installation) {
  if (!fs::exists(list)) adapters::append_durably(list, app::first_line_of(installation));
}

IdBits installation_of(app::Seal& seal) {
  auto const hash = seal.keyed_hash(app::installation_key, app::HashPurpose::installation, "which");
  std::array<std::uint8_t, app::id_bytes> bytes{};
  std::copy_n(hash.value().begin(), bytes.size(), bytes.begin());
  return uuid_of_random(bytes);
}

std::variant<BackedUp, Refusal> back_up(fs::path const& data, fs::path const& to) {
  if (!is_free(to)) return refuse("KP2", {{"folder", to.string()}});
  auto const files = files_in(data);
  adapters::SodiumSeal seal({files.keys, files.master_key},
                            sqlite::Open::existing);  // keys that fit, or a Fault
  auto const installation = installation_of(seal);
  begin_erased(files.erased, installation);
  Unfinished folder(to);
  copy_all(files, files_in(folder.path()));
  auto const report = verified(files_in(folder.path()).journal);
  if (auto const* refusal = std::get_if<Refusal>(&report)) return *refusal;
  auto const& seen = std::get<app::VerifyReport>(report);
  BackedUp made{manifest_of(folder.path(), files, installation), seen.streams, seen.events};
  adapters::append_durably(folder.path() / app::manifest_name, write_manifest(made.manifest));
  folder.finish();
  return made;
}

std::variant<Restored, Refusal> restore(RestoreAsk const& ask) {
  if (!is_free(ask.to)) return refuse("KP7", {{"folder", ask.to.string()}});
  auto const text = read_file(ask.from / app::manifest_name, app::manifest_bytes_max);
  auto const read = app::read_manifest(text.value_or(""));
  if (auto const* refusal = std::get_if<Refusal>(&read)) return *refusal;
  auto const& manifest = std::get<app::Manifest>(read);
  auto const master = ask.master_key.empty() ? files_in(ask.from).master_key : fs::path(ask.master_key);
  if (!fs::is_regular_file(master)) return refuse("KP4");
  auto const erased = everybody_erased(ask, manifest);
  if (auto const* refusal = std::get_if<Refusal>(&erased)) return *refusal;
  auto const& erasures = std::get<app::Erasures>(erased);

  Unfinished folder(ask.to);
  auto const files = files_in(folder.path());
  if (auto refusal = take_files(ask.from, folder.path(), manifest)) return *refusal;
  fs::copy_file(master, files.master_key, fs::copy_options::overwrite_existing);
  fs::permissions(files.master_key, fs::perms::owner_read | fs::perms::owner_write);
  auto const report = verified(files.journal);
  if (auto const* refusal = std::get_if<Refusal>(&report)) return *refusal;
  if (auto refusal = check_keys(files)) return *refusal;
  write_list(files.erased, manifest, erasures);
  {
    House house({folder.path(), sqlite::Open::create});  // erases them again while it is put together
    app::rebuild(house.journal, house.journal, house.seal, house.records.store());
    house.directory.rebuild();
  }
  folder.finish();
  auto const& seen = std::get<app::VerifyReport>(report);
  return Restored{manifest.made_at, seen.streams, seen.events, erasures.list.size()};
}

void erase(House& house, fs::path const& data, RecordId record) {
  std::vector<RecordId> all{record};  // JO10: what was joined holds the same words
  for (std::size_t at = 0; at < all.size(); ++at) {
    auto const folded = house.records.store().load(all[at]);
    for (auto const& other : folded->record.joined_with())
      if (std::ranges::find(all, other) == all.end()) all.push_back(other);
  }
  for (auto const& one : all)
    adapters::append_durably(files_in(data).erased,
                             app::line_of({HouseClock::of_machine(), app::bits_of(one)}));
  for (auto const& one : all) house.forget(one);
}

}  // namespace kith
