// Safe ways to reach a person, and telling somebody who has no sign-in. Commands and facts. Rules RE1-RE6 and
// TL1-TL5 (spec/reach.md).
//
// The person says which ways and times are safe, whether a message may be left, and what to say. Whatever
// goes out about them obeys that or is not made. Values.
#pragma once
#include <optional>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/record/party.hpp"
#include "core/record/text.hpp"
#include "core/sharing/part.hpp"

namespace kith {

enum class Way : std::uint8_t { phone, text, letter, in_person, calendar };
constexpr auto names_of(Way) { return name_table("phone", "text", "letter", "in_person", "calendar"); }
enum class TimeOfDay : std::uint8_t { morning, afternoon, evening, weekend };
constexpr auto names_of(TimeOfDay) { return name_table("morning", "afternoon", "evening", "weekend"); }

struct SafeWays {
  NameSet<Way> ways;
  NameSet<TimeOfDay> times;  // none: at any time
  bool leave_message = false;
  std::optional<Name> say;    // "Say it is Bella from the library"
  std::optional<Name> title;  // of an entry in a calendar; absent: the neutral one
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("ways", s.ways), v.maybe("times", s.times), v.maybe("leave_message", s.leave_message);
    v.maybe("say", s.say), v.maybe("title", s.title);
  }
  friend bool operator==(SafeWays const&, SafeWays const&) = default;
};
struct SetReach {
  static constexpr std::string_view name_ = "set_reach";
  SafeWays safe;
  template <class S, class V>
  static void fields(S& s, V& v) {
    SafeWays::fields(s.safe, v);
  }
};
struct ReachSet : SetReach {
  static constexpr std::string_view name_ = "reach_set";
};

// How somebody was told of a step that they carry. `said` is in person, with nothing on paper.
enum class HowTold : std::uint8_t { slip, letter, call_note, said };
constexpr auto names_of(HowTold) { return name_table("slip", "letter", "call_note", "said"); }

struct PlanTelling {
  static constexpr std::string_view name_ = "plan_telling";
  StepId step;
  Party teller;
  std::optional<Day> by;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("teller", s.teller), v.maybe("by", s.by);
  }
};
struct MarkTold {
  static constexpr std::string_view name_ = "mark_told";
  StepId step;
  HowTold how = HowTold::slip;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("how", s.how);
  }
};
struct TellingPlanned {
  static constexpr std::string_view name_ = "telling_planned";
  StepId step;
  Party doer;  // who is to be told: another doer has not been told
  Party teller;
  std::optional<Day> by;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("doer", s.doer), v("teller", s.teller), v.maybe("by", s.by);
  }
};
struct DoerTold {
  static constexpr std::string_view name_ = "doer_told";
  StepId step;
  Party doer;
  HowTold how = HowTold::slip;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("doer", s.doer), v("how", s.how);
  }
};

}  // namespace kith
