#include "wire/device.hpp"

#include "wire/commands.hpp"
#include "wire/fields.hpp"
#include "wire/rows.hpp"

namespace kith::wire {
namespace {

constexpr std::size_t known_accounts_max = 1000;

std::string entry_of(Waiting const& waiting) { return "waiting:" + text_of(waiting.command.id); }
std::string entry_of_row(std::string const& key) { return "row:" + key; }

Json write_waiting(Waiting const& waiting) {
  return {{"order", static_cast<std::int64_t>(waiting.order)},
          {"answered", waiting.answered},
          {"command", write_command(waiting.command)}};
}

template <class T>
bool take(Json const& json, std::string_view key, T& value) {
  auto const* found = member(json, key);
  FieldFault fault;
  return found && decode(*found, value, fault);
}

// One stored entry. False: it is not one of ours, and the record is asked for anew.
bool put_entry(Device& device, std::string const& entry, Json const& value) {
  if (entry == "cookie") {
    auto const* text = value.get_ptr<Json::string_t const*>();
    if (text) device.cookie = *text;
    return text != nullptr;
  }
  if (entry == "keep_until") {
    FieldFault fault;
    return decode(value, device.keep_until.emplace(), fault);
  }
  if (entry.starts_with("row:")) return put_row(device.base, entry.substr(4), value);
  if (!entry.starts_with("waiting:")) return false;
  auto const* command = member(value, "command");
  auto const order = integer_at(value, "order");
  if (!command || !order) return false;
  auto read = read_command(*command);
  auto* good = std::get_if<Command>(&read.command);
  if (!good) return false;
  device.waiting.push_back(
      {static_cast<std::uint64_t>(*order), std::move(*good), bool_at(value, "answered").value_or(false)});
  return true;
}

bool read_known(Json const& json, std::vector<KnownAccount>& known) {
  auto const* list = array_at(json, "known");
  if (!list) return true;
  if (list->size() > known_accounts_max) return false;
  for (auto const& item : *list) {
    KnownAccount one;
    if (!take(item, "account", one.account) || !take(item, "name", one.name) || !take(item, "role", one.role))
      return false;
    known.push_back(std::move(one));
  }
  return true;
}

std::vector<device_input::Answer> read_answers(Json const& json, std::string_view key,
                                               std::string_view id_key) {
  std::vector<device_input::Answer> answers;
  auto const* list = array_at(json, key);
  if (!list) return answers;
  for (auto const& item : *list) {
    device_input::Answer answer;
    if (!take(item, id_key, answer.id) || !take(item, "outcome", answer.fate)) continue;
    if (auto const* rule = string_at(item, "rule")) answer.rule = *rule;
    auto const* undo = member(item, "undo");
    if (auto ask = undo ? read_undo(*undo) : std::nullopt) answer.undo.emplace(std::move(*ask));
    if (auto const* message = member(item, "message")) {
      if (auto const* words = string_at(*message, "key")) answer.message.key = *words;
      auto const* args = member(*message, "args");
      if (auto const* object = args ? object_of(*args) : nullptr) {
        for (auto const& [name, value] : *object) {
          if (auto const* text = value.get_ptr<Json::string_t const*>())
            answer.message.args.push_back({name, *text});
          else if (auto const* whole = value.get_ptr<Json::number_integer_t const*>())
            answer.message.args.push_back({name, *whole});
        }
      }
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::variant<DeviceInput, Refusal> read_patch(Json const& json) {
  device_input::Patch patch;
  auto const* cookie = string_at(json, "cookie");
  auto const* put = array_at(json, "put");
  auto const* del = array_at(json, "del");
  if (!cookie || !put || !del || !take(json, "keep_until", patch.keep_until))
    return unreadable("DV9", "patch");
  patch.cookie = *cookie;
  if (auto const* since = member(json, "since")) {
    auto const* text = since->get_ptr<Json::string_t const*>();
    patch.since = text ? *text : std::string();
  }
  patch.reset = bool_at(json, "reset").value_or(false);
  for (auto const& item : *put) {
    auto const* key = string_at(item, "key");
    auto const* row = member(item, "row");
    if (!key || !row || !put_row(patch.put, *key, *row)) return unreadable("DV9", "put");
    patch.keys.push_back(*key);
  }
  for (auto const& item : *del) {
    auto const* key = item.get_ptr<Json::string_t const*>();
    if (!key) return unreadable("DV9", "del");
    patch.del.push_back(*key);
  }
  patch.settled = read_answers(json, "settled", "command");
  return DeviceInput(std::move(patch));
}

// The stored and shown form of each output.
struct OutputWriter {
  Device const& device;
  std::map<std::string, std::string> const& rows;

  Json operator()(device_output::Store const& store) const {
    Json put = Json::object(), del = Json::array();
    for (auto const& key : store.rows_gone) del.push_back(entry_of_row(key));
    for (auto const& key : store.rows) {
      auto const row = rows.find(key);
      if (row == rows.end()) continue;
      auto read = read_json(row->second);
      if (auto* json = std::get_if<Json>(&read)) put[entry_of_row(key)] = std::move(*json);
    }
    for (auto const& waiting : store.waiting) put[entry_of(waiting)] = write_waiting(waiting);
    for (auto const& waiting : store.waiting_gone) del.push_back(entry_of(waiting));
    if (store.cookie) {
      put["cookie"] = device.cookie;
      if (device.keep_until) put["keep_until"] = text_of(*device.keep_until);
    }
    return {{"out", "store"}, {"put", std::move(put)}, {"del", std::move(del)}};
  }
  Json operator()(device_output::Send const& send) const {
    Json commands = Json::array();
    for (auto const& command : send.commands) commands.push_back(write_command(command));
    return {{"out", "send"}, {"commands", std::move(commands)}};
  }
  Json operator()(device_output::Sync const& sync) const {
    return {{"out", "ask"}, {"since", sync.since.empty() ? Json(nullptr) : Json(sync.since)}};
  }
  Json operator()(device_output::Show const&) const { return {{"out", "show"}}; }
  Json operator()(device_output::Forget const&) const { return {{"out", "forget"}}; }
  Json operator()(device_output::Lock const&) const { return {{"out", "lock"}}; }
  Json operator()(device_output::Refused const& refused) const {
    return {{"out", "refused"},
            {"command", write_command(refused.command)},
            {"rule", refused.rule},
            {"message", write_message(refused.message)}};
  }
  Json operator()(device_output::Apart const& apart) const {
    Json json{{"out", "apart"},
              {"command", write_command(apart.command)},
              {"message", write_message(apart.message)}};
    if (apart.undo) json["undo"] = write_undo(*apart.undo, apart.command.id);
    return json;
  }
};

}  // namespace

std::optional<ZoneRules> read_zone(Json const& json) {
  auto const* list = array_at(json, "transitions");
  if (!list || list->size() > zone_changes_max) return std::nullopt;
  ZoneRules zone;
  for (auto const& item : *list) {
    auto const* pair = item.get_ptr<Json::array_t const*>();
    if (!pair || pair->size() != 2) return std::nullopt;
    auto const* at = (*pair)[0].get_ptr<Json::number_integer_t const*>();
    auto const* offset = (*pair)[1].get_ptr<Json::number_integer_t const*>();
    if (!at || !offset || *offset < -offset_min_max || *offset > offset_min_max) return std::nullopt;
    zone.changes.push_back({Instant{*at}, static_cast<std::int16_t>(*offset)});
  }
  return is_sound(zone) ? std::optional(std::move(zone)) : std::nullopt;
}

Json write_zone(ZoneRules const& zone) {
  Json list = Json::array();
  for (auto const& change : zone.changes)
    list.push_back(Json::array({change.at.ms, static_cast<std::int64_t>(change.offset_min)}));
  return {{"transitions", std::move(list)}};
}

std::variant<Device, Refusal> read_opening(Json const& json) {
  Device device;
  auto const* reader = member(json, "reader");
  auto const* zone = member(json, "zone");
  if (!reader || !zone) return unreadable("DV9", reader ? "zone" : "reader");
  if (!take(json, "record", device.record_id)) return unreadable("DV9", "record");
  if (!take(json, "now", device.now)) return unreadable("DV9", "now");
  if (!take(*reader, "account", device.reader.account) || !take(*reader, "role", device.reader.role) ||
      !take(*reader, "name", device.reader_name)) {
    return unreadable("DV9", "reader");
  }
  auto rules = read_zone(*zone);
  if (!rules) return unreadable("DV9", "zone");
  device.zone = std::move(*rules);
  if (!read_known(json, device.known)) return unreadable("DV9", "known");
  auto const* stored = member(json, "stored");
  auto const* entries = stored ? object_of(*stored) : nullptr;
  bool sound = true;
  if (entries) {
    for (auto const& [entry, value] : *entries) sound = put_entry(device, entry, value) && sound;
  }
  if (!sound) {  // an entry we cannot read: what waits is kept, the rest is asked for again
    device.base = Record{};
    device.cookie.clear();
  }
  return device;
}

std::variant<DeviceInput, Refusal> read_input(Json const& json) {
  auto const* what = string_at(json, "in");
  if (!what) return unreadable("DV9", "in");
  if (*what == "tapped") {
    auto const* command = member(json, "command");
    if (!command) return unreadable("DV9", "command");
    auto read = read_command(*command);
    if (auto* refusal = std::get_if<Refusal>(&read.command)) return std::move(*refusal);
    return DeviceInput(device_input::Tapped{std::move(std::get<Command>(read.command))});
  }
  if (*what == "reply") return DeviceInput(device_input::Reply{read_answers(json, "results", "id")});
  if (*what == "patch") return read_patch(json);
  if (*what == "failed") return DeviceInput(device_input::Failed{});
  if (*what == "gone") return DeviceInput(device_input::Gone{});
  if (*what == "signal") return DeviceInput(device_input::Signal{bool_at(json, "online").value_or(true)});
  if (*what == "changed") return DeviceInput(device_input::Changed{});
  if (*what == "clock") {
    device_input::Clock clock;
    if (!take(json, "now", clock.now)) return unreadable("DV9", "now");
    return DeviceInput(clock);
  }
  return unreadable("DV9", "in");
}

Json write_outputs(Device const& device, std::vector<DeviceOutput> const& outputs) {
  std::set<std::string> keys;
  for (auto const& output : outputs) {
    auto const* store = std::get_if<device_output::Store>(&output);
    if (store) keys.insert(store->rows.begin(), store->rows.end());
  }
  auto const rows = keys.empty() ? std::map<std::string, std::string>() : write_rows(device.base, keys);
  Json list = Json::array();
  for (auto const& output : outputs) list.push_back(std::visit(OutputWriter{device, rows}, output));
  return list;
}

}  // namespace kith::wire
