#include "adapters/directory_sqlite/directory_sqlite.hpp"

#include <gtest/gtest.h>

#include <random>

#include "adapters/directory_sqlite/cells.hpp"
#include "adapters/directory_sqlite/temporary_folder_test.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;

Day const today = *day_of({2026, 11, 22});
IdBits const stream{1, 1};
Point const home{53'000'000, -2'000'000};

Service service(std::string name, std::int32_t lat_udeg = 0, std::int32_t lon_udeg = 0) {
  Service made;
  made.id = service_id_of("test", name);
  made.source = "test";
  made.external_id = name;
  made.name = std::move(name);
  made.point = Point{home.lat_udeg + lat_udeg, home.lon_udeg + lon_udeg};
  made.next_check = plus_days(today, 30);
  return made;
}

struct Desk {
  TemporaryFolder folder;
  DirectorySqlite directory{folder.file("directory.db")};
  std::uint64_t at = 0;
  void put(std::vector<Service> const& services) {
    std::vector<app::ModelChange> changes;
    for (auto const& one : services) {
      Entry entry{one, {}, {}, false};
      entry.listed.hidden = false;
      entry.curation.hidden = one.hidden;
      changes.push_back(std::move(entry));
    }
    app::ModelStep const step{stream, ++at, std::move(changes)};
    directory.apply({&step, 1});
  }
  std::vector<std::string> found(app::DirectorySearchAsk const& ask) const {
    std::vector<std::string> names;
    for (auto const& one : directory.search(ask)) names.push_back(one.name);
    return names;
  }
};
using Names = std::vector<std::string>;

TEST(DirectorySqlite, a_service_comes_back_as_it_was_put_and_is_replaced_by_its_id) {
  Desk desk;
  auto one = service("Choir");
  one.description = "Sing.\nStay.";
  one.sub_categories = sub_categories(SubCategory::drama_and_music);
  one.access.set(AccessNeed::toilet, Known::no);
  one.checked_on = today;
  desk.put({one});
  EXPECT_EQ(desk.directory.find(one.id), one);
  EXPECT_EQ(desk.directory.stream_of(one.id), stream);
  EXPECT_EQ(desk.directory.position(stream), 1u);
  one.name = "Choir at the quay";
  one.point = Point{51'000'000, 0};
  desk.put({one});
  EXPECT_EQ(desk.directory.find(one.id), one);
  EXPECT_EQ(desk.directory.near(home).size(), 1u);
  EXPECT_EQ(desk.found({.words = "choir"}), Names{"Choir at the quay"});
  EXPECT_EQ(desk.directory.find(ServiceId{9, 9}), std::nullopt);
}

