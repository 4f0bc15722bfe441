#include "sim/day.hpp"

#include <algorithm>

#include "sim/judge.hpp"
#include "sim/life.hpp"
#include "wire/commands.hpp"

namespace kith::sim {
namespace {

constexpr Instant morning{1793606400000};  // Monday 2 November 2026, 08:00
constexpr int quiet_rounds_max = 20;       // after the days, until everybody is up to date

RecordId record_of(std::uint64_t seed) { return {0x51'0000'0001, seed}; }

// Something under way between a page and the installation.
struct Trip {
  std::size_t page;
  std::uint64_t life;
  Request request;
  std::optional<Answer> answer = {};  // on its way back
  std::uint64_t position = 0;         // of the record, when it was answered
  Instant told = {};
};

// What will happen to whom, and when; drawn before anything does.
struct Plot {
  std::size_t let_out = 0, stolen = 0;
  int goes_offline = 0, is_let_out = 0, is_stolen = 0, session_ends = 0;
};

class Days {
 public:
  Days(std::uint64_t seed, int moments, Misfortunes const& misfortunes, Without without)
      : misfortunes_(misfortunes),
        moments_(moments),
        dice_(seed ^ 0x5EED),
        life_(seed),
        house_(record_of(seed), morning, without),
        judge_(hands.size()) {
    for (auto const& who : hands)
      pages_.emplace_back(who, record_of(seed), house_.sign_in(who), without), skews_.push_back(0);
    draw_plot();
    begin();
  }

  Outcome live() {
    for (int moment = 0; moment < moments_; ++moment) {
      time_passes();
      plot_goes_on(moment);
      something_happens();
    }
    outcome_.days = static_cast<std::uint64_t>((house_.now.ms - morning.ms) / day_ms);
    evening();
    judge_.sum_up(pages_, house_);
    return count();
  }

 private:
  bool chance(std::uint64_t percent) { return dice_.chance(percent); }
  int some_moment() { return static_cast<int>(dice_.below(static_cast<std::uint64_t>(moments_))); }
  bool is_stolen(std::size_t n) const { return outcome_.stolen && n == plot_.stolen; }
  Instant clock_of(std::size_t n) const { return {house_.now.ms + skews_[n]}; }

  void draw_plot() {
    plot_.let_out = tablet + 1 + dice_.below(hands.size() - 2);
    do plot_.stolen = tablet + dice_.below(hands.size() - 1);
    while (plot_.stolen == plot_.let_out);
    plot_.goes_offline = some_moment();
    plot_.is_let_out = plot_.goes_offline + 1 + some_moment() / 4;
    plot_.is_stolen = some_moment();
    plot_.session_ends = plot_.is_stolen + some_moment() / 4;
    for (auto& skew : skews_)
      if (chance(40)) skew = chance(50) ? hour_ms : -hour_ms;
  }
  void begin() {
    wire::Json list = wire::Json::array();
    for (auto const& command : life_.beginning(house_.now)) list.push_back(wire::write_command(command));
    house_.commands(pages_[phone].token, wire::write_json({{"commands", std::move(list)}}));
    judge_.committed(house_);
    for (std::size_t n = 0; n < pages_.size(); ++n) open(n);
  }

  void time_passes() {
    house_.now.ms += static_cast<std::int64_t>(1 + dice_.below(40)) * minute_ms;
    if (chance(misfortunes_.days_pass))
      house_.now.ms += static_cast<std::int64_t>(1 + dice_.below(2)) * day_ms;
  }

  void plot_goes_on(int moment) {
    if (moment == plot_.goes_offline) signal(plot_.let_out, false);
    if (moment == plot_.is_let_out) let_out();
    if (moment == plot_.is_stolen) outcome_.stolen = true, judge_.stolen(plot_.stolen);
    if (moment == plot_.session_ends) end_sessions_of(plot_.stolen);
  }
  void let_out() {
    auto& page = pages_[phone];
    outcome_.let_out_offline = !pages_[plot_.let_out].device.online;
    ticks(phone);
    for (auto const& one : life_.let_out(page.device.shown, hands[plot_.let_out].account, clock_of(phone)))
      tap(phone, one);
  }
  void end_sessions_of(std::size_t n) {
    house_.sign_out_everywhere(hands[n]);
    for (auto const& page : pages_)
      if (page.who.account == hands[n].account) judge_.session_ended(page.token);
    if (n == tablet) sign_in_again(phone);
  }
  void sign_in_again(std::size_t n) {
    pages_[n].sign_in_again(house_.sign_in(hands[n]));
    look(n);
  }

