// Passwords: the one deliberately slow function, as a port, so that tests can use a quick one.
//
// Safe on any thread. A fault (no memory for hashing) is an exception; a wrong password and a damaged hash
// are both just false.
#pragma once
#include <string>
#include <string_view>

namespace kith::identity {

class Passwords {
 public:
  virtual ~Passwords() = default;
  virtual std::string hash(std::string_view password) = 0;  // salted: never the same twice
  virtual bool matches(std::string const& hash, std::string_view password) = 0;
};

}  // namespace kith::identity
