// Invitations: given a link and a code, when somebody shows them, then this. Rules AC23 and AC24.
#include "app/identity/sign_in_fixture_test.hpp"

namespace kith::identity {
namespace {

class Invitations : public SignInTest {
 protected:
  static constexpr InvitationId invitation{0x1A, 1};
  static constexpr std::int64_t misses_at_rest_ms = hour_ms;  // then they are forgotten
  void SetUp() override {
    amina = make("amina");  // her record is 5-5
    given = desk.print_invitation(invitation, amina, 14 * day_ms);
  }
  bool take(Invited const& to, AccountId account, std::string const& called) {
    if (taken_by || !open) return false;
    EXPECT_EQ(to.record, (RecordId{5, 5}));
    EXPECT_EQ(to.invitation, invitation);
    taken_by = account;
    taken_as = called;
    return true;
  }
  TakeInvitation taking() {
    return
        [this](Invited const& to, AccountId who, std::string const& called) { return take(to, who, called); };
  }
  SignInOutcome take_with(InvitationSecret const& secret, std::string name = "gwen",
                          std::string password = right, std::string address = "10.0.0.1") {
    return desk.take_invitation({secret.link, secret.code, address}, {"Gwen", name, password, Device::shared},
                                taking());
  }
  std::string looked(std::string link, std::string code, std::string address = "10.0.0.1") {
    auto const found = desk.look_at_invitation({link, code, address});
    auto const* refused = std::get_if<NotLetIn>(&found);
    return refused ? std::string(refused->refusal.rule) : "";
  }

  AccountId amina;
  InvitationSecret given;
  std::optional<AccountId> taken_by;
  std::string taken_as;
  bool open = true;
};

TEST_F(Invitations, AC23_link_and_code_together_make_somebody_a_supporter_once) {
  EXPECT_EQ(looked(given.link, given.code), "") << "to look uses nothing up";
  auto const outcome = take_with(given);
  ASSERT_EQ(rule_of(outcome), "");
  auto const& who = std::get<LetIn>(outcome).who;
  EXPECT_EQ(who.role, Role::supporter);
  EXPECT_EQ(who.display_name, "Gwen");
  EXPECT_FALSE(who.record);
  EXPECT_EQ(taken_by, who.account);
  EXPECT_EQ(rule_of(take_with(given, "hal")), "AC23") << "not twice";
  EXPECT_EQ(identity.accounts(Role::supporter).size(), 1u);
}

TEST_F(Invitations, AC23_SU4_whatever_is_wrong_is_one_answer) {
  auto const older = given;
  given = desk.print_invitation(invitation, amina, 14 * day_ms);
  auto const elsewhere = desk.print_invitation(InvitationId{0x1A, 2}, AccountId{9, 9}, day_ms);
  auto const card = desk.print_card(RecordId{8, 8}, amina);
  struct {
    char const* sentence;
    std::string link, code;
  } const rows[] = {
      {"a wrong code", given.link, "AAAA-AAAA"},
      {"a code of another invitation", given.link, elsewhere.code},
      {"the code alone", "", given.code},
      {"the link alone", given.link, ""},
      {"a link that leads nowhere", "AAAA-AAAA-AAAA", given.code},
      {"a link that is none", "../../etc/passwd", given.code},
      {"a link that is very long", std::string(4000, 'A'), given.code},
      {"a card", given.link, card},
      {"an older pair", older.link, older.code},
      {"of a person who is gone", elsewhere.link, elsewhere.code},
  };
  for (auto const& row : rows) {
    later(misses_at_rest_ms);
    EXPECT_EQ(looked(row.link, row.code), "AC23") << row.sentence;
    later(misses_at_rest_ms);
    EXPECT_EQ(rule_of(take_with({row.link, row.code})), "AC23") << row.sentence;
  }
  later(misses_at_rest_ms);
  open = false;  // withdrawn, or the record is closed
  EXPECT_EQ(rule_of(take_with(given)), "AC23");
  EXPECT_TRUE(identity.accounts(Role::supporter).empty());
  later(14 * day_ms);
  open = true;
  EXPECT_EQ(looked(given.link, given.code), "AC23") << "its end has come";
}

TEST_F(Invitations, AC23_misses_slow_the_link_down_wherever_they_come_from) {
  for (int n = 0; n < 5; ++n)
    EXPECT_EQ(looked(given.link, "AAAA-AAAA", "10.0.0." + std::to_string(n)), "AC23") << n;
  EXPECT_EQ(looked(given.link, given.code, "10.0.0.9"), "AC4") << "from yet another place";
  later(second_ms);
  EXPECT_EQ(looked(given.link, given.code, "10.0.0.9"), "");
  EXPECT_EQ(looked(given.link, given.code, "10.0.0.9"), "") << "getting it right forgets the misses";
}

TEST_F(Invitations, AC23_what_will_not_do_leaves_it_good_and_no_account) {
  EXPECT_EQ(rule_of(take_with(given, "amina")), "AC2");
  EXPECT_EQ(rule_of(take_with(given, "gwen", "short")), "AC10");
  EXPECT_EQ(rule_of(take_with(given, "gwen", "")), "AC10");
  EXPECT_EQ(rule_of(take_with(given, "")), "AC9");
  EXPECT_TRUE(identity.accounts(Role::supporter).empty());
  EXPECT_EQ(rule_of(take_with(given)), "");
}

TEST_F(Invitations, AC23_a_disk_that_broke_leaves_no_account) {
  auto const broken = [](Invited const&, AccountId, std::string const&) -> bool { throw 1; };
  EXPECT_THROW(
      desk.take_invitation({given.link, given.code, ""}, {"Gwen", "gwen", right, Device::own}, broken), int);
  EXPECT_TRUE(identity.accounts(Role::supporter).empty());
  EXPECT_EQ(rule_of(take_with(given)), "");
}

TEST_F(Invitations, AC24_a_supporter_takes_a_further_one_with_their_own_account_and_nobody_else_does) {
  auto const first = std::get<LetIn>(take_with(given)).who;
  taken_by.reset();
  given = desk.print_invitation(invitation, amina, day_ms);
  auto refused = desk.take_invitation({given.link, given.code, ""}, let_in().who, taking());
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->refusal.rule, "AC24") << "a person's account";
  EXPECT_FALSE(desk.take_invitation({given.link, given.code, ""}, first, taking()));
  EXPECT_EQ(taken_by, first.account);
  EXPECT_EQ(taken_as, "Gwen");
  refused = desk.take_invitation({given.link, given.code, ""}, first, taking());
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->refusal.rule, "AC23");
}

}  // namespace
}  // namespace kith::identity
