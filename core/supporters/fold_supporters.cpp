// Folding invitations. An invitation is taken once, and never after it was withdrawn.
#include "core/record/record.hpp"

namespace kith {

void fold(Record& record, Event const& event, SupporterInvited const& f) {
  InvitationRow row{f.invitation, event.command, f.tie,     f.see,
                    f.tell,       f.until,       f.ends_at, InvitationState::open};
  record.invitations.try_emplace(f.invitation, std::move(row));
}
void fold(Record& record, Event const& event, InvitationWithdrawn const& f) {
  auto* row = find(record.invitations, f.invitation);
  if (!row || row->state != InvitationState::open) return;
  row->state = InvitationState::withdrawn;
  row->version = event.command;
}
void fold(Record& record, Event const& event, InvitationTaken const& f) {
  auto* row = find(record.invitations, f.invitation);
  if (!row || row->state != InvitationState::open) return;
  row->state = InvitationState::taken;
  row->version = event.command;
  record.supporters.insert_or_assign(f.account, SupporterRow{f.account, event.command, row->tie});
}

}  // namespace kith
