// What a place is like to get into and be in, one fact per need: yes, no, or not known.
//
// "Not known" is the usual answer in real directories and is never read as no (rule ID9). Plain values.
#pragma once
#include <compare>
#include <cstdint>

#include "core/names.hpp"

namespace kith::ideas {

enum class AccessNeed : std::uint8_t {
  step_free,
  toilet,  // an accessible toilet
  quiet,   // a quiet room or a quiet time
  hearing_loop,
  parking,  // a disabled parking bay
  large_print,
  online_joining,  // can be joined from home
  near_bus_stop,
  sign_language,
  assistance_dogs,
  companion_welcome,  // somebody may come along
  easy_read,
};
constexpr auto names_of(AccessNeed) {
  return name_table("step_free", "toilet", "quiet", "hearing_loop", "parking", "large_print",
                    "online_joining", "near_bus_stop", "sign_language", "assistance_dogs",
                    "companion_welcome", "easy_read");
}

struct AccessNeedSet {
  std::uint16_t bits = 0;
  constexpr bool has(AccessNeed need) const { return bits >> static_cast<unsigned>(need) & 1u; }
  constexpr bool empty() const { return bits == 0; }
  constexpr AccessNeedSet with(AccessNeed need) const {
    return {static_cast<std::uint16_t>(bits | 1u << static_cast<unsigned>(need))};
  }
  friend constexpr auto operator<=>(AccessNeedSet, AccessNeedSet) = default;
};
template <class... N>
constexpr AccessNeedSet access_needs(N... need) {
  AccessNeedSet set;
  ((set = set.with(need)), ...);
  return set;
}

// What need not be asked of something joined from home (rule ID11).
inline constexpr AccessNeedSet needs_of_a_building =
    access_needs(AccessNeed::step_free, AccessNeed::toilet, AccessNeed::quiet, AccessNeed::hearing_loop,
                 AccessNeed::parking, AccessNeed::online_joining, AccessNeed::near_bus_stop,
                 AccessNeed::assistance_dogs, AccessNeed::companion_welcome);

enum class Known : std::uint8_t { unknown, no, yes };
constexpr auto names_of(Known) { return name_table("unknown", "no", "yes"); }

struct AccessFacts {
  AccessNeedSet known, met;  // met is a part of known

  constexpr Known of(AccessNeed need) const {
    if (!known.has(need)) return Known::unknown;
    return met.has(need) ? Known::yes : Known::no;
  }
  constexpr void set(AccessNeed need, Known fact) {
    auto const bit = access_needs(need).bits;
    known.bits = static_cast<std::uint16_t>(fact == Known::unknown ? known.bits & ~bit : known.bits | bit);
    met.bits = static_cast<std::uint16_t>(fact == Known::yes ? met.bits | bit : met.bits & ~bit);
  }
  friend constexpr bool operator==(AccessFacts, AccessFacts) = default;
};

}  // namespace kith::ideas
