#include "standards/open_referral/mapping.hpp"

#include <gtest/gtest.h>

#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/own_mappings.hpp"

namespace kith::open_referral {
namespace {

TEST(Mapping, DI24_what_a_mapping_says_wrongly_is_named) {
  struct Case {
    char const* sentence;
    char const* json;
    char const* wrong;
  };
  Case const cases[] = {
      {"DI24 not JSON", "{", "not_json"},
      {"DI24 not an object", "[]", "the whole"},
      {"DI24 an unknown member", R"({"colums":{"name":"n"}})", "colums"},
      {"DI24 an unknown field", R"({"columns":{"name":"n","nmae":"x"}})", "nmae"},
      {"DI24 no column for the name", R"({"columns":{"phone":"p"}})", "columns.name"},
      {"DI24 an unknown sub-category", R"({"columns":{"name":"n"},"sub_categories":["singing"]})", "singing"},
      {"DI24 an unknown need", R"({"columns":{"name":"n"},"access":[{"in":"a","need":"lift","yes":["Y"]}]})",
       "lift"},
      {"DI24 a rule that looks at nothing",
       R"({"columns":{"name":"n"},"leave_out":[{"has":["x"],"why":"y"}]})", "in, with is or has"},
      {"DI24 a number for a text", R"({"columns":{"name":"n"},"about":1})", "about"},
      {"DI24 another word than general", R"({"columns":{"name":"n"},"keywords":"all"})", "keywords"},
      {"DI24 a misspelt member of a rule",
       R"({"columns":{"name":"n"},"costs":[{"in":["a"],"iss":["b"],"cost":"free"}]})", "iss"},
  };
  for (auto const& c : cases) {
    auto const read = read_mapping(c.json);
    auto const* refusal = std::get_if<Refusal>(&read);
    ASSERT_TRUE(refusal) << c.sentence;
    EXPECT_EQ(refusal->rule, "DI24") << c.sentence;
    EXPECT_EQ(refusal->message.args.at(0).value, MessageValue(std::string(c.wrong))) << c.sentence;
  }
}

TEST(Mapping, DI24_every_mapping_that_kith_brings_can_be_read_and_says_what_it_is_about) {
  auto const texts = own_mapping_texts();
  EXPECT_GE(texts.size(), 15u);
  for (auto const& one : texts) {
    auto const read = read_mapping(one.json);
    auto const* refusal = std::get_if<Refusal>(&read);
    ASSERT_FALSE(refusal) << one.name << ": " << std::get<std::string>(refusal->message.args.at(0).value);
    auto const& mapping = std::get<Mapping>(read);
    EXPECT_GT(mapping.about.size(), 30u) << one.name;
    EXPECT_FALSE(mapping.source.empty()) << one.name;
    EXPECT_TRUE(!mapping.id.empty() || !mapping.not_services.empty()) << one.name;
    EXPECT_EQ(own_mapping("/some/folder/" + std::string(one.name) + ".csv"), own_mapping(one.name));
  }
  EXPECT_EQ(own_mapping("unheard_of.csv"), nullptr);
}

std::optional<ideas::Service> only_service(std::string const& csv, char const* mapping_json = nullptr) {
  std::optional<Mapping> mapping;
  if (mapping_json) mapping = std::get<Mapping>(read_mapping(mapping_json));
  auto const made = read_directory(
      {{"x.csv", csv}}, {.imported_on = *day_of({2026, 11, 22}), .mapping = mapping ? &*mapping : nullptr});
  auto const* draft = std::get_if<ideas::DirectoryDraft>(&made);
  return draft && draft->drafts.size() == 1 ? std::optional(draft->drafts[0].service) : std::nullopt;
}

TEST(Mapping, columns_are_put_together_labelled_and_replaced_by_constants) {
  auto const made = only_service(
      "title,mon,tue,street,town,price,lift\nChoir,9-5,NA,High St,Sale,Free for all,Y\n",
      R"({"columns":{"name":"title","opening":[{"label":"Monday","column":"mon"},{"label":"Tuesday","column":"tue"}],
          "address":["street","town"],"cost_text":"price"},
          "constants":{"description":"A choir.","phone":"01632 960001"},"empty":["NA"],
          "access":[{"in":"lift","need":"step_free","yes":["Y"],"no":["N"]}],
          "costs":[{"in":["price"],"has":["free"],"cost":"free"}],"sub_categories":["drama_and_music"]})");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->opening, "Monday: 9-5");
  EXPECT_EQ(made->address, "High St, Sale");
  EXPECT_EQ(made->description, "A choir.");
  EXPECT_EQ(made->phone, "01632 960001");
  EXPECT_EQ(made->cost, ideas::Cost::free);
  EXPECT_EQ(made->access.of(ideas::AccessNeed::step_free), ideas::Known::yes);
  EXPECT_EQ(made->next_check, plus_days(*day_of({2026, 11, 22}), 90)) << "ID3";
}

TEST(Mapping, ID3_the_next_check_is_ninety_days_after_the_last_one_or_after_the_import) {
  EXPECT_EQ(only_service("name,checked_on\nChoir,2026-10-01\n")->next_check,
            plus_days(*day_of({2026, 10, 1}), 90));
  EXPECT_EQ(only_service("name,checked_on\nChoir,\n")->next_check, plus_days(*day_of({2026, 11, 22}), 90));
}

TEST(Mapping, without_a_mapping_columns_are_known_by_their_usual_names) {
  auto const made = only_service(
      "Ref,Service Name,Organisation,Description,Post Code,Telephone Number,Web,Latitude,Longitude,Category\n"
      "7,Knit and natter,Hall Trust,Wool and company,M33 1AA,0161 496 "
      "0000,www.example.org,53.42,-2.32,social_clubs\n");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->name, "Knit and natter");
  EXPECT_EQ(made->organization, "Hall Trust");
  EXPECT_EQ(made->postcode, "M33 1AA");
  EXPECT_EQ(made->phone, "0161 496 0000");
  EXPECT_EQ(made->website, "https://www.example.org");
  EXPECT_EQ(made->point, (ideas::Point{53'420'000, -2'320'000}));
  EXPECT_TRUE(made->sub_categories.has(ideas::SubCategory::social_clubs))
      << "our own name in a category column";
  EXPECT_TRUE(made->sub_categories.has(ideas::SubCategory::arts_and_crafts)) << "the general keywords";
}

}  // namespace
}  // namespace kith::open_referral
