#include "sim/day.hpp"

#include <algorithm>
#include <set>

#include "core/record/made_up_test.hpp"
#include "sim/server.hpp"
#include "wire/commands.hpp"
#include "wire/device.hpp"
#include "wire/rows.hpp"

namespace kith::sim {
namespace {

using wire::Json;

constexpr RecordId the_record{0x0EC0, 1};
constexpr Instant morning{1793606400000};  // Monday 2 November 2026, 08:00
constexpr int moments_per_hour = 30;
constexpr int quiet_rounds_max = 200;  // after the day, until everybody is up to date

Inhabitant const amina{{1, 1}, Role::person, {"Amina"}};
Inhabitant const ben{{1, 2}, Role::practitioner, {"Ben"}};
Inhabitant const cara{{1, 3}, Role::practitioner, {"Cara"}};

// A device in somebody's hands, with what it stored.
struct Hand {
  Inhabitant who;
  Device device;
  std::map<std::string, Json> stored;
  std::uint64_t life = 0;  // a page that was closed hears no answer
};

// Something under way between a device and the server.
struct Trip {
  std::size_t hand;
  std::uint64_t life;
  std::variant<device_output::Send, device_output::Sync> request;
  std::optional<DeviceInput> answer;  // on its way back
};

class Town {
 public:
  Town(std::uint64_t seed, Misfortunes const& misfortunes)
      : misfortunes_(misfortunes),
        up_(seed, {ben.account, cara.account}),
        dice_(seed ^ 0x5EED),
        server_(the_record, {amina, ben, cara}) {
    for (auto const& who : {amina, amina, ben, ben, cara}) hands_.push_back({who, {}, {}, 0});
    Command start{CommandId{1, 1}, now_, 0, {}, {}, StartRecord{{"Amina"}, true, false, {}, {}}};
    server_.commands(amina, {start}, now_);
    for (auto const& who : {ben, cara}) {
      GiveGrant const grant{GrantId{1, who.account.lo}, who.account, every_part, every_part, {}, false};
      server_.commands(amina, {{CommandId{2, who.account.lo}, now_, 0, {}, {}, grant}}, now_);
    }
    for (std::size_t n = 0; n < hands_.size(); ++n) open(n);
  }

  Outcome live(int hours) {
    for (int moment = 0; moment < hours * moments_per_hour; ++moment) {
      now_.ms += hour_ms / moments_per_hour;
      something_happens();
    }
    evening();
    judge();
    return std::move(outcome_);
  }

 private:
  bool chance(std::uint64_t percent) { return dice_.chance(percent); }

  void something_happens() {
    auto const n = static_cast<std::size_t>(dice_.below(hands_.size()));
    auto& hand = hands_[n];
    if (chance(60)) tap(n);
    if (chance(misfortunes_.signal_changes)) signal(n, !hand.device.online);
    if (chance(misfortunes_.page_closed)) ++outcome_.closed, open(n);
    if (chance(20) && hand.device.online) signal(n, true);  // tries again
    if (chance(20)) take(n, device_input::Clock{now_});
    for (int moves = 0; moves < 3 && !trips_.empty(); ++moves) move_one_trip();
  }

  void tap(std::size_t n) {
    auto& hand = hands_[n];
    auto const command = up_.command(hand.device.shown, hand.who.reader(), now_);
    auto const waiting_before = hand.device.waiting.size();
    ++outcome_.taps;
    take(n, device_input::Tapped{command});
    if (hand.device.waiting.size() > waiting_before) tapped_.emplace(command.id, hand.who.account);
  }
  // Every second one takes it back.
  void came_apart(std::size_t n, device_output::Apart const& apart) {
    ++outcome_.apart;
    if (!apart.undo || !chance(50)) return;
    ++outcome_.undone;
    Command undo{dice_.id<CommandId>(), now_, 0, {}, {apart.command.id}, *apart.undo};
    take(n, device_input::Tapped{std::move(undo)});
  }
  void signal(std::size_t n, bool online) {
    if (!online) ++outcome_.out_of_reach;
    take(n, device_input::Signal{online});
  }

