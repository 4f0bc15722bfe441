#include "adapters/seal_sodium/seal_sodium.hpp"

#include <utility>

#include "adapters/seal_sodium/master_key.hpp"
#include "app/fault.hpp"
#include "keys_migrations.hpp"

namespace kith::adapters {

using namespace app;
using sqlite::Blob;

namespace {

constexpr std::int32_t application_id = 0x4B49544B;  // "KITK": Kith's keys

void start_sodium() {
  if (sodium_init() < 0) throw Fault(FaultKind::unavailable, "The system gives no random numbers.");
}

Key master_key(KeyFiles const& files, sqlite::Open open) {
  start_sodium();
  if (open == sqlite::Open::existing || has_master_key(files.master_key))
    return read_master_key(files.master_key);
  // A new master key beside an old keys.db would look like a healthy installation that can read nothing.
  if (has_master_key(files.keys_db)) {
    throw Fault(FaultKind::unavailable,
                "The master key " + files.master_key + " is missing. Put it back from its backup.");
  }
  return make_master_key(files.master_key);
}

Key random_master() {
  start_sodium();
  return Key::random();
}

// A wrapped key opens only under its own number and stream.
Bytes wrapping_data(KeyId key, BytesView stream) {
  Bytes data(stream);
  append_number(data, key);
  return data;
}

KeyId random_key_id() {
  KeyId id = 0;
  while (id < first_stream_key) {
    randombytes_buf(&id, sizeof id);
    id >>= 1;  // SQLite's numbers have a sign
  }
  return id;
}

}  // namespace

SodiumSeal::SodiumSeal(KeyFiles const& files, sqlite::Open open)
    : SodiumSeal(files.keys_db, master_key(files, open), open) {}

SodiumSeal::SodiumSeal(std::string const& keys_db, Key const& master, sqlite::Open open)
    : file_(keys_db, open), wrapping_(master.derive(1, "kithmain")) {
  sqlite::migrate(file_, application_id, sqlite::keys_migrations);
  check_master(master);
  open_[installation_key] = KeyRing::of(master.derive(2, "kithmain"));
  open_[cookie_key] = KeyRing::of(master.derive(3, "kithmain"));
}

std::unique_ptr<SodiumSeal> SodiumSeal::in_memory() {
  return std::unique_ptr<SodiumSeal>(new SodiumSeal(":memory:", random_master(), sqlite::Open::in_memory));
}

void SodiumSeal::check_master(Key const& master) {
  auto const expected = keyed_blake2b(master.derive(4, "kithmain"), 0, "the master key of this keys.db");
  file_.run("INSERT OR IGNORE INTO installation VALUES (1, ?1)", Blob{view(expected)});
  auto query = file_.query("SELECT master_check FROM installation");
  if (!query.step() || query.octets(0) != view(expected)) {
    throw Fault(FaultKind::unavailable, "The master key does not belong to " + file_.path() + ".");
  }
}

std::optional<KeyId> SodiumSeal::new_key(IdBits const& stream) {
  auto const id = bytes_of(stream);
  std::lock_guard const lock(mutex_);
  sqlite::Transaction transaction(file_);
  if (file_.query("SELECT 1 FROM forgotten WHERE stream = ?1", Blob{id}).step()) return std::nullopt;
  auto key_id = random_key_id();
  while (file_.query("SELECT 1 FROM keys WHERE key_id = ?1", key_id).step()) key_id = random_key_id();
  auto const key = Key::random();
  BytesView const plain(reinterpret_cast<char const*>(key.data()), Key::size_bytes);
  auto const wrapped = seal_random(wrapping_, plain, wrapping_data(key_id, id)).substr(1);
  file_.run("INSERT INTO keys VALUES (?1, ?2, ?3)", key_id, Blob{id}, Blob{wrapped});
  transaction.commit();
  return key_id;
}

void SodiumSeal::destroy_keys(IdBits const& stream) {
  auto const id = bytes_of(stream);
  std::lock_guard const lock(mutex_);
  sqlite::Transaction transaction(file_);
  file_.run("INSERT OR IGNORE INTO forgotten VALUES (?1)", Blob{id});
  {
    auto query = file_.query("SELECT key_id FROM keys WHERE stream = ?1", Blob{id});
    while (query.step()) open_.erase(static_cast<KeyId>(query.integer(0)));
  }
  file_.run("UPDATE keys SET wrapped = NULL WHERE stream = ?1", Blob{id});
  transaction.commit();
  // The old page still stands in the log, and nobody else reads this file for long.
  if (!file_.empty_log())
    throw Fault(FaultKind::unavailable, file_.path() + " is being read. Destroy the key again.");
}

bool SodiumSeal::has_forgotten(IdBits const& stream) {
  auto const id = bytes_of(stream);
  std::lock_guard const lock(mutex_);
  return file_.query("SELECT 1 FROM forgotten WHERE stream = ?1", Blob{id}).step();
}

SodiumSeal::Found SodiumSeal::find(KeyId key) {
  std::lock_guard const lock(mutex_);
  auto const found = open_.find(key);
  if (found != open_.end()) return found->second;
  auto loaded = load(key);
  if (auto const* ring = std::get_if<KeyRing>(&loaded)) {
    if (open_.size() >= keys_open_max) open_.erase(open_.lower_bound(first_stream_key), open_.end());
    open_[key] = *ring;
  }
  return loaded;
}

SodiumSeal::Found SodiumSeal::load(KeyId key) {
  if (key < first_stream_key || key > INT64_MAX) return UnsealRefusal::key_unknown;
  auto query = file_.query("SELECT stream, wrapped FROM keys WHERE key_id = ?1", key);
  if (!query.step()) return UnsealRefusal::key_unknown;
  if (query.is_null(1)) return UnsealRefusal::key_destroyed;
  auto const wrapped = Bytes(1, '\1') + Bytes(query.octets(1));
  auto plain = open_sealed(wrapping_, wrapped, wrapping_data(key, query.octets(0)));
  if (!plain || plain->size() != Key::size_bytes) {
    throw Fault(FaultKind::corrupted,
                "A key in " + file_.path() + " was altered. Put the file back from its backup.");
  }
  Key root;
  std::copy(plain->begin(), plain->end(), root.data());
  sodium_memzero(plain->data(), plain->size());
  return KeyRing::of(root);
}

std::optional<KeyRing> SodiumSeal::ring(KeyId key) {
  auto found = find(key);
  auto const* ring = std::get_if<KeyRing>(&found);
  return ring ? std::optional(*ring) : std::nullopt;
}

std::optional<Bytes> SodiumSeal::seal(KeyId key, BytesView plain, BytesView associated) {
  if (key == open_key) return Bytes(plain);
  auto const keys = ring(key);
  return keys ? std::optional(seal_random(keys->sealing, plain, associated)) : std::nullopt;
}

std::optional<Bytes> SodiumSeal::seal_deterministic(KeyId key, BytesView plain, BytesView associated) {
  if (key == open_key) return Bytes(plain);
  auto const keys = ring(key);
  return keys ? std::optional(seal_derived(*keys, plain, associated)) : std::nullopt;
}

Unsealed SodiumSeal::unseal(KeyId key, BytesView sealed, BytesView associated) {
  if (key == open_key) return Bytes(sealed);
  auto const found = find(key);
  if (auto const* refusal = std::get_if<UnsealRefusal>(&found)) return *refusal;
  auto plain = open_sealed(std::get<KeyRing>(found).sealing, sealed, associated);
  if (!plain) return UnsealRefusal::not_authentic;
  return std::move(*plain);
}

std::optional<Hash> SodiumSeal::keyed_hash(KeyId key, HashPurpose purpose, BytesView bytes) {
  auto const keys = ring(key);
  if (!keys) return std::nullopt;
  return keyed_blake2b(keys->hashes, static_cast<std::uint8_t>(purpose), bytes);
}

Bytes SodiumSeal::random(std::size_t size_bytes) {
  Bytes bytes(size_bytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

}  // namespace kith::adapters
