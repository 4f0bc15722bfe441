// kith_sim: lives the days of one seed, or of many, and says which invariants broke. `make sim SEED=4711`.
#include <charconv>
#include <iostream>
#include <random>
#include <string_view>

#include "sim/day.hpp"

namespace {

constexpr std::string_view help =
    "usage: kith_sim [--seed=N] [--seeds=N] [--moments=N] [--without=SAFEGUARD]\n";

// The number after a name, as in --seed=4711. False when it is not that.
bool number_of(std::string_view argument, std::string_view name, std::uint64_t& number) {
  if (!argument.starts_with(name)) return false;
  argument.remove_prefix(name.size());
  auto const [end, fault] = std::from_chars(argument.data(), argument.data() + argument.size(), number);
  return fault == std::errc() && end == argument.data() + argument.size();
}

bool safeguard_of(std::string_view argument, kith::sim::Without& without) {
  constexpr std::string_view name = "--without=";
  if (!argument.starts_with(name)) return false;
  without = kith::named<kith::sim::Safeguard>(argument.substr(name.size()));
  return without.has_value();
}

}  // namespace

int main(int count, char** arguments) {
  std::uint64_t seed = std::random_device{}() % 1'000'000, seeds = 1, moments = kith::sim::moments_usual;
  kith::sim::Without without;
  for (int n = 1; n < count; ++n) {
    if (number_of(arguments[n], "--seed=", seed) || number_of(arguments[n], "--seeds=", seeds) ||
        number_of(arguments[n], "--moments=", moments) || safeguard_of(arguments[n], without))
      continue;
    std::cerr << help;
    return 2;
  }
  int broken = 0;
  for (auto const last = seed + seeds; seed < last; ++seed) {
    auto const lived = kith::sim::live(seed, static_cast<int>(moments), {}, without);
    std::cout << "seed " << seed << ": " << lived.days << " days, " << lived.taps << " taps, " << lived.agreed
              << " agreed, " << lived.refused << " refused by the server, " << lived.apart
              << " changed apart, " << lived.undone << " of them undone; " << lived.lost
              << " lost on the way, " << lived.repeated << " repeated, " << lived.closed << " pages closed, "
              << lived.out_of_reach << " times out of reach, " << lived.restarted << " restarts\n";
    for (auto const& what : lived.broken) std::cout << "  BROKEN " << what << "\n";
    broken += !lived.broken.empty();
  }
  return broken ? 1 : 0;
}
