// A catalogue from its file: one flat JSON object, key → pattern (spec/words.md, rule WO5).
//
// The text may come from a translator: refused when it is not such an object; patterns that cannot be read
// stay in the catalogue and are reported by `faults_of`.
#pragma once
#include <string_view>
#include <variant>

#include "core/refusal.hpp"
#include "core/words/format.hpp"

namespace kith::wire {

// `variant`: what "x@charity" is for; "" leaves every variant out.
std::variant<Catalogue, Refusal> read_catalogue(CatalogueLanguage, std::string_view text,
                                                std::string_view variant = "");

}  // namespace kith::wire
