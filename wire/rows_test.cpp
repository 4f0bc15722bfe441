// Rows as they are synchronised and kept: read as they were written, and never under another's name.
#include "wire/rows.hpp"

#include <gtest/gtest.h>

#include "core/record/made_up_test.hpp"
#include "core/record/story_test.hpp"
#include "wire/snapshot.hpp"

namespace kith::wire {
namespace {

using namespace story;

constexpr RecordId another{0x0EC0, 2};

Story a_life(std::uint64_t seed, int lines) {
  auto s = begun();
  MadeUp up(seed, {ben.account, cara.account});
  for (int line = 0; line < lines; ++line) {
    auto const& who = up.dice.chance(70) ? amina : up.dice.chance(50) ? ben : cara;
    auto made = up.command(s.shown_to(who), who.reader(), s.now);
    s.ask(who, made.ask, {made.voice, made.base, 0, made.id});
  }
  return s;
}
Json read(std::string const& text) { return std::get<Json>(read_json(text)); }

TEST(Rows, SY5_every_row_is_read_as_it_was_written) {
  std::set<std::string> kinds;
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    auto s = a_life(seed, 300);
    apply(s.record, the_record,
          {of<CommandId>(1), 0, ben.account, s.now, monday, RecordStarted{{"Rose"}, {}, Code{"K7Q2-MM4P"}}});
    apply(s.record, the_record, {of<CommandId>(2), 0, ben.account, s.now, monday, RecordClosed{another}});
    apply(
        s.record, the_record,
        {of<CommandId>(3), 0, ben.account, s.now, monday, TieDrawn{tie(9000, "Mum"), {}},
         Origin{another, ben.account, monday, of<CommandId>(4), RowKey{"tie:" + text_of(of<TieId>(9000))}}});
    auto const invitation = of<InvitationId>(1);
    for (Fact const& fact :
         {Fact(SupporterInvited{invitation, of<TieId>(9000), set_of(Part::plan), {}, {}, s.now}),
          Fact(InvitationTaken{invitation, fay.account})})
      apply(s.record, the_record, {of<CommandId>(5), 0, amina.account, s.now, monday, fact});
    auto const rows = write_rows(s.record);
    Record again;
    for (auto const& [key, row] : rows) {
      EXPECT_TRUE(put_row(again, key, read(row))) << key << " " << row;
      kinds.insert(key.substr(0, key.find(':')));
    }
    EXPECT_EQ(write_rows(again), rows);
    auto const snapshot = read_snapshot(write_snapshot(s.record));
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(write_rows(*snapshot), rows);
    for (auto const& entry : rows) EXPECT_TRUE(drop_row(again, entry.first));
    EXPECT_TRUE(write_rows(again).empty());
  }
  std::size_t tables = 0;
  Record const none;
  each_table(none, [&](auto const&) { ++tables; });
  EXPECT_EQ(kinds.size(), tables) << "every kind has come up";
}

TEST(Rows, EV1_a_snapshot_that_is_not_one_is_thrown_away) {
  auto const whole = write_snapshot(a_life(3, 300).record);
  ASSERT_TRUE(read_snapshot(whole));
  for (auto const& bad : {std::string(), std::string(R"({"tie:1":{}})"), whole.substr(1), whole + '\0'})
    EXPECT_FALSE(read_snapshot(bad)) << bad.substr(0, 20);
  for (std::size_t cut = 0; cut < whole.size(); ++cut)
    EXPECT_FALSE(read_snapshot(std::string_view(whole).substr(0, cut))) << "cut after " << cut;
}

// 255 in every place: counts that lie, names that are none.
TEST(Rows, EV1_a_snapshot_with_any_byte_changed_is_read_or_thrown_away_and_nothing_else) {
  auto const whole = write_snapshot(a_life(4, 60).record);
  std::size_t read = 0;
  for (std::size_t at = snapshot_mark().size(); at < whole.size(); ++at) {
    auto other = whole;
    other[at] = static_cast<char>(0xFF);
    read += read_snapshot(other).has_value();
  }
  EXPECT_LT(read, whole.size());
}

TEST(Rows, CM4_a_row_is_not_kept_under_anothers_name) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  auto const rows = write_rows(s.record);
  auto const key = "tie:" + text_of(of<TieId>(1));
  auto const row = read(rows.at(key));
  Record record;
  EXPECT_TRUE(put_row(record, key, row));
  EXPECT_FALSE(put_row(record, "tie:" + text_of(of<TieId>(2)), row));
  EXPECT_FALSE(put_row(record, "goal:" + text_of(of<TieId>(1)), row));
  EXPECT_FALSE(put_row(record, "secret:1", row));
  EXPECT_FALSE(put_row(record, "", row));
  EXPECT_FALSE(put_row(record, key, Json::object()));
  EXPECT_FALSE(drop_row(record, "secret:1"));
  auto const whole = write_row(key, rows.at(key));
  EXPECT_EQ(*string_at(whole, "key"), key);
  EXPECT_EQ(*string_at(whole, "version"), *string_at(row, "version"));
}

}  // namespace
}  // namespace kith::wire
