// What holds for every command, whatever it asks: bases, ids, offsets, signatures. Rules CM7-CM10.
#include "core/record/decide.hpp"

#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

void ben_sees_the_circle(Story& s) {
  s.told(amina, private_tie(1, "Joe"));
  s.told(amina, tie(2, "Mum"));
  s.told(amina, grant(1, ben, set_of(Part::circle)));
}
void ben_draws_the_circle(Story& s) {
  ben_sees_the_circle(s);
  s.told(amina, visit(1, ben, set_of(Part::circle)));
}

TEST(Deciding, CM7_a_base_is_a_version_the_sender_sees) {
  auto s = begun();
  auto const hidden = s.told(amina, private_tie(1, "Joe"));
  auto const seen = s.told(amina, tie(2, "Mum"));
  s.told(amina, grant(1, ben, set_of(Part::circle)));
  s.told(amina, visit(1, ben, set_of(Part::circle)));
  MoveTie const move{of<TieId>(2), Occasion::everyday, {Ring::outer, {}}};
  EXPECT_EQ(outcome(s.ask(ben, move, {.base = {hidden}})), "CM7");
  EXPECT_EQ(outcome(s.ask(ben, move, {.base = {CommandId{9, 9}}})), "CM7");
  EXPECT_EQ(outcome(s.ask(ben, move, {.base = {seen}})), "agreed");
  EXPECT_EQ(
      outcome(s.ask(ben, MoveTie{of<TieId>(2), Occasion::everyday, {Ring::inner, {}}}, {.base = {seen}})),
      "apart")
      << "an earlier version of the tie is still known, and the move overtakes one that its sender had not "
         "seen";
}

TEST(Deciding, CM13_what_a_small_fact_overtook_can_be_put_back) {
  auto const step = [](StepState state) { return SetStep{of<StepId>(1), state}; };
  auto const due = [](std::int64_t days) {
    return ChangeStep{of<StepId>(1), Party::person(), plus_days(monday, days)};
  };
  auto const place = [](Ring ring) { return MoveTie{of<TieId>(1), Occasion::everyday, {ring, 90}}; };
  auto const named = [](char const* name) { return ChangeTie{of<TieId>(1), tie(1, name).details}; };
  TakeOffTie const off{of<TieId>(1), Occasion::everyday};
  struct {
    char const* sentence;
    Ask there;  // on the tablet, while the phone was out of reach
    Ask here;   // then on the phone
  } const rows[] = {
      {"moved here and there", place(Ring::middle), place(Ring::outer)},
      {"taken off there, moved here", off, place(Ring::outer)},
      {"moved there, taken off here", place(Ring::middle), off},
      {"called something else here and there", named("Mam"), named("Mama")},
      {"a step moved here and there", due(3), due(5)},
      {"a step that stands otherwise here and there", step(StepState::done), step(StepState::put_away)},
  };
  for (auto const& row : rows) {
    auto s = begun();
    auto const drawn = s.told(amina, tie(1, "Mum"));
    auto const placed =
        s.told(amina, PlaceStep{of<StepId>(1), {}, words(1, "Walk"), Party::person(), {}, {}});
    bool const of_step =
        std::holds_alternative<ChangeStep>(row.here) || std::holds_alternative<SetStep>(row.here);
    auto const base = of_step ? placed : drawn;
    s.told(amina, row.there, {.base = {base}});
    auto const standing = s.record.ties.at(of<TieId>(1));
    auto const carried = s.record.steps.at(of<StepId>(1));
    auto const late = s.ask(amina, row.here, {.base = {base}});
    ASSERT_EQ(outcome(late), "apart") << row.sentence;
    auto const& undo = std::get<Agreed>(late).undo;
    ASSERT_TRUE(undo) << row.sentence;
    EXPECT_EQ(outcome(s.ask(amina, *undo, {.base = {s.last}})), "agreed") << row.sentence;
    auto const& tie_now = s.record.ties.at(of<TieId>(1));
    auto const& step_now = s.record.steps.at(of<StepId>(1));
    EXPECT_EQ(tie_now.on(Occasion::everyday), standing.on(Occasion::everyday)) << row.sentence;
    EXPECT_EQ(tie_now.details, standing.details) << row.sentence;
    EXPECT_EQ(step_now.due, carried.due) << row.sentence;
    EXPECT_EQ(step_now.state, carried.state) << row.sentence;
  }
}

TEST(Deciding, CM13_what_overtook_nothing_has_nothing_to_put_back) {
  auto s = begun();
  auto const drawn = s.told(amina, tie(1, "Mum"));
  auto const seen =
      s.ask(amina, MoveTie{of<TieId>(1), Occasion::everyday, {Ring::outer, {}}}, {.base = {drawn}});
  ASSERT_EQ(outcome(seen), "agreed");
  EXPECT_FALSE(std::get<Agreed>(seen).undo);
}

TEST(Deciding, CM7_a_base_may_be_an_earlier_wording) {
  auto s = begun();
  auto const first = s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Walk to the shop")});
  auto const next = WordStatement{words(1, "Walk to the park"), Place::goal, {}};
  auto const second = s.told(amina, next, {.base = {first}});
  EXPECT_EQ(outcome(s.ask(amina, next, {.base = {first, second}})), "agreed");
}

