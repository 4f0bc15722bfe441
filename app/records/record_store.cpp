#include "app/records/record_store.hpp"

#include "app/fault.hpp"
#include "wire/commands.hpp"
#include "wire/snapshot.hpp"

namespace kith::app {
namespace {

Bytes snapshot_place(RecordId id, Head const& head) {
  Bytes place = "snapshot";
  place += bytes_of(bits_of(id));
  append_number(place, head.position);
  return place;
}

RecordId record_of(IdBits const& stream) { return {stream.hi, stream.lo}; }

}  // namespace

RecordStore::RecordStore(Journal& journal, Seal& seal, HashFunction hash)
    : journal_(journal), seal_(seal), hash_(hash) {}

Head RecordStore::start_of(RecordId id) const {
  return empty_head(hash_, bits_of(id), StreamKind::person_record);
}

FoldedPtr RecordStore::load(RecordId id) {
  {
    std::lock_guard const lock(mutex_);
    if (auto const spot = kept_.find(id); spot != kept_.end()) {
      recent_.splice(recent_.begin(), recent_, spot->second.place);
      return spot->second.folded;
    }
  }
  auto folded = std::make_shared<Folded const>(fold_from_journal(id, std::nullopt));
  keep(id, folded);
  return folded;
}

FoldedPtr RecordStore::load_at(RecordId id, std::uint64_t position) {
  {
    std::lock_guard const lock(mutex_);
    for (auto const& [record, folded] : overtaken_)
      if (record == id && folded->head.position == position) return folded;
  }
  return std::make_shared<Folded const>(fold_from_journal(id, position));
}

std::vector<Event> RecordStore::events_after(RecordId id, std::uint64_t position) {
  std::vector<Event> events;
  for (auto from = position + 1;;) {
    auto const page = journal_.events(bits_of(id), from, events_per_page);
    for (auto const& stored : page)
      if (auto event = open_event(stored)) events.push_back(std::move(*event));
    if (page.size() < events_per_page) return events;
    from = page.back().header.position + 1;
  }
}

// Halves what is left: events are recorded in the order of their positions.
std::uint64_t RecordStore::last_before(RecordId id, Instant recorded) {
  std::uint64_t before = 0, after = load(id)->head.position + 1;
  while (after - before > 1) {
    auto const middle = before + (after - before) / 2;
    auto const at = journal_.events(bits_of(id), middle, 1);
    (!at.empty() && at.front().header.recorded_at < recorded ? before : after) = middle;
  }
  return before;
}

std::vector<Event> RecordStore::events_since(RecordId id, Instant recorded) {
  return events_after(id, last_before(id, recorded));
}

std::optional<Event> RecordStore::open_event(StoredEvent const& stored) const {
  if (!stored.body) return std::nullopt;
  auto opened = seal_.unseal(stored.header.key, *stored.body, header_bytes(stored.header));
  auto const* refusal = std::get_if<UnsealRefusal>(&opened);
  if (refusal && *refusal == UnsealRefusal::key_destroyed) return std::nullopt;
  auto const* bytes = std::get_if<Bytes>(&opened);
  if (!bytes) throw Fault(FaultKind::corrupted, "A stored event cannot be opened. Run kith verify.");
  auto read = wire::read_event(*bytes);
  auto* event = std::get_if<Event>(&read);
  if (!event) throw Fault(FaultKind::corrupted, "A stored event cannot be read by this version of Kith.");
  return std::move(*event);
}

bool RecordStore::start_from_snapshot(RecordId id, Folded& folded, std::optional<std::uint64_t> until) {
  auto const snapshot = journal_.snapshot(bits_of(id));
  if (!snapshot || (until && snapshot->head.position > *until)) return false;
  auto const at = journal_.events(bits_of(id), snapshot->head.position, 1);
  if (at.empty() || at.front().chain != snapshot->head.chain) return false;
  auto opened = seal_.unseal(snapshot->key, snapshot->body, snapshot_place(id, snapshot->head));
  auto const* bytes = std::get_if<Bytes>(&opened);
  auto record = bytes ? wire::read_snapshot(*bytes) : std::nullopt;
  if (!record) return false;  // disposable: fold from the beginning instead
  folded = {std::move(*record), snapshot->head, snapshot->key};
  return true;
}

Folded RecordStore::fold_from_journal(RecordId id, std::optional<std::uint64_t> until) {
  Folded folded{{}, start_of(id), 0};
  start_from_snapshot(id, folded, until);
  for (;;) {
    auto const page = journal_.events(bits_of(id), folded.head.position + 1, events_per_page);
    for (auto const& stored : page) {
      if (until && stored.header.position > *until) return folded;
      folded.head = head_after(stored);
      folded.key = stored.header.key;
      if (auto const event = open_event(stored)) apply(folded.record, id, *event);
    }
    if (page.size() < events_per_page) return folded;
  }
}

Folded& RecordStore::tentative(RecordId id) {
  if (auto const spot = tentative_.find(id); spot != tentative_.end()) return spot->second;
  return tentative_.emplace(id, *load(id)).first->second;
}

StreamPart RecordStore::extend(RecordId id, Folded& folded, std::vector<Event> const& events,
                               Instant recorded_at) {
  StreamPart part{bits_of(id), StreamKind::person_record, folded.head, {}};
  if (folded.key == 0) {
    auto const key = seal_.new_key(bits_of(id));
    if (!key) throw Fault(FaultKind::unavailable, "This record was forgotten and cannot be started again.");
    folded.key = *key;
  }
  for (auto const& event : events) {
    EventHeader const header{
        bits_of(id), folded.head.position + 1, {bits_of(event.command), event.n}, recorded_at, folded.key, 0};
    auto body = seal_.seal(folded.key, wire::write_event(event), header_bytes(header));
    if (!body) throw Fault(FaultKind::unavailable, "The key of this record is gone.");
    part.events.push_back(link(hash_, folded.head, header, std::move(*body)));
    folded.head = head_after(part.events.back());
    apply(folded.record, id, event);
  }
  return part;
}

std::optional<Snapshot> RecordStore::snapshot_due(RecordId id, Folded const& folded,
                                                  std::uint64_t before) const {
  if (before / snapshot_every_events == folded.head.position / snapshot_every_events) return std::nullopt;
  auto body = seal_.seal(folded.key, wire::write_snapshot(folded.record), snapshot_place(id, folded.head));
  if (!body || body->size() > snapshot_bytes_max) return std::nullopt;
  return Snapshot{bits_of(id), folded.head, folded.key, std::move(*body)};
}

void RecordStore::begin() { tentative_.clear(); }

void RecordStore::publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) {
  for (auto const& stream : stale) forget(record_of(stream)), tentative_.erase(record_of(stream));
  for (auto const& head : changed) {
    if (head.kind != StreamKind::person_record) continue;
    auto const id = record_of(head.stream);
    auto const spot = tentative_.find(id);
    if (spot == tentative_.end()) {
      forget(id);
      continue;
    }
    FoldedPtr before;
    {
      std::lock_guard const lock(mutex_);
      if (auto const kept = kept_.find(id); kept != kept_.end()) before = kept->second.folded;
    }
    auto const after = std::make_shared<Folded const>(std::move(spot->second));
    tentative_.erase(spot);
    if (before) keep_overtaken(id, before);
    keep(id, after);
    if (published_) published_(id, before, after);
  }
}

