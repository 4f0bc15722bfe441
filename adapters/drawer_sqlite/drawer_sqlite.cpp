#include "adapters/drawer_sqlite/drawer_sqlite.hpp"

#include "app/fault.hpp"
#include "drawer_migrations.hpp"

namespace kith::adapters {

using sqlite::Blob;
using sqlite::Text;

namespace {

constexpr std::int32_t application_id = 0x4B495457;  // "KITW": Kith's drawers

// Bound to the account and the name, so that no two can be exchanged.
std::string place_of(AccountId account, std::string_view name) {
  return "drawer " + text_of(account) + " " + std::string(name);
}

}  // namespace

DrawerSqlite::DrawerSqlite(std::string const& path, app::Seal& seal)
    : seal_(seal), writer_(path, sqlite::Open::create), readers_(path) {
  sqlite::migrate(writer_, application_id, sqlite::drawer_migrations);
}

std::optional<app::Bytes> DrawerSqlite::look(AccountId account, std::string_view name) {
  auto const id = app::bytes_of(app::bits_of(account));
  auto const reader = readers_.lease();
  auto query = reader->query("SELECT content FROM drawers WHERE account = ?1 AND name = ?2", Blob{id},
                             Text{name});  // what is bound must stand until the last step
  if (!query.step()) return std::nullopt;
  auto opened = seal_.unseal(app::installation_key, query.octets(0), place_of(account, name));
  auto* const plain = std::get_if<app::Bytes>(&opened);
  if (!plain) throw app::Fault(app::FaultKind::corrupted, "a drawer was altered, or another Kith sealed it");
  return std::move(*plain);
}

void DrawerSqlite::put(AccountId account, std::string_view name, app::BytesView content) {
  if (content.size() > app::drawer_bytes_max)
    throw app::Fault(app::FaultKind::misuse, "this is too large for a drawer");
  auto const id = app::bytes_of(app::bits_of(account));
  std::lock_guard const lock(mutex_);
  if (content.empty()) {
    writer_.run("DELETE FROM drawers WHERE account = ?1 AND name = ?2", Blob{id}, Text{std::string(name)});
    return;
  }
  auto const sealed = seal_.seal(app::installation_key, content, place_of(account, name));
  if (!sealed) throw app::Fault(app::FaultKind::corrupted, "the installation's key is missing");
  writer_.run("INSERT OR REPLACE INTO drawers VALUES (?1, ?2, ?3)", Blob{id}, Text{std::string(name)},
              Blob{*sealed});
}

}  // namespace kith::adapters
