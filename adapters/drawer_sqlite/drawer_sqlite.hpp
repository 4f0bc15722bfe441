// Drawers kept in one SQLite file beside the journal, each sealed with the installation's key.
//
// Any thread; one writer at a time. Owns its connections, borrows the seal. Faults: a full or broken disk
// (unavailable), altered rows or a lost installation key (corrupted).
#pragma once
#include <mutex>
#include <string>

#include "adapters/sqlite/sqlite.hpp"
#include "app/drawer/drawer.hpp"
#include "app/seal/seal.hpp"

namespace kith::adapters {

class DrawerSqlite final : public app::Drawer {
 public:
  DrawerSqlite(std::string const& path, app::Seal& seal);  // makes the file when there is none

  std::optional<app::Bytes> look(AccountId, std::string_view name) override;
  void put(AccountId, std::string_view name, app::BytesView content) override;

 private:
  app::Seal& seal_;
  std::mutex mutex_;
  sqlite::Connection writer_;
  sqlite::Readers readers_;
};

}  // namespace kith::adapters
