// The journal in one SQLite file: a commit is on the disk when append returns, and a process that dies loses
// nothing that was answered. Keeps every rule of spec/journal.md. Layout: docs/journal-format.md.
//
// Threads: one writing connection behind a lock, and lent reading connections that never wait for it.
// Faults: a damaged file is `corrupted` and names the stream where it can; a full disk or a busy file is
// `unavailable`. Nothing that stands in the file can make it crash.
#pragma once
#include <map>
#include <mutex>
#include <string>

#include "adapters/sqlite/sqlite.hpp"
#include "app/journal/journal.hpp"

namespace kith::adapters {

class SqliteJournal final : public app::Journal, public app::ReadModels {
 public:
  SqliteJournal(std::string const& path, sqlite::Open open, app::HashFunction hash);

  std::vector<app::AppendOutcome> append(std::span<app::AppendItem const> items) override;
  std::vector<app::StoredEvent> events(IdBits const& stream, std::uint64_t from,
                                       std::size_t limit) const override;
  std::optional<app::StreamHead> head(IdBits const& stream) const override;
  std::vector<app::StreamHead> streams(std::optional<IdBits> const& after, std::size_t limit) const override;
  std::optional<app::CommandRow> command(IdBits const& account, IdBits const& command) const override;
  std::optional<app::Snapshot> snapshot(IdBits const& stream) const override;
  std::vector<app::Anchor> anchors(std::uint64_t from, std::size_t limit) const override;

  std::vector<app::ReadRow> rows(app::BytesView model, app::BytesView prefix,
                                 std::optional<app::Bytes> const& after, std::size_t limit) const override;
  void replace(app::BytesView model, std::span<app::ReadRow const> rows) override;

  // When an event was last written, by the clock of then; 0 in a new journal.
  Instant last_recorded_at() const;
  // Takes away what an erased stream leaves beside its events: answers, snapshot, rows that name it. Its
  // events stay; without their key they are noise.
  void forget(IdBits const& stream);

 private:
  app::HashFunction hash_;
  std::mutex writing_;
  sqlite::Connection writer_;
  mutable sqlite::Readers readers_;
  bool log_holds_erased_ = false;  // an emptied body may still stand in the log
};

}  // namespace kith::adapters
