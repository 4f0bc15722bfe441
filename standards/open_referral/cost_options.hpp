// What something costs: from the cost options of an HSDS service that hold today, and from free words.
//
// Nobody is told "free" who would then be asked to pay: the dearest option counts, an option without an
// amount makes the cost unknown, and so does a price that is only for some. Rule DI48
// (spec/directory-import.md). Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/service.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

// "£3.50 for each session", and the amount in pence (of any currency: a price is a price to who pays it).
std::string cost_option_text(wire::Json const& option);
std::optional<std::int64_t> pence_of(wire::Json const& option);
ideas::Cost cost_of_pence(std::int64_t pence);
ideas::Cost cost_of_text(std::string_view text);

struct CostSaid {
  ideas::Cost cost = ideas::Cost::unknown;
  std::string text;
  bool left_out = false;  // options that ended, or that begin later
};
CostSaid cost_said(wire::Json const& service, Day today);

}  // namespace kith::open_referral
