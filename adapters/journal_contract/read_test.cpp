// What reading promises, with read models, snapshots and erased bodies. Rules JN9–JN17, JN22.
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "adapters/journal_contract/contract.hpp"
#include "app/fault.hpp"
#include "app/journal/verify.hpp"

namespace kith::journal_contract {
namespace {

using namespace app;
using enum AppendOutcome;
using testing::ElementsAre;
using testing::IsEmpty;

Bytes const awkward("\0\xff\x80 not text \0", 14);

TEST_P(JournalContract, JN9_events_come_back_byte_for_byte) {
  auto const item = scribe.item(amina, {"", awkward, Bytes(body_bytes_max, 'x')});
  append(item);
  EXPECT_EQ(journal().events(amina, 1, 10), item.parts[0].events);
}

TEST_P(JournalContract, JN9_events_are_read_in_pages) {
  append(scribe.item(amina, {"1", "2", "3", "4", "5"}));
  struct Page {
    std::uint64_t from;
    std::size_t limit;
    std::vector<std::uint64_t> positions;
  };
  Page const pages[] = {{0, 2, {1, 2}}, {1, 2, {1, 2}}, {3, 2, {3, 4}},      {5, 2, {5}},
                        {6, 2, {}},     {1, 0, {}},     {UINT64_MAX, 2, {}}, {2, SIZE_MAX, {2, 3, 4, 5}}};
  for (auto const& page : pages) {
    std::vector<std::uint64_t> positions;
    for (auto const& event : journal().events(amina, page.from, page.limit)) {
      positions.push_back(event.header.position);
    }
    EXPECT_EQ(positions, page.positions) << page.from << ", " << page.limit;
  }
  EXPECT_THAT(journal().events(ben, 1, 10), IsEmpty());
}

TEST_P(JournalContract, JN10_the_head_is_the_last_position_and_its_chain) {
  EXPECT_EQ(journal().head(amina), std::nullopt);
  auto const item = scribe.item(amina, {"1", "2"});
  append(item);
  EXPECT_EQ(journal().head(amina),
            (StreamHead{amina, StreamKind::person_record, {2, item.parts[0].events[1].chain}}));
}

TEST_P(JournalContract, JN11_streams_are_listed_in_the_order_of_their_ids) {
  IdBits const ids[] = {{1, 0}, {1, 2}, {0x80, 0}, {UINT64_MAX, 1}};
  for (auto const n : {2, 0, 3, 1}) append(scribe.item(ids[n], {"begun"}));
  std::vector<IdBits> listed;
  std::optional<IdBits> after;
  for (auto page = journal().streams(after, 3); !page.empty(); page = journal().streams(after, 3)) {
    for (auto const& head : page) listed.push_back(head.stream);
    after = listed.back();
  }
  EXPECT_EQ(listed, std::vector(std::begin(ids), std::end(ids)));
  EXPECT_THAT(journal().streams(std::nullopt, 0), IsEmpty());
}

TEST_P(JournalContract, JN13_rows_are_read_by_model_and_prefix_in_key_order) {
  AppendItem item;
  item.rows = {row("people", "b2", "x"), row("people", "a", "y"), row("people", "b1", awkward),
               row("places", "b1", "z"), row("people", "b\xff", "")};
  append(item);
  auto const b1 = row("people", "b1", awkward), b2 = row("people", "b2", "x"),
             last = row("people", "b\xff", "");
  EXPECT_THAT(models().rows("people", "b", std::nullopt, 10), ElementsAre(b1, b2, last));
  EXPECT_THAT(models().rows("people", "b", std::nullopt, 2), ElementsAre(b1, b2));
  EXPECT_THAT(models().rows("people", "b", "b1", 10), ElementsAre(b2, last));
  EXPECT_THAT(models().rows("people", "b", "a", 1), ElementsAre(b1));
  EXPECT_THAT(models().rows("people", "", std::nullopt, 1), ElementsAre(row("people", "a", "y")));
  EXPECT_THAT(models().rows("people", "c", std::nullopt, 10), IsEmpty());
  EXPECT_THAT(models().rows("nothing", "", std::nullopt, 10), IsEmpty());
}

TEST_P(JournalContract, JN13_a_row_is_replaced_by_a_later_one_and_removed_by_a_deletion) {
  AppendItem first, second;
  first.rows = {row("people", "a", "1"), row("people", "b", "1"), row("people", "b", "2")};
  second.rows = {deletion("people", "a"), deletion("people", "never there")};
  append(first);
  append(second);
  EXPECT_THAT(models().rows("people", "", std::nullopt, 10), ElementsAre(row("people", "b", "2")));
}

TEST_P(JournalContract, JN14_a_rebuild_replaces_exactly_one_model) {
  AppendItem item;
  item.rows = {row("people", "a", "old"), row("people", "b", "old"), row("places", "a", "kept")};
  append(item);
  models().replace("people", std::vector{row("people", "b", "new"), row("people", "c", "new")});
  EXPECT_THAT(models().rows("people", "", std::nullopt, 10),
              ElementsAre(row("people", "b", "new"), row("people", "c", "new")));
  EXPECT_THAT(models().rows("places", "", std::nullopt, 10), ElementsAre(row("places", "a", "kept")));
}

TEST_P(JournalContract, JN14_a_rebuild_with_another_models_row_is_a_fault_and_changes_nothing) {
  models().replace("people", std::vector{row("people", "a", "kept")});
  EXPECT_THROW(models().replace("people", std::vector{row("people", "b", "new"), row("places", "b", "new")}),
               Fault);
  EXPECT_THAT(models().rows("people", "", std::nullopt, 10), ElementsAre(row("people", "a", "kept")));
}

TEST_P(JournalContract, JN15_the_newest_snapshot_of_a_stream_is_kept) {
  auto first = scribe.item(amina, {"1"});
  first.snapshots = {{amina, scribe.head(amina), 17, "folded to 1"}};
  auto second = scribe.item(amina, {"2", "3"});
  second.snapshots = {{amina, scribe.head(amina), 17, awkward}};
  append(first);
  EXPECT_EQ(journal().snapshot(amina), first.snapshots[0]);
  append(second);
  EXPECT_EQ(journal().snapshot(amina), second.snapshots[0]);
  EXPECT_EQ(journal().snapshot(ben), std::nullopt);
}

TEST_P(JournalContract, JN16_an_event_can_empty_an_earlier_body_and_drops_the_snapshot) {
  auto first = scribe.item(amina, {"kept", "a map to be forgotten"});
  first.snapshots = {{amina, scribe.head(amina), 17, "folded, with the map"}};
  append(first);
  AppendItem erasing;
  erasing.parts.push_back(scribe.erase(amina, 2));
  EXPECT_EQ(append(erasing), appended);

  EXPECT_THAT(bodies(amina), ElementsAre("kept", "(erased)", "erased"));
  auto const emptied = journal().events(amina, 2, 1).at(0);
  EXPECT_EQ(emptied.header, first.parts[0].events[1].header);
  EXPECT_EQ(emptied.body_hash, first.parts[0].events[1].body_hash);
  EXPECT_EQ(emptied.chain, first.parts[0].events[1].chain);
  EXPECT_EQ(journal().snapshot(amina), std::nullopt);
}

TEST_P(JournalContract, JN16_an_event_can_empty_a_body_of_its_own_item) {
  auto item = scribe.item(amina, {"said by mistake"});
  auto const erased = scribe.erase(amina, 1);
  item.parts[0].events.push_back(erased.events[0]);
  item.snapshots = {{amina, scribe.head(amina), 17, "folded, without it"}};
  EXPECT_EQ(append(item), appended);
  EXPECT_THAT(bodies(amina), ElementsAre("(erased)", "erased"));
  EXPECT_EQ(journal().snapshot(amina), item.snapshots[0]);
}

TEST_P(JournalContract, JN17_verify_accepts_a_body_that_an_event_erased) {
  append(scribe.item(amina, {"kept", "a map to be forgotten"}));
  append(scribe.item(ben, {"another record"}));
  AppendItem erasing;
  erasing.parts.push_back(scribe.erase(amina, 2));
  append(erasing);
  auto const report = verify(journal(), sample_hash);
  EXPECT_TRUE(report.ok) << (report.faults.empty() ? "" : report.faults[0].what);
  EXPECT_EQ(report.streams, 2u);
  EXPECT_EQ(report.events, 4u);
  EXPECT_EQ(report.erased, 1u);
  EXPECT_EQ(report.anchors, 3u);
  EXPECT_EQ(report.last_anchor, journal().anchors(3, 1).at(0).hash);
}

TEST_P(JournalContract, JN22_a_reader_sees_whole_commits_only) {
  std::atomic<bool> done = false;
  journal();
  std::thread writing([&] {
    for (int n = 0; n < 100; ++n) {
      auto item = scribe.item(amina, {"a"});
      item.rows = {row("lengths", "amina", std::to_string(n + 1))};
      append(item);
    }
    done = true;
  });
  std::uint64_t looks = 0;
  while (!done || looks == 0) {
    // Rows are read first, so the stream can only be as long or longer.
    auto const rows = models().rows("lengths", "", std::nullopt, 1);
    auto const head = journal().head(amina);
    if (!rows.empty()) {
      EXPECT_LE(std::stoull(*rows[0].value), head->head.position);
    }
    ++looks;
  }
  writing.join();
  EXPECT_EQ(journal().head(amina)->head.position, 100u);
}

}  // namespace
}  // namespace kith::journal_contract
