#include "adapters/seal_sodium/key.hpp"

#include <fstream>

#include "adapters/seal_sodium/hash.hpp"

namespace kith::adapters {

using namespace app;

namespace {

constexpr char layout = 1;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t overhead_bytes = 1 + nonce_bytes + tag_bytes;
static_assert(Key::size_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(Key::size_bytes == crypto_kdf_KEYBYTES);

unsigned char const* octets(BytesView bytes) { return reinterpret_cast<unsigned char const*>(bytes.data()); }
unsigned char* octets(Bytes& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

using Nonce = std::array<unsigned char, nonce_bytes>;

Bytes seal_with(Key const& key, Nonce const& nonce, BytesView plain, BytesView associated) {
  Bytes sealed(overhead_bytes + plain.size(), '\0');
  sealed[0] = layout;
  std::copy(nonce.begin(), nonce.end(), octets(sealed) + 1);
  crypto_aead_xchacha20poly1305_ietf_encrypt(octets(sealed) + 1 + nonce_bytes, nullptr, octets(plain),
                                             plain.size(), octets(associated), associated.size(), nullptr,
                                             nonce.data(), key.data());
  return sealed;
}

}  // namespace

Hash blake2b_256(BytesView bytes) {
  // Without a start libsodium hashes correctly but slowly; verify has no seal that would have started it.
  [[maybe_unused]] static int const started = sodium_init();
  Hash hash;
  crypto_generichash(hash.data(), hash.size(), octets(bytes), bytes.size(), nullptr, 0);
  return hash;
}

std::optional<Hash> blake2b_256_of_file(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  Hash hash;
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  std::string piece(64u << 10, '\0');
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0)
    crypto_generichash_update(&state, octets(BytesView(piece)),
                              static_cast<unsigned long long>(file.gcount()));
  if (file.bad()) return std::nullopt;
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

Key Key::random() {
  Key key;
  randombytes_buf(key.data(), size_bytes);
  return key;
}

Key Key::derive(std::uint64_t number, char const (&context)[crypto_kdf_CONTEXTBYTES + 1]) const {
  Key key;
  crypto_kdf_derive_from_key(key.data(), size_bytes, number, context, data());
  return key;
}

KeyRing KeyRing::of(Key const& root) {
  return {root.derive(1, "kithseal"), root.derive(2, "kithseal"), root.derive(3, "kithseal")};
}

Bytes seal_random(Key const& key, BytesView plain, BytesView associated) {
  Nonce nonce;
  randombytes_buf(nonce.data(), nonce.size());
  return seal_with(key, nonce, plain, associated);
}

Bytes seal_derived(KeyRing const& ring, BytesView plain, BytesView associated) {
  Bytes input;
  append_number(input, associated.size());  // so that no two pairs of texts run together into one
  input += associated;
  input += plain;
  Nonce nonce;
  crypto_generichash(nonce.data(), nonce.size(), octets(input), input.size(), ring.nonces.data(),
                     Key::size_bytes);
  sodium_memzero(input.data(), input.size());
  return seal_with(ring.sealing, nonce, plain, associated);
}

std::optional<Bytes> open_sealed(Key const& key, BytesView sealed, BytesView associated) {
  if (sealed.size() < overhead_bytes || sealed[0] != layout) return std::nullopt;
  auto const nonce = octets(sealed) + 1;
  auto const text = octets(sealed) + 1 + nonce_bytes;
  auto const text_bytes = sealed.size() - 1 - nonce_bytes;
  Bytes plain(text_bytes - tag_bytes, '\0');
  int const failed =
      crypto_aead_xchacha20poly1305_ietf_decrypt(octets(plain), nullptr, nullptr, text, text_bytes,
                                                 octets(associated), associated.size(), nonce, key.data());
  return failed ? std::nullopt : std::optional(std::move(plain));
}

Hash keyed_blake2b(Key const& key, std::uint8_t purpose, BytesView bytes) {
  Hash hash;
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), Key::size_bytes, hash.size());
  crypto_generichash_update(&state, &purpose, 1);
  crypto_generichash_update(&state, octets(bytes), bytes.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

}  // namespace kith::adapters
