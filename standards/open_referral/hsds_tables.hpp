// HSDS 3.0 as tables: the CSV files of a data package, or the same tables in one JSON object. They are nested
// into services and read as such. Every row of every table that is read is accounted for. Rules DI21, DI22.
//
// A table is known by its `path` in datapackage.json or else by its name; the names of HSDS 1 and 2 are known
// too (`services_at_location`, `physical_addresses`, `accessibility_for_disabilities`).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/refusal.hpp"
#include "standards/open_referral/reading.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

struct NamedText {
  std::string name;        // the file's name, without folders
  std::string_view bytes;  // borrowed
};

// "physical_addresses.csv" → "addresses"; "" when it is no table that Kith reads.
std::string hsds_table_of(std::string_view file_name);

// A package: at least services.csv with `id` and `name`. Files that are no such table are left unread and
// said.
bool is_table_package(std::vector<NamedText> const& files);
std::optional<Refusal> read_table_package(std::vector<NamedText> const& files, Reading&);

bool is_tabular_json(
    std::string_view text);  // {"services.csv":[…], …} or {"services":[…],"locations":[…], …}
std::optional<Refusal> read_tabular_json(std::string const& file_name, std::string_view text, Reading&);

}  // namespace kith::open_referral
