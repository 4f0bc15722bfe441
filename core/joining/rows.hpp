// What joining leaves in a record, one row for each thing: that it is closed (`closed:<record>`), which
// record it was joined with (`with:<record>`), and each row that was copied into it. See
// core/record/rows.hpp.
//
// Which record it was joined with is shown to nobody: a reader of one may not know of the other (JO6).
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct JoiningRow {
  static constexpr std::string_view kind = "joining";
  RowKey row;
  Version version;  // of the join
  Day on;
  RowKey id() const { return row; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("version", s.version), v("on", s.on);
  }
};
inline constexpr std::string_view closed_kind = "closed", joined_with_kind = "with";

}  // namespace kith
