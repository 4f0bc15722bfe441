// Sight: what one reader may see and do in one record at one moment. Rules SH1-SH12 and VI1-VI6
// (spec/sharing.md).
//
// `sight_of` reads only the reader's own grants and visits, so it gives the same answer on the whole record
// and on the reader's restricted one: the tablet and the server agree. `restrict` is the one place where
// sharing is applied.
#pragma once
#include <optional>

#include "core/record/record.hpp"

namespace kith {

struct Reader {
  AccountId account;
  Role role = Role::person;
  friend auto operator<=>(Reader const&, Reader const&) = default;
};

struct Sight {
  bool person = false;  // it is their record
  AccountId account;
  PartSet see;                   // by grants and the open visit together
  PartSet tell;                  // may add lines in their own voice
  PartSet drawing;               // parts open in a visit now: typing for the person
  std::optional<VisitId> visit;  // the open visit they are in
  bool keeps_sharing =
      false;  // in a visit with a person who has no account: they look after the sharing together
  bool supporter = false;        // SU7: they read, and add words of their own
  std::optional<Instant> until;  // when some of it ends by itself; absent: not by itself

  bool any() const { return person || !see.empty() || !tell.empty(); }
  bool sees(Part part) const { return person || see.has(part); }
  Party voice() const { return person ? Party::person() : Party::of(account); }
  friend bool operator==(Sight const&, Sight const&) = default;
};

Sight sight_of(Record const&, Reader const&, Instant now);

// The rows this sight may see, and no others. A row that refers to a hidden row is hidden (SH1).
Record restrict(Record const& whole, Sight const&);

// Whether this party could open a message now: the person with a sign-in, or whoever is let in (MS2).
bool can_open_messages(Record const& shown, Party const&, Instant now);

// How long a device of this reader may keep what it was given (architecture section 5), never past the grant.
Instant keep_until(Sight const&, Role, Instant now);

}  // namespace kith
