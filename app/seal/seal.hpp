// The seal: what lies in the journal's file is unreadable without keys.db and the master key beside it. One
// key per stream, so that a person is forgotten by destroying one key (docs/adr/forgetting.md).
//
// Threads: every function may be called from any thread. Ownership: arguments are borrowed, results are
// owned. Refusals are values (a key that is gone, bytes that were altered); Faults are a broken key store or
// disk.
#pragma once
#include <cstddef>
#include <optional>
#include <variant>

#include "app/bytes.hpp"
#include "app/journal/journal.hpp"

namespace kith::app {

// Keys every installation has; stream keys are random numbers above these.
inline constexpr KeyId open_key = 0;          // not sealed: octets go through unchanged (public directory)
inline constexpr KeyId installation_key = 1;  // the installation's own streams, rows and name hashes
inline constexpr KeyId cookie_key = 2;        // short-lived tokens only (app/seal/cookie.hpp)
inline constexpr KeyId first_stream_key = 16;

// What a keyed hash is for; two purposes never give the same hash. The numbers are stored: never reuse one.
enum class HashPurpose : std::uint8_t {
  account_name = 1,     // sign-in names, normalised first
  external_number = 2,  // NHS number and the like, normalised first
  command = 3,          // the canonical command, in CommandRow::command_hash
  token = 4,            // sign-in links and session secrets, so that the file holds none that works
  row_key = 5,          // keys of read rows that must not be readable
  installation = 6,     // which installation this is, for whoever puts its files together
  access_log = 7,       // which stream is the access log of a record
};

enum class UnsealRefusal {
  key_destroyed,  // the person was forgotten
  key_unknown,    // no such key here: the journal and keys.db are not from the same installation or day
  not_authentic,  // altered, cut, moved to another place, or sealed with another key
};
using Unsealed = std::variant<Bytes, UnsealRefusal>;

class Seal {
 public:
  virtual ~Seal() = default;

  // A new key for a stream, durable before it is returned. nullopt: the stream's keys were destroyed, and
  // what was forgotten stays forgotten.
  virtual std::optional<KeyId> new_key(IdBits const& stream) = 0;

  // Destroys every key the stream ever had. Durable when it returns; calling it again changes nothing.
  virtual void destroy_keys(IdBits const& stream) = 0;

  // Seals with a random nonce. nullopt: the key is destroyed or unknown. `associated` is not stored: unseal
  // must be given the same octets (header_bytes in app/journal/chain.hpp).
  virtual std::optional<Bytes> seal(KeyId, BytesView plain, BytesView associated) = 0;

  // The same input always gives the same octets, so that rebuilding a read model is equal to the byte. It
  // shows which two rows of one key are equal: bind `associated` to the row's model and key.
  virtual std::optional<Bytes> seal_deterministic(KeyId, BytesView plain, BytesView associated) = 0;

  // Opens both kinds.
  virtual Unsealed unseal(KeyId, BytesView sealed, BytesView associated) = 0;

  // Under a stream's key the hash dies with the key. nullopt: destroyed or unknown; never for
  // installation_key.
  virtual std::optional<Hash> keyed_hash(KeyId, HashPurpose, BytesView) = 0;

  // Unpredictable octets from the operating system.
  virtual Bytes random(std::size_t size_bytes) = 0;
};

}  // namespace kith::app
