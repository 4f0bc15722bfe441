// Folding messages. A message that answers another settles it.
#include <algorithm>

#include "core/record/record.hpp"

namespace kith {
namespace {

void settle(Record& record, MessageId id, Settled how, Event const& event) {
  auto* row = find(record.messages, id);
  if (!row || row->settled) return;
  row->settled = how;
  row->settled_by = event.actor;
  row->settled_on = event.day_made;
  row->version = event.command;
}

}  // namespace

bool MessageRow::names(Party const& party) const { return std::ranges::find(to, party) != to.end(); }

void fold(Record& record, Event const& event, MessageSent const& f) {
  MessageRow row;
  row.message = f.message;
  row.version = event.command;
  row.voice = f.voice;
  row.typed_by = event.actor;
  row.to = f.to;
  row.words = f.words;
  row.confirmed = f.confirmed;
  row.answers = f.answers;
  row.sent_at = event.made_at;
  row.sent_on = event.day_made;
  record.messages.try_emplace(f.message, std::move(row));
  if (f.answers) settle(record, *f.answers, Settled::answered, event);
}

void fold(Record& record, Event const& event, MessageOpened const& f) {
  OpenedRow const row{f.message, event.actor, event.command, event.day_made};
  if (record.messages.contains(f.message)) record.opened.try_emplace(row.id(), row);
}

void fold(Record& record, Event const& event, MessageSettled const& f) {
  settle(record, f.message, Settled::talked, event);
}

}  // namespace kith
