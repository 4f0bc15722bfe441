// What a cell says of the cost, when it says nothing else. Rule DI36. Pure.
#pragma once
#include <string_view>

#include "core/ideas/service.hpp"

namespace kith::open_referral {

// "Free of charge", "0", "£4.00 per session"; unknown for whatever could mean anything else.
ideas::Cost certain_cost(std::string_view text);

}  // namespace kith::open_referral
