// Choosing ideas, company, and how it went. Rules ID40, ID41 and FU1-FU6.
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

ChooseIdea choir(std::uint64_t n = 1, std::optional<Day> due = {}) {
  return {of<IdeaId>(n), of<ServiceId>(7), {"Riverside Choir"}, of<FollowUpId>(n), due};
}
AddFind allotment(std::uint64_t n) {
  return {of<IdeaId>(n), words(n, "My uncle's allotment"), of<FollowUpId>(n), {}};
}
AnswerFollowUp answer(HowItWent how, std::optional<TalkId> talk = {}) {
  return {of<FollowUpId>(1), how, {}, {}, talk};
}
void chosen(Story& s) { s.told(amina, choir()); }
void chosen_with_guests(Story& s) {
  s.told(amina, tie(1, "Mum"));
  chosen(s);
  s.told(amina, grant(1, ben, every_part, every_part));
}
void set_aside(Story& s) {
  s.told(amina, tie(1, "Mum"));
  chosen(s);
  s.told(amina, SetIdeaAside{of<IdeaId>(1)});
}
FollowUpRow const& the_follow_up(Story const& s) { return s.record.followups.at(of<FollowUpId>(1)); }

TEST(FollowUp, FU1_every_chosen_idea_gets_one_two_weeks_on) {
  auto s = begun();
  EXPECT_EQ(facts(s.ask(amina, choir())), "idea_chosen follow_up_set");
  EXPECT_EQ(the_follow_up(s).due, plus_days(monday, 14));
  EXPECT_EQ(facts(s.ask(amina, allotment(2))), "find_added statement_worded follow_up_set");
  auto named = begun();
  named.told(amina, choir(1, plus_days(monday, 30)));
  EXPECT_EQ(the_follow_up(named).due, plus_days(monday, 30)) << "the person named another day";
}

TEST(FollowUp, FU2_is_today_or_later) {
  auto const moved_to = [](Day due) { return MoveFollowUp{of<FollowUpId>(1), due}; };
  Case const cases[] = {
      {"FU2 today", nullptr, amina, choir(1, monday), "agreed"},
      {"FU2 not yesterday", nullptr, amina, choir(1, plus_days(monday, -1)), "FU2"},
      {"FU2 moved to today", chosen, amina, moved_to(monday), "agreed"},
      {"FU2 not moved to yesterday", chosen, amina, moved_to(plus_days(monday, -1)), "FU2"},
      {"FU2 where it is already it stays", chosen, amina, moved_to(plus_days(monday, 14)), "already"},
      {"CM9 one follow-up is of one idea", chosen, amina,
       ChooseIdea{of<IdeaId>(2), of<ServiceId>(8), {"Chess"}, of<FollowUpId>(1), {}}, "CM9"},
      {"CM8 what is not there is not moved", nullptr, amina, moved_to(monday), "CM8"},
  };
  check(cases);
}

TEST(FollowUp, FU3_not_yet_asks_again_in_two_weeks_and_not_today_in_one) {
  struct {
    HowItWent answer;
    FollowUpState state;
    std::int64_t due_days;
  } const rows[] = {
      {HowItWent::went, FollowUpState::answered, 14},
      {HowItWent::not_yet, FollowUpState::waiting, 20 + 14},
      {HowItWent::not_today, FollowUpState::waiting, 20 + 7},
      {HowItWent::gone_off, FollowUpState::answered, 14},
  };
  for (auto const& row : rows) {
    auto s = begun();
    chosen(s);
    s.days_pass(20);
    s.told(amina, answer(row.answer));
    EXPECT_EQ(the_follow_up(s).state, row.state) << name_of(row.answer);
    EXPECT_EQ(the_follow_up(s).due, plus_days(monday, row.due_days)) << name_of(row.answer);
    EXPECT_EQ(the_follow_up(s).answer, row.answer);
    EXPECT_EQ(the_follow_up(s).answered_on, plus_days(monday, 20));
  }
}

TEST(FollowUp, FU4_gone_off_it_sets_the_idea_aside_without_a_reason) {
  auto s = begun();
  chosen(s);
  EXPECT_EQ(facts(s.ask(amina, answer(HowItWent::gone_off))), "follow_up_answered idea_set_aside");
  EXPECT_EQ(s.record.ideas.at(of<IdeaId>(1)).state, IdeaState::set_aside);
  EXPECT_TRUE(the_follow_up(s).barriers.empty());
  EXPECT_EQ(facts(s.ask(amina, answer(HowItWent::gone_off))), "follow_up_answered") << "it is aside already";
}

TEST(FollowUp, FU5_only_what_the_person_wants_to_talk_about_goes_further) {
  auto s = begun();
  chosen(s);
  auto bad = answer(HowItWent::went);
  bad.barriers = set_of(Barrier::cost);
  EXPECT_EQ(facts(s.ask(amina, bad)), "follow_up_answered");
  EXPECT_TRUE(s.record.talk.empty());
  EXPECT_EQ(facts(s.ask(amina, answer(HowItWent::not_yet, of<TalkId>(1)))), "follow_up_answered talk_raised");
  EXPECT_EQ(s.record.talk.at(of<TalkId>(1)).subject, Name{"Riverside Choir"});
  EXPECT_EQ(outcome(s.ask(amina, answer(HowItWent::not_yet, of<TalkId>(1)))), "CM9");
}

