// Breaking any one safeguard breaks an invariant: the simulation would notice.
#include "sim/safeguards.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "sim/day.hpp"

namespace kith::sim {
namespace {

constexpr std::uint64_t seeds_tried = 300;

class Broken : public testing::TestWithParam<Safeguard> {};

TEST_P(Broken, SM9_a_safeguard_that_is_off_is_noticed) {
  auto const rule = std::string(rule_of(GetParam()));
  for (std::uint64_t seed = 1; seed <= seeds_tried; ++seed) {
    auto const broken = live(seed, moments_usual, {}, GetParam()).broken;
    auto const found =
        std::ranges::find_if(broken, [&](std::string const& what) { return what.starts_with(rule); });
    if (found == broken.end()) continue;
    std::cout << "without " << name_of(GetParam()) << ": SEED=" << seed << " " << *found << "\n";
    EXPECT_TRUE(live(seed).broken.empty()) << "SEED=" << seed << " must hold with it";
    return;
  }
  ADD_FAILURE() << "without " << name_of(GetParam()) << " " << rule << " held for " << seeds_tried
                << " seeds";
}

INSTANTIATE_TEST_SUITE_P(Safeguards, Broken, testing::ValuesIn(all<Safeguard>()),
                         [](auto const& one) { return std::string(name_of(one.param)); });

}  // namespace
}  // namespace kith::sim
