// Test only: sign-in with a clock that is handed in and cheap passwords.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "adapters/identity_memory/identity_memory.hpp"
#include "adapters/passwords_sodium/passwords_sodium.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/identity/sign_in.hpp"

namespace kith::identity {

inline constexpr auto right = "a long enough password";

// Counts what it is asked, so that a test can see that equal work was done.
class CountedPasswords final : public Passwords {
 public:
  std::string hash(std::string_view password) override { return inside_.hash(password); }
  bool matches(std::string const& hash, std::string_view password) override {
    ++asked;
    return inside_.matches(hash, password);
  }
  int asked = 0;

 private:
  adapters::PasswordsSodium inside_{adapters::cheap_for_tests};
};

class SignInTest : public testing::Test {
 protected:
  AccountId make(std::string name, std::string password = right) {
    auto const made = desk.make_account({name, "Amina Rahman", Role::person, RecordId{5, 5}, password});
    auto const* const id = std::get_if<AccountId>(&made);
    return id ? *id : AccountId{};
  }
  SignInOutcome ask(std::string name, std::string password, Device device = Device::shared,
                    std::string address = "10.0.0.1", std::string known = "") {
    return desk.sign_in(NameAndPassword{name, password, device, address, known});
  }
  LetIn let_in(Device device = Device::shared) {
    auto const outcome = ask("amina", right, device);
    EXPECT_TRUE(std::holds_alternative<LetIn>(outcome));
    return std::get<LetIn>(outcome);
  }
  static std::string_view rule_of(SignInOutcome const& outcome) {
    auto const* const refused = std::get_if<NotLetIn>(&outcome);
    return refused ? refused->refusal.rule : "";
  }
  void later(std::int64_t ms) { now.ms += ms; }

  Instant now{1'800'000'000'000};
  adapters::IdentityMemory identity;
  std::unique_ptr<adapters::SodiumSeal> seal = adapters::SodiumSeal::in_memory();
  CountedPasswords passwords;
  SignIn desk{identity, *seal, passwords, [this] { return now; }, Links::let_in};
};

}  // namespace kith::identity
