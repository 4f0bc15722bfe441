// The rows of supporters: an invitation, and which tie an account is. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

enum class InvitationState : std::uint8_t { open, withdrawn, taken };
constexpr auto names_of(InvitationState) { return name_table("open", "withdrawn", "taken"); }

struct InvitationRow {
  static constexpr std::string_view kind = "invitation";
  InvitationId invitation;
  Version version;
  TieId tie;
  PartSet see, tell;
  std::optional<Instant> until;
  Instant ends_at;
  InvitationState state = InvitationState::open;
  InvitationId id() const { return invitation; }
  bool is_open(Instant now) const { return state == InvitationState::open && now < ends_at; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("invitation", s.invitation), v("version", s.version), v("tie", s.tie), v("see", s.see);
    v("tell", s.tell), v.maybe("until", s.until), v("ends_at", s.ends_at), v("state", s.state);
  }
};
struct SupporterRow {  // this account and this tie are one person
  static constexpr std::string_view kind = "supporter";
  AccountId account;
  Version version;
  TieId tie;
  AccountId id() const { return account; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("version", s.version), v("tie", s.tie);
  }
};

}  // namespace kith
