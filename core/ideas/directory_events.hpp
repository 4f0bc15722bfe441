// What can happen to a directory: the events of an organization's stream, which is public and not sealed.
//
// Events are for ever: a change is a new event. A report crosses over from somebody's record and says nothing
// about who: not the record, not the account, not the words (rule DC3). Values.
#pragma once
#include <string>
#include <variant>

#include "core/days.hpp"
#include "core/ideas/service.hpp"
#include "core/record/vocabulary.hpp"

namespace kith::ideas {

using ReportId = Id<struct ReportTag>;

// A publisher lists a service, or lists it changed. The whole of it as it now is.
struct ServiceListed {
  Service service;
};
// Somebody made sure that the entry is right. `by` is a role, never a name.
struct ServiceChecked {
  ServiceId service;
  Day on;
  std::string by;
};
// A curator takes it out of every list, or puts it back.
struct ServiceHidden {
  ServiceId service;
  bool hidden = true;
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

using DirectoryEvent =
    std::variant<ServiceListed, ServiceChecked, ServiceHidden, ServiceTroubleReported, ReportSettled>;

// The stream a new service is listed in: its organization's or, without one, its feed's.
IdBits organization_stream(Service const&);

// The service as listed anew, with what curators did to the one that is stored: a check stays until the
// publisher has checked since, and what they hid stays hidden (rule DI19).
Service with_curation(Service fresh, Service const& stored);

}  // namespace kith::ideas
