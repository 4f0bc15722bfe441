// Bad input at the front door: each file ends in a numbered refusal or a row of the report, never in less.
#include "standards/open_referral/directory_files.hpp"

#include <gtest/gtest.h>

#include "standards/open_referral/places_table.hpp"

namespace kith::open_referral {
namespace {

Day const today = *day_of({2026, 11, 22});

// "imported 1, rejected DI3 DI5" or the refusal's rule.
std::string told(std::string const& bytes, std::string const& name = "services_list.csv") {
  auto made = read_directory({{name, bytes}}, {.imported_on = today});
  if (auto const* refusal = std::get_if<Refusal>(&made)) return std::string(refusal->rule);
  auto& draft = std::get<ideas::DirectoryDraft>(made);
  for (auto const& one : draft.drafts) {
    for (auto const row : one.rows) draft.ledger.settle(row, true);
  }
  auto const counts = draft.ledger.counts();
  EXPECT_EQ(counts.imported + counts.unchanged + counts.rejected, counts.rows) << "DI1";
  auto text = "imported " + std::to_string(counts.imported);
  for (auto const& one : draft.ledger.rejections()) text += " " + std::string(one.rule);
  return text;
}

TEST(DirectoryFiles, DI1_whatever_comes_in_is_accounted_for_or_refused) {
  struct Case {
    char const* sentence;
    std::string bytes;
    char const* told;
  };
  Case const cases[] = {
      {"DI38 nothing", "", "DI38"},
      {"DI38 spaces", " \n ", "DI38"},
      {"DI34 a header without a name column", "colour,size\nred,9\n", "DI34"},
      {"DI39 a spreadsheet", std::string("PK\x03\x04 and so on", 14), "DI39"},
      {"DI39 an old spreadsheet", "\xD0\xCF\x11\xE0\xA1\xB1,a,b", "DI39"},
      {"DI40 a web page", "<!DOCTYPE html><p>Not found, sorry", "DI40"},
      {"DI18 a program", "callback({\"a\":1,\"b\":2})", "DI18"},
      {"DI18 a picture", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "DI18"},
      {"a header and no rows", "name,town\n", "imported 0"},
      {"DI2 a row without a name", "name,town\n,Sale\nChoir,Sale\n", "imported 1 DI2"},
      {"DI3 half a row at the end", "name,town\nChoir,Sale\nWalk", "imported 1 DI3"},
      {"DI4 a row with too many cells", "name,town\nChoir,Sale,x\n", "imported 0 DI4"},
      {"DI5 a broken quote", "name,town\n\"Choir,Sale\nWalk,Sale\n", "imported 1 DI5"},
      {"DI6 an endless cell", "name,town\n" + std::string(200'000, 'x') + ",Sale\nWalk,Sale\n",
       "imported 1 DI6"},
      {"DI7 the same row twice", "name,town\nChoir,Sale\nChoir,Sale\n", "imported 1 DI7"},
      {"DI10 Latin-1", "name,town\nCaf\xE9,Sale\n", "imported 1"},
      {"DI11 NUL bytes", std::string("name,town\nCh\0oir,Sale\n", 21), "imported 1"},
      {"DI12 formulas", "name,town\n=cmd|' /C calc'!A0,+1+1\n", "imported 1"},
      {"DI14 rubbish in every other column", "name,phone,email,website,lat,lon\nChoir,x,x,javascript:x,x,x\n",
       "imported 1"},
      {"DI23 a map with a damaged feature", R"({"type":"FeatureCollection","features":[{"type":"Feature"},
        {"type":"Feature","properties":{"name":"Choir"},"geometry":{"type":"Point","coordinates":[-2.3,53.4]}}]})",
       "imported 1 DI23"},
  };
  for (auto const& c : cases) EXPECT_EQ(told(c.bytes), c.told) << c.sentence;
}

