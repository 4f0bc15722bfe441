// The installation's clock never goes back. Rules KP11 and KP12.
#include <gtest/gtest.h>

#include "main/house.hpp"

namespace kith {
namespace {

class ClockTest : public testing::Test {
 protected:
  Instant machine{1'800'000'000'000};
  HouseClock clock{[this] { return machine; }};
};

TEST_F(ClockTest, KP12_set_back_a_little_it_stands_still_and_goes_on) {
  auto const told = clock.now();
  machine.ms -= minute_ms;
  EXPECT_EQ(clock.now(), told);
  EXPECT_FALSE(clock.is_back());
  machine.ms += 2 * minute_ms;
  EXPECT_EQ(clock.now(), machine);
}

TEST_F(ClockTest, KP12_set_back_by_more_it_says_so_until_it_is_right_again) {
  auto const told = clock.now();
  machine.ms -= day_ms;
  EXPECT_TRUE(clock.is_back());
  EXPECT_EQ(clock.back_ms(), day_ms);
  EXPECT_EQ(clock.now(), told);
  machine.ms += day_ms;
  EXPECT_FALSE(clock.is_back());
}

TEST_F(ClockTest, KP11_what_was_written_before_the_start_counts_as_told) {
  clock.has_told({machine.ms + clock_behind_ms_max});
  EXPECT_FALSE(clock.is_back());
  clock.has_told({machine.ms + clock_behind_ms_max + 1});
  EXPECT_TRUE(clock.is_back());
}

TEST_F(ClockTest, moved_on_purpose_it_goes_anywhere) {
  clock.now();
  clock.move_by(-400 * day_ms);
  EXPECT_EQ(clock.now().ms, machine.ms - 400 * day_ms);
  EXPECT_FALSE(clock.is_back());
}

}  // namespace
}  // namespace kith
