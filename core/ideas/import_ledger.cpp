#include "core/ideas/import_ledger.hpp"

#include <algorithm>

namespace kith::ideas {

std::uint32_t ImportLedger::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

LedgerRow ImportLedger::add_row(std::uint32_t file, std::uint32_t number) {
  rows_.push_back({file, number, State::open});
  return static_cast<LedgerRow>(rows_.size() - 1);
}

void ImportLedger::repair(LedgerRow row, std::string_view field, std::string_view how) {
  bool const again = !repairs_.empty() && repairs_.back().row == row && repairs_.back().field == field &&
                     repairs_.back().how == how;
  if (again) return;
  if (repairs_.size() >= repairs_listed_max) {
    ++repairs_unlisted_;
    return;
  }
  repairs_.push_back({row, std::string(field), how});
}

void ImportLedger::reject(LedgerRow row, std::string_view rule, std::string_view why) {
  if (rows_[row].state == State::rejected) return;
  rows_[row].state = State::rejected;
  rejections_.push_back({row, rule, std::string(why)});
}

void ImportLedger::keep(LedgerRow row) {
  if (rows_[row].state == State::open) rows_[row].state = State::kept;
}

void ImportLedger::settle(LedgerRow row, bool changed) {
  auto& state = rows_[row].state;
  if (state == State::rejected || state == State::imported) return;
  state = changed ? State::imported : State::unchanged;
}

void ImportLedger::reject_the_rest(std::string_view rule, std::string_view why) {
  for (LedgerRow row = 0; row < rows_.size(); ++row) {
    if (rows_[row].state == State::open) reject(row, rule, why);
  }
}

ImportCounts ImportLedger::counts() const {
  auto const of = [&](State state) {
    return static_cast<std::size_t>(
        std::count_if(rows_.begin(), rows_.end(), [&](Row const& row) { return row.state == state; }));
  };
  return {files_.size(), rows_.size(), of(State::imported), of(State::unchanged), of(State::rejected)};
}

bool was_read_whole(DirectoryDraft const& draft) {
  auto const& ledger = draft.ledger;
  return !draft.drafts.empty() && ledger.doubts().empty() &&
         std::ranges::all_of(ledger.rejections(), [](auto const& one) { return one.rule == "DI7"; });
}

}  // namespace kith::ideas