TEST(DirectoryFiles, DI22_what_lies_beside_the_data_of_a_folder_is_named_and_left_out) {
  DirectoryAsk const ask{.imported_on = today};
  auto const made = read_directory(
      {{"sale/README.md", "# About"}, {"sale/groups.CSV", "name,town\nChoir,Sale\n"}, {"sale/LICENCE", "x"}},
      ask);
  auto const& draft = std::get<ideas::DirectoryDraft>(made);
  EXPECT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.ledger.unread(), (std::vector<std::string>{"README.md", "groups.CSV: town", "LICENCE"}));
  auto const none = read_directory({{"sale/README.md", "# About"}, {"sale/LICENCE", "x"}}, ask);
  EXPECT_EQ(std::get<Refusal>(none).rule, "DI18");
}

TEST(DirectoryFiles, DI28_tables_of_a_package_are_known_in_capitals_where_two_stand_side_by_side) {
  DirectoryFile const services{"Services.csv", "ID,Name,Description\ns1,Choir,Singing\n"};
  DirectoryFile const phones{"Phones.CSV", "ID,Service_ID,Number\np1,s1,0161 496 0000\n"};
  auto const package = read_directory({services, phones}, {.imported_on = today});
  auto const& drafts = std::get<ideas::DirectoryDraft>(package).drafts;
  ASSERT_EQ(drafts.size(), 1u);
  EXPECT_EQ(drafts[0].service.description, "Singing");
  EXPECT_EQ(drafts[0].service.phone, "0161 496 0000");
  auto const alone =
      read_directory({{"Services.csv", "ID,Name,Phone\n1,Choir,0161 496 0000\n"}}, {.imported_on = today});
  EXPECT_EQ(std::get<ideas::DirectoryDraft>(alone).drafts.at(0).service.phone, "0161 496 0000")
      << "a list of one's own";
}

TEST(DirectoryFiles, DI17_a_pipe_without_an_end_is_refused_at_its_bound) {
  EXPECT_EQ(told(std::string(import_bytes_max + 1, 'x')), "DI17");
  std::string many = "name\n";
  for (std::size_t n = 0; n <= ideas::import_rows_max; ++n) many += std::to_string(n) + "\n";
  EXPECT_EQ(told(many), "DI17");
}

TEST(DirectoryFiles, DI17_an_endless_line_is_one_rejected_row) {
  EXPECT_EQ(told("name,town\n" + std::string(20u << 20, 'x')), "imported 0 DI6");
}

TEST(GeoJson, DI15_a_point_is_where_it_is_and_an_outline_stands_at_its_middle) {
  auto const read_one = [](std::string const& geometry) {
    auto const text =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Park"},"geometry":)" +
        geometry + "}]}";
    auto const made = read_directory({{"parks.geojson", text}}, {.imported_on = today});
    return std::get<ideas::DirectoryDraft>(made).drafts.at(0).service.point;
  };
  EXPECT_EQ(read_one(R"({"type":"Point","coordinates":[-2.235277,53.487919]})"),
            (ideas::Point{53'487'919, -2'235'277}));
  EXPECT_EQ(read_one(R"({"type":"Polygon","coordinates":[[[0,50],[2,50],[2,52],[0,52],[0,50]]]})"),
            (ideas::Point{51'000'000, 1'000'000}));
  EXPECT_EQ(read_one(R"({"type":"Point","coordinates":[-200,53]})"), std::nullopt);
  EXPECT_EQ(read_one(R"({"type":"Point","coordinates":[1e300,53]})"), std::nullopt);
  EXPECT_EQ(read_one("null"), std::nullopt);
}

TEST(PlacesTable, DI25_a_place_needs_a_district_and_coordinates_on_this_world) {
  auto made = read_places("p.csv",
                          "outcode,lat,lon,town\nM33,53.42,-2.32,\nM34,53.4,-2.1,Denton\nM33,1,1,"
                          "Twin\nnowhere,1,1,x\nM35,953,1,x\n");
  auto const& draft = std::get<PlacesDraft>(made);
  EXPECT_EQ(draft.districts.size(), 2u);
  std::string rules;
  for (auto const& one : draft.ledger.rejections()) rules += std::string(one.rule) + " ";
  EXPECT_EQ(rules, "DI7 DI25 DI25 ");
  auto const refused = read_places("p.csv", "name,lat,lon\nx,1,1\n");
  EXPECT_EQ(std::get<Refusal>(refused).rule, "DI18");
}

}  // namespace
}  // namespace kith::open_referral
