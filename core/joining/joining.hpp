// Joining: what two records for one person leave behind in both when they are joined. Rules JO1-JO9
// (spec/joining.md).
//
// A copy is an event of the kept record with an origin: who wrote the line first, when, and in which version.
// The old record ends with `record_closed`. `fields` as in core/record/commands.hpp.
#pragma once
#include <optional>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/record/text.hpp"

namespace kith {

// Where a copied fact comes from. It folds as if its first author had written it then.
struct Origin {
  RecordId record;
  AccountId author;
  Day day;
  CommandId version;
  std::optional<RowKey> row;  // what it makes here; absent: a change of it, or somebody's name
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("author", s.author), v("day", s.day), v("version", s.version);
    v.maybe("row", s.row);
  }
};

struct RecordClosed {  // the last event of the old record
  static constexpr std::string_view name_ = "record_closed";
  RecordId into;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("into", s.into);
  }
};
struct RecordReopened {
  static constexpr std::string_view name_ = "record_reopened";
  RecordId from;  // that it had been joined into
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("from", s.from);
  }
};
struct RecordJoined {  // in the kept record, before its copies
  static constexpr std::string_view name_ = "record_joined";
  RecordId from;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("from", s.from);
  }
};
struct RecordParted {  // undone: the copies go
  static constexpr std::string_view name_ = "record_parted";
  RecordId from;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("from", s.from);
  }
};

}  // namespace kith
