// Some seeded days: a person on two devices, two supporters and two practitioners on one each, a network that
// loses and repeats, clocks that are an hour wrong, somebody let out while out of reach, and a stolen device.
//
// Everything that happens follows from the seed, so that days that broke a promise can be lived again.
// Misfortunes are data. `live` returns what was counted and every invariant that broke (spec/simulation.md).
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "sim/safeguards.hpp"

namespace kith::sim {

struct Misfortunes {  // each in percent
  std::uint64_t request_lost = 8;
  std::uint64_t reply_lost = 8;
  std::uint64_t sent_twice = 8;
  std::uint64_t heard_twice = 8;     // an answer arrives again, later
  std::uint64_t signal_changes = 6;  // a device goes out of reach, or comes back
  std::uint64_t page_closed = 5;     // everything in memory is lost; what was stored is opened again
  std::uint64_t nudge_lost = 30;
  std::uint64_t restarted = 2;     // the server stops and begins again
  std::uint64_t session_over = 1;  // somebody must sign in again
  std::uint64_t days_pass = 8;     // nobody does anything for a day or two
};

struct Outcome {
  int taps = 0, agreed = 0, refused = 0, apart = 0, undone = 0, given_back = 0;
  int lost = 0, repeated = 0, closed = 0, out_of_reach = 0, restarted = 0;
  std::uint64_t days = 0;
  bool let_out_offline = false, stolen = false;
  std::set<std::string> broken;  // "SM3: …"
  friend bool operator==(Outcome const&, Outcome const&) = default;
};

inline constexpr int moments_usual = 20;

Outcome live(std::uint64_t seed, int moments = moments_usual, Misfortunes const& = {}, Without = {});

}  // namespace kith::sim
