// Seeded days: whatever the network does, devices end with what they may see, and a command is done once.
#include "sim/day.hpp"

#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "sim/server.hpp"

namespace kith::sim {
namespace {

TEST(Day, SY5_DV2_DV3_DV4_hold_on_fixed_days) {
  int apart = 0, undone = 0, agreed = 0, refused = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    auto const day = live(seed);
    for (auto const& what : day.broken) ADD_FAILURE() << "seed " << seed << ": " << what;
    apart += day.apart, undone += day.undone, agreed += day.agreed, refused += day.refused_there;
  }
  EXPECT_GT(agreed, 1000);
  EXPECT_GT(apart, 0) << "days without two hands on one thing test too little";
  EXPECT_GT(undone, 0);
  EXPECT_GT(refused, 0);
}

TEST(Day, DV2_holds_when_almost_nothing_arrives) {
  Misfortunes const storm{60, 60, 40, 20, 15, 90};
  for (std::uint64_t seed = 100; seed < 104; ++seed) {
    for (auto const& what : live(seed, 12, storm).broken) ADD_FAILURE() << "seed " << seed << ": " << what;
  }
}

TEST(Day, the_same_seed_is_the_same_day) {
  auto const once = live(4711, 6), again = live(4711, 6);
  EXPECT_EQ(once.agreed, again.agreed);
  EXPECT_EQ(once.lost, again.lost);
  EXPECT_EQ(once.given_back, again.given_back);
}

TEST(Day, ST4_words_written_apart_stand_side_by_side_on_every_device) {
  using namespace story;
  Inhabitant const person{amina.account, Role::person, {"Amina"}};
  Server server(the_record, {person});
  auto const say = [&](std::uint64_t n, Ask ask, std::vector<Version> base = {}) {
    Command const command{of<CommandId>(n), monday_noon, 0, {}, std::move(base), std::move(ask)};
    return server.commands(person, {command}, monday_noon)->answers.front().fate;
  };
  auto const goal = [](char const* text) { return WordStatement{words(1, text), Place::goal, {}}; };
  say(1, StartRecord{{"Amina"}, true, false, {}, {}});
  say(2, PlaceGoal{of<GoalId>(1), words(1, "Walk")});
  EXPECT_EQ(say(3, goal("Walk on Mondays"), {of<CommandId>(2)}), CommandFate::agreed) << "on the phone";
  EXPECT_EQ(say(4, goal("Walk with Sue"), {of<CommandId>(2)}), CommandFate::changed_apart)
      << "on the tablet, offline";
  EXPECT_EQ(say(4, goal("Walk with Sue"), {of<CommandId>(2)}), CommandFate::changed_apart) << "sent again";
  auto const patch = server.sync(person, "", monday_noon);
  auto const heads = patch->put.statements.at(of<StatementId>(1)).heads();
  ASSERT_EQ(heads.size(), 2u);
  EXPECT_EQ(heads[0]->words.text, "Walk on Mondays");
  EXPECT_EQ(heads[1]->words.text, "Walk with Sue");
}

}  // namespace
}  // namespace kith::sim
