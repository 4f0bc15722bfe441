// What a reason says once its names and metres are words.
#include "wire/idea.hpp"

#include <gtest/gtest.h>

namespace kith::wire {
namespace {

Catalogue const words(CatalogueLanguage::en, {{"ideas.because.theme_yes", "You said yes to {theme}."},
                                              {"ideas.because.near", "Not far: {distance}."},
                                              {"ideas.because.company", "{name} would come along."},
                                              {"ideas.because.day", "Open on {days}."},
                                              {"ideas.because.not_said", "It does not say {things}."},
                                              {"ideas.not_said.pay", "what it costs"},
                                              {"ideas.not_said.group", "how many come"},
                                              {"day.weekday.tuesday", "Tuesday"},
                                              {"theme.getting_fitter", "moving more"},
                                              {"distance.very_near", "very near"},
                                              {"distance.half_a_mile", "half a mile"},
                                              {"distance.mile", "1 mile"},
                                              {"distance.miles", "{miles} miles"}});

std::string said(Message reason) {
  ideas::Idea idea;
  idea.reasons = {std::move(reason)};
  Json const out = write_idea(idea, ideas::Service{}, words);
  return out["reasons"][0].get_ref<Json::string_t const&>();
}

TEST(Idea, ID19_says_a_theme_as_the_catalogue_calls_it) {
  EXPECT_EQ(said({"ideas.because.theme_yes", {{"theme", std::string("getting_fitter")}}}),
            "You said yes to moving more.");
}

TEST(Idea, ID19_leaves_the_persons_own_word_as_it_is) {
  EXPECT_EQ(said({"ideas.because.company", {{"name", std::string("Dev")}}}), "Dev would come along.");
}

TEST(Idea, ID29_ID31_says_days_and_what_is_not_known_in_words) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(said({"ideas.because.day", {{"days", Names{"tuesday"}}}}), "Open on Tuesday.");
  EXPECT_EQ(said({"ideas.because.not_said", {{"things", Names{"pay", "group"}}}}),
            "It does not say what it costs and how many come.");
}

TEST(Idea, ID19_says_metres_as_miles) {
  struct Case {
    std::int64_t distance_m;
    char const* words;
  };
  Case const cases[] = {{0, "very near"},     {159, "very near"},         {805, "half a mile"},
                        {1290, "0.8 miles"},  {1609, "1 mile"},           {3219, "2 miles"},
                        {3540, "2.2 miles"},  {16'000, "9.9 miles"},      {16'093, "10 miles"},
                        {32'000, "20 miles"}, {20'040'000, "12452 miles"}};
  for (auto const& one : cases) {
    EXPECT_EQ(said({"ideas.because.near", {{"distance_m", one.distance_m}}}),
              std::string("Not far: ") + one.words + ".")
        << one.distance_m;
  }
}

}  // namespace
}  // namespace kith::wire
