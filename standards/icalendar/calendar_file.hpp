// A calendar file (RFC 5545) of a practitioner, read for the days ahead. Rules CA1-CA4 (spec/today.md).
//
// Read-only: what is understood for certain is shown, what is not is counted and left out, nothing is written
// back. Everything in the file is untrusted and bounded. Pure; minutes are of the local day.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/days.hpp"
#include "core/refusal.hpp"

namespace kith::icalendar {

inline constexpr std::size_t file_bytes_max = 1u << 20;
inline constexpr std::size_t events_max = 5000;
inline constexpr std::int64_t days_ahead_max = 60;
inline constexpr std::size_t title_bytes_max = 200;

struct Appointment {
  Day day;
  std::optional<int> minute, until;  // absent: the whole day
  std::string title;
  friend auto operator<=>(Appointment const&, Appointment const&) = default;
};
struct Diary {
  std::vector<Appointment> appointments;  // in order
  std::size_t left_out = 0;               // events whose time or repeats we do not understand for certain
};
// The days a calendar is read for, and the zone it is read in. `names` are what the file may call that zone.
struct Window {
  Day from, to;  // both included
  ZoneRules const& zone;
  std::span<std::string_view const> names;
};
std::variant<Diary, Refusal> read_calendar(std::string_view file, Window const&);

}  // namespace kith::icalendar
