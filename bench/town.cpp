#include "bench/town.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "adapters/seal_sodium/hash.hpp"
#include "wire/commands.hpp"

namespace kith::bench {
namespace {

IdBits bits_for(std::string const& what) {
  auto const hash = adapters::blake2b_256("kith bench " + what);
  std::array<std::uint8_t, 16> bytes{};
  std::copy_n(hash.begin(), bytes.size(), bytes.begin());
  return uuid_of_random(bytes);
}

}  // namespace

std::string id_for(std::string const& what) { return uuid_text(bits_for(what)); }

std::string command_json(std::string const& id, std::string const& act, std::string const& body) {
  return R"({"commands":[{"id":")" + id + R"(","do":")" + act +
         R"(","v":1,"made_at":"2026-11-22T10:00:00.000Z","offset_min":0,"body":)" + body + "}]}";
}

Town::Town(std::string const& folder)
    : house_(std::make_unique<House>(HouseOptions{folder, sqlite::Open::create})) {}

Citizen Town::citizen(std::string const& name, Role role) {
  auto const made = house_->sign_in.make_account({name, name, role, std::nullopt, ""});
  auto const* account = std::get_if<AccountId>(&made);
  if (!account) throw std::runtime_error("two people of the bench are called " + name);
  Citizen one;
  one.account = *account;
  one.token = house_->sign_in.make_machine_token(*account);
  one.caller.account = *account;
  one.caller.role = role;
  one.caller.name = Name{name};
  return one;
}

Citizen Town::practitioner(std::string const& name) { return citizen(name, Role::practitioner); }

Citizen Town::person(std::string const& name) {
  auto one = citizen(name, Role::person);
  auto const bits = bits_for("record of " + name);
  one.record = {bits.hi, bits.lo};
  tell(one, one.record, "start_record", R"({"name":")" + name + R"(","mine":true})");
  one.caller.own_record = one.record;
  return one;
}

void Town::tell(Citizen const& by, RecordId record, std::string const& act, std::string const& body) {
  auto const json = command_json(id_for("command " + std::to_string(++commands_)), act, body);
  auto read = wire::read_commands(json);
  auto const* commands = std::get_if<std::vector<wire::ReadCommand>>(&read);
  auto const done = commands ? house_->records.submit(by.caller, record, *commands) : std::nullopt;
  if (!done || done->answers.front().outcome == CommandFate::refused) {
    throw std::runtime_error("refused: " + (done ? done->answers.front().rule : "unread") + " " + json);
  }
}

std::uint64_t Town::events_of(RecordId record) { return house_->records.store().load(record)->head.position; }

}  // namespace kith::bench
