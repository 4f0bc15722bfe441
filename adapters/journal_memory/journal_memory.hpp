// The journal in memory: for tests, for the simulator and for trying Kith out. Nothing lasts.
//
// It keeps every rule of spec/journal.md except those about what survives the process. Any thread.
#pragma once
#include <map>
#include <shared_mutex>
#include <utility>

#include "app/journal/journal.hpp"

namespace kith::adapters {

class MemoryJournal final : public app::Journal, public app::ReadModels {
 public:
  explicit MemoryJournal(app::HashFunction hash) : hash_(hash) {}

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

 private:
  struct Stream {
    app::StreamHead head;
    std::vector<app::StoredEvent> events;
    std::optional<app::Snapshot> snapshot;
  };
  using RowKey = std::pair<app::Bytes, app::Bytes>;  // model, key

  bool is_stale(app::AppendItem const&) const;
  void write(app::AppendItem const&, std::map<IdBits, app::StreamHead>& changed);
  void write_part(app::StreamPart const&);
  void write_row(app::ReadRow const&);

  app::HashFunction hash_;
  mutable std::shared_mutex mutex_;
  std::map<IdBits, Stream> streams_;
  std::map<std::pair<IdBits, IdBits>, app::CommandRow> commands_;
  std::map<RowKey, app::Bytes> rows_;
  std::vector<app::Anchor> anchors_;
};

}  // namespace kith::adapters
