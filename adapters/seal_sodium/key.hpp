// Keys in memory: overwritten when they go, never printed, never compared in variable time.
#pragma once
#include <sodium.h>

#include <array>

#include "app/bytes.hpp"
#include "app/seal/seal.hpp"

namespace kith::adapters {

class Key {
 public:
  static constexpr std::size_t size_bytes = 32;
  Key() = default;
  Key(Key const&) = default;
  Key& operator=(Key const&) = default;
  ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

  static Key random();
  Key derive(std::uint64_t number, char const (&context)[crypto_kdf_CONTEXTBYTES + 1]) const;

  unsigned char* data() { return bytes_.data(); }
  unsigned char const* data() const { return bytes_.data(); }

 private:
  std::array<unsigned char, size_bytes> bytes_{};
};

// One key from keys.db serves three purposes, each with its own derived key.
struct KeyRing {
  Key sealing, nonces, hashes;
  static KeyRing of(Key const& root);
};

// XChaCha20-Poly1305: 1 octet layout (1), 24 of nonce, ciphertext, 16 of tag.
app::Bytes seal_random(Key const& key, app::BytesView plain, app::BytesView associated);
app::Bytes seal_derived(KeyRing const& ring, app::BytesView plain, app::BytesView associated);
std::optional<app::Bytes> open_sealed(Key const& key, app::BytesView sealed, app::BytesView associated);

app::Hash keyed_blake2b(Key const& key, std::uint8_t purpose, app::BytesView bytes);

}  // namespace kith::adapters
