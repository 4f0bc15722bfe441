// Messages: who may write to whom, who has opened it, and what counts as an answer. Rules MS1-MS9
// (spec/messages.md).
#include <algorithm>

#include "core/record/desk.hpp"

namespace kith {
namespace {

// In whose name: one's own, or in a visit somebody else's who said it aloud. Rules ST2, ST7, SH8.
std::optional<Refusal> may_speak(Desk const& desk, SendMessage const& ask, MessageRow const* answered) {
  auto const speaker = desk.voice();
  if (speaker == desk.own()) {
    bool const is_asked = answered && answered->names(desk.own());  // whoever is named may always answer
    if (!is_asked && !desk.may_draw(Part::together) && !desk.may_tell(Part::together)) return not_yours();
    return std::nullopt;
  }
  if (!desk.may_draw(Part::together) || speaker.account() || !desk.sees(speaker)) return refuse("ST7");
  if (!ask.confirmed) return refuse("ST2");
  return std::nullopt;
}

}  // namespace

bool can_open_messages(Record const& shown, Party const& party, Instant now) {
  auto const* whose = shown.whose();
  if (party.is_person()) return whose && whose->account.has_value();
  auto const account = party.account();
  auto const* member = account ? find(shown.members, *account) : nullptr;
  if (member && member->role == Role::supporter) return false;  // SU7
  return account && sight_of(shown, {*account, Role::practitioner}, now).any();
}

Verdict decide(Desk const& desk, SendMessage const& ask) {
  if (desk.record.messages.contains(ask.message)) return id_taken();
  if (desk.record.messages.size() >= things_per_kind_max) return refuse("MS8");
  if (ask.to.empty() || ask.to.size() > parties_per_list_max || !says_something(ask.words.text))
    return refuse("MS1");
  auto const* answered = ask.answers ? find(desk.record.messages, *ask.answers) : nullptr;
  if (ask.answers && !answered) return not_there();
  if (auto refusal = may_speak(desk, ask, answered)) return std::move(*refusal);
  auto const speaker = desk.voice();
  if (answered && (!answered->names(speaker) || ask.to != std::vector{answered->voice})) return refuse("MS6");
  for (auto const& party : ask.to) {
    // MS2: to the person, or from their side to somebody they have let in.
    bool const other_side = party.is_person() ? speaker.account().has_value() : !speaker.account();
    if (!other_side || !can_open_messages(desk.record, party, desk.here.now)) return refuse("MS2");
    if (std::ranges::count(ask.to, party) > 1) return refuse("MS1");
  }
  return facts_of(MessageSent{ask.message, ask.to, ask.words, ask.confirmed, ask.answers, speaker});
}

Verdict decide(Desk const& desk, OpenMessage const& ask) {
  auto const* there = find(desk.record.messages, ask.message);
  if (!there) return not_there();
  if (!there->names(desk.own())) return refuse("MS6");
  if (desk.record.opened.contains({ask.message, desk.here.reader.account})) return Already{};
  return facts_of(MessageOpened{ask});
}

Verdict decide(Desk const& desk, SettleMessage const& ask) {
  auto const* there = find(desk.record.messages, ask.message);
  if (!there) return not_there();
  if (!there->names(desk.own())) return refuse("MS6");
  if (there->settled) return Already{};
  return facts_of(MessageSettled{ask});
}

}  // namespace kith
