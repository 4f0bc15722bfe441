// A sheet of paper: the look that every sheet shares, its heading, and the day it was printed.
//
// `begin`, then write into `html`, then `end`. Rules PA2-PA4 hold for every sheet. Values.
#pragma once
#include <string>

#include "core/days.hpp"
#include "core/paper/html.hpp"
#include "core/words/format.hpp"

namespace kith {

// Rows of a sheet are guessed from letters, on the safe side: paper is only made once.
inline constexpr std::size_t sheet_row_letters = 85;  // of the smaller writing
inline constexpr std::size_t sheet_heading_rows = 3;  // a heading with the room around it
inline constexpr std::size_t sheet_rows_roomy = 22;   // more are written smaller
inline constexpr std::size_t sheet_rows_max = 48;     // what one page holds; the screen has the rest

std::string_view sheet_style();

class Sheet {
 public:
  explicit Sheet(Catalogue const& catalogue) : catalogue_(catalogue) {}
  void begin(std::string const& title, bool practice, bool full = false);
  Html& html() { return html_; }
  std::string end(Day printed_on);

 private:
  Catalogue const& catalogue_;
  Html html_;
};

}  // namespace kith
