// What can happen to a directory: the events of an organization's stream, which is public and not sealed.
//
// Events are for ever: a change is a new event. A report crosses over from somebody's record and says nothing
// about who: not the record, not the account, not the words (rule DC3). Values.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "core/days.hpp"
#include "core/ideas/service.hpp"
#include "core/ideas/service_fields.hpp"
#include "core/record/vocabulary.hpp"

namespace kith::ideas {

using ReportId = Id<struct ReportTag>;
using ImportId = Id<struct ImportTag>;

// A publisher lists a service, or lists it changed. The whole of it as it now is. Version 1 named no import;
// version 3 says how many come, or whether people come alone, and is written where that is known.
struct ServiceListed {
  Service service;
  std::optional<ImportId> import = {};
};
// It is in its feed no more, or the import that brought it was taken back.
struct ServiceWithdrawn {
  ServiceId service;
  ImportId import;
};
// Somebody made sure that the entry is right. `by` is a role, never a name; `account` (since version 2) says
// whose hand it was, and only the curators' desk turns it into a name.
struct ServiceChecked {
  ServiceId service;
  Day on;
  std::string by;
  std::optional<AccountId> account = {};
};
// A curator takes it out of every list, or puts it back.
struct ServiceHidden {
  ServiceId service;
  bool hidden = true;
  std::optional<Day> on = {};  // since version 2, with `account`
  std::optional<AccountId> account = {};
};
// A curator puts one part right, or (without a text) lets the publisher's words stand again. Rule DC9.
// Version 2 is written for the parts from `group` on.
struct ServiceCorrected {
  ServiceId service;
  ServiceField field = ServiceField::name;
  std::optional<std::string> text;
  Day on;
  AccountId account;
};
struct ServiceTroubleReported {
  ReportId report;
  ServiceId service;
  ServiceReport what = ServiceReport::gone;
  Day on;
};
struct ReportSettled {
  ReportId report;
};
// Why somebody could not use it, or what was in the way: said about the service, by nobody (rule DC15).
struct ServiceObstacleHeard {
  ServiceId service;
  Barrier what = Barrier::other;
  Day month;  // its first day: a day could tell who it was
};

// One import of a feed. `input` is a hash of what was read: the same input goes on where it was cut off.
struct ImportStarted {
  ImportId import;
  std::string feed;
  Day on;
  std::string input;
  std::optional<ImportId> undoes = {};
};
struct ImportFinished {
  ImportId import;
  std::uint32_t fresh = 0, changed = 0, gone = 0;
};

using DirectoryEvent =
    std::variant<ServiceListed, ServiceChecked, ServiceHidden, ServiceTroubleReported, ReportSettled,
                 ServiceWithdrawn, ServiceCorrected, ServiceObstacleHeard, ImportStarted, ImportFinished>;

// The stream a new service is listed in: its organization's or, without one, its feed's.
IdBits organization_stream(Service const&);
// The stream in which imports are noted.
IdBits imports_stream();

// What curators did to a service. It lies over what the publisher says and outlives every import (DI19, DC9).
struct Curation {
  struct Check {
    Day on;
    std::string by;
    friend bool operator==(Check const&, Check const&) = default;
  };
  std::optional<Check> check;
  bool hidden = false;
  std::map<ServiceField, std::string> corrections;
  friend bool operator==(Curation const&, Curation const&) = default;
};

// A service as its publisher lists it, and what lies over it.
struct Entry {
  Service listed;
  Curation curation;
  std::optional<ImportId> import;  // which import listed it so; version 1 did not say
  bool withdrawn = false;
  friend bool operator==(Entry const&, Entry const&) = default;
};

// What everybody sees: a check stays until the publisher has checked since, what was hidden stays hidden, and
// what was put right stays so.
Service curated(Entry const&);

// The service as listed anew keeps the dates of the one that is stored, unless the publisher has checked
// since: the day of an import is no change.
Service with_dates_of(Service fresh, Service const& stored);

// Does an event concern this service?
std::optional<ServiceId> service_in(DirectoryEvent const&);

}  // namespace kith::ideas
