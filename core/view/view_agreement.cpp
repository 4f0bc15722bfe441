// What the view shows beside a line: what each makes of it, and other words that were offered for it.
#include <algorithm>

#include "core/decisions/kept_words.hpp"
#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {

StanceView ViewMaker::stance(StanceRow const& row, StatementRow const& line) const {
  StanceView view;
  view.party = row.party;
  view.name = name_of(row.party);
  view.voice_kind = voice_kind(row.party);
  view.stance = row.stance;
  view.line = row.line;
  view.on_these_words = line.is_head(row.line);
  view.on = row.on;
  view.typed_by_name = name_of(row.typed_by);
  view.confirmed = row.confirmed;
  auto const* own = row.own && takes_words(row.stance) ? find(record_.statements, *row.own) : nullptr;
  if (own && !own->put_away) view.own.push_back(statement(*own));
  bool const types_for_them = !row.party.account() && draws(part_of(record_, line));
  may(view.can, row.party == sight_.voice() || types_for_them, {"withdraw_stance"});
  return view;
}

ProposalView ViewMaker::proposal(ProposalRow const& row, StatementRow const& line) const {
  ProposalView view;
  view.id = row.proposal;
  view.version = row.version;
  view.by = row.by;
  view.by_name = name_of(row.by);
  view.voice_kind = voice_kind(row.by);
  view.line = row.line;
  view.state = row.state;
  view.made_on = row.made_on;
  view.answered_on = row.answered_on;
  auto const* offered = find(record_.statements, row.offered);
  if (offered) view.offered.push_back(statement(*offered));
  auto const owner = line.versions.front().voice;
  auto const part = part_of(record_, line);
  bool const waits = row.state == ProposalState::waiting, drawn = draws(part);
  bool const own = owner == sight_.voice() && (drawn || tells(part)), for_owner = !owner.account() && drawn;
  may(view.can, waits && offered && !view.offered.front().apart && (own || for_owner), {"answer_proposal"});
  bool const types_for_them = !row.by.account() && drawn;
  may(view.can, waits && (row.by == sight_.voice() || types_for_them), {"withdraw_proposal"});
  return view;
}

void ViewMaker::agreement(StatementRow const& row, StatementView& view) const {
  if (row.versions.empty() || row.place == Place::own_view || row.place == Place::proposed) return;
  auto at = record_.stances.lower_bound({row.statement, {}});
  for (; at != record_.stances.end() && at->second.statement == row.statement; ++at)
    view.stances.push_back(stance(at->second, row));
  auto const offered = proposals_.find(row.statement);
  if (offered != proposals_.end())
    for (auto const* one : offered->second) view.proposals.push_back(proposal(*one, row));
  // Whoever speaks first stands first, and nobody by what they say (AG7); the words that hold now before
  // those of the past.
  sort_by(view.stances,
          [](StanceView const& one) { return std::tuple(!one.on_these_words, one.on, one.name); });
  sort_by(view.proposals, [](ProposalView const& one) {
    return std::tuple(one.state != ProposalState::waiting, -one.made_on.count());
  });
  auto const owner = row.versions.front().voice;
  auto const part = part_of(record_, row);
  bool const for_self = owner != sight_.voice() && (draws(part) || tells(part));
  bool const for_another = !sight_.person && draws(part) && !owner.is_person();
  may(view.can, for_self || for_another, {"take_stance"});
  may(view.can, (for_self || for_another) && !keeps_its_words(row.place), {"propose_words"});
}

}  // namespace kith
