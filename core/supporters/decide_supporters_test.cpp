// Inviting, taking, changing and ending: rules SU1-SU12 (spec/supporters.md), with a supporter who means
// harm.
#include "core/supporters/supporter_story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

TieId const mum = of<TieId>(1), choir = of<TieId>(2);
PartSet const plan = set_of(Part::plan), about_me = set_of(Part::about_me);

void circle(Story& s) {
  s.told(amina, tie(1, "Mum"));
  auto group = tie(2, "Choir");
  group.details.kind = TieKind::group;
  s.told(amina, group);
  s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Sing again")});
}
void invited(Story& s) { circle(s), s.told(amina, invitation(1, mum, plan, about_me)); }
void taken(Story& s) {
  invited(s);
  EXPECT_TRUE(take(s, gwen, 1));
}
View seen_by(Story const& s, Who const& who) {
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  return *view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say});
}

TEST(Supporters, SU1_SU2_who_invites_whom_to_what) {
  auto in_the_past = invitation(1, mum, plan);
  in_the_past.until = Instant{monday_noon.ms - 1};
  auto const ben_in = [](Story& s) { circle(s), s.told(amina, grant(1, ben, every_part, every_part)); };
  auto const in_visit = [](Story& s) { circle(s), s.told(amina, visit(1, ben, every_part)); };
  Case const cases[] = {
      {"SU1 the person invites somebody of their circle", circle, amina, invitation(1, mum, plan), "agreed"},
      {"SU2 to tell and see nothing: listen only", circle, amina, invitation(1, mum, {}, plan), "agreed"},
      {"SU1 a group is nobody who could be invited", circle, amina, invitation(1, choir, plan), "SU1"},
      {"CM8 nor somebody who is not in the circle", circle, amina, invitation(1, of<TieId>(9), plan), "CM8"},
      {"SH17 to nothing at all", circle, amina, invitation(1, mum, {}), "SH17"},
      {"SH11 until yesterday", circle, amina, in_the_past, "SH11"},
      {"CM9 an invitation is made once", invited, amina, invitation(1, mum, plan), "CM9"},
      {"SU1 a practitioner invites nobody", ben_in, ben, invitation(1, mum, plan), "SU1"},
      {"SU1 not even in a visit", in_visit, ben, invitation(1, mum, plan), "SU1"},
      {"SU7 a supporter invites nobody, least of all themself", taken, gwen, invitation(2, mum, every_part),
       "SU7"},
      {"CM8 whoever is not let in sees no record", circle, hal, invitation(2, mum, every_part), "CM8"},
  };
  check(cases);
}

TEST(Supporters, SU3_an_invitation_is_taken_once_within_14_days_unless_it_was_withdrawn) {
  auto s = begun();
  invited(s);
  EXPECT_FALSE(take(s, hal, 2)) << "another one is not there";
  EXPECT_FALSE(take(s, ben, 1)) << "only a supporter takes one";
  auto late = s, withdrawn = s;
  EXPECT_TRUE(take(s, gwen, 1));
  EXPECT_FALSE(take(s, gwen, 1)) << "not twice";
  EXPECT_FALSE(take(s, hal, 1)) << "nor by anybody else";
  EXPECT_EQ(outcome(s.ask(amina, WithdrawInvitation{of<InvitationId>(1)})), "SU3");
  late.days_pass(invitation_days);
  EXPECT_FALSE(take(late, gwen, 1));
  withdrawn.told(amina, WithdrawInvitation{of<InvitationId>(1)});
  EXPECT_EQ(outcome(withdrawn.ask(amina, WithdrawInvitation{of<InvitationId>(1)})), "already");
  EXPECT_FALSE(take(withdrawn, gwen, 1));
  EXPECT_TRUE(withdrawn.shown_to(gwen).person.empty());
}

