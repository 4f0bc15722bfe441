#include "standards/open_referral/schedule_text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/ideas/opening_times.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/schedule_parts.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::size_t rule_bytes_max = 400;

// One schedule, its parts under their own names or in `rrule`.
class Rule {
 public:
  Rule(Json const& schedule, Day today) : schedule_(schedule), today_(today) {
    auto whole = text_of(schedule, "rrule");
    bool const misplaced = whole.empty() && text_of(schedule, "freq").find('=') != std::string::npos;
    if (misplaced) whole = text_of(schedule, "freq");
    auto rule = upper(whole.substr(0, rule_bytes_max));
    if (rule.starts_with("RRULE:")) rule.erase(0, 6);
    for (std::string_view rest = rule; !rest.empty();) {
      auto const end = std::min(rest.find_first_of(";\n"), rest.size());
      auto const part = rest.substr(0, end);
      if (auto const is = part.find('='); is != std::string_view::npos) {
        auto key = std::string(part.substr(0, is));
        for (auto& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        rule_[key] = std::string(part.substr(is + 1));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    freq_ = misplaced ? rule_["freq"] : upper(said("freq"));
    if (whole.size() > rule_bytes_max) freq_ = "SOMETIMES";  // what was cut off could be "every third week"
  }

  ScheduleText read() {
    read_end();
    if (end_ && *end_ < today_) return {{}, {{"schedules", "a schedule that has ended was left out"}}};
    auto text = days();
    auto const from = time_in(schedule_, "opens_at", "dtstart"),
               until = time_in(schedule_, "closes_at", "until");
    if (from.empty() && !text_of(schedule_, "opens_at").empty()) note("opens_at", "is not a time; left out");
    if (until.empty() && !text_of(schedule_, "closes_at").empty())
      note("closes_at", "is not a time; left out");
    if (!from.empty()) add(text, ", ", from + (until.empty() ? "" : " to " + until));
    if (from.empty() && !until.empty() && !text.empty()) text += ", until " + until;
    if (!text.empty()) text = beginning() + text + ending();
    add_description(text);
    add(text, ". ", text_of(schedule_, "notes"));
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return {std::move(text), std::move(notes_)};
  }

 private:
  void note(std::string_view field, std::string_view how) { notes_.push_back({field, how}); }
  static void add(std::string& text, char const* between, std::string const& more) {
    if (!more.empty()) text += (text.empty() ? "" : between) + more;
  }

  // Its own part, a list's values joined, or the part of `rrule`.
  std::string said(std::string_view name) const {
    auto text = text_of(schedule_, name);
    for (auto const& one : list_of(&schedule_, name)) {
      if (auto const* part = one.get_ptr<Json::string_t const*>()) text += (text.empty() ? "" : ",") + *part;
      if (auto const* part = one.get_ptr<Json::number_integer_t const*>())
        text += (text.empty() ? "" : ",") + std::to_string(*part);
      if (text.size() > rule_bytes_max) break;
    }
    auto const at = rule_.find(name);
    return text.empty() && at != rule_.end() ? at->second : text;
  }

  int interval() {
    auto const text = said("interval");
    if (text.empty()) return 1;
    auto const number = number_of(text);
    if (!number || *number < 1) return 1;
    return *number;
  }

  // The day after which it is over, when one can be told.
  void read_end() {
    for (auto const* name : {"valid_to", "until"}) {
      auto const text = said(name);
      auto const day = day_in(text);
      if (day && (!end_ || *day < *end_)) end_ = day;
      if (!day && !text.empty() && std::string_view(name) == "valid_to") unread_end_ = text;
    }
    auto const count = said("count");
    if (count.empty()) return;
    auto const times = number_of(count);
    auto const start = day_in(said("dtstart"));
    if (!times || *times < 1 || !start) {
      count_ = count;
      return;
    }
    // At most so far away: one time a step. Several days a step end sooner, and are kept a little long.
    auto const steps = static_cast<std::int64_t>(*times - 1) * interval();
    auto const last = freq_ == "DAILY"     ? plus_days(*start, steps)
                      : freq_ == "MONTHLY" ? plus_months(*start, steps)
                      : freq_ == "YEARLY"  ? plus_months(*start, steps * 12)
                                           : plus_days(*start, steps * 7);
    if (!end_ || last < *end_) end_ = last;
    if (last >= today_) count_ = count;
  }

  std::string days() {
    auto text = week_days();
    if (auto const month_days = said("bymonthday"); !month_days.empty()) {
      std::vector<std::string> words;
      for (auto const part : list_parts(month_days)) {
        auto word = month_day_text(part);
        words.push_back(word.empty() ? std::string(part) : std::move(word));
      }
      if (!words.empty()) add(text, ", ", "on the " + listed(words) + " of the month");
    }
    if (text.empty()) text = weekday();
    if (text.empty()) text = day_of_start();
    auto const how_often = often(text);
    return text.empty() || how_often.empty() ? text : how_often + text;
  }

  std::string week_days() {
    auto const byday = said("byday");
    std::vector<std::string> words;
    bool unread = false;
    auto const positions = list_parts_of("bysetpos");
    std::size_t read = 0;
    for (auto const part : list_parts(byday)) {
      auto const found = week_day_of(part);
      if (!found) {
        unread = true;
        words.emplace_back(part);
        continue;
      }
      ++read;
      auto const name = std::string(day_names[found->day]);
      monthly_ = monthly_ || found->week != 0;
      words.push_back(found->week == 0 ? name : week_text(found->week) + " " + name);
    }
    if (unread && (read > 0 || byday.find("day") != std::string::npos)) {
      note("byday", "was not read as days; kept as text");
      return read > 0 ? listed(words) : byday;
    }
    if (unread) {
      note("byday", "says no day that can be read; left out");
      return {};
    }
    if (positions.empty()) return listed(words);
    return positioned(words, positions);
  }

  std::vector<std::string> list_parts_of(std::string_view name) const {
    auto const text = said(name);
    std::vector<std::string> parts;
    for (auto const part : list_parts(text)) parts.emplace_back(part);
    return parts;
  }

  // BYDAY=MO;BYSETPOS=1 of a month is its first Monday. Of several days it is one of them: no day is certain.
  std::string positioned(std::vector<std::string> const& days, std::vector<std::string> const& positions) {
    if (days.empty()) return {};
    std::vector<std::string> words;
    for (auto const& position : positions) {
      auto const week = number_of(position);
      auto const which = week ? week_text(*week) : std::string();
      bool const plain = days.size() == 1 && freq_ == "MONTHLY" && !monthly_ && !which.empty();
      if (!plain) {
        note("bysetpos", "was not read; the days are kept as text");
        return "some of: " + listed(days);
      }
      words.push_back(which + " " + days.front());
    }
    monthly_ = true;
    return listed(words);
  }

  // HSDS 1 and Open Referral UK 1: a word. Of a number nobody knows whether its week begins on a Sunday.
  std::string weekday() {
    auto text = said("weekday");
    if (text.empty() || std::any_of(text.begin(), text.end(), is_letter)) return text;
    note("weekday", "is a number and no day; left out");
    return {};
  }

  std::string day_of_start() {
    auto const start = day_in(said("dtstart"));
    if (freq_ == "DAILY") return interval() == 1 ? "daily" : "";
    if (!start) {
      if (!freq_.empty()) note("byday", "says no day that can be read");
      return {};
    }
    auto const on = calendar_of(*start);
    if (freq_ == "WEEKLY") return std::string(day_names[static_cast<std::size_t>(weekday_of(*start))]);
    if (freq_ == "MONTHLY") return "on the " + month_day_text(std::to_string(on.day)) + " of the month";
    if (freq_ == "YEARLY")
      return std::to_string(on.day) + " " + std::string(month_names[static_cast<std::size_t>(on.month - 1)]);
    // Without a rule it is one day, or the day the words below have been true from.
    bool const only = !text_of(schedule_, "opens_at").empty() || text_of(schedule_, "description").empty();
    return freq_.empty() && only ? day_in_words(*start) : std::string();
  }

  // What makes it other than every week. Each of these words ends all reading as certain times.
  std::string often(std::string& days) {
    std::string words;
    auto const each = interval();
    bool const known =
        freq_.empty() || freq_ == "DAILY" || freq_ == "WEEKLY" || freq_ == "MONTHLY" || freq_ == "YEARLY";
    auto const* unit = freq_ == "DAILY"                                    ? "day"
                       : freq_ == "YEARLY"                                 ? "year"
                       : freq_ == "MONTHLY" || (freq_.empty() && monthly_) ? "month"
                                                                           : "week";
    if (each > 1) {
      auto const number = static_cast<std::size_t>(each);
      words = number <= 3 ? "every " + std::string(ordinals[number]) + " " + unit
                          : "every " + std::to_string(each) + " " + unit + "s";
      if (days.empty() && freq_ == "DAILY") return days = words, "";
    } else if (!known) {
      note("freq", "was not read; kept as text");
      words = freq_;
      for (auto& c : words) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (freq_ == "YEARLY") {
      words = "yearly";
    } else if (freq_ == "MONTHLY" && !monthly_ && said("bymonthday").empty() && !said("byday").empty() &&
               said("bysetpos").empty()) {
      words = "monthly";  // all Mondays of a month by the letter; one of them by what people mean
    }
    if (auto const months = list_parts_of("bymonth"); !months.empty()) {
      std::vector<std::string> names;
      for (auto const& one : months) {
        auto const n = number_of(one);
        names.emplace_back(
            n && *n >= 1 && *n <= 12 ? std::string(month_names[static_cast<std::size_t>(*n - 1)]) : one);
      }
      add(words, ", ", "only in " + listed(names));
    }
    for (auto const* part : {"byweekno", "byyearday"}) {
      if (said(part).empty()) continue;
      note(part, "was not read; the days are kept as text");
      add(words, ", ", "in some weeks");
    }
    return words.empty() ? words : words + ": ";
  }

  std::string beginning() const {
    auto start = day_in(said("valid_from"));
    if (auto const first = day_in(said("dtstart")); first && !freq_.empty() && (!start || *first > *start))
      start = first;
    return start && *start > today_ ? "from " + day_in_words(*start) + ": " : std::string();
  }
  std::string ending() {
    std::string text;
    bool const near = end_ && days_between(today_, *end_) <= end_said_days_max;
    if (near) text += ", until " + day_in_words(*end_);
    if (!unread_end_.empty()) {
      note("valid_to", "is not a day; kept as text");
      text += ", until " + unread_end_;
    }
    if (!count_.empty() && !near) text += ", " + count_ + " times in all";
    return text;
  }

  // Where the description says the same days and times it stands for itself.
  void add_description(std::string& text) const {
    auto const description = text_of(schedule_, "description");
    auto const read = ideas::read_opening_times(text);
    if (!read.empty() && !description.empty() && ideas::read_opening_times(description) == read)
      text = description;
    else
      add(text, ". ", description);
  }

  Json const& schedule_;
  Day today_;
  std::map<std::string, std::string, std::less<>> rule_;
  std::string freq_, unread_end_, count_;
  std::optional<Day> end_;
  bool monthly_ = false;  // its days are those of a month
  std::vector<ScheduleNote> notes_;
};

}  // namespace

ScheduleText schedule_text(Json const& schedule, Day today) { return Rule(schedule, today).read(); }

ScheduleText holiday_text(Json const& holiday, Day today) {
  auto const first = text_of(holiday, "start_date"), last = text_of(holiday, "end_date");
  auto const start = day_in(first), end = day_in(last);
  if (end && *end < today) return {{}, {{"holiday_schedules", "a holiday that has ended was left out"}}};
  auto const from = time_in(holiday, "opens_at", ""), until = time_in(holiday, "closes_at", "");
  auto const* closed = wire::member(holiday, "closed");
  auto const word = upper(text_of(holiday, "closed"));
  bool const shut = (closed && closed->is_boolean() && closed->get<bool>()) || word == "TRUE" ||
                    word == "T" || word == "YES" || word == "1";
  if (first.empty() && last.empty()) return {{}, {{"holiday_schedules", "says no day; left out"}}};
  auto text = std::string(shut ? "Closed" : "Other times");
  if (!first.empty()) text += " " + (start ? day_in_words(*start) : first);
  if (!last.empty() && last != first) text += " to " + (end ? day_in_words(*end) : last);
  if (!shut && !from.empty()) text += ", " + from + (until.empty() ? "" : " to " + until);
  return {std::move(text), {}};
}

std::string opening_text(Json const& service, Json const* at_location, Json const* location, Day today,
                         Cleaner& cleaner) {
  auto opening = text_of(service, "alert");
  std::set<std::string> said = {opening};
  auto const add = [&](ScheduleText made) {
    for (auto const& note : made.notes) cleaner.note(note.field, note.how);
    if (made.text.empty() || opening.size() > ideas::service_text_bytes_max) return;  // then it is cut
    if (!said.insert(made.text).second) return;
    opening += (opening.empty() ? "" : "\n") + made.text;
  };
  for (auto const* owner : {&service, at_location, location}) {
    for (auto const& one : list_of(owner, "schedules")) add(schedule_text(one, today));
  }
  for (auto const* owner : {&service, at_location, location}) {
    for (auto const& one : list_of(owner, "holiday_schedules")) add(holiday_text(one, today));
  }
  return opening;
}

}  // namespace kith::open_referral
