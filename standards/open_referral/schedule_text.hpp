// When something is open, in words, from the schedules of an HSDS service: the day and the time first, then
// the schedule's own description.
//
// Times in HSDS are of a clock of 24 hours, and are written so. What happens every week on a day, or on the
// first such day of a month, is written as core/ideas/opening_times.hpp reads it. Everything else (every
// third week, a day of the month, an end that is near) is written so that only people read it: nobody is sent
// to a door on a day that is not certain. Rule DI46 (spec/directory-import.md). Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/days.hpp"
#include "standards/open_referral/cleaner.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

inline constexpr std::int32_t end_said_days_max = 366;  // an end further away is not said

struct ScheduleNote {
  std::string_view field, how;  // sentences of the program
};
struct ScheduleText {
  std::string text;  // "": nothing to say
  std::vector<ScheduleNote> notes;
};

// "Tuesdays and Fridays, 10:00 to 12:30. Term time only"; "" when it ended before today.
ScheduleText schedule_text(wire::Json const& schedule, Day today);
// "Closed 1 August 2026 to 31 August 2026": Open Referral UK 1.0 has these beside the schedules.
ScheduleText holiday_text(wire::Json const& holiday, Day today);

// The schedules and holidays of all three, each line once, the alert first. Null pointers have none.
std::string opening_text(wire::Json const& service, wire::Json const* at_location, wire::Json const* location,
                         Day today, Cleaner&);

}  // namespace kith::open_referral
