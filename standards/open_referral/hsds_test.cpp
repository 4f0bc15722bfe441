// HSDS 3.0: the official examples, and services of our own through every shape they can come in.
#include <gtest/gtest.h>

#include "standards/open_referral/cost_options.hpp"
#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/json_items.hpp"
#include "standards/open_referral/schedule_text.hpp"
#include "standards/open_referral/shared_data_test.hpp"

namespace kith::open_referral {
namespace {

Day const today = *day_of({2026, 11, 22});

std::variant<ideas::DirectoryDraft, Refusal> read(
    std::vector<std::pair<std::string, std::string>> const& files) {
  std::vector<DirectoryFile> borrowed;
  for (auto const& [name, bytes] : files) borrowed.push_back({name, bytes});
  return read_directory(borrowed, {.imported_on = today});
}
ideas::DirectoryDraft draft_of(std::vector<std::pair<std::string, std::string>> const& files) {
  auto made = read(files);
  auto* draft = std::get_if<ideas::DirectoryDraft>(&made);
  EXPECT_TRUE(draft) << files[0].first;
  if (!draft) return {};
  for (auto const& one : draft->drafts) {
    for (auto const row : one.rows) draft->ledger.settle(row, true);
  }
  auto const counts = draft->ledger.counts();
  EXPECT_EQ(counts.imported + counts.unchanged + counts.rejected, counts.rows) << "DI1 " << files[0].first;
  return std::move(*draft);
}

char const choir[] = R"({
  "id":"11111111-1111-4111-8111-111111111111","name":"Harbour choir","description":"Singing.","status":"active",
  "application_process":"Come to the side door.","fees_description":"","assured_date":"2026-10-01","minimum_age":18,
  "organization":{"id":"o","name":"Harbour Trust","description":"d","website":"https://harbour.example"},
  "phones":[{"id":"p","number":"01632 960001"}],
  "schedules":[{"id":"s","freq":"WEEKLY","byday":"TU,FR","opens_at":"10:00:00","closes_at":"12:30:00"}],
  "cost_options":[{"id":"c","amount":2.5,"currency":"gbp","amount_description":"a session"}],
  "attributes":[{"id":"a","link_entity":"service","taxonomy_term":{"id":"t","code":"drama_and_music","name":"Music","description":"d","taxonomy":"kith"}}],
  "service_at_locations":[{"id":"l","location":{"id":"loc1","location_type":"physical","name":"Harbour Hall","latitude":53.5,"longitude":-2.25,
     "addresses":[{"id":"ad","address_1":"1 Quay","city":"Harbour","state_province":"X","postal_code":"zz9 9zz","country":"GB","address_type":"physical"}],
     "accessibility":[{"id":"ac","description":"Step-free from the street.","details":"No hearing loop."}]}}]})";

TEST(Hsds, a_nested_service_says_everything_a_person_needs) {
  auto const draft = draft_of({{"choir.json", choir}});
  ASSERT_EQ(draft.drafts.size(), 1u);
  auto const& made = draft.drafts[0].service;
  EXPECT_EQ(made.name, "Harbour choir");
  EXPECT_EQ(made.organization, "Harbour Trust");
  EXPECT_EQ(made.first_visit, "Come to the side door.");
  EXPECT_EQ(made.opening, "Tuesdays and Fridays, 10:00 to 12:30");
  EXPECT_EQ(made.cost, ideas::Cost::low);
  EXPECT_EQ(made.cost_text, "£2.50 a session");
  EXPECT_EQ(made.website, "https://harbour.example");
  EXPECT_EQ(made.phone, "01632 960001");
  EXPECT_EQ(made.address, "Harbour Hall, 1 Quay");
  EXPECT_EQ(made.postcode, "ZZ9 9ZZ");
  EXPECT_EQ(made.point, (ideas::Point{53'500'000, -2'250'000}));
  EXPECT_EQ(made.sub_categories, ideas::sub_categories(ideas::SubCategory::drama_and_music));
  EXPECT_EQ(made.access.of(ideas::AccessNeed::step_free), ideas::Known::yes);
  EXPECT_EQ(made.access.of(ideas::AccessNeed::hearing_loop), ideas::Known::no);
  EXPECT_EQ(made.access.of(ideas::AccessNeed::toilet), ideas::Known::unknown);
  EXPECT_EQ(made.age_min, 18);
  EXPECT_EQ(made.checked_on, day_of({2026, 10, 1}));
  EXPECT_EQ(made.next_check, plus_days(*day_of({2026, 10, 1}), 90));
}

