#include "sim/page.hpp"

#include "wire/commands.hpp"
#include "wire/device.hpp"

namespace kith::sim {
namespace {

using wire::Json;

bool is_unsent(std::string const& entry) { return entry.starts_with("waiting:"); }

Json known_accounts() {
  Json known = Json::array();
  for (auto const& one : town) {
    known.push_back(
        {{"account", text_of(one.account)}, {"name", one.name}, {"role", std::string(name_of(one.role))}});
  }
  return known;
}

}  // namespace

void Page::open(Instant clock) {
  ++life;
  requests.clear();
  apart.clear();
  note_clock(clock);
  if (locked) return;
  if (without_ == Safeguard::waiting_words_are_stored) {
    std::erase_if(stored_, [](auto const& entry) { return is_unsent(entry.first); });
  }
  static Json const known = known_accounts();
  Json stored = Json::object();
  for (auto const& [entry, value] : stored_) stored[entry] = value;
  Json const reader{
      {"account", text_of(who.account)}, {"role", std::string(name_of(who.role))}, {"name", who.name}};
  Json const opening{{"record", text_of(record_)},
                     {"reader", reader},
                     {"now", text_of(clock)},
                     {"zone", {{"transitions", Json::array()}}},
                     {"known", known},
                     {"stored", std::move(stored)}};
  auto read = wire::read_opening(opening);
  auto* opened = std::get_if<Device>(&read);
  if (!opened) return faults.push_back("a page cannot be opened again from what it stored");
  bool const online = device.online;
  device = std::move(*opened);
  act(begin(device));
  if (!online) signal(false);
}

// The clock is noted while somebody reads, so that a later one cannot be earlier unseen.
void Page::note_clock(Instant clock) {
  if (without_ == Safeguard::a_clock_set_back_locks) return;
  if (clock.ms < seen_.ms - clock_back_ms_max) locked = true;
  seen_ = std::max(seen_, clock);
}

void Page::tap(Command const& command) {
  take({{"in", "tapped"}, {"command", wire::write_command(command)}});
}
void Page::clock(Instant now) {
  note_clock(now);
  take({{"in", "clock"}, {"now", text_of(now)}});
}
void Page::signal(bool online) { take({{"in", "signal"}, {"online", online}}); }
void Page::changed() { take({{"in", "changed"}}); }
void Page::failed() {
  if (without_ != Safeguard::a_failure_is_told) take({{"in", "failed"}});
}

void Page::sign_in_again(std::string pass) {
  token = std::move(pass);
  pass_over = false;
  signal(device.online);
}

bool Page::hear(Request const& request, Answer const& answer) {
  bool const any_look = without_ == Safeguard::only_the_newest_look_is_heard;
  if (!request.sends && request.look != looks_ && !any_look) return false;
  if (!request.sends) ++looks_;
  switch (answer.status) {
    case 401:
      pass_over = true;
      failed();
      return true;
    case 404:
      if (without_ == Safeguard::what_is_gone_is_forgotten)
        failed();
      else
        take({{"in", "gone"}});
      return true;
    case 400:
      // The cookie is of a session that has ended: everything is asked for anew.
      if (answer.body == "SY2" && !request.sends)
        requests.push_back({false, token, "", request.state, ++looks_});
      else
        faults.push_back("a request was refused whole: " + answer.body);
      return true;
    default:
      break;
  }
  auto read = wire::read_json(answer.body);
  auto* said = std::get_if<Json>(&read);
  if (!said) return faults.push_back("an answer cannot be read"), true;
  (*said)["in"] = request.sends ? "reply" : "patch";
  if (!request.sends && without_ != Safeguard::only_the_newest_look_is_heard)
    (*said)["since"] = request.state;
  if (!request.sends && without_ == Safeguard::nothing_is_kept_past_its_day)
    (*said)["keep_until"] = "2199-01-01T00:00:00.000Z";
  take(*said);
  return true;
}

void Page::take(Json const& input) {
  if (locked) return;
  auto const read = wire::read_input(input);
  auto const* in = std::get_if<DeviceInput>(&read);
  if (!in) return faults.push_back("the machine cannot read an input (DV9)");
  act(step(device, *in));
}

// Storing comes first: what is shown or sent is already safe.
void Page::act(std::vector<DeviceOutput> const& outputs) {
  auto const list = wire::write_outputs(device, outputs);
  for (auto const& output : list)
    if (output["out"] == "store") store(output);
  for (auto const& output : list) act_on(output);
  for (auto const& output : outputs) {
    if (auto const* one = std::get_if<device_output::Apart>(&output))
      apart.push_back({one->command, one->undo});
  }
}

void Page::store(Json const& output) {
  for (auto const& entry : output["del"]) stored_.erase(entry.get<std::string>());
  for (auto const& [entry, value] : output["put"].items()) stored_[entry] = value;
}

void Page::act_on(Json const& output) {
  auto const& out = output["out"];
  if (out == "send") {
    requests.push_back({true, token, wire::write_json({{"commands", output["commands"]}}), {}, 0});
  } else if (out == "ask") {
    auto const& since = output["since"];
    auto const cookie = since.is_null() ? std::string() : since.get<std::string>();
    requests.push_back({false, token, cookie, cookie, ++looks_});
  } else if (out == "forget") {
    forget();
  } else if (out == "lock") {
    locked = without_ != Safeguard::a_clock_set_back_locks;
    if (!locked) device.locked = false;
  } else if (out == "refused") {
    given_back.push_back(output["command"]["id"].get<std::string>());
  }
}

void Page::forget() {
  bool const everything = without_ == Safeguard::forgetting_spares_unsent_words;
  std::erase_if(stored_, [&](auto const& entry) { return everything || !is_unsent(entry.first); });
  if (everything) device.waiting.clear();
}

}  // namespace kith::sim
