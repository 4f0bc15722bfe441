// Taking an invitation: its link and its spoken code together. Rules AC23 and AC24.
#include "app/identity/printed_code.hpp"
#include "app/identity/sign_in_desk.hpp"
#include "app/identity/slow_down.hpp"

namespace kith::identity {
namespace {

NotLetIn nothing_there() { return NotLetIn{refuse("AC23"), 0}; }

std::string both(std::string_view link, std::string_view code) {
  return std::string(link) + ' ' + std::string(code);
}

}  // namespace

InvitationSecret SignIn::print_invitation(InvitationId invitation, AccountId made_by, std::int64_t lasts_ms) {
  InvitationSecret secret{desk_->draw_code(link_groups), desk_->draw_code(code_groups)};
  desk_->identity.put(PrintedCode{desk_->token_key(both(secret.link, secret.code)),
                                  CodeKind::invitation,
                                  app::bits_of(invitation),
                                  made_by,
                                  {desk_->clock().ms + lasts_ms}});
  return secret;
}

// Misses count for the address and for the link: whoever found a sheet cannot try from many places at once.
// As with a password, the miss is counted before the code is looked at and forgiven after.
std::variant<PrintedCode, NotLetIn> SignIn::Desk::invited(InvitationAsk const& ask) {
  auto const link = read_printed_code(ask.link, link_groups);
  auto const by_address = address_key(ask.address), by_link = name_key("\n\n" + link.value_or(""));
  auto const now = clock();
  {
    std::lock_guard const lock(misses);
    if (auto const wait = wait_ms(by_link, by_address); wait > 0) return too_soon(wait);
    identity.tally(by_link, Strike::missed, now);
  }
  auto const code = read_printed_code(ask.code);
  auto const known = link && code ? identity.printed_code(token_key(both(*link, *code))) : std::nullopt;
  if (known && known->kind == CodeKind::invitation && now < known->ends_at) {
    identity.tally(by_link, Strike::cleared, now);
    return *known;
  }
  identity.tally(by_address, Strike::missed, now);
  return nothing_there();
}

namespace {
// The record of who invited: a person whose account is gone leads nowhere.
std::optional<Invited> invited_to(Identity& identity, PrintedCode const& code) {
  auto const by = identity.account(AccountRef(code.made_by));
  if (!by || !by->record) return std::nullopt;
  return Invited{*by->record, InvitationId{code.subject.hi, code.subject.lo}};
}
}  // namespace

std::variant<Invited, NotLetIn> SignIn::look_at_invitation(InvitationAsk const& ask) {
  auto const found = desk_->invited(ask);
  if (auto const* refused = std::get_if<NotLetIn>(&found)) return *refused;
  auto const to = invited_to(desk_->identity, std::get<PrintedCode>(found));
  if (!to) return nothing_there();
  return *to;
}

// The record decides whether it is still there to be taken, once and for all; only then the code is spent.
SignInOutcome SignIn::take_invitation(InvitationAsk const& ask, NewSupporter const& who,
                                      TakeInvitation const& take) {
  auto const found = desk_->invited(ask);
  if (auto const* refused = std::get_if<NotLetIn>(&found)) return *refused;
  auto const& code = std::get<PrintedCode>(found);
  auto const to = invited_to(desk_->identity, code);
  if (!to) return nothing_there();
  if (who.password.empty()) return NotLetIn{refuse("AC10"), 0};
  auto const made = make_account({who.name, who.called, Role::supporter, std::nullopt, who.password});
  if (auto const* refusal = std::get_if<Refusal>(&made)) return NotLetIn{*refusal, 0};
  auto const account = *desk_->identity.account(AccountRef(std::get<AccountId>(made)));
  bool taken = false;
  try {
    taken = take(*to, account.id, account.display_name);
  } catch (...) {
    desk_->identity.remove(account.id);
    throw;
  }
  if (!taken) {
    desk_->identity.remove(account.id);
    return nothing_there();
  }
  desk_->identity.spend(code.code);
  return desk_->let_in(account, who.device);
}

std::optional<NotLetIn> SignIn::take_invitation(InvitationAsk const& ask, SignedIn const& who,
                                                TakeInvitation const& take) {
  if (who.role != Role::supporter) return NotLetIn{refuse("AC24"), 0};
  auto const found = desk_->invited(ask);
  if (auto const* refused = std::get_if<NotLetIn>(&found)) return *refused;
  auto const& code = std::get<PrintedCode>(found);
  auto const to = invited_to(desk_->identity, code);
  if (!to || !take(*to, who.account, who.display_name)) return nothing_there();
  desk_->identity.spend(code.code);
  return std::nullopt;
}

}  // namespace kith::identity
