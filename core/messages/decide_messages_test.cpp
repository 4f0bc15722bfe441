// Messages between the person and whoever they let in. Rules MS1-MS9 (spec/messages.md).
#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

constexpr MessageId first{0x3E55, 1}, second{0x3E55, 2};
Party const to_ben = Party::of(ben.account), to_cara = Party::of(cara.account);

SendMessage message(MessageId id, std::vector<Party> to, std::string words = "Could you ring me?") {
  return {id, std::move(to), {std::move(words)}, {}, {}};
}
SendMessage answer(MessageId id, MessageId to_what, Party to) {
  return {id, {to}, {"I will ring on Tuesday."}, {}, to_what};
}
void ben_let_in(Story& s) { s.told(amina, grant(1, ben, set_of(Part::plan), set_of(Part::together))); }
void ben_sees_only(Story& s) { s.told(amina, grant(1, ben, set_of(Part::plan))); }
void both_let_in(Story& s) {
  ben_let_in(s);
  s.told(amina, grant(2, cara, set_of(Part::plan)));
}
void written(Story& s) {
  both_let_in(s);
  s.told(amina, message(first, {to_ben}));
}
void settled(Story& s) {
  written(s);
  s.told(ben, SettleMessage{first});
}
View view_for(Story& s, Who const& who) {
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  return *view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say});
}

TEST(Messages, MS1_to_MS7_say_who_may_write_to_whom) {
  Case const cases[] = {
      {"MS1 words to somebody", ben_let_in, amina, message(first, {to_ben}), "agreed"},
      {"MS1 not without words", ben_let_in, amina, message(first, {to_ben}, "  \n"), "MS1"},
      {"MS1 not to nobody", ben_let_in, amina, message(first, {}), "MS1"},
      {"MS1 not twice to one", ben_let_in, amina, message(first, {to_ben, to_ben}), "MS1"},
      {"MS2 not to somebody who is not let in", ben_let_in, amina, message(first, {to_cara}), "MS2"},
      {"MS2 not to oneself", ben_let_in, amina, message(first, {Party::person()}), "MS2"},
      {"MS2 the person, who has a sign-in", ben_let_in, ben, message(first, {Party::person()}), "agreed"},
      {"MS2 not to a colleague", both_let_in, ben, message(first, {to_cara}), "MS2"},
      {"SH8 writing needs may tell", ben_sees_only, ben, message(first, {Party::person()}), "SH8"},
      {"MS6 whoever is named answers, also without it", written, ben, answer(second, first, Party::person()),
       "agreed"},
      {"MS6 an answer goes to the writer only", written, amina, answer(second, first, to_ben), "MS6"},
      {"CM8 nobody else knows of it", written, cara, answer(second, first, Party::person()), "CM8"},
      {"CM8 nor opens it", written, cara, OpenMessage{first}, "CM8"},
      {"CM8 nor answers for them", written, cara, SettleMessage{first}, "CM8"},
      {"MS4 it is opened", written, ben, OpenMessage{first}, "agreed"},
      {"MS6 not by its writer", written, amina, OpenMessage{first}, "MS6"},
      {"MS6 who wrote it does not answer it", written, amina, SettleMessage{first}, "MS6"},
      {"MS5 we talked about it", written, ben, SettleMessage{first}, "agreed"},
      {"MS5 once", settled, ben, SettleMessage{first}, "already"},
      {"CM9 a message is sent once", written, amina, message(first, {to_ben}), "CM9"},
      {"ST7 not in somebody else's name",
       written,
       ben,
       message(second, {to_cara}),
       "ST7",
       {.voice = Party::person()}},
  };
  check(cases);
}

