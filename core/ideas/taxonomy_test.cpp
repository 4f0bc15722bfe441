#include "core/ideas/taxonomy.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kith::ideas {
namespace {

TEST(Taxonomy, ID1_thirteen_themes_reach_all_six_categories) {
  EXPECT_EQ(count_of<Theme>, 13u);
  EXPECT_EQ(count_of<Category>, 6u);
  std::set<Category> reached;
  for (auto const theme : all<Theme>()) reached.insert(category_of(theme));
  EXPECT_EQ(reached.size(), 6u);
}

TEST(Taxonomy, ID1_the_published_themes_switch_on_their_published_sub_categories) {
  using enum SubCategory;
  struct Case {
    Theme theme;
    SubCategorySet published;
  };
  Case const cases[] = {
      {Theme::making_and_creating, sub_categories(reading_and_writing, arts_and_crafts, drama_and_music)},
      {Theme::being_sociable, sub_categories(social_clubs)},
      {Theme::understanding_my_health, sub_categories(health_conditions)},
      {Theme::weight, sub_categories(weight_management)},
      {Theme::getting_fitter, sub_categories(fitness_and_exercise, swimming, walking_and_outdoors)},
      {Theme::learning_something, sub_categories(education_and_learning)},
      {Theme::looking_after_somebody, sub_categories(support_for_carers)},
      {Theme::rarely_seeing_people, sub_categories(counselling, befriending)},
      {Theme::staying_independent, sub_categories(home_support, money_and_benefits)},
      {Theme::getting_about, sub_categories(community_transport)},
      {Theme::helping_others, sub_categories(SubCategory::volunteering)},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(switched_on_by(c.theme).bits & c.published.bits, c.published.bits) << name_of(c.theme);
  }
}

TEST(Taxonomy, ID1_every_sub_category_but_residential_care_is_switched_on_by_a_theme) {
  for (auto const one : all<SubCategory>()) {
    bool reached = false;
    for (auto const theme : all<Theme>()) reached = reached || switched_on_by(theme).has(one);
    EXPECT_EQ(reached, one != SubCategory::residential_care) << name_of(one);
  }
}

TEST(Taxonomy, a_set_knows_its_members_and_its_first) {
  auto const set = sub_categories(SubCategory::faith, SubCategory::swimming);
  EXPECT_TRUE(set.has(SubCategory::faith));
  EXPECT_FALSE(set.has(SubCategory::libraries));
  EXPECT_EQ(set.first(), SubCategory::swimming);
  EXPECT_EQ(SubCategorySet{}.first(), std::nullopt);
}

}  // namespace
}  // namespace kith::ideas
