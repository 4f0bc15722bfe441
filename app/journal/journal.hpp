// The journal: facts in order, each with its author, never edited. This port is the only way to store
// anything about a person. Rules JN1 to JN23 are in spec/journal.md; adapters/journal_contract holds every
// adapter to them.
//
// Units: positions count the events of one stream from 1.
// Bodies, answers, row values and snapshots are opaque octets, sealed by the caller (app/seal/seal.hpp).
// Threads: every function may be called from any thread. Appends are made one after another; reads do not
// wait for them and see whole commits only. Ownership: arguments are borrowed for the call; results belong to
// the caller. Faults: every function may throw Fault; after a Fault from append the caller must assume
// nothing about whether the commit happened, and look again.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "app/bytes.hpp"
#include "core/days.hpp"

namespace kith::app {

// What a call may carry. Beyond these an append is a Fault of kind misuse and nothing is written (JN18).
inline constexpr std::size_t items_per_append_max = 256;
inline constexpr std::size_t streams_per_item_max = 64;
inline constexpr std::size_t events_per_item_max = 4096;
inline constexpr std::size_t rows_per_item_max = 16384;
inline constexpr std::size_t body_bytes_max = 1u << 20;
inline constexpr std::size_t row_key_bytes_max = 512;
inline constexpr std::size_t row_value_bytes_max = 1u << 20;
inline constexpr std::size_t model_name_bytes_max = 64;
inline constexpr std::size_t snapshot_bytes_max = 64u << 20;

// A snapshot saves folding a long stream from its beginning; the caller adds one whenever a stream passes a
// multiple of this many events.
inline constexpr std::uint64_t snapshot_every_events = 250;

// The numbers are stored. Never change or reuse one; a new kind of stream takes the next number.
enum class StreamKind : std::uint8_t {
  person_record = 1,
  organization = 2,
  installation = 3,
  access_log = 4
};

// Where a stream ends: its last position and the chain hash there. A stream that does not exist is at
// position 0 with the hash chain_start() (app/journal/chain.hpp), which says its id and kind.
struct Head {
  std::uint64_t position = 0;
  Hash chain{};
  bool operator==(Head const&) const = default;
};

struct StreamHead {
  IdBits stream{};
  StreamKind kind{};
  Head head;
  bool operator==(StreamHead const&) const = default;
};

// An event is named by the command that caused it and its number among that command's events, from 0.
struct EventId {
  IdBits command{};
  std::uint32_t n = 0;
  bool operator==(EventId const&) const = default;
};

using KeyId = std::uint64_t;  // which key sealed a body; 0 is not sealed (public directory streams)

// What anybody who holds the file can read. All of it is covered by the chain and by the seal's associated
// data.
struct EventHeader {
  IdBits stream{};
  std::uint64_t position = 0;
  EventId id;
  Instant recorded_at;
  KeyId key = 0;
  std::uint64_t erases = 0;  // a position in this stream whose body this event empties; 0 is none
  bool operator==(EventHeader const&) const = default;
};

struct StoredEvent {
  EventHeader header;
  Hash body_hash{};           // H(sealed body); stays when the body is emptied, so that the chain still holds
  Hash chain{};               // H(previous chain, header, body_hash)
  std::optional<Bytes> body;  // absent once an event with `erases` has named this position
  bool operator==(StoredEvent const&) const = default;
};

// What happened to a command, so that the same command again gets the same answer (refusals included).
// The numbers are stored.
enum class CommandOutcome : std::uint8_t { agreed = 1, refused = 2, changed_apart = 3 };

struct CommandRow {
  IdBits account{};
  IdBits command{};
  IdBits stream{};      // the record it was sent to
  Hash command_hash{};  // keyed hash of the canonical command: same id with other content is refused by the
                        // caller
  CommandOutcome outcome{};
  Bytes rule;                        // the rule number of a refusal, such as PL6; otherwise empty
  std::uint64_t first_position = 0;  // of its events in `stream`; 0 when it made none
  std::uint32_t count = 0;           // how many events it made there
  Bytes answer;                      // the sealed answer as it was given
  bool operator==(CommandRow const&) const = default;
};

// One row of a read model. Keys are compared byte by byte; a row without a value is a deletion (in an
// append).
struct ReadRow {
  Bytes model;
  Bytes key;
  std::optional<Bytes> value;
  bool operator==(ReadRow const&) const = default;
};

// The folded state of a stream at `head`, sealed. Disposable: losing one loses time only. An item may bring
// the snapshot of a stream it names, at the head it leaves. Erasing a body drops the stream's snapshot.
struct Snapshot {
  IdBits stream{};
  Head head;
  KeyId key = 0;
  Bytes body;
  bool operator==(Snapshot const&) const = default;
};

// The events an item adds to one stream, which must follow on from `expected` (link() in chain.hpp makes
// them). A part without events is a guard: it says what the decision was made on, and makes the item stale
// when the stream has moved.
struct StreamPart {
  IdBits stream{};
  StreamKind kind{};
  Head expected;
  std::vector<StoredEvent> events;
};

// What one command does, all or nothing: a record and a directory stream may be touched together.
struct AppendItem {
  std::vector<StreamPart> parts;  // each stream at most once
  std::optional<CommandRow> command;
  std::vector<ReadRow> rows;  // applied in order
  std::vector<Snapshot> snapshots;
};

// stale: a stream is not at its expected head, or the command is already known. Nothing of the item was
// written; read again and decide again.
enum class AppendOutcome { appended, stale };

// One commit that wrote at least one event: every head it changed, in stream order, chained to the anchor
// before it.
struct Anchor {
  std::uint64_t number = 0;  // from 1, without gaps
  std::vector<StreamHead> heads;
  Hash hash{};
  bool operator==(Anchor const&) const = default;
};

class Journal {
 public:
  virtual ~Journal() = default;

