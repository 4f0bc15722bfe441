// Places: what somebody types for "where I am", looked up in a table the installation loaded, never
// elsewhere.
//
// A postcode is placed at the middle of its district and never more exactly: near enough for ideas, and too
// rough to say where somebody lives. Built once, then read by any number of threads. Pure; refusals LP3 and
// LP6, rules LP1-LP6 in spec/places.md.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/ideas/distance.hpp"
#include "core/ideas/preferences.hpp"
#include "core/refusal.hpp"

namespace kith::ideas {

// One row of the table: a postcode district ("M33") and where it is.
struct District {
  std::string outcode;  // capitals, no space
  std::string town;     // often missing
  std::string region;   // a county or council: "Trafford"
  std::string wide_region;
  std::string country;
  Point middle;
  friend bool operator==(District const&, District const&) = default;
};
inline constexpr std::size_t districts_max = 100'000;
inline constexpr std::size_t place_bytes_max = 100;

// What a typed place may mean. `how_far_m` of an area reaches its edge; of a point it is the default.
struct FoundPlace {
  std::string label;  // "M33", "Newport, Isle of Wight", "Trafford"
  NearKind kind = NearKind::point;
  Point middle;
  std::int32_t how_far_m = how_far_m_default;
  friend bool operator==(FoundPlace const&, FoundPlace const&) = default;
};

class Places {
 public:
  Places() = default;
  explicit Places(std::vector<District> districts);  // of two with one outcode the first stays

  // One place; several when the name is ambiguous, in order of their labels; or LP3 (not in the table) or
  // LP6 (nothing typed, or too much).
  std::variant<std::vector<FoundPlace>, Refusal> find(std::string_view typed) const;

  // The middle of a postcode's or outcode's district, for directory rows without coordinates.
  std::optional<Point> middle_of(std::string_view postcode) const;

  std::vector<District> const& districts() const { return districts_; }

 private:
  District const* district(std::string_view outcode) const;
  std::vector<FoundPlace> named(std::string_view plain) const;

  std::vector<District> districts_;  // by outcode
};

// "m33 9xx" → "M33"; "M339XX" → "M33"; "sw1a 1aa" → "SW1A"; nullopt when it has not the shape of a postcode.
std::optional<std::string> outcode_of(std::string_view postcode);

}  // namespace kith::ideas
