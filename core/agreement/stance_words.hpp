// What somebody makes of a line, in one short sentence: "Amina sees it differently". For paper, the text of a
// visit and the whole record; on a screen the pages say it with "you". Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/view/view.hpp"
#include "core/words/format.hpp"

namespace kith {

std::string said_of(Stance, std::string_view name, Catalogue const&);

// Those given to the words as they now stand, in the order of the view (AG1): the ones without own words, and
// the ones with.
std::vector<StanceView const*> stances_alone(StatementView const&);
std::vector<StanceView const*> stances_with_words(StatementView const&);

}  // namespace kith
