// Deciding: may this be, and what then is a fact? Pure: the restricted record of the actor, the command and
// where we are.
//
// The record handed in is what the actor may see (architecture section 1, sentence 6), so that a tablet
// decides as the server does and no refusal depends on what its reader may not see. Refusals are rules of
// spec/; nothing here faults.
#pragma once
#include <variant>
#include <vector>

#include "core/refusal.hpp"
#include "core/sharing/sight.hpp"

namespace kith {

struct KnownAccount {  // an account the command names, as the installation knows it
  AccountId account;
  Name name;
  Role role = Role::practitioner;
};
struct Context {
  Reader reader;  // who sent the command
  Name reader_name;
  Instant now;
  std::vector<KnownAccount> known;
};

struct Already {};  // it is so already: nothing to write
struct Agreed {
  std::vector<Event> events;
  bool changed_apart = false;  // it overtook a change its sender had not seen
  std::optional<Ask> undo;     // puts back what it overtook; words need none, they stand side by side
};
using Decision = std::variant<Refusal, Already, Agreed>;

Decision decide(Record const& shown, RecordId record_id, Command const&, Context const&);

// The calendar day on which a command was made, where it was made; never later than tomorrow.
Day day_made(Command const&, Instant now);

}  // namespace kith
