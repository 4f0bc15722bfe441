// One nested HSDS 3.0 service (https://docs.openreferral.org/en/v3.0.1/) becomes services as Kith keeps them.
//
// A service held at several locations becomes one entry for each, because a person goes to one door. The
// nesting is that of `service_full`; tables are nested into it first (hsds_tables.hpp), so that there is one
// mapping and not two. Rules DI2, DI7, DI11-DI16, DI20, DI46-DI49 (spec/directory-import.md).
#pragma once
#include <vector>

#include "standards/open_referral/reading.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

inline constexpr std::size_t locations_per_service_max = 50;
inline constexpr std::size_t list_rows_max = 200;  // of one list under a service, a location or both
inline constexpr std::int32_t area_radius_m_default = 10'000;  // round an office that comes to people

// The taxonomy whose term codes are our own sub-category names.
inline constexpr std::string_view own_taxonomy = "kith";

// `rows`: what the service was made of, its own row first.
void read_hsds_service(wire::Json service, Reading&, std::vector<ideas::LedgerRow> const& rows);

}  // namespace kith::open_referral
