#include "app/looks/access_log.hpp"

#include <algorithm>
#include <array>

#include "app/journal/chain.hpp"
#include "wire/looks.hpp"

namespace kith::app {
namespace {

IdBits random_bits(Seal& seal) {
  std::array<std::uint8_t, id_bytes> bytes{};
  std::ranges::copy(seal.random(id_bytes), bytes.begin());
  return uuid_of_random(bytes);
}

}  // namespace

IdBits log_stream_of(Seal& seal, RecordId record) {
  auto const hash = seal.keyed_hash(installation_key, HashPurpose::access_log, bytes_of(bits_of(record)));
  if (!hash) throw Fault(FaultKind::corrupted, "The installation's key is missing.");
  std::array<std::uint8_t, id_bytes> bytes{};
  std::copy_n(hash->begin(), bytes.size(), bytes.begin());
  return uuid_of_random(bytes);
}

bool AccessLog::is_fresh(Who const& who, Instant now) const {
  std::lock_guard const lock(mutex_);
  auto const spot = windows_.find(who);
  return spot != windows_.end() && spot->second.holds(now);
}

bool AccessLog::counts(Who const& who, Instant now) {
  std::lock_guard const lock(mutex_);
  auto const spot = windows_.find(who);
  if (spot == windows_.end() || !spot->second.holds(now)) return false;
  ++spot->second.more;
  return true;
}

AccessLog::End& AccessLog::end_of(IdBits const& stream) {
  if (auto const spot = ends_.find(stream); spot != ends_.end()) return spot->second;
  End end{empty_head(hash_, stream, StreamKind::access_log), 0};
  if (auto const head = journal_.head(stream)) {
    auto const last = journal_.events(stream, head->head.position, 1);
    end = {head->head, last.empty() ? 0 : last.front().header.key};
  }
  return ends_.emplace(stream, end).first->second;
}

std::optional<AppendItem> AccessLog::first(RecordId record, Looked look) {
  Who const who{record, look.account, look.surface};
  if (counts(who, look.at)) return std::nullopt;
  auto const same = std::ranges::find(tentative_, who, &Tentative::who);
  if (same != tentative_.end()) {
    ++same->window.more;
    return std::nullopt;
  }
  {
    std::lock_guard const lock(mutex_);
    if (auto const spot = windows_.find(who); spot != windows_.end()) look.more_before = spot->second.more;
  }
  auto const stream = log_stream_of(seal_, record);
  auto& end = end_of(stream);
  if (end.key == 0) {
    auto const key = seal_.new_key(stream);
    if (!key) throw Fault(FaultKind::unavailable, "The access log of this record was forgotten.");
    end.key = *key;
  }
  EventHeader const header{stream, end.head.position + 1, {random_bits(seal_), 0}, look.at, end.key, 0};
  auto body = seal_.seal(end.key, wire::write_looked(look), header_bytes(header));
  if (!body) throw Fault(FaultKind::unavailable, "The key of this access log is gone.");
  StreamPart part{stream, StreamKind::access_log, end.head, {}};
  part.events.push_back(link(hash_, end.head, header, std::move(*body)));
  end.head = head_after(part.events.back());
  tentative_.push_back({stream, who, {look.at, 0}});
  AppendItem item;
  item.parts.push_back(std::move(part));
  return item;
}

void AccessLog::begin() {
  ends_.clear();
  tentative_.clear();
}

// A stream that is not among the changed ones was not written: its looks come again.
void AccessLog::publish(std::span<StreamHead const> changed, std::span<IdBits const>) {
  for (auto const& one : tentative_) {
    if (std::ranges::find(changed, one.stream, &StreamHead::stream) != changed.end()) keep(one);
  }
  begin();
}

void AccessLog::drop(std::span<IdBits const>) { begin(); }

void AccessLog::keep(Tentative const& one) {
  std::lock_guard const lock(mutex_);
  if (windows_.size() >= fresh_looks_max) {
    std::erase_if(windows_, [&](auto const& entry) { return !entry.second.holds(one.window.since); });
    if (windows_.size() >= fresh_looks_max) windows_.clear();  // then some looks are written once more
  }
  windows_[one.who] = one.window;
}

std::vector<Looked> AccessLog::read(IdBits const& stream, std::uint64_t from, std::uint64_t until) const {
  std::vector<Looked> looks;
  while (from <= until) {
    auto const limit = std::min<std::uint64_t>(looks_per_page, until - from + 1);
    auto const page = journal_.events(stream, from, limit);
    for (auto const& stored : page) {
      if (!stored.body) continue;
      auto const opened = seal_.unseal(stored.header.key, *stored.body, header_bytes(stored.header));
      auto const* refusal = std::get_if<UnsealRefusal>(&opened);
      if (refusal && *refusal == UnsealRefusal::key_destroyed) return {};
      auto const* bytes = std::get_if<Bytes>(&opened);
      auto look = bytes ? wire::read_looked(*bytes) : std::nullopt;
      if (!look) throw Fault(FaultKind::corrupted, "An access log cannot be read. Run kith verify.");
      looks.push_back(std::move(*look));
    }
    if (page.size() < limit) break;
    from += limit;
  }
  return looks;
}

// The position of the last entry of an earlier day. Entries stand in the order of their instants.
std::uint64_t AccessLog::last_before(IdBits const& stream, std::uint64_t last, Day day,
                                     ZoneRules const& zone) const {
  std::uint64_t before = 0, after = last + 1;
  while (after - before > 1) {
    auto const middle = before + (after - before) / 2;
    auto const at = journal_.events(stream, middle, 1);
    bool const earlier = !at.empty() && local_day(at.front().header.recorded_at, zone) < day;
    (earlier ? before : after) = middle;
  }
  return before;
}

AccessLog::Page AccessLog::before(RecordId record, std::optional<Day> day, ZoneRules const& zone) const {
  auto const stream = log_stream_of(seal_, record);
  auto const head = journal_.head(stream);
  if (!head) return {};
  auto const last = day ? last_before(stream, head->head.position, *day, zone) : head->head.position;
  Page page;
  auto from = last + 1;
  // Goes back until a whole day is there; of the day that is cut through nothing is shown yet.
  while (from > 1 && (page.looks.empty() || page.looks.front().on == page.looks.back().on)) {
    auto const until = from - 1;
    from = until > looks_per_page ? until - looks_per_page + 1 : 1;
    auto more = read(stream, from, until);
    if (more.empty()) return {};
    page.looks.insert(page.looks.begin(), more.begin(), more.end());
  }
  if (from == 1) return page;
  auto const cut = page.looks.front().on;
  std::erase_if(page.looks, [&](Looked const& look) { return look.on == cut; });
  page.earlier = plus_days(cut, 1);
  return page;
}

std::vector<Looked> AccessLog::all(RecordId record) const {
  auto const stream = log_stream_of(seal_, record);
  auto const head = journal_.head(stream);
  return head ? read(stream, 1, head->head.position) : std::vector<Looked>{};
}

}  // namespace kith::app