TEST(Supporters, SU5_what_it_says_takes_the_place_of_what_they_could_do_before) {
  auto s = begun();
  taken(s);
  auto const before = sight_of(s.record, gwen.reader(), s.now);
  EXPECT_EQ(before.see, plan) << "SU12: and nothing of another part";
  EXPECT_EQ(before.tell, about_me);
  s.told(amina, invitation(2, mum, about_me));
  ASSERT_TRUE(take(s, gwen, 2));
  auto const after = sight_of(s.record, gwen.reader(), s.now);
  EXPECT_EQ(after.see, about_me);
  EXPECT_TRUE(after.tell.empty());
  EXPECT_EQ(s.record.supporters.at(gwen.account).tie, mum);
}

TEST(Supporters, SU6_the_tie_and_its_account_are_one_person_on_screen) {
  auto s = begun();
  taken(s);
  s.told(amina,
         WordStatement{words(5, "Ring first", Confirmed::said_aloud), Place::about_me,
                       RowKey{"heading:support"}},
         {.voice = Party::of(mum)});
  s.told(gwen, WordStatement{words(6, "I can drive"), Place::about_me, RowKey{"heading:support"}});
  auto const headings = seen_by(s, amina).about_me.headings;
  auto const& lines = headings[static_cast<std::size_t>(Heading::support)].statements;
  ASSERT_EQ(lines.size(), 2u);
  for (auto const& line : lines) {
    EXPECT_EQ(line.versions.front().voice_name, "Mum");
    EXPECT_EQ(line.versions.front().voice_kind, "supporter");
  }
  EXPECT_EQ(seen_by(s, amina).supporters.rows.front().called, "Gwen");
}

TEST(Supporters, SU7_whatever_else_a_supporter_sends_is_refused) {
  auto const drive = WordStatement{words(6, "I can drive"), Place::about_me, RowKey{"heading:support"}};
  auto const theirs = [](Story& s) {
    taken(s);
    s.told(amina, grant(7, ben, every_part, every_part));
    s.told(amina, WordStatement{words(5, "I like it quiet"), Place::about_me, RowKey{"heading:support"}});
    s.told(amina, set_support(gwen, every_part, every_part));
  };
  auto edit = WordStatement{words(5, "I like it loud"), Place::about_me, RowKey{"heading:support"}};
  Case const cases[] = {
      {"SU7 a word of their own where they may tell", taken, gwen, drive, "agreed"},
      {"SH8 not where they may only see", taken, gwen,
       WordStatement{words(6, "No"), Place::sentence, RowKey{"map:everyday"}}, "SH8"},
      {"ST7 nobody else's words", taken, gwen, drive, "ST7", {.voice = Party::person()}},
      {"ST9 no goal", theirs, gwen, WordStatement{words(6, "Marry"), Place::goal, {}}, "ST9"},
      {"SU7 nor by asking for one", theirs, gwen, PlaceGoal{of<GoalId>(2), words(6, "Marry")}, "SU7"},
      {"CM9 the person's line is not edited", theirs, gwen, edit, "CM9"},
      {"ST3 nor put away", theirs, gwen, PutAwayStatement{of<StatementId>(5)}, "ST3"},
      {"ST5 nor disowned", theirs, gwen, DisownWords{of<StatementId>(5), CommandId{1, 1}}, "CM8"},
      {"SU7 no visit is opened", theirs, gwen, visit(2, gwen, every_part), "SU7"},
      {"SU7 nothing is shared", theirs, gwen, grant(2, gwen, every_part), "SU7"},
      {"SU7 nothing is set for themself", theirs, gwen, set_support(gwen, every_part), "SU7"},
      {"SU7 nothing is paused", theirs, gwen, PauseRecord{PauseWhy::died, gwen.account}, "SU7"},
      {"SU7 no meeting is called off", theirs, gwen, CancelMeeting{of<MeetingId>(1)}, "SU7"},
      {"SU7 no step is made", theirs, gwen,
       PlaceStep{of<StepId>(1), {}, words(6, "Obey"), Party::person(), {}, {}}, "SU7"},
      {"SU7 no safe way is set", theirs, gwen, SetReach{}, "SU7"},
      {"SU7 no message is sent", theirs, gwen,
       SendMessage{of<MessageId>(1), {Party::person()}, {"Answer me"}, {}, {}}, "SU7"},
      {"SU7 nor to them", theirs, amina,
       SendMessage{of<MessageId>(1), {Party::of(gwen.account)}, {"Hello"}, {}, {}}, "MS2"},
      {"SH9 the person opens no visit with them", theirs, amina, visit(2, gwen, plan), "SH9"},
      {"SH9 nor lets them in past their invitation", theirs, amina, grant(2, gwen, every_part), "SH9"},
      {"PS5 nor keeps them as a keeper", theirs, amina, PauseRecord{PauseWhy::died, gwen.account}, "PS2"},
      {"CM8 nobody else's grant is ended", theirs, gwen, EndGrant{of<GrantId>(7)}, "CM8"},
      {"SU7 their own may be", theirs, gwen, EndGrant{of<GrantId>(0x1001)}, "already"},
  };
  check(cases);
}

