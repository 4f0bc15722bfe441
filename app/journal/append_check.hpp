// What every journal checks before it writes: bounds (JN18) and that events follow on from their head (JN19).
//
// A Fault of kind misuse here is an error in Kith, found before it can reach the disk. Pure; any thread.
#pragma once
#include <span>

#include "app/journal/journal.hpp"

namespace kith::app {

void check_append(HashFunction, std::span<AppendItem const>);
void check_row(ReadRow const&);

}  // namespace kith::app
