// Turns a message into words: one catalogue per language, one formatter for screen, paper, e-mail, refusals
// and CLI.
//
// A pattern holds text, named arguments `{name}` and plurals `{n, plural, one {a day} other {{n} days}}` with
// the CLDR classes of the language; plurals do not nest, and there is no escape for a brace because no
// sentence needs one. A list argument is joined as people do: "a", "a and b", "a, b and c". Saying never
// fails: a key without a pattern is said as itself, and a missing argument as `{name}`. `faults_of` and
// `differences` find both before a reader does.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/words/message.hpp"

namespace kith {

inline constexpr std::size_t pattern_bytes_max = 4096;
inline constexpr std::size_t said_bytes_max = 64 * 1024;  // longer texts are cut between two characters

enum class CatalogueLanguage : std::uint8_t { en, cy };
constexpr auto names_of(CatalogueLanguage) { return name_table("en", "cy"); }

enum class PluralClass : std::uint8_t { zero, one, two, few, many, other };
constexpr auto names_of(PluralClass) { return name_table("zero", "one", "two", "few", "many", "other"); }
PluralClass plural_class(CatalogueLanguage, std::int64_t n);  // CLDR, whole numbers

std::string join_list(CatalogueLanguage, std::vector<std::string> const& items);

// One pattern, taken apart once. A plural holds a run of plain pieces per class.
struct Pattern {
  enum class Part : std::uint8_t { text, argument, plural };
  struct Piece {
    Part part = Part::text;
    std::string text;  // the text itself, or the argument's name
    std::map<PluralClass, std::vector<Piece>> branches;
  };
  std::vector<Piece> pieces;
  std::string_view fault;  // empty, or what is wrong with it; the pattern is then said as it was written
};
Pattern parse_pattern(std::string_view);

class Catalogue {
 public:
  Catalogue() = default;
  Catalogue(CatalogueLanguage, std::map<std::string, std::string> const& texts);
  CatalogueLanguage language() const { return language_; }
  Pattern const* find(std::string_view key) const;
  std::map<std::string, Pattern, std::less<>> const& patterns() const { return patterns_; }

 private:
  CatalogueLanguage language_ = CatalogueLanguage::en;
  std::map<std::string, Pattern, std::less<>> patterns_;
};

// Every language there is. A text is said wholly in one of them: no key falls back to another (WO7).
struct Catalogues {
  Catalogue en, cy;
  Catalogue const& in(CatalogueLanguage language) const {
    return language == CatalogueLanguage::cy ? cy : en;
  }
};

// Nobody who speaks the language has read it yet: whatever is said in it says so too (WO8).
bool needs_review(Catalogue const&);

std::string say(Message const&, Catalogue const&);
std::string say_all(std::vector<Message> const&, Catalogue const&);  // with a space between sentences

// What a catalogue gets wrong by itself, and where a translation leaves its reference: one line each, in key
// order.
struct CatalogueFault {
  std::string key;
  std::string what;
  friend bool operator==(CatalogueFault const&, CatalogueFault const&) = default;
};
std::vector<CatalogueFault> faults_of(Catalogue const&);
std::vector<CatalogueFault> differences(Catalogue const& reference, Catalogue const& translation);

}  // namespace kith
