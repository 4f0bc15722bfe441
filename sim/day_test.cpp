// Seeded days on the real app, journal and device: whatever happens between them, the invariants of
// spec/simulation.md hold. SEED=4711 lives that one alone.
#include "sim/day.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

namespace kith::sim {
namespace {

constexpr std::uint64_t seeds = 2000;
constexpr int long_days_moments = 400;

void expect_whole(std::uint64_t seed, Outcome const& lived) {
  for (auto const& what : lived.broken) ADD_FAILURE() << "SEED=" << seed << ": " << what;
}

std::optional<std::uint64_t> asked_seed() {
  auto const* text = std::getenv("SEED");
  return text && *text ? std::optional(std::strtoull(text, nullptr, 10)) : std::nullopt;
}

TEST(Days, SM1_SM2_SM3_SM4_SM5_SM6_SM7_hold_for_two_thousand_seeds) {
  if (auto const seed = asked_seed()) return expect_whole(*seed, live(*seed));
  int agreed = 0, refused = 0, apart = 0, given_back = 0, let_out_offline = 0, stolen = 0, restarted = 0;
  auto const began = std::chrono::steady_clock::now();
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    auto const lived = live(seed);
    expect_whole(seed, lived);
    agreed += lived.agreed, refused += lived.refused, apart += lived.apart, given_back += lived.given_back;
    let_out_offline += lived.let_out_offline, stolen += lived.stolen, restarted += lived.restarted;
  }
  std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - began;
  std::cout << seeds << " seeds, " << took.count() / static_cast<double>(seeds) << " ms each: " << agreed
            << " commands agreed, " << refused << " refused, " << apart << " changed apart, " << given_back
            << " given back, " << let_out_offline << " let out while offline, " << stolen
            << " devices stolen, " << restarted << " restarts\n";
  EXPECT_GT(agreed, 20'000) << "days in which nothing happens test nothing";
  EXPECT_GT(apart, 0) << "days without two hands on one thing test too little";
  EXPECT_GT(refused, 0);
  EXPECT_GT(given_back, 0);
  EXPECT_GT(let_out_offline, 0);
  EXPECT_GT(stolen, 0);
  EXPECT_GT(restarted, 0);
}

TEST(Days, SM1_SM2_hold_in_long_days_and_a_change_that_overtook_one_is_undone) {
  int undone = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    auto const lived = live(seed, long_days_moments);
    expect_whole(seed, lived);
    undone += lived.undone;
  }
  EXPECT_GT(undone, 0);
}

TEST(Days, SM2_SM3_hold_when_almost_nothing_arrives) {
  Misfortunes storm;
  storm.request_lost = storm.reply_lost = 60;
  storm.sent_twice = storm.heard_twice = 40;
  storm.signal_changes = 20, storm.page_closed = 15, storm.nudge_lost = 90;
  storm.restarted = storm.session_over = 10;
  for (std::uint64_t seed = 100; seed < 140; ++seed) expect_whole(seed, live(seed, 2 * moments_usual, storm));
}

TEST(Days, SM8_the_same_seed_is_the_same_days) {
  for (std::uint64_t seed : {4711u, 4712u, 4713u}) EXPECT_EQ(live(seed), live(seed)) << seed;
  EXPECT_NE(live(4711), live(4712));
}

}  // namespace
}  // namespace kith::sim
