// Deciding a join: may these two records become one, and what is then written in each? Rules JO1-JO9
// (spec/joining.md).
//
// Both records are handed in as this reader may see them, so that a join never copies what its reader could
// not read. Pure; the answer is written to both streams in one commit by app/records.
#pragma once
#include <map>
#include <variant>
#include <vector>

#include "core/record/decide.hpp"

namespace kith {

struct JoinAsk {
  CommandId id;
  RecordId from;  // the old one
  Instant made_at;
  std::int32_t offset_min = 0;
  bool said_aloud = false;  // the person said yes to joining
  bool undo = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("from", s.from), v("made_at", s.made_at), v("offset_min", s.offset_min);
    v.maybe("said_aloud", s.said_aloud), v.maybe("undo", s.undo);
  }
};

// Who wrote what, and when: of each command of the old record, for rows that do not say it themselves.
struct Written {
  AccountId by;
  Day on;
};
using WrittenBy = std::map<CommandId, Written>;
WrittenBy written_by(std::vector<Event> const&);

struct JoinSide {
  Record const& shown;
  RecordId id;
  bool as_the_join_left_it = false;  // nothing was written since (JO8)
};
struct Joined {
  std::vector<Event> kept, old;
};
std::variant<Refusal, Joined> decide_join(JoinAsk const&, JoinSide const& old, JoinSide const& kept,
                                          WrittenBy const&, Context const&);
// Why it could not be joined now, apart from the spoken yes; nullopt: it could.
std::optional<Refusal> why_not_joined(JoinSide const& old, JoinSide const& kept, Context const&);

// What would be copied, with its origin, in an order in which nothing names what has not come yet.
struct Copy {
  Origin origin;
  Fact fact;
};
std::vector<Copy> copies_of(Record const& shown, RecordId, WrittenBy const&);

// Who may see the old record and, as far as this reader knows, not the kept one (JO6).
std::vector<AccountId> who_lost_sight(Record const& old_shown, Record const& kept_shown, AccountId reader,
                                      Instant now);

}  // namespace kith
