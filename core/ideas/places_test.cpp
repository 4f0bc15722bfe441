#include "core/ideas/places.hpp"

#include <gtest/gtest.h>

namespace kith::ideas {
namespace {

Places const& table() {
  static Places const places({
      {"M33", "", "Trafford", "North West England", "England", {53'420'000, -2'320'000}},
      {"M41", "Urmston", "Trafford", "North West England", "England", {53'450'000, -2'360'000}},
      {"M1", "Manchester", "Greater Manchester", "North West England", "England", {53'480'000, -2'230'000}},
      {"M11", "Manchester", "Greater Manchester", "North West England", "England", {53'480'000, -2'180'000}},
      {"PO30", "Newport", "Isle of Wight", "South East England", "England", {50'700'000, -1'290'000}},
      {"CB11", "Newport", "Essex", "East of England", "England", {52'000'000, 200'000}},
      {"NP20", "", "Newport", "Wales", "Wales", {51'580'000, -3'000'000}},
      {"SW1A", "", "Westminster", "London", "England", {51'500'000, -140'000}},
      {"PE27", "St. Ives", "Cambridgeshire", "East of England", "England", {52'330'000, -70'000}},
      {"BS1", "", "City of Bristol", "South West England", "England", {51'450'000, -2'590'000}},
      {"YO1", "York", "York", "Yorkshire and the Humber", "England", {53'960'000, -1'080'000}},
  });
  return places;
}

std::string labels(std::string_view typed) {
  auto const answer = table().find(typed);
  if (auto const* refusal = std::get_if<Refusal>(&answer)) return std::string(refusal->rule);
  std::string text;
  for (auto const& place : std::get<std::vector<FoundPlace>>(answer)) {
    text += (text.empty() ? "" : " | ") + place.label + (place.kind == NearKind::area ? " (area)" : "");
  }
  return text;
}

TEST(Places, LP1_to_LP6_what_is_typed_is_found_listed_or_honestly_refused) {
  struct Case {
    char const* sentence;
    char const* typed;
    char const* found;
  };
  Case const cases[] = {
      {"LP1 an outcode", "M33", "M33"},
      {"LP1 in small letters", "m33", "M33"},
      {"LP1 with spaces", "  m 33 ", "M33"},
      {"LP1 a whole postcode", "M33 9XX", "M33"},
      {"LP1 a whole postcode run together", "m339xx", "M33"},
      {"LP1 a short district is not taken for a long one", "M1 1AA", "M1"},
      {"LP1 a long district is not taken for a short one", "M11AA", "M1"},
      {"LP1 a district that ends in a letter", "sw1a1aa", "SW1A"},
      {"LP1 a town", "manchester", "Manchester"},
      {"LP1 a town in capitals with spaces", "  MANCHESTER ", "Manchester"},
      {"LP1 marks do not matter", "St Ives", "St. Ives"},
      {"LP2 a town there is more than one of is listed", "Newport",
       "Newport (area) | Newport, Essex | Newport, Isle of Wight"},
      {"LP2 a town with its region is one", "newport, isle of wight", "Newport, Isle of Wight"},
      {"LP3 an unknown town is refused", "Atlantis", "LP3"},
      {"LP3 an unknown outcode is refused", "ZZ1 1ZZ", "LP3"},
      {"LP3 half a name is not guessed", "Manch", "LP3"},
      {"LP4 a region is an area", "Trafford", "Trafford (area)"},
      {"LP4 a wide region is an area", "north west england", "North West England (area)"},
      {"LP4 a country that is its own region is listed once", "Wales", "Wales (area)"},
      {"LP4 the city's everyday name", "Bristol", "City of Bristol (area)"},
      {"LP4 a region named like its town is the town", "York", "York, York"},
      {"LP6 nothing", "", "LP6"},
      {"LP6 only marks", " ,. ", "LP6"},
  };
  for (auto const& c : cases) EXPECT_EQ(labels(c.typed), c.found) << c.sentence;
  EXPECT_EQ(labels(std::string(101, 'a')), "LP6") << "LP6 a text longer than any place's name";
}

TEST(Places, LP4_an_area_reaches_all_its_districts) {
  auto const found = std::get<std::vector<FoundPlace>>(table().find("Trafford"));
  ASSERT_EQ(found.size(), 1u);
  for (auto const outcode : {"M33", "M41"}) {
    EXPECT_LT(distance_m(found[0].middle, *table().middle_of(outcode)), found[0].how_far_m) << outcode;
  }
}

TEST(Places, LP5_a_postcode_is_placed_at_the_middle_of_its_district) {
  EXPECT_EQ(table().middle_of("M33 9XX"), (Point{53'420'000, -2'320'000}));
  EXPECT_EQ(table().middle_of("M33 1AA"), table().middle_of("m33"));
  EXPECT_EQ(table().middle_of("M50 2GF"), std::nullopt);
  EXPECT_EQ(table().middle_of("WA154 1HF"), std::nullopt);
}

TEST(Places, of_two_rows_with_one_outcode_the_first_stays) {
  Places const places({{"M1", "First", "", "", "", {1, 1}}, {"M1", "Second", "", "", "", {2, 2}}});
  ASSERT_EQ(places.districts().size(), 1u);
  EXPECT_EQ(places.districts()[0].town, "First");
}

}  // namespace
}  // namespace kith::ideas
