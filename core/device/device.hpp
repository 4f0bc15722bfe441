// The device: a step machine that holds one reader's restricted record and what is still waiting to be sent.
//
// `step` is the only way on and is pure: it gets what happened and says what to store, send and show. The
// browser does the storing, sending and drawing; the simulator drives this same code. Rules DV1-DV8
// (spec/device.md). What the server said is `base`; `shown` is base with everything waiting decided on top of
// it.
#pragma once
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/record/decide.hpp"

namespace kith {

inline constexpr std::int64_t clock_back_ms_max = hour_ms;  // DV6

enum class CommandFate : std::uint8_t { agreed, already, refused, changed_apart };
constexpr auto names_of(CommandFate) { return name_table("agreed", "already", "refused", "changed_apart"); }

struct Waiting {
  std::uint64_t order = 0;  // of the tap, for ever rising
  Command command;
  bool answered = false;  // the server has it; the patch that shows it has not come yet
};

struct Device {
  Reader reader;
  Name reader_name;
  RecordId record_id;
  ZoneRules zone;
  std::vector<KnownAccount> known;
  Record base, shown;
  std::vector<Waiting> waiting;
  std::vector<Command> in_flight;  // sent, not replied to yet
  std::uint64_t next_order = 1;
  std::string cookie;  // "" before the first patch
  std::optional<Instant> keep_until;
  Instant now;
  bool online = true;
  bool sending = false, asking = false, ask_again = false;
  bool locked = false;
};

namespace device_input {
struct Tapped {
  Command command;
};
struct Answer {
  CommandId id;
  CommandFate fate = CommandFate::agreed;
  std::string rule;
  Message message;
  std::optional<Ask> undo = {};  // of a change that overtook another
};
struct Reply {
  std::vector<Answer> answers;
};
struct Patch {
  std::optional<std::string> since;  // the cookie it was asked with, where that is known
  std::string cookie;
  bool reset = false;
  Instant keep_until;
  Record put;                     // the rows that changed, as tables
  std::vector<std::string> keys;  // their keys
  std::vector<std::string> del;
  std::vector<Answer> settled;  // commands of this sender that the server has already answered
};
struct Failed {};
struct Gone {};  // the record is not there for this reader any more
struct Signal {
  bool online = true;
};
struct Clock {
  Instant now;
};
struct Changed {};
}  // namespace device_input
using DeviceInput =
    std::variant<device_input::Tapped, device_input::Reply, device_input::Patch, device_input::Failed,
                 device_input::Gone, device_input::Signal, device_input::Clock, device_input::Changed>;

namespace device_output {
struct Store {  // entries of this record to keep or to drop
  std::set<std::string> rows, rows_gone;
  std::vector<Waiting> waiting;
  std::vector<Waiting> waiting_gone;
  bool cookie = false;  // cookie and keep_until changed
};
struct Send {
  std::vector<Command> commands;
};
struct Sync {
  std::string since;
};  // "" for everything
struct Show {};
struct Forget {};
struct Lock {};
struct Refused {
  Command command;
  std::string rule;
  Message message;
};
struct Apart {
  Command command;
  Message message;
  std::optional<Ask> undo;  // puts back what it overtook; absent for words, which stand side by side
};
}  // namespace device_output
using DeviceOutput =
    std::variant<device_output::Store, device_output::Send, device_output::Sync, device_output::Show,
                 device_output::Forget, device_output::Lock, device_output::Refused, device_output::Apart>;

std::vector<DeviceOutput> step(Device&, DeviceInput const&);

// After the stored rows and waiting commands were put in: decides what waits on top of them and starts.
std::vector<DeviceOutput> begin(Device&);

}  // namespace kith
