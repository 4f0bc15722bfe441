// The small readings of HSDS values: text whatever its type, lists whether there or not, times and money in
// words. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/ideas/service.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

// Text, or a number written as text; "" for anything else. Real feeds write ages and coordinates both ways.
std::string text_of(wire::Json const& object, std::string_view name);
// The list under a name; an empty one when the object is null or has none.
wire::Json::array_t const& list_of(wire::Json const* object, std::string_view name);

// "Tuesdays and Fridays, 10:00 to 12:30" from RRULE parts, or the schedule's own description.
std::string schedule_text(wire::Json const& schedule);

// "£3.50 for each session", and the amount in pence (of any currency: a price is a price to who pays it).
std::string cost_option_text(wire::Json const& option);
std::optional<std::int64_t> pence_of(wire::Json const& option);
ideas::Cost cost_of_pence(std::int64_t pence);
ideas::Cost cost_of_text(std::string_view text);

// "No need to book" is open, "there is a waiting list" is one; anything else is to be asked (rule ID24).
ideas::Newcomers newcomers_of(std::string_view text);

}  // namespace kith::open_referral
