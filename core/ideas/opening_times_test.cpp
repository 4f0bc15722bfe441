#include "core/ideas/opening_times.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kith::ideas {
namespace {

// "Tu,Fr 10:00-12:30" for each span.
std::string told(std::string_view text) {
  std::string said;
  for (auto const& span : read_opening_times(text)) {
    if (!said.empty()) said += "; ";
    if (span.week != WeekOfMonth::every) said += std::string(name_of(span.week)) + " ";
    for (auto const day : all<Weekday>()) {
      if (span.days.has(day)) said += std::string(name_of(day)).substr(0, 2);
    }
    auto const clock = [](int minutes) {
      auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      return two(minutes / 60) + ":" + two(minutes % 60);
    };
    said += " " + clock(span.from) + "-" + clock(span.until);
  }
  return said;
}

TEST(OpeningTimes, ID22_are_read_where_there_is_no_doubt) {
  struct Case {
    char const* text;
    char const* told;
  };
  Case const cases[] = {
      {"Tuesdays and Fridays, 10:00 to 12:30", "tufr 10:00-12:30"},
      {"Monday-Thursday, 9:00AM to 5:00PM", "motuweth 09:00-17:00"},
      {"Mon \xE2\x80\x93 Fri: 9am \xE2\x80\x93 5pm", "motuwethfr 09:00-17:00"},
      {"Every Tuesday, 10am to 12 noon", "tu 10:00-12:00"},
      {"9am-5pm Monday, 10am-4pm Tuesday", "mo 09:00-17:00; tu 10:00-16:00"},
      {"Mon 9-12.30pm and 1.30-5pm, Tue closed", "mo 09:00-12:30; mo 13:30-17:00"},
      {"Monday: 0900-1700\nTuesday: 10.00 - 16.00\nSunday: Closed", "mo 09:00-17:00; tu 10:00-16:00"},
      {"First Wednesday of the month, 2-4pm", "first we 14:00-16:00"},
      {"Saturday to Monday 11am-3pm", "mosasu 11:00-15:00"},
      {"Open 24 hours", "motuwethfrsasu 00:00-24:00"},
      {"Weekdays 9-5", "motuwethfr 09:00-17:00"},
      {"daily 6pm to midnight", "motuwethfrsasu 18:00-24:00"},
      {"Fridays, 10-2pm", "fr 10:00-14:00"},
      {"Tuesdays, 12:00 to 14:00", "tu 12:00-14:00"},
      {"Mondays, 12:30 to 13:30", "mo 12:30-13:30"},
      {"Mondays, 12:00 to 12:45", "mo 12:00-12:45"},
      {"Mon 12-13:30", "mo 12:00-13:30"},
      {"Mon-Fri 12.00 - 20.00", "motuwethfr 12:00-20:00"},
      {"Mondays, 12-2pm", "mo 12:00-14:00"},
      {"Mondays, 10:00 to 11:00", "mo 10:00-11:00"},
      {"Mondays, 10:00 to 11:30", "mo 10:00-11:30"},
      {"Mondays, 11:00 to 11:45", "mo 11:00-11:45"},
      {"The first Saturday of every month, 10am-12pm", "first sa 10:00-12:00"},
      {"First Mondays and first Wednesdays, 10:00 to 12:00", "first mowe 10:00-12:00"},
      {"Mon 10am-12pm, last Fri 2pm-4pm", "mo 10:00-12:00; last fr 14:00-16:00"},
      {"Mon-Fri 9am-5pm, Saturday and Sunday closed", "motuwethfr 09:00-17:00"},
  };
  for (auto const& c : cases) EXPECT_EQ(told(c.text), c.told) << c.text;
}

TEST(OpeningTimes, ID23_what_has_two_readings_is_not_read_at_all) {
  for (auto const* text : {"",
                           "most afternoons",
                           "Tuesdays 2-4",
                           "Mondays 7-9",
                           "Monday from 10am",
                           "every second Tuesday 10am-1pm",
                           "Every second week: Tuesdays, 10:00 to 12:00",
                           "1st and 3rd Tuesday, 10am-1pm",
                           "Mondays 10am-1pm, term time",
                           "Mondays 10am-1pm. Ring first.",
                           "10am-1pm",
                           "Mondays",
                           "Monday 25:00-26:00",
                           "Monday 5pm-9am",
                           "Mondays 10am-1pm except bank holidays",
                           "Monday 9:7-5",
                           "Monday 99999-1",
                           "Fridays 12-2am",
                           "Mondays 12-2",
                           "Mondays 12:30-2:30",
                           "Mondays 12:30 to 12:00",
                           "Every Monday and the second Saturday 10am-12pm",
                           "Mon & last Fri 10am-12pm",
                           "Monday, Wednesday and first Friday 10am-12pm",
                           "First Saturday and every Sunday 10am-12pm",
                           "Tuesdays and the last Sunday of the month, 2pm-4pm",
                           "Mondays 10am-12pm. First Monday of month closed",
                           "Mon-Fri, 9am-5pm; last Friday of the month closed",
                           "Mon-Sun 9am-5pm, Sunday closed",
                           "Saturday 1st 10am-4pm",
                           "Sunday of the last month 9-5",
                           "First Monday and Tuesday 10am-12pm",
                           "First weekend of the month 10am-12pm",
                           "First Monday to Friday 10am-12pm"}) {
    EXPECT_EQ(told(text), "") << text;
  }
  EXPECT_EQ(told(std::string(100'000, '9')), "");
  EXPECT_EQ(told(std::string(1'000, '\n') + std::string(900, '-')), "");
}

}  // namespace
}  // namespace kith::ideas