  void something_happens() {
    auto const n = static_cast<std::size_t>(dice_.below(pages_.size()));
    if (is_stolen(n))
      thief(n);
    else
      owner(n);
    if (chance(misfortunes_.restarted)) ++outcome_.restarted, house_.restart();
    for (int moves = 0; moves < 4 && !trips_.empty(); ++moves) move_one_trip();
  }
  void owner(std::size_t n) {
    auto& page = pages_[n];
    ticks(n);
    if (chance(misfortunes_.session_over)) {
      house_.sign_out_everywhere(page.who);
      judge_.session_ended(page.token);
    }
    if (page.pass_over && chance(50)) sign_in_again(n);
    for (int taps = 0; taps < 2 && chance(80); ++taps)
      tap(n, life_.tap(page.device.shown, page.who.reader(), clock_of(n)));
    bool const waits_for_the_plot = n == plot_.let_out && !page.device.online && chance(70);
    if (chance(misfortunes_.signal_changes) && !waits_for_the_plot) signal(n, !page.device.online);
    if (chance(misfortunes_.page_closed)) ++outcome_.closed, open(n);
    if (chance(10)) skews_[n] = 0;
    if (chance(25) && page.device.online) signal(n, true);  // tries again
  }
  // Looks, goes into reach, or opens the page again with the clock set back to when it was taken.
  void thief(std::size_t n) {
    auto const what = dice_.below(4);
    if (what == 0) skews_[n] = 0;
    if (what == 1) signal(n, true);
    if (what >= 2) {
      auto const back_ms = static_cast<std::int64_t>(dice_.below(10)) * day_ms;
      skews_[n] = std::min<std::int64_t>(skews_[n], 0) - back_ms;
      open(n);
    }
    ticks(n);
    judge_.look_at_stolen(n, pages_[n], clock_of(n));
  }

  void ticks(std::size_t n) {
    pages_[n].clock(clock_of(n));
    look(n);
  }
  void open(std::size_t n) {
    pages_[n].open(clock_of(n));
    look(n);
  }
  void signal(std::size_t n, bool online) {
    if (!online) ++outcome_.out_of_reach;
    pages_[n].signal(online);
    look(n);
  }
  void tap(std::size_t n, Command const& command) {
    auto& page = pages_[n];
    auto const shown = page.device.shown;
    auto const waiting_before = page.device.waiting.size();
    ++outcome_.taps;
    page.tap(command);
    if (page.device.waiting.size() > waiting_before) judge_.tapped(n, command, shown);
    look(n);
  }

  // After everything a page does: its requests set out, and it is looked at.
  void look(std::size_t n) {
    auto& page = pages_[n];
    for (auto& request : page.requests) trips_.push_back({n, page.life, std::move(request)});
    page.requests.clear();
    judge_.look_at(n, page);
    auto const apart = std::exchange(page.apart, {});
    for (auto const& one : apart) {
      ++outcome_.apart;
      if (!one.undo || !chance(50)) continue;
      ++outcome_.undone;
      tap(n, {dice_.id<CommandId>(), clock_of(n), 0, {}, {one.command.id}, *one.undo});
    }
  }

