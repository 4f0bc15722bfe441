// The chain as pure functions: every bit of what it covers counts, and its octets never change.
#include "app/journal/chain.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "adapters/journal_contract/scribe.hpp"

namespace kith::app {
namespace {

using journal_contract::sample_hash;
using journal_contract::sample_id;

EventHeader header() {
  EventHeader made;
  made.stream = {0x0102030405060708, 0x090a0b0c0d0e0f10};
  made.position = 7;
  made.id = {sample_id(3), 2};
  made.recorded_at = Instant{-1};
  made.key = 17;
  made.erases = 4;
  return made;
}

std::string hex(BytesView bytes) {
  std::string text;
  for (char const octet : bytes) {
    text += "0123456789abcdef"[static_cast<unsigned char>(octet) >> 4];
    text += "0123456789abcdef"[octet & 15];
  }
  return text;
}

TEST(Chain, the_header_is_68_octets_in_a_fixed_order) {
  EXPECT_EQ(hex(header_bytes(header())),
            "0102030405060708090a0b0c0d0e0f10"
            "0000000000000007"
            "00000000000000030000000000000003"
            "00000002"
            "ffffffffffffffff"
            "0000000000000011"
            "0000000000000004");
}

TEST(Chain, every_part_of_the_header_counts) {
  std::function<void(EventHeader&)> const changes[] = {
      [](auto& h) { h.stream.lo ^= 1; },     [](auto& h) { h.position ^= 1; },
      [](auto& h) { h.id.command.hi ^= 1; }, [](auto& h) { h.id.n ^= 1; },
      [](auto& h) { h.key ^= 1; },           [](auto& h) { h.erases ^= 1; },
      [](auto& h) { h.recorded_at.ms ^= 1; }};
  auto const chain = chain_next(sample_hash, {}, header(), {});
  for (auto const& change : changes) {
    auto changed = header();
    change(changed);
    EXPECT_NE(chain_next(sample_hash, {}, changed, {}), chain);
  }
  EXPECT_NE(chain_next(sample_hash, {1}, header(), {}), chain);
  EXPECT_NE(chain_next(sample_hash, {}, header(), {1}), chain);
}

TEST(Chain, a_stream_begins_with_its_id_and_kind) {
  auto const start = chain_start(sample_hash, sample_id(1), StreamKind::person_record);
  EXPECT_NE(start, chain_start(sample_hash, sample_id(2), StreamKind::person_record));
  EXPECT_NE(start, chain_start(sample_hash, sample_id(1), StreamKind::organization));
  EXPECT_EQ(empty_head(sample_hash, sample_id(1), StreamKind::person_record), (Head{0, start}));
}

TEST(Chain, an_anchor_puts_its_heads_in_stream_order) {
  StreamHead const one{sample_id(1), StreamKind::person_record, {3, {7}}};
  StreamHead const two{sample_id(2), StreamKind::organization, {5, {8}}};
  auto const anchor = next_anchor(sample_hash, 4, {9}, {two, one});
  EXPECT_EQ(anchor.number, 5u);
  EXPECT_EQ(anchor.heads, (std::vector{one, two}));
  EXPECT_EQ(anchor, next_anchor(sample_hash, 4, {9}, {one, two}));
  EXPECT_NE(anchor.hash, next_anchor(sample_hash, 4, {8}, {one, two}).hash);
  EXPECT_NE(anchor.hash, next_anchor(sample_hash, 5, {9}, {one, two}).hash);
  EXPECT_NE(anchor.hash, next_anchor(sample_hash, 4, {9}, {one}).hash);
}

TEST(StoredOctets, numbers_ids_and_hashes_come_back) {
  Bytes bytes;
  append_number(bytes, 0x01ff, 2);
  append_number(bytes, UINT64_MAX);
  EXPECT_EQ(hex(bytes), "01ffffffffffffffffff");
  EXPECT_EQ(read_number(BytesView(bytes).substr(0, 2)), 0x01ffu);
  EXPECT_EQ(read_number(BytesView(bytes).substr(2)), UINT64_MAX);
  IdBits const id{0x8000000000000001, 2};
  EXPECT_EQ(id_of(bytes_of(id)), id);
  EXPECT_EQ(id_of("too short"), std::nullopt);
  EXPECT_EQ(hash_of(Bytes(31, 'x')), std::nullopt);
  EXPECT_LT(bytes_of(IdBits{1, UINT64_MAX}), bytes_of(id));
}

}  // namespace
}  // namespace kith::app
