// The file of `kith circle describe`, read strictly, and its answer. Format and rules CI20 to CI27 in
// spec/circle.md.
//
// Everything in the file is untrusted: what cannot be read is refused with the rule and, in plain words, the
// place. No state, no clock, no disk: the caller brings the bytes.
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "core/circle/sentence.hpp"
#include "core/refusal.hpp"

namespace kith::wire {

std::variant<CircleDrawing, Refusal> read_circle_file(std::string_view text);

// {"because":[…],"sentence":"…","type":"…"}: the only place where the code of a circle leaves the program.
std::string write_description(CircleDescription const&, Catalogue const&);

}  // namespace kith::wire
