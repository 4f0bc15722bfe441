#include "core/device/device.hpp"

#include <algorithm>

#include "core/sort_by.hpp"

namespace kith {
namespace {

using namespace device_output;
using Outputs = std::vector<DeviceOutput>;

template <class Key, class Row>
void put_all(std::map<Key, Row>& into, std::map<Key, Row> const& from) {
  for (auto const& entry : from) into.insert_or_assign(entry.first, entry.second);
}

// Puts every row of `from` over what `into` holds under the same id: every table there is finds its like.
void put_all(Record& into, Record const& from) {
  each_table(from, [&](auto const& rows) {
    each_table(into, [&](auto& table) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(rows)>, std::remove_cvref_t<decltype(table)>>)
        put_all(table, rows);
    });
  });
}

std::set<std::string> keys_of(Record const& record) {
  std::set<std::string> keys;
  each_table(record, [&](auto const& table) {
    for (auto const& entry : table) keys.insert(key_of(entry.second.kind, text_of(entry.second.id())));
  });
  return keys;
}

void drop_key(Record& record, std::string const& key) {
  each_table(record, [&](auto& table) {
    using Row = typename std::remove_reference_t<decltype(table)>::mapped_type;
    if (!key.starts_with(Row::kind) || key.size() <= Row::kind.size() || key[Row::kind.size()] != ':') return;
    auto const id = key.substr(Row::kind.size() + 1);
    std::erase_if(table, [&](auto const& entry) { return text_of(entry.second.id()) == id; });
  });
}

// Everybody this device can name: those it was told of, and those the record names.
Context context_of(Device const& device) {
  Context here{device.reader, device.reader_name, device.now, device.known};
  for (auto const& entry : device.shown.members) {
    here.known.push_back({entry.second.account, entry.second.name, entry.second.role});
  }
  return here;
}

// DV1: decides one command on what is shown and folds what follows from it.
Decision try_on(Device& device, Command const& command) {
  auto decision = decide(device.shown, device.record_id, command, context_of(device));
  if (auto const* agreed = std::get_if<Agreed>(&decision)) {
    for (auto const& event : agreed->events) apply(device.shown, device.record_id, event);
    // What one has just let out of sight, as a private tie, goes out of sight here too.
    device.shown = restrict(device.shown, sight_of(device.shown, device.reader, device.now));
  }
  return decision;
}

// The rest moves into a list of its own: shifting commands along would be code for each of them.
template <class Gone>
void drop_waiting(Device& device, Gone&& gone) {
  std::vector<Waiting> left;
  for (auto& one : device.waiting)
    if (!gone(one)) left.push_back(std::move(one));
  device.waiting = std::move(left);
}

// DV3: what the server said, with everything waiting decided again on top.
void rebuild(Device& device) {
  device.shown = Record(device.base);  // copied and moved: assigning tables would be code of its own
  for (auto const& waiting : device.waiting) try_on(device, waiting.command);
}

// DV2: in the order they were made, one request at a time.
void send_waiting(Device& device, Outputs& out) {
  if (!device.online || device.sending || device.locked) return;
  Send send;
  for (auto const& waiting : device.waiting) {
    if (waiting.answered) continue;
    if (send.commands.size() == commands_per_request_max) break;
    send.commands.push_back(waiting.command);
  }
  if (send.commands.empty()) return;
  device.sending = true;
  device.in_flight = send.commands;
  out.push_back(std::move(send));
}

void ask(Device& device, Outputs& out) {
  if (!device.online || device.locked) return;
  if (device.asking) {
    device.ask_again = true;
    return;
  }
  device.asking = true;
  device.ask_again = false;
  out.push_back(Sync{device.cookie});
}

// DV5: nothing is kept past its day but unsent words.
void forget(Device& device, Outputs& out) {
  device.base = Record{};
  device.shown = Record{};
  device.cookie.clear();
  device.keep_until.reset();
  out.push_back(Forget{});
  out.push_back(Show{});
}

struct Stepper {
  Device& device;
  Outputs out;

  void operator()(device_input::Tapped const& input) {
    if (device.locked) return;
    auto const decision = try_on(device, input.command);
    if (auto const* refusal = std::get_if<Refusal>(&decision)) {
      out.push_back(Refused{input.command, std::string(refusal->rule), refusal->message});
      return;
    }
    if (std::holds_alternative<Already>(decision)) return;
    device.waiting.push_back({device.next_order++, input.command, false});
    Store store;
    store.waiting.push_back(device.waiting.back());
    out.push_back(std::move(store));
    out.push_back(Show{});
    send_waiting(device, out);
  }

