// The type of a circle: one code worked out from who is in it, and from nothing else.
//
// The code stays inside: it chooses which kind sentence is said and is printed only by `kith circle describe
// --json`. Nobody is shown it, ranked by it or warned by it (requirements G-61, G-65). Rings, pets, places,
// activities and things never change it. Whole numbers only, so that server and browser agree. Rules CI1 to
// CI10 in spec/circle.md.
#pragma once
#include <span>

#include "core/circle/vocabulary.hpp"

namespace kith {

// What the type reads of a tie. Somebody whose frequency nobody said is on the circle, but not active.
struct TieFacts {
  TieKind kind = TieKind::other_person;
  std::optional<Frequency> frequency;
  SupportSet support;  // what the tie gives
};
constexpr bool is_active(TieFacts const& tie) { return tie.frequency && is_active(*tie.frequency); }
constexpr bool is_frequent(TieFacts const& tie) { return tie.frequency && is_frequent(*tie.frequency); }

enum class CircleType : std::uint8_t {
  not_yet_drawn,
  highly_isolated,
  isolated,
  professional_contact,
  community_contact,
  diverse,
  family_centred,
  family_supported,
  family_contact,
  friend_centred,
  friend_supported,
  friend_contact,
  friend_family_centred,
  friend_family_supported,
  friend_family_contact,
};
constexpr auto names_of(CircleType) {
  return name_table("not_yet_drawn", "highly_isolated", "isolated", "professional_contact",
                    "community_contact", "diverse", "family_centred", "family_supported", "family_contact",
                    "friend_centred", "friend_supported", "friend_contact", "friend_family_centred",
                    "friend_family_supported", "friend_family_contact");
}

// How many active ties there are of each sort; the letters are those of the published rule.
struct TieCounts {
  int family = 0;               // F
  int other_people = 0;         // R
  int groups = 0;               // G
  int practitioners = 0;        // Pr
  int frequent_supporting = 0;  // S: people seen weekly or more who give some support
  int frequent_family = 0;      // FI is these two together
  int frequent_other_people = 0;
  int frequent_groups = 0;
  constexpr int people() const { return family + other_people; }  // I
  constexpr int frequent_people() const { return frequent_family + frequent_other_people; }
};
TieCounts count_active(std::span<TieFacts const>);

CircleType type_of(std::span<TieFacts const>, bool finished);

}  // namespace kith
