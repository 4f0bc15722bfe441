// The view as JSON: the shape of spec/view.md, and no number about a person. Rule VW4.
#include "wire/view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/record/made_up_test.hpp"
#include "core/record/story_test.hpp"

namespace kith::wire {
namespace {

using namespace story;

Json view_json(Story const& s, Who const& who) {
  auto const say = [](std::vector<Message> const&) { return std::string("sentence"); };
  auto const view = view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say});
  EXPECT_TRUE(view);
  return view ? write_view(*view) : Json();
}

// Every number, by the names of the members that lead to it.
void numbers_in(Json const& json, std::string const& path, std::vector<std::string>& found) {
  if (json.is_number()) found.push_back(path);
  if (auto const* object = json.get_ptr<Json::object_t const*>())
    for (auto const& [name, value] : *object) numbers_in(value, path + "." + name, found);
  if (auto const* list = json.get_ptr<Json::array_t const*>())
    for (auto const& value : *list) numbers_in(value, path, found);
}

TEST(ViewJson, VW4_no_number_in_it_counts_or_judges_a_person) {
  std::vector<std::string> const said = {".circle.ties.rings.everyday",  ".circle.ties.rings.hard_times",
                                         ".circle.ties.angles.everyday", ".circle.ties.angles.hard_times",
                                         ".preferences.near.lat_udeg",   ".preferences.near.lon_udeg",
                                         ".preferences.near.how_far_m",  ".preferences.near.age",
                                         ".visits.meetings.minute",      ".ideas.active_soft_max"};
  std::size_t numbers = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    auto s = begun();
    MadeUp up(seed, {ben.account, cara.account});
    for (int line = 0; line < 200; ++line) {
      auto made = up.command(s.shown_to(amina), amina.reader(), s.now);
      s.ask(amina, made.ask, {made.voice, made.base, 0, made.id});
    }
    std::vector<std::string> found;
    numbers_in(view_json(s, amina), "", found);
    numbers += found.size();
    for (auto const& path : found)
      EXPECT_NE(std::ranges::find(said, path), said.end()) << path << " is a number nobody said";
  }
  EXPECT_GT(numbers, 50u);
}

TEST(ViewJson, has_the_members_of_its_page_and_lists_that_are_never_absent) {
  auto const view = view_json(begun(), amina);
  std::vector<std::string> names;
  for (auto const& [name, value] : *object_of(view)) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{
                       "about_me", "circle", "copied",  "followups",  "ideas",       "joining",  "matters",
                       "messages", "pause",  "person",  "plan",       "preferences", "prepared", "reach",
                       "reviews",  "safety", "sharing", "supporters", "talk",        "visits",   "waiting"}));
  for (auto const* path : {"/circle/ties",
                           "/circle/links",
                           "/circle/sentence/statements",
                           "/matters/enjoyed",
                           "/preferences/access",
                           "/ideas/chosen",
                           "/plan/goals",
                           "/plan/steps",
                           "/plan/promises",
                           "/followups/rows",
                           "/talk",
                           "/sharing/grants",
                           "/sharing/members",
                           "/visits/meetings",
                           "/waiting",
                           "/person/can",
                           "/copied",
                           "/joining",
                           "/messages/rows",
                           "/messages/to",
                           "/reach/ways"}) {
    Json::json_pointer const pointer(path);
    ASSERT_TRUE(view.contains(pointer)) << path;
    EXPECT_TRUE(view.at(pointer).is_array()) << path;
  }
  EXPECT_EQ(view["circle"]["maps"].size(), 2u);
  EXPECT_EQ(view["matters"]["supports"].size(), 3u);
  EXPECT_TRUE(view["followups"]["question"].is_null());
  EXPECT_TRUE(view["visits"]["open"].is_null());
  EXPECT_EQ(view["person"]["reader"], "person");
  EXPECT_EQ(view["person"]["me"], "person");
}

}  // namespace
}  // namespace kith::wire
