// The matching rule, read aloud: one row of a table per thing the rule says (spec/ideas.md).
#include "core/ideas/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::ideas {
namespace {

Day const today = *day_of({2026, 11, 22});
Point const home{53'000'000, -2'000'000};

// A point this many metres north of home.
Point north(std::int32_t metres) { return {home.lat_udeg + metres * 9 - metres / 150, home.lon_udeg}; }

Service service(std::string name, SubCategorySet about, std::int32_t metres = 100) {
  Service made;
  made.id = service_id_of("test", name);
  made.name = std::move(name);
  made.sub_categories = about;
  made.point = north(metres);
  made.next_check = plus_days(today, 30);
  return made;
}
Service choir(std::string name = "Choir", std::int32_t metres = 100) {
  return service(std::move(name), sub_categories(SubCategory::drama_and_music), metres);
}

Preferences near_home() {
  Preferences wishes;
  wishes.near = NearKind::point;
  wishes.here = home;
  return wishes;
}
Preferences wishing(Theme theme, Answer answer) {
  auto wishes = near_home();
  wishes.set(theme, answer);
  return wishes;
}

Ideas match_all(std::vector<Service> const& services, Preferences const& wishes, std::size_t after = 0) {
  ServiceColumns columns;
  for (auto const& one : services) columns.add(one);
  columns.finish();
  return match(columns, wishes, today, after);
}

std::vector<std::string> named(Ideas const& answer, std::vector<Service> const& services) {
  std::vector<std::string> found;
  for (auto const& idea : answer.ideas) {
    for (auto const& one : services) {
      if (one.id == idea.service) found.push_back(one.name);
    }
  }
  return found;
}
bool says(Idea const& idea, std::string_view key) {
  return std::ranges::any_of(idea.reasons,
                             [&](Reason const& r) { return r.key == "ideas.because." + std::string(key); });
}
using Names = std::vector<std::string>;

TEST(Match, ID5_and_ID6_and_ID7_and_ID8_the_score_adds_up) {
  struct Case {
    char const* sentence;
    std::optional<Answer> answer;
    bool wanted_back, company;
    std::int32_t metres;
    std::int32_t score;
  };
  Case const cases[] = {
      {"yes is 20", Answer::yes, false, false, 100, 20},
      {"maybe is 10", Answer::maybe, false, false, 100, 10},
      {"no answer is 0", {}, false, false, 100, 0},
      {"wanted back adds 3", Answer::yes, true, false, 100, 23},
      {"company adds 2", Answer::yes, false, true, 100, 22},
      {"both add 5", Answer::maybe, true, true, 100, 15},
      {"wanted back and company outweigh a no", Answer::no, true, true, 100, 5},
      {"at the distance set nothing is lost", Answer::yes, false, false, 4'990, 20},
      {"just short of two kilometres beyond nothing is lost", Answer::yes, false, false, 6'980, 20},
      {"two kilometres beyond lose one", Answer::yes, false, false, 7'020, 19},
      {"ten kilometres beyond lose five", Answer::yes, true, true, 15'050, 20},
      {"a maybe far away falls below nothing", Answer::maybe, false, false, 45'100, -10},
  };
  for (auto const& c : cases) {
    auto wishes = near_home();
    wishes.set(Theme::making_and_creating, c.answer);
    auto const one = choir("Choir", c.metres);
    if (c.wanted_back) wishes.wanted_back = sub_categories(SubCategory::drama_and_music);
    if (c.company) wishes.company = {{one.id, "Amir"}};
    auto const answer = match_all({one}, wishes);
    ASSERT_EQ(answer.ideas.size(), 1u) << c.sentence;
    EXPECT_EQ(answer.ideas[0].score, c.score) << c.sentence;
    EXPECT_EQ(says(answer.ideas[0], "wanted_back"), c.wanted_back) << c.sentence;
    EXPECT_EQ(says(answer.ideas[0], "company"), c.company) << c.sentence;
  }
}

TEST(Match, ID5_the_highest_answer_among_its_sub_categories_counts) {
  auto wishes = wishing(Theme::being_sociable, Answer::maybe);
  wishes.set(Theme::helping_others, Answer::yes);
  wishes.set(Theme::weight, Answer::no);
  auto const both = service("Both", sub_categories(SubCategory::social_clubs, SubCategory::volunteering,
                                                   SubCategory::weight_management));
  auto const answer = match_all({both}, wishes);
  ASSERT_EQ(answer.ideas.size(), 1u);
  EXPECT_EQ(answer.ideas[0].score, 20);
  EXPECT_TRUE(says(answer.ideas[0], "theme_yes"));
  EXPECT_FALSE(says(answer.ideas[0], "theme_maybe"));
}

TEST(Match, ID7_company_counts_for_that_idea_only) {
  auto const with = choir("With"), without = choir("Alone");
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.company = {{with.id, "Amir"}};
  EXPECT_EQ(named(match_all({with, without}, wishes), {with, without}), (Names{"With", "Alone"}));
}

TEST(Match, ID8_fifty_kilometres_beyond_the_distance_it_is_near_nobody) {
  auto const wishes = wishing(Theme::making_and_creating, Answer::yes);
  EXPECT_EQ(match_all({choir("Choir", 54'900)}, wishes).ideas.size(), 1u);
  EXPECT_EQ(match_all({choir("Choir", 55'200)}, wishes).ideas.size(), 0u);
}

TEST(Match, ID9_a_known_failure_is_left_out_and_counted_and_the_unknown_stays_below) {
  auto good = choir("Good", 900), unknown = choir("Unknown", 10), bad = choir("Bad", 5);
  good.access.set(AccessNeed::step_free, Known::yes);
  bad.access.set(AccessNeed::step_free, Known::no);
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.essential = access_needs(AccessNeed::step_free);
  std::vector const services = {good, unknown, bad};
  auto const answer = match_all(services, wishes);
  EXPECT_EQ(named(answer, services), (Names{"Good", "Unknown"}));
  EXPECT_EQ(answer.left_out, 1u);
  EXPECT_TRUE(says(answer.ideas[0], "access"));
  EXPECT_TRUE(says(answer.ideas[1], "ask_first"));
  EXPECT_EQ(answer.ideas[1].ask_first, access_needs(AccessNeed::step_free));
}

TEST(Match, ID9_only_what_would_have_been_suggested_is_counted_as_left_out) {
  auto far = choir("Far", 60'000), unwanted = service("Unwanted", sub_categories(SubCategory::swimming));
  far.access.set(AccessNeed::toilet, Known::no);
  unwanted.access.set(AccessNeed::toilet, Known::no);
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.set(Theme::getting_fitter, Answer::no);
  wishes.essential = access_needs(AccessNeed::toilet);
  EXPECT_EQ(match_all({far, unwanted}, wishes).left_out, 0u);
}

TEST(Match, ID9_a_preferred_need_leaves_nothing_out_and_orders_only_ties) {
  auto good = choir("Good", 900), missing = choir("Missing", 10);
  good.access.set(AccessNeed::quiet, Known::yes);
  missing.access.set(AccessNeed::quiet, Known::no);
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.preferred = access_needs(AccessNeed::quiet);
  std::vector const services = {good, missing};
  auto const answer = match_all(services, wishes);
  EXPECT_EQ(named(answer, services), (Names{"Good", "Missing"}));
  EXPECT_EQ(answer.left_out, 0u);
  EXPECT_TRUE(says(answer.ideas[1], "access_missing"));
}

TEST(Match, ID10_the_order_is_score_access_overdue_distance_name_and_id) {
  auto a = choir("Less far", 200), b = choir("Further", 400), late = choir("Overdue", 50),
       open = choir("Open", 10), lower = service("Lower", sub_categories(SubCategory::social_clubs), 1);
  for (auto* one : {&a, &b, &late, &lower}) one->access.set(AccessNeed::step_free, Known::yes);
  late.next_check = plus_days(today, -3);
  auto twin = b;
  twin.id = service_id_of("test", "twin");
  twin.name = "Another";
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.set(Theme::being_sociable, Answer::maybe);
  wishes.essential = access_needs(AccessNeed::step_free);
  std::vector const services = {lower, open, late, b, twin, a};
  EXPECT_EQ(named(match_all(services, wishes), services),
            (Names{"Less far", "Another", "Further", "Overdue", "Open"}));
  EXPECT_EQ(named(match_all(services, wishes, 5), services), (Names{"Lower"}));
}

TEST(Match, ID28_from_home_only_what_is_national_or_online_is_suggested) {
  auto near = choir("Near", 2'000), unplaced = choir("Unplaced"), online = choir("Online"),
       national = choir("National");
  online.reach = Reach::online;
  national.reach = Reach::national;
  unplaced.point = online.point = national.point = std::nullopt;
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.near = NearKind::from_home;
  std::vector const services = {near, unplaced, online, national};
  auto const answer = match_all(services, wishes);
  EXPECT_EQ(named(answer, services), (Names{"National", "Online"}));
  for (auto const& idea : answer.ideas) EXPECT_FALSE(idea.distance_m);
}

TEST(Match, ID11_national_and_online_stand_among_the_local_ones_and_need_no_building) {
  auto near = choir("Near", 2'000), far = choir("Far", 3'000), online = choir("Online"),
       national = choir("National");
  online.reach = Reach::online;
  national.reach = Reach::national;
  online.point = national.point = std::nullopt;
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  std::vector const services = {near, far, online, national};
  auto const answer = match_all(services, wishes);
  EXPECT_EQ(named(answer, services), (Names{"Near", "National", "Online", "Far"}));
  EXPECT_FALSE(answer.ideas[1].distance_m);
  EXPECT_TRUE(says(answer.ideas[1], "national"));
  EXPECT_TRUE(says(answer.ideas[2], "online"));

  wishes.essential = access_needs(AccessNeed::step_free);
  auto const indoors = match_all(services, wishes);
  EXPECT_EQ(named(indoors, services), (Names{"National", "Online", "Near", "Far"}));
  wishes.essential = access_needs(AccessNeed::sign_language);
  EXPECT_EQ(match_all(services, wishes).ideas[1].ask_first, wishes.essential);
}

TEST(Match, ID12_more_than_ninety_days_past_its_next_check_it_leaves_the_suggestions) {
  auto last = choir("Last day"), gone = choir("Gone");
  last.next_check = plus_days(today, -90);
  gone.next_check = plus_days(today, -91);
  std::vector const services = {last, gone};
  auto const answer = match_all(services, wishing(Theme::making_and_creating, Answer::yes));
  EXPECT_EQ(named(answer, services), (Names{"Last day"}));
  EXPECT_TRUE(says(answer.ideas[0], "check_overdue"));
}

TEST(Match, ID13_age_only_leaves_out_what_is_not_open_to_it) {
  auto adults = choir("Adults");
  adults.age_min = 18;
  adults.age_max = 64;
  struct Case {
    std::optional<std::uint8_t> age;
    bool suggested;
  };
  for (auto const& c : {Case{17, false}, {18, true}, {64, true}, {65, false}, {{}, true}}) {
    auto wishes = wishing(Theme::making_and_creating, Answer::yes);
    wishes.age = c.age;
    EXPECT_EQ(match_all({adults}, wishes).ideas.size(), c.suggested ? 1u : 0u) << (c.age ? *c.age : 0);
  }
}

TEST(Match, ID14_all_its_themes_answered_no_is_not_suggested) {
  auto const allotment =
      service("Allotment", sub_categories(SubCategory::gardening));  // two themes switch it on
  auto wishes = wishing(Theme::making_and_creating, Answer::no);
  EXPECT_EQ(match_all({allotment}, wishes).ideas.size(), 1u) << "the other theme was not answered";
  wishes.set(Theme::getting_fitter, Answer::no);
  EXPECT_EQ(match_all({allotment}, wishes).ideas.size(), 0u);
  wishes.wanted_back = sub_categories(SubCategory::gardening);
  EXPECT_EQ(match_all({allotment}, wishes).ideas.size(), 1u) << "wanted back all the same";
}

TEST(Match, ID14_what_no_theme_switches_on_is_for_searching_only) {
  auto const home_for_life = service("A care home", sub_categories(SubCategory::residential_care));
  auto const uncategorised = service("Nobody knows what", {});
  EXPECT_TRUE(match_all({home_for_life, uncategorised}, near_home()).ideas.empty());
}

TEST(Match, ID15_nothing_answered_suggests_the_nearest_one_of_each_kind_first) {
  auto const a = choir("Choir", 10), b = choir("Second choir", 20),
             c = service("Swim", sub_categories(SubCategory::swimming), 900);
  std::vector const services = {a, b, c};
  auto const answer = match_all(services, near_home());
  EXPECT_EQ(named(answer, services), (Names{"Choir", "Swim", "Second choir"}));
  for (auto const& idea : answer.ideas) EXPECT_TRUE(says(idea, "near"));
}

TEST(Match, ID16_a_local_service_nobody_can_place_is_for_somebody_who_named_no_place) {
  auto lost = choir("Lost");
  lost.point = std::nullopt;
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  EXPECT_TRUE(match_all({lost}, wishes).ideas.empty());
  wishes.near = NearKind::none;
  EXPECT_EQ(match_all({lost, choir("Placed")}, wishes).ideas.size(), 2u);
}

TEST(Match, ID17_an_own_find_counts_equally_and_never_goes_out_of_date) {
  auto find = choir("My aunt's choir"), listed = choir("Zither circle", 10);
  find.point = std::nullopt;
  find.next_check = plus_days(today, -4000);
  ServiceColumns columns;
  columns.add(find, Origin::own_find);
  columns.add(listed);
  columns.finish();
  auto const answer = match(columns, wishing(Theme::making_and_creating, Answer::yes), today);
  ASSERT_EQ(answer.ideas.size(), 2u);
  EXPECT_EQ(answer.ideas[0].score, answer.ideas[1].score);
  EXPECT_TRUE(says(answer.ideas[1], "own_find"));
}

TEST(Match, ID18_five_at_a_time_each_once_until_there_are_no_more) {
  std::vector<Service> services;
  for (int n = 0; n < 13; ++n) services.push_back(choir("Choir " + std::to_string(n), 100 + n));
  auto const wishes = wishing(Theme::making_and_creating, Answer::yes);
  Names seen;
  std::size_t pages = 0;
  for (std::optional<std::size_t> after = 0; after; ++pages) {
    auto const answer = match_all(services, wishes, *after);
    ASSERT_LE(answer.ideas.size(), ideas_at_a_time);
    for (auto const& name : named(answer, services)) seen.push_back(name);
    after = answer.next;
  }
  EXPECT_EQ(pages, 3u);
  EXPECT_EQ(seen.size(), 13u);
  EXPECT_EQ(seen.front(), "Choir 0");
  EXPECT_EQ(seen.back(), "Choir 12");
  EXPECT_TRUE(match_all(services, wishes, 99'999).ideas.empty());
}

TEST(Match, ID20_what_was_chosen_set_aside_closed_or_hidden_is_not_suggested) {
  auto const chosen = choir("Chosen"), other = choir("Other");
  auto hidden = choir("Hidden"), closed = choir("Closed");
  hidden.hidden = true;
  closed.closed = true;
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.not_again = {chosen.id};
  std::vector const services = {chosen, other, hidden, closed};
  EXPECT_EQ(named(match_all(services, wishes), services), (Names{"Other"}));
}

TEST(Match, an_area_makes_all_inside_equally_near_and_says_no_distance) {
  auto const a = choir("B near", 100), b = choir("A far", 4'000);
  auto wishes = wishing(Theme::making_and_creating, Answer::yes);
  wishes.near = NearKind::area;
  std::vector const services = {a, b};
  auto const answer = match_all(services, wishes);
  EXPECT_EQ(named(answer, services), (Names{"A far", "B near"}));
  EXPECT_FALSE(answer.ideas[0].distance_m);
}

TEST(Match, a_service_that_comes_to_an_area_is_near_anywhere_inside_it) {
  auto visiting = choir("Visiting", 8'000);
  visiting.reach = Reach::area;
  visiting.radius_m = 10'000;
  auto const answer = match_all({visiting}, wishing(Theme::making_and_creating, Answer::yes));
  ASSERT_EQ(answer.ideas.size(), 1u);
  EXPECT_EQ(answer.ideas[0].score, 20);
  EXPECT_EQ(answer.ideas[0].distance_m, 0);
  EXPECT_TRUE(says(answer.ideas[0], "comes_to_you"));
}

}  // namespace
}  // namespace kith::ideas
