// Why one service was suggested, as data for the catalogue ("ideas.because.…"): rule ID19.
//
// Args named `theme`, `sub_category` and `need` hold the name of the enumerator; the page says it in words.
#pragma once
#include <vector>

#include "core/ideas/match.hpp"

namespace kith::ideas {

std::vector<Reason> reasons_for(ServiceColumns const&, Preferences const&, Idea const&);

}  // namespace kith::ideas
