// A visit as plain text, to be pasted into any other record: what may be shared, and whose words each line
// is.
//
// Made from what its reader sees once the visit is over, so nothing that was only opened for the visit leaves
// with it (HO2). Plain lines, no formatting; never longer than asked for, never cut inside a sentence. Pure.
// Units: letters are code points. Rules HO1-HO7 (spec/handover.md).
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/refusal.hpp"
#include "core/view/view.hpp"
#include "core/words/format.hpp"

namespace kith {

inline constexpr std::size_t copy_letters_min = 600;  // room for the heading and two long names
inline constexpr std::size_t copy_letters_max = 100'000;

struct VisitLine {
  CopiedLine line;      // which row, in which versions
  std::string section;  // key of its heading
  std::string text;     // one line, whose words they are in it
  std::optional<Day> copied_on;
  std::string copied_by;  // the last who copied it
  bool is_new = true;     // this reader has not copied it as it now stands
};

// What this reader will still see after the visit; nullopt: nothing is shared then.
std::optional<View> view_after_visit(Record const& shown, ViewContext const&);

// `reader` is the account that copies.
std::vector<VisitLine> visit_lines(View const& after, AccountId reader, Catalogue const&);

std::string name_of_reader(View const&, AccountId reader);

struct VisitAsk {
  Day today;
  std::string by_name;  // who copies
  std::size_t letters_max = 4000;
  bool whole = false;  // also what was copied before
};
struct VisitText {
  std::string text;
  std::vector<CopiedLine> copied;  // the lines that are in it whole
  bool all = true;                 // nothing was left out for its length
};
VisitText visit_text(View const& after, std::vector<VisitLine> const&, VisitAsk const&, Catalogue const&);

// The same on one sheet of paper; `whole`: also what was copied before.
std::variant<Refusal, std::string> visit_sheet(Record const& shown, ViewContext const&, bool whole,
                                               bool practice, Catalogue const&);

}  // namespace kith