TEST(Supporters, SU8_the_person_changes_and_ends_it_and_nobody_else) {
  auto const never = [](Story& s) { circle(s), s.told(amina, grant(1, ben, every_part, every_part)); };
  auto const ben_in = [](Story& s) { taken(s), s.told(amina, grant(7, ben, every_part, every_part)); };
  Case const cases[] = {
      {"SU8 something else from now on", taken, amina, set_support(gwen, about_me), "agreed"},
      {"SU8 the same again", taken, amina, set_support(gwen, plan, about_me), "already"},
      {"SU8 nothing any more", taken, amina, EndSupport{gwen.account}, "agreed"},
      {"SH17 not to nothing at all", taken, amina, set_support(gwen, {}), "SH17"},
      {"CM8 only who took an invitation", never, amina, set_support(ben, plan), "CM8"},
      {"CM8 nor somebody who is nobody here", never, amina, set_support(hal, plan), "CM8"},
      {"SU8 not by a practitioner", ben_in, ben, set_support(gwen, every_part), "SU8"},
      {"SU8 nor ended by one", ben_in, ben, EndSupport{gwen.account}, "SU8"},
  };
  check(cases);
  auto s = begun();
  taken(s);
  EXPECT_EQ(outcome(s.ask(amina, EndGrant{of<GrantId>(0xFFF1)})), "CM8")
      << "a withdrawal before its grant ends nothing, and says so";
  s.told(amina, EndSupport{gwen.account});
  EXPECT_EQ(outcome(s.ask(amina, EndSupport{gwen.account})), "already");
  EXPECT_FALSE(sight_of(s.record, gwen.reader(), s.now).any());
  EXPECT_EQ(outcome(s.ask(gwen, EndGrant{of<GrantId>(0x1001)})), "CM8") << "SU8: an old grant opens nothing";
  EXPECT_EQ(seen_by(s, amina).supporters.rows.size(), 1u) << "and can be given something again";
  s.told(amina, set_support(gwen, plan));
  EXPECT_EQ(sight_of(s.record, gwen.reader(), s.now).see, plan);
}

TEST(Supporters, SU8_a_withdrawal_that_arrives_before_its_grant_is_not_the_last_word) {
  auto s = begun();
  invited(s);
  apply(s.record, the_record,
        {CommandId{1, 1}, 0, amina.account, s.now, s.today(), GrantEnded{{of<GrantId>(1)}}});
  apply(s.record, the_record,
        {CommandId{1, 2}, 0, gwen.account, s.now, s.today(),
         InvitationTaken{of<InvitationId>(9), gwen.account}});
  EXPECT_TRUE(s.record.grants.empty());
  EXPECT_TRUE(s.record.supporters.empty()) << "nor does an invitation that nobody gave make a supporter";
  EXPECT_FALSE(sight_of(s.record, gwen.reader(), s.now).any());
}

