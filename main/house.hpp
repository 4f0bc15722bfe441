// The house: every concrete adapter of one installation, put together. The only place that names them.
//
// It owns what it builds, in the order it must be built and taken down. Faults: those of the adapters, each
// with a sentence for whoever runs the installation.
#pragma once
#include <atomic>
#include <filesystem>
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
#include "app/directory/directory.hpp"
#include "app/identity/sign_in.hpp"
#include "app/records/records.hpp"
#include "core/words/format.hpp"

namespace kith {

// The installation's clock: the machine's, and in the demo moved by as many days as somebody asked for.
class HouseClock {
 public:
  Instant now() const;
  static Instant of_machine();  // never moved: a session does not end because the demo's day moved on
  void move_by(std::int64_t ms) { moved_ms_ += ms; }
  std::int64_t moved_ms() const { return moved_ms_; }

 private:
  std::atomic<std::int64_t> moved_ms_{0};
};

struct HouseOptions {
  std::filesystem::path folder;
  sqlite::Open open = sqlite::Open::existing;
  std::string zone_name = "Europe/London";
  identity::Links links = identity::Links::refused;
};

Catalogues const& catalogues();            // embedded in the program, read once
Catalogue const& words_of_the_terminal();  // in the language of whoever runs the program: --lang, else LANG

class House {
 public:
  explicit House(HouseOptions const&);

  HouseClock clock;
  std::string const zone_name;
  ZoneRules const zone;
  Catalogues const& words = catalogues();
  Catalogue const& catalogue = words_of_the_terminal();
  adapters::SodiumSeal seal;
  adapters::SqliteJournal journal;
  adapters::IdentitySqlite identity;
  adapters::DrawerSqlite drawer;
  adapters::PasswordsSodium passwords;
  identity::SignIn sign_in;
  adapters::DirectorySqlite directory_store;
  app::Directory directory;
  app::Records records;
  adapters::WordBoxOpenssl boxes;

  std::optional<KnownAccount> known(AccountId);
  std::vector<KnownAccount> practitioners();  // whom a person can let in
  std::shared_ptr<ideas::Places const> places();
  void load_places(std::vector<ideas::District>);

 private:
  void person_started(AccountId, RecordId);

  std::mutex places_mutex_;
  std::shared_ptr<ideas::Places const> places_;
};

// What lies in an installation's folder.
struct HouseFiles {
  std::filesystem::path journal, keys, master_key, identity, directory, word_key, drawers;
};
HouseFiles files_in(std::filesystem::path const& folder);

ZoneRules zone_rules_of(std::string const& zone_name);  // from the machine's time-zone data, 1970 to 2037

}  // namespace kith
