// Tables nobody wrote a mapping for, as people keep them.
#include <gtest/gtest.h>

#include "standards/open_referral/cost_text.hpp"
#include "standards/open_referral/directory_files.hpp"

namespace kith::open_referral {
namespace {

ideas::Places const places{
    std::vector<ideas::District>{{"M33", "", "Trafford", "", "England", {53'420'000, -2'320'000}}}};

ideas::DirectoryDraft read(std::string const& bytes, std::string const& name = "x.csv") {
  auto made = read_directory({{name, bytes}}, {.imported_on = *day_of({2026, 11, 22}), .places = &places});
  auto* draft = std::get_if<ideas::DirectoryDraft>(&made);
  EXPECT_TRUE(draft) << bytes;
  return draft ? std::move(*draft) : ideas::DirectoryDraft();
}
std::string notes_of(ideas::DirectoryDraft const& draft) {
  std::string text;
  for (auto const& one : draft.ledger.repairs()) text += one.field + ": " + std::string(one.how) + "\n";
  return text;
}
using Names = std::vector<std::string>;

TEST(GuessedMapping, DI31_every_column_that_is_not_read_is_named) {
  struct Case {
    char const* sentence;
    std::string bytes;
    Names unread;
  };
  Case const cases[] = {
      {"DI31 a column that nobody knows", "Name,Colour\nChoir,red\n", {"x.csv: Colour"}},
      {"DI31 an empty column says nothing", "Name,Colour\nChoir,\n", {}},
      {"DI31 a column without a heading", "Name,,Phone\nChoir,red,\n", {"x.csv: column 2"}},
      {"DI31 a second column of one name", "Name,Phone,Phone\nChoir,1,2\n", {"x.csv: Phone"}},
      {"DI31 a day that is no check", "Name,Last updated\nChoir,2026-01-01\n", {"x.csv: Last updated"}},
      {"DI31 the lines above a table",
       "Groups - May 2026,,\n,,\nGroup Name,What we do,Where\nChoir,Singing,Hall\n",
       {"x.csv: line 1", "x.csv: line 2"}},
  };
  for (auto const& c : cases) {
    auto const draft = read(c.bytes);
    EXPECT_EQ(draft.drafts.size(), 1u) << c.sentence;
    EXPECT_EQ(draft.ledger.unread(), c.unread) << c.sentence;
  }
  auto const map = read(
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Park","colour":"red"},
          "geometry":null}]})",
      "x.geojson");
  EXPECT_EQ(map.ledger.unread(), Names{"x.geojson: colour"}) << "DI31 a map's properties";
}

TEST(GuessedMapping, DI32_headings_with_one_meaning_are_known_however_they_are_written) {
  auto const draft = read(
      "Organisation,Project title,What do you offer?,Session times,Venue postcode,Contact telephone number,"
      "Contact email address,Website link,Cost per session (£)\n"
      "Mind,Blue Skies,Peer support,\"Tuesdays, 6pm-8pm\",M33 7ZF,0161 496 "
      "0000,hi@example.org,example.org,£3\n");
  ASSERT_EQ(draft.drafts.size(), 1u);
  auto const& made = draft.drafts[0].service;
  EXPECT_EQ(made.name, "Blue Skies");
  EXPECT_EQ(made.organization, "Mind");
  EXPECT_EQ(made.description, "Peer support");
  EXPECT_EQ(made.opening, "Tuesdays, 6pm-8pm");
  EXPECT_EQ(made.postcode, "M33 7ZF");
  EXPECT_EQ(made.phone, "0161 496 0000");
  EXPECT_EQ(made.email, "hi@example.org");
  EXPECT_EQ(made.website, "https://example.org");
  EXPECT_EQ(made.cost, ideas::Cost::low);
  EXPECT_TRUE(draft.ledger.unread().empty());

  auto const welsh = read(
      "Enw,Disgrifiad,Cod post,Oriau agor,Ffôn,E-bost,Gwefan,Cyfeiriad,Sefydliad\n"
      "Clwb,Cinio,M33 7ZF,Dydd Llun,0161 496 0000,a@example.org,example.org,Neuadd,Menter\n");
  ASSERT_EQ(welsh.drafts.size(), 1u);
  EXPECT_EQ(welsh.drafts[0].service.phone, "0161 496 0000");
  EXPECT_EQ(welsh.drafts[0].service.address, "Neuadd");
  EXPECT_EQ(welsh.drafts[0].service.organization, "Menter");
  EXPECT_TRUE(welsh.ledger.unread().empty());

  EXPECT_EQ(read("Contact name,Name (of group),Description*\nJo,Choir,Singing\n").drafts[0].service.name,
            "Choir");
  EXPECT_EQ(read("Contact name,Group/Activity\nJo,Choir\n").drafts[0].service.name, "Choir");
  EXPECT_EQ(read("Name,TEL_NO\nChoir,0161 496 0000\n").drafts[0].service.phone, "0161 496 0000");
  EXPECT_EQ(read("Organisation,Activity,Venue\nAge UK,Tai Chi,Hall\n").drafts[0].service.address, "Hall");
  EXPECT_EQ(read("Name,Contact address\nChoir,1 Home Street\n").drafts[0].service.address, "")
      << "it may be somebody's home";
}

