#include "app/identity/remembered.hpp"

#include <gtest/gtest.h>

#include "adapters/identity_memory/identity_memory.hpp"

namespace kith::identity {
namespace {

Account const amina{AccountId{1, 1}, Digest{1}, "Amina Rahman", Role::person, std::nullopt, "", Instant{10}};

// Two programs on one file: what is written through `file` is written by the other.
class RememberedTest : public testing::Test {
 protected:
  RememberedTest() {
    file.add(amina);
    file.put(session);
  }
  bool is_let_in() { return kept.pass(session.token) && kept.account(amina.id); }

  Pass const session{Digest{9}, PassKind::session, amina.id, Device::own, {10}, {20}, {30}};
  adapters::IdentityMemory file;
  std::chrono::steady_clock::time_point now;
  RememberedIdentity kept{file, [this] { return now; }};
};

TEST_F(RememberedTest, AC22_what_is_written_here_acts_at_once) {
  ASSERT_TRUE(is_let_in());
  kept.revoke(session.token);
  EXPECT_FALSE(is_let_in());
}

TEST_F(RememberedTest, AC22_an_account_that_ends_or_changes_here_is_never_remembered) {
  ASSERT_TRUE(is_let_in());
  auto renamed = amina;
  renamed.display_name = "Amina R.";
  ASSERT_TRUE(kept.replace(renamed));
  EXPECT_EQ(kept.account(amina.id), renamed);
  kept.remove(amina.id);
  EXPECT_FALSE(is_let_in());
}

TEST_F(RememberedTest, AC22_what_another_program_writes_counts_after_a_second) {
  ASSERT_TRUE(is_let_in());
  file.remove(amina.id);
  now += std::chrono::milliseconds(remembered_ms_max - 1);
  EXPECT_TRUE(is_let_in()) << "remembered";
  now += std::chrono::milliseconds(1);
  EXPECT_FALSE(is_let_in());
}

TEST_F(RememberedTest, AC22_a_renewed_pass_is_the_renewed_one) {
  ASSERT_TRUE(is_let_in());
  auto renewed = session;
  renewed.idle_until = Instant{25};
  kept.put(renewed);
  EXPECT_EQ(kept.pass(session.token), renewed);
}

TEST_F(RememberedTest, AC22_what_is_not_there_is_asked_for_each_time) {
  EXPECT_EQ(kept.pass(Digest{8}), std::nullopt);
  auto later = session;
  later.token = Digest{8};
  file.put(later);
  EXPECT_EQ(kept.pass(Digest{8}), later);
}

// What is read while something is written may be what was there before.
TEST_F(RememberedTest, AC22_what_was_read_while_it_ended_is_not_remembered) {
  struct EndsMeanwhile final : adapters::IdentityMemory {
    std::optional<Pass> pass(Digest const& token) override {
      auto found = IdentityMemory::pass(token);
      if (auto const end = std::exchange(meanwhile, nullptr)) end();
      return found;
    }
    std::function<void()> meanwhile;
  } slow;
  slow.put(session);
  RememberedIdentity remembered(slow, [this] { return now; });
  slow.meanwhile = [&] { remembered.revoke(session.token); };
  EXPECT_EQ(remembered.pass(session.token), session) << "it was asked for before";
  EXPECT_EQ(remembered.pass(session.token), std::nullopt);
}

}  // namespace
}  // namespace kith::identity
