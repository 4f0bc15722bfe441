// The places table of an installation, from CSV: one row per postcode district with its middle. No standard;
// it lives here because it needs the same reader and gives the same account. Rules DI1-DI6, DI25.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/ideas/import_ledger.hpp"
#include "core/ideas/places.hpp"
#include "core/refusal.hpp"

namespace kith::open_referral {

struct PlacesDraft {
  std::vector<ideas::District> districts;
  std::vector<ideas::LedgerRow> rows;  // of each district
  ideas::ImportLedger ledger;
};

// Columns: postcode (or outcode), latitude, longitude and, as far as there are, town, region, uk_region,
// country_string (or country).
std::variant<PlacesDraft, Refusal> read_places(std::string const& file_name, std::string_view bytes);

}  // namespace kith::open_referral
