// How much the journal costs over SQLite itself: batches of 64 commands through SqliteJournal, against the
// same rows inserted by bare prepared statements, taken in turns within one run. Only the ratio means
// something; absolute rates move with the disk and the neighbours.
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "adapters/journal_contract/scribe.hpp"
#include "adapters/journal_sqlite/journal_sqlite.hpp"
#include "adapters/seal_sodium/hash.hpp"
#include "app/journal/verify.hpp"
#include "bench/measure.hpp"

namespace kith {
namespace {

using namespace app;
using journal_contract::sample_id;
using journal_contract::Scribe;

constexpr std::size_t rounds = 15;
constexpr std::size_t batches_per_round = 40;
constexpr std::size_t batch_items = 64;
constexpr std::size_t body_bytes = 300;

// The same 64 commands for both sides: one event in a record of its own, its command, one read row.
class Commands {
 public:
  std::vector<AppendItem> batch() {
    std::vector<AppendItem> items;
    for (std::size_t n = 0; n < batch_items; ++n) {
      auto item = scribe_.item(sample_id(n + 1), {Bytes(body_bytes, 'x')});
      item.command = journal_contract::sample_command(n + 1, ++made_);
      item.rows = {journal_contract::row("people", "key " + std::to_string(n), std::to_string(made_))};
      items.push_back(std::move(item));
    }
    return items;
  }

 private:
  Scribe scribe_{adapters::blake2b_256};
  std::uint64_t made_ = 0;
};

// SQLite as fast as it goes with these tables: no checks, no anchor, statements prepared once.
class BareSqlite {
 public:
  explicit BareSqlite(std::string const& path) {
    // The journal makes the tables, so that both sides have the same ones.
    adapters::SqliteJournal(path, sqlite::Open::create, adapters::blake2b_256);
    sqlite3_open(path.c_str(), &file_);
    sqlite3_exec(file_, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", nullptr, nullptr, nullptr);
    prepare("INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", &event_);
    prepare("INSERT OR REPLACE INTO streams VALUES (?1, ?2, ?3, ?4)", &head_);
    prepare("INSERT INTO commands VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", &command_);
    prepare("INSERT OR REPLACE INTO read_rows VALUES (?1, ?2, ?3)", &row_);
  }
  ~BareSqlite() {
    for (auto* statement : {event_, head_, command_, row_}) sqlite3_finalize(statement);
    sqlite3_close(file_);
  }
  BareSqlite(BareSqlite const&) = delete;
  BareSqlite& operator=(BareSqlite const&) = delete;

  void append(std::vector<AppendItem> const& items) {
    sqlite3_exec(file_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (auto const& item : items) {
      auto const& event = item.parts[0].events[0];
      write_event(event);
      write_head(event);
      write_command(*item.command);
      write_row(item.rows[0]);
    }
    sqlite3_exec(file_, "COMMIT", nullptr, nullptr, nullptr);
  }

 private:
  void prepare(char const* sql, sqlite3_stmt** statement) {
    sqlite3_prepare_v3(file_, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, nullptr);
  }
  static void blob(sqlite3_stmt* statement, int index, BytesView bytes) {
    sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  }
  static void number(sqlite3_stmt* statement, int index, std::uint64_t value) {
    sqlite3_bind_int64(statement, index, static_cast<sqlite3_int64>(value));
  }
  static void run(sqlite3_stmt* statement) {
    sqlite3_step(statement);
    sqlite3_reset(statement);
  }

  void write_event(StoredEvent const& event) {
    auto const& header = event.header;
    blob(event_, 1, bytes_of(header.stream));
    number(event_, 2, header.position);
    blob(event_, 3, bytes_of(header.id.command));
    number(event_, 4, header.id.n);
    number(event_, 5, static_cast<std::uint64_t>(header.recorded_at.ms));
    number(event_, 6, header.key);
    number(event_, 7, header.erases);
    blob(event_, 8, view(event.body_hash));
    blob(event_, 9, view(event.chain));
    blob(event_, 10, *event.body);
    run(event_);
  }
  void write_head(StoredEvent const& event) {
    blob(head_, 1, bytes_of(event.header.stream));
    number(head_, 2, 1);
    number(head_, 3, event.header.position);
    blob(head_, 4, view(event.chain));
    run(head_);
  }
  void write_command(CommandRow const& command) {
    blob(command_, 1, bytes_of(command.account));
    blob(command_, 2, bytes_of(command.command));
    blob(command_, 3, bytes_of(command.stream));
    blob(command_, 4, view(command.command_hash));
    number(command_, 5, 1);
    sqlite3_bind_text(command_, 6, "PL6", -1, SQLITE_STATIC);
    number(command_, 7, command.first_position);
    number(command_, 8, command.count);
    blob(command_, 9, command.answer);
    run(command_);
  }
  void write_row(ReadRow const& row) {
    sqlite3_bind_text64(row_, 1, row.model.data(), row.model.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    blob(row_, 2, row.key);
    blob(row_, 3, *row.value);
    run(row_);
  }

  sqlite3* file_ = nullptr;
  sqlite3_stmt *event_ = nullptr, *head_ = nullptr, *command_ = nullptr, *row_ = nullptr;
};

template <class Work>
double seconds_of(Work const& work) {
  auto const begun = bench::Clock::now();
  work();
  return bench::ms_since(begun) / 1000;
}

BENCH(journal_beside_bare_sqlite) {
  bench::Folder const folder;
  adapters::SqliteJournal journal(folder / "journal.db", sqlite::Open::create, adapters::blake2b_256);
  BareSqlite bare(folder / "bare.db");
  Commands commands;
  bench::Times bare_rates, journal_rates, ratios;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::vector<std::vector<AppendItem>> batches;
    for (std::size_t n = 0; n < batches_per_round; ++n) batches.push_back(commands.batch());
    auto const by_bare = seconds_of([&] {
      for (auto const& batch : batches) bare.append(batch);
    });
    auto const by_journal = seconds_of([&] {
      for (auto const& batch : batches) journal.append(batch);
    });
    ratios.add(by_bare / by_journal);
    bare_rates.add(batches_per_round * batch_items / by_bare);
    journal_rates.add(batches_per_round * batch_items / by_journal);
  }
  bench::say({"of bare SQLite in batches of 64, p50", ratios.at(0.5), "", {}, {}});
  bench::say({"commands a second, p50",
              journal_rates.at(0.5),
              "",
              {},
              bench::Beside{"bare SQLite", bare_rates.at(0.5)}});
  VerifyReport report;
  auto const seconds = seconds_of([&] { report = verify(journal, adapters::blake2b_256); });
  if (!report.ok) return bench::skip("verify found faults");
  bench::say({"verify, events a second", static_cast<double>(report.events) / seconds, "", {}, {}});
}

}  // namespace
}  // namespace kith
