// What is shown of copied lines: who took which line into another record, and when. Part of the view.
#pragma once
#include <string>
#include <vector>

#include "core/handover/rows.hpp"

namespace kith {

struct CopiedView {
  RowKey row;
  AccountId account;
  std::string name;
  Day on;
  std::vector<Version> seen;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("account", s.account), v("name", s.name), v("on", s.on), v("seen", s.seen);
  }
};

}  // namespace kith
