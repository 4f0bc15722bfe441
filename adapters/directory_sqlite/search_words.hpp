// Words for searching: folded, told apart by language, changed at their beginning as Welsh does, and compared
// with what may have been meant. Rules DC7, DC17, DC18. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kith::adapters {

inline constexpr std::size_t word_bytes_max = 60;
inline constexpr std::size_t corrected_bytes_min = 4;  // shorter words have too many neighbours

// Lower case, Latin accents gone, apostrophes gone, everything else parts words: "Côr y Men's" → cor y mens.
std::vector<std::string> folded_words(std::string_view text);

// The sentences of a text that are Welsh, and the others. A sentence is Welsh when two of its words can be
// nothing else; a text of no sentence like that is English.
struct Passages {
  std::string english, welsh;
};
Passages passages_of(std::string_view text);

// A folded Welsh word as it may stand after another word, and before: "gor" → gor, cor, chor, nghor.
std::vector<std::string> initial_forms(std::string const& word);

// How many letters must be put in, taken out, changed or swapped; more than `most` is most + 1.
std::size_t slips_between(std::string_view a, std::string_view b, std::size_t most);
std::size_t slips_forgiven(std::string_view typed);  // 0: too short

// Its three-letter parts as an FTS5 expression of the trigram table; "" when there are none.
std::string parts_expression(std::string_view word);

}  // namespace kith::adapters