TEST(Hsds, every_shape_of_json_makes_the_same_service) {
  auto const one = std::string(choir);
  auto const expected = draft_of({{"a.json", one}}).drafts.at(0).service;
  std::string const shapes[] = {
      "[" + one + "]",
      R"({"total_items":1,"contents":[)" + one + "]}",
      one + "\n" + one.substr(0, one.rfind('}')) + R"(,"x":1})" + "\n",
      "\xEF\xBB\xBF" + one,
  };
  for (auto const& shape : shapes) {
    auto const draft = draft_of({{"b.json", shape}});
    ASSERT_FALSE(draft.drafts.empty()) << shape.substr(0, 40);
    EXPECT_EQ(draft.drafts[0].service, expected) << shape.substr(0, 40);
  }
}

TEST(Hsds, the_official_examples_are_read_in_every_shape) {
  struct Example {
    char const* file;
    std::size_t rows, services;
  };
  for (auto const& c : {Example{"service_full.json", 1, 1},
                        {"service_list.json", 1, 1},
                        {"organization_full.json", 1, 1},
                        {"organization_list.json", 1, 0},
                        {"service_at_location_full.json", 1, 1},
                        {"service_at_location_list.json", 1, 1},
                        {"location.json", 1, 0},
                        {"taxonomy_term.json", 1, 0}}) {
    auto const bytes = shared_file("standards/hsds-3.0/examples/" + std::string(c.file));
    if (!bytes) GTEST_SKIP() << "the shared data is not beside the repository (KITH_SHARED)";
    auto const draft = draft_of({{c.file, *bytes}});
    EXPECT_EQ(draft.ledger.counts().rows, c.rows) << c.file;
    ASSERT_EQ(draft.drafts.size(), c.services) << c.file;
    if (c.services == 0) continue;
    EXPECT_EQ(draft.drafts[0].service.name, "Community Counselling") << c.file;
    EXPECT_TRUE(draft.drafts[0].service.sub_categories.has(ideas::SubCategory::counselling)) << c.file;
  }
}

TEST(Hsds, DI21_and_DI22_the_official_table_package_accounts_for_every_row_and_file) {
  std::vector<std::pair<std::string, std::string>> files;
  for (auto const* name : {"services", "organizations", "locations", "service_at_location", "addresses",
                           "phones", "schedules", "cost_options", "accessibility", "service_areas",
                           "attributes", "taxonomy_terms", "programs", "contacts"}) {
    auto bytes = shared_file("standards/hsds-3.0/examples/csv/" + std::string(name) + ".csv");
    if (!bytes) GTEST_SKIP() << "the shared data is not beside the repository (KITH_SHARED)";
    files.emplace_back(std::string(name) + ".csv", std::move(*bytes));
  }
  auto const draft = draft_of(files);
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.name, "Community Counselling");
  EXPECT_EQ(draft.drafts[0].service.organization, "Example Organization Inc.");
  EXPECT_EQ(draft.ledger.counts().rows, 13u);
  EXPECT_EQ(draft.ledger.counts().imported, 11u);
  for (auto const& one : draft.ledger.rejections())
    EXPECT_EQ(one.rule, "DI21") << draft.ledger.file_of(one.row);
  EXPECT_EQ(draft.ledger.unread(), (std::vector<std::string>{"programs.csv"}));
}

TEST(Hsds, the_tabular_example_in_one_json_object_is_read_like_its_files) {
  auto const bytes = shared_file("standards/hsds-3.0/examples/tabular.json");
  if (!bytes) GTEST_SKIP() << "the shared data is not beside the repository (KITH_SHARED)";
  auto const draft = draft_of({{"tabular.json", *bytes}});
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.name, "Community Counselling");
}

