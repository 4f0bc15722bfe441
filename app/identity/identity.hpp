// Identity: who may come in. The port through which accounts, passes and failed attempts are kept.
//
// What is kept cannot be used by whoever reads it: names are keyed hashes, passwords argon2id, tokens hashes,
// display names sealed. Rules AC1–AC15 stand in spec/identity.md. Adapters are safe on any thread; every call
// is its own transaction, durable when it returns. Faults (a broken disk) are exceptions; nothing here
// refuses.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/bytes.hpp"
#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"
#include "core/sharing/part.hpp"

namespace kith::identity {

using Clock = std::function<Instant()>;
using Digest = app::Hash;

// All of these are stored by number: never reorder.
using kith::Role;
enum class Device : std::uint8_t { own, shared };
constexpr auto names_of(Device) { return name_table("own", "shared"); }
enum class PassKind : std::uint8_t { session, machine, link, known };
constexpr auto names_of(PassKind) { return name_table("session", "machine", "link", "known"); }

// A way back into an account was used: when, and who had printed its code. The person is told (AC18).
struct WayBackUsed {
  Instant at;
  AccountId by;
  friend bool operator==(WayBackUsed const&, WayBackUsed const&) = default;
};

struct Account {
  AccountId id;
  Digest name_key{};         // keyed hash of the normalised sign-in name; unique
  std::string display_name;  // what others read; sealed at rest
  Role role = Role::person;
  std::optional<RecordId> record;  // the one record that is theirs, if they have one
  std::string password;            // an argon2id hash; "" cannot sign in by password
  Instant made_at;
  std::optional<WayBackUsed> way_back = {};
  friend bool operator==(Account const&, Account const&) = default;
};

// Whoever shows the token is let in as the account: a session's cookie, a machine's bearer token, a demo
// link. `known` alone lets nobody in: it is a browser that somebody once signed in with (AC15).
struct Pass {
  Digest token{};  // hash of the token, never the token
  PassKind kind = PassKind::session;
  AccountId account;
  Device device = Device::shared;
  Instant made_at;
  Instant idle_until;  // moves on with use
  Instant ends_at;     // does not
  friend bool operator==(Pass const&, Pass const&) = default;
};

// A code on paper, for one use (AC16). Stored by number: never reorder.
enum class CodeKind : std::uint8_t { card, way_back, invitation };
constexpr auto names_of(CodeKind) { return name_table("card", "way_back", "invitation"); }

struct PrintedCode {
  Digest code{};  // keyed hash of the code, never the code; of an invitation with its link
  CodeKind kind = CodeKind::card;
  IdBits subject{};   // card: the record; way back: the account; invitation: its id
  AccountId made_by;  // nil: somebody at the machine itself
  Instant ends_at;
  friend bool operator==(PrintedCode const&, PrintedCode const&) = default;
};

// The answer to "who is this?", for as long as one request lasts.
struct SignedIn {
  AccountId account;
  Role role = Role::person;
  std::string display_name;
  std::optional<RecordId> record;
  Digest session{};  // of the pass: names the session without being able to open it
  PassKind kind = PassKind::session;
  Device device = Device::shared;
  Instant ends_at;
};

// Failed attempts under one key (a name, an address): how many in a row, and when the last one was.
struct Tally {
  std::int64_t misses = 0;
  Instant last_miss;
  friend bool operator==(Tally const&, Tally const&) = default;
};
inline constexpr std::int64_t tally_kept_ms = day_ms;
enum class Strike { none, missed, cleared };  // look; count one more; forget them all

using AccountRef = std::variant<AccountId, Digest, Role>;  // by id, by name key, or everybody of a role

struct EverySessionOf {
  AccountId account;
  std::optional<Digest> except;  // the one that asks may stay
};
using Revocation = std::variant<Digest, EverySessionOf>;  // one pass by its token, or all sessions

class Identity {
 public:
  virtual ~Identity() = default;
  virtual bool add(Account const&) = 0;      // false: the id or the name is taken
  virtual bool replace(Account const&) = 0;  // the row with this id; false: none, or its new name is taken
  // With every pass it has, which are known as ended from now on (AC21). Nothing happens when there is none.
  virtual void remove(AccountId) = 0;
  virtual bool has_ended(Digest const& token) = 0;               // of an account that was removed
  virtual std::vector<Account> accounts(AccountRef const&) = 0;  // in the order of their ids
  std::optional<Account> account(AccountRef const& ref) {  // the first; for an id or a name the only one
    auto found = accounts(ref);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  }
  virtual void put(Pass const&) = 0;  // a new one, or the same token renewed; drops passes over their end
  virtual std::optional<Pass> pass(
      Digest const& token) = 0;  // also when it is over: the caller knows the hour
  virtual void revoke(Revocation const&) = 0;
  virtual void put(PrintedCode const&) = 0;  // ends the one before, of the same kind and subject
  virtual std::optional<PrintedCode> printed_code(Digest const&) = 0;  // also when it is over
  virtual bool spend(Digest const&) = 0;  // false: it was not there, or somebody else has just used it
  // The tally after it. Tallies whose last miss is older than `tally_kept_ms` may be dropped.
  virtual Tally tally(Digest const& key, Strike, Instant now) = 0;
};

}  // namespace kith::identity
