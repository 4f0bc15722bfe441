// The access log: for each record a sealed stream of its own that says who looked. Rules LK2-LK4, LK7
// (spec/access-log.md).
//
// What was written lately is known in memory, so that a look within 15 minutes of an entry costs a look-up
// and writes nothing; it is counted, and the count goes with the next entry of the same account and surface.
// A crash loses such counts and no entry. `counts` and the reading: any thread; `first` and the
// TentativeState half: the writer's. Faults: the journal's, and `corrupted` for an entry that cannot be read.
#pragma once
#include <map>
#include <mutex>
#include <vector>

#include "app/journal/writer.hpp"
#include "app/seal/seal.hpp"
#include "core/looks/looks.hpp"

namespace kith::app {

inline constexpr std::size_t fresh_looks_max = 65536;  // known in memory; beyond it old ones are let go
inline constexpr std::size_t looks_per_page = 512;     // read at a time; a page holds whole days

// Which stream is the log of a record. In the file nothing ties the two together.
IdBits log_stream_of(Seal&, RecordId);

class AccessLog final : public TentativeState {
 public:
  struct Who {  // looked at what
    RecordId record;
    std::optional<AccountId> account;
    Surface surface = Surface::view;
    friend auto operator<=>(Who const&, Who const&) = default;
  };

  AccessLog(Journal& journal, Seal& seal, HashFunction hash) : journal_(journal), seal_(seal), hash_(hash) {}

  // Whether an entry of the last 15 minutes stands for this look; `counts` also counts it.
  bool is_fresh(Who const&, Instant now) const;
  bool counts(Who const&, Instant now);

  // The writer's thread only: the entry to append; nullopt when another one of its batch stands for it.
  std::optional<AppendItem> first(RecordId, Looked);

  struct Page {
    std::vector<Looked> looks;   // in order, whole days
    std::optional<Day> earlier;  // there are more, before this day
  };
  Page before(RecordId, std::optional<Day>, ZoneRules const&) const;  // the newest; of earlier days than this
  std::vector<Looked> all(RecordId) const;                            // in order

  void begin() override;
  void publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) override;
  void drop(std::span<IdBits const> touched) override;

 private:
  struct Window {
    Instant since;
    std::int32_t more = 0;  // looks that were counted and are not written yet
    bool holds(Instant now) const { return since <= now && now.ms < since.ms + look_again_ms; }
  };
  struct End {
    Head head;
    KeyId key = 0;
  };
  struct Tentative {
    IdBits stream;
    Who who;
    Window window;
  };
  End& end_of(IdBits const& stream);
  std::vector<Looked> read(IdBits const& stream, std::uint64_t from, std::uint64_t until) const;
  std::uint64_t last_before(IdBits const& stream, std::uint64_t last, Day, ZoneRules const&) const;
  void keep(Tentative const&);

  Journal& journal_;
  Seal& seal_;
  HashFunction const hash_;
  mutable std::mutex mutex_;
  std::map<Who, Window> windows_;
  std::map<IdBits, End> ends_;        // the writer's thread only, as is the next
  std::vector<Tentative> tentative_;  // of this batch
};

}  // namespace kith::app
