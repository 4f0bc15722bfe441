#include "adapters/identity_sqlite/identity_sqlite.hpp"

#include "app/bytes.hpp"
#include "app/fault.hpp"
#include "identity_migrations.hpp"

namespace kith::adapters {

using namespace identity;
using sqlite::Blob;
using sqlite::Null;
using sqlite::Text;

namespace {

constexpr std::int32_t application_id = 0x4B495449;  // "KITI": Kith's identities

[[noreturn]] void corrupted(std::string const& what) {
  throw app::Fault(app::FaultKind::corrupted, "the file of accounts holds " + what);
}

template <class IdType>
IdType id_at(sqlite::Query const& query, int column) {
  auto const bits = app::id_of(query.octets(column));
  if (!bits) corrupted("an id that is no id");
  return IdType{bits->hi, bits->lo};
}

Digest digest_at(sqlite::Query const& query, int column) {
  auto const hash = app::hash_of(query.octets(column));
  if (!hash) corrupted("a hash of a wrong length");
  return *hash;
}

template <Named E>
E value_at(sqlite::Query const& query, int column) {
  auto const number = query.integer(column);
  if (number < 0 || number >= static_cast<std::int64_t>(count_of<E>)) corrupted("an unknown kind");
  return static_cast<E>(number);
}

constexpr std::string_view account_by_id =
    "SELECT id, name_key, display_name, role, record, password, made_at_ms, way_back_at_ms, way_back_by "
    "FROM accounts WHERE id = ?1";
constexpr std::string_view account_by_name =
    "SELECT id, name_key, display_name, role, record, password, made_at_ms, way_back_at_ms, way_back_by "
    "FROM accounts WHERE name_key = ?1";
constexpr std::string_view accounts_by_role =
    "SELECT id, name_key, display_name, role, record, password, made_at_ms, way_back_at_ms, way_back_by "
    "FROM accounts WHERE role = ?1 "
    "ORDER BY id";

std::optional<app::Bytes> record_bytes(Account const& account) {
  return account.record ? std::optional(app::bytes_of(app::bits_of(*account.record))) : std::nullopt;
}

std::optional<app::Bytes> way_back_by(Account const& account) {
  return account.way_back ? std::optional(app::bytes_of(app::bits_of(account.way_back->by))) : std::nullopt;
}
std::optional<std::int64_t> way_back_at(Account const& account) {
  return account.way_back ? std::optional(account.way_back->at.ms) : std::nullopt;
}

std::optional<Blob> blob_of(std::optional<app::Bytes> const& bytes) {
  return bytes ? std::optional(Blob{*bytes}) : std::nullopt;
}

Tally tally_in(sqlite::Connection& file, Digest const& key) {
  auto query = file.query("SELECT misses, last_miss_ms FROM tallies WHERE key = ?1", Blob{app::view(key)});
  return query.step() ? Tally{query.integer(0), {query.integer(1)}} : Tally{};
}

}  // namespace

IdentitySqlite::IdentitySqlite(std::string const& path, app::Seal& seal)
    : seal_(seal), writer_(path, sqlite::Open::create), readers_(path) {
  sqlite::migrate(writer_, application_id, sqlite::identity_migrations);
}

// Bound to the account, so that two rows cannot be given each other's names.
app::Bytes IdentitySqlite::sealed_name(Account const& account) {
  auto sealed = seal_.seal(app::installation_key, account.display_name, text_of(account.id));
  if (!sealed) throw app::Fault(app::FaultKind::corrupted, "the installation's key is missing");
  return std::move(*sealed);
}

Account IdentitySqlite::account_of(sqlite::Query const& row) {
  Account account;
  account.id = id_at<AccountId>(row, 0);
  account.name_key = digest_at(row, 1);
  auto name = seal_.unseal(app::installation_key, row.octets(2), text_of(account.id));
  auto* const plain = std::get_if<app::Bytes>(&name);
  if (!plain) corrupted("a name that was altered, or that another installation sealed");
  account.display_name = std::move(*plain);
  account.role = value_at<Role>(row, 3);
  if (!row.is_null(4)) account.record = id_at<RecordId>(row, 4);
  account.password = std::string(row.octets(5));
  account.made_at = {row.integer(6)};
  if (!row.is_null(7)) account.way_back = WayBackUsed{{row.integer(7)}, id_at<AccountId>(row, 8)};
  return account;
}

bool IdentitySqlite::add(Account const& account) {
  auto const id = app::bytes_of(app::bits_of(account.id));
  auto const name = sealed_name(account);
  auto const record = record_bytes(account), by = way_back_by(account);
  std::lock_guard const lock(mutex_);
  return writer_.run(
             "INSERT INTO accounts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
             Blob{id}, Blob{app::view(account.name_key)}, Blob{name}, static_cast<int>(account.role),
             blob_of(record), Text{account.password}, account.made_at.ms, way_back_at(account),
             blob_of(by)) == 1;
}

bool IdentitySqlite::replace(Account const& account) {
  auto const id = app::bytes_of(app::bits_of(account.id));
  auto const name = sealed_name(account);
  auto const record = record_bytes(account), by = way_back_by(account);
  std::lock_guard const lock(mutex_);
  return writer_.run(
             "UPDATE OR IGNORE accounts SET name_key = ?2, display_name = ?3, role = ?4, record = ?5, "
             "password = ?6, made_at_ms = ?7, way_back_at_ms = ?8, way_back_by = ?9 WHERE id = ?1",
             Blob{id}, Blob{app::view(account.name_key)}, Blob{name}, static_cast<int>(account.role),
             blob_of(record), Text{account.password}, account.made_at.ms, way_back_at(account),
             blob_of(by)) == 1;
}

void IdentitySqlite::remove(AccountId account) {
  auto const id = app::bytes_of(app::bits_of(account));
  std::lock_guard const lock(mutex_);
  sqlite::Transaction transaction(writer_);
  writer_.run("INSERT OR IGNORE INTO ended_passes SELECT token, ends_at_ms FROM passes WHERE account = ?1",
              Blob{id});
  writer_.run("DELETE FROM accounts WHERE id = ?1", Blob{id});  // its passes go with it
  transaction.commit();
  writer_.empty_log();
}

bool IdentitySqlite::has_ended(Digest const& token) {
  auto const reader = readers_.lease();
  return reader->query("SELECT 1 FROM ended_passes WHERE token = ?1", Blob{app::view(token)}).step();
}

std::vector<Account> IdentitySqlite::accounts(AccountRef const& ref) {
  auto const reader = readers_.lease();
  std::vector<Account> found;
  auto const read_all = [&](sqlite::Query row) {
    while (row.step()) found.push_back(account_of(row));
  };
  if (auto const* role = std::get_if<Role>(&ref)) {
    read_all(reader->query(accounts_by_role, static_cast<int>(*role)));
    return found;
  }
  auto const* const by_id = std::get_if<AccountId>(&ref);
  auto const key = by_id ? app::bytes_of(app::bits_of(*by_id)) : app::Bytes(app::view(std::get<Digest>(ref)));
  read_all(reader->query(by_id ? account_by_id : account_by_name, Blob{key}));
  return found;
}

void IdentitySqlite::put(Pass const& pass) {
  auto const account = app::bytes_of(app::bits_of(pass.account));
  std::lock_guard const lock(mutex_);
  sqlite::Transaction transaction(writer_);
  writer_.run("DELETE FROM passes WHERE ends_at_ms <= ?1", pass.made_at.ms);
  writer_.run("DELETE FROM ended_passes WHERE ends_at_ms <= ?1", pass.made_at.ms);
  writer_.run("INSERT OR REPLACE INTO passes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              Blob{app::view(pass.token)}, static_cast<int>(pass.kind), Blob{account},
              static_cast<int>(pass.device), pass.made_at.ms, pass.idle_until.ms, pass.ends_at.ms);
  transaction.commit();
}

std::optional<Pass> IdentitySqlite::pass(Digest const& token) {
  auto const reader = readers_.lease();
  auto row = reader->query(
      "SELECT token, kind, account, device, made_at_ms, idle_until_ms, ends_at_ms FROM passes WHERE token = "
      "?1",
      Blob{app::view(token)});
  if (!row.step()) return std::nullopt;
  return Pass{digest_at(row, 0),        value_at<PassKind>(row, 1), id_at<AccountId>(row, 2),
              value_at<Device>(row, 3), {row.integer(4)},           {row.integer(5)},
              {row.integer(6)}};
}

void IdentitySqlite::revoke(Revocation const& revocation) {
  std::lock_guard const lock(mutex_);
  if (auto const* token = std::get_if<Digest>(&revocation)) {
    writer_.run("DELETE FROM passes WHERE token = ?1", Blob{app::view(*token)});
    return;
  }
  auto const& every = std::get<EverySessionOf>(revocation);
  auto const account = app::bytes_of(app::bits_of(every.account));
  auto const except = every.except ? app::Bytes(app::view(*every.except)) : app::Bytes();
  writer_.run("DELETE FROM passes WHERE account = ?1 AND kind = ?2 AND token <> ?3", Blob{account},
              static_cast<int>(PassKind::session), Blob{except});
}

void IdentitySqlite::put(PrintedCode const& code) {
  auto const subject = app::bytes_of(code.subject), by = app::bytes_of(app::bits_of(code.made_by));
  std::lock_guard const lock(mutex_);
  writer_.run("INSERT OR REPLACE INTO printed_codes VALUES (?1, ?2, ?3, ?4, ?5)", Blob{app::view(code.code)},
              static_cast<int>(code.kind), Blob{subject}, Blob{by}, code.ends_at.ms);
}

std::optional<PrintedCode> IdentitySqlite::printed_code(Digest const& code) {
  auto const reader = readers_.lease();
  auto row =
      reader->query("SELECT code, kind, subject, made_by, ends_at_ms FROM printed_codes WHERE code = ?1",
                    Blob{app::view(code)});
  if (!row.step()) return std::nullopt;
  auto const subject = app::id_of(row.octets(2));
  if (!subject) corrupted("a code for nobody");
  return PrintedCode{
      digest_at(row, 0), value_at<CodeKind>(row, 1), *subject, id_at<AccountId>(row, 3), {row.integer(4)}};
}

bool IdentitySqlite::spend(Digest const& code) {
  std::lock_guard const lock(mutex_);
  return writer_.run("DELETE FROM printed_codes WHERE code = ?1", Blob{app::view(code)}) == 1;
}

Tally IdentitySqlite::tally(Digest const& key, Strike strike, Instant now) {
  if (strike == Strike::none) return tally_in(*readers_.lease(), key);
  std::lock_guard const lock(mutex_);
  sqlite::Transaction transaction(writer_);
  if (strike == Strike::cleared) {
    writer_.run("DELETE FROM tallies WHERE key = ?1", Blob{app::view(key)});
  } else {
    writer_.run("DELETE FROM tallies WHERE last_miss_ms < ?1", now.ms - tally_kept_ms);
    writer_.run(
        "INSERT INTO tallies VALUES (?1, 1, ?2) ON CONFLICT (key) DO UPDATE SET misses = misses + 1, "
        "last_miss_ms = ?2",
        Blob{app::view(key)}, now.ms);
  }
  auto const after = tally_in(writer_, key);
  transaction.commit();
  return after;
}

}  // namespace kith::adapters
