// What the person is shown of their supporters and of open invitations. Part of the view
// (core/view/view.hpp).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/supporters/rows.hpp"

namespace kith {

struct SupporterView {
  AccountId account;
  TieId tie;
  std::string name;    // as the person drew them
  std::string called;  // as they call themself
  PartSet see, tell;   // now; both empty: nothing
  std::optional<Instant> until;
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("tie", s.tie), v("name", s.name), v("called", s.called), v("see", s.see);
    v("tell", s.tell), v("until", s.until), v("can", s.can);
  }
};
struct InvitationView {
  InvitationId id;
  Version version;
  TieId tie;
  std::string name;
  PartSet see, tell;
  std::optional<Instant> until;
  Instant ends_at;
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("tie", s.tie), v("name", s.name), v("see", s.see);
    v("tell", s.tell), v("until", s.until), v("ends_at", s.ends_at), v("can", s.can);
  }
};
struct SupportersView {
  std::vector<SupporterView> rows;
  std::vector<InvitationView> invitations;  // that can still be taken
  std::vector<TieId> to_invite;             // human beings of the circle who are no supporter yet
  bool less = false;                        // SU9: this reader is shown less than before
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("rows", s.rows), v("invitations", s.invitations), v("to_invite", s.to_invite), v("less", s.less);
    v("can", s.can);
  }
};

}  // namespace kith