  // All items are written in one durable commit; each is appended or stale on its own, judged in order on top
  // of the items before it. Either every outcome is returned and durable, or a Fault is thrown.
  virtual std::vector<AppendOutcome> append(std::span<AppendItem const> items) = 0;

  // The events of a stream with position >= from, in order, at most limit. Past the end: empty.
  virtual std::vector<StoredEvent> events(IdBits const& stream, std::uint64_t from,
                                          std::size_t limit) const = 0;

  // nullopt: no such stream.
  virtual std::optional<StreamHead> head(IdBits const& stream) const = 0;

  // Every stream with an id > after (all from the first when absent), in id order, at most limit. A stream
  // that has events but has lost its head is listed too, at position 0, so that verify can name it.
  virtual std::vector<StreamHead> streams(std::optional<IdBits> const& after, std::size_t limit) const = 0;

  virtual std::optional<CommandRow> command(IdBits const& account, IdBits const& command) const = 0;

  // The newest snapshot. The caller checks it against the event at its position before trusting it.
  virtual std::optional<Snapshot> snapshot(IdBits const& stream) const = 0;

  // Anchors with number >= from, in order, at most limit.
  virtual std::vector<Anchor> anchors(std::uint64_t from, std::size_t limit) const = 0;
};

// Rows derived from events. They are written by Journal::append in the same commit and can always be made
// again.
class ReadModels {
 public:
  virtual ~ReadModels() = default;

  // The rows of a model whose key begins with prefix and is > after (when given), in key order, at most
  // limit.
  virtual std::vector<ReadRow> rows(BytesView model, BytesView prefix, std::optional<Bytes> const& after,
                                    std::size_t limit) const = 0;

  // Replaces every row of the model in one durable commit (`kith rebuild`). Rows of other models stay.
  virtual void replace(BytesView model, std::span<ReadRow const> rows) = 0;
};

}  // namespace kith::app
