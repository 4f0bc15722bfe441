// Whether something may go out: asked of whatever leaves Kith on paper, by telephone or into a calendar.
//
// Closed by default: before the person was asked, nothing goes out (RE2); a way they did not call safe is not
// used (RE3); while all is paused nothing goes out (RE7). A refusal says why in plain words. Pure.
#pragma once
#include "core/record/record.hpp"
#include "core/refusal.hpp"

namespace kith {

std::optional<Refusal> may_go_out(Record const& shown, Way);
std::optional<Way> way_of(HowTold);  // nullopt: said in person, nothing goes out

}  // namespace kith
