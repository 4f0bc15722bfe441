// Any bytes as a calendar: what is understood lies in the window, in order and in one line.
#include <algorithm>
#include <cstdlib>

#include "standards/icalendar/calendar_file.hpp"
#include "wire/json.hpp"

using namespace kith;

namespace {

void hold(bool true_always) {
  if (!true_always) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const from = *parse_day("2026-11-02"), to = plus_days(from, 13);
  ZoneRules const zone{0, {{Instant{1806195600000}, 60}}};
  constexpr std::string_view names[] = {"Europe/London"};
  auto const read = icalendar::read_calendar(bytes, {from, to, zone, names});
  auto const* diary = std::get_if<icalendar::Diary>(&read);
  if (!diary) return 0;
  hold(std::ranges::is_sorted(diary->appointments));
  for (auto const& one : diary->appointments) {
    hold(from <= one.day && one.day <= to);
    hold(!one.minute || (*one.minute >= 0 && *one.minute < 24 * 60));
    hold(!one.until || (one.minute && *one.until > *one.minute && *one.until <= 24 * 60));
    hold(wire::is_utf8(one.title) && one.title.size() <= icalendar::title_bytes_max);
    hold(one.title.find('\n') == one.title.npos);
  }
  return 0;
}