  // Opens the page from what is stored, as after it was closed.
  void open(std::size_t n) {
    auto& hand = hands_[n];
    ++hand.life;
    Json known = Json::array(), stored = Json::object();
    for (auto const& one : server_.known()) {
      known.push_back({{"account", text_of(one.account)},
                       {"name", one.name.text},
                       {"role", std::string(name_of(one.role))}});
    }
    for (auto const& [entry, value] : hand.stored) stored[entry] = value;
    Json const opening{{"record", text_of(the_record)},
                       {"reader",
                        {{"account", text_of(hand.who.account)},
                         {"role", std::string(name_of(hand.who.role))},
                         {"name", hand.who.name.text}}},
                       {"now", text_of(now_)},
                       {"zone", {{"transitions", Json::array()}}},
                       {"known", std::move(known)},
                       {"stored", std::move(stored)}};
    auto read = wire::read_opening(opening);
    auto* device = std::get_if<Device>(&read);
    if (!device) return broken("a page cannot be opened again from what it stored");
    hand.device = std::move(*device);
    act(n, begin(hand.device));
  }

  void take(std::size_t n, DeviceInput const& input) { act(n, step(hands_[n].device, input)); }

  // Does what the machine says: storing first, as the page does.
  void act(std::size_t n, std::vector<DeviceOutput> const& outputs) {
    auto& hand = hands_[n];
    for (auto const& output : wire::write_outputs(hand.device, outputs)) {
      if (output["out"] != "store") continue;
      for (auto const& entry : output["del"]) hand.stored.erase(entry.get<std::string>());
      for (auto const& [entry, value] : output["put"].items()) hand.stored[entry] = value;
    }
    for (auto const& output : outputs) {
      if (auto const* send = std::get_if<device_output::Send>(&output))
        trips_.push_back({n, hand.life, *send, {}});
      if (auto const* sync = std::get_if<device_output::Sync>(&output))
        trips_.push_back({n, hand.life, *sync, {}});
      if (auto const* apart = std::get_if<device_output::Apart>(&output)) came_apart(n, *apart);
      if (std::holds_alternative<device_output::Lock>(output))
        broken("a device locked though no clock was set back");
      if (std::holds_alternative<device_output::Forget>(output)) {
        std::erase_if(hand.stored, [](auto const& entry) { return !entry.first.starts_with("waiting:"); });
      }
      if (auto const* refused = std::get_if<device_output::Refused>(&output)) {
        ++outcome_.given_back;
        given_back_.insert(refused->command.id);
      }
    }
  }

  // Any trip may be the next: what was sent first need not arrive first.
  void move_one_trip() {
    auto const at = trips_.begin() + static_cast<std::ptrdiff_t>(dice_.below(trips_.size()));
    auto trip = std::move(*at);
    trips_.erase(at);
    if (trip.answer) return arrive(trip);
    if (!hands_[trip.hand].device.online || chance(misfortunes_.request_lost)) return fail(trip);
    answer(trip);
    if (chance(misfortunes_.sent_twice)) ++outcome_.repeated, answer(trip);
    if (chance(misfortunes_.reply_lost)) return fail(trip);
    trips_.push_back(std::move(trip));
  }
  void answer(Trip& trip) {
    auto const& who = hands_[trip.hand].who;
    auto const events_before = server_.events().size();
    if (auto const* send = std::get_if<device_output::Send>(&trip.request)) {
      auto reply = server_.commands(who, send->commands, now_);
      trip.answer = reply ? DeviceInput(std::move(*reply)) : DeviceInput(device_input::Gone{});
    } else {
      auto patch = server_.sync(who, std::get<device_output::Sync>(trip.request).since, now_);
      trip.answer = patch ? DeviceInput(std::move(*patch)) : DeviceInput(device_input::Gone{});
    }
    if (server_.events().size() != events_before) nudge(trip.hand);
  }
  void arrive(Trip const& trip) {
    if (trip.life == hands_[trip.hand].life) take(trip.hand, *trip.answer);
  }
  void fail(Trip const& trip) {
    ++outcome_.lost;
    if (trip.life == hands_[trip.hand].life) take(trip.hand, device_input::Failed{});
  }
  void nudge(std::size_t but) {
    for (std::size_t n = 0; n < hands_.size(); ++n) {
      if (n != but && hands_[n].device.online && !chance(misfortunes_.nudge_lost))
        take(n, device_input::Changed{});
    }
  }

