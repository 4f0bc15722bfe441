// Beginning, being together and letting in. Rules SH9-SH19, VI1-VI3 and TG1-TG4.
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

StartRecord beside(char const* name, bool said_aloud = true) {
  return {{name}, false, said_aloud, set_of(Part::plan), Code{"K7Q2-MM4P"}};
}
StartRecord own(char const* name) { return {{name}, true, false, {}, {}}; }
GiveGrant until(std::int64_t ms_from_now) {
  auto ask = grant(1, ben, set_of(Part::plan));
  ask.until = Instant{monday_noon.ms + ms_from_now};
  return ask;
}
GiveGrant aloud(GiveGrant ask) {
  ask.said_aloud = true;
  return ask;
}
OpenVisit aloud(OpenVisit ask) {
  ask.said_aloud = true;
  return ask;
}
SetMeeting meeting(std::uint64_t n, Day day, std::optional<std::int32_t> minute = {}) {
  return {of<MeetingId>(n), day, minute, Name{"Library"}, {Party::person()}};
}
Raise raised(std::uint64_t n) {
  return {of<TalkId>(n), TalkAbout::to_talk_about, words(n, "The new tablets")};
}

// Ben began a record for somebody beside him who has no account.
Story begun_beside() {
  Story s;
  s.told(ben, beside("Rose"));
  return s;
}

TEST(Beginning, SH14_SH15_SH10_say_who_begins_a_record) {
  struct {
    char const* sentence;
    Who who;
    StartRecord ask;
    char const* then;
  } const rows[] = {
      {"SH15 a person begins their own", amina, own("Amina"), "agreed"},
      {"SH15 a practitioner has none of their own here", ben, own("Ben"), "SH15"},
      {"SH15 a practitioner begins one beside somebody", ben, beside("Rose"), "agreed"},
      {"SH15 a person does not begin somebody else's", amina, beside("Rose"), "SH15"},
      {"SH15 nor does a curator", dev, beside("Rose"), "SH15"},
      {"SH15 nor an administrator, for themself or others", eve, own("Eve"), "SH15"},
      {"SH10 beside somebody, they say yes aloud", ben, beside("Rose", false), "SH10"},
      {"SH14 they are called something", amina, own(" "), "SH14"},
      {"SH14 also when somebody else types it", ben, beside(""), "SH14"},
  };
  for (auto const& row : rows) {
    Story s;
    EXPECT_EQ(outcome(s.ask(row.who, row.ask)), row.then) << row.sentence;
  }
}

TEST(Beginning, SH10_the_spoken_yes_keeps_what_it_named_and_no_more) {
  auto const s = begun_beside();
  auto const sight = sight_of(s.record, ben.reader(), s.now);
  EXPECT_EQ(sight.see, set_of(Part::together, Part::plan));
  EXPECT_EQ(sight.tell, set_of(Part::together));
  EXPECT_TRUE(sight.drawing.empty());
  EXPECT_FALSE(s.record.whose()->account);
}

TEST(Beginning, SH14_a_name_changes_for_who_draws) {
  Case const cases[] = {
      {"SH14 the person renames themself", nullptr, amina, NamePerson{{"Amina K."}}, "agreed"},
      {"SH14 to nothing they do not", nullptr, amina, NamePerson{{"\n"}}, "SH14"},
      {"SH14 to the same changes nothing", nullptr, amina, NamePerson{{"Amina"}}, "already"},
      {"SH8 who only sees does not", [](Story& s) { s.told(amina, grant(1, ben, every_part, every_part)); },
       ben, NamePerson{{"Amy"}}, "SH8"},
  };
  check(cases);
}

