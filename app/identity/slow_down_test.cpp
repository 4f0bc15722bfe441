#include "app/identity/slow_down.hpp"

#include <gtest/gtest.h>

namespace kith::identity {
namespace {

constexpr Instant noon{1'000'000'000};
constexpr Instant after(std::int64_t ms) { return {noon.ms + ms}; }

TEST(SlowDownTest, AC4_the_wait_doubles_from_a_second_to_its_bound) {
  struct Case {
    std::int64_t misses, wait_ms;
  };
  Case const cases[] = {{0, 0},     {4, 0},      {5, 1000},   {6, 2000},
                        {9, 16000}, {10, 30000}, {99, 30000}, {1'000'000'000, 30000}};
  for (auto const& [misses, wait_ms] : cases) EXPECT_EQ(wait_after_ms(per_name, misses), wait_ms) << misses;
}

TEST(SlowDownTest, AC4_a_shared_address_has_more_free_misses) {
  EXPECT_EQ(wait_after_ms(per_address, 20), 0);
  EXPECT_EQ(wait_after_ms(per_address, 21), 1000);
  EXPECT_EQ(wait_after_ms(per_address, 1000), 60000);
}

TEST(SlowDownTest, AC5_nobody_waits_longer_than_a_minute_whatever_the_clock_does) {
  struct Case {
    char const* sentence;
    Instant now;
    std::int64_t wait_ms;
  };
  Tally const many{50, noon};
  Case const cases[] = {
      {"straight after the miss", noon, 30000},
      {"half of it later", after(15000), 15000},
      {"when it is over", after(30000), 0},
      {"long after", after(hour_ms), 0},
      {"a clock set back a year", after(-365 * day_ms), 30000},
  };
  for (auto const& [sentence, now, wait_ms] : cases) {
    EXPECT_EQ(wait_left_ms(per_name, many, now), wait_ms) << sentence;
  }
}

TEST(SlowDownTest, AC5_an_hour_without_a_miss_forgets_them) {
  EXPECT_FALSE(is_forgotten({50, noon}, after(hour_ms - 1)));
  EXPECT_TRUE(is_forgotten({50, noon}, after(hour_ms)));
}

}  // namespace
}  // namespace kith::identity
