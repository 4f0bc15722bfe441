// What the use cases of signing in share. For sign_in.cpp, sign_in_codes.cpp and sign_in_invitations.cpp
// only.
#pragma once
#include <mutex>
#include <semaphore>

#include "app/identity/sign_in.hpp"

namespace kith::identity {

bool is_fit_password(std::string_view password, std::string_view normalised);  // AC10
NotLetIn too_soon(std::int64_t wait_ms);                                       // AC4

// What the use cases share. `misses` keeps the look at a tally and the strike after it together, so that many
// tries at once do not all pass on the same look.
struct SignIn::Desk {
  std::string print(CodeKind kind, IdBits subject, AccountId made_by, std::int64_t lasts_ms);
  // What comes of a code that was typed: AC4 while the address waits, AC16 when it is none; a miss counts.
  std::variant<PrintedCode, NotLetIn> typed(std::string const& code, CodeKind kind,
                                            std::string const& address);

  std::string draw_code(std::size_t groups);
  std::variant<PrintedCode, NotLetIn> invited(InvitationAsk const&);  // likewise of link and code: AC23

  Identity& identity;
  app::Seal& seal;
  Passwords& passwords;
  Clock clock;
  Links links;
  std::string dummy_hash;
  std::counting_semaphore<hashing_at_once_max> hashing{hashing_at_once_max};
  std::mutex misses{};

  Digest keyed(app::HashPurpose purpose, std::string_view text) {
    return *seal.keyed_hash(app::installation_key, purpose, text);
  }
  Digest name_key(std::string_view normalised) { return keyed(app::HashPurpose::account_name, normalised); }
  Digest token_key(std::string_view token) { return keyed(app::HashPurpose::token, token); }
  // No normalised name holds a control character, so no name shares its tally with an address.
  Digest address_key(std::string_view address) { return name_key("\n" + std::string(address)); }

  std::string issue(AccountId account, PassKind kind, Device device, Pass& pass);
  LetIn let_in(Account const& account, Device device);
  bool knows(std::string const& browser, AccountId account);
  std::int64_t wait_ms(Digest const& address);
  std::int64_t wait_ms(Digest const& name, Digest const& address);
  bool is_right(std::string const& hash, std::string const& password);
  std::optional<NotLetIn> check(std::optional<Account> const& account, Digest const& name,
                                std::string const& password, std::string const& address);
  std::string hash(std::string const& password);
  void renew(Pass const& pass);
};

}  // namespace kith::identity
