#include "app/journal/verify.hpp"

#include <functional>
#include <map>
#include <set>
#include <utility>

#include "app/fault.hpp"
#include "app/journal/chain.hpp"

namespace kith::app {
namespace {

constexpr std::size_t page_things = 256;
constexpr int unreadable_in_a_row_max = 16;  // then the rest is not tried

class Findings {
 public:
  explicit Findings(VerifyReport& report) : report_(report) {}
  void add(IdBits const& stream, std::uint64_t position, std::string what) {
    report_.ok = false;
    if (report_.faults.size() < verify_faults_max) {
      report_.faults.push_back({stream, position, std::move(what)});
    } else {
      ++report_.faults_unlisted;
    }
  }

 private:
  VerifyReport& report_;
};

// Reads numbered things one by one, in pages; what cannot be read is a finding and is stepped over.
template <class Thing>
class SteppingReader {
 public:
  using Fetch = std::function<std::vector<Thing>(std::uint64_t from, std::size_t limit)>;
  using Report = std::function<void(std::uint64_t number, std::string what)>;

  SteppingReader(Fetch fetch, Report report) : fetch_(std::move(fetch)), report_(std::move(report)) {}

  Thing const* next() {
    if (at_ == page_.size() && !fill()) return nullptr;
    auto const& thing = page_[at_++];
    from_ = number_of(thing) + 1;
    return &thing;
  }

  // True when a number from `first` on could not be read, so that its absence is no news.
  bool could_not_read(std::uint64_t first) const { return last_unreadable_ >= first; }

 private:
  static std::uint64_t number_of(StoredEvent const& event) { return event.header.position; }
  static std::uint64_t number_of(Anchor const& anchor) { return anchor.number; }

  bool fill() {
    std::size_t limit = page_things;
    at_ = 0;
    for (int unreadable_in_a_row = 0; unreadable_in_a_row <= unreadable_in_a_row_max;) {
      try {
        page_ = fetch_(from_, limit);
        return !page_.empty();
      } catch (Fault const& fault) {
        page_.clear();
        if (std::exchange(limit, 1) != 1) continue;  // somewhere in the page: find out where
        report_(from_, fault.what());
        last_unreadable_ = from_++;
        ++unreadable_in_a_row;
      }
    }
    return false;
  }

  Fetch fetch_;
  Report report_;
  std::vector<Thing> page_;
  std::size_t at_ = 0;
  std::uint64_t from_ = 1;
  std::uint64_t last_unreadable_ = 0;
};

// Walks one stream. After a fault it carries on from what is stored, so that one damage gives one finding and
// not a finding for every later event.
class StreamCheck {
 public:
  StreamCheck(HashFunction hash, StreamHead const& head, VerifyReport& report, Findings& findings)
      : hash_(hash), stream_(head), report_(report), findings_(findings) {
    computed_ = stored_ = chain_start(hash, head.stream, head.kind);
  }

  void run(Journal const& journal) {
    EventReader reader(
        [&](std::uint64_t from, std::size_t limit) { return journal.events(stream_.stream, from, limit); },
        [this](std::uint64_t position, std::string const& why) {
          add(position, "The event cannot be read. " + why);
        });
    while (auto const* event = reader.next()) {
      if (event->header.position != last_position_ + 1) {
        step_over_gap(*event, reader);
      } else {
        check_chain(*event);
      }
      check_body(*event);
      stored_ = event->chain;
      last_position_ = event->header.position;
      ++report_.events;
    }
    check_head(reader);
    check_erased();
  }

 private:
  using EventReader = SteppingReader<StoredEvent>;

  void add(std::uint64_t position, std::string what) {
    findings_.add(stream_.stream, position, std::move(what));
  }

  // The event before is unknown, so this one is judged by those after it.
  void step_over_gap(StoredEvent const& event, EventReader const& reader) {
    auto const first = last_position_ + 1;
    if (!reader.could_not_read(first)) note_missing(first, event.header.position - 1);
    computed_ = event.chain;
    suspect_.reset();
  }

  void check_chain(StoredEvent const& event) {
    auto const position = event.header.position;
    auto const before = computed_;
    auto const from_computed = next(computed_, event);
    auto const from_stored = next(stored_, event);
    computed_ = event.chain == from_stored ? from_stored : from_computed;
    if (event.chain == computed_) return suspect_.reset();
    if (suspect_ && changed_places(*suspect_, event)) {
      add(position, "The event has changed places with the one before it.");
      computed_ = suspect_->chain;
      return suspect_.reset();
    }
    add(position, "The event was changed, or does not belong here.");
    suspect_ = event;
    before_suspect_ = before;
  }

  Hash next(Hash const& previous, StoredEvent const& event) const {
    return chain_next(hash_, previous, event.header, event.body_hash);
  }

  // Would both hold the other way round?
  bool changed_places(StoredEvent first, StoredEvent second) const {
    std::swap(first.header.position, second.header.position);
    return next(before_suspect_, second) == second.chain && next(second.chain, first) == first.chain;
  }

