// How long somebody who missed waits before the next try is looked at (AC4).
//
// Pure. The first misses are free, then the wait doubles up to a minute at most: a guesser gets a few dozen
// tries an hour, and nobody is ever locked out for good (AC5). An hour without a miss forgets them all.
#pragma once
#include <algorithm>

#include "app/identity/identity.hpp"

namespace kith::identity {

struct SlowDown {
  std::int64_t free_misses;
  std::int64_t wait_ms_max;
};
inline constexpr SlowDown per_name{4, 30 * second_ms};
inline constexpr SlowDown per_address{20, 60 * second_ms};  // a household or a clinic shares one address
inline constexpr std::int64_t misses_forgotten_ms = hour_ms;

constexpr bool is_forgotten(Tally const& tally, Instant now) {
  return now.ms - tally.last_miss.ms >= misses_forgotten_ms;
}

// How long after a miss the next try waits.
constexpr std::int64_t wait_after_ms(SlowDown const& rule, std::int64_t misses) {
  auto const over = misses - rule.free_misses;
  if (over <= 0) return 0;
  auto const doublings = std::min<std::int64_t>(over - 1, 20);
  return std::min(second_ms << doublings, rule.wait_ms_max);
}

// How long from now; a clock set back never makes it longer than the wait itself.
constexpr std::int64_t wait_left_ms(SlowDown const& rule, Tally const& tally, Instant now) {
  if (is_forgotten(tally, now)) return 0;
  auto const wait_ms = wait_after_ms(rule, tally.misses);
  return std::clamp<std::int64_t>(tally.last_miss.ms + wait_ms - now.ms, 0, wait_ms);
}

}  // namespace kith::identity
