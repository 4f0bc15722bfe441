// Goals, steps and promises. Rules PL1-PL8.
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

Party const the_person = Party::person();
Party const ben_does = Party::of(ben.account), cara_does = Party::of(cara.account),
            mum_does = Party::of(of<TieId>(1));

PlaceGoal goal(std::uint64_t n) { return {of<GoalId>(n), words(n, "Feel less alone")}; }
PlaceStep step(std::uint64_t n, Party doer, std::optional<Day> due = {}) {
  return {of<StepId>(n), {}, words(100 + n, "Ring the choir"), doer, due, {}};
}
PlacePromise promise(std::uint64_t n, Party by, std::optional<Day> due = {}) {
  return {of<PromiseId>(n), words(200 + n, "A letter within a week"), by, due};
}
void a_circle_and_guests(Story& s) {  // Ben sees and tells the plan; Cara sees the circle only
  s.told(amina, tie(1, "Mum"));
  s.told(amina, grant(1, ben, set_of(Part::plan), set_of(Part::plan)));
  s.told(amina, grant(2, cara, set_of(Part::circle)));
}
void a_plan(Story& s) {
  a_circle_and_guests(s);
  s.told(amina, goal(1));
  s.told(amina, step(1, the_person, plus_days(monday, 3)));
  s.told(amina, step(2, ben_does));
  s.told(ben, step(3, ben_does));
  s.told(amina, promise(1, ben_does));
  s.told(amina, promise(2, mum_does));
}
void a_plan_in_a_visit(Story& s) {
  a_plan(s);
  s.told(amina, visit(1, ben, set_of(Part::plan)));
}
ChangeStep changed(std::uint64_t n, Party doer, std::optional<Day> due = {}) {
  return {of<StepId>(n), doer, due};
}

TEST(Plan, PL5_to_PL8_say_who_does_what_by_when) {
  Case const cases[] = {
      {"PL5 the person does it", nullptr, amina, step(1, the_person), "agreed"},
      {"PL5 somebody of the circle does it", a_circle_and_guests, amina, step(1, mum_does), "agreed"},
      {"PL5 nobody who is not in it", nullptr, amina, step(1, mum_does), "PL5"},
      {"PL5 a practitioner who sees the plan does it", a_circle_and_guests, amina, step(1, ben_does),
       "agreed"},
      {"PL5 one who does not see it cannot", a_circle_and_guests, amina, step(1, cara_does), "PL5"},
      {"PL5 one whose grant has ended cannot",
       [](Story& s) {
         a_circle_and_guests(s);
         s.told(amina, EndGrant{of<GrantId>(1)});
       },
       amina, step(1, ben_does), "PL5"},
      {"PL5 a practitioner may take it on", a_circle_and_guests, ben, step(1, ben_does), "agreed"},
      {"PL5 and give it to the person", a_circle_and_guests, ben, step(1, the_person), "agreed"},
      {"PL5 but not to a colleague, of whose grants they know nothing", a_circle_and_guests, ben,
       step(1, cara_does), "PL5"},
      {"PL5 also when it changes hands", a_plan, amina, changed(1, cara_does), "PL5"},
      {"PL6 a step may be due today", nullptr, amina, step(1, the_person, monday), "agreed"},
      {"PL6 a step is not due yesterday", nullptr, amina, step(1, the_person, plus_days(monday, -1)), "PL6"},
      {"PL6 today is the day where it was made",
       nullptr,
       amina,
       step(1, the_person, monday),
       "PL6",
       {.offset_min = 13 * 60}},
      {"PL6 a changed step is not due yesterday either", a_plan, amina,
       changed(1, the_person, plus_days(monday, -1)), "PL6"},
      {"PL6 a day that stays may have passed",
       [](Story& s) {
         a_plan(s);
         s.days_pass(7);
       },
       amina, changed(1, ben_does, plus_days(monday, 3)), "agreed"},
      {"PL6 a promise may be due today", a_circle_and_guests, amina, promise(1, mum_does, monday), "agreed"},
      {"PL6 a promise is not due yesterday", a_circle_and_guests, amina,
       promise(1, mum_does, plus_days(monday, -1)), "PL6"},
      {"PL7 whoever carries a step says how it stands", a_plan, ben, SetStep{of<StepId>(2), StepState::done},
       "agreed"},
      {"PL7 others do not", a_plan, ben, SetStep{of<StepId>(1), StepState::done}, "SH8"},
      {"PL7 the person says it of any", a_plan, amina, SetStep{of<StepId>(3), StepState::put_away}, "agreed"},
      {"PL7 in a visit it is typed for the person", a_plan_in_a_visit, ben,
       SetStep{of<StepId>(1), StepState::done}, "agreed"},
      {"PL7 carrying a step is no leave to hand it on", a_plan, ben, changed(2, the_person), "SH8"},
      {"PL7 one's own step one may", a_plan, ben, changed(3, the_person), "agreed"},
      {"PL8 somebody promises something to the person", a_circle_and_guests, amina, promise(1, ben_does),
       "agreed"},
      {"PL8 the person's own are steps", nullptr, amina, promise(1, the_person), "PL8"},
      {"PL8 whoever promised says how it stands", a_plan, ben,
       SetPromise{of<PromiseId>(1), PromiseState::kept}, "agreed"},
      {"CM8 who may not see who promised does not see the promise", a_plan, ben,
       SetPromise{of<PromiseId>(2), PromiseState::kept}, "CM8"},
  };
  check(cases);
}

