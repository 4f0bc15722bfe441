// Days to look back and times together as a calendar file (RFC 5545), for somebody's own calendar.
//
// The title is what the person chose or a neutral one; no name of a service, a condition or of Kith is in the
// file (RE5). A time of day is written in UTC from the person's own zone, a day as that day (RE6). Pure.
#pragma once
#include <string>
#include <variant>

#include "core/reach/obey.hpp"
#include "core/view/view.hpp"
#include "core/words/format.hpp"

namespace kith {

struct CalendarEntry {
  std::string uid;  // the same thing keeps its entry when it moves
  Day day;
  std::optional<std::int32_t> minute;  // of the local day; absent: the whole day
};
std::string calendar_file(std::vector<CalendarEntry> const&, std::string_view title, Instant made_at,
                          ZoneRules const&);

// What this reader may take along; refused where the calendar is not a safe way.
std::variant<Refusal, std::string> calendar_of(Record const& shown, ViewContext const&, ZoneRules const&,
                                               Catalogue const&);

}  // namespace kith
