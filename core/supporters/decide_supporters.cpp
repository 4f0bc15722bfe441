// Inviting a supporter, and what they may see and tell. Rules SU1-SU3, SU5, SU7-SU9 (spec/supporters.md).
#include <algorithm>
#include <array>

#include "core/record/desk.hpp"
#include "core/supporters/taking.hpp"

namespace kith {
namespace {

// What was asked for them can be given at all: SH11, SH17.
std::optional<Refusal> refused(Desk const& desk, PartSet see, PartSet tell, std::optional<Instant> until) {
  if (see.empty() && tell.empty()) return refuse("SH17");
  if (until && *until <= desk.here.now) return refuse("SH11");
  if (desk.record.grants.size() >= things_per_kind_max) return refuse("SH16");
  return std::nullopt;
}

// Ends what an account holds in this record.
void end_all(Record const& record, AccountId account, Instant now, Facts& facts) {
  for (auto const& [id, grant] : record.grants)
    if (grant.to == account && grant.holds(now)) facts.push_back(GrantEnded{{id}});
}

struct Reach {
  PartSet see, tell;
};
Reach reach_of(Record const& record, AccountId account, std::optional<Instant> now) {
  Reach reach;
  for (auto const& [id, grant] : record.grants) {
    if (grant.to != account || (now && !grant.holds(*now))) continue;
    reach.see = reach.see | grant.see;
    reach.tell = reach.tell | grant.tell;
  }
  return reach;
}

}  // namespace

bool can_be_invited(TieKind kind) {
  return family_of(kind) == TieFamily::family || family_of(kind) == TieFamily::other_people;
}

bool supporter_may_send(std::string_view command) {
  static constexpr std::array allowed = {WordStatement::name_,    DisownWords::name_,  ConfirmWords::name_,
                                         PutAwayStatement::name_, Raise::name_,        TakeStance::name_,
                                         WithdrawStance::name_,   ProposeWords::name_, AnswerProposal::name_,
                                         WithdrawProposal::name_, EndGrant::name_};
  return std::ranges::find(allowed, command) != allowed.end();
}

bool shows_less(Record const& record, Reader const& reader, Instant now) {
  if (reader.role != Role::supporter || !record.has_started()) return false;
  auto const once = reach_of(record, reader.account, std::nullopt);
  auto const sight = sight_of(record, reader, now);
  return !sight.see.covers(once.see) || !sight.tell.covers(once.tell);
}

Verdict decide(Desk const& desk, InviteSupporter const& ask) {
  if (!desk.sight.person) return refuse("SU1");
  if (desk.record.invitations.contains(ask.invitation)) return id_taken();
  if (desk.record.invitations.size() >= things_per_kind_max) return refuse("SU10");
  auto const* tie = find(desk.record.ties, ask.tie);
  if (!tie) return not_there();
  if (!can_be_invited(tie->details.kind)) return refuse("SU1");
  if (auto refusal = refused(desk, ask.see, ask.tell, ask.until)) return std::move(*refusal);
  Instant const ends_at{desk.here.now.ms + invitation_days * day_ms};
  return facts_of(SupporterInvited{ask.invitation, ask.tie, ask.see, ask.tell, ask.until, ends_at});
}

Verdict decide(Desk const& desk, WithdrawInvitation const& ask) {
  auto const* there = find(desk.record.invitations, ask.invitation);
  if (!there) return not_there();
  if (there->state == InvitationState::taken) return refuse("SU3");
  if (there->state == InvitationState::withdrawn) return Already{};
  return facts_of(InvitationWithdrawn{ask});
}

Verdict decide(Desk const& desk, SetSupport const& ask) {
  if (!desk.sight.person) return refuse("SU8");
  if (!desk.record.supporters.contains(ask.account)) return not_there();
  if (auto refusal = refused(desk, ask.see, ask.tell, ask.until)) return std::move(*refusal);
  auto const holds_already = [&](auto const& entry) {
    auto const& row = entry.second;
    return row.to == ask.account && row.holds(desk.here.now) && row.see == ask.see && row.tell == ask.tell &&
           row.until == ask.until;
  };
  if (std::ranges::any_of(desk.record.grants, holds_already)) return Already{};
  Said verdict;
  end_all(desk.record, ask.account, desk.here.now, verdict.facts);
  GrantId const grant{desk.command.id.hi, desk.command.id.lo};
  verdict.facts.push_back(GrantGiven{{grant, ask.account, ask.see, ask.tell, ask.until, false}});
  return verdict;
}

Verdict decide(Desk const& desk, EndSupport const& ask) {
  if (!desk.sight.person) return refuse("SU8");
  if (!desk.record.supporters.contains(ask.account)) return not_there();
  Said verdict;
  end_all(desk.record, ask.account, desk.here.now, verdict.facts);
  if (verdict.facts.empty()) return Already{};
  return verdict;
}

std::optional<std::vector<Fact>> taking(Record const& whole, InvitationId id, KnownAccount const& who,
                                        GrantId grant, Instant now) {
  auto const* row = find(whole.invitations, id);
  if (!row || !row->is_open(now) || whole.is_closed() || who.role != Role::supporter) return std::nullopt;
  if (row->until && *row->until <= now) return std::nullopt;
  if (whole.pausing() && whole.pausing()->closes()) return std::nullopt;
  if (whole.grants.size() >= things_per_kind_max) return std::nullopt;
  Facts facts{MemberNamed{who.account, who.name, who.role}, InvitationTaken{id, who.account}};
  end_all(whole, who.account, now, facts);
  facts.push_back(GrantGiven{{grant, who.account, row->see, row->tell, row->until, false}});
  return facts;
}

}  // namespace kith