  // Any trip may be the next: what was sent first need not arrive first.
  void move_one_trip() {
    auto const at = trips_.begin() + static_cast<std::ptrdiff_t>(dice_.below(trips_.size()));
    auto trip = std::move(*at);
    trips_.erase(at);
    if (trip.answer) return arrive(trip);
    if (!pages_[trip.page].device.online || chance(misfortunes_.request_lost)) return fail(trip);
    answer(trip);
    if (chance(misfortunes_.sent_twice)) ++outcome_.repeated, answer(trip);
    if (chance(misfortunes_.reply_lost)) return fail(trip);
    if (chance(misfortunes_.heard_twice)) ++outcome_.repeated, trips_.push_back(trip);
    trips_.push_back(std::move(trip));
  }
  void answer(Trip& trip) {
    auto const before = house_.position();
    auto const& request = trip.request;
    trip.answer = request.sends ? house_.commands(request.token, request.what)
                                : house_.sync(request.token, request.what);
    trip.position = house_.position();
    trip.told = house_.now;
    judge_.answered(request.token, *trip.answer);
    if (trip.position == before) return;
    judge_.committed(house_);
    nudge(trip.page);
  }
  void arrive(Trip const& trip) {
    auto& page = pages_[trip.page];
    if (trip.life != page.life) return;
    auto const cookie = page.device.cookie;
    bool const is_heard = page.hear(trip.request, *trip.answer);
    bool const is_gone = trip.answer->status == 404;
    if (is_heard && (is_gone || page.device.cookie != cookie))
      judge_.heard(trip.page, page.who, trip.position, trip.told);
    look(trip.page);
  }
  void fail(Trip const& trip) {
    ++outcome_.lost;
    if (trip.life != pages_[trip.page].life) return;
    pages_[trip.page].failed();
    look(trip.page);
  }
  void nudge(std::size_t but) {
    for (std::size_t n = 0; n < pages_.size(); ++n) {
      if (n == but || !pages_[n].device.online || chance(misfortunes_.nudge_lost)) continue;
      pages_[n].changed();
      look(n);
    }
  }

  // The network is whole again, the clocks are right, everybody has time. No grant ends within the hour.
  void evening() {
    misfortunes_ = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    house_.now.ms += (visit_hours_max + 1) * hour_ms;
    while (something_ends_now()) house_.now.ms += hour_ms;
    for (int round = 0; round < quiet_rounds_max; ++round) {
      for (std::size_t n = 0; n < pages_.size(); ++n) {
        if (is_stolen(n)) continue;
        skews_[n] = 0;
        if (pages_[n].locked) judge_.broken("SM1: a device locked though no clock was set back");
        if (pages_[n].pass_over) sign_in_again(n);
        ticks(n);
        signal(n, true);
      }
      auto const position = house_.position();
      while (!trips_.empty()) move_one_trip();
      if (house_.position() == position && all_are_up_to_date()) return;
    }
  }
  bool something_ends_now() {
    auto const near = [&](Instant end) { return std::abs(end.ms - house_.now.ms) <= 2 * hour_ms; };
    return std::ranges::any_of(house_.whole().grants, [&](auto const& entry) {
      return entry.second.until && near(*entry.second.until);
    });
  }
  bool is_up_to_date(std::size_t n) {
    auto const& page = pages_[n];
    bool const let_in = sight_of(house_.whole(), page.who.reader(), house_.now).any();
    return !page.pass_over && (!let_in || (page.shows() && page.device.waiting.empty()));
  }
  bool all_are_up_to_date() {
    for (std::size_t n = 0; n < pages_.size(); ++n)
      if (!is_stolen(n) && !is_up_to_date(n)) return false;
    return true;
  }

  Outcome count() {
    for (auto const& [id, said] : house_.answers)
      ++(said.starts_with("refused") ? outcome_.refused : outcome_.agreed);
    for (auto const& page : pages_) outcome_.given_back += static_cast<int>(page.given_back.size());
    outcome_.broken = judge_.broken();
    return std::move(outcome_);
  }

  Misfortunes misfortunes_;
  int const moments_;
  Dice dice_;
  Life life_;
  Installation house_;
  Judge judge_;
  std::vector<Page> pages_;
  std::vector<std::int64_t> skews_;  // how far each device's clock is ahead
  std::vector<Trip> trips_;
  Plot plot_;
  Outcome outcome_;
};

}  // namespace

Outcome live(std::uint64_t seed, int moments, Misfortunes const& misfortunes, Without without) {
  return Days(seed, moments, misfortunes, without).live();
}

}  // namespace kith::sim
