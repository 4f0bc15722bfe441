// Commands and events as JSON: what devices send, and what is sealed into the journal.
//
// Reading never repairs: what is not exactly of the shape in spec/commands.md is a refusal that names the
// member. A request that can be read always gives one entry per command, so that one bad command does not
// stop the others.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/record/decide.hpp"
#include "wire/json.hpp"

namespace kith::wire {

// One entry of `commands`: read, or refused. `id` is there whenever it could be read, so that the answer can
// be matched.
struct ReadCommand {
  std::optional<CommandId> id;
  std::variant<Command, Refusal> command;
  std::string canonical;  // the same bytes for the same content, however it was spelt (CM2)
};

// The whole request is a fault (400) when it is not JSON, has no `commands`, or more than 100 (CM1).
std::variant<std::vector<ReadCommand>, Refusal> read_commands(std::string_view body);
ReadCommand read_command(Json const&);
Json write_command(Command const&);

// `{"do","body","base"}`: how the sender of command `over` puts back what it overtook (CM13). nullopt:
// unreadable.
Json write_undo(Ask const&, CommandId over);
std::optional<Ask> read_undo(Json const&);

// Of what is written; every version ever written can be read. An event with an origin is of version 2, every
// other one of version 1.
inline constexpr int event_version = 1, event_version_copied = 2;

std::string write_event(Event const&);
std::variant<Event, Refusal> read_event(std::string_view bytes);

Json write_message(Message const&);

// A refusal of reading, for the screen: it says which member.
Refusal unreadable(std::string_view rule, std::string member);

}  // namespace kith::wire
