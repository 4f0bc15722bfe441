#include "sim/ledger.hpp"

namespace kith::sim {
namespace {

template <class Row>
bool same(Table<Row> const& one, Table<Row> const& other) {
  return std::ranges::equal(one, other, [](auto const& a, auto const& b) {
    return a.first == b.first && a.second.version == b.second.version;
  });
}

}  // namespace

bool names(VisitRow const& row, AccountId account) {
  return std::ranges::find(row.with, account) != row.with.end();
}
bool names(GrantRow const& row, AccountId account) { return row.to == account; }
bool names(MessageRow const& row, AccountId account) {
  auto const party = Party::of(account);
  return row.voice == party || row.typed_by == account || std::ranges::find(row.to, party) != row.to.end();
}

void Ledger::note(std::uint64_t position, Record const& whole) {
  auto const last = states_.empty() ? nullptr : &states_.rbegin()->second;
  if (last && same(last->grants, whole.grants) && same(last->visits, whole.visits)) return;
  states_[position] = {whole.grants, whole.visits};
}

Ledger::State const& Ledger::at(std::uint64_t position) const {
  static State const nobody;
  auto const after = states_.upper_bound(position);
  return after == states_.begin() ? nobody : std::prev(after)->second;
}

Allowed Ledger::allowed(AccountId account, std::uint64_t position, Instant now) const {
  Allowed allowed{account, false, {}, {}};
  for (auto const& [id, grant] : at(position).grants) {
    if (!names(grant, account) || !grant.holds(now)) continue;
    allowed.any = true;
    allowed.see = allowed.see | grant.see;
  }
  for (auto const& [id, visit] : at(position).visits) {
    if (!names(visit, account) || !visit.is_open(now)) continue;
    allowed.any = true;
    allowed.see = allowed.see | visit.parts.with(Part::together);
    allowed.drawing = allowed.drawing | visit.parts.with(Part::together);
  }
  return allowed;
}

Instant Ledger::keep_until(Inhabitant const& who, std::uint64_t position, Instant told) const {
  auto const days = who.role == Role::person ? 30 : who.role == Role::practitioner ? 7 : 3;
  Instant until{told.ms + days * day_ms};
  for (auto const& [id, grant] : at(position).grants)
    if (names(grant, who.account) && grant.holds(told) && grant.until) until = std::min(until, *grant.until);
  for (auto const& [id, visit] : at(position).visits)
    if (names(visit, who.account) && visit.is_open(told)) until = std::min(until, visit.until);
  return until;
}

}  // namespace kith::sim
