#include "wire/commands.hpp"

#include <array>

#include "wire/fields.hpp"

namespace kith::wire {
namespace {

// One alternative of a variant: its name in JSON, and how a variant becomes it.
template <class Variant>
struct Alternative {
  std::string_view name;
  Codec const* codec;
  void* (*begin)(Variant& value);
};
template <class Variant, std::size_t... N>
constexpr auto alternatives_of(std::index_sequence<N...>) {
  return std::array{
      Alternative<Variant>{std::variant_alternative_t<N, Variant>::name_,
                           &codec<std::variant_alternative_t<N, Variant>, Ways::both>,
                           [](Variant& value) -> void* { return &value.template emplace<N>(); }}...};
}
template <class Variant>
constexpr auto alternatives =
    alternatives_of<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());

template <class... Kinds>
bool decode_named(std::string_view name, Json const& body, std::variant<Kinds...>& value, FieldFault& fault) {
  auto const& known = alternatives<std::variant<Kinds...>>;
  auto const found = std::ranges::find(known, name, &Alternative<std::variant<Kinds...>>::name);
  if (found == known.end()) return broken(fault, "CM4");
  return found->codec->read(body, found->begin(value), fault);
}
template <class... Kinds>
void encode_named(Json& json, char const* name, std::variant<Kinds...> const& value) {
  auto const& alternative = alternatives<std::variant<Kinds...>>[value.index()];
  json[name] = std::string(alternative.name);
  json["body"] =
      alternative.codec->write(std::visit([](auto const& one) -> void const* { return &one; }, value));
}

// CM11: an app that was opened before the server was renewed may still send what it has.
// 2 came with pauses and later dates; what version 1 had is unchanged in it.
constexpr std::int32_t command_version_newest = 2;
constexpr std::int32_t command_version_oldest = 1;
// Whatever version it is sent in, it is the same command: sent again by a renewed app, it is known (CM3).
constexpr std::int32_t command_version_canonical = 1;
constexpr std::string_view command_members[] = {"id",         "do",    "v",    "made_at",
                                                "offset_min", "voice", "base", "body"};

struct Envelope {
  std::string name;
  Json const* body = nullptr;
};

// Everything around the body. False: `fault` says what was wrong.
bool decode_envelope(Json::object_t const& object, Json const& json, Command& command, Envelope& envelope,
                     FieldFault& fault) {
  for (auto const& entry : object) {
    if (std::ranges::find(command_members, entry.first) == std::end(command_members)) {
      fault = {"CM4", entry.first.substr(0, 60)};
      return false;
    }
  }
  auto const* name = string_at(json, "do");
  envelope.body = member(json, "body");
  if (!name) return fault = {"CM4", "do"}, false;
  if (!envelope.body) return fault = {"CM4", "body"}, false;
  auto const version = integer_at(json, "v").value_or(0);
  if (version < command_version_oldest || version > command_version_newest)
    return fault = {"CM11", "v"}, false;
  envelope.name = *name;
  auto const part = [&](std::string_view key, auto& value, bool needed) {
    auto const* found = member(json, key);
    if (!found) return needed ? (fault = {"CM4", std::string(key)}, false) : true;
    if (decode(*found, value, fault)) return true;
    fault.member = std::string(key);
    return false;
  };
  if (!part("made_at", command.made_at, true) || !part("offset_min", command.offset_min, true)) return false;
  Party voice;
  if (member(json, "voice")) {
    if (!part("voice", voice, true)) return false;
    command.voice = voice;
  }
  if (!part("base", command.base, false)) return false;
  if (command.base.size() > bases_per_command_max) return fault = {"CM4", "base"}, false;
  return true;
}

// The code of a paper copy signs nothing and ends what a spoken yes let in (SH12): nobody is its actor.
bool ends_what_was_let_in(Fact const& fact) {
  return std::holds_alternative<GrantEnded>(fact) || std::holds_alternative<VisitEnded>(fact);
}

}  // namespace

Refusal unreadable(std::string_view rule, std::string member) {
  return refuse(rule, {{"member", std::move(member)}});
}