  void check_body(StoredEvent const& event) {
    auto const position = event.header.position;
    if (!event.body) {
      emptied_.insert(position);
    } else if (hash_(*event.body) != event.body_hash) {
      add(position, "The event's sealed body was changed.");
    }
    if (event.header.erases != 0) named_.insert(event.header.erases);
  }

  void note_missing(std::uint64_t first, std::uint64_t last) {
    bool const one = first == last;
    add(first, one ? "The event is missing." : "The events up to " + std::to_string(last) + " are missing.");
  }

  void check_head(EventReader const& reader) {
    auto const& head = stream_.head;
    if (head.position > last_position_) {
      if (!reader.could_not_read(last_position_ + 1)) note_missing(last_position_ + 1, head.position);
    } else if (head.position < last_position_) {
      add(head.position + 1, head.position == 0 ? "The stream has events but no head."
                                                : "The stream has events beyond its head.");
    } else if (head.chain != stored_ && head.chain != computed_) {
      add(head.position, "The stream's head is not the chain value of its last event.");
    }
  }

  void check_erased() {
    for (auto const position : emptied_) {
      if (named_.contains(position)) {
        ++report_.erased;
      } else {
        add(position, "The event's body is gone, and no later event says it was erased.");
      }
    }
    for (auto const position : named_) {
      if (position <= last_position_ && !emptied_.contains(position)) {
        add(position, "The event's body should have been erased and is still there.");
      }
    }
  }

  HashFunction hash_;
  StreamHead stream_;
  VerifyReport& report_;
  Findings& findings_;
  Hash computed_;  // what the chain should be here
  Hash stored_;    // what the last event says it is
  std::uint64_t last_position_ = 0;
  std::optional<StoredEvent> suspect_;  // the event before, when it did not hold
  Hash before_suspect_{};
  std::set<std::uint64_t> emptied_, named_;
};

using Anchored = std::map<IdBits, StreamHead>;

// Walks the anchors; answers the last anchored head of every stream.
Anchored check_anchors(Journal const& journal, HashFunction hash, VerifyReport& report, Findings& findings) {
  SteppingReader<Anchor> reader(
      [&](std::uint64_t from, std::size_t limit) { return journal.anchors(from, limit); },
      [&](std::uint64_t number, std::string const& why) {
        findings.add({}, number, "The anchor cannot be read. " + why);
      });
  Anchored anchored;
  Hash computed{}, stored{};
  std::uint64_t expected = 1;
  while (auto const* anchor = reader.next()) {
    ++report.anchors;
    auto const from_stored = anchor_hash(hash, stored, anchor->number, anchor->heads);
    auto const from_computed = anchor_hash(hash, computed, anchor->number, anchor->heads);
    computed = anchor->hash == from_stored ? from_stored : from_computed;
    if (anchor->number != expected) {
      if (!reader.could_not_read(expected)) findings.add({}, expected, "The anchor is missing.");
      computed = anchor->hash;  // the one before is unknown: this one is judged by those after it
    } else if (anchor->hash != computed) {
      findings.add({}, anchor->number, "The anchor was changed.");
    }
    for (auto const& head : anchor->heads) anchored[head.stream] = head;
    stored = anchor->hash;
    expected = anchor->number + 1;
  }
  report.last_anchor = stored;
  return anchored;
}

// A head and its anchor must agree; where they do not, the longer of the two says how much was there.
StreamHead settle_head(StreamHead const& head, Anchored const& anchored, Findings& findings) {
  auto const found = anchored.find(head.stream);
  if (found == anchored.end()) {
    findings.add(head.stream, head.head.position, "No anchor knows the stream.");
    return head;
  }
  auto const& last = found->second;
  if (head == last) return head;
  findings.add(head.stream, head.head.position, "The stream's head is not the one last anchored.");
  return last;
}

void check_streams(Journal const& journal, HashFunction hash, Anchored anchored, VerifyReport& report,
                   Findings& findings) {
  std::optional<IdBits> after;
  while (true) {
    std::vector<StreamHead> page;
    try {
      page = journal.streams(after, page_things);
    } catch (Fault const& fault) {
      findings.add(after.value_or(IdBits{}), 0,
                   std::string("The streams after this one cannot be listed. ") + fault.what());
      return;
    }
    if (page.empty()) break;
    for (auto const& head : page) {
      ++report.streams;
      StreamCheck(hash, settle_head(head, anchored, findings), report, findings).run(journal);
      anchored.erase(head.stream);
      after = head.stream;
    }
  }
  for (auto const& [stream, head] : anchored) findings.add(stream, 1, "The whole stream is missing.");
}

}  // namespace

VerifyReport verify(Journal const& journal, HashFunction hash) {
  VerifyReport report;
  Findings findings(report);
  auto anchored = check_anchors(journal, hash, report, findings);
  check_streams(journal, hash, std::move(anchored), report, findings);
  return report;
}

}  // namespace kith::app