TEST(LettingIn, SH9_to_SH17_say_who_may_be_let_in_and_how) {
  auto const ben_is_in = [](Story& s) { s.told(amina, grant(1, ben, every_part, every_part)); };
  auto const ben_visits = [](Story& s) {
    s.told(amina, grant(1, ben, every_part, every_part));
    s.told(amina, visit(1, ben, every_part));
  };
  Who const nobody{{0xACC0, 99}, Role::practitioner, "Nobody"};
  Case const cases[] = {
      {"SH9 a practitioner of this installation", nullptr, amina, grant(1, ben, every_part), "agreed"},
      {"SH9 not one whom nobody knows", nullptr, amina, grant(1, nobody, every_part), "SH9"},
      {"SH9 not a curator", nullptr, amina, grant(1, dev, every_part), "SH9"},
      {"SH9 not an administrator", nullptr, amina, grant(1, eve, every_part), "SH9"},
      {"SH9 not another person", nullptr, amina, grant(1, fay, every_part), "SH9"},
      {"SH9 nor to a visit", nullptr, amina, visit(1, dev, every_part), "SH9"},
      {"SH10 only the person gives grants", ben_is_in, ben, grant(2, cara, every_part), "SH10"},
      {"SH10 not even in a visit when they have an account", ben_visits, ben,
       aloud(grant(2, cara, every_part)), "SH10"},
      {"SH11 an end to come", nullptr, amina, until(1), "agreed"},
      {"SH11 not an end now", nullptr, amina, until(0), "SH11"},
      {"SH11 nor in the past", nullptr, amina, until(-1), "SH11"},
      {"SH17 seeing nothing and telling nothing is no grant", nullptr, amina, grant(1, ben, {}, {}), "SH17"},
      {"SH17 telling alone is one", nullptr, amina, grant(1, ben, {}, set_of(Part::plan)), "agreed"},
      {"CM9 a grant's id is used once", ben_is_in, amina, grant(1, cara, every_part), "CM9"},
      {"SH12 taking back", ben_is_in, amina, EndGrant{of<GrantId>(1)}, "agreed"},
      {"SH12 whoever was let in may also leave", ben_is_in, ben, EndGrant{of<GrantId>(1)}, "agreed"},
      {"CM8 nobody ends a grant they cannot see", ben_is_in, cara, EndGrant{of<GrantId>(1)}, "CM8"},
      {"VI1 the person opens a visit", nullptr, amina, visit(1, ben, every_part), "agreed"},
      {"VI1 a practitioner types the spoken yes", ben_is_in, ben, aloud(visit(1, ben, every_part)), "agreed"},
      {"VI1 without a yes there is none", ben_is_in, ben, visit(1, ben, every_part), "VI1"},
      {"VI1 for themself and nobody else", ben_is_in, ben, aloud(visit(1, cara, every_part)), "VI1"},
      {"CM8 who is not let in opens none", nullptr, ben, aloud(visit(1, ben, every_part)), "CM8"},
      {"VI2 somebody is there", nullptr, amina, OpenVisit{of<VisitId>(1), {}, every_part, false}, "VI2"},
      {"VI2 fifty may be", nullptr, amina,
       OpenVisit{of<VisitId>(1), std::vector(parties_per_list_max, ben.account), every_part, false},
       "agreed"},
      {"VI2 and no more", nullptr, amina,
       OpenVisit{of<VisitId>(1), std::vector(parties_per_list_max + 1, ben.account), every_part, false},
       "VI2"},
      {"CM9 a visit's id is used once", ben_visits, amina, visit(1, ben, every_part), "CM9"},
      {"VI3 a tap ends it", ben_visits, ben, EndVisit{of<VisitId>(1)}, "agreed"},
      {"CM8 nobody ends a visit they are not in",
       [](Story& s) {
         s.told(amina, visit(1, ben, every_part));
         s.told(amina, grant(1, cara, every_part));
       },
       cara, EndVisit{of<VisitId>(1)}, "CM8"},
  };
  check(cases);
}

TEST(LettingIn, SH10_without_an_account_the_sharing_is_looked_after_together) {
  auto s = begun_beside();
  auto const for_cara = grant(5, cara, set_of(Part::plan));
  EXPECT_EQ(outcome(s.ask(ben, aloud(for_cara))), "SH10") << "not outside a visit";
  s.told(ben, aloud(visit(1, ben, set_of(Part::plan))));
  EXPECT_EQ(outcome(s.ask(ben, for_cara)), "SH10") << "not without a spoken yes";
  EXPECT_EQ(outcome(s.ask(ben, aloud(for_cara))), "agreed");
  EXPECT_TRUE(sight_of(s.record, cara.reader(), s.now).sees(Part::plan));
}

TEST(LettingIn, SH18_whoever_sees_a_part_sees_whose_record_it_is) {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::plan)));
  s.told(amina, grant(2, cara, {}, set_of(Part::plan)));
  EXPECT_TRUE(s.record.grants.at(of<GrantId>(1)).see.has(Part::together));
  EXPECT_FALSE(s.record.grants.at(of<GrantId>(2)).see.has(Part::together))
      << "who may only tell sees nothing";
}

TEST(LettingIn, SH16_there_is_room_for_5000_grants) {
  auto s = begun();
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) { return GrantGiven{grant(n, ben, every_part)}; });
  EXPECT_EQ(outcome(s.ask(amina, grant(1, ben, every_part))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, grant(2, ben, every_part))), "SH16");
}

