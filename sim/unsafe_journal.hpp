// The journal in memory, behind a seam at which it can be made to break its word. See safeguards.hpp.
#pragma once
#include <memory>
#include <vector>

#include "adapters/journal_memory/journal_memory.hpp"
#include "sim/safeguards.hpp"

namespace kith::sim {

class UnsafeJournal final : public app::Journal, public app::ReadModels {
 public:
  UnsafeJournal(app::HashFunction hash, Without without);

  // The machine stops and starts again: what was not durable is gone.
  void cut_power();

  std::vector<app::AppendOutcome> append(std::span<app::AppendItem const> items) override;
  std::optional<app::CommandRow> command(IdBits const& account, IdBits const& command) const override;

  std::vector<app::StoredEvent> events(IdBits const& stream, std::uint64_t from,
                                       std::size_t limit) const override {
    return inside_->events(stream, from, limit);
  }
  std::optional<app::StreamHead> head(IdBits const& stream) const override { return inside_->head(stream); }
  std::vector<app::StreamHead> streams(std::optional<IdBits> const& after, std::size_t limit) const override {
    return inside_->streams(after, limit);
  }
  std::optional<app::Snapshot> snapshot(IdBits const& stream) const override {
    return inside_->snapshot(stream);
  }
  std::vector<app::Anchor> anchors(std::uint64_t from, std::size_t limit) const override {
    return inside_->anchors(from, limit);
  }
  std::vector<app::ReadRow> rows(app::BytesView model, app::BytesView prefix,
                                 std::optional<app::Bytes> const& after, std::size_t limit) const override {
    return inside_->rows(model, prefix, after, limit);
  }
  void replace(app::BytesView model, std::span<app::ReadRow const> rows) override {
    inside_->replace(model, rows);
  }

 private:
  app::HashFunction const hash_;
  Without const without_;
  std::unique_ptr<adapters::MemoryJournal> inside_;
  std::vector<std::vector<app::AppendItem>> commits_;  // only where they can be lost
};

}  // namespace kith::sim
