// What is shown of the safe ways, and of who tells the doer of a step. Part of the view (core/view/view.hpp).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/reach/rows.hpp"

namespace kith {

struct ReachView {
  bool asked = false;  // RE2: before that nothing goes out
  SafeWays safe;
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("asked", s.asked), v("ways", s.safe.ways), v("times", s.safe.times);
    v("leave_message", s.safe.leave_message), v("say", s.safe.say), v("title", s.safe.title), v("can", s.can);
  }
};
struct TellingView {
  std::optional<Party> teller;
  std::optional<std::string> teller_name;
  std::optional<Day> by;
  std::optional<HowTold> told;
  std::optional<std::string> told_by_name;
  std::optional<Day> told_on;
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("teller", s.teller), v("teller_name", s.teller_name), v("by", s.by), v("told", s.told);
    v("told_by_name", s.told_by_name), v("told_on", s.told_on), v("can", s.can);
  }
};

}  // namespace kith
