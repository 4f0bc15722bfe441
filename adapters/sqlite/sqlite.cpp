#include "adapters/sqlite/sqlite.hpp"

#include <utility>

#include "app/fault.hpp"

namespace kith::sqlite {

using app::Fault;
using app::FaultKind;

namespace {

// What went wrong, for the person who runs the installation. SQLite's own message may quote SQL, so it is
// only used where the SQL is ours and wrong.
Fault fault_of(int code, std::string const& path, char const* message) {
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
      return {FaultKind::corrupted, path + " is damaged. Stop Kith, copy the file, run `kith verify`."};
    case SQLITE_NOTADB:
      return {FaultKind::corrupted, path + " is not a database. Is it the right file?"};
    case SQLITE_CONSTRAINT:
      return {FaultKind::corrupted,
              path + " contradicts itself. Stop Kith, copy the file, run `kith verify`."};
    case SQLITE_FULL:
      return {FaultKind::unavailable, "The disk that holds " + path + " takes no more. Is it full?", "KP13"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {FaultKind::unavailable, path + " is in use by another program."};
    case SQLITE_CANTOPEN:
      return {FaultKind::unavailable, path + " cannot be opened. Does it exist?"};
    case SQLITE_READONLY:
      return {FaultKind::unavailable, path + " cannot be written. Who owns it?"};
    case SQLITE_IOERR:
      return {FaultKind::unavailable, "The disk that holds " + path + " does not answer."};
    case SQLITE_NOMEM:
      return {FaultKind::unavailable, "There is no memory left to read " + path + "."};
    default:
      return {FaultKind::misuse, "SQLite refused a statement on " + path + ": " + message};
  }
}

}  // namespace

Query::Query(Connection const& connection, sqlite3_stmt* statement, bool* running)
    : connection_(&connection), statement_(statement), running_(running) {}

Query::Query(Query&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      running_(std::exchange(other.running_, nullptr)) {}

Query::~Query() {
  if (!running_) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *running_ = false;
}

void Query::check(int code) const {
  if (code != SQLITE_OK) connection_->fail(code);
}

bool Query::step() {
  int const code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  connection_->fail(code);
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::octets(int column) const {
  // The pointer must be asked for before the size: the order in which SQLite promises both.
  auto const* bytes = static_cast<char const*>(sqlite3_column_blob(statement_, column));
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

void Query::bind(int index, Blob value) {
  // A null pointer would bind NULL instead of no octets.
  auto const* bytes = value.octets.empty() ? "" : value.octets.data();
  check(sqlite3_bind_blob64(statement_, index, bytes, value.octets.size(), SQLITE_STATIC));
}

void Query::bind(int index, Text value) {
  auto const* bytes = value.utf8.empty() ? "" : value.utf8.data();
  check(sqlite3_bind_text64(statement_, index, bytes, value.utf8.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind(int index, Null) { check(sqlite3_bind_null(statement_, index)); }

void Query::bind_integer(int index, std::int64_t number) {
  check(sqlite3_bind_int64(statement_, index, number));
}

Connection::Connection(std::string path, Open open, Access access) : path_(std::move(path)) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (open == Open::create) flags |= SQLITE_OPEN_CREATE;
  if (open == Open::in_memory) flags |= SQLITE_OPEN_MEMORY;
  int const code = sqlite3_open_v2(path_.c_str(), &handle_, flags, nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    configure(open, access);
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

void Connection::configure(Open open, Access access) {
  sqlite3_busy_timeout(handle_, busy_wait_ms_max);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (access == Access::write && open != Open::in_memory) script("PRAGMA journal_mode = WAL");
  script(
      "PRAGMA synchronous = FULL;"
      "PRAGMA foreign_keys = ON;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA cell_size_check = ON");
  if (access == Access::read) script("PRAGMA query_only = ON");
}

Connection::~Connection() {
  for (auto& [sql, cached] : statements_) sqlite3_finalize(cached.statement);
  sqlite3_close_v2(handle_);
}

Query Connection::start(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found != statements_.end() && !found->second.running) {
    found->second.running = true;
    return {*this, found->second.statement, &found->second.running};
  }
  sqlite3_stmt* statement = nullptr;
  int const code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  // The same statement inside itself gets a copy of its own.
  if (found != statements_.end()) return {*this, statement, nullptr};
  found = statements_.emplace(sql, Cached{statement, true}).first;
  return {*this, statement, &found->second.running};
}

void Connection::script(std::string const& sql) {
  int const code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

void Connection::keep_pages(int kib_max) { script("PRAGMA cache_size = -" + std::to_string(kib_max)); }

bool Connection::empty_log() {
  sqlite3_busy_timeout(handle_, 0);
  int const code = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle_, busy_wait_ms_max);
  if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY && (code & 0xFF) != SQLITE_LOCKED) fail(code);
  return code == SQLITE_OK;
}

void Connection::copy_to(std::string const& path) {
  constexpr auto all_pages = -1;  // in one step: the copy is of one moment
  sqlite3* copy = nullptr;
  auto const made = sqlite3_open_v2(path.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  auto* const backup = made == SQLITE_OK ? sqlite3_backup_init(copy, "main", handle_, "main") : nullptr;
  if (backup) {
    sqlite3_backup_step(backup, all_pages);
    sqlite3_backup_finish(backup);
  }
  auto const code = sqlite3_errcode(copy);
  sqlite3_close_v2(copy);
  if (code != SQLITE_OK) throw fault_of(code, path, "the copy");
}

// A write that a quota or a bound on file sizes stops says "input or output"; what helps is the same.
void Connection::fail(int code) const {
  bool const no_room = code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE;
  throw fault_of(no_room ? SQLITE_FULL : code, path_, handle_ ? sqlite3_errmsg(handle_) : "");
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (Fault const&) {
    // SQLite has rolled back by itself (a full disk, say); the fault that brought us here is already on its
    // way.
  }
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

void migrate(Connection& connection, std::int32_t application_id,
             std::span<std::string_view const> migrations) {
  auto const pragma = [&](char const* sql) {
    auto query = connection.query(sql);
    return query.step() ? query.integer(0) : 0;
  };
  Transaction transaction(connection);
  auto const owner = pragma("PRAGMA application_id");
  auto const version = pragma("PRAGMA user_version");
  bool const is_new = owner == 0 && version == 0 && pragma("SELECT count(*) FROM sqlite_schema") == 0;
  if (!is_new && owner != application_id) {
    throw Fault(FaultKind::corrupted,
                connection.path() + " belongs to another program, or to another part of Kith.");
  }
  auto const newest = static_cast<std::int64_t>(migrations.size());
  if (version > newest) {
    throw Fault(FaultKind::unavailable, connection.path() + " was written by a newer Kith. Use that one.");
  }
  if (version == newest) return;
  for (auto n = version; n < newest; ++n)
    connection.script(std::string(migrations[static_cast<std::size_t>(n)]));
  connection.script("PRAGMA application_id = " + std::to_string(application_id));
  connection.script("PRAGMA user_version = " + std::to_string(newest));
  transaction.commit();
}

Readers::Lease Readers::lease() {
  {
    std::lock_guard const lock(mutex_);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(connection)};
    }
  }
  auto connection = std::make_unique<Connection>(path_, Open::existing, Access::read);
  connection->keep_pages(pages_kib_);
  return {*this, std::move(connection)};
}

Readers::Lease::Lease(Readers& readers, std::unique_ptr<Connection> connection)
    : readers_(readers), connection_(std::move(connection)) {
  connection_->run("BEGIN");
}

Readers::Lease::~Lease() {
  try {
    connection_->run("COMMIT");
  } catch (Fault const&) {
    return;  // closed with whatever it could not end
  }
  std::lock_guard const lock(readers_.mutex_);
  if (readers_.idle_.size() < idle_max) readers_.idle_.push_back(std::move(connection_));
}

}  // namespace kith::sqlite
