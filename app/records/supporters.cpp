// Invitations of a record, and the records a supporter was let into.
#include <algorithm>

#include "app/fault.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"
#include "core/supporters/taking.hpp"

namespace kith::app {

std::optional<std::int64_t> Records::may_print_invitation(Caller const& caller, RecordId id,
                                                          InvitationId invitation) {
  auto const folded = store_.load(id);
  auto const now = needs_.clock();
  auto const* row = find(folded->record.invitations, invitation);
  bool const own = sight_of(folded->record, caller.reader(), now).person;
  if (!own || caller.own_record != id || !row || !row->is_open(now)) return std::nullopt;
  return row->ends_at.ms - now.ms;
}

std::optional<InvitationLook> Records::look_at_invitation(RecordId id, InvitationId invitation) {
  auto const folded = store_.load(id);
  auto const now = needs_.clock();
  KnownAccount const anybody{{}, {}, Role::supporter};
  auto const* row = find(folded->record.invitations, invitation);
  if (!row || !taking(folded->record, invitation, anybody, {}, now)) return std::nullopt;
  return InvitationLook{folded->record.whose()->name.text, row->see, row->tell, row->until};
}

bool Records::take_invitation(RecordId id, InvitationId invitation, KnownAccount const& who) {
  check_open();
  bool taken = false;
  auto const settled = submit_and_wait(writer_, [&, this]() -> std::optional<AppendItem> {
    auto& folded = store_.tentative(id);
    auto const now = needs_.clock();
    std::array<std::uint8_t, id_bytes> bytes{};
    std::ranges::copy(needs_.seal.random(id_bytes), bytes.begin());
    auto const command = random_id<CommandId>(bytes);
    auto facts = taking(folded.record, invitation, who, {command.hi, command.lo}, now);
    taken = facts.has_value();
    if (!taken) return std::nullopt;
    std::vector<Event> events;
    for (auto& fact : *facts)
      events.push_back({command, static_cast<std::uint32_t>(events.size()), who.account, now,
                        local_day(now, needs_.zone), std::move(fact)});
    AppendItem item;
    item.parts.push_back(store_.extend(id, folded, events, now));
    for (auto const& event : events)
      std::ranges::move(rows_of(needs_.seal, id, event), std::back_inserter(item.rows));
    return item;
  });
  if (!settled || *settled == Settled::fault || *settled == Settled::stale)
    throw Fault(FaultKind::unavailable, "The invitation could not be taken. Please try again.");
  return taken;
}

Supporting Records::supporting(Caller const& caller) {
  Supporting supporting;
  auto const now = needs_.clock();
  for (auto const& id : records_of(needs_.models, caller.account)) {
    auto const folded = store_.load(id);
    supporting.less = supporting.less || shows_less(folded->record, caller.reader(), now);
    auto const sight = sight_of(folded->record, caller.reader(), now);
    auto const* whose = folded->record.whose();
    if (!whose || !sight.any()) continue;
    supporting.people.push_back({id, whose->name.text, sight.see, sight.tell, sight.until});
  }
  std::ranges::stable_sort(supporting.people, {}, &Supported::name);
  return supporting;
}

}  // namespace kith::app
