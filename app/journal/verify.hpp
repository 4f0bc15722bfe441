// Verify: reads the whole journal and names every place where it is not what was written. Needs no keys.
//
// It accepts an empty body exactly where a later event of the same stream says it erased it. It streams:
// memory is bounded by one page of events, one head per stream and faults_max faults.
#pragma once
#include <string>
#include <vector>

#include "app/journal/journal.hpp"

namespace kith::app {

inline constexpr std::size_t verify_faults_max = 1000;  // more are counted, not listed

struct VerifyFault {
  IdBits stream{};             // all zeros when the fault is in the anchors
  std::uint64_t position = 0;  // of the event; for an anchor, its number
  std::string what;            // one sentence in plain words
};

struct VerifyReport {
  bool ok = true;
  std::uint64_t streams = 0;
  std::uint64_t events = 0;
  std::uint64_t erased = 0;  // bodies emptied and accounted for
  std::uint64_t anchors = 0;
  Hash last_anchor{};  // write it down elsewhere: a file put back to an earlier day has another
  std::vector<VerifyFault> faults;
  std::uint64_t faults_unlisted = 0;
};

VerifyReport verify(Journal const&, HashFunction);

}  // namespace kith::app
