// Who lives in a simulated day, and in whose record.
#pragma once
#include <array>

#include "core/sharing/sight.hpp"

namespace kith::sim {

// A supporter comes by an invitation, which these days do not play: two more practitioners stand in for them.
inline constexpr Role supporter = Role::practitioner;

struct Inhabitant {
  AccountId account;
  Role role;
  char const* name;
  Reader reader() const { return {account, role}; }
};
inline constexpr Inhabitant amina{{0x51, 1}, Role::person, "Amina"};
inline constexpr Inhabitant ben{{0x51, 2}, Role::practitioner, "Ben"};
inline constexpr Inhabitant cara{{0x51, 3}, Role::practitioner, "Cara"};
inline constexpr Inhabitant sue{{0x51, 4}, supporter, "Sue"};
inline constexpr Inhabitant tom{{0x51, 5}, supporter, "Tom"};
inline constexpr std::array town{amina, ben, cara, sue, tom};

// Five people's devices, and the person's second one: one voice can then be written in two places.
inline constexpr std::array hands{amina, amina, ben, cara, sue, tom};
inline constexpr std::size_t phone = 0, tablet = 1;

}  // namespace kith::sim
