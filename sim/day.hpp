// One seeded day: a record, its person's two devices, three of practitioners, and a network that loses.
//
// Misfortunes are data. Everything that happens follows from the seed, so that a day that broke a promise can
// be lived again. `live` returns what was counted and every promise that was broken, in words.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace kith::sim {

struct Misfortunes {  // each in percent
  std::uint64_t request_lost = 8;
  std::uint64_t reply_lost = 8;
  std::uint64_t sent_twice = 8;
  std::uint64_t signal_changes = 5;  // a device goes out of reach, or comes back
  std::uint64_t page_closed = 3;     // everything in memory is lost; what was stored is opened again
  std::uint64_t nudge_lost = 30;
};

struct Outcome {
  int taps = 0, agreed = 0, refused_there = 0, apart = 0, undone = 0, given_back = 0;
  int lost = 0, repeated = 0, closed = 0, out_of_reach = 0;
  std::vector<std::string> broken;
};

Outcome live(std::uint64_t seed, int hours = 30, Misfortunes const& = {});

}  // namespace kith::sim
