// What every place where identity is kept must do, as one suite: instantiate it with a maker, and the adapter
// is finished when it passes.
//
//   INSTANTIATE_TEST_SUITE_P(Memory, IdentityContract, testing::Values([] { return std::make_shared<…>();
//   }));
#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "app/identity/identity.hpp"

namespace kith::identity {

using MakeIdentity = std::function<std::shared_ptr<Identity>()>;

class IdentityContract : public testing::TestWithParam<MakeIdentity> {
 protected:
  std::shared_ptr<Identity> kept = GetParam()();

  static Digest digest(std::uint8_t fill) {
    Digest digest;
    digest.fill(fill);
    return digest;
  }
  static Account account(std::uint8_t n) {
    return {AccountId{n, n},    digest(n),      "Amina " + std::to_string(n),
            Role::practitioner, RecordId{7, n}, "$argon2id$whatever",
            Instant{1000 + n}};
  }
  static Pass pass(std::uint8_t token, AccountId of, PassKind kind = PassKind::session) {
    return {digest(token), kind, of, Device::own, Instant{5000}, Instant{6000}, Instant{9000}};
  }
};

TEST_P(IdentityContract, AC2_an_account_is_found_by_its_id_and_by_its_name) {
  ASSERT_TRUE(kept->add(account(1)));
  EXPECT_EQ(kept->account(AccountId{1, 1}), account(1));
  EXPECT_EQ(kept->account(digest(1)), account(1));
  EXPECT_EQ(kept->account(AccountId{2, 2}), std::nullopt);
  EXPECT_EQ(kept->account(digest(2)), std::nullopt);
}

TEST_P(IdentityContract, accounts_of_a_role_come_in_the_order_of_their_ids) {
  auto curator = account(2);
  curator.role = Role::curator;
  for (auto const& one : {account(3), curator, account(1)}) ASSERT_TRUE(kept->add(one));
  EXPECT_EQ(kept->accounts(Role::practitioner), (std::vector{account(1), account(3)}));
  EXPECT_EQ(kept->accounts(Role::curator), std::vector{curator});
  EXPECT_TRUE(kept->accounts(Role::person).empty());
}

TEST_P(IdentityContract, AC2_a_name_belongs_to_one_account_and_an_id_too) {
  ASSERT_TRUE(kept->add(account(1)));
  auto same_name = account(2);
  same_name.name_key = digest(1);
  auto same_id = account(3);
  same_id.id = AccountId{1, 1};
  EXPECT_FALSE(kept->add(same_name));
  EXPECT_FALSE(kept->add(same_id));
  EXPECT_EQ(kept->account(digest(1)), account(1));
}

TEST_P(IdentityContract, an_account_can_have_no_record_and_no_password) {
  auto plain = account(1);
  plain.record.reset();
  plain.password.clear();
  plain.display_name = "Siân Â\xc5\xb5yn";
  ASSERT_TRUE(kept->add(plain));
  EXPECT_EQ(kept->account(plain.id), plain);
}

TEST_P(IdentityContract, an_account_is_replaced_whole_and_its_old_name_is_free_again) {
  ASSERT_TRUE(kept->add(account(1)));
  auto renamed = account(1);
  renamed.name_key = digest(9);
  renamed.role = Role::administrator;
  EXPECT_TRUE(kept->replace(renamed));
  EXPECT_EQ(kept->account(digest(9)), renamed);
  EXPECT_EQ(kept->account(digest(1)), std::nullopt);
  EXPECT_TRUE(kept->replace(renamed)) << "replacing by the same changes nothing and is not refused";
}

TEST_P(IdentityContract, AC2_replacing_never_takes_the_name_of_another) {
  ASSERT_TRUE(kept->add(account(1)));
  ASSERT_TRUE(kept->add(account(2)));
  auto thief = account(2);
  thief.name_key = digest(1);
  EXPECT_FALSE(kept->replace(thief));
  EXPECT_FALSE(kept->replace(account(3))) << "there is nobody to replace";
  EXPECT_EQ(kept->account(digest(1)), account(1));
  EXPECT_EQ(kept->account(digest(2)), account(2));
}

TEST_P(IdentityContract, AC7_a_pass_is_found_until_it_is_revoked) {
  ASSERT_TRUE(kept->add(account(1)));
  auto const session = pass(11, AccountId{1, 1});
  kept->put(session);
  EXPECT_EQ(kept->pass(digest(11)), session);
  kept->revoke(digest(11));
  EXPECT_EQ(kept->pass(digest(11)), std::nullopt);
  kept->revoke(digest(11));
}

TEST_P(IdentityContract, a_pass_put_again_is_renewed) {
  ASSERT_TRUE(kept->add(account(1)));
  auto session = pass(11, AccountId{1, 1});
  kept->put(session);
  session.idle_until = Instant{8000};
  kept->put(session);
  EXPECT_EQ(kept->pass(digest(11)), session);
}

TEST_P(IdentityContract, a_new_pass_drops_those_that_were_over_by_then) {
  ASSERT_TRUE(kept->add(account(1)));
  kept->put(pass(11, AccountId{1, 1}));
  auto later = pass(12, AccountId{1, 1});
  later.made_at = Instant{9000};
  later.ends_at = Instant{20000};
  kept->put(later);
  EXPECT_EQ(kept->pass(digest(11)), std::nullopt);
  EXPECT_EQ(kept->pass(digest(12)), later);
}

TEST_P(IdentityContract, AC7_all_sessions_of_one_account_end_but_the_excepted_and_no_other_pass) {
  ASSERT_TRUE(kept->add(account(1)));
  ASSERT_TRUE(kept->add(account(2)));
  kept->put(pass(11, AccountId{1, 1}));
  kept->put(pass(12, AccountId{1, 1}));
  kept->put(pass(13, AccountId{1, 1}, PassKind::machine));
  kept->put(pass(14, AccountId{1, 1}, PassKind::link));
  kept->put(pass(21, AccountId{2, 2}));
  kept->revoke(EverySessionOf{AccountId{1, 1}, digest(12)});
  EXPECT_FALSE(kept->pass(digest(11)));
  EXPECT_TRUE(kept->pass(digest(12)));
  EXPECT_TRUE(kept->pass(digest(13)));
  EXPECT_TRUE(kept->pass(digest(14)));
  EXPECT_TRUE(kept->pass(digest(21)));
  kept->revoke(EverySessionOf{AccountId{1, 1}, std::nullopt});
  EXPECT_FALSE(kept->pass(digest(12)));
}

TEST_P(IdentityContract, AC21_a_removed_account_is_gone_and_its_passes_are_known_as_ended) {
  ASSERT_TRUE(kept->add(account(1)));
  ASSERT_TRUE(kept->add(account(2)));
  kept->put(pass(11, AccountId{1, 1}));
  kept->put(pass(21, AccountId{2, 2}));
  kept->remove(AccountId{1, 1});
  kept->remove(AccountId{9, 9});
  EXPECT_EQ(kept->account(AccountId{1, 1}), std::nullopt);
  EXPECT_FALSE(kept->pass(digest(11)));
  EXPECT_TRUE(kept->has_ended(digest(11)));
  EXPECT_EQ(kept->account(AccountId{2, 2}), account(2));
  EXPECT_TRUE(kept->pass(digest(21)));
  EXPECT_FALSE(kept->has_ended(digest(21)));
  EXPECT_TRUE(kept->add(account(1)));
}

TEST_P(IdentityContract, AC16_a_printed_code_is_used_once_and_a_newer_one_ends_the_older) {
  auto const code = [](std::uint8_t n, CodeKind kind, std::uint8_t subject) {
    return PrintedCode{digest(n), kind, {subject, subject}, AccountId{5, 5}, Instant{9000}};
  };
  kept->put(code(1, CodeKind::card, 7));
  kept->put(code(2, CodeKind::way_back, 7));
  kept->put(code(3, CodeKind::card, 8));
  kept->put(code(4, CodeKind::card, 7));
  EXPECT_EQ(kept->printed_code(digest(1)), std::nullopt);
  EXPECT_EQ(kept->printed_code(digest(2)), code(2, CodeKind::way_back, 7));
  EXPECT_EQ(kept->printed_code(digest(3)), code(3, CodeKind::card, 8));
  EXPECT_TRUE(kept->spend(digest(4)));
  EXPECT_FALSE(kept->spend(digest(4)));
  EXPECT_EQ(kept->printed_code(digest(4)), std::nullopt);
}

TEST_P(IdentityContract, AC18_when_a_way_back_was_used_is_kept_with_the_account) {
  auto told = account(1);
  ASSERT_TRUE(kept->add(told));
  told.way_back = WayBackUsed{Instant{7000}, AccountId{5, 5}};
  ASSERT_TRUE(kept->replace(told));
  EXPECT_EQ(kept->account(AccountId{1, 1}), told);
}

TEST_P(IdentityContract, AC4_misses_are_counted_under_their_key_and_forgotten_when_cleared) {
  auto const now = Instant{1'000'000};
  EXPECT_EQ(kept->tally(digest(1), Strike::none, now), Tally{});
  EXPECT_EQ(kept->tally(digest(1), Strike::missed, now), (Tally{1, now}));
  auto const later = Instant{now.ms + 5};
  EXPECT_EQ(kept->tally(digest(1), Strike::missed, later), (Tally{2, later}));
  EXPECT_EQ(kept->tally(digest(2), Strike::none, later), Tally{});
  EXPECT_EQ(kept->tally(digest(1), Strike::none, later), (Tally{2, later}));
  EXPECT_EQ(kept->tally(digest(1), Strike::cleared, later), Tally{});
  EXPECT_EQ(kept->tally(digest(1), Strike::none, later), Tally{});
}

}  // namespace kith::identity
