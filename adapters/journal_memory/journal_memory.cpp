#include "adapters/journal_memory/journal_memory.hpp"

#include <mutex>

#include "app/fault.hpp"
#include "app/journal/append_check.hpp"
#include "app/journal/chain.hpp"

namespace kith::adapters {

using namespace app;

std::vector<AppendOutcome> MemoryJournal::append(std::span<AppendItem const> items) {
  check_append(hash_, items);
  std::unique_lock const lock(mutex_);
  std::vector<AppendOutcome> outcomes;
  std::map<IdBits, StreamHead> changed;
  for (auto const& item : items) {
    outcomes.push_back(is_stale(item) ? AppendOutcome::stale : AppendOutcome::appended);
    if (outcomes.back() == AppendOutcome::appended) write(item, changed);
  }
  if (changed.empty()) return outcomes;
  std::vector<StreamHead> heads;
  for (auto const& [stream, head] : changed) heads.push_back(head);
  auto const last = anchors_.empty() ? Hash{} : anchors_.back().hash;
  anchors_.push_back(next_anchor(hash_, anchors_.size(), last, std::move(heads)));
  return outcomes;
}

bool MemoryJournal::is_stale(AppendItem const& item) const {
  if (item.command && commands_.contains({item.command->account, item.command->command})) return true;
  for (auto const& part : item.parts) {
    auto const found = streams_.find(part.stream);
    if (found == streams_.end() ? part.expected.position != 0 : found->second.head.head != part.expected)
      return true;
  }
  return false;
}

void MemoryJournal::write(AppendItem const& item, std::map<IdBits, StreamHead>& changed) {
  for (auto const& part : item.parts) {
    if (part.events.empty()) continue;
    write_part(part);
    changed[part.stream] = streams_.at(part.stream).head;
  }
  if (item.command) commands_.emplace(std::pair(item.command->account, item.command->command), *item.command);
  for (auto const& row : item.rows) write_row(row);
  for (auto const& snapshot : item.snapshots) streams_.at(snapshot.stream).snapshot = snapshot;
}

void MemoryJournal::write_part(StreamPart const& part) {
  auto& stream = streams_[part.stream];
  for (auto const& event : part.events) {
    stream.events.push_back(event);
    if (event.header.erases == 0) continue;
    stream.events.at(event.header.erases - 1).body.reset();
    stream.snapshot.reset();
  }
  stream.head = {part.stream, part.kind, head_after(part.events.back())};
}

void MemoryJournal::write_row(ReadRow const& row) {
  RowKey const key{row.model, row.key};
  if (row.value) {
    rows_[key] = *row.value;
  } else {
    rows_.erase(key);
  }
}

std::vector<StoredEvent> MemoryJournal::events(IdBits const& stream, std::uint64_t from,
                                               std::size_t limit) const {
  std::shared_lock const lock(mutex_);
  auto const found = streams_.find(stream);
  if (found == streams_.end()) return {};
  auto const& all = found->second.events;
  auto const first = std::min<std::uint64_t>(from == 0 ? 0 : from - 1, all.size());
  auto const count = std::min<std::uint64_t>(limit, all.size() - first);
  auto const begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

std::optional<StreamHead> MemoryJournal::head(IdBits const& stream) const {
  std::shared_lock const lock(mutex_);
  auto const found = streams_.find(stream);
  return found == streams_.end() ? std::nullopt : std::optional(found->second.head);
}

std::vector<StreamHead> MemoryJournal::streams(std::optional<IdBits> const& after, std::size_t limit) const {
  std::shared_lock const lock(mutex_);
  std::vector<StreamHead> found;
  auto at = after ? streams_.upper_bound(*after) : streams_.begin();
  for (; at != streams_.end() && found.size() < limit; ++at) found.push_back(at->second.head);
  return found;
}

std::optional<CommandRow> MemoryJournal::command(IdBits const& account, IdBits const& command) const {
  std::shared_lock const lock(mutex_);
  auto const found = commands_.find({account, command});
  return found == commands_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Snapshot> MemoryJournal::snapshot(IdBits const& stream) const {
  std::shared_lock const lock(mutex_);
  auto const found = streams_.find(stream);
  return found == streams_.end() ? std::nullopt : found->second.snapshot;
}

std::vector<Anchor> MemoryJournal::anchors(std::uint64_t from, std::size_t limit) const {
  std::shared_lock const lock(mutex_);
  std::vector<Anchor> found;
  for (auto n = from == 0 ? 0 : from - 1; n < anchors_.size() && found.size() < limit; ++n) {
    found.push_back(anchors_[n]);
  }
  return found;
}

std::vector<ReadRow> MemoryJournal::rows(BytesView model, BytesView prefix, std::optional<Bytes> const& after,
                                         std::size_t limit) const {
  std::shared_lock const lock(mutex_);
  std::vector<ReadRow> found;
  RowKey const first{Bytes(model), Bytes(prefix)};
  auto at = after && *after >= prefix ? rows_.upper_bound({first.first, *after}) : rows_.lower_bound(first);
  for (; at != rows_.end() && found.size() < limit; ++at) {
    auto const& [row_model, key] = at->first;
    if (row_model != model || !key.starts_with(prefix)) break;
    found.push_back({row_model, key, at->second});
  }
  return found;
}

void MemoryJournal::replace(BytesView model, std::span<ReadRow const> rows) {
  for (auto const& row : rows) {
    check_row(row);
    if (row.model != model) throw Fault(FaultKind::misuse, "A rebuild holds a row of another read model.");
  }
  std::unique_lock const lock(mutex_);
  std::erase_if(rows_, [&](auto const& row) { return row.first.first == model; });
  for (auto const& row : rows) write_row(row);
}

}  // namespace kith::adapters
