// The word box: unsent words that a device sealed to this installation's public key, and only this
// installation can open.
//
// The device could keep them and not read them; a lock, a forgotten PIN or an emptied device destroys nothing
// (architecture section 5, rules UW1-UW4 in spec/unsent.md). Any thread. Faults: a broken key file.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kith::app {

inline constexpr std::size_t box_bytes_max = 64u << 10;
inline constexpr std::size_t boxes_per_request_max = 100;

class WordBox {
 public:
  virtual ~WordBox() = default;
  virtual std::string public_key() const = 0;  // P-256, SPKI, base64: what a browser seals to
  // The text inside a box in base64; nullopt: not a box for this installation, or altered.
  virtual std::optional<std::string> open(std::string_view box_base64) const = 0;
};

}  // namespace kith::app
