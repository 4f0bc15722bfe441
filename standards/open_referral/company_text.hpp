// What plain words say of how many come, and of coming alone or with somebody. Rule DI30.
//
// Only what can be meant in one way is read: two sizes in one text, or a sentence with a no in it, say
// nothing. Nothing is ever read as "no": only a curator may say that. Pure.
#pragma once
#include <string_view>

#include "core/ideas/service.hpp"

namespace kith::open_referral {

void read_company_text(std::string_view text, ideas::Service&);

}  // namespace kith::open_referral
