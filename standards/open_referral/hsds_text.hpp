// The small readings of HSDS values: text whatever its type, lists whether there or not. Pure.
#pragma once
#include <string>
#include <string_view>

#include "core/ideas/service.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

// Text, or a number written as text; "" for anything else. Real feeds write ages and coordinates both ways.
std::string text_of(wire::Json const& object, std::string_view name);
// The list under a name; an empty one when the object is null or has none.
wire::Json::array_t const& list_of(wire::Json const* object, std::string_view name);

// "No need to book" is open, "there is a waiting list" is one; anything else is to be asked (rule ID24).
ideas::Newcomers newcomers_of(std::string_view text);

}  // namespace kith::open_referral
