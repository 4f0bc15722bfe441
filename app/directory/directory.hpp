// The directory: importing services, looking after them, and hearing that one is gone. Rules DC1 to DC8
// (spec/directory.md) and DI1, DI19.
//
// The journal holds what happened, one public stream for each organization; the read model follows the
// streams. Threads: any. Faults: those of the journal and the model; after one, catch_up() mends the model.
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/directory/directory_model.hpp"
#include "app/journal/journal.hpp"
#include "core/ideas/import_ledger.hpp"
#include "core/refusal.hpp"

namespace kith::app {

class Directory {
 public:
  struct Needs {
    Journal& journal;
    HashFunction hash;
    DirectoryModel& model;
    DirectorySearch& search;
    std::function<Instant()> clock;
    std::function<IdBits()> new_id;  // random
  };
  explicit Directory(Needs needs) : needs_(std::move(needs)) {}

  // Stores what was read and settles every row of the draft's ledger; returns its numbers (DI1, DI19).
  ideas::ImportCounts import(ideas::DirectoryDraft&);

  // For curators. nullopt: done; a refusal (DC1) means there is no such service or report.
  std::optional<Refusal> confirm(ServiceId, Day on, std::string const& by_role);
  std::optional<Refusal> hide(ServiceId, bool hidden);
  std::optional<Refusal> settle(ideas::ReportId);

  // Somebody says that a service is gone, wrong or not welcoming. Who, is not asked (DC3).
  std::optional<Refusal> report(ServiceId, ServiceReport what, Day on);

  // The read model follows the journal: at start, and after a fault. `rebuild` begins from nothing.
  void catch_up();
  void rebuild();

 private:
  using Changes = std::map<IdBits, std::vector<ideas::DirectoryEvent>>;
  void append(Changes const&);
  bool try_append(Changes const&, IdBits const& cause);
  void follow(IdBits const& stream);
  std::optional<ModelChange> change_of(ideas::DirectoryEvent const&,
                                       std::map<ServiceId, ideas::Service>& pending) const;
  std::optional<Refusal> record(ServiceId, ideas::DirectoryEvent);

  Needs needs_;
  std::mutex mutex_;  // one change at a time; reading goes straight to DirectorySearch
};

}  // namespace kith::app
