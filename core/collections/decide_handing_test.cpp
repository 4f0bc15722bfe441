// A collection, and handing one over: rules CO1, CO2, CO6 and CO7 (spec/collections.md).
#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

CollectionLine line(std::uint64_t n) { return {of<ServiceId>(n), {"Place " + std::to_string(n)}, {}}; }
Collection list(std::uint64_t id, std::size_t lines = 1) {
  Collection made{of<CollectionId>(id), {"Things for young parents near Leigh"}, false, {}};
  for (std::size_t n = 0; n < lines; ++n) made.lines.push_back(line(n));
  return made;
}
std::string rule_of(std::optional<Refusal> const& refusal) {
  return refusal ? std::string(refusal->rule) : "";
}

TEST(Collections, CO1_a_list_has_a_name_at_most_40_lines_and_each_place_once) {
  auto nameless = list(1), twice = list(1);
  nameless.name.text = "  ", twice.lines.push_back(line(0));
  struct Case {
    char const* sentence;
    Collection list;
    char const* rule;
  };
  Case const cases[] = {{"a list of one", list(1), ""},          {"one that is only begun", list(1, 0), ""},
                        {"CO1 forty", list(1, 40), ""},          {"CO1 more than forty", list(1, 41), "CO1"},
                        {"CO1 without a name", nameless, "CO1"}, {"CO1 one place twice", twice, "CO1"}};
  for (auto const& one : cases) {
    Collections all;
    EXPECT_EQ(rule_of(put(all, one.list)), one.rule) << one.sentence;
  }
}

TEST(Collections, CO2_an_account_has_at_most_24_and_each_is_put_in_its_own_place) {
  Collections all;
  for (std::uint64_t n = 1; n <= collections_per_account_max; ++n) EXPECT_EQ(rule_of(put(all, list(n))), "");
  EXPECT_EQ(rule_of(put(all, list(99))), "CO2");
  auto changed = list(3, 5);
  changed.name.text = "Quiet places";
  EXPECT_EQ(rule_of(put(all, changed)), "") << "one that is there can always be changed";
  EXPECT_EQ(all.list[2], changed);
  EXPECT_EQ(all.list.size(), collections_per_account_max);
}

HandCollection handing(std::uint64_t id = 1, std::size_t lines = 2) {
  return {of<HandingId>(id), {"To try"}, list(1, lines).lines};
}
PutAwayHanded put_away() { return {of<HandingId>(1)}; }
void let_in(Story& s) { s.told(amina, grant(1, ben, set_of(Part::ideas), set_of(Part::ideas))); }

TEST(Collections, CO6_CO7_who_hands_a_list_over_and_who_puts_it_away) {
  auto const handed = [](Story& s) { let_in(s), s.told(ben, handing()); };
  auto const others_let_in = [](Story& s) {
    let_in(s), s.told(amina, grant(2, cara, set_of(Part::ideas), {})), s.told(ben, handing());
  };
  Case const cases[] = {
      {"CO6 somebody who may say what could be done", let_in, ben, handing(), "agreed"},
      {"SH8 nobody else", nullptr, ben, handing(), "CM8"},
      {"CO6 a list of one's own is a list already", nullptr, amina, handing(), "CO6"},
      {"CO6 an empty list is none", let_in, ben, handing(1, 0), "CO6"},
      {"CO1 nor one of 41", let_in, ben, handing(1, 41), "CO1"},
      {"CM9 it is handed over once", handed, ben, handing(), "CM9"},
      {"CO7 the person puts it away", handed, amina, put_away(), "agreed"},
      {"CO7 or who handed it over", handed, ben, put_away(), "agreed"},
      {"SH8 and nobody else", others_let_in, cara, put_away(), "SH8"},
      {"CM8 what is not there is not put away", let_in, amina, put_away(), "CM8"},
  };
  check(cases);
}

View seen_by(Story const& s, Who const& who) {
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  return *view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say});
}

TEST(Collections, CO6_it_is_seen_among_the_ideas_with_who_it_is_from) {
  auto s = begun();
  let_in(s);
  s.told(ben, handing());
  auto const handed = seen_by(s, amina).ideas.handed;
  ASSERT_EQ(handed.size(), 1u);
  auto const& one = handed.front();
  EXPECT_EQ(one.from_name, "Ben, link worker");
  EXPECT_EQ(one.title.text, "To try");
  EXPECT_EQ(one.lines.size(), 2u);
  s.told(amina, grant(2, cara, set_of(Part::plan), {}));
  EXPECT_TRUE(s.shown_to(cara).handed.empty()) << "SH1: ideas were not shared with Cara";
  s.told(amina, put_away());
  EXPECT_TRUE(seen_by(s, amina).ideas.handed.empty());
}

}  // namespace
}  // namespace kith
