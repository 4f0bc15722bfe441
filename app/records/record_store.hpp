// Records in memory: folds a person's stream, keeps what was folded, and holds the writer's tentative states.
//
// Loading may be called from any thread; the TentativeState half belongs to the writer's thread. A folded
// record is shared and never changed again. Faults: as the journal's, and `corrupted` when a stored event
// cannot be read. A record whose key was destroyed cannot be loaded: it is as if it had never been.
#pragma once
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "app/journal/chain.hpp"
#include "app/journal/writer.hpp"
#include "app/seal/seal.hpp"
#include "core/record/record.hpp"

namespace kith::app {

inline constexpr std::size_t records_kept_max = 2000;  // folded, in memory
inline constexpr std::size_t overtaken_kept_max = 64;  // states: whoever follows asks for a difference to one
inline constexpr std::size_t events_per_page = 512;    // read from the journal at a time

struct Folded {
  Record record;
  Head head;
  KeyId key = 0;  // seals this record's events; 0 before it has started
};
using FoldedPtr = std::shared_ptr<Folded const>;

class RecordStore final : public TentativeState {
 public:
  // Called on the writer's thread when a record's new state has become durable.
  using Published = std::function<void(RecordId, FoldedPtr before, FoldedPtr after)>;

  RecordStore(Journal& journal, Seal& seal, HashFunction hash);
  void on_published(Published published) { published_ = std::move(published); }

  FoldedPtr load(RecordId);                             // never null; a stream that is not there is empty
  FoldedPtr load_at(RecordId, std::uint64_t position);  // as it stood then, where need be made anew
  std::vector<Event> events_after(RecordId, std::uint64_t position);  // in order
  std::vector<Event> events_since(RecordId, Instant recorded);        // in order; reads and opens no others

  // The writer's thread only: the state this batch has reached.
  Folded& tentative(RecordId);
  // Seals events onto the record and folds them in; makes the stream's key when it has none.
  StreamPart extend(RecordId, Folded&, std::vector<Event> const&, Instant recorded_at);
  std::optional<Snapshot> snapshot_due(RecordId, Folded const&, std::uint64_t before) const;

  // The writer's thread only: drops what was opened with keys that are gone now, and says so.
  void forget_person(RecordId);

  void begin() override;
  void publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) override;
  void drop(std::span<IdBits const> touched) override;

  Head start_of(RecordId) const;

 private:
  Folded fold_from_journal(RecordId, std::optional<std::uint64_t> until);
  bool start_from_snapshot(RecordId, Folded&, std::optional<std::uint64_t> until);
  std::uint64_t last_before(RecordId, Instant recorded);      // the position of the last event before then
  std::optional<Event> open_event(StoredEvent const&) const;  // nullopt: emptied, or the record was forgotten
  void keep(RecordId, FoldedPtr);
  void keep_overtaken(RecordId, FoldedPtr);
  void forget(RecordId);

  Journal& journal_;
  Seal& seal_;
  HashFunction const hash_;
  Published published_;

  std::mutex mutex_;
  std::list<RecordId> recent_;
  struct Kept {
    FoldedPtr folded;
    std::list<RecordId>::iterator place;
  };
  std::map<RecordId, Kept> kept_;
  std::list<std::pair<RecordId, FoldedPtr>> overtaken_;  // the newest first
  std::map<RecordId, Folded> tentative_;                 // the writer's thread only
};

}  // namespace kith::app
