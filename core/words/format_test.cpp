#include "core/words/format.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

std::string said(std::string const& pattern, std::vector<MessageArg> args,
                 CatalogueLanguage language = CatalogueLanguage::en) {
  return say({"key", std::move(args)}, Catalogue(language, {{"key", pattern}}));
}

TEST(Words, WO1_a_pattern_says_its_arguments) {
  struct Case {
    char const* sentence;
    char const* pattern;
    std::vector<MessageArg> args;
    char const* said;
  };
  using List = std::vector<std::string>;
  Case const cases[] = {
      {"text alone", "Good morning.", {}, "Good morning."},
      {"a text", "{name} is here.", {{"name", "Mum"}}, "Mum is here."},
      {"a number", "Ring {number}.", {{"number", std::int64_t{111}}}, "Ring 111."},
      {"a list of one", "{names}.", {{"names", List{"Mum"}}}, "Mum."},
      {"a list of two", "{names}.", {{"names", List{"Mum", "Dev"}}}, "Mum and Dev."},
      {"a list of three", "{names}.", {{"names", List{"Mum", "Dev", "Priya"}}}, "Mum, Dev and Priya."},
      {"an empty list", "{names}.", {{"names", List{}}}, "."},
      {"an argument twice", "{a} and {a}", {{"a", "x"}}, "x and x"},
      {"braces in somebody's words are only words", "{a}", {{"a", "{b}"}, {"b", "no"}}, "{b}"},
      {"a missing argument shows its name", "Hello {name}", {}, "Hello {name}"},
      {"one", "{n, plural, one {a day} other {{n} days}} left", {{"n", std::int64_t{1}}}, "a day left"},
      {"other", "{n, plural, one {a day} other {{n} days}} left", {{"n", std::int64_t{2}}}, "2 days left"},
      {"a list decides",
       "{w} {w, plural, one {is} other {are}} there",
       {{"w", List{"A", "B"}}},
       "A and B are there"},
      {"a plural of nothing is other", "{n, plural, one {a} other {b}}", {}, "b"},
  };
  for (auto const& row : cases) EXPECT_EQ(said(row.pattern, row.args), row.said) << row.sentence;
}

TEST(Words, WO2_plural_classes_are_those_of_CLDR) {
  for (std::int64_t n : {0, 1, 2, 3, 6, 10, 101}) {
    EXPECT_EQ(plural_class(CatalogueLanguage::en, n), n == 1 ? PluralClass::one : PluralClass::other) << n;
  }
  std::map<std::int64_t, PluralClass> const welsh = {
      {0, PluralClass::zero},  {1, PluralClass::one},  {2, PluralClass::two},    {3, PluralClass::few},
      {4, PluralClass::other}, {6, PluralClass::many}, {11, PluralClass::other}, {-1, PluralClass::other}};
  for (auto const& [n, expected] : welsh) EXPECT_EQ(plural_class(CatalogueLanguage::cy, n), expected) << n;
  EXPECT_EQ(said("{n, plural, two {dau gi} other {{n} ci}}", {{"n", std::int64_t{2}}}, CatalogueLanguage::cy),
            "dau gi");
  EXPECT_EQ(said("{n, plural, two {dau gi} other {{n} ci}}", {{"n", std::int64_t{4}}}, CatalogueLanguage::cy),
            "4 ci");
}

TEST(Words, WO2_a_welsh_list_ends_with_a_or_ac) {
  EXPECT_EQ(join_list(CatalogueLanguage::cy, {"Mam", "Dad"}), "Mam a Dad");
  EXPECT_EQ(join_list(CatalogueLanguage::cy, {"Mam", "Dad", "Eira"}), "Mam, Dad ac Eira");
  EXPECT_EQ(join_list(CatalogueLanguage::cy, {}), "");
  EXPECT_EQ(join_list(CatalogueLanguage::cy, {"Mam"}), "Mam");
  for (char const* vowel : {"ŵyn", "Ŷd", "wythnos", "ysgol", "Ynyr", "Élodie", "Ioan"})
    EXPECT_EQ(join_list(CatalogueLanguage::cy, {"Mam", vowel}), "Mam ac " + std::string(vowel));
  for (char const* consonant : {"Wendy", "wal", "Yasmin", "Łukasz", "Çem", "8", "“Dad”", "\xFF", ""})
    EXPECT_EQ(join_list(CatalogueLanguage::cy, {"Mam", consonant}), "Mam a " + std::string(consonant));
}

TEST(Words, WO3_saying_never_fails) {
  Catalogue const empty;
  EXPECT_EQ(say({"circle.title", {}}, empty), "circle.title");
  for (char const* broken : {"{", "}", "{}", "{a", "{a,}", "{a, plural}", "{a, plural, }",
                             "{a, plural, one {x}}", "{a, plural, other {x}",
                             "{a, plural, other {{b, plural, other {}}}}", "{a, plural, other {x} other {y}}",
                             "{a, select, other {x}}", "{A}", "a } b", "{a, plural, some {x} other {y}}"}) {
    EXPECT_FALSE(parse_pattern(broken).fault.empty()) << broken;
    EXPECT_EQ(said(broken, {{"a", "x"}}), broken);
  }
  EXPECT_FALSE(parse_pattern(std::string(pattern_bytes_max + 1, 'a')).fault.empty());
}

TEST(Words, WO3_a_text_is_cut_between_characters) {
  std::vector<std::string> const many(2000, std::string(20, '.') + "ŵŷŵŷŵŷŵŷŵŷ");
  auto const text = said("x{names}{names}", {{"names", many}});
  EXPECT_LE(text.size(), said_bytes_max);
  EXPECT_GT(text.size(), said_bytes_max - 4);
  auto const last = static_cast<unsigned char>(text.back());
  EXPECT_TRUE(last < 0x80 || (last & 0xC0) == 0x80) << "ends inside a character";
}

TEST(Words, WO4_a_catalogue_is_checked_before_it_is_read) {
  Catalogue const english(CatalogueLanguage::en,
                          {{"a", "{x}"}, {"b", "{y}"}, {"c", "{z, plural, other {{x}}}"}});
  Catalogue const welsh(CatalogueLanguage::cy, {{"a", "{x}!"}, {"c", "{z, plural, other {}}"}, {"d", "{"}});
  EXPECT_TRUE(faults_of(english).empty());
  ASSERT_EQ(faults_of(welsh).size(), 1u);
  EXPECT_EQ(faults_of(welsh)[0].key, "d");
  std::vector<CatalogueFault> const expected = {
      {"b", "not translated"}, {"c", "other arguments than its reference"}, {"d", "not in the reference"}};
  EXPECT_EQ(differences(english, welsh), expected);
}

TEST(Words, WO1_sentences_are_said_one_after_another) {
  Catalogue const words(CatalogueLanguage::en, {{"a", "One."}, {"b", "Two."}});
  EXPECT_EQ(say_all({{"a", {}}, {"b", {}}}, words), "One. Two.");
  EXPECT_EQ(say_all({}, words), "");
}

}  // namespace
}  // namespace kith
