// Safe ways to reach a person, and telling somebody without a sign-in. Rules RE1-RE6, TL1-TL5.
#include "core/paper/outgoing.hpp"
#include "core/reach/calendar.hpp"
#include "core/reach/obey.hpp"
#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

constexpr StepId the_step = of<StepId>(1);
Party const to_dev_the_friend = Party::of(of<TieId>(1));

SafeWays ways(NameSet<Way> set) { return {set, {}, false, {}, {}}; }
SetReach only_slips() { return {ways(set_of(Way::in_person))}; }
PlaceStep a_step(Party doer) { return {the_step, {}, words(1, "Come with me to the walk."), doer, {}, {}}; }

// Amina has a friend who carries a step, and Ben sees all of the plan and may add to it.
void a_friend_does_it(Story& s) {
  s.told(amina, tie(1, "Dev"));
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, a_step(to_dev_the_friend));
}
void ben_tells_him(Story& s) {
  a_friend_does_it(s);
  s.told(amina, PlanTelling{the_step, Party::of(ben.account), plus_days(monday, 2)});
}
void slips_are_safe(Story& s) {
  ben_tells_him(s);
  s.told(amina, only_slips());
}
void amina_does_it(Story& s) {
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, a_step(Party::person()));
}
void in_a_visit(Story& s) {
  a_friend_does_it(s);
  s.told(amina, visit(1, ben, every_part));
}
ViewContext context_of(Story const& s, Who const& who) {
  return {who.reader(), s.now, s.today(), [](std::vector<Message> const&) { return std::string(); }};
}
std::optional<TellingView> telling(Story const& s, Who const& who) {
  return view_of(s.shown_to(who), context_of(s, who))->plan.steps.front().telling;
}
std::string paper_outcome(Story const& s, Who const& who, Outgoing kind) {
  auto const out = outgoing_html(s.shown_to(who), context_of(s, who), {s.today(), {}, true}, {kind, the_step},
                                 Catalogue());
  auto const* refusal = std::get_if<Refusal>(&out);
  return refusal ? std::string(refusal->rule) : "made";
}

TEST(Reach, RE1_to_RE3_TL2_to_TL4_say_what_may_go_out_and_who_may_tell) {
  Case const cases[] = {
      {"RE1 the person says which ways are safe", nullptr, amina, only_slips(), "agreed"},
      {"RE1 not a practitioner alone", a_friend_does_it, ben, only_slips(), "RE1"},
      {"RE1 but in a visit, together", in_a_visit, ben, only_slips(), "agreed"},
      {"TL1 who will tell, and by when", a_friend_does_it, amina,
       PlanTelling{the_step, Party::of(ben.account), plus_days(monday, 1)}, "agreed"},
      {"TL2 somebody who sees it needs no telling", amina_does_it, amina,
       PlanTelling{the_step, Party::of(ben.account), {}}, "TL2"},
      {"TL2 nobody tells themself", a_friend_does_it, amina, PlanTelling{the_step, to_dev_the_friend, {}},
       "TL2"},
      {"TL3 not before today", a_friend_does_it, amina,
       PlanTelling{the_step, Party::person(), plus_days(monday, -1)}, "TL3"},
      {"SH8 a reader does not arrange it", a_friend_does_it, ben,
       PlanTelling{the_step, Party::of(ben.account), {}}, "SH8"},
      {"TL4 whoever was to tell marks it", ben_tells_him, ben, MarkTold{the_step, HowTold::said}, "agreed"},
      {"SH8 nobody else", a_friend_does_it, ben, MarkTold{the_step, HowTold::said}, "SH8"},
      {"RE2 nothing goes out before it was asked", ben_tells_him, ben, MarkTold{the_step, HowTold::slip},
       "RE2"},
      {"RE3 a way that is safe", slips_are_safe, ben, MarkTold{the_step, HowTold::slip}, "agreed"},
      {"RE3 a way that is not", slips_are_safe, ben, MarkTold{the_step, HowTold::letter}, "RE3"},
      {"RE7 nothing while all is paused",
       [](Story& s) {
         slips_are_safe(s);
         s.told(amina, PauseRecord{PauseWhy::in_hospital, {}});
       },
       ben, MarkTold{the_step, HowTold::slip}, "RE7"},
      {"RE3 nor a call", slips_are_safe, ben, MarkTold{the_step, HowTold::call_note}, "RE3"},
      {"RE3 the person judges for themself", slips_are_safe, amina, MarkTold{the_step, HowTold::letter},
       "agreed"},
  };
  check(cases);
}