  // Takes one answer to heart.
  void settle(device_input::Answer const& answer, Store& store, bool patch_follows) {
    auto const spot =
        std::ranges::find(device.waiting, answer.id, [](Waiting const& one) { return one.command.id; });
    if (spot == device.waiting.end()) {  // a patch has shown it before the reply came
      auto const sent = std::ranges::find(device.in_flight, answer.id, &Command::id);
      bool const overtook = answer.fate == CommandFate::changed_apart && sent != device.in_flight.end();
      if (overtook) out.push_back(Apart{*sent, answer.message, answer.undo});
      return;
    }
    if (answer.fate == CommandFate::refused) {  // DV4: the words go back to their writer
      out.push_back(Refused{spot->command, answer.rule, answer.message});
    } else if (answer.fate == CommandFate::changed_apart && !spot->answered) {
      out.push_back(Apart{spot->command, answer.message, answer.undo});
    }
    if (patch_follows && answer.fate != CommandFate::refused) {
      spot->answered = true;
      store.waiting.push_back(*spot);
    } else {
      store.waiting_gone.push_back(*spot);
      drop_waiting(device, [&](Waiting const& one) { return &one == &*spot; });
    }
  }

  void operator()(device_input::Reply const& input) {
    device.sending = false;
    Store store;
    bool refused = false;
    for (auto const& answer : input.answers) {
      settle(answer, store, true);
      refused = refused || answer.fate == CommandFate::refused;
    }
    device.in_flight.clear();
    out.push_back(std::move(store));
    if (refused) rebuild(device);
    out.push_back(Show{});
    ask(device, out);
    send_waiting(device, out);
  }

  void operator()(device_input::Patch const& input) {
    device.asking = false;
    // Another page of this browser has been further: this is no answer about what is kept now.
    if (input.since && *input.since != device.cookie) return ask(device, out);
    Store store;
    store.cookie = true;
    if (input.reset) {
      store.rows_gone = keys_of(device.base);
      device.base = Record{};
    }
    put_all(device.base, input.put);
    for (auto const& key : input.keys) {
      store.rows.insert(key);
      store.rows_gone.erase(key);
    }
    for (auto const& key : input.del) {
      drop_key(device.base, key);
      store.rows_gone.insert(key);
    }
    device.cookie = input.cookie;
    device.keep_until = input.keep_until;
    for (auto const& answer : input.settled) settle(answer, store, false);
    // What was answered before we asked is in this patch. What was answered since is in the next one.
    drop_waiting(device, [&](Waiting const& one) {
      bool const shown = one.answered && !device.ask_again;
      if (shown) store.waiting_gone.push_back(one);
      return shown;
    });
    rebuild(device);
    out.push_back(std::move(store));
    if (device.now >= *device.keep_until) return forget(device, out);  // it was long on its way
    out.push_back(Show{});
    send_waiting(device, out);
    if (device.ask_again) ask(device, out);
  }

  void operator()(device_input::Failed const&) { device.sending = device.asking = false; }

  void operator()(device_input::Gone const&) {
    device.sending = device.asking = false;
    forget(device, out);
  }

  void operator()(device_input::Signal const& input) {
    device.online = input.online;
    if (!input.online) device.sending = device.asking = false;
    send_waiting(device, out);
    if (input.online) ask(device, out);
    out.push_back(Show{});
  }

  void operator()(device_input::Clock const& input) {
    if (input.now.ms < device.now.ms - clock_back_ms_max) {  // DV6
      device.locked = true;
      out.push_back(Lock{});
      return;
    }
    device.now = std::max(device.now, input.now);
    if (device.keep_until && device.now >= *device.keep_until) return forget(device, out);
    rebuild(device);  // a grant or a visit may have ended by itself
    send_waiting(device, out);
  }

  void operator()(device_input::Changed const&) { ask(device, out); }
};

}  // namespace

std::vector<DeviceOutput> step(Device& device, DeviceInput const& input) {
  Stepper stepper{device, {}};
  std::visit(stepper, input);
  return std::move(stepper.out);
}

std::vector<DeviceOutput> begin(Device& device) {
  Outputs out;
  std::vector<Waiting*> in_order;
  for (auto& one : device.waiting) in_order.push_back(&one);
  sort_by(in_order, [](Waiting const* one) { return one->order; });
  std::vector<Waiting> ordered;
  for (auto* one : in_order) ordered.push_back(std::move(*one));
  device.waiting = std::move(ordered);
  if (!device.waiting.empty()) device.next_order = device.waiting.back().order + 1;
  if (device.keep_until && device.now >= *device.keep_until) {
    forget(device, out);
    return out;
  }
  rebuild(device);
  out.push_back(Show{});
  send_waiting(device, out);
  ask(device, out);
  return out;
}

}  // namespace kith
