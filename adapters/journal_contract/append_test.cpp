// What an append promises: order, staleness, wholeness, bounds. Rules JN1–JN8, JN12, JN18, JN19.
#include <gmock/gmock.h>

#include "adapters/journal_contract/contract.hpp"
#include "app/fault.hpp"

namespace kith::journal_contract {
namespace {

using namespace app;
using enum AppendOutcome;
using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(JournalContract, JN1_events_of_a_stream_stand_in_order_from_position_one) {
  append(scribe.item(amina, {"a circle was begun", "Mum was added"}));
  append(scribe.item(amina, {"the allotment was added"}));
  auto const events = journal().events(amina, 1, 10);
  ASSERT_EQ(events.size(), 3u);
  for (std::size_t n = 0; n < events.size(); ++n) EXPECT_EQ(events[n].header.position, n + 1);
  EXPECT_THAT(bodies(amina), ElementsAre("a circle was begun", "Mum was added", "the allotment was added"));
}

TEST_P(JournalContract, JN2_an_item_on_another_head_than_expected_is_stale) {
  Scribe other;
  EXPECT_EQ(append(scribe.item(amina, {"first"})), appended);
  EXPECT_EQ(append(other.item(amina, {"also thought it was first"})), stale);
  EXPECT_EQ(append(scribe.item(amina, {"second"})), appended);
  EXPECT_THAT(bodies(amina), ElementsAre("first", "second"));
}

TEST_P(JournalContract, JN2_the_same_position_with_another_chain_is_stale) {
  Scribe other;
  append(scribe.item(amina, {"what was written"}));
  other.write(amina, {"what a file put back to an earlier day held"});
  EXPECT_EQ(append(other.item(amina, {"next"})), stale);
}

TEST_P(JournalContract, JN2_a_head_beyond_the_end_is_stale) {
  scribe.write(amina, {"never appended"});
  EXPECT_EQ(append(scribe.item(amina, {"next"})), stale);
  EXPECT_EQ(journal().head(amina), std::nullopt);
}

TEST_P(JournalContract, JN3_each_item_of_one_append_is_judged_on_its_own) {
  Scribe other;
  other.write(ben, {"never appended"});
  auto const outcomes =
      append_all({scribe.item(amina, {"one"}), other.item(ben, {"two"}), scribe.item(ben, {"three"})});
  EXPECT_THAT(outcomes, ElementsAre(appended, stale, appended));
  EXPECT_THAT(bodies(amina), ElementsAre("one"));
  EXPECT_THAT(bodies(ben), ElementsAre("three"));
}

TEST_P(JournalContract, JN3_an_append_of_nothing_is_nothing) {
  EXPECT_THAT(append_all({}), IsEmpty());
  EXPECT_THAT(journal().anchors(1, 10), IsEmpty());
}

TEST_P(JournalContract, JN4_an_item_that_is_stale_in_one_stream_writes_nothing_in_any) {
  Scribe other;
  append(scribe.item(ben, {"there already"}));
  auto item = other.item(amina, {"would be new"});
  item.parts.push_back(other.write(ben, {"comes too late"}));
  item.command = sample_command(5, 50);
  item.rows = {row("names", "k", "v")};
  item.snapshots = {{amina, other.head(amina), 17, "folded"}};
  EXPECT_EQ(append(item), stale);
  EXPECT_THAT(bodies(amina), IsEmpty());
  EXPECT_THAT(bodies(ben), ElementsAre("there already"));
  EXPECT_EQ(journal().command(sample_id(5), sample_id(50)), std::nullopt);
  EXPECT_THAT(models().rows("names", "", std::nullopt, 10), IsEmpty());
  EXPECT_EQ(journal().snapshot(amina), std::nullopt);
}

TEST_P(JournalContract, JN4_an_item_may_write_two_streams_together) {
  auto item = scribe.item(amina, {"it did not work out"});
  item.parts.push_back(scribe.write(ben, {"somebody said it did not work out"}));
  EXPECT_EQ(append(item), appended);
  EXPECT_THAT(bodies(amina), ElementsAre("it did not work out"));
  EXPECT_THAT(bodies(ben), ElementsAre("somebody said it did not work out"));
}

TEST_P(JournalContract, JN5_items_of_one_append_follow_on_from_each_other) {
  auto const outcomes = append_all({scribe.item(amina, {"one"}), scribe.item(amina, {"two"})});
  EXPECT_THAT(outcomes, ElementsAre(appended, appended));
  EXPECT_THAT(bodies(amina), ElementsAre("one", "two"));
}

TEST_P(JournalContract, JN5_what_follows_on_from_a_stale_item_is_stale_too) {
  Scribe other;
  append(scribe.item(ben, {"there already"}));
  auto first = other.item(amina, {"one"});
  first.parts.push_back(other.write(ben, {"comes too late"}));
  EXPECT_THAT(append_all({first, other.item(amina, {"two"})}), ElementsAre(stale, stale));
}

TEST_P(JournalContract, JN6_a_part_without_events_guards_what_was_read) {
  append(scribe.item(ben, {"read by the decision"}));
  auto item = scribe.item(amina, {"decided"});
  item.parts.push_back(scribe.guard(ben));
  EXPECT_EQ(append(item), appended);

  auto late = scribe.item(amina, {"decided on what has changed since"});
  late.parts.push_back(scribe.guard(ben));
  append(scribe.item(ben, {"moved"}));
  EXPECT_EQ(append(late), stale);
  EXPECT_THAT(bodies(amina), ElementsAre("decided"));
}

TEST_P(JournalContract, JN6_a_guard_alone_makes_no_stream) {
  AppendItem item;
  item.parts.push_back(scribe.guard(amina));
  EXPECT_EQ(append(item), appended);
  EXPECT_EQ(journal().head(amina), std::nullopt);
  EXPECT_THAT(journal().streams(std::nullopt, 10), IsEmpty());
}

TEST_P(JournalContract, JN7_a_known_command_makes_its_item_stale) {
  auto first = scribe.item(amina, {"agreed"});
  first.command = sample_command(5, 50);
  EXPECT_EQ(append(first), appended);
  auto again = scribe.item(amina, {"agreed again"});
  again.command = sample_command(5, 50);
  EXPECT_EQ(append(again), stale);
  EXPECT_THAT(bodies(amina), ElementsAre("agreed"));
}

TEST_P(JournalContract, JN7_a_command_is_known_within_one_append) {
  AppendItem first, second;
  first.command = second.command = sample_command(5, 50);
  EXPECT_THAT(append_all({first, second}), ElementsAre(appended, stale));
}

TEST_P(JournalContract, JN7_two_accounts_may_choose_one_command_id) {
  AppendItem first, second;
  first.command = sample_command(5, 50);
  second.command = sample_command(6, 50);
  EXPECT_THAT(append_all({first, second}), ElementsAre(appended, appended));
}

TEST_P(JournalContract, JN8_a_command_is_found_again_as_it_was_answered) {
  AppendItem refused;
  refused.command = sample_command(5, 50);
  append(refused);
  EXPECT_EQ(journal().command(sample_id(5), sample_id(50)), refused.command);
  EXPECT_EQ(journal().command(sample_id(5), sample_id(51)), std::nullopt);
  EXPECT_EQ(journal().command(sample_id(6), sample_id(50)), std::nullopt);
}

TEST_P(JournalContract, JN12_each_append_with_events_leaves_one_anchor_of_every_head_it_changed) {
  append_all({scribe.item(ben, {"one"}), scribe.item(amina, {"two"}), scribe.item(amina, {"three"})});
  append(scribe.item(ben, {"four"}));
  AppendItem no_events;
  no_events.command = sample_command(5, 50);
  append(no_events);

  auto const anchors = journal().anchors(1, 10);
  ASSERT_EQ(anchors.size(), 2u);
  ASSERT_EQ(anchors[0].heads.size(), 2u);
  EXPECT_EQ(anchors[0].heads[0], (StreamHead{amina, StreamKind::person_record, scribe.head(amina)}));
  EXPECT_EQ(anchors[0].heads[1].head.position, 1u);
  EXPECT_EQ(anchors[0].hash, anchor_hash(sample_hash, Hash{}, 1, anchors[0].heads));
  EXPECT_EQ(anchors[1].number, 2u);
  EXPECT_EQ(anchors[1].hash, anchor_hash(sample_hash, anchors[0].hash, 2, anchors[1].heads));
  EXPECT_EQ(journal().anchors(2, 10), std::vector{anchors[1]});
  EXPECT_EQ(journal().anchors(1, 1), std::vector{anchors[0]});
}

struct Wrong {
  char const* name;
  std::function<void(AppendItem&)> break_it;
};

Wrong const over_a_bound[] = {
    {"JN18 a body", [](AppendItem& item) { item.parts[0].events[0].body = Bytes(body_bytes_max + 1, 'x'); }},
    {"JN18 a row's key",
     [](AppendItem& item) { item.rows = {row("m", Bytes(row_key_bytes_max + 1, 'x'), "v")}; }},
    {"JN18 a row's value",
     [](AppendItem& item) { item.rows = {row("m", "k", Bytes(row_value_bytes_max + 1, 'x'))}; }},
    {"JN18 a model without a name", [](AppendItem& item) { item.rows = {row("", "k", "v")}; }},
    {"JN18 rows", [](AppendItem& item) { item.rows.assign(rows_per_item_max + 1, row("m", "k", "v")); }},
    {"JN18 streams", [](AppendItem& item) { item.parts.resize(streams_per_item_max + 1, item.parts[0]); }},
    {"JN18 a stored answer",
     [](AppendItem& item) {
       item.command = sample_command(5, 50);
       item.command->answer = Bytes(body_bytes_max + 1, 'x');
     }},
};

Wrong const not_following[] = {
    {"JN19 a gap in the positions",
     [](AppendItem& item) { item.parts[0].events.erase(item.parts[0].events.begin()); }},
    {"JN19 another stream's event", [](AppendItem& item) { item.parts[0].stream = sample_id(9); }},
    {"JN19 a body that is not the one hashed",
     [](AppendItem& item) { item.parts[0].events[1].body = "other"; }},
    {"JN19 a chain that does not hold", [](AppendItem& item) { item.parts[0].events[0].chain[3] ^= 1; }},
    {"JN19 an event without its body", [](AppendItem& item) { item.parts[0].events[0].body.reset(); }},
    {"JN19 a stream twice", [](AppendItem& item) { item.parts.push_back(item.parts[0]); }},
    {"JN19 a new stream of one kind begun as another",
     [](AppendItem& item) { item.parts[0].kind = StreamKind::organization; }},
    {"JN19 erasing what does not exist yet",
     [](AppendItem& item) { item.parts[0].events[0].header.erases = 2; }},
    {"JN19 a snapshot of another head",
     [](AppendItem& item) {
       item.snapshots = {{sample_id(1), {1, {}}, 17, "folded"}};
     }},
};

TEST_P(JournalContract, JN18_JN19_an_item_that_breaks_the_contract_is_a_fault_and_nothing_is_written) {
  for (auto const& table : {std::span<Wrong const>(over_a_bound), std::span<Wrong const>(not_following)}) {
    for (auto const& wrong : table) {
      Scribe fresh;
      std::vector items{fresh.item(ben, {"good"}), fresh.item(amina, {"one", "two"})};
      wrong.break_it(items[1]);
      try {
        journal().append(items);
        ADD_FAILURE() << wrong.name;
      } catch (Fault const& fault) {
        EXPECT_EQ(fault.kind(), FaultKind::misuse) << wrong.name;
      }
      EXPECT_THAT(journal().streams(std::nullopt, 10), IsEmpty()) << wrong.name;
    }
  }
}

TEST_P(JournalContract, JN18_an_append_of_too_many_items_is_a_fault) {
  std::vector<AppendItem> const items(items_per_append_max + 1);
  EXPECT_THROW(journal().append(items), Fault);
  std::vector<AppendItem> const as_many_as_may_be(items_per_append_max);
  EXPECT_EQ(journal().append(as_many_as_may_be).size(), items_per_append_max);
}

}  // namespace
}  // namespace kith::journal_contract
