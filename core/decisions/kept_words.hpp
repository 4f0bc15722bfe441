// An answer is given to the words of a question and its options, so they are not said in another way
// afterwards. Rule DE10.
#pragma once
#include "core/record/vocabulary.hpp"

namespace kith {

constexpr bool keeps_its_words(Place place) { return place == Place::decision || place == Place::option; }

}  // namespace kith
