// The demo's own directory: the services and places of an invented town, read by the same importer as any
// other.
#pragma once
#include <string_view>

#include "main/house.hpp"

namespace kith {

inline constexpr std::string_view demo_feed =
    "wrenbridge";  // the feed's name; with an entry's id it makes the service's

// Faults: misuse, when a file inside the program is not read whole.
void load_demo_directory(House&);

}  // namespace kith
