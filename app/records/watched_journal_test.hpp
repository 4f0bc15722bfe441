// Test only: a journal in memory that says how often it was asked and written to, and that can be made to
// fail.
#pragma once
#include <atomic>

#include "adapters/journal_memory/journal_memory.hpp"
#include "app/fault.hpp"

namespace kith::app {

class WatchedJournal final : public Journal, public ReadModels {
 public:
  explicit WatchedJournal(HashFunction hash) : journal_(hash) {}

  std::atomic<bool> fails = false;      // every append from now on
  std::atomic<std::size_t> writes = 0;  // commits
  mutable std::atomic<std::size_t> reads = 0;

  std::vector<AppendOutcome> append(std::span<AppendItem const> items) override {
    if (fails) throw Fault(FaultKind::unavailable, "The disk is full.");
    ++writes;
    return journal_.append(items);
  }
  std::vector<StoredEvent> events(IdBits const& stream, std::uint64_t from,
                                  std::size_t limit) const override {
    return ++reads, journal_.events(stream, from, limit);
  }
  std::optional<StreamHead> head(IdBits const& stream) const override {
    return ++reads, journal_.head(stream);
  }
  std::vector<StreamHead> streams(std::optional<IdBits> const& after, std::size_t limit) const override {
    return ++reads, journal_.streams(after, limit);
  }
  std::optional<CommandRow> command(IdBits const& account, IdBits const& id) const override {
    return ++reads, journal_.command(account, id);
  }
  std::optional<Snapshot> snapshot(IdBits const& stream) const override {
    return ++reads, journal_.snapshot(stream);
  }
  std::vector<Anchor> anchors(std::uint64_t from, std::size_t limit) const override {
    return ++reads, journal_.anchors(from, limit);
  }
  std::vector<ReadRow> rows(BytesView model, BytesView prefix, std::optional<Bytes> const& after,
                            std::size_t limit) const override {
    return ++reads, journal_.rows(model, prefix, after, limit);
  }
  void replace(BytesView model, std::span<ReadRow const> rows) override { journal_.replace(model, rows); }

 private:
  adapters::MemoryJournal journal_;
};

}  // namespace kith::app
