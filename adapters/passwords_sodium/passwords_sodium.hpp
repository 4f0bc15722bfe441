// argon2id through libsodium. Rule AC3.
//
// Any thread. One hash takes `memory_bytes` while it runs; who calls bounds how many run at once. Faults
// (Fault::unavailable) when there is no such memory.
#pragma once
#include <cstddef>

#include "app/identity/passwords.hpp"

namespace kith::adapters {

// The second of the choices OWASP's password storage page holds equal is 19 MiB and 2 rounds; we take more of
// both. Measured on two small cores: about 60 ms.
struct Argon2Cost {
  unsigned long long rounds = 3;
  std::size_t memory_bytes = 32u << 20;
};
inline constexpr Argon2Cost cheap_for_tests{1, 8u << 10};

class PasswordsSodium final : public identity::Passwords {
 public:
  explicit PasswordsSodium(Argon2Cost cost = {});
  std::string hash(std::string_view password) override;
  bool matches(std::string const& hash, std::string_view password) override;

 private:
  Argon2Cost const cost_;
};

}  // namespace kith::adapters
