// Test only: an office with a journal in memory, a seal in memory and a clock that is set by hand.
#pragma once
#include <memory>

#include "adapters/seal_sodium/hash.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"
#include "app/records/watched_journal_test.hpp"
#include "core/record/story_test.hpp"
#include "wire/rows.hpp"

namespace kith::app {

using namespace story;

inline constexpr RecordId another_record{0x0EC0, 2};
using Rows = std::map<std::string, std::string>;

inline Caller caller_of(Who const& who) {
  Caller caller{who.account, who.role, Name{who.name}, {}, {}};
  caller.session.fill(static_cast<std::uint8_t>(who.account.lo));
  return caller;
}

class Office {
 public:
  // Given the keys of another office: as after a restore, the same keys and another journal.
  explicit Office(std::shared_ptr<adapters::SodiumSeal> keys = adapters::SodiumSeal::in_memory())
      : seal(std::move(keys)), records(open()) {}

  WatchedJournal journal{adapters::blake2b_256};
  std::shared_ptr<adapters::SodiumSeal> seal;
  Instant now = monday_noon;
  std::vector<std::pair<AccountId, RecordId>> started;
  std::vector<ServiceReported> reports;
  std::vector<std::pair<ServiceId, Barrier>> obstacles;
  std::unique_ptr<Records> records;

  // A new process over the same journal and keys: nothing in memory is left.
  void restart() {
    records.reset();
    records = open();
  }

  Command command(Ask ask, Sent how = {}) {
    auto const id = how.id.value_or(CommandId{0xC0DE, next_++});
    return {id, monday_noon, 0, how.voice, how.base, std::move(ask)};
  }
  static wire::ReadCommand read(Command const& command) {
    return wire::read_command(wire::write_command(command));
  }
  std::optional<CommandAnswer> send(Who const& who, Command const& command, RecordId record = the_record) {
    auto submitted = records->submit(caller_of(who), record, {read(command)});
    return submitted ? std::optional(submitted->answers.front()) : std::nullopt;
  }
  // What must be agreed. The id of its command.
  CommandId told(Who const& who, Ask ask, Sent how = {}, RecordId record = the_record) {
    auto const sent = command(std::move(ask), how);
    auto const answer = send(who, sent, record);
    bool const agreed = answer && answer->outcome == CommandFate::agreed;
    EXPECT_TRUE(agreed) << who.name << " was refused " << name_of(sent.ask) << " by "
                        << (answer ? answer->rule : "404");
    return sent.id;
  }
  void begin() { told(amina, StartRecord{{"Amina"}, true, false, {}, {}}); }

  // "agreed", "refused PL6", … or "404".
  std::string outcome(Who const& who, Command const& command, RecordId record = the_record) {
    auto const answer = send(who, command, record);
    if (!answer) return "404";
    return std::string(name_of(answer->outcome)) + (answer->rule.empty() ? "" : " " + answer->rule);
  }
  std::uint64_t position() const {
    auto const head = journal.head(bits_of(the_record));
    return head ? head->head.position : 0;
  }
  std::optional<SyncPatch> patch(Who const& who, std::string const& since = "") {
    auto outcome = records->sync(caller_of(who), the_record, since);
    auto* patch = std::get_if<SyncPatch>(&outcome);
    return patch ? std::optional(std::move(*patch)) : std::nullopt;
  }
  Rows rows_of(Who const& who) {
    auto const shown = records->shown(caller_of(who), the_record, Surface::view);
    return shown ? wire::write_rows(*shown) : Rows();
  }
  static void take(Rows& rows, SyncPatch const& patch) {
    if (patch.reset) rows.clear();
    for (auto const& key : patch.del) rows.erase(key);
    for (auto const& [key, row] : patch.put) rows[key] = row;
  }

 private:
  std::unique_ptr<Records> open() {
    auto const known = [](AccountId account) -> std::optional<KnownAccount> {
      for (auto const& one : everybody)
        if (one.account == account) return KnownAccount{one.account, Name{one.name}, one.role};
      return std::nullopt;
    };
    return std::make_unique<Records>(Records::Needs{
        journal,
        journal,
        *seal,
        adapters::blake2b_256,
        [this] { return now; },
        {},
        known,
        [this](AccountId account, RecordId record) { started.emplace_back(account, record); },
        [this](ServiceReported const& report, Day) { reports.push_back(report); },
        [this](ServiceId service, Barrier what, Day) { obstacles.emplace_back(service, what); }});
  }

  std::uint64_t next_ = 1;
};

}  // namespace kith::app
