#include "app/journal/chain.hpp"

#include <algorithm>
#include <utility>

namespace kith::app {
namespace {

// Every hash begins with what it is of, so that no event can ever pass for an anchor. The 1 is the layout's
// version.
constexpr BytesView start_tag = "kith-s1:";
constexpr BytesView event_tag = "kith-e1:";
constexpr BytesView anchor_tag = "kith-a1:";

}  // namespace

Hash chain_start(HashFunction hash, IdBits const& stream, StreamKind kind) {
  Bytes bytes(start_tag);
  bytes += bytes_of(stream);
  append_number(bytes, static_cast<std::uint8_t>(kind), 1);
  return hash(bytes);
}

Head empty_head(HashFunction hash, IdBits const& stream, StreamKind kind) {
  return {0, chain_start(hash, stream, kind)};
}

Bytes header_bytes(EventHeader const& header) {
  Bytes bytes = bytes_of(header.stream);
  append_number(bytes, header.position);
  bytes += bytes_of(header.id.command);
  append_number(bytes, header.id.n, 4);
  append_number(bytes, static_cast<std::uint64_t>(header.recorded_at.ms));
  append_number(bytes, header.key);
  append_number(bytes, header.erases);
  return bytes;
}

Hash chain_next(HashFunction hash, Hash const& previous, EventHeader const& header, Hash const& body_hash) {
  Bytes bytes(event_tag);
  bytes += view(previous);
  bytes += header_bytes(header);
  bytes += view(body_hash);
  return hash(bytes);
}

StoredEvent link(HashFunction hash, Head const& from, EventHeader const& header, Bytes sealed_body) {
  auto const body_hash = hash(sealed_body);
  return {header, body_hash, chain_next(hash, from.chain, header, body_hash), std::move(sealed_body)};
}

Hash anchor_hash(HashFunction hash, Hash const& previous, std::uint64_t number,
                 std::span<StreamHead const> heads) {
  Bytes bytes(anchor_tag);
  bytes += view(previous);
  append_number(bytes, number);
  for (auto const& [stream, kind, head] : heads) {
    bytes += bytes_of(stream);
    append_number(bytes, static_cast<std::uint8_t>(kind), 1);
    append_number(bytes, head.position);
    bytes += view(head.chain);
  }
  return hash(bytes);
}

Anchor next_anchor(HashFunction hash, std::uint64_t last_number, Hash const& last_hash,
                   std::vector<StreamHead> heads) {
  std::ranges::sort(heads, {}, &StreamHead::stream);
  auto const anchored = anchor_hash(hash, last_hash, last_number + 1, heads);
  return {last_number + 1, std::move(heads), anchored};
}

}  // namespace kith::app
