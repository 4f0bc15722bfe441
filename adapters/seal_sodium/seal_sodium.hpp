// The seal with libsodium: stream keys wrapped by the master key in keys.db, beside the journal and never in
// it.
//
// Threads: any. Opened keys are kept in memory, at most keys_open_max, and overwritten when they go.
// Faults: see app/seal/seal.hpp; a master key that is not the one of this keys.db is found when opening.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/seal_sodium/key.hpp"
#include "adapters/sqlite/sqlite.hpp"
#include "app/seal/seal.hpp"

namespace kith::adapters {

inline constexpr std::size_t keys_open_max = 4096;

struct KeyFiles {
  std::string keys_db;
  std::string master_key;
};

class SodiumSeal final : public app::Seal {
 public:
  // Open::create makes what is missing; but a keys.db without its master key is always a Fault.
  SodiumSeal(KeyFiles const& files, sqlite::Open open);
  static std::unique_ptr<SodiumSeal> in_memory();  // for tests: nothing lasts

  std::optional<app::KeyId> new_key(IdBits const& stream) override;
  void destroy_keys(IdBits const& stream) override;
  bool has_forgotten(IdBits const& stream);  // its keys were destroyed
  std::optional<app::Bytes> seal(app::KeyId, app::BytesView plain, app::BytesView associated) override;
  std::optional<app::Bytes> seal_deterministic(app::KeyId, app::BytesView plain,
                                               app::BytesView associated) override;
  app::Unsealed unseal(app::KeyId, app::BytesView sealed, app::BytesView associated) override;
  std::optional<app::Hash> keyed_hash(app::KeyId, app::HashPurpose, app::BytesView) override;
  app::Bytes random(std::size_t size_bytes) override;

 private:
  using Found = std::variant<KeyRing, app::UnsealRefusal>;

  SodiumSeal(std::string const& keys_db, Key const& master, sqlite::Open open);
  void check_master(Key const& master);
  Found find(app::KeyId key);
  Found load(app::KeyId key);
  std::optional<KeyRing> ring(app::KeyId key);

  std::mutex mutex_;  // of everything below
  sqlite::Connection file_;
  Key wrapping_;
  std::map<app::KeyId, KeyRing> open_;
};

}  // namespace kith::adapters
