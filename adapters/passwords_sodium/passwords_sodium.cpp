#include "adapters/passwords_sodium/passwords_sodium.hpp"

#include <sodium.h>

#include "app/fault.hpp"

namespace kith::adapters {

PasswordsSodium::PasswordsSodium(Argon2Cost cost) : cost_(cost) {
  if (sodium_init() < 0) throw app::Fault(app::FaultKind::unavailable, "libsodium does not start");
}

std::string PasswordsSodium::hash(std::string_view password) {
  char text[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(text, password.data(), password.size(), cost_.rounds, cost_.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw app::Fault(app::FaultKind::unavailable, "not enough memory to hash a password");
  }
  return text;
}

bool PasswordsSodium::matches(std::string const& hash, std::string_view password) {
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace kith::adapters
