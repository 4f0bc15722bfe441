// SHA-256 (FIPS 180-4), for ids that must come out the same on every machine and at every import.
//
// Not for passwords and not keyed: the adapters use libsodium for those. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace kith::ideas {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace kith::ideas
