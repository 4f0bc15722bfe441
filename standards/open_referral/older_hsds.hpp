// What HSDS 1 and 2 and Open Referral UK 1.0 called things, in the words of HSDS 3: older files are read as
// if they had been written today, so that there is one mapping into services and not four.
//
// Names only; no value is judged here. What has no place in HSDS 3 is left where it stands. Pure. Rule DI28
// (spec/directory-import.md); the table of names is in Open Referral's own migration guides.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "wire/json.hpp"

namespace kith::open_referral {

// The HSDS 3 column of a table: ("services", "service_recordid") → "id". Unknown names stay.
std::string newer_column(std::string_view table, std::string_view column);

// One nested service, changed in place: `eligibilitys`, `service_taxonomys`, `regular_schedules`, `fees` …
void lift_older_service(wire::Json& service);

// "12,34, 56" → three ids: some exports join the ids of many rows in one cell.
std::vector<std::string> joined_ids(std::string_view cell);

}  // namespace kith::open_referral
