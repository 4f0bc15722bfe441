// The safeguards that the simulation can switch off, one at a time, to show that it would notice.
//
// None of them is switched off in the product: each is broken at a seam that only the simulation has, which
// the enumerator names. `rule` is the invariant of spec/simulation.md that then breaks.
#pragma once
#include <optional>

#include "core/names.hpp"

namespace kith::sim {

enum class Safeguard : std::uint8_t {
  waiting_words_are_stored,        // page: a page that closes loses what was not sent yet
  a_failure_is_told,               // page: the machine is not told that a request did not arrive
  forgetting_spares_unsent_words,  // page: to forget a record is to forget everything
  a_command_is_done_once,          // journal: no command is known by its id
  an_answer_follows_its_commit,    // journal: the last commit is lost when the power is cut
  words_supersede_what_was_seen,   // door: new words supersede whatever stands there (the last one wins)
  a_stance_keeps_its_version,      // door: a stance is put beside the newest words
  what_is_gone_is_forgotten,       // page: the machine is not told that a record is gone
  nothing_is_kept_past_its_day,    // page: the day until which it may be kept is not kept
  only_the_newest_look_is_heard,   // page: an answer is taken whenever it comes, and is of no state
  a_clock_set_back_locks,          // page: the latest time that was seen is not noted, and nothing locks
  an_ended_session_is_refused,     // door: whoever was signed in once stays so
  only_what_is_shared_is_sent,     // door: everybody is sent what the person may see
  no_answer_is_kept_on_the_way,    // door: something in between answers with what it once kept
};
constexpr auto names_of(Safeguard) {
  return name_table("waiting_words_are_stored", "a_failure_is_told", "forgetting_spares_unsent_words",
                    "a_command_is_done_once", "an_answer_follows_its_commit", "words_supersede_what_was_seen",
                    "a_stance_keeps_its_version", "what_is_gone_is_forgotten", "nothing_is_kept_past_its_day",
                    "only_the_newest_look_is_heard", "a_clock_set_back_locks", "an_ended_session_is_refused",
                    "only_what_is_shared_is_sent", "no_answer_is_kept_on_the_way");
}
constexpr std::string_view rule_of(Safeguard safeguard) {
  switch (safeguard) {
    case Safeguard::waiting_words_are_stored:
    case Safeguard::forgetting_spares_unsent_words:
    case Safeguard::an_answer_follows_its_commit:
      return "SM2";
    case Safeguard::a_command_is_done_once:
      return "SM5";
    case Safeguard::words_supersede_what_was_seen:
      return "SM6";
    case Safeguard::a_stance_keeps_its_version:
      return "SM7";
    case Safeguard::a_failure_is_told:
    case Safeguard::only_the_newest_look_is_heard:
      return "SM1";
    case Safeguard::what_is_gone_is_forgotten:
    case Safeguard::nothing_is_kept_past_its_day:
    case Safeguard::only_what_is_shared_is_sent:
    case Safeguard::no_answer_is_kept_on_the_way:
      return "SM3";
    case Safeguard::a_clock_set_back_locks:
    case Safeguard::an_ended_session_is_refused:
      return "SM4";
  }
  return "";
}

using Without = std::optional<Safeguard>;  // at most one is off at a time

}  // namespace kith::sim
