#include "standards/open_referral/hsds_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "standards/open_referral/cleaner.hpp"
#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::int64_t low_cost_pence_max = 500;
constexpr std::size_t money_digits_max = 7;
constexpr std::size_t misplaced_time_bytes_max = 12;
constexpr double number_max = 1e9;  // beyond it a number is a mistake and no text

// A JSON fraction as text with six decimals at most: the only use of floating point, on the way in.
std::string text_of_number(double number) {
  if (!(std::abs(number) < number_max)) return {};
  auto const millionths = std::llround(std::abs(number) * 1e6);
  auto decimals = std::to_string(millionths % 1'000'000);
  decimals.insert(0, 6 - decimals.size(), '0');
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  auto const whole = std::to_string(millionths / 1'000'000);
  bool const below = number < 0 && millionths != 0;
  return (below ? "-" : "") + whole + (decimals.empty() ? "" : "." + decimals);
}

struct DayName {
  std::string_view code, name;
};
constexpr std::array<DayName, 7> day_names = {{{"MO", "Mondays"},
                                               {"TU", "Tuesdays"},
                                               {"WE", "Wednesdays"},
                                               {"TH", "Thursdays"},
                                               {"FR", "Fridays"},
                                               {"SA", "Saturdays"},
                                               {"SU", "Sundays"}}};
constexpr std::array<std::string_view, 6> ordinals = {"last", "every", "first", "second", "third", "fourth"};

// "TU" → "Tuesdays", "1WE" → "first Wednesdays"; "" when it is no day.
std::string day_text(std::string_view byday) {
  std::string_view which;
  if (byday.size() > 2) {
    auto const number = byday.substr(0, byday.size() - 2);
    if (number == "-1")
      which = ordinals[0];
    else if (number.size() == 1 && number[0] >= '1' && number[0] <= '4')
      which = ordinals[static_cast<std::size_t>(number[0] - '0' + 1)];
    else
      return {};
    byday.remove_prefix(number.size());
  }
  for (auto const& day : day_names) {
    if (day.code == byday)
      return which.empty() ? std::string(day.name) : std::string(which) + " " + std::string(day.name);
  }
  return {};
}

std::string days_text(std::string_view bydays) {
  std::vector<std::string> days;
  while (!bydays.empty()) {
    auto const comma = std::min(bydays.find(','), bydays.size());
    auto const day = day_text(bydays.substr(0, comma));
    if (!day.empty()) days.push_back(day);
    bydays.remove_prefix(std::min(comma + 1, bydays.size()));
  }
  std::string text;
  for (std::size_t n = 0; n < days.size(); ++n) {
    text += (n == 0 ? "" : n + 1 == days.size() ? " and " : ", ") + days[n];
  }
  return text;
}

// "10:00:00" and "10:00Z" → "10:00"; "" when it is not a time of day.
std::string time_text(std::string_view time) {
  auto const digit = [&](std::size_t n) { return n < time.size() && time[n] >= '0' && time[n] <= '9'; };
  bool const shaped = digit(0) && digit(1) && time.size() >= 5 && time[2] == ':' && digit(3) && digit(4);
  return shaped && time.substr(0, 2) < "25" && time[3] < '6' ? std::string(time.substr(0, 5)) : std::string();
}

// A time of day under its own name or, as some exports have it, where a date should be: "9:00AM", "24 Hours".
std::string time_in(Json const& schedule, std::string_view name, std::string_view misplaced) {
  auto const own = text_of(schedule, name);
  if (auto const time = time_text(own); !time.empty()) return time;
  for (auto const& said : {own, text_of(schedule, misplaced)}) {
    auto const words = words_of(said);
    bool const date = said.find('-') != std::string::npos || said.find('/') != std::string::npos;
    bool const short_enough = said.size() <= misplaced_time_bytes_max && said.find(',') == std::string::npos;
    bool const hour = !said.empty() && said[0] >= '0' && said[0] <= '9' && !date && short_enough;
    if (hour && (words.ends_with("m ") || has_keyword(words, "hours") || said.find(':') != std::string::npos))
      return said;
  }
  return {};
}

}  // namespace