TEST(GuessedMapping, DI33_days_and_times_of_several_columns_are_put_together) {
  struct Case {
    char const* bytes;
    char const* opening;
  };
  Case const cases[] = {
      {"Name,Monday,Tuesday,Sunday\nHall,9am-5pm,,10am-1pm\n", "Monday: 9am-5pm; Sunday: 10am-1pm"},
      {"Name,Mon,Tues,Weds,Thurs\nHall,9-5,9-5,,9-1\n", "Monday: 9-5; Tuesday: 9-5; Thursday: 9-1"},
      {"Name,Day,Start Time,End Time\nHall,Monday,10:00:00,11:30\n", "Monday 10:00-11:30"},
      {"Name,Day,Time\nHall,Monday,10am to noon\n", "Monday 10am to noon"},
      {"Name,Day,Times\nHall,Monday,10am to noon\n", "Monday 10am to noon"},
      {"Name,Start,End\nHall,2026-01-01,2026-02-01\n", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(read(c.bytes).drafts.at(0).service.opening, c.opening) << c.bytes;
}

TEST(GuessedMapping, DI35_a_table_is_read_as_it_lies_in_a_spreadsheet) {
  struct Case {
    char const* sentence;
    std::string bytes;
    std::size_t services, rejected;
  };
  Case const cases[] = {
      {"DI35 pipes", "Name|Town\nChoir|Sale\n", 1, 0},
      {"DI35 a line that says what parts the cells", "sep=;\nName;Town\nChoir, mixed;Sale\n", 1, 0},
      {"DI35 a row without its empty cells", "Name,Postcode,Town\nChoir,M33 7ZF\n", 1, 0},
      {"DI3 a remark under the table", "Name,Postcode,Town\nSource: the council\n", 0, 1},
      {"DI3 a file cut off", "Name,Postcode,Town\nChoir,M33", 0, 1},
      {"DI35 a sum that went wrong", "Name,Town\n#N/A,#REF!\n", 0, 1},
      {"DI9 a line of totals", "Name,Town\nChoir,Sale\nTotal,1\n", 1, 1},
  };
  for (auto const& c : cases) {
    auto const draft = read(c.bytes);
    EXPECT_EQ(draft.drafts.size(), c.services) << c.sentence;
    EXPECT_EQ(draft.ledger.rejections().size(), c.rejected) << c.sentence;
  }
  EXPECT_NE(notes_of(read(cases[2].bytes)).find("ends early"), std::string::npos);
}

TEST(CostText, DI36_the_cost_is_read_when_the_cell_says_nothing_else) {
  using enum ideas::Cost;
  struct Case {
    char const* text;
    ideas::Cost cost;
  };
  Case const cases[] = {
      {"Free", free},
      {"FREE!", free},
      {"Free of charge.", free},
      {"0", free},
      {"£0.00", free},
      {"Am ddim", free},
      {"£4.00", low},
      {"£2 per session", low},
      {"50p", low},
      {"£12 a class", paid},
      {"Not free", unknown},
      {"Feel free to ask about fees", unknown},
      {"Free parking; £4 entry", unknown},
      {"First session free, then £6", unknown},
      {"Call our freephone for prices", unknown},
      {"£4 or £2 for members", unknown},
      {"5", unknown},
      {"10 pence", unknown},
      {"Donation", unknown},
      {"", unknown},
  };
  for (auto const& c : cases) EXPECT_EQ(certain_cost(c.text), c.cost) << c.text;
  EXPECT_EQ(read("Name,Free?\nChoir,Yes\n").drafts.at(0).service.cost, free);
  EXPECT_EQ(read("Name,Free?\nChoir,No\n").drafts.at(0).service.cost, unknown);
  EXPECT_EQ(read("Name,Free?,Cost\nChoir,Yes,£6\n").drafts.at(0).service.cost, unknown) << "two that differ";
}

TEST(GuessedMapping, DI37_rows_of_one_name_and_place_are_sessions_or_services_of_their_own) {
  auto const sessions = read(
      "Organisation Name,Activity Name,Postcode,Day,Start,End\nAge UK,Tai Chi,M33 7ZF,Monday,10:00,11:00\n"
      "Age UK,Tai Chi,M33 7ZF,Friday,14:00,15:00\nAge UK,Lunch Club,M33 7ZF,Friday,12:00,14:00\n");
  ASSERT_EQ(sessions.drafts.size(), 2u);
  EXPECT_TRUE(sessions.ledger.rejections().empty());
  EXPECT_EQ(sessions.drafts[0].service.name, "Tai Chi");
  EXPECT_EQ(sessions.drafts[0].service.organization, "Age UK");
  EXPECT_EQ(sessions.drafts[0].service.opening, "Monday 10:00-11:00; Friday 14:00-15:00");
  EXPECT_EQ(sessions.drafts[0].rows.size(), 2u);
  EXPECT_EQ(sessions.drafts[1].service.name, "Lunch Club");

  auto const turned = read(
      "Organisation Name,Activity Name,Postcode,Day,Start,End\nAge UK,Lunch Club,M33 7ZF,Friday,12:00,14:00\n"
      "Age UK,Tai Chi,M33 7ZF,Monday,10:00,11:00\nAge UK,Tai Chi,M33 7ZF,Friday,14:00,15:00\n");
  EXPECT_EQ(turned.drafts.at(0).service.id, sessions.drafts[1].service.id)
      << "whatever the order of the rows";

  auto const own = read("Name,Postcode,Description\nClub,M33 7ZF,Chess\nClub,M33 7ZF,Darts\n");
  ASSERT_EQ(own.drafts.size(), 2u);
  auto const alone = read("Name,Postcode,Description\nClub,M33 7ZF,Chess\n");
  EXPECT_EQ(own.drafts[0].service.id, alone.drafts.at(0).service.id) << "the first keeps the id it had";

  auto const same = read("Name,Times\nClub,Monday\nClub,Friday\nClub,Monday\n");
  EXPECT_EQ(same.drafts.size(), 1u);
  ASSERT_EQ(same.ledger.rejections().size(), 1u);
  EXPECT_EQ(same.ledger.rejections()[0].rule, "DI7");
}

TEST(GuessedMapping, DI37_headings_learnt_later_change_no_id) {
  auto const id = [](std::string const& bytes) { return read(bytes).drafts.at(0).service.external_id; };
  EXPECT_EQ(id("Name,Postcode,Address,Town\nChoir,M33 7ZF,1 Street,Sale\n"), " choir  m33 7zf  1 street ");
  EXPECT_EQ(id("Name,Venue postcode\nChoir,M33 7ZF\n"), " choir   ");
  EXPECT_EQ(id("Organisation Name,Activity Name\nAge UK,Tai Chi\n"), " age uk   ");
}

TEST(GuessedMapping, DI27_coordinates_in_the_wrong_order_never_put_a_service_into_the_sea) {
  auto const map = [](std::string const& properties) {
    return read(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Choir")" +
                    properties + R"(},"geometry":{"type":"Point","coordinates":[53.42,-2.32]}}]})",
                "x.geojson");
  };
  auto const with_postcode = map(R"(,"postcode":"M33 7ZF")"), without = map("");
  EXPECT_EQ(with_postcode.drafts.at(0).service.point, (ideas::Point{53'420'000, -2'320'000}));
  EXPECT_NE(notes_of(with_postcode).find("were swapped; put right"), std::string::npos);
  EXPECT_EQ(without.drafts.at(0).service.point, std::nullopt);
  EXPECT_NE(notes_of(without).find("may be swapped"), std::string::npos);

  struct Case {
    char const* bytes;
    std::optional<ideas::Point> point;
  };
  Case const cases[] = {
      {"Name,Lat,Long\nChoir,-2.32,53.42\n", {}},
      {"Name;Lat;Long\nChoir;53,42;-2,32\n", ideas::Point{53'420'000, -2'320'000}},
      {"Name,Coordinates\nChoir,\"(53.42, -2.32)\"\n", ideas::Point{53'420'000, -2'320'000}},
      {"Name,geolocation\nChoir,POINT(-2.32 53.42)\n", ideas::Point{53'420'000, -2'320'000}},
      {"Name,Coordinates\nChoir,ask at the desk\n", {}},
  };
  for (auto const& c : cases) EXPECT_EQ(read(c.bytes).drafts.at(0).service.point, c.point) << c.bytes;
}

}  // namespace
}  // namespace kith::open_referral
