// What the matching rule is told of a person: exactly what their restricted record says, and nothing guessed.
#pragma once
#include "core/ideas/preferences.hpp"
#include "core/record/record.hpp"

namespace kith {

ideas::Preferences preferences_of(Record const& shown);

}  // namespace kith
