// What every reader of a directory shares while it reads: the day, the places, the drafts, the account.
//
// A reader makes a Service with a Cleaner and hands it to `accept`, which gives it its id, refuses what
// cannot be kept, and looks after the dates. Rules DI2, DI7, DI16.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/import_ledger.hpp"
#include "core/ideas/places.hpp"
#include "standards/open_referral/cleaner.hpp"

namespace kith::open_referral {

class Reading {
 public:
  // `source` names the feed: with the external id it makes a service's id. `imported_on` starts the first
  // check's ninety days. `places` may be null and is borrowed.
  Reading(std::string source, Day imported_on, ideas::Places const* places)
      : source_(std::move(source)), imported_on_(imported_on), places_(places) {}

  ideas::ImportLedger& ledger() { return draft_.ledger; }
  Day today() const { return imported_on_; }
  std::string const& source() const { return source_; }
  void set_source(std::string source) { source_ = std::move(source), source_of_local_ids_.clear(); }
  // For HSDS, whose ids are meant to be UUIDs, good anywhere. Ids that are none are only good within the
  // feed: two feeds may both count from 1 (rule DI29).
  void set_sources(std::string of_uuids, std::string of_local_ids) {
    source_ = std::move(of_uuids), source_of_local_ids_ = std::move(of_local_ids);
  }
  void set_feed(std::string feed) { draft_.feed = std::move(feed); }
  Cleaner cleaner(ideas::LedgerRow row) { return {draft_.ledger, row, places_}; }

  // Nothing is dropped without a line in the report (rule DI31).
  void leave_column_unread(std::string const& file, std::string_view column);

  void expect(std::size_t more) { draft_.drafts.reserve(draft_.drafts.size() + more); }
  // The first of `rows` is the service's own row: it is the one rejected or noted.
  void accept(ideas::Service, std::string const& external_id, std::vector<ideas::LedgerRow> rows);

  ideas::DirectoryDraft take() { return std::move(draft_); }

 private:
  std::string source_, source_of_local_ids_;
  Day imported_on_;
  ideas::Places const* places_;
  ideas::DirectoryDraft draft_;
  std::map<ServiceId, std::size_t> seen_;
};

}  // namespace kith::open_referral