TEST(Visits, VI3_a_visit_ends_by_itself_after_twelve_hours) {
  auto s = begun();
  s.told(amina, visit(1, ben, set_of(Part::plan)));
  s.now.ms += visit_hours_max * hour_ms - 1;
  EXPECT_EQ(sight_of(s.record, ben.reader(), s.now).visit, of<VisitId>(1));
  s.now.ms += 1;
  EXPECT_FALSE(sight_of(s.record, ben.reader(), s.now).any());
  EXPECT_EQ(outcome(s.ask(amina, EndVisit{of<VisitId>(1)})), "already");
}

TEST(BeingTogether, TG2_to_TG4_say_what_is_settled_and_when_you_meet) {
  auto const ben_tells = [](Story& s) {
    s.told(amina, raised(1));
    s.told(amina, meeting(1, plus_days(monday, 1)));
    s.told(amina, grant(1, ben, set_of(Part::together), set_of(Part::together)));
    s.told(amina, grant(2, cara, set_of(Part::together)));
  };
  auto with_mum = meeting(2, monday);
  with_mum.with = {Party::of(of<TieId>(1))};
  Case const cases[] = {
      {"TG2 the person says when it is enough", ben_tells, amina, SettleTalk{of<TalkId>(1)}, "agreed"},
      {"TG2 a practitioner alone does not", ben_tells, ben, SettleTalk{of<TalkId>(1)}, "TG2"},
      {"TG2 in a visit they do",
       [](Story& s) {
         s.told(amina, raised(1));
         s.told(amina, visit(1, ben, set_of(Part::plan)));
       },
       ben, SettleTalk{of<TalkId>(1)}, "agreed"},
      {"TG3 today", nullptr, amina, meeting(1, monday), "agreed"},
      {"TG3 not yesterday", nullptr, amina, meeting(1, plus_days(monday, -1)), "TG3"},
      {"TG4 at midnight", nullptr, amina, meeting(1, monday, 0), "agreed"},
      {"TG4 a minute before", nullptr, amina, meeting(1, monday, 24 * 60 - 1), "agreed"},
      {"TG4 not a day later", nullptr, amina, meeting(1, monday, 24 * 60), "TG4"},
      {"TG4 not before the day begins", nullptr, amina, meeting(1, monday, -1), "TG4"},
      {"SH8 who may tell sets the next time", ben_tells, ben, meeting(1, monday), "agreed"},
      {"SH8 who only sees does not", ben_tells, cara, meeting(1, monday), "SH8"},
      {"SH8 nor do they call it off", ben_tells, cara, CancelMeeting{of<MeetingId>(1)}, "SH8"},
      {"CM8 with somebody who is not there", ben_tells, ben, with_mum, "CM8"},
      {"CM8 nothing to call off", nullptr, amina, CancelMeeting{of<MeetingId>(1)}, "CM8"},
      {"CM8 nothing to settle", nullptr, amina, SettleTalk{of<TalkId>(1)}, "CM8"},
      {"CM9 a thing to talk about is raised once", ben_tells, amina, raised(1), "CM9"},
  };
  check(cases);
}

TEST(BeingTogether, TG1_there_is_room_for_5000_of_each) {
  auto s = begun();
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return TalkRaised{of<TalkId>(n), TalkAbout::asked_for, {}, Name{"It"}};
  });
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) { return MeetingSet{meeting(n, monday)}; });
  EXPECT_EQ(outcome(s.ask(amina, raised(1))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, raised(2))), "TG1");
  EXPECT_EQ(outcome(s.ask(amina, meeting(1, monday))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, meeting(2, monday))), "TG1");
  EXPECT_EQ(outcome(s.ask(amina, meeting(1, plus_days(monday, 1)))), "agreed")
      << "one that is there can move";
}

TEST(BeingTogether, a_meeting_set_again_has_only_the_new_names) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  auto ask = meeting(1, monday);
  ask.with = {Party::person(), Party::of(of<TieId>(1))};
  s.told(amina, ask);
  EXPECT_EQ(s.record.meets.size(), 2u);
  s.told(amina, meeting(1, plus_days(monday, 2)));
  EXPECT_EQ(s.record.meets.size(), 1u);
  s.told(amina, CancelMeeting{of<MeetingId>(1)});
  EXPECT_EQ(outcome(s.ask(amina, CancelMeeting{of<MeetingId>(1)})), "already");
}

}  // namespace
}  // namespace kith
