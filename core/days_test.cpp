#include "core/days.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

Day day(int year, int month, int of_month) { return day_of({year, month, of_month}).value(); }
Instant instant(char const* text) { return parse_instant(text).value(); }

// London as far as these tests go: one hour ahead from the last Sunday of March to the last Sunday of
// October.
ZoneRules london() {
  return {0,
          {{instant("2026-03-29T01:00:00.000Z"), 60},
           {instant("2026-10-25T01:00:00.000Z"), 0},
           {instant("2027-03-28T01:00:00.000Z"), 60}}};
}

TEST(Days, text_is_strict_and_comes_back_the_same) {
  for (char const* text : {"1900-01-01", "1970-01-01", "2000-02-29", "2026-05-04", "2199-12-31"}) {
    auto const found = parse_day(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(text_of(*found), text);
  }
  for (char const* text :
       {"", "2026-5-4", "2026-05-4 ", "2026/05/04", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
        "2026-01-00", "2026-01-32", "1899-12-31", "2200-01-01", "9999-01-01", "+026-01-01", "2026-05-04T"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Days, the_ends_of_the_range_are_the_named_counts) {
  EXPECT_EQ(day(1900, 1, 1).count(), Day::count_min);
  EXPECT_EQ(day(2199, 12, 31).count(), Day::count_max);
  EXPECT_EQ(Day().count(), 0);
  EXPECT_FALSE(Day::of_count(Day::count_max + 1LL));
  EXPECT_FALSE(day_of({2026, 257, 1}));
}

TEST(Days, every_day_of_the_range_survives_text_and_calendar) {
  for (int count = Day::count_min; count <= Day::count_max; ++count) {
    auto const found = *Day::of_count(count);
    ASSERT_EQ(parse_day(text_of(found)), found);
    ASSERT_EQ(day_of(calendar_of(found)), found);
  }
}

TEST(Days, weekdays_follow_each_other) {
  EXPECT_EQ(weekday_of(day(1970, 1, 1)), Weekday::thursday);
  EXPECT_EQ(weekday_of(day(2026, 5, 4)), Weekday::monday);
  EXPECT_EQ(weekday_of(day(1900, 1, 1)), Weekday::monday);
  EXPECT_EQ(weekday_of(day(1969, 12, 28)), Weekday::sunday);
}

TEST(Days, adding_stays_on_the_calendar_and_in_the_range) {
  EXPECT_EQ(plus_days(day(2026, 5, 4), 14), day(2026, 5, 18));
  EXPECT_EQ(plus_days(day(2026, 1, 1), -1), day(2025, 12, 31));
  EXPECT_EQ(plus_days(day(2026, 1, 1), INT64_MAX), day(2199, 12, 31));
  EXPECT_EQ(plus_days(day(2026, 1, 1), INT64_MIN), day(1900, 1, 1));
  EXPECT_EQ(plus_months(day(2026, 1, 31), 1), day(2026, 2, 28));
  EXPECT_EQ(plus_months(day(2024, 1, 31), 1), day(2024, 2, 29));
  EXPECT_EQ(plus_months(day(2026, 3, 15), -3), day(2025, 12, 15));
  EXPECT_EQ(plus_months(day(2026, 3, 15), INT64_MAX), day(2199, 12, 31));
  EXPECT_EQ(plus_months(day(2026, 3, 15), INT64_MIN), day(1900, 1, 1));
  EXPECT_EQ(days_between(day(2026, 5, 4), day(2026, 5, 18)), 14);
}

TEST(Instants, text_is_strict_and_comes_back_the_same) {
  for (char const* text : {"1900-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
                           "2026-05-04T09:30:15.250Z", "2199-12-31T23:59:59.999Z"}) {
    EXPECT_EQ(text_of(instant(text)), text);
  }
  for (char const* text :
       {"", "2026-05-04", "2026-05-04T09:30:15Z", "2026-05-04t09:30:15.250Z", "2026-05-04T09:30:15.250",
        "2026-05-04T09:30:15.250+01:00", "2026-05-04T24:00:00.000Z", "2026-05-04T09:60:00.000Z",
        "2026-05-04T09:30:60.000Z", "9999-05-04T09:30:15.250Z", "2026-05-04T09:30:15,250Z",
        "2026-05-04T 9:30:15.250Z"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
  EXPECT_EQ(text_of(Instant{INT64_MAX}), "2199-12-31T23:59:59.999Z");
  EXPECT_EQ(text_of(Instant{INT64_MIN}), "1900-01-01T00:00:00.000Z");
}

TEST(Zones, the_local_day_is_the_day_where_the_person_lives) {
  struct Case {
    char const* at;
    char const* day;
    int minute;
  };
  Case const cases[] = {
      {"2026-01-10T23:59:59.999Z", "2026-01-10", 1439},  // winter: as Greenwich
      {"2026-03-29T00:59:59.999Z", "2026-03-29", 59},    // the last minute before the clocks go forward
      {"2026-03-29T01:00:00.000Z", "2026-03-29", 120},   // the hour that is skipped
      {"2026-07-01T22:59:59.999Z", "2026-07-01", 1439},
      {"2026-07-01T23:00:00.000Z", "2026-07-02", 0},   // summer: the next day begins an hour early
      {"2026-10-25T00:30:00.000Z", "2026-10-25", 90},  // half past one, the first time
      {"2026-10-25T01:30:00.000Z", "2026-10-25", 90},  // half past one, the second time
  };
  for (auto const& [at, day_text, minute] : cases) {
    EXPECT_EQ(text_of(local_day(instant(at), london())), day_text) << at;
    EXPECT_EQ(local_minute_of_day(instant(at), london()), minute) << at;
  }
  EXPECT_EQ(text_of(local_day(Instant{INT64_MAX}, london())), "2199-12-31");
}

TEST(Zones, a_local_minute_is_found_again_even_where_the_clock_jumps) {
  EXPECT_EQ(text_of(instant_at(day(2026, 7, 1), 9 * 60, london())), "2026-07-01T08:00:00.000Z");
  EXPECT_EQ(text_of(instant_at(day(2026, 1, 1), 9 * 60, london())), "2026-01-01T09:00:00.000Z");
  EXPECT_EQ(text_of(instant_at(day(2026, 10, 25), 90, london())),
            "2026-10-25T00:30:00.000Z");  // the first of two
  EXPECT_EQ(text_of(instant_at(day(2026, 3, 29), 90, london())),
            "2026-03-29T01:30:00.000Z");  // skipped: 02:30
}

TEST(Zones, rules_out_of_order_or_out_of_bounds_are_unsound) {
  EXPECT_TRUE(is_sound({}));
  EXPECT_TRUE(is_sound(london()));
  auto swapped = london();
  std::swap(swapped.changes[0], swapped.changes[1]);
  EXPECT_FALSE(is_sound(swapped));
  auto twice = london();
  twice.changes[1].at = twice.changes[0].at;
  EXPECT_FALSE(is_sound(twice));
  EXPECT_FALSE(is_sound({19 * 60, {}}));
  EXPECT_FALSE(is_sound({0, std::vector<ZoneRules::Change>(zone_changes_max + 1)}));
}

}  // namespace
}  // namespace kith
