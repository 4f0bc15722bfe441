// A calendar day as people say it: "Thursday 3 April 2027", in the language of the catalogue (its keys
// "day.*").
#pragma once
#include <string>

#include "core/days.hpp"
#include "core/words/format.hpp"

namespace kith {

std::string day_in_words(Day, Catalogue const&);

}  // namespace kith
