// What joining changes in a record. Rules JO3-JO8 (spec/joining.md).
#include "core/record/record.hpp"

namespace kith {
namespace {

void note(Record& record, RowKey row, Event const& event) {
  record.joining.try_emplace(row, JoiningRow{row, event.command, event.day_made});
}
RowKey with(RecordId other) { return {key_of(joined_with_kind, text_of(other))}; }

bool was_copied(Record const& record, Version join, RowKey const& key) {
  auto const* row = find(record.joining, key);
  return row && row->version == join;
}
template <class Key, class Row>
void drop_copied(Record const& record, Version join, std::map<Key, Row>& table) {
  std::erase_if(table, [&](auto const& entry) {
    return was_copied(record, join, RowKey{key_of(Row::kind, text_of(entry.first))});
  });
}

}  // namespace

bool Record::is_closed() const {
  for (auto const& entry : joining)
    if (kind_of(entry.first) == closed_kind) return true;
  return false;
}

std::vector<RecordId> Record::joined_with() const {
  std::vector<RecordId> others;
  for (auto const& entry : joining) {
    if (kind_of(entry.first) != joined_with_kind) continue;
    auto const other =
        parse_id<RecordId>(std::string_view(entry.first.text).substr(joined_with_kind.size() + 1));
    if (other) others.push_back(*other);
  }
  return others;
}

std::optional<Version> Record::joined_by(RecordId other) const {
  auto const* row = find(joining, with(other));
  return row ? std::optional(row->version) : std::nullopt;
}

void fold(Record& record, RecordId id, Event const& event, RecordClosed const& closed) {
  note(record, RowKey{key_of(closed_kind, text_of(id))}, event);
  note(record, with(closed.into), event);
}

void fold(Record& record, Event const& event, RecordJoined const& joined) {
  note(record, with(joined.from), event);
}

void fold(Record& record, RecordId id, Event const&, RecordReopened const& reopened) {
  record.joining.erase(RowKey{key_of(closed_kind, text_of(id))});
  record.joining.erase(with(reopened.from));
}

// JO8: nothing was written since, so nothing else names these rows.
void fold(Record& record, Event const&, RecordParted const& parted) {
  auto const join = record.joined_by(parted.from);
  if (!join) return;
  auto const drop = [&](auto&... tables) { (drop_copied(record, *join, tables), ...); };
  drop(record.statements, record.ties, record.links, record.helpers, record.enjoyed, record.ideas,
       record.followups, record.goals, record.steps, record.joined, record.promises, record.talk,
       record.meetings, record.handed, record.decisions, record.stances);
  std::erase_if(record.meets,
                [&](auto const& entry) { return !record.meetings.contains(entry.second.meeting); });
  std::erase_if(record.joining, [&](auto const& entry) { return entry.second.version == *join; });
}

void note_origin(Record& record, Event const& event) {
  if (event.origin && event.origin->row) note(record, *event.origin->row, event);
}

}  // namespace kith
