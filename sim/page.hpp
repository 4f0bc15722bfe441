// A page: the browser's half of a device, as web/src/sync is. It stores, sends and shows what the machine of
// core/device says, and nothing else.
//
// Everything between the page and the machine is JSON, and so is everything stored. A page can be closed and
// opened again with what was stored. Requests come out of `requests`; somebody else carries them. One thread.
#pragma once
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/device/device.hpp"
#include "sim/installation.hpp"
#include "wire/json.hpp"

namespace kith::sim {

struct Request {
  bool sends = false;  // commands, or else a look at what changed
  std::string token;
  std::string what;        // the commands, or the cookie
  std::string state;       // of a look: the cookie of the state that the answer will be a difference to
  std::uint64_t look = 0;  // which look of this page it is
};

class Page {
 public:
  Page(Inhabitant const& whose, RecordId record, std::string pass, Without without)
      : who(whose), token(std::move(pass)), record_(record), without_(without) {}

  void open(Instant clock);  // from what is stored, as after it was closed
  void tap(Command const&);
  void clock(Instant);
  void signal(bool online);
  void changed();
  void failed();
  bool hear(Request const&, Answer const&);  // false: it is not heard any more
  void sign_in_again(std::string pass);

  bool shows() const { return !locked && !device.base.person.empty(); }

  Inhabitant const who;
  std::string token;
  Device device;
  bool locked = false;     // by its clock (DV6)
  bool pass_over = false;  // reading goes on, sending waits until they sign in again
  std::uint64_t life = 0;  // a page that was closed hears no answer
  std::vector<Request> requests;
  std::vector<std::string> given_back;  // commands whose words came back to their writer
  std::vector<std::string> faults;      // what a page must never meet
  struct Apart {
    Command command;
    std::optional<Ask> undo;
  };
  std::vector<Apart> apart;

 private:
  void take(wire::Json const& input);
  void act(std::vector<DeviceOutput> const&);
  void store(wire::Json const& output);
  void act_on(wire::Json const& output);
  void forget();
  void note_clock(Instant);

  RecordId const record_;
  Without const without_;
  std::map<std::string, wire::Json> stored_;
  Instant seen_{};           // the latest time that was noted here
  std::uint64_t looks_ = 0;  // the newest; what an earlier one finds is not heard any more
};

}  // namespace kith::sim