TEST(Supporters, SU9_narrowed_ended_or_over_they_read_the_same) {
  auto const told = [](void (*change)(Story&)) {
    auto s = begun();
    taken(s);
    EXPECT_FALSE(shows_less(s.record, gwen.reader(), s.now));
    change(s);
    return shows_less(s.record, gwen.reader(), s.now);
  };
  EXPECT_TRUE(told([](Story& s) { s.told(amina, set_support(gwen, plan)); })) << "they may not tell any more";
  EXPECT_TRUE(told([](Story& s) { s.told(amina, EndSupport{gwen.account}); }));
  EXPECT_TRUE(told([](Story& s) { s.told(gwen, EndGrant{of<GrantId>(0x1001)}); }));
  EXPECT_TRUE(told([](Story& s) {
    auto ask = set_support(gwen, plan, about_me);
    ask.until = Instant{s.now.ms + day_ms};
    s.told(amina, ask);
    EXPECT_FALSE(shows_less(s.record, gwen.reader(), s.now));
    s.days_pass(1);
  })) << "over by itself";
  EXPECT_FALSE(told([](Story& s) { s.told(amina, set_support(gwen, every_part, every_part)); }))
      << "more is not less";
  auto s = begun();
  taken(s);
  s.told(amina, set_support(gwen, about_me));
  EXPECT_TRUE(seen_by(s, gwen).supporters.less);
  s.told(amina, grant(7, ben, plan));
  s.told(amina, EndGrant{of<GrantId>(7)});
  EXPECT_FALSE(shows_less(s.record, ben.reader(), s.now)) << "a colleague is told nothing of the kind";
}

TEST(Supporters, SU10_a_record_holds_at_most_5000) {
  auto s = begun();
  circle(s);
  s.filled(things_per_kind_max, [](std::uint64_t n) {
    return SupporterInvited{{0xF, n}, mum, set_of(Part::plan), {}, {}, {}};
  });
  EXPECT_EQ(outcome(s.ask(amina, invitation(1, mum, plan))), "SU10");
}

TEST(Supporters, SU11_SU12_the_person_alone_sees_invitations_and_how_they_can_be_reached) {
  auto s = begun();
  taken(s);
  s.told(amina, invitation(2, mum, plan));
  s.told(amina, SetReach{});
  s.told(amina, grant(7, ben, every_part, every_part));
  s.told(amina, set_support(gwen, every_part, every_part));
  EXPECT_EQ(s.shown_to(amina).invitations.size(), 2u);
  EXPECT_TRUE(s.shown_to(ben).invitations.empty());
  EXPECT_TRUE(s.shown_to(gwen).invitations.empty());
  EXPECT_EQ(s.shown_to(ben).reach.size(), 1u);
  EXPECT_TRUE(s.shown_to(gwen).reach.empty());
  EXPECT_TRUE(seen_by(s, gwen).supporters.can.empty());
  EXPECT_EQ(seen_by(s, gwen).person.reader, "supporter");
}

TEST(Supporters, SU13_what_they_told_stays_before_them_while_they_may_tell) {
  auto s = begun();
  circle(s);
  s.told(amina, Raise{of<TalkId>(1), TalkAbout::to_talk_about, words(2, "Mum asks too much")});
  s.told(amina, invitation(1, mum, {}, set_of(Part::together, Part::about_me)));
  ASSERT_TRUE(take(s, gwen, 1));
  s.told(gwen, Raise{of<TalkId>(2), TalkAbout::to_talk_about, words(3, "She sleeps badly")});
  auto const shown = s.shown_to(gwen);
  EXPECT_EQ(shown.talk.size(), 1u) << "and nobody else's words";
  EXPECT_EQ(shown.statements.size(), 1u);
  EXPECT_TRUE(shown.statements.contains(of<StatementId>(3)));
  s.told(amina, set_support(gwen, {}, set_of(Part::about_me)));
  EXPECT_TRUE(s.shown_to(gwen).statements.empty());
  EXPECT_EQ(s.shown_to(amina).talk.size(), 2u) << "SU8: what they wrote stays where it is";
}

TEST(Supporters, SU7_a_supporter_who_keeps_a_grant_through_a_pause_after_a_death_sees_nothing) {
  auto s = begun();
  taken(s);
  s.told(amina, grant(7, ben, every_part, every_part));
  s.told(ben, PauseRecord{PauseWhy::died, ben.account});
  EXPECT_FALSE(sight_of(s.record, gwen.reader(), s.now).any());
  EXPECT_FALSE(take(s, hal, 1));
}

}  // namespace
}  // namespace kith