std::string text_of(Json const& object, std::string_view name) {
  auto const* value = wire::member(object, name);
  if (!value) return {};
  if (auto const* text = value->get_ptr<Json::string_t const*>()) return *text;
  if (auto const* whole = value->get_ptr<Json::number_integer_t const*>()) return std::to_string(*whole);
  if (auto const* number = value->get_ptr<Json::number_float_t const*>()) return text_of_number(*number);
  return {};
}

Json::array_t const& list_of(Json const* object, std::string_view name) {
  static Json::array_t const none;
  auto const* found = object ? wire::array_at(*object, name) : nullptr;
  return found ? *found : none;
}

std::string schedule_text(Json const& schedule) {
  auto const description = text_of(schedule, "description");
  if (!description.empty()) return description;
  auto text = days_text(text_of(schedule, "byday"));
  if (text.empty()) text = text_of(schedule, "weekday");  // HSDS 1 and ORUK 1
  auto const byday = text_of(schedule, "byday");
  if (text.empty() && byday.find("day") != std::string::npos) text = byday;  // "monday": in full
  auto const from = time_in(schedule, "opens_at", "dtstart"), until = time_in(schedule, "closes_at", "until");
  if (!text.empty() && text_of(schedule, "interval") == "2") text = "Every second week: " + text;
  if (!from.empty()) text += (text.empty() ? "" : ", ") + from + (until.empty() ? "" : " to " + until);
  auto const notes = text_of(schedule, "notes");
  if (!notes.empty()) text += (text.empty() ? "" : ". ") + notes;
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::optional<std::int64_t> pence_of(Json const& option) {
  auto const millionths = millionths_of_text(text_of(option, "amount"), money_digits_max);
  if (!millionths || *millionths < 0) return std::nullopt;
  return *millionths / 10'000;
}

std::string cost_option_text(Json const& option) {
  auto const pence = pence_of(option);
  auto const said = text_of(option, "amount_description"), who = text_of(option, "option");
  std::string text;
  if (pence && *pence > 0) {
    auto const currency = words_of(text_of(option, "currency"));
    auto const cents = std::to_string(*pence % 100);
    auto const amount = std::to_string(*pence / 100) +
                        (*pence % 100 == 0 ? "" : "." + std::string(2 - cents.size(), '0') + cents);
    text = currency == " gbp " || currency == " " ? "£" + amount : amount + " " + text_of(option, "currency");
  } else if (pence) {
    text = "Free";
  }
  if (!said.empty()) text += (text.empty() ? "" : " ") + said;
  if (!who.empty()) text += (text.empty() ? "" : ", ") + who;
  return text;
}

ideas::Cost cost_of_pence(std::int64_t pence) {
  if (pence == 0) return ideas::Cost::free;
  return pence <= low_cost_pence_max ? ideas::Cost::low : ideas::Cost::paid;
}

ideas::Cost cost_of_text(std::string_view text) {
  auto const words = words_of(text);
  bool const money = text.find("£") != std::string_view::npos;
  bool const nothing =
      has_keyword(words, "free") || has_keyword(words, "no charge") || has_keyword(words, "no cost");
  if (nothing && !money) return ideas::Cost::free;
  return money ? ideas::Cost::paid : ideas::Cost::unknown;
}

ideas::Newcomers newcomers_of(std::string_view text) {
  auto const words = words_of(text);
  auto const any = [&](std::initializer_list<std::string_view> keywords) {
    return std::any_of(keywords.begin(), keywords.end(), [&](auto one) { return has_keyword(words, one); });
  };
  if (any({"no waiting list", "no wait"})) return ideas::Newcomers::open;
  if (any({"waiting list", "wait list", "waitlist", "currently full"})) return ideas::Newcomers::waiting_list;
  bool const open =
      any({"drop in", "just turn up", "just come", "turn up on the day", "no need to book", "no booking",
           "no appointment", "newcomers welcome", "new members welcome", "walk in"});
  return open ? ideas::Newcomers::open : ideas::Newcomers::ask_first;
}

}  // namespace kith::open_referral
