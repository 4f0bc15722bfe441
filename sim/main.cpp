// kith_sim: lives one seeded day, or many, and says which promises were broken. `make sim SEED=4711`.
#include <charconv>
#include <iostream>
#include <random>
#include <string_view>

#include "sim/day.hpp"

namespace {

constexpr std::string_view help = "usage: kith_sim [--seed=N] [--days=N]\n";

// The number after a name, as in --seed=4711. False when it is not that.
bool number_of(std::string_view argument, std::string_view name, std::uint64_t& number) {
  if (!argument.starts_with(name)) return false;
  argument.remove_prefix(name.size());
  auto const [end, fault] = std::from_chars(argument.data(), argument.data() + argument.size(), number);
  return fault == std::errc() && end == argument.data() + argument.size();
}

}  // namespace

int main(int count, char** arguments) {
  std::uint64_t seed = std::random_device{}() % 1'000'000, days = 1;
  for (int n = 1; n < count; ++n) {
    if (number_of(arguments[n], "--seed=", seed) || number_of(arguments[n], "--days=", days)) continue;
    std::cerr << help;
    return 2;
  }
  int broken = 0;
  for (auto const last = seed + days; seed < last; ++seed) {
    auto const day = kith::sim::live(seed);
    std::cout << "seed " << seed << ": " << day.taps << " taps, " << day.agreed << " agreed, "
              << day.refused_there << " refused by the server, " << day.apart << " changed apart, "
              << day.undone << " of them undone; " << day.lost << " lost on the way, " << day.repeated
              << " repeated, " << day.closed << " pages closed, " << day.out_of_reach
              << " times out of reach\n";
    for (auto const& what : day.broken) std::cout << "  BROKEN " << what << "\n";
    broken += !day.broken.empty();
  }
  return broken ? 1 : 0;
}
