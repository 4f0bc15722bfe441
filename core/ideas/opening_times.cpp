#include "core/ideas/opening_times.hpp"

#include <algorithm>

#include "core/ideas/opening_words.hpp"

namespace kith::ideas {
namespace {

using Kind = OpeningKind;

constexpr std::size_t text_bytes_max = 2000;

int minutes_of(ClockTime const& clock, DayHalf half) {
  auto hour = clock.hour;
  if (half == DayHalf::am && hour == noon_hour) hour = 0;
  if (half == DayHalf::pm && hour != noon_hour) hour += noon_hour;
  return hour * 60 + clock.minute;
}

struct Minutes {
  int from, until;
};
// "10-2pm", "9-5", "2-4pm", "10:00-11:00", "12-13:30"; nullopt where two readings are possible, as in "2-4".
std::optional<Minutes> between(ClockTime from, ClockTime until) {
  if (from.half == DayHalf::unsaid && until.half == DayHalf::unsaid) {
    if (from.two_digits && until.two_digits)
      return Minutes{minutes_of(from, DayHalf::exact), minutes_of(until, DayHalf::exact)};
    // Without am and pm only a morning that ends at noon or after it has one reading.
    auto const start = minutes_of(from, DayHalf::am), end = minutes_of(until, DayHalf::pm);
    bool const morning = from.hour >= 8 && from.hour < noon_hour;
    bool const ends_later = until.hour == noon_hour || (until.hour <= 6 && until.hour > 0);
    if (!morning || !ends_later) return std::nullopt;
    return Minutes{start, end};
  }
  if (from.half == DayHalf::unsaid) {
    auto const end = minutes_of(until, until.half);
    if (from.hour == noon_hour) {  // noon; before "am" it could be midnight too
      if (until.half == DayHalf::am) return std::nullopt;
      return Minutes{minutes_of(from, DayHalf::pm), end};
    }
    auto const late = minutes_of(from, DayHalf::pm), early = minutes_of(from, DayHalf::am);
    if (until.half == DayHalf::pm && late < end) return Minutes{late, end};
    return Minutes{early, end};
  }
  if (until.half == DayHalf::unsaid) {
    auto const start = minutes_of(from, from.half);
    auto const early = minutes_of(until, DayHalf::am), late = minutes_of(until, DayHalf::pm);
    if (from.half == DayHalf::exact && early > start) return Minutes{start, early};
    if (from.half == DayHalf::pm || early <= start) return Minutes{start, late};
    return std::nullopt;  // "10am to 11": or 11 at night
  }
  auto end = minutes_of(until, until.half);
  if (until.half == DayHalf::am && until.hour == noon_hour) end = minutes_per_day;
  return Minutes{minutes_of(from, from.half), end};
}

// Days, then times, or times, then days; a sentence ends both.
class Sentences {
 public:
  std::optional<std::vector<OpeningSpan>> read(std::vector<OpeningToken> const& tokens) {
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
  bool take(std::vector<OpeningToken> const& tokens, std::size_t& n) {
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
  auto const tokens = opening_tokens(text);
  if (!tokens) return {};
  return Sentences().read(*tokens).value_or(std::vector<OpeningSpan>());
}

}  // namespace kith::ideas
