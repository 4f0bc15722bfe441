#include "core/paper/plan_page.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

Day day(int of_month) { return day_of({2026, 5, of_month}).value(); }

StatementView said(std::string words, std::string whose, std::string voice_kind) {
  VersionView version;
  version.words = std::move(words);
  version.voice_name = std::move(whose);
  version.voice_kind = std::move(voice_kind);
  StatementView statement;
  statement.versions = {version};
  return statement;
}
StepView step(std::string words, StepState state) {
  StepView view;
  view.statement = said(std::move(words), "Amina", "practitioner");
  view.doer_name = "Sam";
  view.state = state;
  return view;
}
TieView tie(std::string name, TieKind kind, Ring ring, SupportSet gives) {
  TieView view;
  view.name = std::move(name);
  view.kind = kind;
  view.rings.everyday = ring;
  view.gives = gives;
  return view;
}
OnePage page_of(View const& view) {
  Catalogue const words(CatalogueLanguage::en, {{"kind.parent", "parent"},
                                                {"kind.pet", "pet"},
                                                {"frequency.daily", "every day"},
                                                {"paper.with_names", "with {names}"},
                                                {"agreement.said.agree", "{name} agrees"},
                                                {"agreement.said.differently", "{name} sees it differently"},
                                                {"day.far", "{day}"},
                                                {"time.pm", "{hour} pm"}});
  return one_page_of(view, {day(4), {}, true}, words);
}

TEST(OnePageOfView, PA13_the_place_where_ideas_are_looked_for_is_never_printed) {
  View view;
  view.person.name = "Sam";
  view.preferences.near = {ideas::NearKind::point, Name{"Zq Street"}, 54'207'319, 1'904'417, 5'000, 61};
  Catalogue const words(CatalogueLanguage::en, {});
  auto const html = one_page_html(page_of(view), words);
  for (auto const* said : {"Zq", "54207319", "54.207319", "1904417", "1.904417"})
    EXPECT_EQ(html.find(said), std::string::npos) << said;
}

TEST(OnePageOfView, PA10_only_what_is_still_ahead_is_printed) {
  View view;
  view.person.name = "Sam";
  GoalView goal;
  goal.statement = said("The allotment", "Sam", "person");
  goal.steps = {step("ahead", StepState::not_yet), step("now", StepState::under_way),
                step("done", StepState::done), step("away", StepState::put_away)};
  view.plan.goals = {goal};
  for (auto const state : all<PromiseState>()) {
    PromiseView promise;
    promise.by_name = std::string(name_of(state));
    promise.state = state;
    view.plan.promises.push_back(promise);
  }
  auto const page = page_of(view);
  ASSERT_EQ(page.goals.size(), 1u);
  EXPECT_EQ(page.goals[0].said[0].whose, "Sam");
  ASSERT_EQ(page.goals[0].steps.size(), 2u);
  EXPECT_EQ(page.goals[0].steps[0].said[0].words, "ahead");
  EXPECT_EQ(page.goals[0].steps[0].said[0].voice, PaperVoice::practitioner);
  EXPECT_EQ(page.goals[0].steps[1].said[0].words, "now");
  ASSERT_EQ(page.promises.size(), 2u);
  EXPECT_EQ(page.promises[0].who, "open");
  EXPECT_EQ(page.promises[1].who, "changed");
}

TEST(OnePageOfView, PA10_two_wordings_are_both_printed_and_disowned_words_have_no_name) {
  View view;
  GoalView goal;
  goal.statement = said("less", "Sam", "person");
  goal.statement->versions.push_back(said("slowly", "Dr Lee", "practitioner").versions[0]);
  goal.statement->versions[0].disowned = true;
  view.plan.goals = {goal};
  auto const page = page_of(view);
  ASSERT_EQ(page.goals[0].said.size(), 2u);
  EXPECT_EQ(page.goals[0].said[0].whose, "");
  EXPECT_EQ(page.goals[0].said[1].whose, "Dr Lee");
}

StanceView stance(Stance what, std::string name, std::string own = {}) {
  StanceView view;
  view.stance = what;
  view.name = name;
  if (!own.empty()) view.own = {said(std::move(own), std::move(name), "practitioner")};
  return view;
}

TEST(OnePageOfView, PA14_what_each_makes_of_a_line_stands_with_it_and_own_words_are_of_the_same_size) {
  View view;
  GoalView goal;
  goal.statement = said("the allotment", "Sam", "person");
  goal.statement->stances = {stance(Stance::agree, "Amina"),
                             stance(Stance::differently, "Dr Lee", "Rest comes first"),
                             stance(Stance::agree, "Jo")};
  goal.statement->stances.back().on_these_words = false;
  view.plan.goals = {goal};
  auto const page = page_of(view);
  EXPECT_EQ(page.goals[0].stances, std::vector<std::string>{"Amina agrees"}) << "Jo agreed with other words";
  ASSERT_EQ(page.goals[0].said.size(), 2u);
  EXPECT_EQ(page.goals[0].said[1].words, "Rest comes first");
  EXPECT_EQ(page.goals[0].said[1].stance, "Dr Lee sees it differently");
  Catalogue const words(CatalogueLanguage::en, {});
  auto const html = one_page_html(page, words);
  for (auto const* printed :
       {"<h3>the allotment</h3>", "<h3>Rest comes first</h3>", "Amina agrees", "Dr Lee sees it differently"})
    EXPECT_NE(html.find(printed), std::string::npos) << printed << html;
}

TEST(OnePageOfView, PA10_private_ties_stay_off_a_sheet_that_others_read) {
  auto const help = supports(Support::emotional);
  View view;
  view.circle.ties = {
      tie("Rex", TieKind::pet, Ring::middle, help), tie("Mum", TieKind::parent, Ring::inner, help),
      tie("Kofi", TieKind::friend_, Ring::inner, help), tie("Dev", TieKind::friend_, Ring::inner, {}),
      tie("the park", TieKind::place, Ring::inner, help)};
  view.circle.ties[1].frequency = Frequency::daily;
  view.circle.ties[2].is_private = true;
  auto const page = page_of(view);
  ASSERT_EQ(page.people.size(), 2u);
  EXPECT_EQ(page.people[0].name + ": " + page.people[0].how, "Mum: parent, every day");
  EXPECT_EQ(page.people[1].name + ": " + page.people[1].how, "Rex: pet");
}

TEST(OnePageOfView, PA10_the_next_time_together_and_the_next_look_are_the_nearest) {
  View view;
  MeetingView meeting;
  meeting.day = day(7);
  meeting.minute = 14 * 60;
  meeting.where = Name{"at home"};
  meeting.with = {
      {Party::of(AccountId{1, 1}), "Amina"}, {Party::person(), "Sam"}, {Party::of(TieId{1, 2}), "Mum"}};
  view.visits.meetings = {meeting, MeetingView{}};
  EXPECT_EQ(page_of(view).look_again, day(7));
  for (int const of_month : {3, 20, 18}) {
    FollowUpView row;
    row.due = day(of_month);
    view.followups.rows.push_back(row);
  }
  auto const page = page_of(view);
  EXPECT_EQ(page.next_together, "7, 2 pm, at home, with Amina and Mum");
  EXPECT_EQ(page.look_again, day(18));
  EXPECT_FALSE(page_of({}).look_again);
  EXPECT_EQ(page_of({}).next_together, "");
}

}  // namespace
}  // namespace kith
