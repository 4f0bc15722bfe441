// The word box with OpenSSL: P-256, HKDF-SHA-256 and AES-256-GCM, the forms that every browser's WebCrypto
// has.
//
// The private key lies in a file of its own, sealed with the installation's key. Any thread. Faults: a key
// file that cannot be read, opened or written.
#pragma once
#include <openssl/evp.h>

#include <memory>
#include <string>

#include "app/seal/seal.hpp"
#include "app/unsent/word_box.hpp"

namespace kith::adapters {

class WordBoxOpenssl final : public app::WordBox {
 public:
  WordBoxOpenssl(std::string const& key_file, app::Seal& seal);  // makes the key when there is none

  std::string public_key() const override;
  std::optional<std::string> open(std::string_view box_base64) const override;

 private:
  struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  };
  std::unique_ptr<EVP_PKEY, Free> key_;
};

}  // namespace kith::adapters