TEST(Plan, what_is_not_there_is_not_there) {
  auto under_no_goal = step(1, the_person), for_no_idea = step(1, the_person);
  under_no_goal.goal = of<GoalId>(9);
  for_no_idea.idea = of<IdeaId>(9);
  Case const cases[] = {
      {"CM8 a step under no goal", nullptr, amina, under_no_goal, "CM8"},
      {"CM8 a step for no idea", nullptr, amina, for_no_idea, "CM8"},
      {"CM8 a goal put away", nullptr, amina, PutGoalAway{of<GoalId>(9)}, "CM8"},
      {"CM8 a step changed", nullptr, amina, changed(9, the_person), "CM8"},
      {"CM8 a step set", nullptr, amina, SetStep{of<StepId>(9), StepState::done}, "CM8"},
      {"CM8 a promise set", nullptr, amina, SetPromise{of<PromiseId>(9), PromiseState::kept}, "CM8"},
      {"CM8 a promise by nobody", nullptr, amina, promise(1, mum_does), "CM8"},
      {"CM9 a step twice", a_plan, amina, step(1, the_person), "CM9"},
      {"CM9 a promise twice", a_plan, amina, promise(1, mum_does), "CM9"},
      {"SH8 seeing is not telling", a_plan, cara, goal(5), "SH8"},
  };
  check(cases);
}

TEST(Plan, SH8_a_goal_is_put_away_by_who_set_it_or_who_draws) {
  auto s = begun();
  a_plan(s);
  s.told(ben, goal(2));
  EXPECT_EQ(outcome(s.ask(ben, PutGoalAway{of<GoalId>(1)})), "SH8");
  EXPECT_EQ(outcome(s.ask(ben, PutGoalAway{of<GoalId>(2)})), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, PutGoalAway{of<GoalId>(2)})), "already");
  EXPECT_EQ(outcome(s.ask(amina, PutGoalAway{of<GoalId>(1)})), "agreed");
}

TEST(Plan, PL1_there_is_room_for_5000_of_each) {
  auto s = begun();
  a_circle_and_guests(s);
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return GoalPlaced{of<GoalId>(n), of<StatementId>(n)};
  });
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return StepPlaced{of<StepId>(n), {}, of<StatementId>(n), Party::person(), {}};
  });
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return PromisePlaced{of<PromiseId>(n), of<StatementId>(n), Party::of(of<TieId>(1)), {}};
  });
  EXPECT_EQ(outcome(s.ask(amina, goal(1))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, goal(2))), "PL1");
  EXPECT_EQ(outcome(s.ask(amina, step(1, the_person))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, step(2, the_person))), "PL1");
  EXPECT_EQ(outcome(s.ask(amina, promise(1, mum_does))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, promise(2, mum_does))), "PL1");
}

TEST(Plan, a_step_that_carries_out_an_idea_is_joined_to_it_apart) {
  auto s = begun();
  s.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Choir"}, of<FollowUpId>(1), {}});
  auto ask = step(1, the_person);
  ask.idea = of<IdeaId>(1);
  EXPECT_EQ(facts(s.ask(amina, ask)), "step_placed statement_worded step_joined");
}

TEST(Plan, a_change_that_overtakes_an_unseen_one_says_so) {
  auto s = begun();
  auto const placed = s.told(amina, step(1, the_person));
  s.told(amina, changed(1, the_person, plus_days(monday, 2)), {.base = {placed}});
  EXPECT_EQ(outcome(s.ask(amina, changed(1, the_person, plus_days(monday, 5)), {.base = {placed}})), "apart");
  EXPECT_EQ(outcome(s.ask(amina, SetStep{of<StepId>(1), StepState::done}, {.base = {s.last}})), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, SetStep{of<StepId>(1), StepState::done})), "already");
}

}  // namespace
}  // namespace kith
