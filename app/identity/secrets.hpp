// Secrets: the randomness and the one-way functions that sign-in needs, as a port, so that tests can use
// cheap ones.
//
// `keyed` uses the installation's key: a stolen table cannot be tried against a list of names. Safe on any
// thread. Faults (no memory left, no randomness) are exceptions.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/identity/identity.hpp"

namespace kith::identity {

class Secrets {
 public:
  virtual ~Secrets() = default;
  virtual std::array<std::uint8_t, 32> random() = 0;
  virtual Digest keyed(std::string_view purpose, std::string_view text) const = 0;  // purposes never collide
  virtual std::string hash_password(std::string_view password) = 0;                 // slow on purpose; salted
  virtual bool matches(std::string const& hash, std::string_view password) = 0;  // false for a damaged hash
};

}  // namespace kith::identity
