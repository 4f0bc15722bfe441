// Paper: HTML of our own making becomes a PDF. Rules PA7 to PA9 in spec/paper.md.
//
// The HTML comes from core/paper, where every word is escaped; an implementation still treats it as untrusted
// and opens no address in it. Any thread; a call takes as long as the sheet takes, a few seconds at most.
// Faults: unavailable, when too many are waiting, the worker ran out of time or memory, or there is none;
// misuse, when the HTML is over its bound.
#pragma once
#include <cstddef>
#include <string_view>

#include "app/bytes.hpp"

namespace kith::app {

inline constexpr std::size_t paper_html_bytes_max = 2u << 20;
inline constexpr std::size_t paper_pdf_bytes_max = 8u << 20;

class Paper {
 public:
  virtual ~Paper() = default;
  virtual Bytes pdf(std::string_view html) = 0;
};

}  // namespace kith::app
