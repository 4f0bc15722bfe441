// The words of a circle: what a tie is, how often there is contact, what support it gives, on which ring it
// stands.
//
// Names are those of `kith circle describe` and of the stored events, and never change. Plain values.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>

#include "core/names.hpp"

namespace kith {

enum class TieKind : std::uint8_t {
  partner,
  child,
  parent,
  sibling,
  other_family,
  friend_,
  neighbour,
  colleague,
  peer,
  other_person,
  group,
  faith_group,
  online_group,
  practitioner,
  pet,
  place,
  activity,
  thing,
};
constexpr auto names_of(TieKind) {
  return name_table("partner", "child", "parent", "sibling", "other_family", "friend", "neighbour",
                    "colleague", "peer", "other_person", "group", "faith_group", "online_group",
                    "practitioner", "pet", "place", "activity", "thing");
}

// Which side of life a kind belongs to. Only the first four can decide the type (rule CI1).
enum class TieFamily : std::uint8_t { family, other_people, group, practitioner, valued };
constexpr auto names_of(TieFamily) {
  return name_table("family", "other_people", "group", "practitioner", "valued");
}
constexpr TieFamily family_of(TieKind kind) {
  if (kind <= TieKind::other_family) return TieFamily::family;
  if (kind <= TieKind::other_person) return TieFamily::other_people;
  if (kind <= TieKind::online_group) return TieFamily::group;
  return kind == TieKind::practitioner ? TieFamily::practitioner : TieFamily::valued;
}

enum class Frequency : std::uint8_t {
  daily,
  most_days,
  weekly,
  fortnightly,
  monthly,
  few_times_a_year,
  rarely
};
constexpr auto names_of(Frequency) {
  return name_table("daily", "most_days", "weekly", "fortnightly", "monthly", "few_times_a_year", "rarely");
}
constexpr bool is_frequent(Frequency frequency) { return frequency <= Frequency::weekly; }
constexpr bool is_active(Frequency frequency) { return frequency <= Frequency::monthly; }

enum class Support : std::uint8_t { illness, everyday, emotional };
constexpr auto names_of(Support) { return name_table("illness", "everyday", "emotional"); }

// A small set of supports; `bits` has one bit per enumerator and is what is stored in memory only.
struct SupportSet {
  std::uint8_t bits = 0;
  constexpr bool has(Support support) const { return bits >> static_cast<unsigned>(support) & 1u; }
  constexpr bool empty() const { return bits == 0; }
  constexpr SupportSet with(Support support) const {
    return {static_cast<std::uint8_t>(bits | 1u << static_cast<unsigned>(support))};
  }
  constexpr SupportSet without(Support support) const {
    return {static_cast<std::uint8_t>(bits & ~(1u << static_cast<unsigned>(support)))};
  }
  friend constexpr auto operator<=>(SupportSet, SupportSet) = default;
};
template <class... S>
constexpr SupportSet supports(S... support) {
  SupportSet set;
  ((set = set.with(support)), ...);
  return set;
}

// A circle drawn in hard times is another drawing, never a worse one.
enum class Occasion : std::uint8_t { everyday, hard_times };
constexpr auto names_of(Occasion) { return name_table("everyday", "hard_times"); }

// How important the person says a tie is. The number 1..3 is what is stored and sent.
enum class Ring : std::uint8_t { inner = 1, middle = 2, outer = 3 };
constexpr std::optional<Ring> ring_of(std::int64_t number) {
  if (number < 1 || number > 3) return std::nullopt;
  return static_cast<Ring>(number);
}
constexpr int number_of(Ring ring) { return static_cast<int>(ring); }

}  // namespace kith
