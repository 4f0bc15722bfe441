#include "adapters/passwords_sodium/passwords_sodium.hpp"

#include <gtest/gtest.h>

namespace kith::adapters {
namespace {

TEST(PasswordsSodiumTest, AC3_a_password_matches_its_own_hash_and_no_other) {
  PasswordsSodium passwords(cheap_for_tests);
  auto const hash = passwords.hash("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_TRUE(passwords.matches(hash, "correct horse battery"));
  EXPECT_FALSE(passwords.matches(hash, "correct horse batterY"));
  EXPECT_FALSE(passwords.matches(hash, ""));
}

TEST(PasswordsSodiumTest, AC3_the_same_password_never_hashes_the_same_twice) {
  PasswordsSodium passwords(cheap_for_tests);
  EXPECT_NE(passwords.hash("correct horse battery"), passwords.hash("correct horse battery"));
}

TEST(PasswordsSodiumTest, a_damaged_hash_matches_nothing) {
  PasswordsSodium passwords(cheap_for_tests);
  for (auto const* damaged :
       {"", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$", "$2y$10$abcdefghijklmnop"}) {
    EXPECT_FALSE(passwords.matches(damaged, "correct horse battery")) << damaged;
  }
  EXPECT_FALSE(passwords.matches(std::string(4096, 'a'), "correct horse battery"));
}

TEST(PasswordsSodiumTest, AC3_the_usual_cost_is_what_is_written_into_the_hash) {
  PasswordsSodium passwords;
  auto const hash = passwords.hash("correct horse battery");
  EXPECT_NE(hash.find("$m=32768,t=3,p=1$"), std::string::npos) << hash;
}

}  // namespace
}  // namespace kith::adapters
