#include "core/reach/calendar.hpp"

namespace kith {
namespace {

constexpr std::size_t line_octets_max = 75;  // RFC 5545, 3.1

// One content line, folded between code points.
void put_line(std::string& file, std::string_view line) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 1;
    while (at + length < line.size() && (static_cast<unsigned char>(line[at + length]) & 0xC0) == 0x80)
      ++length;
    if (used + length > line_octets_max) {
      file += "\r\n ";
      used = 1;
    }
    file += line.substr(at, length);
    used += length;
    at += length;
  }
  file += "\r\n";
}

std::string escaped_text(std::string_view text) {
  std::string escaped;
  for (char const c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n')
      escaped += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      escaped += c;
  }
  return escaped;
}

// "20261203" and "20261203T143000Z".
std::string basic(Day day) {
  auto text = text_of(day);
  std::erase(text, '-');
  return text;
}
std::string basic(Instant at) {
  auto text = text_of(at).substr(0, 19);
  std::erase(text, '-'), std::erase(text, ':');
  return text + "Z";
}

}  // namespace

std::string calendar_file(std::vector<CalendarEntry> const& entries, std::string_view title, Instant made_at,
                          ZoneRules const& zone) {
  std::string file;
  for (auto const* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calendar//EN", "METHOD:PUBLISH"})
    put_line(file, line);
  for (auto const& entry : entries) {
    put_line(file, "BEGIN:VEVENT");
    put_line(file, "UID:" + entry.uid);
    put_line(file, "DTSTAMP:" + basic(made_at));
    if (entry.minute) {
      auto const at = instant_at(entry.day, *entry.minute, zone);
      put_line(file, "DTSTART:" + basic(at));
      put_line(file, "DTEND:" + basic(Instant{at.ms + hour_ms}));
    } else {
      put_line(file, "DTSTART;VALUE=DATE:" + basic(entry.day));
      put_line(file, "DTEND;VALUE=DATE:" + basic(plus_days(entry.day, 1)));
      put_line(file, "TRANSP:TRANSPARENT");
    }
    put_line(file, "SUMMARY:" + escaped_text(title));
    put_line(file, "CLASS:PRIVATE");
    put_line(file, "END:VEVENT");
  }
  put_line(file, "END:VCALENDAR");
  return file;
}

std::variant<Refusal, std::string> calendar_of(Record const& shown, ViewContext const& context,
                                               ZoneRules const& zone, Catalogue const& catalogue) {
  auto const view = view_of(shown, context);
  if (!view) return refuse("CM8");
  if (auto refusal = may_go_out(shown, Way::calendar)) return std::move(*refusal);
  std::vector<CalendarEntry> entries;
  for (auto const& row : view->followups.rows)
    if (row.state == FollowUpState::waiting && row.due >= context.today)
      entries.push_back({text_of(row.id), row.due, {}});
  for (auto const& meeting : view->visits.meetings)
    entries.push_back({text_of(meeting.id), meeting.day, meeting.minute});
  auto const& chosen = view->reach.safe.title;
  auto const title = chosen ? chosen->text : say({"calendar.neutral", {}}, catalogue);
  return calendar_file(entries, title, context.now, zone);
}

}  // namespace kith
