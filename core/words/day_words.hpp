// Days and times of day as people say them: "Thursday 3 April 2027", "2.30 pm", in the language of the
// catalogue (its keys "day.*" and "time.*").
#pragma once
#include <string>

#include "core/days.hpp"
#include "core/words/format.hpp"

namespace kith {

std::string day_in_words(Day, Catalogue const&);
std::string minute_in_words(int minute_of_day, Catalogue const&);  // 0..1439

}  // namespace kith
