#include "core/ideas/opening_times.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kith::ideas {
namespace {

constexpr std::size_t text_bytes_max = 2000;
constexpr int noon_hour = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

enum class Kind { day, days, week, time, to, joined, closed, all_day, noise, end };
enum class Half {
  unsaid,
  am,
  pm,
  exact
};  // exact: written so that there is no other half, as 09:00 and 14:30

struct Clock {
  int hour = 0, minute = 0;
  Half half = Half::unsaid;
  bool two_digits = false;  // 10:30, as a clock of 24 hours shows it
};
struct Token {
  Kind kind;
  WeekdaySet days = {};
  WeekOfMonth week = WeekOfMonth::every;
  Clock clock = {};
};

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
    {"noon", {Kind::time, {}, {}, {noon_hour, 0, Half::exact}}},
    {"midday", {Kind::time, {}, {}, {noon_hour, 0, Half::exact}}},
    {"midnight", {Kind::time, {}, {}, {24, 0, Half::exact}}},
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
    Clock clock;
    auto const from = at_;
    bool const zero = text_[at_] == '0';
    clock.hour = digits();
    auto const length = at_ - from;
    if (length > 2) {  // 0930, 1400
      if (length != 4) return false;
      clock.minute = clock.hour % 100;
      clock.hour /= 100;
      clock.half = Half::exact;
    } else if (at_ + 2 < text_.size() && (text_[at_] == ':' || text_[at_] == '.') &&
               is_digit(text_[at_ + 1]) && is_digit(text_[at_ + 2])) {
      clock.two_digits = length == 2 && text_[at_] == ':';
      ++at_;
      auto const minutes_from = at_;
      clock.minute = digits();
      if (at_ - minutes_from != 2) return false;
      take(":00");  // seconds that nobody meant
    }
    if (zero || clock.hour > noon_hour) clock.half = Half::exact;
    skip_spaces();
    if (!read_half(clock)) return false;
    bool const fits = clock.hour <= 24 && clock.minute < 60 && (clock.hour < 24 || clock.minute == 0);
    if (!fits) return false;
    found.push_back({Kind::time, {}, {}, clock});
    return true;
  }

  bool read_half(Clock& clock) {
    bool const am = take("a.m.") || take("am") || take("a.m"),
               pm = !am && (take("p.m.") || take("pm") || take("p.m"));
    bool const noon = !am && !pm && clock.hour == noon_hour && (take("noon") || take("midday"));
    bool const midnight = !am && !pm && !noon && clock.hour == noon_hour && take("midnight");
    if (at_ < text_.size() && (am || pm || noon || midnight) && is_letter(text_[at_])) return false;
    if ((am || pm) && (clock.hour == 0 || clock.hour > noon_hour)) return pm && clock.hour > noon_hour;
    if (am || pm) clock.half = am ? Half::am : Half::pm;
    if (noon || midnight) clock.half = Half::exact;
    if (midnight) clock.hour = 24;
    return true;
  }

  std::string text_;
  std::size_t at_ = 0;
};

int minutes_of(Clock const& clock, Half half) {
  auto hour = clock.hour;
  if (half == Half::am && hour == noon_hour) hour = 0;
  if (half == Half::pm && hour != noon_hour) hour += noon_hour;
  return hour * 60 + clock.minute;
}

struct Minutes {
  int from, until;
};
// "10-2pm", "9-5", "2-4pm", "10:00-11:00", "12-13:30"; nullopt where two readings are possible, as in "2-4".
std::optional<Minutes> between(Clock from, Clock until) {
  if (from.half == Half::unsaid && until.half == Half::unsaid) {
    if (from.two_digits && until.two_digits)
      return Minutes{minutes_of(from, Half::exact), minutes_of(until, Half::exact)};
    // Without am and pm only a morning that ends at noon or after it has one reading.
    auto const start = minutes_of(from, Half::am), end = minutes_of(until, Half::pm);
    bool const morning = from.hour >= 8 && from.hour < noon_hour;
    bool const ends_later = until.hour == noon_hour || (until.hour <= 6 && until.hour > 0);
    if (!morning || !ends_later) return std::nullopt;
    return Minutes{start, end};
  }
  if (from.half == Half::unsaid) {
    auto const end = minutes_of(until, until.half);
    if (from.hour == noon_hour) {  // noon; before "am" it could be midnight too
      if (until.half == Half::am) return std::nullopt;
      return Minutes{minutes_of(from, Half::pm), end};
    }
    auto const late = minutes_of(from, Half::pm), early = minutes_of(from, Half::am);
    if (until.half == Half::pm && late < end) return Minutes{late, end};
    return Minutes{early, end};
  }
  if (until.half == Half::unsaid) {
    auto const start = minutes_of(from, from.half);
    auto const early = minutes_of(until, Half::am), late = minutes_of(until, Half::pm);
    if (from.half == Half::exact && early > start) return Minutes{start, early};
    if (from.half == Half::pm || early <= start) return Minutes{start, late};
    return std::nullopt;  // "10am to 11": or 11 at night
  }
  auto end = minutes_of(until, until.half);
  if (until.half == Half::am && until.hour == noon_hour) end = minutes_per_day;
  return Minutes{minutes_of(from, from.half), end};
}

