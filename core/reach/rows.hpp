// The rows of reaching and telling. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct ReachRow {
  static constexpr std::string_view kind = "reach";
  RecordId record;
  Version version;
  SafeWays safe;
  RecordId id() const { return record; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), SafeWays::fields(s.safe, v);
  }
};
// Who tells the doer of a step that has no sign-in. It holds for this doer only.
struct TellingRow {
  static constexpr std::string_view kind = "telling";
  StepId step;
  Version version;
  Party doer;
  std::optional<Party> teller;
  std::optional<Day> by;
  std::optional<HowTold> told;
  std::optional<AccountId> told_by;
  std::optional<Day> told_on;
  StepId id() const { return step; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("version", s.version), v("doer", s.doer), v.maybe("teller", s.teller);
    v.maybe("by", s.by), v.maybe("told", s.told), v.maybe("told_by", s.told_by);
    v.maybe("told_on", s.told_on);
  }
};

}  // namespace kith
