// A practitioner's calendar, read for the days ahead. Rules CA1-CA4 (spec/today.md).
#include "standards/icalendar/calendar_file.hpp"

#include <gtest/gtest.h>

namespace kith::icalendar {
namespace {

constexpr Day monday = *Day::of_count(20759);  // 2 November 2026
constexpr std::string_view names[] = {"Europe/London", "GMT Standard Time"};
ZoneRules const london{
    0, {{Instant{1792890000000}, 0}, {Instant{1806195600000}, 60}}};  // summer from 28 March 2027

std::string calendar(std::string const& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(std::string const& lines) {
  return "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Depot\r\n" + lines + "END:VEVENT\r\n";
}
// "2026-11-02 10:30-11:30 Depot", a line each.
std::string read(std::string const& file, int days = 28, Day from = monday) {
  auto const outcome = read_calendar(file, {from, plus_days(from, days - 1), london, names});
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return std::string(refusal->rule);
  auto const& diary = std::get<Diary>(outcome);
  auto const clock = [](int minute) {
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minute / 60) + ":" + two(minute % 60);
  };
  std::string text;
  for (auto const& one : diary.appointments) {
    text += text_of(one.day) + (one.minute ? " " + clock(*one.minute) : "");
    text += (one.until ? "-" + clock(*one.until) : "") + " " + one.title + "\n";
  }
  if (diary.left_out > 0) text += "left out " + std::to_string(diary.left_out) + "\n";
  return text;
}

TEST(CalendarFile, CA1_to_CA3_is_read_for_certain_or_left_out) {
  struct {
    char const* sentence;
    std::string file;
    char const* then;
  } const rows[] = {
      {"CA1 an empty one", calendar(""), ""},
      {"CA1 nothing", "", "CA1"},
      {"CA1 something else", "BEGIN:VCARD\r\nEND:VCARD\r\n", "CA1"},
      {"CA1 cut short", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n", "CA1"},
      {"CA1 not UTF-8", calendar(event("DTSTART:20261102\r\nX:\xFF\r\n")), "CA1"},
      {"CA2 a whole day", calendar(event("DTSTART;VALUE=DATE:20261103\r\n")), "2026-11-03 Depot\n"},
      {"CA2 in UTC", calendar(event("DTSTART:20261103T103000Z\r\nDTEND:20261103T113000Z\r\n")),
       "2026-11-03 10:30-11:30 Depot\n"},
      {"CA2 in our zone by either name",
       calendar(event("DTSTART;TZID=\"GMT Standard Time\":20261103T103000\r\n")), "2026-11-03 10:30 Depot\n"},
      {"CA2 in another zone", calendar(event("DTSTART;TZID=America/Lima:20261103T103000\r\n")),
       "left out 1\n"},
      {"CA2 folded", calendar(event("DTSTART;VALUE=DATE:2026\r\n 1103\r\n")), "2026-11-03 Depot\n"},
      {"CA2 no such day", calendar(event("DTSTART:20261131T103000\r\n")), "left out 1\n"},
      {"CA2 before the window", calendar(event("DTSTART:20261101T103000\r\n")), ""},
      {"CA3 every other Tuesday and Friday, three times",
       calendar(event("DTSTART:20261103T090000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;COUNT=3\r\n")),
       "2026-11-03 09:00 Depot\n2026-11-06 09:00 Depot\n2026-11-17 09:00 Depot\n"},
      {"CA3 long begun", calendar(event("DTSTART:20060103T090000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\n")),
       "2026-11-10 09:00 Depot\n2026-11-24 09:00 Depot\n"},
      {"CA3 daily until", calendar(event("DTSTART:20261101T090000\r\nRRULE:FREQ=DAILY;UNTIL=20261103\r\n")),
       "2026-11-02 09:00 Depot\n2026-11-03 09:00 Depot\n"},
      {"CA3 all but one",
       calendar(event("DTSTART:20261102T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261109T090000\r\n")),
       "2026-11-02 09:00 Depot\n2026-11-16 09:00 Depot\n"},
      {"CA3 one moved",
       calendar(event("DTSTART:20261102T090000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n") +
                event("RECURRENCE-ID:20261109T090000\r\nDTSTART:20261110T150000\r\n")),
       "2026-11-02 09:00 Depot\n2026-11-10 15:00 Depot\n"},
      {"CA3 a rule we do not follow", calendar(event("DTSTART:20261102T090000\r\nRRULE:FREQ=MONTHLY\r\n")),
       "left out 1\n"},
      {"CA3 called off", calendar(event("DTSTART:20261102T090000\r\nSTATUS:CANCELLED\r\n")), ""},
      {"CA3 an alarm inside is no event",
       calendar(event("DTSTART:20261102T090000\r\nBEGIN:VALARM\r\nSUMMARY:Ring\r\nEND:VALARM\r\n")),
       "2026-11-02 09:00 Depot\n"},
  };
  for (auto const& row : rows) EXPECT_EQ(read(row.file), row.then) << row.sentence;
}

TEST(CalendarFile, CA2_a_repeat_by_the_wall_clock_keeps_its_hour_when_the_clocks_change) {
  auto const march = *parse_day("2027-03-26");
  EXPECT_EQ(
      read(calendar(event("DTSTART;TZID=Europe/London:20270327T090000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n")), 7,
           march),
      "2027-03-27 09:00 Depot\n2027-03-28 09:00 Depot\n");
  EXPECT_EQ(read(calendar(event("DTSTART:20270327T090000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n")), 7, march),
            "2027-03-27 09:00 Depot\n2027-03-28 10:00 Depot\n");
}

TEST(CalendarFile, CA1_a_file_that_lies_about_repeats_or_holds_too_many_events_is_bounded) {
  std::string many;
  for (std::size_t n = 0; n <= events_max; ++n) many += "BEGIN:VEVENT\nEND:VEVENT\n";
  EXPECT_EQ(read("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n"), "CA1");
  EXPECT_EQ(read(std::string(file_bytes_max + 1, ' ')), "CA1");
  EXPECT_EQ(read(calendar(event("DTSTART:19000101T090000\r\nRRULE:FREQ=DAILY;COUNT=999999\r\n"))), "");
}

}  // namespace
}  // namespace kith::icalendar
