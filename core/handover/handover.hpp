// Handing over: which lines of a record somebody has copied into another one. Command and fact. Rules HO1-HO7
// (spec/handover.md).
//
// `seen` are the versions a line stood in when it was copied, so that next time only what changed is offered.
#pragma once
#include <vector>

#include "core/ids.hpp"
#include "core/record/text.hpp"

namespace kith {

struct CopiedLine {
  RowKey row;  // "step:…"
  std::vector<CommandId> seen;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("seen", s.seen);
  }
};
struct MarkCopied {
  static constexpr std::string_view name_ = "mark_copied";
  std::vector<CopiedLine> lines;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("lines", s.lines);
  }
};
struct LinesCopied : MarkCopied {
  static constexpr std::string_view name_ = "lines_copied";
};

}  // namespace kith
