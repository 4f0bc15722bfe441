// The use cases of sign-in with a clock that is handed in: given accounts, when somebody asks, then this.
#include "app/identity/sign_in.hpp"

#include "app/identity/sign_in_fixture_test.hpp"

namespace kith::identity {
namespace {

TEST_F(SignInTest, AC1_the_right_password_lets_in_and_the_session_says_who) {
  auto const id = make("Amina");
  auto const entry = std::get<LetIn>(ask("  AMINA ", right, Device::own));
  auto const who = desk.who_is(entry.token);
  ASSERT_TRUE(who);
  EXPECT_EQ(who->account, id);
  EXPECT_EQ(who->display_name, "Amina Rahman");
  EXPECT_EQ(who->record, (RecordId{5, 5}));
  EXPECT_EQ(who->device, Device::own);
  EXPECT_EQ(entry.token.size(), token_bytes);
}

TEST_F(SignInTest, AC1_every_way_of_being_wrong_is_refused_in_the_same_words) {
  make("amina");
  make("demo person", "");
  struct Case {
    char const* sentence;
    std::string name, password;
  };
  Case const cases[] = {
      {"a wrong password", "amina", "another password"},
      {"an empty password", "amina", ""},
      {"a password of a megabyte", "amina", std::string(1u << 20, 'x')},
      {"an unknown name", "nobody", right},
      {"no name", "", right},
      {"a name that is no name", "am\nina", right},
      {"an account without password", "demo person", ""},
      {"the dummy's own password on an unknown name", "nobody", "nobody has this password"},
  };
  for (auto const& [sentence, name, password] : cases) {
    auto const outcome = ask(name, password);
    ASSERT_TRUE(std::holds_alternative<NotLetIn>(outcome)) << sentence;
    EXPECT_EQ(std::get<NotLetIn>(outcome).refusal, refuse("AC1")) << sentence;
  }
}

TEST_F(SignInTest, AC3_an_unknown_name_costs_one_hash_like_a_known_one) {
  make("amina");
  make("demo person", "");
  for (auto const* name : {"amina", "nobody", "demo person", ""}) {
    passwords.asked = 0;
    ask(name, "wrong but long enough");
    EXPECT_EQ(passwords.asked, 1) << name;
  }
}

TEST_F(SignInTest, AC4_after_some_misses_the_next_try_waits_and_is_not_even_looked_at) {
  make("amina");
  for (int n = 0; n < 5; ++n) EXPECT_EQ(rule_of(ask("amina", "wrong")), "AC1") << n;
  passwords.asked = 0;
  auto const waiting = ask("amina", right);
  EXPECT_EQ(rule_of(waiting), "AC4");
  EXPECT_EQ(std::get<NotLetIn>(waiting).wait_ms, 1000);
  EXPECT_EQ(std::get<NotLetIn>(waiting).refusal, refuse("AC4", {{"seconds", 1}}));
  EXPECT_EQ(passwords.asked, 0);
  later(1000);
  EXPECT_EQ(rule_of(ask("amina", right)), "");
}

TEST_F(SignInTest, AC4_getting_in_forgets_the_misses_of_the_name) {
  make("amina");
  for (int n = 0; n < 4; ++n) ask("amina", "wrong");
  ASSERT_EQ(rule_of(ask("amina", right)), "");
  for (int n = 0; n < 4; ++n) EXPECT_EQ(rule_of(ask("amina", "wrong")), "AC1") << n;
  EXPECT_EQ(rule_of(ask("amina", right)), "");
}

TEST_F(SignInTest, AC4_an_unknown_name_slows_down_just_the_same) {
  for (int n = 0; n < 5; ++n) ask("nobody", "wrong");
  EXPECT_EQ(rule_of(ask("nobody", "wrong")), "AC4");
  EXPECT_EQ(rule_of(ask(" NOBODY ", "wrong")), "AC4") << "in whatever spelling";
}

TEST_F(SignInTest, AC4_one_address_trying_many_names_slows_down) {
  make("amina");
  for (int n = 0; n < 21; ++n) EXPECT_EQ(rule_of(ask("name " + std::to_string(n), "wrong")), "AC1") << n;
  EXPECT_EQ(rule_of(ask("amina", right)), "AC4");
  EXPECT_EQ(rule_of(ask("amina", right, Device::own, "10.0.0.2")), "") << "from elsewhere nothing changed";
}

TEST_F(SignInTest, AC5_a_storm_of_misses_keeps_the_person_out_for_a_minute_at_most) {
  make("amina");
  for (int n = 0; n < 500; ++n) {
    ask("amina", "wrong", Device::shared, "192.0.2.7");
    later(61 * second_ms);
  }
  ask("amina", "wrong", Device::shared, "192.0.2.7");
  later(30 * second_ms);
  EXPECT_EQ(rule_of(ask("amina", right)), "");
}

TEST_F(SignInTest, AC5_an_hour_of_peace_forgets_a_name_s_misses) {
  make("amina");
  for (int n = 0; n < 5; ++n) ask("amina", "wrong");
  later(hour_ms);
  for (int n = 0; n < 4; ++n) EXPECT_EQ(rule_of(ask("amina", "wrong")), "AC1") << n;
  EXPECT_EQ(rule_of(ask("amina", right)), "");
}

TEST_F(SignInTest, AC8_a_session_ends_when_idle_and_at_its_end) {
  make("amina");
  struct Case {
    char const* sentence;
    Device device;
    std::int64_t step_ms;
    int steps;
    bool still_in;
  };
  Case const cases[] = {
      {"a shared device just before an idle hour", Device::shared, hour_ms - 1, 1, true},
      {"a shared device after an idle hour", Device::shared, hour_ms, 1, false},
      {"a shared device in use for eleven hours", Device::shared, hour_ms / 2, 22, true},
      {"a shared device in use for twelve hours", Device::shared, hour_ms / 2, 24, false},
      {"an own device idle for 29 days", Device::own, 29 * day_ms, 1, true},
      {"an own device idle for 30 days", Device::own, 30 * day_ms, 1, false},
      {"an own device in use for 80 days", Device::own, 20 * day_ms, 4, true},
      {"an own device in use for 90 days", Device::own, 15 * day_ms, 6, false},
  };
  for (auto const& [sentence, device, step_ms, steps, still_in] : cases) {
    auto const entry = let_in(device);
    for (int n = 1; n < steps; ++n) {
      later(step_ms);
      ASSERT_TRUE(desk.who_is(entry.token)) << sentence << ", step " << n;
    }
    later(step_ms);
    EXPECT_EQ(desk.who_is(entry.token).has_value(), still_in) << sentence;
  }
}

TEST_F(SignInTest, AC7_signing_out_ends_this_session_and_no_other) {
  make("amina");
  auto const here = let_in(), there = let_in();
  desk.sign_out(here.who);
  EXPECT_FALSE(desk.who_is(here.token));
  EXPECT_TRUE(desk.who_is(there.token));
}

TEST_F(SignInTest, AC7_signing_out_everywhere_ends_them_all_but_not_other_people_s) {
  make("amina");
  make("ben");
  auto const here = let_in(), there = let_in();
  auto const ben = std::get<LetIn>(ask("ben", right));
  desk.sign_out_everywhere(here.who.account);
  EXPECT_FALSE(desk.who_is(here.token));
  EXPECT_FALSE(desk.who_is(there.token));
  EXPECT_TRUE(desk.who_is(ben.token));
}

TEST_F(SignInTest, AC8_what_is_no_token_is_nobody) {
  make("amina");
  auto const entry = let_in();
  auto altered = entry.token;
  altered.front() = altered.front() == 'A' ? 'B' : 'A';
  for (auto const& token : {std::string(), std::string(10'000, 'A'), altered, entry.token + "A"}) {
    EXPECT_FALSE(desk.who_is(token)) << token.size();
  }
}

TEST_F(SignInTest, AC14_the_token_itself_is_kept_nowhere) {
  make("amina");
  auto const entry = let_in();
  auto const kept = app::view(entry.who.session);
  EXPECT_NE(kept, entry.token);
  EXPECT_FALSE(desk.who_is(kept)) << "and what is kept opens nothing";
}

TEST_F(SignInTest, AC2_a_name_can_be_given_once_in_whatever_spelling) {
  make("Siân Jones");
  auto const again = desk.make_account({"SIÂN  jones", "Somebody", Role::person, {}, right});
  ASSERT_TRUE(std::holds_alternative<Refusal>(again));
  EXPECT_EQ(std::get<Refusal>(again).rule, "AC2");
}

TEST_F(SignInTest, AC9_AC10_names_and_passwords_that_will_not_do) {
  struct Case {
    char const* sentence;
    NewAccount ask;
    std::string_view rule;
  };
  auto const account = [](std::string name, std::string shown, std::string password) {
    return NewAccount{std::move(name), std::move(shown), Role::person, {}, std::move(password)};
  };
  Case const cases[] = {
      {"AC9 no sign-in name", account(" ", "Amina", right), "AC9"},
      {"AC9 no name to show", account("amina", "", right), "AC9"},
      {"AC9 a line break in the name to show", account("amina", "A\nB", right), "AC9"},
      {"AC9 a name to show that is too long", account("amina", std::string(201, 'a'), right), "AC9"},
      {"AC10 nine letters", account("amina", "Amina", "ninechars"), "AC10"},
      {"AC10 nine letters of two bytes each", account("amina", "Amina", "ééééééééé"), "AC10"},
      {"AC10 the sign-in name itself", account("amina rahman", "Amina", "Amina Rahman"), "AC10"},
      {"AC10 one letter over and over", account("amina", "Amina", "aaaaaaaaaaaa"), "AC10"},
      {"AC10 too long to hash", account("amina", "Amina", std::string(2000, 'a') + "b"), "AC10"},
      {"ten letters will do", account("amina", "Amina", "tenletters"), ""},
      {"no password at all is an account that signs in by link", account("demo", "Demo", ""), ""},
  };
  for (auto const& [sentence, wanted, rule] : cases) {
    auto const made = desk.make_account(wanted);
    auto const* const refused = std::get_if<Refusal>(&made);
    EXPECT_EQ(refused ? refused->rule : "", rule) << sentence;
  }
}

TEST_F(SignInTest, AC11_changing_the_password_needs_the_old_one_and_ends_other_sessions) {
  make("amina");
  auto const here = let_in(), there = let_in();
  auto const wrong = desk.change_password(here.who, "not the old one", "a brand new password", "10.0.0.1");
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->refusal.rule, "AC1");
  auto const unfit = desk.change_password(here.who, right, "short", "10.0.0.1");
  ASSERT_TRUE(unfit);
  EXPECT_EQ(unfit->refusal.rule, "AC10");
  EXPECT_TRUE(desk.who_is(there.token));
  EXPECT_FALSE(desk.change_password(here.who, right, "a brand new password", "10.0.0.1"));
  EXPECT_TRUE(desk.who_is(here.token));
  EXPECT_FALSE(desk.who_is(there.token));
  EXPECT_EQ(rule_of(ask("amina", right)), "AC1");
  EXPECT_EQ(rule_of(ask("amina", "a brand new password")), "");
}

TEST_F(SignInTest, AC12_a_demo_link_lets_in_again_and_again_and_is_no_session_itself) {
  auto const id = make("demo person", "");
  auto const link = desk.make_link(id);
  for (int n = 0; n < 3; ++n) {
    auto const outcome = desk.sign_in(LinkAsk{link, Device::own, "127.0.0.1"});
    ASSERT_TRUE(std::holds_alternative<LetIn>(outcome)) << n;
    EXPECT_EQ(std::get<LetIn>(outcome).who.account, id);
  }
  EXPECT_FALSE(desk.who_is(link));
}

TEST_F(SignInTest, AC12_outside_the_demo_a_link_lets_nobody_in) {
  auto const link = desk.make_link(make("demo person", ""));
  SignIn outside(identity, *seal, passwords, [this] { return now; });
  EXPECT_EQ(rule_of(outside.sign_in(LinkAsk{link, Device::own, "127.0.0.1"})), "AC1");
}

TEST_F(SignInTest, AC12_a_session_or_a_machine_s_token_is_no_link) {
  auto const id = make("amina");
  for (auto const& token : {let_in().token, desk.make_machine_token(id), std::string("nonsense")}) {
    EXPECT_EQ(rule_of(desk.sign_in(LinkAsk{token, Device::own, "127.0.0.1"})), "AC1");
  }
}

TEST_F(SignInTest, AC15_a_stranger_s_storm_does_not_keep_out_the_owner_s_own_browser) {
  make("amina");
  auto const known = let_in(Device::own).known;
  ASSERT_EQ(known.size(), token_bytes);
  for (int n = 0; n < 9; ++n) ask("amina", "wrong", Device::shared, "192.0.2.7");
  EXPECT_EQ(rule_of(ask("amina", right)), "AC4") << "from anywhere else it is slow";
  EXPECT_EQ(rule_of(ask("amina", right, Device::own, "10.0.0.1", known)), "");
}

TEST_F(SignInTest, AC15_a_known_browser_is_slowed_by_its_own_misses_and_opens_nothing) {
  make("amina");
  make("ben");
  auto const known = let_in(Device::own).known;
  EXPECT_FALSE(desk.who_is(known));
  EXPECT_EQ(rule_of(desk.sign_in(LinkAsk{known, Device::own, "10.0.0.1"})), "AC1");
  for (int n = 0; n < 5; ++n)
    EXPECT_EQ(rule_of(ask("amina", "wrong", Device::own, "10.0.0.1", known)), "AC1") << n;
  EXPECT_EQ(rule_of(ask("amina", right, Device::own, "10.0.0.1", known)), "AC4");
  for (int n = 0; n < 5; ++n) ask("ben", "wrong", Device::own, "10.0.0.2", known);
  EXPECT_EQ(rule_of(ask("ben", right, Device::own, "10.0.0.2", known)), "AC4")
      << "it is known for one account only";
}

TEST_F(SignInTest, AC15_a_shared_device_stays_unknown_and_a_known_one_keeps_its_token) {
  make("amina");
  EXPECT_EQ(let_in(Device::shared).known, "");
  auto const known = let_in(Device::own).known;
  auto const again = ask("amina", right, Device::own, "10.0.0.1", known);
  EXPECT_EQ(std::get<LetIn>(again).known, "");
}

TEST_F(SignInTest, AC13_a_machine_s_token_says_who_until_its_end) {
  auto const id = make("amina");
  auto const token = desk.make_machine_token(id);
  ASSERT_TRUE(desk.who_is(token));
  EXPECT_EQ(desk.who_is(token)->kind, PassKind::machine);
  later(90 * day_ms);
  EXPECT_FALSE(desk.who_is(token));
}

}  // namespace
}  // namespace kith::identity
