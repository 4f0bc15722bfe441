#include "standards/open_referral/hsds_tables.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "standards/open_referral/csv_table.hpp"
#include "standards/open_referral/hsds_json.hpp"
#include "standards/open_referral/hsds_service.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::size_t joined_rows_max = 200;  // of one table under one service or location

struct TableName {
  std::string_view file, table;
};
constexpr std::array<TableName, 17> table_names = {{{"services", "services"},
                                                    {"organizations", "organizations"},
                                                    {"locations", "locations"},
                                                    {"service_at_location", "service_at_locations"},
                                                    {"service_at_locations", "service_at_locations"},
                                                    {"services_at_location", "service_at_locations"},
                                                    {"addresses", "addresses"},
                                                    {"physical_addresses", "addresses"},
                                                    {"phones", "phones"},
                                                    {"schedules", "schedules"},
                                                    {"schedule", "schedules"},
                                                    {"cost_options", "cost_options"},
                                                    {"accessibility", "accessibility"},
                                                    {"accessibility_for_disabilities", "accessibility"},
                                                    {"service_areas", "service_areas"},
                                                    {"attributes", "attributes"},
                                                    {"taxonomy_terms", "taxonomy_terms"}}};

// A row is kept as it was read and becomes values only while its service is nested: a package of the greatest
// size allowed would not fit into memory as values.
struct TableRow {
  ideas::LedgerRow row = 0;
  std::vector<std::string> cells;  // of a CSV row
  std::string_view json;           // of an item of JSON, known to be an object
};
struct Table {
  std::vector<std::string> columns;
  std::vector<TableRow> rows;

  Json values(TableRow const& row) const {
    if (!row.json.empty()) {
      auto parsed =
          wire::read_json(row.json, {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of});
      auto* object = std::get_if<Json>(&parsed);
      return object ? std::move(*object) : Json::object();
    }
    auto object = Json::object();
    for (std::size_t n = 0; n < columns.size(); ++n) {
      if (!row.cells[n].empty()) object[columns[n]] = row.cells[n];
    }
    return object;
  }
};

// All tables in memory, and what joins them.
class Tables {
 public:
  Table& table(std::string const& name) { return tables_[name]; }

  void read_services(Reading& reading) {
    auto const& services = tables_["services"];
    for (auto const& service : services.rows) {
      rows_ = {service.row};
      auto nested = services.values(service);
      auto const id = text_of(nested, "id");
      nest_one(nested, "organization", "organizations", "organization_id");
      for (auto const* list : {"phones", "schedules", "cost_options", "service_areas"}) {
        nest(nested, list, list, "service_id", id);
      }
      nest_attributes(nested, id);
      nest_locations(nested, id);
      read_hsds_service(nested, reading, rows_);
    }
    reading.ledger().reject_the_rest("DI21", "belongs to no service that was read");
  }

 private:
  std::vector<Json> find(std::string const& name, std::string const& column, std::string const& value) {
    if (value.empty()) return {};
    auto const& table = tables_[name];
    auto const [at, fresh] = indexes_.try_emplace({name, column});
    if (fresh) {
      for (auto const& row : table.rows) {
        auto key = text_of(table.values(row), column);
        if (!key.empty()) at->second.emplace(std::move(key), &row);
      }
    }
    std::vector<Json> found;
    auto const [from, until] = at->second.equal_range(value);
    for (auto one = from; one != until && found.size() < joined_rows_max; ++one) {
      found.push_back(table.values(*one->second));
      auto const row = one->second->row;
      if (std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(row);
    }
    return found;
  }

  void nest(Json& into, std::string const& as, std::string const& table, std::string const& column,
            std::string const& value) {
    into[as] = Json::array();
    for (auto& one : find(table, column, value)) into[as].push_back(std::move(one));
  }

  void nest_one(Json& into, std::string const& as, std::string const& table, std::string const& column) {
    auto found = find(table, "id", text_of(into, column));
    if (!found.empty()) into[as] = std::move(found.front());
  }

  void nest_attributes(Json& into, std::string const& service) {
    nest(into, "attributes", "attributes", "link_id", service);
    for (auto& attribute : into["attributes"]) {
      nest_one(attribute, "taxonomy_term", "taxonomy_terms", "taxonomy_term_id");
    }
  }

  void nest_locations(Json& into, std::string const& service) {
    auto list = Json::array();
    for (auto& place : find("service_at_locations", "service_id", service)) {
      auto const id = text_of(place, "id");
      nest(place, "schedules", "schedules", "service_at_location_id", id);
      nest(place, "phones", "phones", "service_at_location_id", id);
      nest_one(place, "location", "locations", "location_id");
      if (auto const location = place.find("location"); location != place.end()) {
        for (auto const* part : {"addresses", "accessibility", "phones", "schedules"}) {
          nest(*location, part, part, "location_id", text_of(*location, "id"));
        }
      }
      list.push_back(std::move(place));
    }
    into["service_at_locations"] = std::move(list);
  }

  std::map<std::string, Table> tables_;
  std::map<std::pair<std::string, std::string>, std::multimap<std::string, TableRow const*>> indexes_;
  std::vector<ideas::LedgerRow> rows_;  // of the service being nested
};

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

}  // namespace

std::string hsds_table_of(std::string_view file_name) {
  auto const name = stem(file_name);
  for (auto const& one : table_names) {
    if (one.file == name) return std::string(one.table);
  }
  return {};
}

bool is_table_package(std::vector<NamedText> const& files) {
  return std::any_of(files.begin(), files.end(), [](NamedText const& file) {
    if (hsds_table_of(file.name) != "services" || !file.name.ends_with(".csv")) return false;
    CsvTable table(file.bytes);
    return table.has("id") && table.has("name");
  });
}

std::optional<Refusal> read_table_package(std::vector<NamedText> const& files, Reading& reading) {
  auto const resources = resources_of(files);
  Tables tables;
  for (auto const& file : files) {
    auto const resource = resources.find(file.name);
    auto table = hsds_table_of(resource == resources.end() ? file.name : resource->second);
    if (table.empty()) table = hsds_table_of(file.name);
    if (table.empty() || !file.name.ends_with(".csv")) {
      if (file.name != "datapackage.json") reading.ledger().leave_unread(file.name);
      continue;
    }
    auto const number = reading.ledger().add_file(file.name);
    CsvTable csv(file.bytes);
    auto& kept = tables.table(table);
    if (!kept.rows.empty()) return refuse("DI18", {{"file", file.name}});  // the same table twice
    kept.columns = csv.columns();
    while (auto row = csv.next(reading.ledger(), number)) {
      if (row->usable) kept.rows.push_back({row->row, std::move(row->cells), {}});
    }
    if (csv.too_many()) return refuse("DI17", {{"file", file.name}});
  }
  tables.read_services(reading);
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
  Tables tables;
  for (auto const& member : json_members(text)) {
    auto const table = hsds_table_of(member.name);
    if (table.empty()) {
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
  tables.read_services(reading);
  return std::nullopt;
}

}  // namespace kith::open_referral
