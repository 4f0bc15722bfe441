#include "standards/open_referral/hsds_tables.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "standards/open_referral/csv_table.hpp"
#include "standards/open_referral/hsds_json.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"
#include "standards/open_referral/letters.hpp"
#include "standards/open_referral/nested_tables.hpp"
#include "standards/open_referral/older_hsds.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

struct TableName {
  std::string_view file, table;
};
constexpr std::array<TableName, 41> table_names = {{
    {"services", "services"},
    {"service", "services"},
    {"organizations", "organizations"},
    {"organization", "organizations"},
    {"locations", "locations"},
    {"location", "locations"},
    {"service_at_location", "service_at_locations"},
    {"service_at_locations", "service_at_locations"},
    {"services_at_location", "service_at_locations"},
    {"services_at_locations", "service_at_locations"},
    {"addresses", "addresses"},
    {"address", "addresses"},
    {"physical_addresses", "addresses"},
    {"physical_address", "addresses"},
    {"phones", "phones"},
    {"phone", "phones"},
    {"contacts", "contacts"},
    {"contact", "contacts"},
    {"schedules", "schedules"},
    {"schedule", "schedules"},
    {"regular_schedules", "schedules"},
    {"regular_schedule", "schedules"},
    {"cost_options", "cost_options"},
    {"cost_option", "cost_options"},
    {"eligibility", "eligibility"},
    {"eligibilities", "eligibility"},
    {"accessibility", "accessibility"},
    {"accessibility_for_disabilities", "accessibility"},
    {"service_areas", "service_areas"},
    {"service_area", "service_areas"},
    {"attributes", "attributes"},
    {"attribute", "attributes"},
    {"service_attributes", "attributes"},
    {"service_attribute", "attributes"},
    {"service_taxonomy", "attributes"},
    {"service_taxonomies", "attributes"},
    {"services_taxonomy", "attributes"},
    {"taxonomy_terms", "taxonomy_terms"},
    {"taxonomy_term", "taxonomy_terms"},
    {"taxonomy", "taxonomy"},
    {"taxonomies", "taxonomy"},
}};

// In HSDS 1 and ORUK 1 the table `taxonomy` holds the terms; in HSDS 3 it names the lists of terms, which
// Kith does not need.
std::string table_with(std::string const& name, std::vector<std::string> const& columns) {
  if (name != "taxonomy") return name;
  bool const terms = std::any_of(columns.begin(), columns.end(), [](auto const& column) {
    return column == "parent_id" || column == "vocabulary" || column == "parent_name";
  });
  return std::string(terms ? "taxonomy_terms" : "");
}

std::vector<std::string> newer_columns(std::string const& table, std::vector<std::string> const& columns) {
  std::vector<std::string> made;
  for (auto const& column : columns) {
    auto newer = newer_column(table, column);
    bool const taken = newer != column && std::find(columns.begin(), columns.end(), newer) != columns.end();
    made.push_back(taken ? column : std::move(newer));
  }
  return made;
}

std::vector<std::string> in_small_letters(std::vector<std::string> columns) {
  for (auto& column : columns) column = lower(column);
  return columns;
}

