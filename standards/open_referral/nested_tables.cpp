#include "standards/open_referral/nested_tables.hpp"

#include <algorithm>

#include "standards/open_referral/hsds_json.hpp"
#include "standards/open_referral/hsds_service.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/older_hsds.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

void add_to(Json& into, char const* list, Json one) {
  if (!into.contains(list)) into[list] = Json::array();
  into[list].push_back(std::move(one));
}

// A row may hold text or a number where its organization or location belongs: then there is none.
Json* object_at(Json& row, char const* name) {
  auto const found = row.find(name);
  return found != row.end() && found->is_object() ? &*found : nullptr;
}

}  // namespace

Json Table::values(TableRow const& row) const {
  auto object = Json::object();
  if (!row.json.empty()) {
    auto parsed =
        wire::read_json(row.json, {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of});
    if (auto* read = std::get_if<Json>(&parsed)) object = std::move(*read);
    return object;
  }
  for (std::size_t n = 0; n < columns.size(); ++n) {
    if (!row.cells[n].empty()) object[columns[n]] = row.cells[n];
  }
  return object;
}

void Tables::read_services() {
  auto const& services = tables_["services"];
  for (auto const& service : services.rows) {
    rows_ = {service.row};
    auto nested = services.values(service);
    auto const id = text_of(nested, "id");
    nest_one(nested, "organization", "organizations", "organization_id");
    if (auto* organization = object_at(nested, "organization"))
      nest(*organization, "phones", "organization_id", text_of(*organization, "id"));
    for (auto const* list : {"phones", "schedules", "cost_options", "service_areas", "eligibility"})
      nest(nested, list, "service_id", id);
    nest_attributes(nested, id);
    nest_contacts(nested, id);
    nest_locations(nested, id);
    nest_listed(nested, "phones", "phone_ids");
    nest_listed(nested, "schedules", "schedule_ids");
    read_hsds_service(std::move(nested), reading_, rows_);
  }
  reading_.ledger().reject_the_rest("DI21", "belongs to no service that was read");
}

// Of two rows with one id the first is used, and the second said to be too many.
Tables::Index const& Tables::index(std::string const& name, std::string const& column) {
  auto const [at, fresh] = indexes_.try_emplace({name, column});
  if (!fresh) return at->second;
  auto const& table = tables_[name];
  bool const by_id = column == "id";
  for (auto const& row : table.rows) {
    auto const values = table.values(row);
    if (!by_id) {
      for (auto& id : joined_ids(text_of(values, column))) at->second.emplace(std::move(id), &row);
      continue;
    }
    auto id = text_of(values, "id");
    if (id.empty()) continue;
    auto const known = at->second.find(id);
    if (known == at->second.end()) {
      at->second.emplace(std::move(id), &row);
    } else if (name != "phones" && name != "schedules") {  // some exports repeat these for each service
      reading_.ledger().reject(
          row.row, "DI7",
          "has the same id as row " + std::to_string(reading_.ledger().number_of(known->second->row)));
    }
  }
  return at->second;
}

std::vector<Json> Tables::find(std::string const& name, std::string const& column, std::string const& value) {
  if (value.empty()) return {};
  std::vector<Json> found;
  auto const [from, until] = index(name, column).equal_range(value);
  for (auto one = from; one != until && found.size() < joined_rows_max; ++one) {
    found.push_back(tables_[name].values(*one->second));
    auto const row = one->second->row;
    if (std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(row);
  }
  return found;
}

void Tables::nest(Json& into, std::string const& table, std::string const& column, std::string const& value) {
  into[table] = Json::array();
  for (auto& one : find(table, column, value)) into[table].push_back(std::move(one));
}

// Of several ids the first that is there.
void Tables::nest_one(Json& into, std::string const& as, std::string const& table,
                      std::string const& column) {
  for (auto const& id : joined_ids(text_of(into, column))) {
    auto found = find(table, "id", id);
    if (found.empty()) continue;
    into[as] = std::move(found.front());
    return;
  }
}

// The rows a service itself lists by their ids, where no row of theirs names the service.
void Tables::nest_listed(Json& into, std::string const& table, std::string const& ids) {
  if (!into[table].empty()) return;
  for (auto const& id : joined_ids(text_of(into, ids))) {
    for (auto& one : find(table, "id", id)) add_to(into, table.c_str(), std::move(one));
  }
}

void Tables::nest_attributes(Json& into, std::string const& service) {
  nest(into, "attributes", "link_id", service);
  if (into["attributes"].empty()) {
    for (auto const& id : joined_ids(text_of(into, "taxonomy_term_ids")))
      into["attributes"].push_back({{"taxonomy_term_id", id}});
  }
  for (auto& attribute : into["attributes"])
    nest_one(attribute, "taxonomy_term", "taxonomy_terms", "taxonomy_term_id");
}

// Open Referral UK 1 keeps a service's phones under its contacts.
void Tables::nest_contacts(Json& into, std::string const& service) {
  nest(into, "contacts", "service_id", service);
  for (auto& contact : into["contacts"]) nest(contact, "phones", "contact_id", text_of(contact, "id"));
}

void Tables::nest_location_parts(Json& location) {
  for (auto const* part : {"addresses", "accessibility", "phones", "schedules"})
    nest(location, part, "location_id", text_of(location, "id"));
}

void Tables::nest_locations(Json& into, std::string const& service) {
  auto list = Json::array();
  for (auto& place : find("service_at_locations", "service_id", service)) {
    auto const id = text_of(place, "id");
    nest(place, "schedules", "service_at_location_id", id);
    nest(place, "phones", "service_at_location_id", id);
    nest_one(place, "location", "locations", "location_id");
    if (auto* location = object_at(place, "location")) nest_location_parts(*location);
    list.push_back(std::move(place));
  }
  if (list.empty()) {
    for (auto const& id : joined_ids(text_of(into, "location_ids"))) {
      for (auto& location : find("locations", "id", id)) {
        nest_location_parts(location);
        list.push_back({{"location", std::move(location)}});
      }
    }
  }
  into["service_at_locations"] = std::move(list);
}

}  // namespace kith::open_referral
