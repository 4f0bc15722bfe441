#include "sim/unsafe_journal.hpp"

namespace kith::sim {

using namespace app;

UnsafeJournal::UnsafeJournal(HashFunction hash, Without without)
    : hash_(hash), without_(without), inside_(std::make_unique<adapters::MemoryJournal>(hash)) {}

void UnsafeJournal::cut_power() {
  if (without_ != Safeguard::an_answer_follows_its_commit || commits_.empty()) return;
  commits_.pop_back();
  inside_ = std::make_unique<adapters::MemoryJournal>(hash_);
  for (auto const& commit : commits_) inside_->append(commit);
}

std::vector<AppendOutcome> UnsafeJournal::append(std::span<AppendItem const> items) {
  if (without_ == Safeguard::an_answer_follows_its_commit) commits_.emplace_back(items.begin(), items.end());
  if (without_ != Safeguard::a_command_is_done_once) return inside_->append(items);
  std::vector<AppendItem> unnamed(items.begin(), items.end());
  for (auto& item : unnamed) item.command.reset();
  return inside_->append(unnamed);
}

std::optional<CommandRow> UnsafeJournal::command(IdBits const& account, IdBits const& command) const {
  return inside_->command(account, command);
}

}  // namespace kith::sim
