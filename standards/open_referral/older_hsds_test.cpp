// Files in the older shapes, the real ones and small ones that lie.
#include "standards/open_referral/older_hsds.hpp"

#include <gtest/gtest.h>

#include <map>

#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/shared_data_test.hpp"

namespace kith::open_referral {
namespace {

using ideas::DirectoryDraft;

Day const today = *day_of({2026, 11, 22});

struct Files {
  std::vector<std::pair<std::string, std::string>> named;

  DirectoryDraft read(ideas::Places const* places = nullptr) const {
    std::vector<DirectoryFile> files;
    for (auto const& [name, bytes] : named) files.push_back({name, bytes});
    auto made = read_directory(files, {.imported_on = today, .places = places});
    auto* draft = std::get_if<DirectoryDraft>(&made);
    if (!draft) {
      ADD_FAILURE() << std::get<Refusal>(made).rule;
      return {};
    }
    for (auto const& one : draft->drafts) {
      for (auto const row : one.rows) draft->ledger.settle(row, true);
    }
    auto const counts = draft->ledger.counts();
    EXPECT_EQ(counts.imported + counts.unchanged + counts.rejected, counts.rows) << "DI1";
    return std::move(*draft);
  }
};

TEST(OlderHsds, DI1_and_DI28_a_real_HSDS_2_export_of_nine_tables_is_accounted_for_row_by_row) {
  Files files;
  for (auto const* name :
       {"services", "organizations", "locations", "services_at_location", "physical_addresses", "phones",
        "schedules", "service_attributes", "taxonomy_terms", "programs"}) {
    auto bytes = shared_file("dc-hsds-csv/" + std::string(name) + ".csv");
    if (!bytes) GTEST_SKIP() << "the shared data is not beside the repository (KITH_SHARED)";
    files.named.emplace_back("dc/" + std::string(name) + ".csv", std::move(*bytes));
  }
  auto const draft = files.read();
  EXPECT_EQ(draft.feed, "dc");
  EXPECT_EQ(draft.ledger.counts().rows, 27'645u);
  EXPECT_EQ(draft.ledger.unread(), std::vector<std::string>{"programs.csv"});
  std::size_t placed = 0, with_times = 0, several_doors = 0;
  for (auto const& one : draft.drafts) {
    EXPECT_EQ(one.service.source, "dc") << "DI29";
    placed += one.service.point.has_value();
    with_times += one.service.opening.find("onday") != std::string::npos;
    several_doors += one.service.external_id.find('@') != std::string::npos;
  }
  EXPECT_GT(draft.drafts.size(), 2'000u);
  EXPECT_GT(placed, 1'500u);
  EXPECT_GT(with_times, 1'000u);
  EXPECT_GT(several_doors, 500u);
}

TEST(OlderHsds, DI28_Open_Referral_UK_1_says_the_same_in_other_words) {
  Files const files{{{"feed.json", R"({"totalElements":1,"totalPages":1,"number":1,"size":50,"content":[
    {"id":"7","name":"Choir","status":"active","fees":"Free","organization":{"id":"3","name":"Hall","url":"https://hall.example"},
     "eligibilitys":[{"id":"1","eligibility":"Anybody over 50","minimum_age":50}],
     "service_taxonomys":[{"id":"1","taxonomy":{"id":"x","name":"Choirs","vocabulary":"esdServiceTypes"}}],
     "regular_schedules":[{"id":"1","weekday":"Tuesday","opens_at":"10:00","closes_at":"12:00"}],
     "contacts":[{"id":"1","phones":[{"number":"01632 960100"}]}],
     "service_areas":[{"service_area":"Sale"}],
     "service_at_locations":[{"id":"1","location":{"id":"2","name":"Hall","latitude":53.4,"longitude":-2.3,
       "accessibility_for_disabilities":[{"accessibility":"Step free"}],
       "physical_addresses":[{"address_1":"1 High Street","city":"Sale","postal_code":"M33 1AA"}]}}]}]})"}}};
  auto const draft = files.read();
  ASSERT_EQ(draft.drafts.size(), 1u);
  auto const& choir = draft.drafts[0].service;
  EXPECT_EQ(choir.source, "feed") << "DI29: an id that is no UUID";
  EXPECT_EQ(choir.opening, "Tuesday, 10:00 to 12:00");
  EXPECT_EQ(choir.who_can_come, "Anybody over 50");
  EXPECT_EQ(choir.age_min, 50);
  EXPECT_EQ(choir.phone, "01632 960100");
  EXPECT_EQ(choir.website, "https://hall.example");
  EXPECT_EQ(choir.postcode, "M33 1AA");
  EXPECT_EQ(choir.cost, ideas::Cost::free);
  EXPECT_EQ(choir.access.of(ideas::AccessNeed::step_free), ideas::Known::yes);
  EXPECT_TRUE(choir.sub_categories.has(ideas::SubCategory::drama_and_music));
  EXPECT_TRUE(draft.ledger.doubts().empty());
}

TEST(OlderHsds, DI28_HSDS_3_1_adds_places_and_loses_nothing) {
  Files const files{
      {{"feed.json", R"([{"id":"11111111-1111-4111-8111-111111111111","name":"Choir","status":"active",
    "additional_urls":[{"url":"https://x.example"}],"capacities":[{"available":0,"unit":{"name":"places"}}],
    "attributes":[{"label":"kind","taxonomy_term":{"name":"Choirs"}}]}])"}}};
  auto const draft = files.read();
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.newcomers, ideas::Newcomers::waiting_list) << "ID24: no place is free";
  EXPECT_EQ(draft.drafts[0].service.source, "hsds");
}

std::string rules_of(DirectoryDraft const& draft) {
  std::string rules;
  for (auto const& one : draft.ledger.rejections())
    rules += (rules.empty() ? "" : " ") + std::string(one.rule);
  for (auto const& one : draft.ledger.doubts()) rules += (rules.empty() ? "" : " ") + std::string(one.rule);
  return rules;
}

TEST(OlderHsds, B_1_files_that_lie_get_a_number_and_a_plain_answer) {
  auto const deep = std::string(5'000, '[') + std::string(5'000, ']');
  struct Case {
    char const* sentence;
    Files files;
    std::size_t services;
    char const* rules;
  };
  Case const cases[] = {
      {"DI26 a count that lies",
       {{{"a.json", R"({"total_items":500,"contents":[{"id":"1","name":"A","status":"active"}]})"}}},
       1,
       "DI26"},
      {"DI7 a service's id used twice", {{{"a/services.csv", "id,name\n1,A\n1,B\n"}}}, 1, "DI7"},
      {"DI7 a location's id used twice",
       {{{"a/services.csv", "id,name\n1,A\n"},
         {"a/locations.csv", "id,name,latitude,longitude\nx,Here,53,-2\nx,There,10,10\n"},
         {"a/service_at_location.csv", "id,service_id,location_id\n1,1,x\n"}}},
       1,
       "DI7"},
      {"DI23 nesting without an end",
       {{{"a.json", R"([{"id":"1","name":"A","status":"active"},{"id":"2","x":)" + deep + "}]"}}},
       1,
       "DI23"},
      {"DI21 rows that lead in a circle",
       {{{"a/services.csv", "id,name,organization_id\n1,A,1\n"},
         {"a/organizations.csv", "id,name,parent_organization_id\n1,O,2\n2,P,1\n"}}},
       1,
       "DI21"},
      {"DI2 rows with nothing in them",
       {{{"a/services.csv", "service_recordid,service_name,service_status\n,,\n2,,\n3,A,\n"}}},
       1,
       "DI2 DI2"},
  };
  for (auto const& c : cases) {
    auto const draft = c.files.read();
    EXPECT_EQ(draft.drafts.size(), c.services) << c.sentence;
    EXPECT_EQ(rules_of(draft), c.rules) << c.sentence;
  }
}

TEST(OlderHsds, DI27_coordinates_that_lie_are_found_out_by_the_postcode) {
  ideas::Places const places({{"M33", "Sale", "", "", "", {53'420'000, -2'320'000}}});
  struct Case {
    char const* sentence;
    char const* row;
    std::optional<ideas::Point> at;
  };
  ideas::Point const door{53'400'000, -2'300'000}, middle{53'420'000, -2'320'000};
  Case const cases[] = {
      {"DI27 as it should be", "A,M33 1AA,53.4,-2.3", door},
      {"DI27 swapped", "A,M33 1AA,-2.3,53.4", door},
      {"DI27 far away: the postcode's district", "A,M33 1AA,51.5,-0.1", middle},
      {"DI27 swapped, and the district is not in the table", "A,ZE1 0AA,-1.1,60.1",
       ideas::Point{60'100'000, -1'100'000}},
      {"DI27 swapped beyond the pole", "A,,1.35,103.8", ideas::Point{1'350'000, 103'800'000}},
      {"DI27 swapped beyond the pole, the other way", "A,,103.8,1.35", ideas::Point{1'350'000, 103'800'000}},
      {"DI15 nowhere", "A,,953.4,-2.3", std::nullopt},
  };
  for (auto const& c : cases) {
    Files const files{{{"x.csv", "name,postcode,latitude,longitude\n" + std::string(c.row) + "\n"}}};
    auto const draft = files.read(&places);
    ASSERT_EQ(draft.drafts.size(), 1u) << c.sentence;
    EXPECT_EQ(draft.drafts[0].service.point, c.at) << c.sentence;
  }
}

TEST(OlderHsds, DI11_scripts_are_text_without_their_mark_up) {
  Files const files{{{"a.json", R"x([{"id":"1","name":"<script>alert(1)</script>Choir","status":"active",
    "description":"<img src=x onerror=alert(1)>Sing","url":"javascript:alert(1)"}])x"}}};
  auto const draft = files.read();
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.name.find('<'), std::string::npos);
  EXPECT_EQ(draft.drafts[0].service.description, "Sing");
  EXPECT_EQ(draft.drafts[0].service.website, "");
}

}  // namespace
}  // namespace kith::open_referral
