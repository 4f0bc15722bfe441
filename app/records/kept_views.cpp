#include "app/records/kept_views.hpp"

#include <algorithm>

namespace kith::app {
namespace {

// When the next grant, visit or invitation of anybody in the record ends by itself.
Instant next_end(Record const& record, Instant now) {
  Instant next{INT64_MAX};
  for (auto const& entry : record.grants)
    if (entry.second.until && entry.second.holds(now)) next = std::min(next, *entry.second.until);
  for (auto const& entry : record.visits)
    if (entry.second.is_open(now)) next = std::min(next, entry.second.until);
  for (auto const& entry : record.invitations)
    if (entry.second.is_open(now)) next = std::min(next, entry.second.ends_at);
  return next;
}

}  // namespace

KeptViews::Text KeptViews::find(Asked const& asked, At const& at) {
  std::lock_guard const lock(mutex_);
  auto const spot = kept_.find(asked);
  if (spot == kept_.end()) return nullptr;
  auto const& [made, until, text] = spot->second;
  bool const same =
      made.folded == at.folded && made.today == at.today && made.now <= at.now && at.now < until;
  return same ? text : nullptr;
}

void KeptViews::keep(Asked const& asked, At const& at, Text text) {
  if (text->size() > view_kept_bytes_max) return;
  Kept kept{at, next_end(at.folded->record, at.now), std::move(text)};
  std::lock_guard const lock(mutex_);
  auto& spot = kept_[asked];
  bytes_ += kept.text->size();
  bytes_ -= spot.text ? spot.text->size() : 0;
  spot = std::move(kept);
  if (bytes_ > views_kept_bytes_max) kept_.clear(), bytes_ = 0;
}

void KeptViews::clear() {
  std::lock_guard const lock(mutex_);
  kept_.clear();
  bytes_ = 0;
}

}  // namespace kith::app