// Days, then times, or times, then days; a sentence ends both.
class Sentences {
 public:
  std::optional<std::vector<OpeningSpan>> read(std::vector<Token> const& tokens) {
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      if (!take(tokens, n)) return std::nullopt;
    }
    // "Mondays 10-12, the first Monday closed": open and closed at once cannot be said in spans.
    for (auto const& one : spans_) {
      if (one.days.bits & closed_days_.bits) return std::nullopt;
    }
    return std::move(spans_);
  }

 private:
  bool take(std::vector<Token> const& tokens, std::size_t& n) {
    auto const& token = tokens[n];
    auto const kind_at = [&](std::size_t at) { return at < tokens.size() ? tokens[at].kind : Kind::end; };
    switch (token.kind) {
      case Kind::noise:
      case Kind::joined:
        return true;
      case Kind::week: {
        // "first and third", "Saturday 1st", "Mondays and first Fridays", "last month": two readings.
        bool const of_one_day = kind_at(n + 1) == Kind::day && kind_at(n + 2) != Kind::to;
        if (!of_one_day || !begin_days()) return false;
        if (!days_.empty() && week_ != token.week) return false;
        week_ = token.week;
        days_.bits |= tokens[++n].days.bits;
        return true;
      }
      case Kind::days:
        if (!begin_days() || week_ != WeekOfMonth::every) return false;
        days_.bits |= token.days.bits;
        return true;
      case Kind::day: {
        if (!begin_days() || week_ != WeekOfMonth::every) return false;  // "first Monday and Tuesday"
        if (kind_at(n + 1) == Kind::to && kind_at(n + 2) == Kind::day) {
          add_days(token.days, tokens[n + 2].days);
          n += 2;
        } else {
          days_.bits |= token.days.bits;
        }
        return true;
      }
      case Kind::time: {
        if (!begin_times()) return false;
        if (kind_at(n + 1) != Kind::to || kind_at(n + 2) != Kind::time) return false;  // no end: not certain
        auto const found = between(token.clock, tokens[n + 2].clock);
        if (!found || found->from >= found->until || found->until > minutes_per_day) return false;
        n += 2;
        times_.push_back(
            {{}, {}, static_cast<std::uint16_t>(found->from), static_cast<std::uint16_t>(found->until)});
        return true;
      }
      case Kind::all_day:
        if (!begin_times()) return false;
        times_.push_back({{}, {}, 0, minutes_per_day});
        return true;
      case Kind::closed:
        closed_ = true;
        return true;
      case Kind::to:
        return false;
      case Kind::end:
        return finish();
    }
    return false;
  }

  // A day after days and times begins the next group.
  bool begin_days() {
    if (days_.empty() && week_ == WeekOfMonth::every) return true;
    if (times_.empty() && !closed_) return true;
    return finish();
  }

  // "9-5 Monday, 10-4 Tuesday": where times stand before their days, so do the next.
  bool begin_times() {
    if (times_first_ && !days_.empty() && !finish()) return false;
    times_first_ = days_.empty();
    return true;
  }

  void add_days(WeekdaySet from, WeekdaySet until) {
    for (int n = 0, at = 0; n < 14; ++n) {
      bool const first = from.bits >> (n % 7) & 1u;
      if (at == 0 && !first) continue;
      at = 1;
      days_.bits = static_cast<std::uint8_t>(days_.bits | 1u << (n % 7));
      if (until.bits >> (n % 7) & 1u) return;
    }
  }

  bool finish() {
    bool const nothing = days_.empty() && times_.empty() && !closed_;
    if (nothing) return week_ == WeekOfMonth::every;
    bool const always =
        days_.empty() && times_.size() == 1 && times_.front().until - times_.front().from == minutes_per_day;
    if (always) days_ = every_day;
    bool const whole = !days_.empty() && (closed_ != !times_.empty());
    if (!whole) return false;
    if (closed_) closed_days_.bits |= days_.bits;
    for (auto& one : times_) {
      one.days = days_, one.week = week_;
      if (std::find(spans_.begin(), spans_.end(), one) == spans_.end()) spans_.push_back(one);
    }
    days_ = {}, week_ = WeekOfMonth::every, closed_ = false;
    times_.clear();
    times_first_ = false;
    return spans_.size() <= opening_spans_max;
  }

  WeekdaySet days_, closed_days_;
  WeekOfMonth week_ = WeekOfMonth::every;
  std::vector<OpeningSpan> times_, spans_;
  bool closed_ = false, times_first_ = false;
};

}  // namespace

std::vector<OpeningSpan> read_opening_times(std::string_view text) {
  if (text.empty() || text.size() > text_bytes_max) return {};
  auto const tokens = Tokens(text).all();
  if (!tokens) return {};
  return Sentences().read(*tokens).value_or(std::vector<OpeningSpan>());
}

}  // namespace kith::ideas
