#include "adapters/journal_sqlite/journal_sqlite.hpp"

#include <utility>

#include "adapters/journal_sqlite/columns.hpp"
#include "app/fault.hpp"
#include "app/journal/append_check.hpp"
#include "app/journal/chain.hpp"
#include "journal_migrations.hpp"

namespace kith::adapters {

using namespace app;
using sqlite::Blob;
using sqlite::Text;

namespace {

constexpr std::int32_t application_id = 0x4B49544A;  // "KITJ": Kith's journal

// Page limits reach SQLite as signed numbers; no caller needs more rows than this at once.
std::int64_t rows_at_most(std::size_t limit) {
  constexpr std::size_t page_rows_max = 1u << 20;
  return static_cast<std::int64_t>(std::min(limit, page_rows_max));
}

// Positions beyond SQLite's integers exist in no stream; the largest one finds nothing.
std::int64_t position_from(std::uint64_t from) {
  return static_cast<std::int64_t>(std::min<std::uint64_t>(from, INT64_MAX));
}

constexpr std::string_view head_sql = "SELECT stream, kind, position, chain FROM streams WHERE stream = ?1";

std::optional<StreamHead> head_in(sqlite::Connection& file, IdBits const& stream) {
  auto const id = bytes_of(stream);
  auto query = file.query(head_sql, Blob{id});
  return query.step() ? std::optional(head_of(query)) : std::nullopt;
}

bool knows_command(sqlite::Connection& file, CommandRow const& row) {
  auto const account = bytes_of(row.account), command = bytes_of(row.command);
  return file
      .query("SELECT 1 FROM commands WHERE account = ?1 AND command = ?2", Blob{account}, Blob{command})
      .step();
}

// One append while its transaction is open.
class Appending {
 public:
  Appending(sqlite::Connection& file, HashFunction hash) : file_(file), hash_(hash) {}

  AppendOutcome take(AppendItem const& item) {
    if (is_stale(item)) return AppendOutcome::stale;
    for (auto const& part : item.parts) {
      if (!part.events.empty()) write_part(part);
    }
    if (item.command) write_command(*item.command);
    for (auto const& row : item.rows) write_row(row);
    for (auto const& snapshot : item.snapshots) write_snapshot(snapshot);
    return AppendOutcome::appended;
  }

  void write_anchor();
  void write_clock() {
    if (!changed_.empty()) {
      file_.run("UPDATE clock SET recorded_at_ms = ?1 WHERE recorded_at_ms < ?1", last_recorded_at_.ms);
    }
  }
  bool erased() const { return erased_; }

 private:
  bool is_stale(AppendItem const& item) {
    if (item.command && knows_command(file_, *item.command)) return true;
    for (auto const& part : item.parts) {
      auto const head = head_in(file_, part.stream);
      if (head ? *head != StreamHead{part.stream, part.kind, part.expected} : part.expected.position != 0)
        return true;
    }
    return false;
  }

  void write_part(StreamPart const&);
  void write_event(StoredEvent const&);
  void erase_body(IdBits const& stream, std::uint64_t position);
  void write_command(CommandRow const&);
  void write_snapshot(Snapshot const&);

  void write_row(ReadRow const& row) {
    if (row.value) {
      file_.run("INSERT OR REPLACE INTO read_rows VALUES (?1, ?2, ?3)", Text{row.model}, Blob{row.key},
                Blob{*row.value});
    } else {
      file_.run("DELETE FROM read_rows WHERE model = ?1 AND key = ?2", Text{row.model}, Blob{row.key});
    }
  }

