// The chain: pure functions that tie each event to all before it, and each commit to all before it. They need
// no key, so anybody who holds the file can check it. Layout, byte by byte: docs/journal-format.md.
//
// What it shows: a changed, missing, moved or added event; a cut tail; a missing stream. What it cannot show:
// a whole file put back to an earlier day, or a chain made again from the start. Keep the last anchor
// elsewhere for that.
#pragma once
#include <span>

#include "app/bytes.hpp"
#include "app/journal/journal.hpp"

namespace kith::app {

// The chain value of a stream with no events: its id and kind.
Hash chain_start(HashFunction, IdBits const& stream, StreamKind);

// The head of a stream that does not exist yet, as StreamPart::expected wants it.
Head empty_head(HashFunction, IdBits const& stream, StreamKind);

// The clear header as octets. Seal a body with these as associated data: it then opens in its own place only.
Bytes header_bytes(EventHeader const&);

// H(previous, header, body_hash).
Hash chain_next(HashFunction, Hash const& previous, EventHeader const&, Hash const& body_hash);

// The event that follows `from`, and the head after it. header.position must be from.position + 1.
StoredEvent link(HashFunction, Head const& from, EventHeader const&, Bytes sealed_body);
inline Head head_after(StoredEvent const& event) { return {event.header.position, event.chain}; }

// The hash of anchor `number` over the heads a commit changed; previous is all zeros for number 1.
Hash anchor_hash(HashFunction, Hash const& previous, std::uint64_t number, std::span<StreamHead const> heads);

// The anchor that follows: heads are put in stream order first.
Anchor next_anchor(HashFunction, std::uint64_t last_number, Hash const& last_hash,
                   std::vector<StreamHead> heads);

}  // namespace kith::app