TEST(Hsds, DI20_a_service_its_publisher_calls_closed_is_kept_and_not_shown) {
  for (auto const* status : {"inactive", "defunct", "temporarily closed", "Inactive", "DEFUNCT", "closed",
                             "deleted", "archived", "draft", "temporarily_closed", "active"}) {
    auto text = std::string(choir);
    text.replace(text.find("\"active\""), 8, "\"" + std::string(status) + "\"");
    EXPECT_EQ(draft_of({{"a.json", text}}).drafts.at(0).service.closed, std::string_view(status) != "active")
        << status;
  }
}

TEST(Hsds, DI23_a_damaged_item_costs_itself_and_not_the_file) {
  auto const one = std::string(choir);
  auto const twice = one.substr(0, 8) + "2" + one.substr(9);  // another id
  struct Case {
    char const* sentence;
    std::string text;
    std::size_t services, rejected;
  };
  Case const cases[] = {
      {"DI23 a number where an object should be", "[" + one + ",42]", 1, 1},
      {"DI23 a double key", "[" + one + R"(,{"id":"1","id":"2","name":"n","status":"active"}])", 1, 1},
      {"DI23 broken words in the middle", "[{\"id\":\"1\",\"name\":tru}," + one + "]", 1, 1},
      {"DI23 cut in the middle", "[" + one + "," + one.substr(0, 300), 1, 1},
      {"DI23 a NUL written as an escape", "[" + one + R"(,{"id":"3","name":"a\u0000b","status":"active"}])",
       1, 1},
      {"DI7 the same service twice", "[" + one + "," + one + "]", 1, 1},
      {"DI2 no name", R"([{"id":"9","status":"active"},)" + one + "]", 1, 1},
      {"DI23 deep nesting",
       "[" + one + ",{\"name\":\"n\",\"status\":\"active\",\"x\":" + std::string(10'000, '[') +
           std::string(10'000, ']') + "}]",
       1, 1},
  };
  for (auto const& c : cases) {
    auto const draft = draft_of({{"a.json", c.text}});
    EXPECT_EQ(draft.drafts.size(), c.services) << c.sentence;
    EXPECT_EQ(draft.ledger.counts().rejected, c.rejected) << c.sentence;
  }
}

TEST(Hsds, DI23_text_where_a_table_s_row_should_hold_an_object_costs_nothing_else) {
  std::string_view const rest =
      R"("phones":[{"id":"p","organization_id":"o","location_id":"l","number":"1"}])";
  for (
      std::string_view const table : {
          R"("services":[{"id":"1","name":"Choir","organization":"o"}],)",
          R"("services":[{"id":"1","name":"Choir","organization":7}],)",
          R"("services":[{"id":"1","name":"Choir","attributes":"a","contacts":{}}],)",
          R"("services":[{"id":"1","name":"Choir"}],"service_at_location":[{"service_id":"1","location":"l"}],)",
          R"("services":[{"id":"1","name":"Choir"}],"service_at_location":[{"service_id":"1","location":[]}],)",
      }) {
    auto const draft = draft_of({{"a.json", "{" + std::string(table) + std::string(rest) + "}"}});
    ASSERT_EQ(draft.drafts.size(), 1u) << table;
    EXPECT_EQ(draft.drafts[0].service.name, "Choir") << table;
  }
  auto const draft = draft_of({{"services.csv", "id,name,organization\n1,Choir,Leigh Singers\n"}});
  ASSERT_EQ(draft.drafts.size(), 1u);
}

TEST(Hsds, DI18_what_is_no_directory_is_refused) {
  for (auto const* text : {"{", "[", "\"text\"", "42"}) {
    auto const made = read({{"x", text}});
    auto const* refusal = std::get_if<Refusal>(&made);
    ASSERT_TRUE(refusal) << text;
    EXPECT_EQ(refusal->rule, "DI18") << text;
  }
}

TEST(Hsds, where_it_can_be_had_follows_from_its_location_and_area) {
  struct Case {
    char const* sentence;
    char const* places;
    ideas::Reach reach;
  };
  Case const cases[] = {
      {"a door", R"("service_at_locations":[{"location":{"id":"l","location_type":"physical"}}])",
       ideas::Reach::local},
      {"a web room", R"("service_at_locations":[{"location":{"id":"l","location_type":"virtual"}}])",
       ideas::Reach::online},
      {"a country", R"("service_areas":[{"id":"a","name":"United Kingdom"}])", ideas::Reach::national},
      {"an area", R"("service_areas":[{"id":"a","name":"Harbour"}])", ideas::Reach::area},
      {"an office that comes to people", R"("service_areas":[{"id":"a","name":"Harbour"}],
        "service_at_locations":[{"location":{"id":"l","location_type":"postal","latitude":53.5,"longitude":-2.2}}])",
       ideas::Reach::area},
      {"nothing said", R"("email":"a@example.org")", ideas::Reach::local},
  };
  for (auto const& c : cases) {
    auto const draft =
        draft_of({{"a.json", R"({"id":"1","name":"n","status":"active",)" + std::string(c.places) + "}"}});
    ASSERT_EQ(draft.drafts.size(), 1u) << c.sentence;
    EXPECT_EQ(draft.drafts[0].service.reach, c.reach) << c.sentence;
  }
}

TEST(Hsds, a_service_at_two_locations_is_an_entry_for_each_door) {
  auto const draft = draft_of({{"a.json", R"({"id":"1","name":"n","status":"active","service_at_locations":[
    {"location":{"id":"north","location_type":"physical"}},{"location":{"id":"south","location_type":"physical"}}]})"}});
  ASSERT_EQ(draft.drafts.size(), 2u);
  EXPECT_NE(draft.drafts[0].service.id, draft.drafts[1].service.id);
  EXPECT_EQ(draft.ledger.counts().rows, 1u);
  EXPECT_EQ(draft.ledger.counts().imported, 1u);
}

TEST(Hsds, times_and_money_read_like_words) {
  struct Case {
    char const* json;
    char const* text;
  };
  for (auto const& c :
       {Case{R"({"byday":"TU","opens_at":"10:00","closes_at":"12:00"})", "Tuesdays, 10:00 to 12:00"},
        {R"({"byday":"1WE,-1FR"})", "First Wednesdays and last Fridays"},
        {R"({"byday":"MO","interval":2})", "Every second week: Mondays"},
        {R"({"byday":"XX","opens_at":"nine"})", ""},
        {R"({"description":"Most days","byday":"TU"})", "Tuesdays. Most days"},
        {R"({"opens_at":"09:30:00Z","notes":"Closed in August"})", "09:30. Closed in August"}}) {
    EXPECT_EQ(schedule_text(wire::Json::parse(c.json), today).text, c.text);
  }
  for (auto const& c :
       {Case{R"({"amount":3.5,"currency":"GBP"})", "£3.50"},
        {R"({"amount":0})", "Free"},
        {R"({"amount":"12","currency":"eur","amount_description":"a term"})", "12 eur a term"},
        {R"({"amount_description":"Pay what you can"})", "Pay what you can"},
        {R"({"amount":-4})", ""}}) {
    EXPECT_EQ(cost_option_text(wire::Json::parse(c.json)), c.text);
  }
}

TEST(JsonItems, DI23_items_are_found_without_reading_them) {
  struct Case {
    char const* text;
    std::size_t items;
    bool whole;
  };
  for (auto const& c : {Case{"[1,2,3]", 3, true},
                        {"[]", 0, true},
                        {"[1,[2,3],{\"a\":[4]}]", 3, true},
                        {R"(["a,]\"b",1])", 2, true},
                        {"[1,2", 2, false},
                        {"[1,,2]", 1, false},
                        {R"({"contents":[1,2],"more":true})", 2, true},
                        {R"({"contents":[1,2)", 2, false},
                        {R"({"a":1})", 1, true},
                        {"{\"a\":1}\n{\"b\":2}\n", 2, true},
                        {"[1] x", 1, false}}) {
    auto const found = json_items(c.text, {"contents"});
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->items.size(), c.items) << c.text;
    EXPECT_EQ(found->whole, c.whole) << c.text;
  }
  EXPECT_FALSE(json_items("name,town", {}));
}

}  // namespace
}  // namespace kith::open_referral
