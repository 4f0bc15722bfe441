// The directory: importing services, looking after them, and hearing that one is gone. Rules DC1 to DC16
// (spec/directory.md) and DI1, DI19.
//
// The journal holds what happened, one public stream for each organization; the read model follows the
// streams. Threads: any. Faults: those of the journal and the model; after one, catch_up() mends the model.
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "app/directory/directory_model.hpp"
#include "app/journal/journal.hpp"
#include "core/ideas/import_ledger.hpp"
#include "core/refusal.hpp"

namespace kith::app {

inline constexpr std::size_t changes_listed_max = 200;  // of each kind; the rest is counted
inline constexpr std::size_t history_shown_max = 200;

// What an import would change, or did.
struct ImportChanges {
  struct Changed {
    ServiceId service;
    std::string name;
    std::vector<ideas::FieldChange> fields;  // none: new, or gone
  };
  std::size_t fresh = 0, changed = 0, gone = 0;
  std::vector<Changed> fresh_listed, changed_listed, gone_listed;
  std::size_t kept_by_curators = 0;  // parts that stay as a curator put them
};

struct ImportAsk {
  Day on;
  std::string input;      // a hash of what was read
  bool is_whole = false;  // the whole of the feed: what is not in it any more is withdrawn
  std::function<void(std::size_t done, std::size_t all)> progress = {};
};
struct ImportDone {
  ideas::ImportCounts counts;
  ImportChanges changes;
  std::optional<ideas::ImportId> import;  // absent: nothing changed
  bool went_on = false;                   // from where the same import was cut off
};
struct UndoDone {
  ideas::ImportId import;  // the undoing is an import too, and can be undone
  std::size_t put_back = 0, withdrawn = 0, changed_since = 0;
};

// One thing that happened to a service, with what it changed.
struct HistoryLine {
  ideas::DirectoryEvent event;
  std::vector<ideas::FieldChange> changes;
  Instant recorded_at;
};

// Whose hand it is. The role is public; the account is looked up only at the curators' desk.
struct Curator {
  AccountId account;
  std::string role;
};

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

  // What importing would change. Settles every row of the draft's ledger, and stores nothing.
  ImportChanges preview(ideas::DirectoryDraft&) const;
  // Stores what was read; the ledger's numbers and the changes say what that was (DI1, DI19, DC12). Refused,
  // with nothing stored: DC19 (it is to be the whole of the feed and was not read whole).
  std::variant<ImportDone, Refusal> import(ideas::DirectoryDraft&, ImportAsk const&);
  // Takes one import back as a whole: DC13. One that was cut off goes on. Refused: DC14.
  std::variant<UndoDone, Refusal> undo(ideas::ImportId, Day on);
  std::vector<ImportNote> imports(std::size_t limit) const { return needs_.model.imports(limit); }

  // For curators. nullopt: done. Refused: DC1 (no such service or report), DC10 (no fit text).
  std::optional<Refusal> confirm(ServiceId, Day on, Curator const&);
  std::optional<Refusal> hide(ServiceId, bool hidden, Day on, Curator const&);
  // Without a text the publisher's words stand again (DC9).
  std::optional<Refusal> correct(ServiceId, ideas::ServiceField, std::optional<std::string> text, Day on,
                                 Curator const&);
  std::optional<Refusal> settle(ideas::ReportId);
  std::vector<HistoryLine> history(ServiceId) const;  // the newest first (DC11)

  // Somebody says that a service is gone, wrong or not welcoming. Who, is not asked (DC3).
  std::optional<Refusal> report(ServiceId, ServiceReport what, Day on);
  // What was in somebody's way: the month, and nothing about who (DC15).
  std::optional<Refusal> hear(ServiceId, Barrier what, Day on);

  // The read model follows the journal: at start, and after a fault. `rebuild` begins from nothing.
  void catch_up();
  void rebuild();

 private:
  using Changes = std::map<IdBits, std::vector<ideas::DirectoryEvent>>;
  class Batch;
  void append(Changes);
  void try_append(Changes&, IdBits const& cause, std::uint32_t& n);
  void follow(std::span<IdBits const> streams);
  void note(StoredEvent const&, ModelStep&, std::map<ServiceId, ideas::Entry>& pending) const;
  std::optional<ModelChange> change_of(ideas::DirectoryEvent const&,
                                       std::map<ServiceId, ideas::Entry>& pending) const;
  std::optional<Refusal> record(ServiceId, ideas::DirectoryEvent);
  std::optional<ideas::DirectoryEvent> event_at(IdBits const& stream, std::uint64_t position,
                                                Instant* recorded_at = nullptr) const;
  std::optional<ideas::DirectoryEvent> before(ServiceId, ideas::ImportId listed_by,
                                              ideas::ImportId undoing) const;
  void note_gone(ideas::DirectoryDraft const&, ImportChanges&) const;
  std::optional<ideas::ImportId> cut_off(std::string const& feed, std::string const& input) const;

  Needs needs_;
  std::mutex mutex_;  // one change at a time; reading goes straight to DirectorySearch
};

}  // namespace kith::app
