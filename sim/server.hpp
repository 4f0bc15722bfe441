// The server without its machines: decides on what the sender may see, folds, and answers again as before.
//
// Pure; the same decide, apply and restrict as in app/records, without journal, seal or threads. A cookie is
// the number of a state that was shown to somebody.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/device/device.hpp"

namespace kith::sim {

struct Inhabitant {
  AccountId account;
  Role role;
  Name name;
  Reader reader() const { return {account, role}; }
};

class Server {
 public:
  Server(RecordId id, std::vector<Inhabitant> town) : id_(id), town_(std::move(town)) {}

  struct Answered {
    Command command;
    device_input::Answer answer;
  };

  // nullopt: there is no such record for this reader, and then nothing of the request is done.
  std::optional<device_input::Reply> commands(Inhabitant const&, std::vector<Command> const&, Instant now);
  std::optional<device_input::Patch> sync(Inhabitant const&, std::string const& since, Instant now);

  Record shown_to(Inhabitant const&, Instant now) const;
  Record const& record() const { return record_; }
  std::vector<Event> const& events() const { return events_; }
  std::map<std::pair<AccountId, CommandId>, Answered> const& answered() const { return answered_; }
  std::vector<KnownAccount> known() const;

 private:
  using Rows = std::map<std::string, std::string>;
  struct Shown {
    AccountId account;
    std::size_t position;
    Rows rows;
  };
  device_input::Answer decide_one(Inhabitant const&, Command const&, Instant now);

  RecordId id_;
  std::vector<Inhabitant> town_;
  Record record_;
  std::vector<Event> events_;
  std::map<std::pair<AccountId, CommandId>, Answered> answered_;
  std::vector<Shown> shown_;  // by cookie, from 1
};

}  // namespace kith::sim
