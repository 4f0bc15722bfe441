// The kind sentence: what a circle shows, said in the person's own names.
//
// It names people, pets, places and what they like doing; it never counts, labels or compares, and it finds
// nothing missing. The same sentence is read by the person and by whoever sits beside them. Rules CI11 to
// CI16 in spec/circle.md. Patterns stand in the catalogue under "circle.shows", "circle.because" and
// "circle.unnamed". Names come out in the order of the rings, inner first. Pure values; a circle of
// ties_per_circle_max is described in one pass per sentence.
#pragma once
#include <string>
#include <vector>

#include "core/circle/type.hpp"
#include "core/words/format.hpp"

namespace kith {

struct CircleTie {
  std::string name;  // as the person wrote it; blank when they gave none
  TieFacts facts;
  std::optional<Ring> ring;
};

struct CircleDrawing {
  bool finished = true;
  Occasion occasion = Occasion::everyday;
  std::vector<CircleTie> ties;
};

// In one sentence: so many words of names, except that a single longer name stands whole (CI13).
inline constexpr int names_words_max = 9;

struct CircleDescription {
  CircleType type = CircleType::not_yet_drawn;
  std::vector<Message> sentence;
  std::vector<Message> because;  // which entries decided, by name; for whoever checks the rule
};
CircleDescription describe(CircleDrawing const&);

// Gives every tie without a name what it is called by its kind, in the language of the catalogue (CI16).
CircleDrawing with_names(CircleDrawing, Catalogue const&);

}  // namespace kith
