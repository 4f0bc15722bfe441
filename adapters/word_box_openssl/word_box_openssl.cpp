#include "adapters/word_box_openssl/word_box_openssl.hpp"

#include <fcntl.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <vector>

#include "app/fault.hpp"

namespace kith::adapters {
namespace {

constexpr unsigned char box_version = 1;
constexpr std::size_t point_bytes = 65, nonce_bytes = 12, tag_bytes = 16, key_bytes = 32;
constexpr std::size_t head_bytes = 1 + point_bytes;
constexpr std::string_view info = "kith sealed words 1";
constexpr std::string_view key_place = "word box key";

using Octets = std::vector<unsigned char>;
template <class T, void (*Release)(T*)>
struct Releaser {
  void operator()(T* value) const { Release(value); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Releaser<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY, EVP_PKEY_free>>;

[[noreturn]] void broken(char const* what) { throw app::Fault(app::FaultKind::unavailable, what); }

unsigned char const* octets_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

std::optional<Octets> from_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0 || text.size() > app::box_bytes_max) return std::nullopt;
  Octets octets(text.size() / 4 * 3);
  int const count = EVP_DecodeBlock(octets.data(), octets_of(text), static_cast<int>(text.size()));
  if (count < 0) return std::nullopt;
  auto const padding = text.ends_with("==") ? 2u : text.ends_with("=") ? 1u : 0u;
  octets.resize(static_cast<std::size_t>(count) - padding);
  return octets;
}

// The other side of the agreement: a point of the same curve.
PublicKey point_of(unsigned char const* point) {
  KeyContext const context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  char group[] = "prime256v1";
  OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                             OSSL_PARAM_construct_octet_string(
                                 OSSL_PKEY_PARAM_PUB_KEY, const_cast<unsigned char*>(point), point_bytes),
                             OSSL_PARAM_construct_end()};
  EVP_PKEY* key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1) return nullptr;
  return PublicKey(key);
}

std::optional<Octets> agree(EVP_PKEY* ours, EVP_PKEY* theirs) {
  KeyContext const context(EVP_PKEY_CTX_new(ours, nullptr));
  std::size_t size = 0;
  if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
      EVP_PKEY_derive_set_peer(context.get(), theirs) != 1 ||
      EVP_PKEY_derive(context.get(), nullptr, &size) != 1) {
    return std::nullopt;
  }
  Octets secret(size);
  if (EVP_PKEY_derive(context.get(), secret.data(), &size) != 1) return std::nullopt;
  secret.resize(size);
  return secret;
}

std::optional<Octets> stretch(Octets const& secret, unsigned char const* salt) {
  KeyContext const context(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
  Octets key(key_bytes);
  std::size_t size = key.size();
  bool const made =
      context && EVP_PKEY_derive_init(context.get()) == 1 &&
      EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
      EVP_PKEY_CTX_set1_hkdf_salt(context.get(), salt, point_bytes) == 1 &&
      EVP_PKEY_CTX_set1_hkdf_key(context.get(), secret.data(), static_cast<int>(secret.size())) == 1 &&
      EVP_PKEY_CTX_add1_hkdf_info(context.get(), octets_of(info), static_cast<int>(info.size())) == 1 &&
      EVP_PKEY_derive(context.get(), key.data(), &size) == 1;
  return made ? std::optional(std::move(key)) : std::nullopt;
}

std::optional<std::string> decrypt(Octets const& key, Octets const& box) {
  Cipher const cipher(EVP_CIPHER_CTX_new());
  auto const* nonce = box.data() + head_bytes;
  auto const* sealed = nonce + nonce_bytes;
  auto const sealed_bytes = static_cast<int>(box.size() - head_bytes - nonce_bytes - tag_bytes);
  Octets tag(box.end() - tag_bytes, box.end());
  std::string text(static_cast<std::size_t>(sealed_bytes), '\0');
  auto* const out = reinterpret_cast<unsigned char*>(text.data());
  int count = 0, rest = 0;
  bool const opened =
      cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce) == 1 &&
      EVP_DecryptUpdate(cipher.get(), nullptr, &count, box.data(), static_cast<int>(head_bytes)) == 1 &&
      EVP_DecryptUpdate(cipher.get(), out, &count, sealed, sealed_bytes) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(cipher.get(), out + count, &rest) == 1;
  return opened ? std::optional(std::move(text)) : std::nullopt;
}

template <class Write>
std::string in_der(EVP_PKEY* key, Write write) {
  unsigned char* der = nullptr;
  int const size = write(key, &der);
  if (size <= 0) broken("The key for unsent words cannot be written.");
  std::string octets(reinterpret_cast<char const*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return octets;
}

void keep_in(std::string const& path, std::string const& octets) {
  int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) broken("The key for unsent words cannot be kept: box.key.");
  bool const kept = ::write(file, octets.data(), octets.size()) == static_cast<ssize_t>(octets.size()) &&
                    ::fsync(file) == 0;
  ::close(file);
  if (!kept) broken("The key for unsent words cannot be kept: box.key.");
}

}  // namespace

WordBoxOpenssl::WordBoxOpenssl(std::string const& key_file, app::Seal& seal) {
  std::ifstream file(key_file, std::ios::binary);
  if (!file) {
    key_.reset(EVP_EC_gen("prime256v1"));
    if (!key_) broken("A key for unsent words cannot be made.");
    auto const sealed = seal.seal(app::installation_key, in_der(key_.get(), i2d_PrivateKey), key_place);
    if (!sealed) broken("The installation's key is missing.");
    keep_in(key_file, *sealed);
    return;
  }
  std::string const sealed{std::istreambuf_iterator<char>(file), {}};
  auto const opened = seal.unseal(app::installation_key, sealed, key_place);
  auto const* der = std::get_if<app::Bytes>(&opened);
  auto const* at = der ? octets_of(*der) : nullptr;
  if (der) key_.reset(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der->size())));
  if (!key_) throw app::Fault(app::FaultKind::corrupted, "box.key is not the one of this installation.");
}

std::string WordBoxOpenssl::public_key() const {
  auto const der = in_der(key_.get(), i2d_PUBKEY);
  std::string text((der.size() + 2) / 3 * 4 + 1, '\0');
  int const size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), octets_of(der),
                                   static_cast<int>(der.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::string> WordBoxOpenssl::open(std::string_view box_base64) const {
  auto const box = from_base64(box_base64);
  if (!box || box->size() < head_bytes + nonce_bytes + tag_bytes || box->front() != box_version)
    return std::nullopt;
  auto const theirs = point_of(box->data() + 1);
  auto const secret = theirs ? agree(key_.get(), theirs.get()) : std::nullopt;
  auto const key = secret ? stretch(*secret, box->data() + 1) : std::nullopt;
  return key ? decrypt(*key, *box) : std::nullopt;
}

}  // namespace kith::adapters