TEST(Messages, MS3_only_the_writer_those_named_and_the_person_see_it) {
  auto s = begun();
  written(s);
  EXPECT_EQ(s.shown_to(amina).messages.size(), 1u);
  EXPECT_EQ(s.shown_to(ben).messages.size(), 1u);
  EXPECT_EQ(s.shown_to(cara).messages.size(), 0u);
  s.told(ben, answer(second, first, Party::person()));
  EXPECT_EQ(s.shown_to(cara).messages.size(), 0u);
  EXPECT_FALSE(s.shown_to(cara).members.contains(ben.account)) << "SH13: nor that Ben has written";
  EXPECT_EQ(s.shown_to(amina).messages.size(), 2u);
}

TEST(Messages, MS4_opening_is_shown_by_name_and_day_and_answers_nothing) {
  auto s = begun();
  written(s);
  EXPECT_EQ(view_for(s, amina).messages.rows.front().to.front().opened_on, std::nullopt) << "not opened yet";
  s.days_pass(1);
  s.told(ben, OpenMessage{first});
  auto const mine = view_for(s, amina).messages.rows.front();
  EXPECT_EQ(mine.to.front().name, "Ben, link worker");
  EXPECT_EQ(mine.to.front().opened_on, plus_days(monday, 1));
  EXPECT_FALSE(mine.settled);
  EXPECT_TRUE(view_for(s, ben).messages.rows.front().waits_for_me);
}

TEST(Messages, PS8_after_a_death_no_message_waits_and_the_keeper_still_reads_it) {
  auto s = begun();
  both_let_in(s);
  s.told(amina, message(first, {to_ben, to_cara}));
  s.told(ben, PauseRecord{PauseWhy::died, ben.account});
  ASSERT_EQ(view_for(s, ben).messages.rows.size(), 1u);
  EXPECT_FALSE(view_for(s, ben).messages.rows.front().waits_for_me);
  s.told(ben, ResumeRecord{});
  EXPECT_TRUE(view_for(s, ben).messages.rows.front().waits_for_me) << "undone as easily";
}

TEST(Messages, MS5_it_waits_until_a_human_answered_with_words_or_by_talking) {
  for (bool const words_back : {true, false}) {
    auto s = begun();
    both_let_in(s);
    s.told(amina, message(first, {to_ben, to_cara}));
    EXPECT_TRUE(view_for(s, ben).messages.rows.front().waits_for_me);
    EXPECT_TRUE(view_for(s, cara).messages.rows.front().waits_for_me);
    EXPECT_FALSE(view_for(s, amina).messages.rows.front().waits_for_me);
    if (words_back)
      s.told(ben, answer(second, first, Party::person()));
    else
      s.told(ben, SettleMessage{first});
    for (auto const& row : view_for(s, cara).messages.rows) {
      EXPECT_FALSE(row.waits_for_me) << "for everybody it names";
      EXPECT_EQ(row.settled->by_name, "Ben, link worker");
    }
  }
}

TEST(Messages, MS7_the_person_sees_that_somebody_cannot_open_it_any_more) {
  auto s = begun();
  written(s);
  EXPECT_TRUE(view_for(s, amina).messages.rows.front().to.front().can_open);
  s.told(amina, EndGrant{of<GrantId>(1)});
  EXPECT_FALSE(view_for(s, amina).messages.rows.front().to.front().can_open);
}

TEST(Messages, MS8_a_record_holds_five_thousand) {
  auto s = begun();
  ben_let_in(s);
  s.filled(things_per_kind_max, [](std::uint64_t n) {
    return MessageSent{{0xF, n}, {Party::of(ben.account)}, {"x"}, {}, {}, Party::person()};
  });
  EXPECT_EQ(outcome(s.ask(amina, message(first, {to_ben}))), "MS8");
}

TEST(Messages, MS9_whatever_the_words_nothing_else_differs) {
  auto const told = [](std::string words) {
    auto s = begun();
    ben_let_in(s);
    s.told(amina, message(first, {to_ben}, std::move(words)));
    auto view = view_for(s, ben).messages.rows.front();
    view.words.clear();
    return std::tuple(view.waits_for_me, view.can, view.sent_on, view.to.size(), s.events.size());
  };
  EXPECT_EQ(told("I cannot go on."), told("See you on Thursday."));
}

}  // namespace
}  // namespace kith
