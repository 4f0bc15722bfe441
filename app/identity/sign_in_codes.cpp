// Signing in with a code on paper: a card for the first time, or a way back. Rules AC16 to AC19.
#include <algorithm>

#include "app/identity/printed_code.hpp"
#include "app/identity/sign_in_desk.hpp"

namespace kith::identity {

namespace {
constexpr std::size_t drawn_octets = 32;
}

std::string SignIn::Desk::draw_code(std::size_t groups) {
  auto code = printed_code_of(seal.random(drawn_octets), groups);
  while (!code) code = printed_code_of(seal.random(drawn_octets), groups);
  return *code;
}

std::string SignIn::Desk::print(CodeKind kind, IdBits subject, AccountId made_by, std::int64_t lasts_ms) {
  auto code = draw_code(code_groups);
  identity.put(PrintedCode{token_key(code), kind, subject, made_by, {clock().ms + lasts_ms}});
  return code;
}

std::variant<PrintedCode, NotLetIn> SignIn::Desk::typed(std::string const& code, CodeKind kind,
                                                        std::string const& address) {
  auto const by_address = address_key(address);
  auto const now = clock();
  if (auto const wait = wait_ms(by_address); wait > 0) return too_soon(wait);
  auto const read = read_printed_code(code);
  auto const known = read ? identity.printed_code(token_key(*read)) : std::nullopt;
  if (known && known->kind == kind && now < known->ends_at) return *known;
  identity.tally(by_address, Strike::missed, now);
  return NotLetIn{refuse("AC16"), 0};
}

std::string SignIn::print_card(RecordId record, AccountId made_by) {
  return desk_->print(CodeKind::card, app::bits_of(record), made_by, card_ms);
}

std::string SignIn::print_way_back(AccountId whose, AccountId made_by) {
  return desk_->print(CodeKind::way_back, app::bits_of(whose), made_by, way_back_ms);
}

// The account comes before the record is given to it; where that fails the account goes again, and the code
// is good for another try. It is spent last but one, so that two tries at once make one account.
SignInOutcome SignIn::use_card(CardAsk const& ask, std::function<std::string(RecordId)> const& called,
                               GiveRecord const& give) {
  auto const typed = desk_->typed(ask.code, CodeKind::card, ask.address);
  if (auto const* refused = std::get_if<NotLetIn>(&typed)) return *refused;
  auto const& code = std::get<PrintedCode>(typed);
  RecordId const record{code.subject.hi, code.subject.lo};
  if (ask.password.empty()) return NotLetIn{refuse("AC10"), 0};
  auto const made = make_account({ask.name, called(record), Role::person, record, ask.password});
  if (auto const* refusal = std::get_if<Refusal>(&made)) return NotLetIn{*refusal, 0};
  auto const id = std::get<AccountId>(made);
  if (!desk_->identity.spend(code.code) || !give(record, id)) {
    desk_->identity.remove(id);
    return NotLetIn{refuse("AC16"), 0};
  }
  return desk_->let_in(*desk_->identity.account(AccountRef(id)), ask.device);
}

SignInOutcome SignIn::use_way_back(WayBackAsk const& ask) {
  auto const typed = desk_->typed(ask.code, CodeKind::way_back, ask.address);
  if (auto const* refused = std::get_if<NotLetIn>(&typed)) return *refused;
  auto const& code = std::get<PrintedCode>(typed);
  auto account = desk_->identity.account(AccountRef(AccountId{code.subject.hi, code.subject.lo}));
  if (!account) return NotLetIn{refuse("AC16"), 0};
  if (!is_fit_password(ask.password, "")) return NotLetIn{refuse("AC10"), 0};
  if (!desk_->identity.spend(code.code)) return NotLetIn{refuse("AC16"), 0};
  account->password = desk_->hash(ask.password);
  account->way_back = WayBackUsed{desk_->clock(), code.made_by};
  desk_->identity.replace(*account);
  desk_->identity.revoke(EverySessionOf{account->id, std::nullopt});
  desk_->identity.tally(account->name_key, Strike::cleared, desk_->clock());
  return desk_->let_in(*account, ask.device);
}

}  // namespace kith::identity
