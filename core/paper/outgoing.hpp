// What goes out on paper: a slip, a letter or a call note for whoever carries a step and has no sign-in, the
// follow-up for a person without the app.
//
// Each obeys the safe ways of the person, or is refused with the reason (RE2, RE3). No name of a service is
// on a slip, a letter or a call note (RE5). The same code answers the browser and the server. Pure.
#pragma once
#include <variant>

#include "core/paper/plan_page.hpp"
#include "core/record/record.hpp"
#include "core/refusal.hpp"

namespace kith {

enum class Outgoing : std::uint8_t { slip, letter, call_note, follow_up };
constexpr auto names_of(Outgoing) { return name_table("slip", "letter", "call-note", "follow-up"); }

struct OutgoingAsk {
  Outgoing kind = Outgoing::slip;
  std::optional<StepId> step;  // of a slip, a letter and a call note
};

std::variant<Refusal, std::string> outgoing_html(Record const& shown, ViewContext const&, PaperContext const&,
                                                 OutgoingAsk const&, Catalogue const&);

}  // namespace kith
