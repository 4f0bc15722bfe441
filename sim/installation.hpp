// The installation of a simulated day: the real app over the real journal in memory, asked and answering in
// bytes.
//
// Sessions are the real ones of app/identity; the seal is the real one, shared by all days of a process.
// One thread asks, the writer's thread writes. `Without` breaks one safeguard at this door.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>

#include "adapters/identity_memory/identity_memory.hpp"
#include "adapters/passwords_sodium/passwords_sodium.hpp"
#include "app/identity/sign_in.hpp"
#include "app/records/records.hpp"
#include "sim/people.hpp"
#include "sim/unsafe_journal.hpp"

namespace kith::sim {

struct Answer {
  int status = 200;  // 200, 400, 401, 404, as over HTTP
  std::string body;
};

class Installation {
 public:
  Installation(RecordId, Instant now, Without);

  std::string sign_in(Inhabitant const&);  // a token
  void sign_out_everywhere(Inhabitant const& who) { sign_in_.sign_out_everywhere(who.account); }

  Answer commands(std::string const& token, std::string const& body);
  Answer sync(std::string const& token, std::string const& since);
  void restart();  // the machine stops, and begins again with what it has stored

  Instant now;

  // For whoever judges: nobody in the town sees these.
  app::Records& records() { return *records_; }
  Record const& whole() { return records_->store().load(id_)->record; }
  std::uint64_t position() { return records_->store().load(id_)->head.position; }
  std::vector<Event> events() { return records_->store().events_after(id_, 0); }
  std::set<std::string> answered_otherwise;    // commands that were answered in two ways
  std::map<std::string, std::string> answers;  // by command: "agreed", "refused PL6", …

 private:
  std::unique_ptr<app::Records> open();
  std::optional<app::Caller> who_asks(std::string const& token);
  void supersede_what_stands(std::vector<wire::ReadCommand>&);
  void move_stances(std::vector<wire::ReadCommand>&);
  void note(app::CommandAnswer const&);
  Answer not_there(AccountId) const;

  RecordId const id_;
  Without const without_;
  UnsafeJournal journal_;
  adapters::IdentityMemory identity_;
  adapters::PasswordsSodium passwords_{adapters::cheap_for_tests};
  identity::SignIn sign_in_;
  std::map<AccountId, std::string> links_;
  std::map<std::string, app::Caller> once_signed_in_;
  std::map<AccountId, Answer> kept_on_the_way_;
  std::unique_ptr<app::Records> records_;
};

}  // namespace kith::sim
