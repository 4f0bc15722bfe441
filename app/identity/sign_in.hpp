// Sign-in: the use cases around the identity port. Rules AC1–AC24 of spec/identity.md.
//
// Refusals are values: AC1 (name or password is not right, or the pass is over), AC4 (too soon after misses),
// AC9 and AC10 (a new name or password that will not do). Safe on any thread; password hashing is bounded to
// `hashing_at_once_max`, so that many sign-ins cannot use up the memory.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/identity/identity.hpp"
#include "app/identity/name.hpp"
#include "app/identity/passwords.hpp"
#include "app/seal/seal.hpp"
#include "core/refusal.hpp"
#include "core/supporters/supporters.hpp"

namespace kith::identity {

inline constexpr std::size_t display_name_bytes_max = 200;
inline constexpr std::size_t password_letters_min = 10;
inline constexpr std::size_t password_bytes_max = 1024;
inline constexpr std::size_t token_bytes = 43;  // 256 bits, base64url
inline constexpr int hashing_at_once_max = 2;
inline constexpr std::int64_t card_ms = 14 * day_ms;
inline constexpr std::int64_t way_back_ms = hour_ms;
inline constexpr std::int64_t way_back_told_ms = 30 * day_ms;

// How long a pass lives, by kind and device. `idle` ends it when it is not used.
struct Lifetime {
  std::int64_t idle_ms;
  std::int64_t whole_ms;
};
inline constexpr Lifetime own_device{30 * day_ms, 90 * day_ms};
inline constexpr Lifetime shared_device{1 * hour_ms, 12 * hour_ms};
inline constexpr Lifetime machine_token{90 * day_ms, 90 * day_ms};
inline constexpr Lifetime demo_link{365 * day_ms, 365 * day_ms};
inline constexpr Lifetime known_browser{365 * day_ms, 365 * day_ms};

struct NameAndPassword {
  std::string name, password;
  Device device = Device::shared;
  std::string address;  // of who asks, for the slow-down
  std::string known;    // the browser's own token from an earlier sign-in (AC15); "" when it has none
};
struct LinkAsk {
  std::string link;
  Device device = Device::shared;
  std::string address;
};

struct LetIn {
  std::string token;  // shown once, to whoever asked, and kept nowhere
  std::string known;  // likewise, for the browser to keep (AC15); "" on a shared device
  SignedIn who;
};
struct NotLetIn {
  Refusal refusal;
  std::int64_t wait_ms = 0;  // AC4: ask again no sooner
};
using SignInOutcome = std::variant<LetIn, NotLetIn>;

struct NewAccount {
  std::string name, display_name;
  Role role = Role::person;
  std::optional<RecordId> record;
  std::string password;  // "": cannot sign in by password (a demo account, a machine)
};

// With a card, somebody whose record was begun for them chooses how they sign in (AC17).
struct CardAsk {
  std::string code, name, password;
  Device device = Device::shared;
  std::string address;
};
// With a way back, somebody who forgot their password sets another (AC18).
struct WayBackAsk {
  std::string code, password;
  Device device = Device::shared;
  std::string address;
};
// Makes a record an account's; false: it has gone, or is somebody's already.
using GiveRecord = std::function<bool(RecordId, AccountId)>;

// An invitation is opened with the link that was handed over and the code that was said (AC23).
struct InvitationSecret {
  std::string link, code;
};
struct InvitationAsk {
  std::string link, code;
  std::string address;
};
struct Invited {
  RecordId record;
  InvitationId invitation;
};
struct NewSupporter {
  std::string called, name, password;
  Device device = Device::shared;
};
// Makes an account a supporter in that record; false: nothing is there to be taken.
using TakeInvitation = std::function<bool(Invited const&, AccountId, std::string const& called)>;

enum class Links { refused, let_in };  // let_in: the demo, where one link serves many visits (AC12)

class SignIn {
 public:
  SignIn(Identity&, app::Seal&, Passwords&, Clock, Links = Links::refused);
  ~SignIn();

  SignInOutcome sign_in(NameAndPassword const&);
  SignInOutcome sign_in(LinkAsk const&);
  std::optional<SignedIn> who_is(std::string_view token);  // of a session or a machine; renews it while used
  bool has_ended(std::string_view token);                  // its account is gone (AC21)
  void sign_out(SignedIn const&);
  void sign_out_everywhere(AccountId);

  std::variant<AccountId, Refusal> make_account(NewAccount const&);
  std::optional<Account> account_called(std::string_view name);  // by the name they sign in with
  // Every other session ends; the one that asked stays.
  std::optional<NotLetIn> change_password(SignedIn const&, std::string const& old_password,
                                          std::string const& new_password, std::string const& address);
  // "KMTA-7RX4": shown once, to be printed (AC16).
  std::string print_card(RecordId, AccountId made_by);
  std::string print_way_back(AccountId whose, AccountId made_by);
  // `called`: the name others read, as it stands in the record.
  SignInOutcome use_card(CardAsk const&, std::function<std::string(RecordId)> const& called,
                         GiveRecord const& give);
  SignInOutcome use_way_back(WayBackAsk const&);

  // Shown once: the link to hand over, the code to say.
  InvitationSecret print_invitation(InvitationId, AccountId made_by, std::int64_t lasts_ms);
  std::variant<Invited, NotLetIn> look_at_invitation(InvitationAsk const&);
  SignInOutcome take_invitation(InvitationAsk const&, NewSupporter const&, TakeInvitation const&);
  std::optional<NotLetIn> take_invitation(InvitationAsk const&, SignedIn const&, TakeInvitation const&);

  std::string make_link(AccountId);           // reusable; for the demo only (AC12)
  std::string make_machine_token(AccountId);  // Authorization: Bearer …

 private:
  struct Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace kith::identity
