#include "http/language.hpp"

#include <gtest/gtest.h>

namespace kith::http {
namespace {

constexpr auto en = CatalogueLanguage::en;
constexpr auto cy = CatalogueLanguage::cy;

TEST(Language, WO6_what_the_browser_prefers_is_read_by_weight_and_never_refused) {
  struct Case {
    char const* sentence;
    std::string accepts;
    CatalogueLanguage language;
  };
  Case const cases[] = {
      {"nothing said", "", en},
      {"Welsh", "cy", cy},
      {"Welsh of Britain, in capitals", "CY-gb", cy},
      {"Welsh first, as a browser in Wales says it", "cy,en-GB;q=0.9,en;q=0.8", cy},
      {"English first", "en-GB, cy;q=0.9", en},
      {"the heavier one, wherever it stands", "en;q=0.4, cy;q=0.7", cy},
      {"of two alike the first", "cy;q=0.5, en;q=0.5", cy},
      {"spaces where they may stand", " en ; q=0.1 ,\tcy ; q=0.2 ", cy},
      {"a language that is refused", "cy;q=0, en;q=0.1", en},
      {"another language, then Welsh", "fr, cy;q=0.3", cy},
      {"only another language", "fr-FR, de", en},
      {"anything", "*", en},
      {"a weight that is none", "cy;q=2, cy;q=x, cy;q=0.12345, cy;r=1, en;q=0.001", en},
      {"a word that begins like one of ours", "cym, english", en},
  };
  for (auto const& row : cases) EXPECT_EQ(preferred_language(row.accepts), row.language) << row.sentence;
  std::string many;
  for (int n = 0; n < 1000; ++n) many += "x;q=1,";
  EXPECT_EQ(preferred_language(many + "cy"), en) << "read no further than its bound";
}

TEST(Language, WO6_what_is_asked_for_by_name_wins_and_a_language_we_do_not_have_is_none) {
  Request request;
  request.headers = {{"accept-language", "cy"}};
  EXPECT_EQ(language_of(request), cy);
  request.query = {{"lang", "en"}};
  EXPECT_EQ(language_of(request), en);
  request.query = {{"lang", "fr"}};
  EXPECT_EQ(language_of(request), std::nullopt);
}

}  // namespace
}  // namespace kith::http
