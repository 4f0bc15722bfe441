// The row of a copied line: one for each line and who copied it. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct CopiedRow {
  static constexpr std::string_view kind = "copied";
  using Id = Pair<RowKey, AccountId>;
  RowKey row;
  AccountId account;
  Version version;
  std::vector<Version> seen;
  Day on;
  Id id() const { return {row, account}; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("account", s.account), v("version", s.version), v("seen", s.seen), v("on", s.on);
  }
};

}  // namespace kith
