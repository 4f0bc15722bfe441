// What a sentence about a building says about getting into it: "Step-free from the car park. No hearing
// loop."
//
// Reads the sentences people write in HSDS `accessibility` and similar columns. A sentence that says no to a
// need makes it known to fail; what no sentence names stays unknown, which is never read as no. Pure.
#pragma once
#include <string_view>

#include "core/ideas/access.hpp"

namespace kith::open_referral {

void read_access_text(std::string_view text, ideas::AccessFacts& facts);

}  // namespace kith::open_referral
