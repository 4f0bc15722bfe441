// Boxes as a browser makes them. The sealing side here is written against spec/unsent.md, with OpenSSL's
// other half.
#include "adapters/word_box_openssl/word_box_openssl.hpp"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/x509.h>

#include <filesystem>
#include <vector>

#include "adapters/seal_sodium/seal_sodium.hpp"

namespace kith::adapters {
namespace {

using Octets = std::vector<unsigned char>;

struct Folder {
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kith-box-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

std::string base64(Octets const& octets) {
  std::string text((octets.size() + 2) / 3 * 4 + 1, '\0');
  text.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                                       octets.data(), static_cast<int>(octets.size()))));
  return text;
}

// What web/src/store/unsent.ts does.
Octets seal_to(std::string const& public_key, std::string const& text) {
  Octets der(public_key.size());
  int const size = EVP_DecodeBlock(der.data(), reinterpret_cast<unsigned char const*>(public_key.data()),
                                   static_cast<int>(public_key.size()));
  auto const* at = static_cast<unsigned char const*>(der.data());
  EVP_PKEY* const theirs = d2i_PUBKEY(nullptr, &at, size);
  EVP_PKEY* const fresh = EVP_EC_gen("prime256v1");
  Octets box{1};
  box.resize(66);
  std::size_t point_size = 65;
  EVP_PKEY_get_octet_string_param(fresh, OSSL_PKEY_PARAM_PUB_KEY, box.data() + 1, 65, &point_size);
  EVP_PKEY_CTX* agreement = EVP_PKEY_CTX_new(fresh, nullptr);
  Octets secret(32), key(32);
  std::size_t secret_size = 32, key_size = 32;
  EVP_PKEY_derive_init(agreement);
  EVP_PKEY_derive_set_peer(agreement, theirs);
  EVP_PKEY_derive(agreement, secret.data(), &secret_size);
  EVP_PKEY_CTX* stretching = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr);
  std::string const info = "kith sealed words 1";
  EVP_PKEY_derive_init(stretching);
  EVP_PKEY_CTX_set_hkdf_md(stretching, EVP_sha256());
  EVP_PKEY_CTX_set1_hkdf_salt(stretching, box.data() + 1, 65);
  EVP_PKEY_CTX_set1_hkdf_key(stretching, secret.data(), 32);
  EVP_PKEY_CTX_add1_hkdf_info(stretching, reinterpret_cast<unsigned char const*>(info.data()),
                              static_cast<int>(info.size()));
  EVP_PKEY_derive(stretching, key.data(), &key_size);
  Octets const nonce(12, 7);
  Octets sealed(text.size()), tag(16);
  int count = 0, rest = 0;
  EVP_CIPHER_CTX* cipher = EVP_CIPHER_CTX_new();
  EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), nullptr, key.data(), nonce.data());
  EVP_EncryptUpdate(cipher, nullptr, &count, box.data(), 66);
  EVP_EncryptUpdate(cipher, sealed.data(), &count, reinterpret_cast<unsigned char const*>(text.data()),
                    static_cast<int>(text.size()));
  EVP_EncryptFinal_ex(cipher, sealed.data() + count, &rest);
  EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, 16, tag.data());
  EVP_CIPHER_CTX_free(cipher);
  EVP_PKEY_CTX_free(stretching);
  EVP_PKEY_CTX_free(agreement);
  EVP_PKEY_free(fresh);
  EVP_PKEY_free(theirs);
  for (Octets const* part : {&nonce, static_cast<Octets const*>(&sealed), static_cast<Octets const*>(&tag)})
    box.insert(box.end(), part->begin(), part->end());
  return box;
}

TEST(word_box, UW1_opens_what_was_sealed_to_it_also_after_a_restart) {
  Folder const folder;
  auto const seal = SodiumSeal::in_memory();
  auto const file = (folder.path / "box.key").string();
  std::string key;
  {
    WordBoxOpenssl const first(file, *seal);
    key = first.public_key();
  }
  WordBoxOpenssl const again(file, *seal);
  EXPECT_EQ(again.public_key(), key);
  EXPECT_EQ(again.open(base64(seal_to(key, "I would like to go back."))), "I would like to go back.");
}

TEST(word_box, UW1_refuses_what_was_altered_cut_or_made_for_another) {
  Folder const folder, other_folder;
  auto const seal = SodiumSeal::in_memory();
  WordBoxOpenssl const box((folder.path / "box.key").string(), *seal);
  WordBoxOpenssl const other((other_folder.path / "box.key").string(), *seal);
  auto const good = seal_to(box.public_key(), "words");
  ASSERT_TRUE(box.open(base64(good)));
  EXPECT_FALSE(other.open(base64(good)));
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto altered = good;
    altered[at] ^= 1;
    EXPECT_FALSE(box.open(base64(altered))) << "byte " << at;
  }
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(box.open(base64(Octets(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)))))
        << size;
  }
  EXPECT_FALSE(box.open("not base64!!"));
}

}  // namespace
}  // namespace kith::adapters
