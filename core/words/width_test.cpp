#include "core/words/width.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(Width, wider_texts_are_wider_and_grow_with_the_letters) {
  EXPECT_EQ(text_width_px("", 16), 0);
  EXPECT_LT(text_width_px("ill", 16), text_width_px("Mum", 16));
  EXPECT_LT(text_width_px("Mum", 10), text_width_px("Mum", 20));
  EXPECT_EQ(text_width_px("e\xCC\x81", 16), text_width_px("e", 16)) << "an accent takes no room of its own";
}

TEST(Width, a_text_that_fits_stays_and_another_keeps_its_beginning) {
  EXPECT_EQ(shortened("Mum", 16, 60), "Mum");
  EXPECT_EQ(shortened("Grandmother", 16, 60), "Grand…");
  EXPECT_EQ(shortened("Dr Lee of the surgery", 16, 42), "Dr…");
  EXPECT_EQ(shortened("Wn", 16, 1), "W…") << "one letter always stays";
  EXPECT_EQ(shortened("", 16, 0), "");
}

TEST(Width, letters_are_never_parted) {
  std::string const welsh = "ŵyŵyŵyŵyŵyŵy";
  for (int px = 0; px < 120; ++px) {
    auto const text = shortened(welsh, 16, px);
    auto const kept = text.substr(0, text.find("…"));
    EXPECT_TRUE(welsh.starts_with(kept));
    EXPECT_EQ(kept.size() % 3 == 0 || kept.size() % 3 == 2, true) << kept.size();
    EXPECT_LE(text_width_px(text, 16), std::max(px, text_width_px("ŵ…", 16)));
  }
  EXPECT_EQ(shortened("e\xCC\x81\xCC\x82tude", 16, 1), "e\xCC\x81\xCC\x82…");
  EXPECT_EQ(shortened("\xFF\xFF\xFF\xFF", 16, 1), "\xFF…") << "broken bytes do no harm";
}

}  // namespace
}  // namespace kith
