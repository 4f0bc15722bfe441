#include "app/identity/sign_in.hpp"

#include <algorithm>

#include "app/fault.hpp"
#include "app/identity/sign_in_desk.hpp"
#include "app/identity/slow_down.hpp"
#include "app/seal/cookie.hpp"
#include "wire/json.hpp"

namespace kith::identity {
namespace {

constexpr std::string_view dummy_password = "nobody has this password";

std::size_t letters_of(std::string_view text) {  // UTF-8 bytes that begin a letter
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

bool is_fit_display_name(std::string_view name) {
  auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !name.empty() && name.size() <= display_name_bytes_max && wire::is_utf8(name) &&
         std::ranges::none_of(name, is_control);
}

Lifetime lifetime_of(PassKind kind, Device device) {
  switch (kind) {
    case PassKind::machine:
      return machine_token;
    case PassKind::link:
      return demo_link;
    case PassKind::known:
      return known_browser;
    case PassKind::session:
      break;
  }
  return device == Device::own ? own_device : shared_device;
}

SignedIn signed_in(Account const& account, Pass const& pass) {
  return {account.id, account.role, account.display_name, account.record,
          pass.token, pass.kind,    pass.device,          pass.ends_at};
}

}  // namespace

bool is_fit_password(std::string_view password, std::string_view normalised) {
  if (password.size() > password_bytes_max || letters_of(password) < password_letters_min) return false;
  if (!wire::is_utf8(password) || normalised_name(password) == normalised) return false;
  return std::ranges::any_of(password, [&](char letter) { return letter != password.front(); });
}

NotLetIn too_soon(std::int64_t wait_ms) {
  auto const wait_s = (wait_ms + second_ms - 1) / second_ms;
  return {refuse("AC4", {{"seconds", wait_s}}), wait_ms};
}

std::string SignIn::Desk::issue(AccountId account, PassKind kind, Device device, Pass& pass) {
  auto token = app::random_token(seal);
  auto const now = clock();
  auto const life = lifetime_of(kind, device);
  pass = {token_key(token), kind, account, device, now, {now.ms + life.idle_ms}, {now.ms + life.whole_ms}};
  identity.put(pass);
  return token;
}

// On a full disk reading goes on (KP13): the pass is as old as it was, and is renewed next time.
void SignIn::Desk::renew(Pass const& pass) {
  try {
    identity.put(pass);
  } catch (app::Fault const& fault) {
    if (fault.kind() != app::FaultKind::unavailable) throw;
  }
}

LetIn SignIn::Desk::let_in(Account const& account, Device device) {
  Pass pass;
  auto token = issue(account.id, PassKind::session, device, pass);
  return {std::move(token), "", signed_in(account, pass)};
}

bool SignIn::Desk::knows(std::string const& browser, AccountId account) {
  auto const pass = browser.size() == token_bytes ? identity.pass(token_key(browser)) : std::nullopt;
  return pass && pass->kind == PassKind::known && pass->account == account && clock() < pass->ends_at;
}

std::int64_t SignIn::Desk::wait_ms(Digest const& address) {
  auto const now = clock();
  return wait_left_ms(per_address, identity.tally(address, Strike::none, now), now);
}
std::int64_t SignIn::Desk::wait_ms(Digest const& name, Digest const& address) {
  auto const now = clock();
  return std::max(wait_left_ms(per_name, identity.tally(name, Strike::none, now), now), wait_ms(address));
}

bool SignIn::Desk::is_right(std::string const& hash, std::string const& password) {
  hashing.acquire();
  auto const right = passwords.matches(hash, password);
  hashing.release();
  return right;
}

std::string SignIn::Desk::hash(std::string const& password) {
  hashing.acquire();
  auto hash = passwords.hash(password);
  hashing.release();
  return hash;
}

// The miss is counted before the password is looked at and forgiven after: whoever tries many at once is
// slowed as if they had tried one after the other. An unknown name costs the same work as a known one (AC3).
std::optional<NotLetIn> SignIn::Desk::check(std::optional<Account> const& account, Digest const& name,
                                            std::string const& password, std::string const& address) {
  auto const by_address = address_key(address);
  {
    std::lock_guard const lock(misses);
    if (auto const wait = wait_ms(name, by_address); wait > 0) return too_soon(wait);
    auto const now = clock();
    for (auto const& key : {name, by_address}) {
      if (is_forgotten(identity.tally(key, Strike::none, now), now))
        identity.tally(key, Strike::cleared, now);
    }
    identity.tally(name, Strike::missed, now);
  }
  auto const can_match = account && !account->password.empty() && password.size() <= password_bytes_max;
  auto const right = is_right(can_match ? account->password : dummy_hash, can_match ? password : "");
  if (can_match && right) {
    identity.tally(name, Strike::cleared, clock());
    return std::nullopt;
  }
  identity.tally(by_address, Strike::missed, clock());
  return NotLetIn{refuse("AC1"), 0};
}

SignIn::SignIn(Identity& identity, app::Seal& seal, Passwords& passwords, Clock clock, Links links)
    : desk_(new Desk{identity, seal, passwords, std::move(clock), links, {}}) {
  desk_->dummy_hash = passwords.hash(dummy_password);
}
SignIn::~SignIn() = default;

SignInOutcome SignIn::sign_in(NameAndPassword const& ask) {
  auto const name = normalised_name(ask.name);
  auto const key = desk_->name_key(name.value_or(""));
  auto const account = name ? desk_->identity.account(key) : std::nullopt;
  // A browser that somebody signed in with before has misses of its own, so that a stranger's do not keep its
  // owner out (AC15).
  auto const is_known = account && desk_->knows(ask.known, account->id);
  auto const tallied = is_known ? desk_->token_key(ask.known) : key;
  if (auto refused = desk_->check(account, tallied, ask.password, ask.address)) return *refused;
  auto entry = desk_->let_in(*account, ask.device);
  if (is_known || ask.device == Device::shared) return entry;
  Pass pass;
  entry.known = desk_->issue(account->id, PassKind::known, ask.device, pass);
  return entry;
}

SignInOutcome SignIn::sign_in(LinkAsk const& ask) {
  auto const by_address = desk_->address_key(ask.address);
  if (auto const wait = desk_->wait_ms(by_address); wait > 0) return too_soon(wait);
  auto const now = desk_->clock();
  auto const known = ask.link.size() == token_bytes && desk_->links == Links::let_in;
  auto const pass = known ? desk_->identity.pass(desk_->token_key(ask.link)) : std::nullopt;
  auto const holds = pass && pass->kind == PassKind::link && now < pass->ends_at;
  auto const account = holds ? desk_->identity.account(pass->account) : std::nullopt;
  if (account) return desk_->let_in(*account, ask.device);
  desk_->identity.tally(by_address, Strike::missed, now);
  return NotLetIn{refuse("AC1"), 0};
}

std::optional<SignedIn> SignIn::who_is(std::string_view token) {
  if (token.size() != token_bytes) return std::nullopt;
  auto pass = desk_->identity.pass(desk_->token_key(token));
  auto const now = desk_->clock();
  auto const opens = pass && (pass->kind == PassKind::session || pass->kind == PassKind::machine);
  if (!opens || pass->idle_until <= now || pass->ends_at <= now) return std::nullopt;
  auto const account = desk_->identity.account(pass->account);
  if (!account) return std::nullopt;
  // Moved on at most ten times per idle span, so that reading a page does not write each time.
  auto const idle_ms = lifetime_of(pass->kind, pass->device).idle_ms;
  auto const idle_until = std::min(Instant{now.ms + idle_ms}, pass->ends_at);
  if (idle_until.ms - pass->idle_until.ms > idle_ms / 10) {
    pass->idle_until = idle_until;
    desk_->renew(*pass);
  }
  return signed_in(*account, *pass);
}

bool SignIn::has_ended(std::string_view token) {
  return token.size() == token_bytes && desk_->identity.has_ended(desk_->token_key(token));
}

void SignIn::sign_out(SignedIn const& who) { desk_->identity.revoke(who.session); }

void SignIn::sign_out_everywhere(AccountId account) {
  desk_->identity.revoke(EverySessionOf{account, std::nullopt});
}

std::variant<AccountId, Refusal> SignIn::make_account(NewAccount const& ask) {
  auto const name = normalised_name(ask.name);
  if (!name || !is_fit_display_name(ask.display_name)) return refuse("AC9");
  if (!ask.password.empty() && !is_fit_password(ask.password, *name)) return refuse("AC10");
  auto const random = desk_->seal.random(16);
  std::array<std::uint8_t, 16> bytes{};
  std::ranges::copy(random, bytes.begin());
  Account account{random_id<AccountId>(bytes),
                  desk_->name_key(*name),
                  ask.display_name,
                  ask.role,
                  ask.record,
                  ask.password.empty() ? "" : desk_->hash(ask.password),
                  desk_->clock()};
  if (!desk_->identity.add(account)) return refuse("AC2");
  return account.id;
}

std::optional<Account> SignIn::account_called(std::string_view name) {
  auto const normalised = normalised_name(name);
  return normalised ? desk_->identity.account(desk_->name_key(*normalised)) : std::nullopt;
}

std::optional<NotLetIn> SignIn::change_password(SignedIn const& who, std::string const& old_password,
                                                std::string const& new_password, std::string const& address) {
  auto account = desk_->identity.account(who.account);
  if (!account) return NotLetIn{refuse("AC1"), 0};
  if (auto refused = desk_->check(account, account->name_key, old_password, address)) return refused;
  if (!is_fit_password(new_password, "")) return NotLetIn{refuse("AC10"), 0};
  account->password = desk_->hash(new_password);
  desk_->identity.replace(*account);
  desk_->identity.revoke(EverySessionOf{who.account, who.session});
  return std::nullopt;
}

std::string SignIn::make_link(AccountId account) {
  Pass pass;
  return desk_->issue(account, PassKind::link, Device::shared, pass);
}

std::string SignIn::make_machine_token(AccountId account) {
  Pass pass;
  return desk_->issue(account, PassKind::machine, Device::own, pass);
}

}  // namespace kith::identity