  sqlite::Connection& file_;
  HashFunction hash_;
  std::map<IdBits, StreamHead> changed_;
  bool erased_ = false;
  Instant last_recorded_at_;
};

void Appending::write_part(StreamPart const& part) {
  for (auto const& event : part.events) write_event(event);
  StreamHead const left{part.stream, part.kind, head_after(part.events.back())};
  auto const id = bytes_of(part.stream);
  file_.run("INSERT OR REPLACE INTO streams VALUES (?1, ?2, ?3, ?4)", Blob{id}, static_cast<int>(left.kind),
            left.head.position, Blob{view(left.head.chain)});
  changed_[part.stream] = left;
}

void Appending::write_event(StoredEvent const& event) {
  auto const& header = event.header;
  auto const stream = bytes_of(header.stream), command = bytes_of(header.id.command);
  file_.run("INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", Blob{stream},
            header.position, Blob{command}, header.id.n, header.recorded_at.ms, header.key, header.erases,
            Blob{view(event.body_hash)}, Blob{view(event.chain)}, Blob{*event.body});
  last_recorded_at_ = std::max(last_recorded_at_, header.recorded_at);
  if (header.erases != 0) erase_body(header.stream, header.erases);
}

void Appending::erase_body(IdBits const& stream, std::uint64_t position) {
  auto const id = bytes_of(stream);
  file_.run("UPDATE events SET body = NULL WHERE stream = ?1 AND position = ?2", Blob{id}, position);
  file_.run("DELETE FROM snapshots WHERE stream = ?1", Blob{id});
  erased_ = true;
}

void Appending::write_command(CommandRow const& row) {
  auto const account = bytes_of(row.account), command = bytes_of(row.command), stream = bytes_of(row.stream);
  file_.run("INSERT INTO commands VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", Blob{account}, Blob{command},
            Blob{stream}, Blob{view(row.command_hash)}, static_cast<int>(row.outcome), Text{row.rule},
            row.first_position, row.count, Blob{row.answer});
}

void Appending::write_snapshot(Snapshot const& snapshot) {
  auto const id = bytes_of(snapshot.stream);
  file_.run("INSERT OR REPLACE INTO snapshots VALUES (?1, ?2, ?3, ?4, ?5)", Blob{id}, snapshot.head.position,
            Blob{view(snapshot.head.chain)}, snapshot.key, Blob{snapshot.body});
}

void Appending::write_anchor() {
  if (changed_.empty()) return;
  std::uint64_t last_number = 0;
  Hash last_hash{};
  {
    auto query = file_.query("SELECT number, hash FROM anchors ORDER BY number DESC LIMIT 1");
    if (query.step()) {
      last_number = count_at(query, 0, "The last anchor");
      last_hash = hash_at(query, 1, "The last anchor");
    }
  }
  std::vector<StreamHead> heads;
  for (auto const& [stream, head] : changed_) heads.push_back(head);
  auto const anchor = next_anchor(hash_, last_number, last_hash, std::move(heads));
  auto const stored = bytes_of_heads(anchor.heads);
  file_.run("INSERT INTO anchors VALUES (?1, ?2, ?3)", anchor.number, Blob{stored}, Blob{view(anchor.hash)});
}

}  // namespace

SqliteJournal::SqliteJournal(std::string const& path, sqlite::Open open, HashFunction hash)
    : hash_(hash), writer_(path, open), readers_(path) {
  sqlite::migrate(writer_, application_id, sqlite::journal_migrations);
}

std::vector<AppendOutcome> SqliteJournal::append(std::span<AppendItem const> items) {
  check_append(hash_, items);
  std::lock_guard const lock(writing_);
  sqlite::Transaction transaction(writer_);
  Appending appending(writer_, hash_);
  std::vector<AppendOutcome> outcomes;
  for (auto const& item : items) outcomes.push_back(appending.take(item));
  appending.write_anchor();
  appending.write_clock();
  transaction.commit();
  log_holds_erased_ = log_holds_erased_ || appending.erased();
  if (log_holds_erased_) log_holds_erased_ = !writer_.empty_log();
  return outcomes;
}

std::vector<StoredEvent> SqliteJournal::events(IdBits const& stream, std::uint64_t from,
                                               std::size_t limit) const {
  auto const reader = readers_.lease();
  auto const id = bytes_of(stream);
  auto query = reader->query(
      "SELECT stream, position, command, n, recorded_at_ms, key_id, erases, body_hash, chain, body FROM "
      "events "
      "WHERE stream = ?1 AND position >= ?2 ORDER BY position LIMIT ?3",
      Blob{id}, position_from(from), rows_at_most(limit));
  std::vector<StoredEvent> found;
  while (query.step()) found.push_back(event_of(query));
  return found;
}

std::optional<StreamHead> SqliteJournal::head(IdBits const& stream) const {
  auto const reader = readers_.lease();
  return head_in(*reader, stream);
}

std::vector<StreamHead> SqliteJournal::streams(std::optional<IdBits> const& after, std::size_t limit) const {
  auto const reader = readers_.lease();
  // No id is empty octets, which come before every id. The second half walks the events one stream at a time.
  auto const id = after ? bytes_of(*after) : Bytes();
  auto query = reader->query(
      "WITH RECURSIVE with_events(id) AS ("
      "  SELECT min(stream) FROM events WHERE stream > ?1"
      "  UNION ALL"
      "  SELECT (SELECT min(stream) FROM events WHERE stream > id) FROM with_events WHERE id IS NOT NULL"
      "  LIMIT ?2),"
      "with_head(id) AS (SELECT stream FROM streams WHERE stream > ?1 ORDER BY stream LIMIT ?2) "
      "SELECT id, kind, position, chain "
      "FROM (SELECT id FROM with_events WHERE id IS NOT NULL UNION SELECT id FROM with_head) "
      "LEFT JOIN streams ON stream = id ORDER BY id LIMIT ?2",
      Blob{id}, rows_at_most(limit));
  std::vector<StreamHead> found;
  while (query.step()) found.push_back(head_of(query));
  return found;
}

std::optional<CommandRow> SqliteJournal::command(IdBits const& account, IdBits const& command) const {
  auto const reader = readers_.lease();
  auto const account_id = bytes_of(account), command_id = bytes_of(command);
  auto query = reader->query(
      "SELECT stream, command_hash, outcome, rule, first_position, count, answer FROM commands "
      "WHERE account = ?1 AND command = ?2",
      Blob{account_id}, Blob{command_id});
  if (!query.step()) return std::nullopt;
  std::string const what = "The row of a command";
  CommandRow row;
  row.account = account;
  row.command = command;
  row.stream = id_at(query, 0, what);
  row.command_hash = hash_at(query, 1, what);
  row.outcome = static_cast<CommandOutcome>(query.integer(2));
  row.rule = octets_at(query, 3, body_bytes_max, what);
  row.first_position = count_at(query, 4, what);
  row.count = static_cast<std::uint32_t>(count_at(query, 5, what));
  row.answer = octets_at(query, 6, body_bytes_max, what);
  return row;
}

std::optional<Snapshot> SqliteJournal::snapshot(IdBits const& stream) const {
  auto const reader = readers_.lease();
  auto const id = bytes_of(stream);
  auto query =
      reader->query("SELECT position, chain, key_id, body FROM snapshots WHERE stream = ?1", Blob{id});
  if (!query.step()) return std::nullopt;
  std::string const what = "The snapshot of stream " + uuid_text(stream);
  Head const head{count_at(query, 0, what), hash_at(query, 1, what)};
  return Snapshot{stream, head, count_at(query, 2, what), octets_at(query, 3, snapshot_bytes_max, what)};
}

std::vector<Anchor> SqliteJournal::anchors(std::uint64_t from, std::size_t limit) const {
  auto const reader = readers_.lease();
  auto query =
      reader->query("SELECT number, heads, hash FROM anchors WHERE number >= ?1 ORDER BY number LIMIT ?2",
                    position_from(from), rows_at_most(limit));
  std::vector<Anchor> found;
  while (query.step()) {
    auto const what = "Anchor " + std::to_string(query.integer(0));
    found.push_back({count_at(query, 0, what), heads_of(query.octets(1)), hash_at(query, 2, what)});
  }
  return found;
}

std::vector<ReadRow> SqliteJournal::rows(BytesView model, BytesView prefix, std::optional<Bytes> const& after,
                                         std::size_t limit) const {
  auto const reader = readers_.lease();
  bool const past_prefix = after && *after >= prefix;
  auto query =
      reader->query(past_prefix ? "SELECT key, value FROM read_rows "
                                  "WHERE model = ?1 AND key > ?2 ORDER BY key LIMIT ?3"
                                : "SELECT key, value FROM read_rows "
                                  "WHERE model = ?1 AND key >= ?2 ORDER BY key LIMIT ?3",
                    Text{model}, Blob{past_prefix ? BytesView(*after) : prefix}, rows_at_most(limit));
  std::vector<ReadRow> found;
  while (query.step() && query.octets(0).starts_with(prefix)) {
    found.push_back({Bytes(model), Bytes(query.octets(0)), Bytes(query.octets(1))});
  }
  return found;
}

void SqliteJournal::replace(BytesView model, std::span<ReadRow const> rows) {
  std::lock_guard const lock(writing_);
  sqlite::Transaction transaction(writer_);
  writer_.run("DELETE FROM read_rows WHERE model = ?1", Text{model});
  for (auto const& row : rows) {
    check_row(row);
    if (row.model != model) throw Fault(FaultKind::misuse, "A rebuild holds a row of another read model.");
    if (!row.value) continue;
    writer_.run("INSERT OR REPLACE INTO read_rows VALUES (?1, ?2, ?3)", Text{row.model}, Blob{row.key},
                Blob{*row.value});
  }
  transaction.commit();
}

Instant SqliteJournal::last_recorded_at() const {
  auto const reader = readers_.lease();
  auto query = reader->query("SELECT recorded_at_ms FROM clock");
  return query.step() ? Instant{query.integer(0)} : Instant{};
}

void SqliteJournal::forget(IdBits const& stream) {
  auto const id = bytes_of(stream);
  std::lock_guard const lock(writing_);
  sqlite::Transaction transaction(writer_);
  writer_.run("DELETE FROM commands WHERE stream = ?1", Blob{id});
  writer_.run("DELETE FROM snapshots WHERE stream = ?1", Blob{id});
  writer_.run("DELETE FROM read_rows WHERE instr(key, ?1) > 0 OR instr(value, ?1) > 0", Blob{id});
  transaction.commit();
  log_holds_erased_ = !writer_.empty_log();
}

}  // namespace kith::adapters
