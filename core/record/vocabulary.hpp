// The words of a record: where a statement stands, what may be answered. Names are stored and never change.
#pragma once
#include "core/names.hpp"

namespace kith {

enum class Place : std::uint8_t {
  goal,
  step,
  promise,
  helps,
  wish,
  enjoyed,
  own_find,
  asked_for,
  to_talk_about,
  sentence,
  follow_up,
  about_me,
  own_view,  // beside a stance; about the line
  proposed,  // other words for a line; about the proposal
  decision,  // what the person is asked
  option,
  answer,
  reason,     // why a promise was kept, changed or not; about the promise
  good_help,  // what good help looks like to the person
  prepared    // what they want to say, before they share it; about a prompt
};
constexpr auto names_of(Place) {
  return name_table("goal", "step", "promise", "helps", "wish", "enjoyed", "own_find", "asked_for",
                    "to_talk_about", "sentence", "follow_up", "about_me", "own_view", "proposed", "decision",
                    "option", "answer", "reason", "good_help", "prepared");
}
// The seven headings of About me (PRSB About Me 2.0.1). A line stands under "heading:…".
enum class Heading : std::uint8_t {
  most_important,
  people,
  communicating,
  wellness,
  please_do,
  support,
  worth_knowing
};
constexpr auto names_of(Heading) {
  return name_table("most_important", "people", "communicating", "wellness", "please_do", "support",
                    "worth_knowing");
}
inline constexpr std::string_view heading_kind = "heading";
// What helps to find words before a meeting. A prepared line stands under "prompt:…".
enum class Prompt : std::uint8_t { most_important, hard_to_say, to_ask, not_wanted, next };
constexpr auto names_of(Prompt) {
  return name_table("most_important", "hard_to_say", "to_ask", "not_wanted", "next");
}
inline constexpr std::string_view prompt_kind = "prompt";
inline constexpr std::size_t good_help_lines_max = 3;  // ST11
// How we know that words typed by one and spoken by another are theirs (architecture section 5).
enum class Confirmed : std::uint8_t { said_aloud, read_back, not_yet };
constexpr auto names_of(Confirmed) { return name_table("said_aloud", "read_back", "not_yet"); }

enum class Feels : std::uint8_t { yes, not_quite };
constexpr auto names_of(Feels) { return name_table("yes", "not_quite"); }

enum class Enough : std::uint8_t { yes, could_be_more, no, not_today };
constexpr auto names_of(Enough) { return name_table("yes", "could_be_more", "no", "not_today"); }

enum class IdeaState : std::uint8_t { chosen, set_aside };
constexpr auto names_of(IdeaState) { return name_table("chosen", "set_aside"); }

enum class StepState : std::uint8_t { under_way, done, not_yet, put_away };
constexpr auto names_of(StepState) { return name_table("under_way", "done", "not_yet", "put_away"); }

enum class PromiseState : std::uint8_t { open, kept, changed, not_kept };
constexpr auto names_of(PromiseState) { return name_table("open", "kept", "changed", "not_kept"); }

enum class FollowUpState : std::uint8_t { waiting, answered, stopped };
constexpr auto names_of(FollowUpState) { return name_table("waiting", "answered", "stopped"); }

enum class HowItWent : std::uint8_t { went, not_yet, gone_off, not_today };
constexpr auto names_of(HowItWent) { return name_table("went", "not_yet", "gone_off", "not_today"); }

enum class Barrier : std::uint8_t {
  cost,
  getting_there,
  health_that_day,
  anxiety,
  full_or_closed,
  changed_my_mind,
  other
};
constexpr auto names_of(Barrier) {
  return name_table("cost", "getting_there", "health_that_day", "anxiety", "full_or_closed",
                    "changed_my_mind", "other");
}
enum class Help : std::uint8_t { somebody_with_me, smaller_step, something_else, leave_it };
constexpr auto names_of(Help) {
  return name_table("somebody_with_me", "smaller_step", "something_else", "leave_it");
}

enum class TalkAbout : std::uint8_t { asked_for, to_talk_about };
constexpr auto names_of(TalkAbout) { return name_table("asked_for", "to_talk_about"); }

enum class ServiceReport : std::uint8_t { gone, wrong, not_welcoming };
constexpr auto names_of(ServiceReport) { return name_table("gone", "wrong", "not_welcoming"); }

}  // namespace kith
