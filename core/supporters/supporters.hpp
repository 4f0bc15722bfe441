// Supporters: somebody from the person's own life who is invited to see or to tell. Commands and facts. Rules
// SU1-SU12 (spec/supporters.md).
//
// An invitation names a tie of the circle. Its link and its code are kept in app/identity and never stand
// here. Whoever takes it gets an ordinary grant and is joined to that tie. Values.
#pragma once
#include <optional>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/sharing/part.hpp"

namespace kith {

using InvitationId = Id<struct InvitationTag>;

struct InviteSupporter {
  static constexpr std::string_view name_ = "invite_supporter";
  InvitationId invitation;
  TieId tie;
  PartSet see, tell;
  std::optional<Instant> until;  // of what they may do, once they have taken it
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("invitation", s.invitation), v("tie", s.tie), v("see", s.see), v("tell", s.tell);
    v.maybe("until", s.until);
  }
};
struct WithdrawInvitation {
  static constexpr std::string_view name_ = "withdraw_invitation";
  InvitationId invitation;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("invitation", s.invitation);
  }
};
// All that a supporter may do from now on, in the place of what they could do before.
struct SetSupport {
  static constexpr std::string_view name_ = "set_support";
  AccountId account;
  PartSet see, tell;
  std::optional<Instant> until;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("see", s.see), v("tell", s.tell), v.maybe("until", s.until);
  }
};
struct EndSupport {
  static constexpr std::string_view name_ = "end_support";
  AccountId account;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account);
  }
};

struct SupporterInvited {
  static constexpr std::string_view name_ = "supporter_invited";
  InvitationId invitation;
  TieId tie;
  PartSet see, tell;
  std::optional<Instant> until;
  Instant ends_at;  // of the invitation itself
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("invitation", s.invitation), v("tie", s.tie), v("see", s.see), v("tell", s.tell);
    v.maybe("until", s.until), v("ends_at", s.ends_at);
  }
};
struct InvitationWithdrawn : WithdrawInvitation {
  static constexpr std::string_view name_ = "invitation_withdrawn";
};
struct InvitationTaken {
  static constexpr std::string_view name_ = "invitation_taken";
  InvitationId invitation;
  AccountId account;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("invitation", s.invitation), v("account", s.account);
  }
};

}  // namespace kith
