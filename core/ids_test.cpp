#include "core/ids.hpp"

#include <gtest/gtest.h>

#include "core/circle/vocabulary.hpp"
#include "core/names.hpp"

namespace kith {
namespace {

TEST(Ids, a_lower_case_uuid_comes_back_the_same) {
  for (char const* text : {"00000000-0000-0000-0000-000000000001", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                           "ffffffff-ffff-ffff-ffff-ffffffffffff"}) {
    auto const id = parse_id<GoalId>(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(text_of(*id), text);
  }
}

TEST(Ids, every_other_spelling_is_refused) {
  for (char const* text : {"", "00000000-0000-0000-0000-000000000000", "F47AC10B-58CC-4372-A567-0E02B2C3D479",
                           "f47ac10b58cc4372a5670e02b2c3d479", "{f47ac10b-58cc-4372-a567-0e02b2c3d479}",
                           "f47ac10b-58cc-4372-a567-0e02b2c3d47", "f47ac10b-58cc-4372-a567-0e02b2c3d4790",
                           "f47ac10b-58cc-4372-a567-0e02b2c3d47g", "f47ac10b-58cc-4372-a567 0e02b2c3d479"}) {
    EXPECT_FALSE(parse_id<GoalId>(text)) << text;
  }
}

TEST(Ids, random_bits_become_version_four) {
  std::array<std::uint8_t, 16> bytes{};
  EXPECT_EQ(text_of(random_id<TieId>(bytes)), "00000000-0000-4000-8000-000000000000");
  bytes.fill(0xFF);
  EXPECT_EQ(text_of(random_id<TieId>(bytes)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST(Ids, order_is_that_of_their_text) {
  auto const low = parse_id<StepId>("0fffffff-ffff-4fff-bfff-ffffffffffff").value();
  auto const high = parse_id<StepId>("10000000-0000-4000-8000-000000000000").value();
  EXPECT_LT(low, high);
  EXPECT_LT(text_of(low), text_of(high));
}

TEST(Names, every_enumerator_has_its_own_name_and_finds_itself) {
  for (auto const kind : all<TieKind>()) EXPECT_EQ(named<TieKind>(name_of(kind)), kind);
  for (auto const often : all<Frequency>()) EXPECT_EQ(named<Frequency>(name_of(often)), often);
  for (auto const support : all<Support>()) EXPECT_EQ(named<Support>(name_of(support)), support);
  EXPECT_EQ(name_of(TieKind::thing), "thing");
  EXPECT_EQ(name_of(Frequency::rarely), "rarely");
}

TEST(Names, an_unknown_text_and_a_forged_value_have_no_meaning) {
  EXPECT_FALSE(named<TieKind>("Friend"));
  EXPECT_FALSE(named<TieKind>(""));
  EXPECT_EQ(name_of(static_cast<TieKind>(200)), "");
}

TEST(Names, rings_are_one_to_three) {
  EXPECT_FALSE(ring_of(0));
  EXPECT_EQ(ring_of(1), Ring::inner);
  EXPECT_EQ(ring_of(3), Ring::outer);
  EXPECT_FALSE(ring_of(4));
}

}  // namespace
}  // namespace kith
