#include "wire/device.hpp"

#include <gtest/gtest.h>

#include <set>

#include "wire/view.hpp"

namespace kith::wire {
namespace {

Json parsed(std::string const& text) { return std::get<Json>(read_json(text)); }

TEST(read_input, DV9_an_input_the_machine_cannot_read_is_refused) {
  for (
      auto const* text :
      {"{}", R"({"in":"shaken"})", R"({"in":"tapped"})", R"({"in":"clock"})",
       R"({"in":"clock","now":"yesterday"})", R"({"in":"patch","cookie":"a"})",
       R"({"in":"patch","cookie":"a","keep_until":"2026-12-22T00:00:00.000Z","put":[{"key":"tie:1"}],"del":[]})"}) {
    auto const read = read_input(parsed(text));
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << text;
    EXPECT_EQ(std::get<Refusal>(read).rule, "DV9") << text;
  }
  EXPECT_TRUE(std::holds_alternative<DeviceInput>(read_input(parsed(R"({"in":"changed"})"))));
}

TEST(read_opening, DV9_what_is_stored_and_cannot_be_read_is_asked_for_again) {
  std::string const opening =
      R"({"record":"11111111-1111-4111-8111-111111111111","now":"2026-11-22T10:00:00.000Z",
    "reader":{"account":"22222222-2222-4222-8222-222222222222","role":"person","name":"Sam"},
    "zone":{"transitions":[]},"stored":{"cookie":"abc","row:tie:1":{"not":"a tie"}}})";
  auto const read = read_opening(parsed(opening));
  ASSERT_TRUE(std::holds_alternative<Device>(read));
  EXPECT_EQ(std::get<Device>(read).cookie, "");
}

// Every number in a view, with the name it stands under.
void numbers_in(Json const& json, std::string const& name, std::set<std::string>& names) {
  if (json.is_number()) names.insert(name);
  if (auto const* list = json.get_ptr<Json::array_t const*>())
    for (auto const& item : *list) numbers_in(item, name, names);
  if (auto const* object = json.get_ptr<Json::object_t const*>())
    for (auto const& [key, value] : *object) numbers_in(value, key, names);
}

TEST(write_view, VW4_holds_no_number_about_a_person) {
  View view;
  view.circle.ties.emplace_back();
  view.circle.ties[0].rings = {Ring::inner, Ring::outer};
  view.circle.ties[0].angles = {10, 20};
  view.ideas.chosen.emplace_back();
  view.plan.goals.emplace_back();
  view.plan.goals[0].steps.emplace_back();
  view.followups.question = QuestionView{"went", {FollowUpItem{}}};
  view.visits.meetings.push_back({{}, {}, {}, 600, {}, {}, {}});
  view.preferences.near = {ideas::NearKind::point, {}, 1, 2, 3, 4};
  std::set<std::string> names;
  numbers_in(write_view(view), "", names);
  // Where things stand, when to meet, where somebody is and what they said of themself; nothing else is a
  // number.
  EXPECT_EQ(names, (std::set<std::string>{"active_soft_max", "age", "everyday", "hard_times", "how_far_m",
                                          "lat_udeg", "lon_udeg", "minute"}));
}

}  // namespace
}  // namespace kith::wire
