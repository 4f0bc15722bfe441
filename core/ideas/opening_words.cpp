#include "core/ideas/opening_words.hpp"

#include <array>
#include <string>

namespace kith::ideas {
namespace {

using Kind = OpeningKind;
using Token = OpeningToken;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Word {
  std::string_view text;
  Token token;
};
constexpr WeekdaySet day(int n) { return {static_cast<std::uint8_t>(1u << n)}; }
constexpr std::array<Word, 55> words = {{
    {"monday", {Kind::day, day(0)}},
    {"mon", {Kind::day, day(0)}},
    {"tuesday", {Kind::day, day(1)}},
    {"tue", {Kind::day, day(1)}},
    {"tues", {Kind::day, day(1)}},
    {"wednesday", {Kind::day, day(2)}},
    {"wed", {Kind::day, day(2)}},
    {"weds", {Kind::day, day(2)}},
    {"thursday", {Kind::day, day(3)}},
    {"thu", {Kind::day, day(3)}},
    {"thur", {Kind::day, day(3)}},
    {"thurs", {Kind::day, day(3)}},
    {"friday", {Kind::day, day(4)}},
    {"fri", {Kind::day, day(4)}},
    {"saturday", {Kind::day, day(5)}},
    {"sat", {Kind::day, day(5)}},
    {"sunday", {Kind::day, day(6)}},
    {"sun", {Kind::day, day(6)}},
    {"weekday", {Kind::days, working_days}},
    {"weekend", {Kind::days, weekend}},
    {"daily", {Kind::days, every_day}},
    {"first", {Kind::week, {}, WeekOfMonth::first}},
    {"1st", {Kind::week, {}, WeekOfMonth::first}},
    {"second", {Kind::week, {}, WeekOfMonth::second}},
    {"2nd", {Kind::week, {}, WeekOfMonth::second}},
    {"third", {Kind::week, {}, WeekOfMonth::third}},
    {"3rd", {Kind::week, {}, WeekOfMonth::third}},
    {"fourth", {Kind::week, {}, WeekOfMonth::fourth}},
    {"4th", {Kind::week, {}, WeekOfMonth::fourth}},
    {"last", {Kind::week, {}, WeekOfMonth::last}},
    {"noon", {Kind::time, {}, {}, {noon_hour, 0, DayHalf::exact}}},
    {"midday", {Kind::time, {}, {}, {noon_hour, 0, DayHalf::exact}}},
    {"midnight", {Kind::time, {}, {}, {24, 0, DayHalf::exact}}},
    {"to", {Kind::to}},
    {"until", {Kind::to}},
    {"till", {Kind::to}},
    {"til", {Kind::to}},
    {"through", {Kind::to}},
    {"and", {Kind::joined}},
    {"closed", {Kind::closed}},
    {"open", {Kind::noise}},
    {"opening", {Kind::noise}},
    {"hours", {Kind::noise}},
    {"times", {Kind::noise}},
    {"from", {Kind::noise}},
    {"on", {Kind::noise}},
    {"every", {Kind::noise}},
    {"each", {Kind::noise}},
    {"the", {Kind::noise}},
    {"of", {Kind::noise}},
    {"in", {Kind::noise}},
    {"month", {Kind::noise}},
    {"between", {Kind::noise}},
    {"at", {Kind::noise}},
    {"meets", {Kind::noise}},
}};

// Reads the text word by word. A word it does not know ends all reading.
class Tokens {
 public:
  explicit Tokens(std::string_view text) {
    for (std::size_t n = 0; n < text.size(); ++n) {
      auto const c = text[n];
      bool const dash =
          text.substr(n).starts_with("\xE2\x80\x93") || text.substr(n).starts_with("\xE2\x80\x94");
      if (dash) {
        text_ += '-';
        n += 2;
      } else {
        text_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
  }

  std::optional<std::vector<Token>> all() {
    std::vector<Token> found;
    while (at_ < text_.size()) {
      auto const c = text_[at_];
      if (is_digit(c)) {
        if (!read_number(found)) return std::nullopt;
      } else if (is_letter(c)) {
        if (!read_word(found)) return std::nullopt;
      } else if (!read_mark(c, found)) {
        return std::nullopt;
      }
    }
    found.push_back({Kind::end});
    return found;
  }

 private:
  bool read_mark(char c, std::vector<Token>& found) {
    ++at_;
    if (c == '-') return found.push_back({Kind::to}), true;
    if (c == '&' || c == ',' || c == '+' || c == '/') return found.push_back({Kind::joined}), true;
    if (c == '\n' || c == ';' || c == '.') return found.push_back({Kind::end}), true;
    return c == ' ' || c == ':' || c == '\r' || c == '\t' || c == '(' || c == ')';
  }

  bool take(std::string_view word) {
    if (!std::string_view(text_).substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool read_word(std::vector<Token>& found) {
    if (take("every day") || take("each day")) return found.push_back({Kind::days, every_day}), true;
    for (auto const* doubtful : {"every second", "every 2nd", "every other", "every third", "every 3rd"}) {
      if (take(doubtful)) return false;  // of the month, or every fourteen days
    }
    auto const from = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '\'')) ++at_;
    auto word = std::string_view(text_).substr(from, at_ - from);
    for (int tries = 0; tries < 2; ++tries) {
      for (auto const& known : words) {
        if (known.text != word) continue;
        found.push_back(known.token);
        return true;
      }
      if (!word.ends_with("s")) return false;
      word.remove_suffix(word.ends_with("'s") ? 2 : 1);
    }
    return false;
  }

  int digits() {
    int value = 0;
    std::size_t count = 0;
    while (at_ < text_.size() && is_digit(text_[at_]) && count++ < 4)
      value = value * 10 + (text_[at_++] - '0');
    return value;
  }

  bool read_number(std::vector<Token>& found) {
    for (auto const* whole : {"24 hours a day", "24 hours", "24hrs", "24 hrs", "24h"}) {
      if (take(whole)) return found.push_back({Kind::all_day}), true;
    }
    if (take("24/7")) {
      found.push_back({Kind::days, every_day});
      return found.push_back({Kind::all_day}), true;
    }
    if (take("7 days a week") || take("7 days")) return found.push_back({Kind::days, every_day}), true;
    for (auto const& known : words) {  // "1st"
      if (is_digit(known.text.front()) && take(known.text)) return found.push_back(known.token), true;
    }
    return read_clock(found);
  }

  bool read_clock(std::vector<Token>& found) {
    ClockTime clock;
    auto const from = at_;
    bool const zero = text_[at_] == '0';
    clock.hour = digits();
    auto const length = at_ - from;
    if (length > 2) {  // 0930, 1400
      if (length != 4) return false;
      clock.minute = clock.hour % 100;
      clock.hour /= 100;
      clock.half = DayHalf::exact;
    } else if (at_ + 2 < text_.size() && (text_[at_] == ':' || text_[at_] == '.') &&
               is_digit(text_[at_ + 1]) && is_digit(text_[at_ + 2])) {
      clock.two_digits = length == 2 && text_[at_] == ':';
      ++at_;
      auto const minutes_from = at_;
      clock.minute = digits();
      if (at_ - minutes_from != 2) return false;
      take(":00");  // seconds that nobody meant
    }
    if (zero || clock.hour > noon_hour) clock.half = DayHalf::exact;
    skip_spaces();
    if (!read_half(clock)) return false;
    bool const fits = clock.hour <= 24 && clock.minute < 60 && (clock.hour < 24 || clock.minute == 0);
    if (!fits) return false;
    found.push_back({Kind::time, {}, {}, clock});
    return true;
  }

  bool read_half(ClockTime& clock) {
    bool const am = take("a.m.") || take("am") || take("a.m"),
               pm = !am && (take("p.m.") || take("pm") || take("p.m"));
    bool const noon = !am && !pm && clock.hour == noon_hour && (take("noon") || take("midday"));
    bool const midnight = !am && !pm && !noon && clock.hour == noon_hour && take("midnight");
    if (at_ < text_.size() && (am || pm || noon || midnight) && is_letter(text_[at_])) return false;
    if ((am || pm) && (clock.hour == 0 || clock.hour > noon_hour)) return pm && clock.hour > noon_hour;
    if (am || pm) clock.half = am ? DayHalf::am : DayHalf::pm;
    if (noon || midnight) clock.half = DayHalf::exact;
    if (midnight) clock.hour = 24;
    return true;
  }

  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<OpeningToken>> opening_tokens(std::string_view text) { return Tokens(text).all(); }

}  // namespace kith::ideas
