// Time together, from the visits themselves. Rules VT1-VT7 (spec/time-together.md).
#include "core/at_work/time_together.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

constexpr AccountId ben{0xB, 1}, lee{0xB, 2}, sam{0xA, 1};
constexpr Day monday = *Day::of_count(20759);  // 2 November 2026
constexpr Day today = *Day::of_count(20769);   // Thursday of the week after

Instant at(int day, int minute) {
  return {static_cast<std::int64_t>(monday.count() + day) * day_ms + minute * minute_ms};
}
VisitId visit(std::uint64_t n) { return {0x51, n}; }

Event opened(std::uint64_t n, AccountId with, int day, int minute) {
  auto const from = at(day, minute);
  return {{0xC, n},
          0,
          sam,
          from,
          plus_days(monday, day),
          VisitOpened{visit(n), {with}, {}, {from.ms + visit_hours_max * hour_ms}, true}};
}
Event ended(std::uint64_t n, AccountId by, int day, int minute) {
  return {{0xD, n}, 0, by, at(day, minute), plus_days(monday, day), VisitEnded{{visit(n)}}};
}

TEST(TimeTogether, VT1_VT2_minutes_run_from_tap_to_tap_and_nothing_is_guessed) {
  std::vector<Event> const events{
      opened(1, ben, 0, 600),  ended(1, ben, 0, 645),          // 45 minutes
      opened(2, ben, 1, 600),                                  // ended by itself
      opened(3, ben, 2, 600),  ended(3, AccountId{}, 2, 690),  // by the code of the paper copy
      opened(4, ben, 3, 600),  ended(4, sam, 3, 590),          // two clocks that disagree
      opened(5, lee, 4, 600),  ended(5, lee, 4, 630),          // somebody else's
      opened(6, ben, 10, 540), ended(99, ben, 10, 550),        // still open
      opened(7, ben, 6, 1430), ended(7, sam, 7, 10),           // over midnight: of the week it began in
  };
  auto const visits = visits_of(events, ben, at(10, 600));
  struct {
    char const* sentence;
    std::uint64_t n;
    std::optional<std::int32_t> minutes;
    bool open;
  } const rows[] = {
      {"VT1 from tap to tap", 1, 45, false},   {"VT2 ended by itself", 2, {}, false},
      {"VT2 ended by the code", 3, {}, false}, {"VT2 ended before it began", 4, {}, false},
      {"VT1 still open", 6, {}, true},         {"VT1 over midnight", 7, 20, false},
  };
  ASSERT_EQ(visits.size(), std::size(rows)) << "and nobody else's";
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    EXPECT_EQ(visits[i].visit, visit(rows[i].n)) << rows[i].sentence;
    EXPECT_EQ(visits[i].minutes, rows[i].minutes) << rows[i].sentence;
    EXPECT_EQ(visits[i].open, rows[i].open) << rows[i].sentence;
  }
  EXPECT_EQ(visits_in(visits, monday, {}).size(), 5u) << "VT1 one week of them";
  EXPECT_EQ(visits_in(visits, plus_days(monday, 7), {}).size(), 1u);
}

TEST(TimeTogether, VT3_VT4_VT5_one_tap_confirms_a_week_in_which_every_length_is_known) {
  std::vector<Event> const events{opened(1, ben, 0, 600), ended(1, ben, 0, 645), opened(2, ben, 1, 600),
                                  opened(6, ben, 10, 540)};
  auto const visits = visits_of(events, ben, at(10, 600));
  struct {
    char const* sentence;
    WeekAsk ask;
    std::string_view rule;
    std::int32_t minutes;
  } const rows[] = {
      {"VT4 a length is missing", {monday, true, {}}, "VT4", 0},
      {"VT4 every length is known", {monday, true, {{visit(2), 60}}}, "", 105},
      {"VT3 what was measured wrongly", {monday, true, {{visit(2), 60}, {visit(1), 30}}}, "", 90},
      {"VT3 over 12 hours", {monday, true, {{visit(2), visit_minutes_max + 1}}}, "VT3", 0},
      {"VT3 said twice", {monday, true, {{visit(2), 60}, {visit(2), 60}}}, "VT3", 0},
      {"VT3 no such visit", {monday, false, {{visit(8), 60}}}, "VT3", 0},
      {"VT3 not over yet", {plus_days(monday, 7), false, {{visit(6), 60}}}, "VT3", 0},
      {"VT4 an open visit is not counted yet", {plus_days(monday, 7), true, {}}, "", 0},
      {"VT5 two weeks ago", {plus_days(monday, -7), true, {}}, "VT5", 0},
      {"VT5 next week", {plus_days(monday, 14), true, {}}, "VT5", 0},
      {"VT5 no Monday", {plus_days(monday, 1), true, {}}, "VT5", 0},
  };
  for (auto const& row : rows) {
    auto const kept = keep_week(row.ask, visits, today);
    auto const* refusal = std::get_if<Refusal>(&kept);
    EXPECT_EQ(refusal ? refusal->rule : "", row.rule) << row.sentence;
    auto const minutes = refusal ? 0 : std::get<KeptWeek>(kept).minutes;
    EXPECT_EQ(minutes, row.minutes) << row.sentence;
  }
}

TEST(TimeTogether, VT4_what_comes_later_is_asked_about_again) {
  std::vector<Event> events{opened(1, ben, 8, 600), ended(1, ben, 8, 645)};
  auto const week = plus_days(monday, 7);
  auto const of_week = [&] { return visits_in(visits_of(events, ben, at(9, 640)), week, {}); };
  auto const kept = std::get<KeptWeek>(keep_week({week, true, {}}, of_week(), today));
  EXPECT_TRUE(is_confirmed(kept, of_week()));
  events.push_back(opened(2, ben, 9, 600));
  EXPECT_TRUE(is_confirmed(kept, of_week())) << "a visit that is still open is not counted";
  events.push_back(ended(2, ben, 9, 630));
  EXPECT_FALSE(is_confirmed(kept, of_week()));
}

TEST(TimeTogether, VT7_fewer_than_three_make_no_total) {
  struct {
    char const* sentence;
    std::vector<std::int32_t> minutes;
    std::optional<std::int32_t> hours;
  } const rows[] = {
      {"VT7 three", {600, 90, 20}, 12},
      {"VT7 two", {600, 600}, {}},
      {"VT7 an empty week hides nobody", {600, 600, 0, 0}, {}},
      {"VT7 nobody", {}, {}},
      {"VT7 whole hours", {29, 30, 30}, 1},
  };
  for (auto const& row : rows) EXPECT_EQ(team_hours(row.minutes), row.hours) << row.sentence;
}

}  // namespace
}  // namespace kith