TEST(Reach, RE2_RE3_paper_and_calendar_obey_too) {
  auto s = begun();
  ben_tells_him(s);
  EXPECT_EQ(paper_outcome(s, ben, Outgoing::slip), "RE2");
  s.told(amina, only_slips());
  EXPECT_EQ(paper_outcome(s, ben, Outgoing::slip), "made");
  EXPECT_EQ(paper_outcome(s, ben, Outgoing::letter), "RE3");
  EXPECT_EQ(paper_outcome(s, ben, Outgoing::call_note), "RE3");
  EXPECT_EQ(paper_outcome(s, amina, Outgoing::call_note), "made");
  auto const taken = calendar_of(s.shown_to(amina), context_of(s, amina), {}, Catalogue());
  EXPECT_EQ(std::get<Refusal>(taken).rule, "RE3") << "a calendar can be read by somebody else";
}

TEST(Reach, RE4_the_ways_are_seen_by_whoever_is_let_in_and_by_nobody_else) {
  auto s = begun();
  slips_are_safe(s);
  EXPECT_EQ(s.shown_to(ben).reach.size(), 1u);
  EXPECT_EQ(s.shown_to(cara).reach.size(), 0u);
}

TEST(Reach, TL1_TL5_nobody_has_told_them_yet_until_somebody_did_and_anew_for_another_doer) {
  auto s = begun();
  a_friend_does_it(s);
  EXPECT_EQ(telling(s, amina)->told, std::nullopt);
  s.told(amina, PlanTelling{the_step, Party::of(ben.account), plus_days(monday, 2)});
  EXPECT_EQ(telling(s, amina)->teller_name, "Ben, link worker");
  EXPECT_EQ(telling(s, amina)->by, plus_days(monday, 2));
  s.told(ben, MarkTold{the_step, HowTold::said});
  EXPECT_EQ(telling(s, amina)->told, HowTold::said);
  EXPECT_EQ(telling(s, amina)->told_by_name, "Ben, link worker");
  s.told(amina, tie(2, "Jo"));
  s.told(amina, ChangeStep{the_step, Party::of(of<TieId>(2)), {}});
  EXPECT_EQ(telling(s, amina)->told, std::nullopt) << "Jo has not been told";
  s.told(amina, ChangeStep{the_step, Party::person(), {}});
  EXPECT_EQ(telling(s, amina), std::nullopt) << "the person sees it here";
}

TEST(Reach, SH1_a_private_friend_is_not_named_as_the_one_to_be_told) {
  auto s = begun();
  s.told(amina, private_tie(1, "Dev"));
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, a_step(to_dev_the_friend));
  s.told(amina, PlanTelling{the_step, Party::person(), {}});
  EXPECT_TRUE(s.shown_to(ben).telling.empty());
}

TEST(Calendar, RE5_RE6_a_neutral_title_folded_lines_and_the_local_time_in_summer_and_winter) {
  Instant const changes_in_march{1806195600000};  // 2027-03-28T01:00Z
  ZoneRules const zone{0, {{changes_in_march, 60}}};
  auto const file = calendar_file({{"a-1", *parse_day("2027-03-27"), 14 * 60 + 30},
                                   {"a-2", *parse_day("2027-03-29"), 14 * 60 + 30},
                                   {"a-3", *parse_day("2027-03-31"), {}}},
                                  "Tea, with Jo; " + std::string(80, 'x') + "ŵ", monday_noon, zone);
  EXPECT_NE(file.find("DTSTART:20270327T143000Z\r\n"), file.npos) << "winter";
  EXPECT_NE(file.find("DTSTART:20270329T133000Z\r\n"), file.npos) << "summer";
  EXPECT_NE(file.find("DTSTART;VALUE=DATE:20270331\r\nDTEND;VALUE=DATE:20270401\r\n"), file.npos);
  EXPECT_NE(file.find("SUMMARY:Tea\\, with Jo\\; "), file.npos);
  std::size_t from = 0;
  for (auto at = file.find("\r\n"); at != file.npos; from = at + 2, at = file.find("\r\n", from))
    EXPECT_LE(at - from, 75u) << file.substr(from, at - from);
  EXPECT_EQ(file.find("Kith"), file.npos);
}

TEST(Calendar, RE5_holds_no_name_of_a_service) {
  auto s = begun();
  s.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Anxiety clinic"}, of<FollowUpId>(1), {}});
  s.told(amina, SetReach{ways(set_of(Way::calendar))});
  auto const made = calendar_of(s.shown_to(amina), context_of(s, amina), {}, Catalogue());
  auto const& file = std::get<std::string>(made);
  EXPECT_NE(file.find("BEGIN:VEVENT"), file.npos);
  EXPECT_EQ(file.find("clinic"), file.npos);
}

}  // namespace
}  // namespace kith
