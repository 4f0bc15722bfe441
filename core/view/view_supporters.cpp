// What the view shows of supporters: to the person all of them, to a supporter only that there is less.
#include <algorithm>

#include "core/sort_by.hpp"
#include "core/supporters/taking.hpp"
#include "core/view/maker.hpp"

namespace kith {

SupporterView ViewMaker::supporter(SupporterRow const& row) const {
  SupporterView view{row.account, row.tie, name_of(Party::of(row.tie)), member_name(row.account), {}, {},
                     {},          {}};
  for (auto const& [id, grant] : record_.grants) {
    if (grant.to != row.account || !grant.holds(context_.now)) continue;
    view.see = view.see | grant.see;
    view.tell = view.tell | grant.tell;
    view.until = grant.until;
  }
  may(view.can, sight_.person, {"set_support"});
  may(view.can, sight_.person && !(view.see.empty() && view.tell.empty()), {"end_support"});
  return view;
}

SupportersView ViewMaker::supporters() const {
  SupportersView view;
  view.less = shows_less(record_, context_.reader, context_.now);
  if (!sight_.person) return view;
  for (auto const& entry : record_.supporters) view.rows.push_back(supporter(entry.second));
  sort_by(view.rows, &SupporterView::name);
  for (auto const& [id, row] : record_.invitations) {
    if (!row.is_open(context_.now)) continue;
    view.invitations.push_back({id,
                                row.version,
                                row.tie,
                                name_of(Party::of(row.tie)),
                                row.see,
                                row.tell,
                                row.until,
                                row.ends_at,
                                {"withdraw_invitation"}});
  }
  sort_by(view.invitations, &InvitationView::ends_at);
  for (auto const& [id, tie] : record_.ties) {
    if ((tie.everyday || tie.hard_times) && can_be_invited(tie.details.kind) && !is_supporter(id))
      view.to_invite.push_back(id);
  }
  may(view.can, true, {"invite_supporter"});
  return view;
}

bool ViewMaker::is_supporter(TieId tie) const {
  return std::ranges::any_of(record_.supporters, [&](auto const& entry) { return entry.second.tie == tie; });
}

}  // namespace kith
