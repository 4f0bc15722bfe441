// Who looked, told by day. Rule LK6.
#include <gtest/gtest.h>

#include "core/looks/looks.hpp"

namespace kith {
namespace {

constexpr AccountId ben{1, 1}, cara{1, 2};
Day const monday = *Day::of_count(20'000), tuesday = plus_days(monday, 1);

Looked look(AccountId who, Surface surface, Day on, std::int64_t minute) {
  return {who, Role::practitioner, {who == ben ? "Ben" : "Cara"}, surface, {minute * minute_ms}, on};
}

TEST(ByDay, LK6_the_newest_day_stands_first_and_everybody_once_a_day) {
  auto const days = by_day({look(ben, Surface::sync, monday, 1), look(cara, Surface::people, monday, 2),
                            look(ben, Surface::pdf, monday, 30), look(ben, Surface::sync, monday, 60),
                            look(cara, Surface::sync, tuesday, 2000)});
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].day, tuesday);
  ASSERT_EQ(days[0].people.size(), 1u);
  EXPECT_EQ(days[0].people[0].account, cara);
  ASSERT_EQ(days[1].people.size(), 2u);
  EXPECT_EQ(days[1].people[0].name.text, "Ben");
  EXPECT_EQ(days[1].people[0].surfaces, set_of(Surface::sync, Surface::pdf));
  EXPECT_EQ(days[1].people[1].surfaces, set_of(Surface::people));
}

TEST(ByDay, LK6_nobody_looked) { EXPECT_TRUE(by_day({}).empty()); }

}  // namespace
}  // namespace kith
