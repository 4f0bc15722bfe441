#include "app/identity/name.hpp"

#include <gtest/gtest.h>

namespace kith::identity {
namespace {

struct Case {
  char const* sentence;
  std::string typed;
  std::optional<std::string> looked_up;
};

TEST(NameTest, AC9_a_name_is_looked_up_however_it_is_typed) {
  Case const cases[] = {
      {"a plain name stays", "amina", "amina"},
      {"capitals do not matter", "AMINA.Rahman@example.org", "amina.rahman@example.org"},
      {"spaces are trimmed and folded", "  Sian   Jones ", "sian jones"},
      {"Welsh and French capitals do not matter", "SIÂN ÉLODIE", "siân élodie"},
      {"the multiplication sign is no capital", "a×b", "a×b"},
      {"Latin Extended-A: even capitals", "ŴYN Ŷ", "ŵyn ŷ"},
      {"Latin Extended-A: odd capitals", "ŁUKASZ Žižek", "łukasz žižek"},
      {"Y with diaeresis lives far from its small letter", "Ÿ", "ÿ"},
      {"other scripts stay as they are", "Амина 李", "Амина 李"},
      {"empty is no name", "", std::nullopt},
      {"only spaces is no name", "   ", std::nullopt},
      {"a control character is no name", "am\nina", std::nullopt},
      {"a NUL is no name", std::string("am\0ina", 6), std::nullopt},
      {"broken UTF-8 is no name", "am\xc3", std::nullopt},
      {"the longest name", std::string(sign_in_name_bytes_max, 'a'),
       std::string(sign_in_name_bytes_max, 'a')},
      {"one byte more", std::string(sign_in_name_bytes_max + 1, 'a'), std::nullopt},
  };
  for (auto const& [sentence, typed, looked_up] : cases)
    EXPECT_EQ(normalised_name(typed), looked_up) << sentence;
}

TEST(NameTest, AC9_normalising_twice_changes_nothing) {
  for (auto const* name : {"Siân  JONES", "ŁUKASZ", "ĲSSEL Ŋ", "İstanbul ı"}) {
    auto const once = normalised_name(name);
    ASSERT_TRUE(once) << name;
    EXPECT_EQ(normalised_name(*once), once) << name;
  }
}

}  // namespace
}  // namespace kith::identity
