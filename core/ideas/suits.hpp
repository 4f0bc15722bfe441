// How something is done, and how a person would like it: what they can pay, when, among how many, and alone
// or with somebody. Rules ID29-ID32 (spec/ideas.md).
//
// Each part is optional: what is not said does not matter. What an entry does not say is not known, and is
// never read as no. Plain values, pure.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/ideas/access.hpp"
#include "core/ideas/opening_times.hpp"
#include "core/names.hpp"
#include "core/sharing/part.hpp"

namespace kith::ideas {

enum class Cost : std::uint8_t { unknown, free, low, paid };
constexpr auto names_of(Cost) { return name_table("unknown", "free", "low", "paid"); }

enum class GroupSize : std::uint8_t { unknown, one_or_two, small, large };
constexpr auto names_of(GroupSize) { return name_table("unknown", "one_or_two", "small", "large"); }

enum class Pay : std::uint8_t { nothing, a_little };
constexpr auto names_of(Pay) { return name_table("nothing", "a_little"); }

enum class PartOfDay : std::uint8_t { morning, afternoon, evening };
constexpr auto names_of(PartOfDay) { return name_table("morning", "afternoon", "evening"); }

enum class GroupWish : std::uint8_t { one_or_two, small };
constexpr auto names_of(GroupWish) { return name_table("one_or_two", "small"); }

enum class Going : std::uint8_t { with_somebody, alone };
constexpr auto names_of(Going) { return name_table("with_somebody", "alone"); }

// The four things that can suit or not.
enum class Aspect : std::uint8_t { pay, time, group, going };
constexpr auto names_of(Aspect) { return name_table("pay", "time", "group", "going"); }

// What the person said.
struct Suits {
  std::optional<Pay> pay;
  NameSet<Weekday> days;
  NameSet<PartOfDay> parts;
  std::optional<GroupWish> group;
  std::optional<Going> going;
  NameSet<Aspect> must;  // leaves out what is known not to suit (rule ID30)

  template <class S, class V>
  static void fields(S& s, V& v) {
    v.maybe("pay", s.pay), v.maybe("days", s.days), v.maybe("parts", s.parts);
    v.maybe("group", s.group), v.maybe("going", s.going), v.maybe("must", s.must);
  }
  bool says(Aspect) const;
  friend bool operator==(Suits const&, Suits const&) = default;
};

// When something is open: a bit for each part of each day of the week. None: not known (rule ID32).
struct OpenParts {
  std::uint32_t bits = 0;
  constexpr bool empty() const { return bits == 0; }
  constexpr bool has(Weekday day, PartOfDay part) const {
    return bits >> (static_cast<unsigned>(day) * count_of<PartOfDay> + static_cast<unsigned>(part)) & 1u;
  }
  friend constexpr bool operator==(OpenParts, OpenParts) = default;
};
OpenParts open_parts(std::vector<OpeningSpan> const&);
OpenParts wished_parts(Suits const&);  // every day, or every part of it, where none is named

// What is known of one service.
struct WhatItIsLike {
  Cost cost = Cost::unknown;
  GroupSize group = GroupSize::unknown;
  Known with_somebody = Known::unknown, alone = Known::unknown;
  OpenParts open;
};

// Whether it suits; asked only where the person said something.
Known suits_in(Aspect, Suits const&, WhatItIsLike const&);

}  // namespace kith::ideas