TEST(Deciding, CM8_CM9_CM10_hold_for_every_kind_of_command) {
  Case const cases[] = {
      {"CM8 what is not there and what cannot be seen are refused alike", ben_draws_the_circle, ben,
       ChangeTie{of<TieId>(9), tie(9, "Nobody").details}, "CM8"},
      {"CM8 a private tie is as if it were not there", ben_draws_the_circle, ben,
       ChangeTie{of<TieId>(1), tie(1, "Joey").details}, "CM8"},
      {"CM8 somebody who is not let in gets the same answer", ben_sees_the_circle, cara,
       ChangeTie{of<TieId>(2), tie(2, "Mummy").details}, "CM8"},
      {"CM9 a tie's id is used once", ben_sees_the_circle, amina, tie(2, "Dad"), "CM9"},
      {"CM9 a free id makes a thing", ben_sees_the_circle, amina, tie(3, "Dad"), "agreed"},
      {"CM9 a statement's id is used once, also by another thing",
       [](Story& s) {
         s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Sleep better")});
       },
       amina, PlaceGoal{of<GoalId>(2), words(1, "Sleep better")}, "CM9"},
      {"CM9 a goal's id is used once",
       [](Story& s) {
         s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Sleep")});
       },
       amina, PlaceGoal{of<GoalId>(1), words(2, "Eat")}, "CM9"},
      {"CM10 fourteen hours east is somewhere",
       nullptr,
       amina,
       tie(1, "Mum"),
       "agreed",
       {.offset_min = 14 * 60}},
      {"CM10 fourteen hours west too", nullptr, amina, tie(1, "Mum"), "agreed", {.offset_min = -14 * 60}},
      {"CM10 further east is nowhere", nullptr, amina, tie(1, "Mum"), "CM10", {.offset_min = 14 * 60 + 1}},
      {"CM10 further west is nowhere", nullptr, amina, tie(1, "Mum"), "CM10", {.offset_min = -14 * 60 - 1}},
  };
  check(cases);
}

TEST(Deciding, CM9_the_words_of_one_thing_never_become_the_words_of_another) {
  auto s = begun();
  auto const first = s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Sleep better")});
  EXPECT_EQ(outcome(s.ask(amina, PlaceGoal{of<GoalId>(2), words(1, "Eat better")}, {.base = {first}})),
            "CM9");
}

TEST(Deciding, CM9_an_id_taken_out_of_sight_changes_nothing_there) {
  auto s = begun();
  s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Mine")});
  s.told(amina, grant(1, ben, set_of(Part::together), set_of(Part::together)));
  s.told(ben, Raise{of<TalkId>(1), TalkAbout::asked_for, words(1, "Ben's")});
  auto const& row = s.record.statements.at(of<StatementId>(1));
  ASSERT_EQ(row.versions.size(), 1u);
  EXPECT_EQ(row.versions.front().words.text, "Mine");
}

TEST(Deciding, SH13_the_name_a_practitioner_had_is_kept_with_their_first_line) {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::plan), set_of(Part::plan)));
  auto const goal = [](std::uint64_t n) { return PlaceGoal{of<GoalId>(n), words(n, "Walk")}; };
  EXPECT_EQ(facts(s.ask(ben, goal(1))), "goal_placed statement_worded") << "known since the grant";
  Who const renamed{ben.account, ben.role, "Ben Okafor"};
  EXPECT_EQ(facts(s.ask(renamed, goal(2))), "member_named goal_placed statement_worded");
  EXPECT_EQ(facts(s.ask(amina, goal(3))), "goal_placed statement_worded") << "the person is never a member";
  EXPECT_EQ(s.record.members.at(ben.account).name.text, "Ben Okafor");
}

TEST(Deciding, an_event_says_which_command_who_and_on_which_day) {
  auto s = begun();
  auto const decision = s.ask(amina, PlaceGoal{of<GoalId>(1), words(1, "Walk")}, {.offset_min = 13 * 60});
  auto const& events = std::get<Agreed>(decision).events;
  ASSERT_EQ(events.size(), 2u);
  for (std::uint32_t n = 0; n < 2; ++n) {
    EXPECT_EQ(events[n].command, s.last);
    EXPECT_EQ(events[n].n, n);
    EXPECT_EQ(events[n].actor, amina.account);
    EXPECT_EQ(events[n].day_made, plus_days(monday, 1))
        << "noon in London is past midnight thirteen hours east";
  }
}

TEST(Deciding, the_day_a_command_was_made_is_never_later_than_tomorrow) {
  struct {
    char const* sentence;
    std::int64_t made_ms;
    std::int32_t offset_min;
    Day day;
  } const rows[] = {
      {"now, in London", 0, 0, monday},
      {"a week ago, without a signal", -7 * day_ms, 0, plus_days(monday, -7)},
      {"a clock a year ahead", 365 * day_ms, 0, plus_days(monday, 1)},
      {"just before midnight, an hour east", 12 * hour_ms - 1, 60, plus_days(monday, 1)},
      {"just before midnight here", 12 * hour_ms - 1, 0, monday},
  };
  for (auto const& row : rows) {
    Command command;
    command.made_at = Instant{monday_noon.ms + row.made_ms};
    command.offset_min = row.offset_min;
    EXPECT_EQ(day_made(command, monday_noon), row.day) << row.sentence;
  }
  Command command;
  command.made_at = Instant{0};
  command.offset_min = -60;
  EXPECT_EQ(day_made(command, monday_noon), *Day::of_count(-1)) << "before 1970 days count down";
}

}  // namespace
}  // namespace kith
