// The demo's stories, told through the same door as a tap: nobody's line is refused, and each shows what it
// is there for.
#include "main/demo_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "main/demo_directory.hpp"

namespace kith {
namespace {

std::string story_file() {
  std::ifstream const file(KITH_DEMO_PEOPLE);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class DemoStoryTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto pattern = (std::filesystem::temp_directory_path() / "kith-stories-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    house = std::make_unique<House>(
        HouseOptions{folder, sqlite::Open::create, "Europe/London", identity::Links::let_in});
    load_demo_directory(*house);
    people = tell_stories(*house, story_file());
  }
  static void TearDownTestSuite() {
    house.reset();
    std::filesystem::remove_all(folder);
  }

  static DemoPerson const& person(std::string_view name) {
    return *std::ranges::find_if(people, [&](auto const& one) { return one.name.starts_with(name); });
  }
  static app::Caller caller(std::string_view name) {
    auto const& one = person(name);
    return {one.account, *named<Role>(one.role), Name{one.name}, {}, one.record};
  }
  // What `reader` sees in the record of `whose`.
  static std::optional<View> seen(std::string_view reader, std::string_view whose) {
    return house->records.view(
        caller(reader), *person(whose).record,
        [](std::vector<Message> const& sentence) { return say_all(sentence, house->catalogue); });
  }
  static View own(std::string_view name) { return *seen(name, name); }

  static inline std::filesystem::path folder;
  static inline std::unique_ptr<House> house;
  static inline std::vector<DemoPerson> people;
};

TEST_F(DemoStoryTest, four_people_have_records_and_everybody_has_a_card_of_three_lines) {
  EXPECT_EQ(std::ranges::count_if(people, [](auto const& one) { return one.record.has_value(); }), 4);
  for (auto const& one : people) {
    ASSERT_EQ(one.card.size(), 3u) << one.name;
    for (auto const& line : one.card) EXPECT_NE(say(Message{line, {}}, house->catalogue), line) << one.name;
  }
}

TEST_F(DemoStoryTest, there_is_a_facilitator_a_curator_and_an_administrator) {
  for (auto const* role : {"practitioner", "curator", "administrator"}) {
    EXPECT_TRUE(std::ranges::any_of(people, [&](auto const& one) { return one.role == role; })) << role;
  }
}

TEST_F(DemoStoryTest, joy_is_here_for_the_first_time_and_meets_somebody_today) {
  auto const view = own("Joy");
  EXPECT_TRUE(view.circle.ties.empty());
  EXPECT_TRUE(view.plan.goals.empty());
  EXPECT_EQ(view.followups.question, std::nullopt);
  ASSERT_EQ(view.visits.meetings.size(), 1u);
  EXPECT_EQ(view.visits.meetings.front().day, view.person.started_on);
}

TEST_F(DemoStoryTest, sam_is_asked_today_how_one_idea_went) {
  auto const view = own("Sam");
  EXPECT_TRUE(view.circle.maps.front().finished);
  ASSERT_NE(view.followups.question, std::nullopt);
  EXPECT_EQ(view.followups.question->kind, "went");
  EXPECT_EQ(view.followups.question->items.size(), 1u);
  ASSERT_EQ(view.ideas.chosen.size(), 1u);
  EXPECT_TRUE(view.ideas.chosen.front().companion);
  EXPECT_FALSE(view.talk.empty());
}

TEST_F(DemoStoryTest, priya_has_both_circles_and_one_goal_in_two_wordings) {
  auto const view = own("Priya");
  for (auto const& map : view.circle.maps) EXPECT_TRUE(map.finished);
  EXPECT_GE(view.circle.ties.size(), 15u);
  auto const apart = [](GoalView const& goal) { return goal.statement && goal.statement->apart; };
  EXPECT_EQ(std::ranges::count_if(view.plan.goals, apart), 1);
  EXPECT_EQ(view.followups.question, std::nullopt);
}

TEST_F(DemoStoryTest, SH4_priyas_private_tie_is_seen_by_nobody_else) {
  auto const hidden = [](View const& view) {
    return std::ranges::any_of(view.circle.ties, [](TieView const& tie) { return tie.is_private; });
  };
  EXPECT_TRUE(hidden(own("Priya")));
  auto const amina = seen("Amina", "Priya");
  ASSERT_TRUE(amina);
  EXPECT_FALSE(hidden(*amina));
  EXPECT_LT(amina->circle.ties.size(), own("Priya").circle.ties.size());
}

TEST_F(DemoStoryTest, marek_was_content_with_his_circle) {
  auto const view = own("Marek");
  EXPECT_EQ(view.circle.sentence.feels, Feels::yes);
  EXPECT_TRUE(view.plan.goals.empty());
  EXPECT_TRUE(view.ideas.chosen.empty());
  EXPECT_EQ(view.followups.question, std::nullopt);
}

TEST_F(DemoStoryTest, every_chosen_idea_is_in_the_towns_directory_under_its_name) {
  for (auto const* name : {"Sam", "Priya"}) {
    for (auto const& idea : own(name).ideas.chosen) {
      if (idea.own) continue;
      auto const service = house->directory_store.find(*idea.service);
      ASSERT_TRUE(service) << idea.name;
      EXPECT_EQ(service->name, idea.name);
    }
  }
}

TEST_F(DemoStoryTest, two_places_were_reported_and_the_curator_has_them_to_look_at) {
  EXPECT_EQ(house->directory_store.reports(app::curator_rows_max).size(), 2u);
}

TEST_F(DemoStoryTest, a_demo_whose_folder_was_kept_goes_on_with_the_people_it_has) {
  auto const again = tell_stories(*house, story_file());
  ASSERT_EQ(again.size(), people.size());
  for (std::size_t n = 0; n < people.size(); ++n) {
    EXPECT_EQ(again[n].account, people[n].account);
    EXPECT_EQ(again[n].record, people[n].record);
    EXPECT_NE(again[n].link, people[n].link);
  }
}

TEST_F(DemoStoryTest, SH3_the_curator_and_the_administrator_read_nobody) {
  for (auto const* reader : {"Carol", "Nye"})
    for (auto const* whose : {"Joy", "Sam", "Priya", "Marek"})
      EXPECT_EQ(seen(reader, whose), std::nullopt) << reader;
}

}  // namespace
}  // namespace kith
