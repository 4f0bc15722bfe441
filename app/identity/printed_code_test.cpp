// Codes on paper: given a card or a way back, when somebody types it, then this. Rules AC16 to AC20.
#include "app/identity/printed_code.hpp"

#include <cctype>

#include "app/identity/sign_in_fixture_test.hpp"

namespace kith::identity {
namespace {

class PrintedCodes : public SignInTest {
 protected:
  static constexpr RecordId record{8, 8};
  static constexpr AccountId ben{0xBE, 1};
  SignInOutcome card(std::string code, std::string name = "joy", std::string password = right,
                     std::string address = "10.0.0.1") {
    return desk.use_card(
        {code, name, password, Device::shared, address}, [](RecordId) { return std::string("Joy"); },
        [this](RecordId given, AccountId to) {
          if (owner) return false;
          EXPECT_EQ(given, record);
          owner = to;
          return true;
        });
  }
  SignInOutcome way_back(std::string code, std::string password = "quite another password") {
    return desk.use_way_back({code, password, Device::shared, "10.0.0.1"});
  }
  std::optional<AccountId> owner;
};

TEST_F(PrintedCodes, AC17_a_card_gives_somebody_a_name_a_password_and_their_record) {
  auto const code = desk.print_card(record, ben);
  auto const entry = card(code);
  ASSERT_EQ(rule_of(entry), "");
  auto const& who = std::get<LetIn>(entry).who;
  EXPECT_EQ(who.account, owner);
  EXPECT_EQ(who.record, record);
  EXPECT_EQ(who.display_name, "Joy");
  EXPECT_EQ(rule_of(ask("joy", right)), "");
}

TEST_F(PrintedCodes, AC16_a_code_works_once_until_its_end_and_a_newer_one_ends_it) {
  auto const older = desk.print_card(record, ben), newer = desk.print_card(record, ben);
  EXPECT_EQ(rule_of(card(older)), "AC16");
  later(card_ms - 1);
  EXPECT_EQ(rule_of(card(newer)), "");
  EXPECT_EQ(rule_of(card(newer, "joy again")), "AC16");
  owner.reset();
  auto const late = desk.print_card(record, ben);
  later(card_ms);
  EXPECT_EQ(rule_of(card(late)), "AC16");
}

TEST_F(PrintedCodes, AC16_small_letters_spaces_and_a_missing_line_are_forgiven_and_nothing_else) {
  auto code = desk.print_card(record, ben);
  for (auto const& wrong :
       {std::string(), code.substr(1), code + "A", "O" + code.substr(1), std::string(4000, 'A')})
    EXPECT_EQ(rule_of(card(wrong)), "AC16") << wrong;
  for (auto& letter : code) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  code.replace(4, 1, " ");
  EXPECT_EQ(rule_of(card(" " + code)), "");
}

TEST_F(PrintedCodes, AC16_wrong_codes_slow_their_address_down) {
  for (int n = 0; n < 21; ++n) EXPECT_EQ(rule_of(card("AAAA-AAAA")), "AC16") << n;
  EXPECT_EQ(rule_of(card("AAAA-AAAA")), "AC4");
  auto const code = desk.print_card(record, ben);
  EXPECT_EQ(rule_of(card(code)), "AC4");
  EXPECT_EQ(rule_of(card(code, "joy", right, "10.0.0.2")), "");
}

TEST_F(PrintedCodes, AC17_what_will_not_do_leaves_the_card_good_and_no_account) {
  make("amina");
  auto const code = desk.print_card(record, ben);
  EXPECT_EQ(rule_of(card(code, "amina")), "AC2");
  EXPECT_EQ(rule_of(card(code, "joy", "short")), "AC10");
  EXPECT_EQ(rule_of(card(code, "joy", "")), "AC10");
  EXPECT_EQ(rule_of(card(code, "")), "AC9");
  EXPECT_EQ(identity.accounts(Role::person).size(), 1u);
  EXPECT_EQ(rule_of(card(code)), "");
}

TEST_F(PrintedCodes, AC17_a_record_that_is_somebodys_already_gives_nobody_an_account) {
  owner = AccountId{9, 9};
  EXPECT_EQ(rule_of(card(desk.print_card(record, ben))), "AC16");
  EXPECT_TRUE(identity.accounts(Role::person).empty());
}

TEST_F(PrintedCodes, AC18_a_way_back_sets_a_password_ends_every_session_and_is_told) {
  auto const id = make("amina");
  auto const before = let_in();
  for (int n = 0; n < 5; ++n) ask("amina", "forgotten this");
  auto const code = desk.print_way_back(id, ben);
  EXPECT_EQ(rule_of(way_back(code, "short")), "AC10");
  ASSERT_EQ(rule_of(way_back(code)), "");
  EXPECT_FALSE(desk.who_is(before.token));
  EXPECT_EQ(rule_of(way_back(code)), "AC16");
  EXPECT_EQ(rule_of(ask("amina", right)), "AC1");
  EXPECT_EQ(rule_of(ask("amina", "quite another password")), "");
  EXPECT_EQ(identity.account(id)->way_back, (WayBackUsed{now, ben}));
}

TEST_F(PrintedCodes, AC18_a_way_back_is_for_one_hour_and_a_card_is_none) {
  auto const id = make("amina");
  EXPECT_EQ(rule_of(way_back(desk.print_card(record, ben))), "AC16");
  EXPECT_EQ(rule_of(card(desk.print_way_back(id, ben))), "AC16");
  auto const code = desk.print_way_back(id, ben);
  later(way_back_ms);
  EXPECT_EQ(rule_of(way_back(code)), "AC16");
}

TEST_F(PrintedCodes, AC20_an_account_is_found_by_the_name_it_signs_in_with) {
  auto const id = make("Amina");
  EXPECT_EQ(desk.account_called(" AMINA")->id, id);
  EXPECT_FALSE(desk.account_called("nobody"));
  EXPECT_FALSE(desk.account_called(""));
}

}  // namespace
}  // namespace kith::identity