void RecordStore::forget_person(RecordId id) {
  auto const before = load(id);
  tentative_.erase(id);
  forget(id);
  auto const after = std::make_shared<Folded const>(Folded{{}, before->head, before->key});
  if (published_) published_(id, before, after);
}

void RecordStore::drop(std::span<IdBits const> touched) {
  tentative_.clear();
  for (auto const& stream : touched) forget(record_of(stream));
}

void RecordStore::keep(RecordId id, FoldedPtr folded) {
  std::lock_guard const lock(mutex_);
  if (auto const spot = kept_.find(id); spot != kept_.end()) {
    // A slow reader never puts an older state over a newer one.
    if (spot->second.folded->head.position <= folded->head.position) spot->second.folded = std::move(folded);
    recent_.splice(recent_.begin(), recent_, spot->second.place);
    return;
  }
  recent_.push_front(id);
  kept_.emplace(id, Kept{std::move(folded), recent_.begin()});
  if (kept_.size() > records_kept_max) {
    kept_.erase(recent_.back());
    recent_.pop_back();
  }
}

void RecordStore::keep_overtaken(RecordId id, FoldedPtr folded) {
  std::lock_guard const lock(mutex_);
  overtaken_.emplace_front(id, std::move(folded));
  if (overtaken_.size() > overtaken_kept_max) overtaken_.pop_back();
}

void RecordStore::forget(RecordId id) {
  std::lock_guard const lock(mutex_);
  overtaken_.remove_if([&](auto const& one) { return one.first == id; });
  if (auto const spot = kept_.find(id); spot != kept_.end()) {
    recent_.erase(spot->second.place);
    kept_.erase(spot);
  }
}

}  // namespace kith::app
