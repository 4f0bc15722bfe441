// When somebody is next at work. Rules WT1-WT3 (spec/messages.md).
#include "core/at_work/work_times.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

constexpr Day monday = *Day::of_count(20759);  // 2 November 2026
WorkTimes monday_and_thursday() { return {{{0, 9 * 60, 17 * 60}, {3, 10 * 60, 14 * 60}}, {}, {}}; }

TEST(WorkTimes, WT2_a_day_is_worked_once_and_ends_after_it_begins) {
  struct {
    char const* sentence;
    WorkTimes times;
    bool refused;
  } const rows[] = {
      {"WT2 two days", monday_and_thursday(), false},
      {"WT2 no day at all", {}, false},
      {"WT2 until midnight", {{{6, 0, 24 * 60}}, {}, {}}, false},
      {"WT2 one day twice", {{{1, 540, 600}, {1, 660, 720}}, {}, {}}, true},
      {"WT2 an end before the beginning", {{{1, 600, 540}}, {}, {}}, true},
      {"WT2 past midnight", {{{1, 600, 24 * 60 + 1}}, {}, {}}, true},
      {"WT2 an eighth day", {{{7, 540, 600}}, {}, {}}, true},
      {"WT2 away without an end", {{}, monday, {}}, true},
      {"WT2 away backwards", {{}, monday, plus_days(monday, -1)}, true},
  };
  for (auto const& row : rows) EXPECT_EQ(refused(row.times).has_value(), row.refused) << row.sentence;
}

TEST(WorkTimes, WT1_WT3_next_at_work_is_now_or_the_first_beginning_that_is_not_away) {
  auto away = monday_and_thursday();
  away.away_from = monday, away.away_to = plus_days(monday, 6);
  auto gone = monday_and_thursday();
  gone.away_from = monday, gone.away_to = plus_days(monday, 400);
  struct {
    char const* sentence;
    WorkTimes times;
    std::int64_t day;
    int minute;
    std::optional<AtWork> then;
  } const rows[] = {
      {"WT3 before work", monday_and_thursday(), 0, 8 * 60, AtWork{false, monday, 540, 1020}},
      {"WT3 at work", monday_and_thursday(), 0, 9 * 60, AtWork{true, monday, 540, 1020}},
      {"WT3 after work", monday_and_thursday(), 0, 17 * 60, AtWork{false, plus_days(monday, 3), 600, 840}},
      {"WT3 over the weekend", monday_and_thursday(), 5, 12 * 60,
       AtWork{false, plus_days(monday, 7), 540, 1020}},
      {"WT3 away this week", away, 0, 10 * 60, AtWork{false, plus_days(monday, 7), 540, 1020}},
      {"WT3 away for longer than we look", gone, 0, 10 * 60, std::nullopt},
      {"WT1 nothing was set", {}, 0, 10 * 60, std::nullopt},
  };
  for (auto const& row : rows)
    EXPECT_EQ(next_at_work(row.times, plus_days(monday, row.day), row.minute), row.then) << row.sentence;
}

}  // namespace
}  // namespace kith
