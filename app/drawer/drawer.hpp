// A drawer of somebody's desk: small things that belong to one account and to no record, such as their
// working times. Only they and what they allow read them.
//
// Whatever is put in is sealed at rest and bound to its account and name. Any thread; each call is its own
// transaction, durable when it returns. Faults: a broken disk, an altered row.
#pragma once
#include <optional>
#include <string_view>

#include "app/bytes.hpp"
#include "core/ids.hpp"

namespace kith::app {

inline constexpr std::size_t drawer_bytes_max = 1u << 20;

class Drawer {
 public:
  virtual ~Drawer() = default;
  virtual std::optional<Bytes> look(AccountId, std::string_view name) = 0;
  virtual void put(AccountId, std::string_view name, BytesView content) = 0;  // "" takes it out
};

}  // namespace kith::app
