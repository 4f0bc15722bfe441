// An installation with invented people, made straight through its own house, for a program to be started on.
//
// A town owns its folder's house while it stands; end it before another process opens the folder. One thread.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "main/house.hpp"

namespace kith::bench {

struct Citizen {
  AccountId account;
  std::string token;
  RecordId record;  // of a person: their own
  app::Caller caller;
};

class Town {
 public:
  explicit Town(std::string const& folder);

  House& house() { return *house_; }
  Citizen practitioner(std::string const& name);
  Citizen person(std::string const& name);  // with a record, begun
  // One command of somebody to a record; its body as JSON, where "#1" to "#9999" stand for ids of their own.
  void tell(Citizen const& by, RecordId record, std::string const& act, std::string const& body);
  std::uint64_t events_of(RecordId);

 private:
  Citizen citizen(std::string const& name, Role role);
  std::unique_ptr<House> house_;
  std::uint64_t commands_ = 0;
};

// An id that is the same wherever `what` is the same.
std::string id_for(std::string const& what);

// {"commands":[…]} with one command, as a device sends it.
std::string command_json(std::string const& id, std::string const& act, std::string const& body);

}  // namespace kith::bench
