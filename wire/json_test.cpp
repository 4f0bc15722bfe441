#include "wire/json.hpp"

#include <gtest/gtest.h>

namespace kith::wire {
namespace {

std::string outcome_of(std::string_view text, JsonLimits const& limits = {}) {
  auto const read = read_json(text, limits);
  if (auto const* refusal = std::get_if<JsonRefusal>(&read)) return std::string(name_of(refusal->fault));
  return write_json(std::get<Json>(read));
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

struct Case {
  char const* name;
  std::string text;
  std::string outcome;  // what is written again, or the name of the fault
};
class JsonTest : public testing::TestWithParam<Case> {};

TEST_P(JsonTest, what_is_read_is_written_or_refused) {
  EXPECT_EQ(outcome_of(GetParam().text), GetParam().outcome) << GetParam().text;
}

using namespace std::string_literals;
Case const cases[] = {
    {"white_space_goes", " { \"a\" :\t[ 1 ,\r\n2 ] } ", R"({"a":[1,2]})"},
    {"keys_are_in_byte_order", R"({"b":1,"a":2,"B":3})", R"({"B":3,"a":2,"b":1})"},
    {"empty_ones", R"([{},[],""])", R"([{},[],""])"},
    {"words", "[true,false,null]", "[true,false,null]"},
    {"a_bare_value", "7", "7"},
    {"the_least_and_the_most", "[-9223372036854775808,9223372036854775807]",
     "[-9223372036854775808,9223372036854775807]"},
    {"minus_nothing", "-0", "0"},
    {"escapes", R"("\"\\\/\b\f\n\r\t\u001f\u00e9\u20AC\ud83d\ude00")", R"("\"\\/\b\f\n\r\t\u001fé€😀")"},
    {"delete_is_a_letter", "\"\x7f\"", "\"\x7f\""},
    {"as_deep_as_allowed", nested(json_depth_max), nested(json_depth_max)},
    {"one_deeper", nested(json_depth_max + 1), "too_deep"},
    {"objects_are_deep_too", R"({"a":)" + nested(json_depth_max) + "}", "too_deep"},
    {"equal_keys", R"({"a":1,"a":1})", "duplicate_key"},
    {"equal_keys_spelt_apart", R"({"a":1,"\u0061":1})", "duplicate_key"},
    {"equal_keys_in_different_objects", R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])"},
    {"a_nul", "\"a\0b\""s, "has_nul"},
    {"a_nul_in_disguise", R"("\u0000")", "has_nul"},
    {"a_nul_in_a_key", R"({"\u0000":1})", "has_nul"},
    {"a_byte_order_mark", "\xEF\xBB\xBF{}", "not_json"},
    {"half_a_letter", "\"\xC3\"", "not_utf8"},
    {"an_overlong_letter", "\"\xC0\xAF\"", "not_utf8"},
    {"a_half_written_as_utf8", "\"\xED\xA0\x80\"", "not_utf8"},
    {"beyond_the_last_letter", "\"\xF4\x90\x80\x80\"", "not_utf8"},
    {"the_first_half_alone", R"("\ud83d")", "not_json"},
    {"the_first_half_twice", R"("\ud83d\ud83d")", "not_json"},
    {"the_second_half_alone", R"("\ude00")", "not_json"},
    {"three_digits", R"("\u00e")", "not_json"},
    {"a_digit_that_is_none", R"("\u00g0")", "not_json"},
    {"an_escape_nobody_knows", R"("\x")", "not_json"},
    {"a_line_break_in_a_text", "\"a\nb\"", "not_json"},
    {"a_text_without_an_end", "\"a", "not_json"},
    {"an_escape_without_an_end", "\"a\\", "not_json"},
    {"bytes_after_the_end", "{} {}", "not_json"},
    {"nothing", "", "not_json"},
    {"only_space", " \n", "not_json"},
    {"a_comma_too_many", "[1,]", "not_json"},
    {"a_comma_too_many_in_an_object", R"({"a":1,})", "not_json"},
    {"no_comma", "[1 2]", "not_json"},
    {"no_colon", R"({"a" 1})", "not_json"},
    {"a_key_without_quotes", "{a:1}", "not_json"},
    {"the_wrong_bracket", "[1}", "not_json"},
    {"an_open_bracket", "[1", "not_json"},
    {"half_a_word", "[tru]", "not_json"},
    {"a_word_too_long", "nullx", "not_json"},
    {"a_leading_zero", "01", "not_json"},
    {"a_plus", "+1", "not_json"},
    {"a_lone_minus", "-", "not_json"},
    {"a_point_without_digits", "1.", "not_json"},
    {"an_exponent_without_digits", "1e+", "not_json"},
    {"a_comment", "/**/1", "not_json"},
    {"a_fraction", "1.5", "not_whole_number"},
    {"a_whole_number_spelt_as_a_fraction", "1.0", "not_whole_number"},
    {"an_exponent", "1E2", "not_whole_number"},
    {"one_over_the_most", "9223372036854775808", "not_whole_number"},
    {"one_under_the_least", "-9223372036854775809", "not_whole_number"},
};
INSTANTIATE_TEST_SUITE_P(Texts, JsonTest, testing::ValuesIn(cases),
                         [](auto const& one) { return std::string(one.param.name); });

TEST(JsonLimitsTest, a_text_over_the_callers_bound_is_not_looked_at) {
  EXPECT_EQ(outcome_of("[1,2]", {.bytes_max = 5}), "[1,2]");
  EXPECT_EQ(outcome_of("[1,2]", {.bytes_max = 4}), "too_large");
  EXPECT_EQ(outcome_of("[[1]]", {.depth_max = 1}), "too_deep");
}

TEST(JsonLimitsTest, fractions_are_read_only_where_somebody_reads_them) {
  struct {
    char const* text;
    double fraction;
  } const known[] = {{"53.4631", 53.4631},
                     {"-2.5e-1", -0.25},
                     {"1E2", 100},
                     {"92233720368547758080", 92233720368547758080.0}};
  for (auto const& one : known) {
    auto const read = read_json(one.text, {.fractions = fraction_of});
    auto const* json = std::get_if<Json>(&read);
    ASSERT_TRUE(json && json->is_number_float()) << one.text;
    EXPECT_EQ(*json->get_ptr<Json::number_float_t const*>(), one.fraction) << one.text;
  }
  EXPECT_EQ(outcome_of("1e999", {.fractions = fraction_of}), "not_whole_number") << "there is no such number";
}

TEST(JsonLimitsTest, a_refusal_says_where_reading_stopped) {
  EXPECT_EQ(std::get<JsonRefusal>(read_json(R"({"a":1,"a":2})")).offset_bytes, 10u);
  EXPECT_EQ(std::get<JsonRefusal>(read_json("[1,\"\x80\"]"s)).fault, JsonFault::not_utf8);
}

TEST(JsonWriterTest, bytes_that_are_no_letters_are_written_as_a_mark) {
  EXPECT_EQ(write_json(Json("a\x80z\xE2\x82")), "\"a\uFFFDz\uFFFD\uFFFD\"");
}

}  // namespace
}  // namespace kith::wire