  // The network is whole again and everybody has time.
  void evening() {
    misfortunes_ = {0, 0, 0, 0, 0, 0};
    for (int round = 0; round < quiet_rounds_max; ++round) {
      for (std::size_t n = 0; n < hands_.size(); ++n) {
        take(n, device_input::Clock{now_});
        take(n, device_input::Signal{true});
      }
      while (!trips_.empty()) move_one_trip();
      bool const all_sent = std::ranges::all_of(
          hands_, [&](Hand const& hand) { return hand.device.waiting.empty() || !is_let_in(hand); });
      if (all_sent && round > 1) return;
    }
    broken("the devices were never up to date");
  }
  bool is_let_in(Hand const& hand) const { return sight_of(server_.record(), hand.who.reader(), now_).any(); }

  void judge() {
    for (auto const& hand : hands_) {
      auto const there = wire::write_rows(server_.shown_to(hand.who, now_));
      if (wire::write_rows(hand.device.base) != there)
        broken(hand.who.name.text + "'s device holds other rows (SY5)");
      if (wire::write_rows(hand.device.shown) != there)
        broken(hand.who.name.text + "'s device shows other rows (DV3)");
    }
    std::set<std::pair<CommandId, std::uint32_t>> once;
    for (auto const& event : server_.events()) {
      if (!once.insert({event.command, event.n}).second)
        broken("command " + text_of(event.command) + " was done twice");
    }
    for (auto const& entry : server_.answered()) judge_answer(entry.second);
    for (auto const& [id, account] : tapped_) {
      if (!server_.answered().contains({account, id}) && !still_waits(id))
        broken("command " + text_of(id) + " is neither answered nor waiting (DV2)");
    }
  }
  void judge_answer(Server::Answered const& answered) {
    auto const& [command, answer] = answered;
    bool const refused = answer.fate == CommandFate::refused;
    ++(refused ? outcome_.refused_there : outcome_.agreed);
    if (refused && tapped_.contains(command.id) && !given_back_.contains(command.id) &&
        !still_waits(command.id))
      broken("the words of " + text_of(command.id) + " were not given back (DV4)");
    for (auto const& event : server_.events()) {
      auto const* worded = std::get_if<StatementWorded>(&event.fact);
      if (!worded || event.command != command.id) continue;
      auto const* row = find(server_.record().statements, worded->wording.statement);
      auto const* version = row ? row->find(command.id) : nullptr;
      if (!version || version->words != worded->wording.words)
        broken("words were lost: " + text_of(command.id));
    }
  }
  bool still_waits(CommandId id) const {
    return std::ranges::any_of(hands_, [&](Hand const& hand) {
      return std::ranges::any_of(hand.device.waiting,
                                 [&](Waiting const& one) { return one.command.id == id; });
    });
  }
  void broken(std::string what) { outcome_.broken.push_back(std::move(what)); }

  Misfortunes misfortunes_;
  MadeUp up_;
  Dice dice_;
  Server server_;
  Instant now_ = morning;
  std::vector<Hand> hands_;
  std::vector<Trip> trips_;
  std::map<CommandId, AccountId> tapped_;  // what a device took on
  std::set<CommandId> given_back_;
  Outcome outcome_;
};

}  // namespace

Outcome live(std::uint64_t seed, int hours, Misfortunes const& misfortunes) {
  return Town(seed, misfortunes).live(hours);
}

}  // namespace kith::sim
