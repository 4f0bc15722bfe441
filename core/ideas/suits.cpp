#include "core/ideas/suits.hpp"

#include <algorithm>

namespace kith::ideas {
namespace {

constexpr int minutes_that_count = 60;
struct Hours {
  int from, until;
};
constexpr Hours hours_of(PartOfDay part) {
  constexpr Hours hours[] = {{0, 12 * 60}, {12 * 60, 17 * 60}, {17 * 60, minutes_per_day}};
  return hours[static_cast<std::size_t>(part)];
}

constexpr Known known(bool yes) { return yes ? Known::yes : Known::no; }

Known affordable(Pay pay, Cost cost) {
  if (cost == Cost::unknown) return Known::unknown;
  return known(cost == Cost::free || (cost == Cost::low && pay == Pay::a_little));
}

Known small_enough(GroupWish wish, GroupSize size) {
  if (size == GroupSize::unknown) return Known::unknown;
  return known(size == GroupSize::one_or_two || (size == GroupSize::small && wish == GroupWish::small));
}

}  // namespace

bool Suits::says(Aspect aspect) const {
  switch (aspect) {
    case Aspect::pay:
      return pay.has_value();
    case Aspect::time:
      return !days.empty() || !parts.empty();
    case Aspect::group:
      return group.has_value();
    case Aspect::going:
      return going.has_value();
  }
  return false;
}

OpenParts open_parts(std::vector<OpeningSpan> const& spans) {
  OpenParts open;
  for (auto const& span : spans) {
    auto const counts = std::min(minutes_that_count, span.until - span.from);
    if (counts <= 0) continue;
    for (auto const part : all<PartOfDay>()) {
      auto const [from, until] = hours_of(part);
      if (std::min<int>(span.until, until) - std::max<int>(span.from, from) < counts) continue;
      for (auto const day : all<Weekday>()) {
        if (!span.days.has(day)) continue;
        open.bits |= 1u << (static_cast<unsigned>(day) * count_of<PartOfDay> + static_cast<unsigned>(part));
      }
    }
  }
  return open;
}

OpenParts wished_parts(Suits const& suits) {
  OpenParts wished;
  for (auto const day : all<Weekday>()) {
    if (!suits.days.empty() && !suits.days.has(day)) continue;
    for (auto const part : all<PartOfDay>()) {
      if (!suits.parts.empty() && !suits.parts.has(part)) continue;
      wished.bits |= 1u << (static_cast<unsigned>(day) * count_of<PartOfDay> + static_cast<unsigned>(part));
    }
  }
  return wished;
}

Known suits_in(Aspect aspect, Suits const& suits, WhatItIsLike const& it) {
  switch (aspect) {
    case Aspect::pay:
      return affordable(*suits.pay, it.cost);
    case Aspect::time:
      return it.open.empty() ? Known::unknown : known((it.open.bits & wished_parts(suits).bits) != 0);
    case Aspect::group:
      return small_enough(*suits.group, it.group);
    case Aspect::going:
      return *suits.going == Going::alone ? it.alone : it.with_somebody;
  }
  return Known::unknown;
}

}  // namespace kith::ideas