ReadCommand read_command(Json const& json) {
  ReadCommand read{std::nullopt, Refusal{}, {}};
  auto const* object = object_of(json);
  if (!object) {
    read.command = unreadable("CM4", "commands");
    return read;
  }
  if (auto const* id = string_at(json, "id")) read.id = parse_id<CommandId>(*id);
  if (!read.id) {
    read.command = unreadable("CM4", "id");
    return read;
  }
  Command command;
  command.id = *read.id;
  Envelope envelope;
  FieldFault fault;
  if (!decode_envelope(*object, json, command, envelope, fault)) {
    read.command = unreadable(fault.rule, fault.member);
  } else if (!decode_named(envelope.name, *envelope.body, command.ask, fault)) {
    bool const unknown_name = fault.member.empty();
    read.command = unreadable(fault.rule, unknown_name ? "do" : "body." + fault.member);
  } else {
    auto canonical = write_command(command);
    canonical["v"] = command_version_canonical;
    read.canonical = write_json(canonical);
    read.command = std::move(command);
  }
  if (read.canonical.empty()) read.canonical = write_json(json);
  return read;
}

std::variant<std::vector<ReadCommand>, Refusal> read_commands(std::string_view body) {
  auto json = read_json(body);
  if (auto const* refusal = std::get_if<JsonRefusal>(&json))
    return unreadable("CM12", std::string(name_of(refusal->fault)));
  auto const& request = std::get<Json>(json);
  auto const* object = object_of(request);
  auto const* list = object ? array_at(request, "commands") : nullptr;
  if (!list || object->size() != 1) return unreadable("CM4", "commands");
  if (list->size() > commands_per_request_max) return refuse("CM1");
  std::vector<ReadCommand> commands;
  for (auto const& item : *list) commands.push_back(read_command(item));
  return commands;
}

Json write_command(Command const& command) {
  Members members;
  members("id", command.id), members("v", command_version_newest), members("made_at", command.made_at);
  members("offset_min", command.offset_min), members.maybe("voice", command.voice);
  members.maybe("base", command.base);
  auto json = members.write();
  encode_named(json, "do", command.ask);
  return json;
}

Json write_undo(Ask const& ask, CommandId over) {
  Json json{{"base", Json::array({text_of(over)})}};
  encode_named(json, "do", ask);
  return json;
}

std::optional<Ask> read_undo(Json const& json) {
  auto const* name = string_at(json, "do");
  auto const* body = member(json, "body");
  Ask ask;
  FieldFault fault;
  if (!name || !body || !decode_named(*name, *body, ask, fault)) return std::nullopt;
  return ask;
}

std::string write_event(Event const& event) {
  auto const actor = event.actor.is_nil() ? std::nullopt : std::optional(event.actor);
  Members members;
  members("v", event.origin ? event_version_copied : event_version), members("command", event.command),
      members("n", event.n);
  members("actor", actor), members("made_at", event.made_at), members("day", event.day_made);
  members.maybe("origin", event.origin);
  auto json = members.write();
  encode_named(json, "kind", event.fact);
  return write_json(json);
}

std::variant<Event, Refusal> read_event(std::string_view bytes) {
  auto json = read_json(bytes);
  if (auto const* refusal = std::get_if<JsonRefusal>(&json))
    return unreadable("EV1", std::string(name_of(refusal->fault)));
  auto const& whole = std::get<Json>(json);
  auto const* object = object_of(whole);
  auto const* kind = object ? string_at(whole, "kind") : nullptr;
  auto const* body = object ? member(whole, "body") : nullptr;
  auto const version = object ? integer_at(whole, "v").value_or(0) : 0;
  bool const copied = version == event_version_copied;
  if (!kind || !body || object->size() != (copied ? 9 : 8)) return unreadable("EV1", "kind");
  if (!copied && version != event_version) return unreadable("EV2", "v");
  Event event;
  FieldFault fault;
  auto const part = [&](std::string_view key, auto& value) {
    auto const* found = member(whole, key);
    if (found && decode(*found, value, fault)) return true;
    fault.member = key;
    return false;
  };
  auto const* actor = member(whole, "actor");
  bool const by_paper = actor && actor->is_null();
  if (!part("command", event.command) || !part("n", event.n) || (!by_paper && !part("actor", event.actor)) ||
      !part("made_at", event.made_at) || !part("day", event.day_made) ||
      (copied && !part("origin", event.origin.emplace())) || !decode_named(*kind, *body, event.fact, fault)) {
    return unreadable("EV1", fault.member.empty() ? "kind" : fault.member);
  }
  if (by_paper && !ends_what_was_let_in(event.fact)) return unreadable("EV1", "actor");
  return event;
}

Json write_message(Message const& message) {
  Json args = Json::object();
  for (auto const& arg : message.args) {
    args[arg.name] = std::visit([](auto const& value) { return Json(value); }, arg.value);
  }
  return Json{{"key", message.key}, {"args", std::move(args)}};
}

}  // namespace kith::wire
