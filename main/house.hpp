// The house: every concrete adapter of one installation, put together. The only place that names them.
//
// It owns what it builds, in the order it must be built and taken down. Faults: those of the adapters, each
// with a sentence for whoever runs the installation.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/drawer_sqlite/drawer_sqlite.hpp"
#include "adapters/identity_sqlite/identity_sqlite.hpp"
#include "adapters/journal_sqlite/journal_sqlite.hpp"
#include "adapters/passwords_sodium/passwords_sodium.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "adapters/word_box_openssl/word_box_openssl.hpp"
#include "app/collections/collections.hpp"
#include "app/directory/directory.hpp"
#include "app/identity/remembered.hpp"
#include "app/identity/sign_in.hpp"
#include "app/installation/wings.hpp"
#include "app/records/records.hpp"
#include "core/words/format.hpp"
#include "wire/json.hpp"

namespace kith {

inline constexpr std::int64_t clock_behind_ms_max = 5 * minute_ms;  // what a time server may put right

// The installation's clock: the machine's, and in the demo moved by as many days as somebody asked for. It
// never goes back: set back, it stands still until the time it has told comes again (KP11, KP12).
class HouseClock {
 public:
  explicit HouseClock(std::function<Instant()> machine = of_machine) : machine_(std::move(machine)) {}
  Instant now() const;
  bool is_back() const { return back_ms() > clock_behind_ms_max; }
  std::int64_t back_ms() const;       // how far it lies behind what it has told
  void has_told(Instant last) const;  // what was written before this start
  static Instant of_machine();        // never moved: a session does not end because the demo's day moved on
  void move_by(std::int64_t ms) { moved_ms_ += ms, told_ms_ = INT64_MIN; }  // on purpose, also backwards
  std::int64_t moved_ms() const { return moved_ms_; }

 private:
  Instant shown() const { return {machine_().ms + moved_ms_}; }

  std::function<Instant()> machine_;
  std::atomic<std::int64_t> moved_ms_{0};
  mutable std::atomic<std::int64_t> told_ms_{INT64_MIN};
};

struct HouseOptions {
  std::filesystem::path folder;
  sqlite::Open open = sqlite::Open::existing;
  std::string zone_name = "Europe/London";
  identity::Links links = identity::Links::refused;
  app::Purpose purpose = app::Purpose::team;
};

// Embedded in the program, read once; with the words of what the installation is for (WI3).
Catalogues const& catalogues(app::Purpose = app::Purpose::team);
Catalogue const& words_of_the_terminal();  // in the language of whoever runs the program: --lang, else LANG

class House {
 public:
  explicit House(HouseOptions const&);

  HouseClock clock;
  std::string const zone_name;
  ZoneRules const zone;
  Catalogues const& words;
  Catalogue const& catalogue = words_of_the_terminal();
  adapters::SodiumSeal seal;
  adapters::SqliteJournal journal;
  adapters::IdentitySqlite identity_file;
  identity::RememberedIdentity identity{identity_file};
  adapters::DrawerSqlite drawer;
  app::CollectionShelf collections{drawer};
  adapters::PasswordsSodium passwords;
  identity::SignIn sign_in;
  adapters::DirectorySqlite directory_store;
  app::Directory directory;
  app::Records records;
  adapters::WordBoxOpenssl boxes;

  std::optional<KnownAccount> known(AccountId);
  // A way back that was used into this account in the last days: {"at","by"} for the person (AC18).
  std::optional<wire::Json> way_back_told(AccountId);
  std::vector<KnownAccount> practitioners();  // whom a person can let in
  std::shared_ptr<ideas::Places const> places();
  void load_places(std::vector<ideas::District>);
  // Makes a record unreadable for ever and takes away what stands beside it: its keys, answers, read rows and
  // the account whose record it is. Again it changes nothing (KP14).
  void forget(RecordId);

 private:
  void person_started(AccountId, RecordId);
  void forget_erased(std::filesystem::path const& list);

  std::mutex places_mutex_;
  std::shared_ptr<ideas::Places const> places_;
};

// What lies in an installation's folder.
struct HouseFiles {
  std::filesystem::path journal, keys, master_key, identity, directory, word_key, erased, config, drawers;
};
HouseFiles files_in(std::filesystem::path const& folder);

ZoneRules zone_rules_of(std::string const& zone_name);  // from the machine's time-zone data, 1970 to 2037

}  // namespace kith
