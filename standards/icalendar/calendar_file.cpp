#include "standards/icalendar/calendar_file.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "standards/icalendar/calendar_lines.hpp"
#include "wire/json.hpp"

namespace kith::icalendar {
namespace {

constexpr std::int64_t repeats_max = 10'000;
constexpr std::string_view weekday_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// A moment as the file writes it: in UTC, or by the clock on the wall.
struct When {
  Day day;
  std::optional<int> minute;
  bool utc = false;
};
using Moment = std::pair<Day, std::optional<int>>;  // by the local clock

std::optional<std::int64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  std::int64_t number = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// "20261203", "20261203T143000", "20261203T143000Z".
std::optional<When> when_of(std::string_view text) {
  if (text.size() < 8) return std::nullopt;
  auto const year = number_in(text.substr(0, 4)), month = number_in(text.substr(4, 2)),
             date = number_in(text.substr(6, 2));
  if (!year || !month || !date) return std::nullopt;
  auto const day = day_of({static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*date)});
  if (!day) return std::nullopt;
  if (text.size() == 8) return When{*day, {}, false};
  bool const utc = text.size() == 16 && text.back() == 'Z';
  if ((text.size() != 15 && !utc) || text[8] != 'T') return std::nullopt;
  auto const hour = number_in(text.substr(9, 2)), minute = number_in(text.substr(11, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return When{*day, static_cast<int>(*hour * 60 + *minute), utc};
}

struct Repeats {
  bool weekly = false;  // else daily
  std::int64_t every = 1;
  std::optional<std::int64_t> count;
  std::optional<Day> until;
  std::set<int> weekdays;  // 0 is Monday; none: that of the start
};

// Nullopt: a rule we do not follow for certain (CA3).
std::optional<Repeats> repeats_of(std::string_view rule) {
  Repeats repeats;
  bool has_frequency = false;
  while (!rule.empty()) {
    auto const end = rule.find(';');
    auto const part = rule.substr(0, end);
    rule = end == rule.npos ? std::string_view() : rule.substr(end + 1);
    auto const equals = std::min(part.find('='), part.size());
    auto const name = part.substr(0, equals);
    auto value = part.substr(std::min(equals + 1, part.size()));
    if (name == "FREQ" && (value == "DAILY" || value == "WEEKLY")) {
      repeats.weekly = value == "WEEKLY", has_frequency = true;
    } else if (name == "INTERVAL" || name == "COUNT") {
      auto const number = number_in(value);
      if (!number || *number < 1) return std::nullopt;
      if (name == "COUNT")
        repeats.count = *number;
      else
        repeats.every = *number;
    } else if (name == "UNTIL") {
      auto const until = when_of(value);
      if (!until) return std::nullopt;
      repeats.until = until->day;
    } else if (name == "BYDAY") {
      for (; value.size() >= 2; value = value.size() > 2 ? value.substr(3) : std::string_view()) {
        auto const spot = std::ranges::find(weekday_names, value.substr(0, 2));
        if (spot == std::end(weekday_names) || (value.size() > 2 && value[2] != ',')) return std::nullopt;
        repeats.weekdays.insert(static_cast<int>(spot - std::begin(weekday_names)));
      }
    } else if (name != "WKST" || value != "MO") {
      return std::nullopt;
    }
  }
  if (!has_frequency || (!repeats.weekly && !repeats.weekdays.empty())) return std::nullopt;
  return repeats;
}

struct Event {
  std::string uid, title;
  std::optional<When> start, end, instead_of;
  std::optional<Repeats> repeats;
  std::vector<When> except;
  bool cancelled = false, unsure = false;
};

class Reader {
 public:
  explicit Reader(Window const& window) : window_(window) {}

  std::variant<Diary, Refusal> read(std::string_view file) {
    if (!gather(file)) return refuse("CA1");
    for (auto const& event : events_)
      if (event.instead_of) moved_.insert({event.uid, local(*event.instead_of)});
    for (auto const& event : events_) put(event);
    std::ranges::sort(diary_.appointments);
    return std::move(diary_);
  }

 private:
  bool gather(std::string_view file) {
    std::vector<std::string> inside;
    for (auto& line : lines_of(file)) {
      if (line.name == "BEGIN") {
        if (inside.empty() && line.value != "VCALENDAR") return false;
        inside.push_back(line.value);
        if (inside.size() > 8) return false;
        if (line.value == "VEVENT") events_.emplace_back();
        if (events_.size() > events_max) return false;
      } else if (line.name == "END") {
        if (inside.empty() || inside.back() != line.value) return false;
        inside.pop_back();
        whole_ = true;
      } else if (inside.size() == 2 && inside.back() == "VEVENT") {
        take(events_.back(), line);
      }
    }
    return whole_ && inside.empty();
  }
  // A moment in a zone that is not ours is not known for certain (CA2).
  std::optional<When> moment(Event& event, Line const& line, std::string_view value) const {
    auto const zone = line.parameter("TZID");
    bool const ours = zone.empty() || std::ranges::find(window_.names, zone) != window_.names.end();
    auto const when = when_of(value);
    if (!when || (!ours && when->minute && !when->utc)) event.unsure = true;
    return when;
  }
  void take(Event& event, Line const& line) const {
    if (line.name == "UID") event.uid = line.value;
    if (line.name == "SUMMARY") event.title = plain_text(line.value);
    if (line.name == "STATUS") event.cancelled = line.value == "CANCELLED";
    if (line.name == "DTSTART") event.start = moment(event, line, line.value);
    if (line.name == "DTEND") event.end = moment(event, line, line.value);
    if (line.name == "RECURRENCE-ID") event.instead_of = moment(event, line, line.value);
    if (line.name == "RDATE") event.unsure = true;
    if (line.name == "RRULE") {
      event.repeats = repeats_of(line.value);
      if (!event.repeats) event.unsure = true;
    }
    if (line.name == "EXDATE") {
      std::string_view dates = line.value;
      while (!dates.empty()) {
        auto const end = dates.find(',');
        if (auto const when = moment(event, line, dates.substr(0, end))) event.except.push_back(*when);
        dates = end == dates.npos ? std::string_view() : dates.substr(end + 1);
      }
    }
  }

  Moment local(When const& when) const {
    if (!when.utc || !when.minute) return {when.day, when.minute};
    Instant const at{when.day.count() * day_ms + *when.minute * minute_ms};
    return {local_day(at, window_.zone), local_minute_of_day(at, window_.zone)};
  }
  void put(Event const& event) {
    if (event.cancelled) return;
    if (event.unsure || !event.start) {
      ++diary_.left_out;
      return;
    }
    if (!event.repeats || event.instead_of) return put_once(event, *event.start, false);
    follow(event, *event.repeats);
  }
  // Each day on which it happens, from its start on, until after the window.
  void follow(Event const& event, Repeats const& repeats) {
    auto const first = event.start->day;
    auto const first_weekday = static_cast<int>(weekday_of(first));
    auto const weekdays = repeats.weekdays.empty() ? std::set<int>{first_weekday} : repeats.weekdays;
    auto const period = repeats.every * (repeats.weekly ? 7 : 1);
    auto base = repeats.weekly ? plus_days(first, -first_weekday) : first;
    auto const behind = days_between(base, window_.from) - 7;
    if (!repeats.count && behind > period) base = plus_days(base, behind / period * period);
    std::int64_t happened = 0;
    for (std::int64_t turn = 0; turn < repeats_max; ++turn) {
      auto const start = plus_days(base, turn * period);
      if (start > plus_days(window_.to, 1)) return;
      for (int const weekday : weekdays) {
        auto const day = repeats.weekly ? plus_days(start, weekday) : start;
        if (day < first) continue;
        if ((repeats.count && happened == *repeats.count) || (repeats.until && day > *repeats.until)) return;
        ++happened;
        auto when = *event.start;
        when.day = day;
        put_once(event, when, true);
        if (!repeats.weekly) break;
      }
    }
  }
  void put_once(Event const& event, When const& when, bool of_a_row) {
    auto const moment = local(when);
    if (moment.first < window_.from || moment.first > window_.to) return;
    if (of_a_row && moved_.contains({event.uid, moment})) return;
    for (auto const& except : event.except)
      if (local(except) == moment) return;
    Appointment one{moment.first, moment.second, {}, event.title.substr(0, title_bytes_max)};
    while (!one.title.empty() && !wire::is_utf8(one.title)) one.title.pop_back();
    if (event.end && event.end->minute && event.start->minute) {
      auto const long_min = days_between(event.start->day, event.end->day) * 24 * 60 +
                            (*event.end->minute - *event.start->minute);
      auto const until = *moment.second + long_min;
      if (long_min > 0 && until <= 24 * 60) one.until = until;
    }
    diary_.appointments.push_back(std::move(one));
  }

  Window const& window_;
  std::vector<Event> events_;
  std::set<std::pair<std::string, Moment>> moved_;  // one of a row, told apart by its own entry
  bool whole_ = false;
  Diary diary_;
};

}  // namespace

std::variant<Diary, Refusal> read_calendar(std::string_view file, Window const& window) {
  if (file.size() > file_bytes_max || !wire::is_utf8(file)) return refuse("CA1");
  if (days_between(window.from, window.to) > days_ahead_max) return refuse("CA1");
  return Reader(window).read(file);
}

}  // namespace kith::icalendar
