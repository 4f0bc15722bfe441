#include "sim/server.hpp"

#include <algorithm>

#include "wire/commands.hpp"
#include "wire/rows.hpp"

namespace kith::sim {
namespace {

std::string canonical(Command const& command) { return wire::write_json(wire::write_command(command)); }

}  // namespace

std::vector<KnownAccount> Server::known() const {
  std::vector<KnownAccount> all;
  for (auto const& one : town_) all.push_back({one.account, one.name, one.role});
  return all;
}

Record Server::shown_to(Inhabitant const& who, Instant now) const {
  return restrict(record_, sight_of(record_, who.reader(), now));
}

device_input::Answer Server::decide_one(Inhabitant const& who, Command const& command, Instant now) {
  auto const before = answered_.find({who.account, command.id});
  if (before != answered_.end()) {
    if (canonical(before->second.command) == canonical(command)) return before->second.answer;
    return {command.id, CommandFate::refused, "CM2", refuse("CM2").message};
  }
  device_input::Answer answer{command.id, CommandFate::already, {}, {}};
  auto const decision = decide(shown_to(who, now), id_, command, {who.reader(), who.name, now, known()});
  if (auto const* refusal = std::get_if<Refusal>(&decision)) {
    answer = {command.id, CommandFate::refused, std::string(refusal->rule), refusal->message};
  } else if (auto const* agreed = std::get_if<Agreed>(&decision)) {
    answer.fate = agreed->changed_apart ? CommandFate::changed_apart : CommandFate::agreed;
    answer.undo = agreed->undo;
    for (auto const& event : agreed->events) apply(record_, id_, event), events_.push_back(event);
  }
  answered_.emplace(std::pair(who.account, command.id), Answered{command, answer});
  return answer;
}

std::optional<device_input::Reply> Server::commands(Inhabitant const& who,
                                                    std::vector<Command> const& commands, Instant now) {
  bool const begins = !commands.empty() && std::holds_alternative<StartRecord>(commands.front().ask);
  bool const let_in = sight_of(record_, who.reader(), now).any();
  if (!let_in && !(begins && !record_.has_started())) return std::nullopt;
  device_input::Reply reply;
  for (auto const& command : commands) reply.answers.push_back(decide_one(who, command, now));
  return reply;
}

std::optional<device_input::Patch> Server::sync(Inhabitant const& who, std::string const& since,
                                                Instant now) {
  auto const sight = sight_of(record_, who.reader(), now);
  if (!sight.any()) return std::nullopt;
  auto const shown = restrict(record_, sight);
  auto const rows = wire::write_rows(shown);
  Shown const* then = since.empty() ? nullptr : &shown_[std::stoul(since) - 1];
  device_input::Patch patch;
  patch.since = since;
  patch.reset = !then;
  patch.keep_until = keep_until(sight, who.role, now);
  for (auto const& [key, row] : rows) {
    if (then && then->rows.contains(key) && then->rows.at(key) == row) continue;
    patch.keys.push_back(key);
    wire::put_row(patch.put, key, std::get<wire::Json>(wire::read_json(row)));
  }
  if (then) {
    for (auto const& entry : then->rows)
      if (!rows.contains(entry.first)) patch.del.push_back(entry.first);
    for (auto at = then->position; at < events_.size(); ++at) {
      if (events_[at].actor == who.account)
        patch.settled.push_back({events_[at].command, CommandFate::agreed, {}, {}});
    }
  }
  shown_.push_back({who.account, events_.size(), rows});
  patch.cookie = std::to_string(shown_.size());
  return patch;
}

}  // namespace kith::sim
