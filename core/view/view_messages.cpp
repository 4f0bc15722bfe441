// What the view shows of messages: who can see them, who has opened them, and which still wait.
#include <algorithm>

#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {

MessageTo ViewMaker::message_to(Party const& party, MessageRow const* row) const {
  MessageTo to{party, name_of(party), {}, true};
  bool const sees_grants = sight_.person || sight_.keeps_sharing;
  if (party.is_person() || sees_grants) to.can_open = can_open_messages(record_, party, context_.now);
  if (!row) return to;
  for (auto const& entry : record_.opened) {
    auto const& opened = entry.second;
    bool const theirs =
        party.is_person() ? record_.whose()->account == opened.account : party == Party::of(opened.account);
    if (opened.message == row->message && theirs) to.opened_on = opened.on;
  }
  return to;
}

MessageView ViewMaker::message(MessageRow const& row) const {
  MessageView view;
  view.id = row.message;
  view.version = row.version;
  view.voice = row.voice;
  view.voice_name = name_of(row.voice);
  view.voice_kind = voice_kind(row.voice);
  view.typed_by_name = name_of(row.typed_by);
  bool const by_person = row.voice.is_person() && record_.whose()->account == row.typed_by;
  view.typed_by_voice = by_person || row.voice == Party::of(row.typed_by);
  view.confirmed = row.confirmed;
  view.words = row.words.text;
  view.sent_at = row.sent_at;
  view.sent_on = row.sent_on;
  for (auto const& party : row.to) view.to.push_back(message_to(party, &row));
  view.answers = row.answers;
  if (row.settled)
    view.settled = SettledView{*row.settled, row.settled_by ? name_of(*row.settled_by) : std::string(),
                               row.settled_on.value_or(row.sent_on)};
  bool const named = row.names(sight_.voice());
  auto const* pause = record_.pausing();
  bool const nobody_waits = pause && pause->closes();  // PS8
  view.waits_for_me = named && row.waits() && !nobody_waits;
  may(view.can, named && !record_.opened.contains({row.message, sight_.account}), {"open_message"});
  may(view.can, named && !row.settled, {"settle_message"});
  bool const can_hear = !row.voice.tie() && can_open_messages(record_, row.voice, context_.now);
  bool const answers = can_hear && (sight_.person || row.voice.is_person());
  may(view.can, named && answers, {"send_message"});
  return view;
}

MessagesView ViewMaker::messages() const {
  MessagesView view;
  std::vector<MessageRow const*> rows;
  for (auto const& entry : record_.messages) rows.push_back(&entry.second);
  sort_by(rows, [](MessageRow const* row) { return -row->sent_at.ms; });
  for (auto const* row : rows) view.rows.push_back(message(*row));
  auto const offer = [&](Party const& party) {
    if (can_open_messages(record_, party, context_.now)) view.to.push_back(message_to(party, nullptr));
  };
  if (sight_.person) {
    for (auto const& entry : record_.members) offer(Party::of(entry.first));
  } else if (!sight_.supporter && (draws(Part::together) || tells(Part::together))) {
    offer(Party::person());
  }
  may(view.can, !view.to.empty(), {"send_message"});
  return view;
}

}  // namespace kith