TEST(FollowUp, FU5_a_find_is_talked_about_in_their_own_words_never_half_a_letter) {
  auto s = begun();
  std::string const long_words = std::string(name_bytes_max - 1, 'a') + "\xC5\xB5 and more";
  s.told(amina, AddFind{of<IdeaId>(1), words(1, long_words), of<FollowUpId>(1), {}});
  s.told(amina, answer(HowItWent::went, of<TalkId>(1)));
  EXPECT_EQ(s.record.talk.at(of<TalkId>(1)).subject, Name{std::string(name_bytes_max - 1, 'a')});
}

TEST(FollowUp, FU6_what_is_set_aside_is_not_asked_about) {
  auto s = begun();
  chosen(s);
  EXPECT_EQ(facts(s.ask(amina, SetIdeaAside{of<IdeaId>(1)})), "idea_set_aside follow_up_stopped");
  EXPECT_EQ(the_follow_up(s).state, FollowUpState::stopped);
  EXPECT_EQ(outcome(s.ask(amina, SetIdeaAside{of<IdeaId>(1)})), "already");
}

TEST(FollowUp, FU9_FU10_stopping_and_keeping_are_answers) {
  auto s = begun();
  chosen(s);
  s.days_pass(30);
  s.told(amina, KeepFollowUp{of<FollowUpId>(1)});
  EXPECT_EQ(the_follow_up(s).due, plus_days(monday, 44));
  EXPECT_EQ(the_follow_up(s).kept_on, plus_days(monday, 30));
  EXPECT_EQ(the_follow_up(s).state, FollowUpState::waiting);
  s.told(amina, StopFollowUp{of<FollowUpId>(1)});
  EXPECT_EQ(outcome(s.ask(amina, StopFollowUp{of<FollowUpId>(1)})), "already");
  Case const cases[] = {
      {"CM8 nothing to stop", nullptr, amina, StopFollowUp{of<FollowUpId>(1)}, "CM8"},
      {"CM8 nothing to keep", nullptr, amina, KeepFollowUp{of<FollowUpId>(1)}, "CM8"},
      {"CM8 nothing to answer", nullptr, amina, answer(HowItWent::went), "CM8"},
  };
  check(cases);
}

TEST(Choosing, ID40_there_is_room_for_5000_ideas) {
  auto s = begun();
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return IdeaChosen{of<IdeaId>(n), of<ServiceId>(n), {"Somewhere"}};
  });
  EXPECT_EQ(outcome(s.ask(amina, allotment(1))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, allotment(2))), "ID40");
  EXPECT_EQ(outcome(s.ask(amina, choir(3))), "ID40");
}

TEST(Choosing, ID41_somebody_goes_along_to_a_chosen_idea_or_a_step) {
  auto const with_mum = [](char const* of_key) { return SetCompany{RowKey{of_key}, of<TieId>(1)}; };
  auto const idea = "idea:" + text_of(of<IdeaId>(1)), step = "step:" + text_of(of<StepId>(1));
  auto const goal = "goal:" + text_of(of<GoalId>(1));
  Case const cases[] = {
      {"ID41 to an idea", chosen_with_guests, amina, with_mum(idea.c_str()), "agreed"},
      {"ID41 to a step",
       [](Story& s) {
         chosen_with_guests(s);
         s.told(amina, PlaceStep{of<StepId>(1), {}, words(1, "Ring them"), Party::person(), {}, {}});
       },
       amina, with_mum(step.c_str()), "agreed"},
      {"ID41 not to a goal", chosen_with_guests, amina, with_mum(goal.c_str()), "ID41"},
      {"ID41 not to what was set aside", set_aside, amina, with_mum(idea.c_str()), "ID41"},
      {"ID41 nobody yet, and nobody now", chosen, amina, SetCompany{RowKey{idea}, {}}, "already"},
      {"CM8 not to what is not there", chosen_with_guests, amina, with_mum(step.c_str()), "CM8"},
      {"CM8 not somebody who is not there", chosen, amina, with_mum(idea.c_str()), "CM8"},
      {"the same service is chosen once", chosen, amina, choir(2), "already"},
      {"and again after it was set aside", set_aside, amina, choir(2), "agreed"},
      {"CM9 an idea's id is used once", set_aside, amina, choir(1), "CM9"},
  };
  check(cases);
}

TEST(Choosing, SH8_changes_only_for_who_looks_together) {
  Ask const asks[] = {ChooseIdea{of<IdeaId>(2), of<ServiceId>(8), {"Chess"}, of<FollowUpId>(2), {}},
                      allotment(2),
                      SetCompany{RowKey{"idea:" + text_of(of<IdeaId>(1))}, of<TieId>(1)},
                      answer(HowItWent::went),
                      MoveFollowUp{of<FollowUpId>(1), monday},
                      KeepFollowUp{of<FollowUpId>(1)},
                      StopFollowUp{of<FollowUpId>(1)},
                      SetIdeaAside{of<IdeaId>(1)}};
  for (auto const& ask : asks) {
    auto s = begun();
    chosen_with_guests(s);
    EXPECT_EQ(outcome(s.ask(ben, ask)), "SH8") << name_of(ask);
    s.told(amina, visit(1, ben, set_of(Part::ideas)));
    EXPECT_EQ(outcome(s.ask(ben, ask)), "agreed") << name_of(ask);
  }
  auto s = begun();
  chosen_with_guests(s);
  s.told(amina, grant(2, cara, every_part));
  ReportService const gone{of<ServiceId>(7), ServiceReport::gone};
  EXPECT_EQ(outcome(s.ask(ben, gone)), "agreed") << "who may tell may say that a place has gone";
  EXPECT_EQ(outcome(s.ask(cara, gone)), "SH8");
}

}  // namespace
}  // namespace kith
