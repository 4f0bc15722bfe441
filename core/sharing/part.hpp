// The parts of a record that can be shared apart from each other, and what a role may be let into.
//
// "May see" and "may tell" are separate sets (spec/sharing.md). What is in no part, the follow-ups and the
// sharing itself, is the person's alone.
#pragma once
#include <cstdint>

#include "core/names.hpp"
#include "core/record/vocabulary.hpp"

namespace kith {

enum class Part : std::uint8_t { together, circle, matters, ideas, plan, about_me };
constexpr auto names_of(Part) {
  return name_table("together", "circle", "matters", "ideas", "plan", "about_me");
}

// A set of named things, one bit each; at most 32 enumerators.
template <Named E>
struct NameSet {
  std::uint32_t bits = 0;
  constexpr bool has(E value) const { return bits >> static_cast<unsigned>(value) & 1u; }
  constexpr bool empty() const { return bits == 0; }
  constexpr NameSet with(E value) const { return {bits | 1u << static_cast<unsigned>(value)}; }
  constexpr NameSet operator|(NameSet other) const { return {bits | other.bits}; }
  constexpr bool covers(NameSet other) const { return (other.bits & ~bits) == 0; }
  friend constexpr auto operator<=>(NameSet, NameSet) = default;
};
template <class E, class... Rest>
constexpr NameSet<E> set_of(E first, Rest... rest) {
  NameSet<E> set = NameSet<E>{}.with(first);
  ((set = set.with(rest)), ...);
  return set;
}
using PartSet = NameSet<Part>;
inline constexpr PartSet every_part =
    set_of(Part::together, Part::circle, Part::matters, Part::ideas, Part::plan, Part::about_me);

// The part a line belongs to, from where it stands.
constexpr Part part_of(Place place) {
  switch (place) {
    case Place::goal:
    case Place::step:
    case Place::promise:
    case Place::decision:
    case Place::option:
    case Place::answer:
    case Place::reason:
      return Part::plan;
    case Place::helps:
    case Place::wish:
    case Place::enjoyed:
      return Part::matters;
    case Place::own_find:
    case Place::follow_up:
      return Part::ideas;
    case Place::asked_for:
    case Place::to_talk_about:
      return Part::together;
    case Place::sentence:
      return Part::circle;
    case Place::about_me:
    case Place::good_help:
      return Part::about_me;
    case Place::prepared:  // whatever is shared, it is the person's alone (ST12)
    case Place::own_view:
    case Place::proposed:
      break;  // in the part of the line they stand beside: part_of(Record const&, StatementRow const&)
  }
  return Part::together;
}

// What an account is for. A curator and an administrator read no record (rule SH3). Stored by number: never
// reorder.
enum class Role : std::uint8_t { person, practitioner, curator, administrator, supporter };
constexpr auto names_of(Role) {
  return name_table("person", "practitioner", "curator", "administrator", "supporter");
}

}  // namespace kith
