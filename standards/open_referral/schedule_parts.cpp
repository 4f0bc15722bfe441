#include "standards/open_referral/schedule_parts.hpp"

#include <algorithm>

#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t misplaced_time_bytes_max = 12;
constexpr std::size_t rule_number_digits_max = 3;
constexpr std::string_view list_marks = ",;[]\"' \t";

constexpr std::array<std::string_view, 6> from_the_end = {
    "", "last", "second to last", "third to last", "fourth to last", "fifth to last"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "10:00:00", "10:00Z", "0930" and "9:30" → "09:30"; "" when it is not a time of day on a 24-hour clock.
std::string time_text(std::string_view time) {
  std::size_t digits = 0;
  while (digits < time.size() && is_digit(time[digits])) ++digits;
  std::string clock;
  if (digits == 3 || digits == 4) {
    if (time.size() > digits && time[digits] != 'Z') return {};
    clock = std::string(4 - digits, '0') + std::string(time.substr(0, digits));
  } else {
    auto const rest = time.substr(digits);
    bool const shaped = (digits == 1 || digits == 2) && rest.size() >= 3 &&
                        (rest[0] == ':' || rest[0] == '.') && is_digit(rest[1]) && is_digit(rest[2]);
    if (!shaped || (rest.size() > 3 && (is_digit(rest[3]) || rest[3] == ' '))) return {};
    if (rest.size() > 3 && is_letter(rest[3]) && rest[3] != 'Z') return {};
    clock =
        std::string(2 - digits, '0') + std::string(time.substr(0, digits)) + std::string(rest.substr(1, 2));
  }
  bool const fits = clock.substr(0, 2) < "25" && clock[2] < '6';
  return fits ? clock.substr(0, 2) + ":" + clock.substr(2) : std::string();
}

}  // namespace

std::string upper(std::string_view text) {
  std::string made(text);
  for (auto& c : made) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return made;
}

// "MO;WE", "mo, we" and ["MO","WE"] as text are lists.
std::vector<std::string_view> list_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty() && parts.size() < schedule_days_max) {
    auto const end = std::min(text.find_first_of(list_marks), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<int> number_of(std::string_view text) {
  bool const below = text.starts_with("-");
  if (below || text.starts_with("+")) text.remove_prefix(1);
  if (text.empty() || text.size() > rule_number_digits_max ||
      !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  int value = 0;
  for (auto const c : text) value = value * 10 + (c - '0');
  return below ? -value : value;
}

std::string listed(std::vector<std::string> const& words) {
  std::string text;
  for (std::size_t n = 0; n < words.size(); ++n)
    text += (n == 0 ? "" : n + 1 == words.size() ? " and " : ", ") + words[n];
  return text;
}

std::string week_text(int week) {
  auto const at = static_cast<std::size_t>(week < 0 ? -week : week);
  return at == 0 || at >= ordinals.size() ? std::string()
                                          : std::string(week < 0 ? from_the_end[at] : ordinals[at]);
}

// "15" → "15th", "-1" → "last day".
std::string month_day_text(std::string_view text) {
  auto const day = number_of(text);
  if (day == -1) return "last day";
  if (!day || *day < 1 || *day > 31) return {};
  bool const teen = *day >= 11 && *day <= 13;
  auto const last = *day % 10;
  return std::to_string(*day) + (teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string day_in_words(Day day) {
  auto const on = calendar_of(day);
  return std::to_string(on.day) + " " + std::string(month_names[static_cast<std::size_t>(on.month - 1)]) +
         " " + std::to_string(on.year);
}

// "2026-12-01T10:00", "20261201T100000Z".
std::optional<Day> day_in(std::string const& text) {
  if (auto const day = parse_day(std::string_view(text).substr(0, 10))) return day;
  auto const compact = std::string_view(text).substr(0, 8);
  bool const digits = compact.size() == 8 && std::all_of(compact.begin(), compact.end(), is_digit);
  if (!digits || (text.size() > 8 && text[8] != 'T')) return std::nullopt;
  return parse_day(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2));
}

// A time of day under its own name or, as some exports have it, where a date should be: "9:00AM", "24 Hours".
std::string time_in(wire::Json const& schedule, std::string_view name, std::string_view misplaced) {
  auto const own = text_of(schedule, name);
  if (auto time = time_text(own); !time.empty()) return time;
  for (auto const& said : {own, text_of(schedule, misplaced)}) {
    auto const words = words_of(said);
    bool const date = said.find('-') != std::string::npos || said.find('/') != std::string::npos;
    bool const short_enough = said.size() <= misplaced_time_bytes_max && said.find(',') == std::string::npos;
    bool const hour = !said.empty() && is_digit(said[0]) && !date && short_enough;
    if (hour && (words.ends_with("m ") || has_keyword(words, "hours") || said.find(':') != std::string::npos))
      return said;
  }
  return {};
}

// "TU", "tue", "Tuesdays", "1WE", "+1MO", "-2MO".
std::optional<WeekDay> week_day_of(std::string_view part) {
  auto const name_at = std::find_if(part.begin(), part.end(), is_letter) - part.begin();
  auto const number = part.substr(0, static_cast<std::size_t>(name_at));
  auto const name = upper(part.substr(static_cast<std::size_t>(name_at)));
  WeekDay found;
  if (!number.empty()) {
    auto const week = number_of(number);
    if (!week || week_text(*week).empty()) return std::nullopt;
    found.week = *week;
  }
  for (std::size_t n = 0; n < day_names.size(); ++n) {
    auto const full = upper(day_names[n]);
    if (name.size() < 2 || !full.starts_with(name)) continue;
    found.day = n;
    return found;
  }
  return std::nullopt;
}

}  // namespace kith::open_referral
