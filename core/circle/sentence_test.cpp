#include "core/circle/sentence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace kith {
namespace {

using enum TieKind;
using enum Frequency;
constexpr auto L = Support::illness;
constexpr auto V = Support::everyday;
constexpr auto E = Support::emotional;

// "key: name, name | key | …", without the prefix all keys share.
std::string outline(std::vector<Message> const& messages, std::string_view prefix) {
  std::string text;
  for (auto const& message : messages) {
    text += (text.empty() ? "" : " | ") + message.key.substr(prefix.size());
    for (auto const& arg : message.args) {
      std::string names;
      for (auto const& name : std::get<std::vector<std::string>>(arg.value))
        names += (names.empty() ? "" : ", ") + name;
      text += ": " + names;
    }
  }
  return text;
}
std::string sentence(CircleDrawing const& drawing) {
  return outline(describe(drawing).sentence, "circle.shows.");
}
CircleTie tie(char const* name, TieKind kind, std::optional<Frequency> often = {}, SupportSet support = {}) {
  return {name, {kind, often, support}, {}};
}

struct Case {
  char const* title;
  CircleDrawing drawing;
  char const* outline;
};
constexpr auto everyday = Occasion::everyday;
constexpr auto hard_times = Occasion::hard_times;

TEST(KindSentence, says_what_is_there) {
  Case const cases[] = {
      {"CI14 an empty circle is welcomed", {}, "welcome | welcome_anything"},
      {"CI14 an empty circle in hard times too", {true, hard_times, {}}, "welcome | welcome_anything"},
      {"CI14 a circle that is not finished is described as begun",
       {false, everyday, {tie("Mum", parent, daily, supports(E)), tie("Biscuit", pet)}},
       "begun | help.emotional: Mum | home_too: Biscuit | no_hurry"},
      {"CI12 a dog and a park are what there is",
       {true, everyday, {tie("Biscuit", pet, daily), tie("the park", place, daily)}},
       "home: Biscuit, the park | belongs"},
      {"CI15 hard times are named as such",
       {true, hard_times, {tie("Mum", parent, daily, supports(V, E))}},
       "hard_times | help.everyday_and_emotional: Mum | hard_times_enough"},
      {"CI11 somebody seen rarely is held, not missed",
       {true, everyday, {tie("Kofi", friend_, rarely)}},
       "holds: Kofi | belongs"},
      {"CI11 practitioners are there through their work",
       {true, everyday, {tie("Amina", practitioner, weekly), tie("Dr Lee", practitioner, few_times_a_year)}},
       "their_work: Amina | holds_too: Dr Lee | belongs"},
      {"CI11 each is named once, where it matters most",
       {true,
        everyday,
        {tie("Mum", parent, daily, supports(E)), tie("Dev", friend_, weekly), tie("Choir", group, weekly),
         tie("Kofi", friend_, monthly), tie("Rex", pet, daily, supports(E)), tie("Pond", place)}},
       "open.together.friends | help.emotional: Mum, Rex | often: Dev | part_of: Choir | holds_too: Kofi | "
       "home_too: Pond"},
      {"CI11 each helps in their own way",
       {true,
        everyday,
        {tie("Mum", parent, daily, supports(E)), tie("Amina", practitioner, weekly, supports(L))}},
       "open.family | help.own_way: Mum, Amina"},
      {"CI11 colleagues are not called friends",
       {true, everyday, {tie("Ann", colleague, weekly, supports(V)), tie("Bo", neighbour, weekly)}},
       "open.others | help.everyday: Ann | often: Bo"},
      {"CI11 a group alone", {true, everyday, {tie("Choir", group, weekly)}}, "part_of: Choir | belongs"},
      {"CI11 names are tidied, and the same name is said once",
       {true, everyday, {tie("  Mum \n dear ", parent, daily), tie("Mum dear", parent, daily)}},
       "open.family | often: Mum dear"},
  };
  for (auto const& row : cases) EXPECT_EQ(sentence(row.drawing), row.outline) << row.title;
}

TEST(KindSentence, names_stand_in_the_order_of_the_rings) {
  CircleDrawing drawing{true, everyday, {tie("Far", friend_, weekly), tie("Near", friend_, weekly)}};
  drawing.ties[0].ring = Ring::outer;
  drawing.ties[1].ring = Ring::inner;
  EXPECT_EQ(sentence(drawing), "open.friends | often: Near, Far");
}

TEST(KindSentence, CI12_many_people_are_some_and_others_but_every_place_is_named) {
  CircleDrawing drawing;
  for (int n = 0; n < 12; ++n) {
    drawing.ties.push_back(
        tie(("Friend" + std::string(1, static_cast<char>('a' + n))).c_str(), friend_, weekly));
    drawing.ties.push_back(tie(("Place" + std::string(1, static_cast<char>('a' + n))).c_str(), place));
  }
  EXPECT_EQ(sentence(drawing),
            "open.friends | often: Frienda, Friendb, Friendc, Friendd, Friende, Friendf, Friendg, Friendh | "
            "others | "
            "home_too: Placea, Placeb, Placec, Placed, Placee, Placef, Placeg, Placeh | "
            "home_more: Placei, Placej, Placek, Placel");
}

CircleDrawing random_drawing(std::mt19937& random) {
  CircleDrawing drawing;
  drawing.finished = random() % 10 != 0;
  drawing.occasion = random() % 4 ? everyday : hard_times;
  drawing.ties.resize(random() % 41);
  int n = 0;
  for (auto& t : drawing.ties) {
    t.name = "Name" + std::to_string(n++) + (random() % 3 ? "" : " of more words");
    t.facts.kind = static_cast<TieKind>(random() % count_of<TieKind>);
    if (random() % 8) t.facts.frequency = static_cast<Frequency>(random() % count_of<Frequency>);
    t.facts.support.bits = static_cast<std::uint8_t>(random() % 2 ? 0 : random() % 8);
    if (random() % 4) t.ring = static_cast<Ring>(1 + random() % 3);
  }
  return drawing;
}

TEST(KindSentence, CI12_CI13_every_valued_entry_is_named_and_no_list_is_long) {
  unsigned const seed = 815;
  std::mt19937 random(seed);
  for (int n = 0; n < 3000; ++n) {
    auto const drawing = random_drawing(random);
    std::multiset<std::string> named;
    for (auto const& message : describe(drawing).sentence) {
      for (auto const& arg : message.args) {
        auto const& names = std::get<std::vector<std::string>>(arg.value);
        auto words = names.size() > 1;
        std::size_t total = words;
        for (auto const& name : names)
          total += 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
        ASSERT_LE(total, static_cast<std::size_t>(names_words_max)) << "seed " << seed << ", circle " << n;
        named.insert(names.begin(), names.end());
      }
    }
    for (auto const& t : drawing.ties) {
      bool const valued = family_of(t.facts.kind) == TieFamily::valued;
      ASSERT_LE(named.count(t.name), 1u) << "seed " << seed << ", circle " << n << ", " << t.name;
      ASSERT_GE(named.count(t.name), valued ? 1u : 0u)
          << "seed " << seed << ", circle " << n << ", " << t.name;
    }
  }
}

TEST(KindSentence, CI16_an_entry_without_a_name_is_called_by_what_it_is) {
  Catalogue const words(CatalogueLanguage::en,
                        {{"circle.unnamed.friend", "{n, plural, one {a friend} other {friends}}"},
                         {"circle.unnamed.pet", "{n, plural, one {a pet} other {pets}}"}});
  CircleDrawing const drawing{
      true,
      everyday,
      {tie("", friend_, weekly), tie(" ", friend_, weekly), tie("", pet), tie("Dev", friend_, weekly)}};
  EXPECT_EQ(sentence(with_names(drawing, words)), "open.friends | often: friends, Dev | home_too: a pet");
}

TEST(KindSentence, CI1_the_reasons_name_the_entries_that_decided) {
  CircleDrawing const drawing{
      true,
      everyday,
      {tie("Mum", parent, daily, supports(E)), tie("Dev", friend_, monthly), tie("Choir", group, monthly),
       tie("GP", practitioner, rarely), tie("Rex", pet, daily)}};
  auto const description = describe(drawing);
  EXPECT_EQ(description.type, CircleType::friend_family_supported);
  EXPECT_EQ(outline(description.because, "circle.because."),
            "family: Mum | other_people: Dev | groups: Choir | frequent: Mum | frequent_supporting: Mum | "
            "not_active: GP | valued: Rex");
  EXPECT_EQ(outline(describe({}).because, "circle.because."), "empty");
}

}  // namespace
}  // namespace kith
