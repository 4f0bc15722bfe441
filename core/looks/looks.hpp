// Who looked: what the access log of a record says, and how it is told by day. Rules LK1-LK11
// (spec/access-log.md).
//
// An entry is the first look of one account at one surface within 15 minutes; later looks in that time are
// only counted. The name is what whoever looked was called then. Pure values.
#pragma once
#include <compare>
#include <optional>
#include <vector>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/record/text.hpp"
#include "core/sharing/part.hpp"

namespace kith {

inline constexpr std::int64_t look_again_ms = 15 * minute_ms;  // LK2

// Through which door words of a record leave. Stored by name: only appended.
enum class Surface : std::uint8_t {
  view,
  sync,
  people,     // a line on the list of a practitioner's people
  paper,      // one page, on the screen
  pdf,        // the same to print
  hand_over,  // a visit as text, to take along
  outgoing,   // a slip, a letter, a call note
  joining,    // side by side with another record
  looks,      // who looked
  whole,      // everything, taken by whoever runs the installation
};
constexpr auto names_of(Surface) {
  return name_table("view", "sync", "people", "paper", "pdf", "hand_over", "outgoing", "joining", "looks",
                    "whole");
}
using SurfaceSet = NameSet<Surface>;

struct Looked {
  std::optional<AccountId> account;  // absent: at the terminal of the installation
  Role role = Role::practitioner;
  Name name;
  Surface surface = Surface::view;
  Instant at;
  Day on;                        // where the installation is
  std::int32_t more_before = 0;  // further looks, counted under the entry before of this account and surface
  template <class S, class V>
  static void fields(S& s, V& v) {
    v.maybe("account", s.account), v("role", s.role), v("name", s.name), v("surface", s.surface);
    v("at", s.at), v("on", s.on), v.maybe("more_before", s.more_before);
  }
  friend bool operator==(Looked const&, Looked const&) = default;
};

struct LookerOfDay {
  std::optional<AccountId> account;
  Role role = Role::practitioner;
  Name name;
  SurfaceSet surfaces;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("role", s.role), v("name", s.name), v("surfaces", s.surfaces);
  }
};
struct LookedDay {
  Day day;
  std::vector<LookerOfDay> people;  // in the order in which they came that day
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("day", s.day), v("people", s.people);
  }
};
// What the page shows. `earlier`: there is more before this day.
struct WhoLooked {
  std::vector<LookedDay> days;  // the newest first
  std::optional<Day> earlier;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("days", s.days), v("earlier", s.earlier);
  }
};

// LK6: by day and by person, without a number. The looks are in the order of their instants.
std::vector<LookedDay> by_day(std::vector<Looked> const&);

}  // namespace kith