bool has(std::vector<std::string> const& columns, std::string_view name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

std::string stem(std::string_view file_name) {
  return std::string(file_name.substr(0, std::min(file_name.rfind('.'), file_name.size())));
}

// file name → resource name, as datapackage.json says; empty without one.
std::map<std::string, std::string> resources_of(std::vector<NamedText> const& files) {
  std::map<std::string, std::string> names;
  for (auto const& file : files) {
    if (file.name != "datapackage.json") continue;
    auto const read = wire::read_json(file.bytes);
    auto const* package = std::get_if<Json>(&read);
    for (auto const& resource : list_of(package, "resources")) {
      auto path = text_of(resource, "path");
      path.erase(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
      names[path] = text_of(resource, "name");
    }
  }
  return names;
}

// Two files may claim to be one table (the UK's own examples hold schedule.csv and schedules.csv): the one
// the package lists comes first, then the longer one. The other is named as not read.
std::vector<NamedText const*> in_order_of_trust(std::vector<NamedText> const& files,
                                                std::map<std::string, std::string> const& resources) {
  std::vector<NamedText const*> order;
  for (auto const& file : files) order.push_back(&file);
  std::stable_sort(order.begin(), order.end(), [&](NamedText const* a, NamedText const* b) {
    bool const a_listed = resources.contains(a->name), b_listed = resources.contains(b->name);
    if (a_listed != b_listed) return a_listed;
    auto const a_table = hsds_table_of(lower(a->name)), b_table = hsds_table_of(lower(b->name));
    return a_table != b_table ? a_table < b_table : a->bytes.size() > b->bytes.size();
  });
  return order;
}

}  // namespace

std::string hsds_table_of(std::string_view file_name) {
  auto const name = stem(file_name);
  for (auto const& one : table_names) {
    if (one.file == name) return std::string(one.table);
  }
  return {};
}

// A list of one's own may be called "Services.csv" too: capitals are overlooked where another table is
// beside.
bool is_table_package(std::vector<NamedText> const& files) {
  auto const tables = std::count_if(files.begin(), files.end(), [](NamedText const& file) {
    return !hsds_table_of(lower(file.name)).empty() && lower(file.name).ends_with(".csv");
  });
  return std::any_of(files.begin(), files.end(), [&](NamedText const& file) {
    auto const name = tables > 1 ? lower(file.name) : file.name;
    if (hsds_table_of(name) != "services" || !name.ends_with(".csv")) return false;
    auto const said = CsvTable(file.bytes).columns();
    auto const columns = newer_columns("services", tables > 1 ? in_small_letters(said) : said);
    return has(columns, "id") && has(columns, "name");
  });
}

std::optional<Refusal> read_table_package(std::vector<NamedText> const& files, Reading& reading) {
  auto const resources = resources_of(files);
  Tables tables(reading);
  for (auto const* file : in_order_of_trust(files, resources)) {
    auto const resource = resources.find(file->name);
    auto named = hsds_table_of(lower(resource == resources.end() ? file->name : resource->second));
    if (named.empty()) named = hsds_table_of(lower(file->name));
    CsvTable csv(lower(file->name).ends_with(".csv") ? file->bytes : std::string_view());
    auto const columns = in_small_letters(csv.columns());
    auto const table = table_with(named, columns);
    if (table.empty() || csv.columns().empty() || !tables.table(table).columns.empty()) {
      if (file->name != "datapackage.json") reading.ledger().leave_unread(file->name);
      continue;
    }
    auto const number = reading.ledger().add_file(file->name);
    auto& kept = tables.table(table);
    kept.columns = newer_columns(table, columns);
    while (auto row = csv.next(reading.ledger(), number)) {
      if (row->usable) kept.rows.push_back({row->row, std::move(row->cells), {}});
    }
    if (csv.too_many()) return refuse("DI17", {{"file", file->name}});
  }
  tables.read_services();
  return std::nullopt;
}

bool is_tabular_json(std::string_view text) {
  bool services = false, others = false;
  for (auto const& member : json_members(text)) {
    if (member.name == "id" || member.name == "name") return false;  // an organization with its services
    auto const table = hsds_table_of(member.name);
    if (table.empty() || !member.value.starts_with('[')) continue;
    (table == "services" ? services : others) = true;
    if (member.name == "services.csv") others = true;
  }
  return services && others;
}

std::optional<Refusal> read_tabular_json(std::string const& file_name, std::string_view text,
                                         Reading& reading) {
  Tables tables(reading);
  for (auto const& member : json_members(text)) {
    auto const table = hsds_table_of(member.name);
    if (table.empty() || table == "taxonomy") {
      reading.ledger().leave_unread(file_name + ": " + std::string(member.name));
      continue;
    }
    auto const file = reading.ledger().add_file(file_name + ": " + std::string(member.name));
    auto const found = json_items(member.value, {});
    std::uint32_t number = 0;
    for (auto const item : found ? found->items : std::vector<std::string_view>()) {
      if (reading.ledger().is_full()) return refuse("DI17", {{"file", file_name}});
      auto const row = reading.ledger().add_row(file, ++number);
      auto const parsed =
          wire::read_json(item, {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of});
      auto const* values = std::get_if<Json>(&parsed);
      if (values && values->is_object())
        tables.table(table).rows.push_back({row, {}, item});
      else
        reading.ledger().reject(row, "DI23", "cannot be read");
    }
    if (!member.whole)
      reading.ledger().reject(reading.ledger().add_row(file, ++number), "DI23",
                              "the file ends in the middle");
  }
  tables.read_services();
  return std::nullopt;
}

}  // namespace kith::open_referral