TEST(DirectorySqlite, DC6_the_nearest_come_first_then_what_can_be_had_from_anywhere) {
  Desk desk;
  auto far = service("Far", 3'000'000), near = service("Near", 1'000), nearer = service("Nearer", 0, 100);
  auto online = service("Online"), hidden = service("Hidden"), closed = service("Closed"),
       lost = service("Lost");
  auto visiting = service("Visiting", 200'000);
  online.reach = Reach::online;
  online.point = lost.point = std::nullopt;
  hidden.hidden = closed.closed = true;
  visiting.reach = Reach::area;
  visiting.radius_m = 30'000;
  desk.put({far, near, online, hidden, closed, lost, nearer, visiting});
  Names names;
  for (auto const& one : desk.directory.near(home)) names.push_back(one.name);
  EXPECT_EQ(names, (Names{"Visiting", "Nearer", "Near", "Online"})) << "what is 330 km away is near nobody";
  EXPECT_EQ(desk.directory.near(std::nullopt).size(), 6u) << "without a place: all that is shown";
}

TEST(DirectorySqlite, DC6_five_hundred_of_a_crowd_and_they_are_the_nearest) {
  Desk desk;
  std::mt19937 random(4711);
  std::uniform_int_distribution<std::int32_t> step(-80'000, 80'000);
  std::vector<Service> crowd;
  for (int n = 0; n < 700; ++n)
    crowd.push_back(service("Service " + std::to_string(n), step(random), step(random)));
  for (int n = 0; n < 600; ++n) {
    crowd.push_back(service("Helpline " + std::to_string(n)));
    crowd.back().reach = Reach::national;
    crowd.back().point = std::nullopt;
  }
  desk.put(crowd);
  auto const found = desk.directory.near(home);
  ASSERT_EQ(found.size(), app::near_services_max + app::anywhere_services_max);
  std::vector<std::int32_t> all;
  for (auto const& one : crowd) {
    if (one.point) all.push_back(distance_m(home, *one.point));
  }
  std::sort(all.begin(), all.end());
  for (std::size_t n = 0; n < app::near_services_max; ++n)
    ASSERT_EQ(distance_m(home, *found[n].point), all[n]) << n;
}

TEST(DirectorySqlite, DC7_words_are_found_in_any_order_a_name_before_a_description_the_near_before_the_far) {
  Desk desk;
  auto named = service("Quay singing group", 400'000), near = service("Tea room", 10'000),
       far = service("Tea house", 90'000);
  near.description = far.description = "A singing circle by the quay";
  auto const garden = service("Plot 9");
  auto tagged = garden;
  tagged.sub_categories = sub_categories(SubCategory::gardening);
  desk.put({far, near, named, tagged});
  struct Case {
    char const* sentence;
    app::DirectorySearchAsk ask;
    Names names;
  };
  Case const cases[] = {
      {"DC7 any order",
       {.words = "quay singing", .here = home},
       {"Quay singing group", "Tea room", "Tea house"}},
      {"DC7 an unfinished word",
       {.words = "sing", .here = home},
       {"Quay singing group", "Tea room", "Tea house"}},
      {"DC7 a short word unfinished", {.words = "house te"}, {"Tea house"}},
      {"DC7 only the last one", {.words = "hou tea"}, {}},
      {"DC7 unfinished in what it is about", {.words = "plot garde"}, {"Plot 9"}},
      {"DC7 all the words", {.words = "tea house"}, {"Tea house"}},
      {"DC7 within a circle only", {.words = "quay", .here = home, .radius_m = 5'000}, {"Tea room"}},
      {"DC7 a wide circle",
       {.words = "quay", .here = home, .radius_m = 60'000},
       {"Quay singing group", "Tea room", "Tea house"}},
      {"DC7 what it is about", {.words = "gardening"}, {"Plot 9"}},
      {"DC7 operators are words", {.words = "quay OR plot"}, {}},
      {"DC7 marks are no syntax", {.words = "\"tea* (-house:\""}, {"Tea house"}},
      {"DC7 nothing typed", {.words = "  "}, {}},
      {"DC7 only marks", {.words = "\"*():-^"}, {}},
  };
  for (auto const& c : cases) EXPECT_EQ(desk.found(c.ask), c.names) << c.sentence;
  EXPECT_LE(desk.found({.words = std::string(100'000, 'x')}).size(), 0u) << "DC7 an endless word";
}

TEST(DirectorySqlite, DC7_a_large_import_that_ends_changes_nothing_that_is_found) {
  Desk desk;
  std::vector<Service> all;
  for (int n = 0; n < 300; ++n) {
    all.push_back(service((n % 3 == 0 ? "Choir " : "Walk ") + std::to_string(n), n * 100));
    desk.put({all.back()});
  }
  app::DirectorySearchAsk const ask{.words = "choir", .here = home, .limit = 50};
  auto const before = desk.found(ask);
  ASSERT_EQ(before.size(), 50u);
  app::ModelStep const step{stream, ++desk.at, {ImportFinished{{3, 3}, 2'000, 0, 0}}};
  desk.directory.apply({&step, 1});
  EXPECT_EQ(desk.found(ask), before);
}

TEST(DirectorySqlite, DC7_the_cells_never_leave_out_what_is_within_the_circle) {
  std::mt19937 random(4712);
  std::uniform_int_distribution<std::int32_t> lat(-85'000'000, 85'000'000), step(-600'000, 600'000),
      way(0, 60'000);
  for (int n = 0; n < 5'000; ++n) {
    Point const here{lat(random), step(random)},
        there{here.lat_udeg + step(random), here.lon_udeg + step(random)};
    auto const radius_m = way(random);
    if (distance_m(here, there) > radius_m) continue;
    auto const cells = cells_in_circle(here, radius_m);
    auto const words = cell_words(there);
    auto const word =
        radius_m <= fine_radius_m_max ? words.substr(0, words.find(' ')) : words.substr(words.find(' ') + 1);
    ASSERT_TRUE(cells.empty() || (cells + " ").find(word + " ") != std::string::npos) << "seed 4712, " << n;
  }
}

TEST(DirectorySqlite, DC4_the_longest_due_for_a_check_come_first) {
  Desk desk;
  auto never = service("Never checked"), late = service("Late"), fresh = service("Fresh");
  late.checked_on = plus_days(today, -200);
  late.next_check = plus_days(today, -110);
  fresh.checked_on = today;
  desk.put({fresh, never, late});
  Names names;
  for (auto const& one : desk.directory.unchecked(today, 10)) names.push_back(one.name);
  EXPECT_EQ(names, (Names{"Late", "Never checked"}));
}

TEST(DirectorySqlite, places_are_replaced_as_a_whole_and_kept) {
  TemporaryFolder folder;
  std::vector<District> const districts = {
      {"M1", "Manchester", "Greater Manchester", "North West England", "England", {1, 2}},
      {"M33", "", "Trafford", "", "", {3, 4}}};
  {
    DirectorySqlite directory(folder.file("d.db"));
    directory.replace(std::vector<District>{{"ZZ1", "Old", "", "", "", {9, 9}}});
    directory.replace(districts);
  }
  EXPECT_EQ(DirectorySqlite(folder.file("d.db")).districts(), districts);
}

}  // namespace
}  // namespace kith::adapters
