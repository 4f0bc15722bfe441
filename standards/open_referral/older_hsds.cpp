#include "standards/open_referral/older_hsds.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "standards/open_referral/hsds_text.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::size_t joined_ids_max = 500;

struct ColumnName {
  std::string_view table, older, newer;
};
constexpr std::array<ColumnName, 35> column_names = {{
    {"services", "service_recordid", "id"},
    {"services", "service_name", "name"},
    {"services", "service_alternate_name", "alternate_name"},
    {"services", "service_organization", "organization_id"},
    {"services", "service_description", "description"},
    {"services", "service_locations", "location_ids"},
    {"services", "service_phones", "phone_ids"},
    {"services", "service_schedule", "schedule_ids"},
    {"services", "service_taxonomy", "taxonomy_term_ids"},
    {"services", "service_url", "url"},
    {"services", "service_email", "email"},
    {"services", "service_status", "status"},
    {"services", "service_application_process", "application_process"},
    {"services", "service_wait_time", "wait_time"},
    {"services", "service_fees", "fees_description"},
    {"services", "service_alert", "alert"},
    {"services", "fees", "fees_description"},
    {"services", "taxonomy_ids", "taxonomy_term_ids"},
    {"organizations", "organization_recordid", "id"},
    {"organizations", "organization_name", "name"},
    {"organizations", "url", "website"},
    {"locations", "location_recordid", "id"},
    {"locations", "location_name", "name"},
    {"locations", "location_latitude", "latitude"},
    {"locations", "location_longitude", "longitude"},
    {"locations", "location_transportation", "transportation"},
    {"taxonomy_terms", "taxonomy_recordid", "id"},
    {"taxonomy_terms", "taxonomy_name", "name"},
    {"taxonomy_terms", "vocabulary", "taxonomy"},
    {"attributes", "service_id", "link_id"},
    {"attributes", "taxonomy_id", "taxonomy_term_id"},
    {"accessibility", "accessibility", "description"},
    {"service_areas", "service_area", "name"},
    {"eligibility", "eligibility", "eligibility_description"},
    {"phones", "phone_number", "number"},
}};

using Names = std::initializer_list<char const*>;

// The first of the older names that is there takes the newer one, where that is free.
void rename(Json& object, Names older, char const* newer) {
  if (!object.is_object() || object.contains(newer)) return;
  for (auto const* name : older) {
    auto const at = object.find(name);
    if (at == object.end()) continue;
    auto value = std::move(*at);
    object.erase(at);
    object[newer] = std::move(value);
    return;
  }
}

Json::array_t* list_in(Json& object, char const* name) {
  auto const at = object.is_object() ? object.find(name) : object.end();
  return at == object.end() ? nullptr : at->get_ptr<Json::array_t*>();
}

// Both lists under one name.
void gather(Json& object, char const* from, char const* into) {
  auto* found = list_in(object, from);
  if (!found) return;
  auto taken = std::move(*found);
  object.erase(from);
  if (!list_in(object, into)) object[into] = Json::array();
  for (auto& one : taken) object[into].push_back(std::move(one));
}

// ORUK 1: `service_taxonomys` hold a `taxonomy` with a `vocabulary`; HSDS 2 has `service_attributes`.
void lift_attributes(Json& service) {
  for (auto const* older :
       {"service_taxonomys", "service_taxonomies", "service_attributes", "link_taxonomies"})
    gather(service, older, "attributes");
  auto* attributes = list_in(service, "attributes");
  if (!attributes) return;
  for (auto& one : *attributes) {
    rename(one, {"taxonomy"}, "taxonomy_term");
    if (one.is_object() && one.contains("taxonomy_term"))
      rename(one["taxonomy_term"], {"vocabulary"}, "taxonomy");
  }
}

void lift_schedules(Json& owner) { gather(owner, "regular_schedules", "schedules"); }

void lift_location(Json& location) {
  for (auto const* older : {"physical_addresses", "postal_addresses"}) gather(location, older, "addresses");
  for (auto const* older : {"accessibility_for_disabilities", "accessibility_for_disabilitiess"})
    gather(location, older, "accessibility");
  if (auto* access = list_in(location, "accessibility")) {
    for (auto& one : *access) rename(one, {"accessibility"}, "description");
  }
  lift_schedules(location);
}

// The first text of several rows wins; ages only when every row says the same.
void lift_eligibility(Json& service) {
  for (auto const* older : {"eligibilitys", "eligibilities", "eligibility"}) {
    auto* rows = list_in(service, older);
    if (!rows) continue;
    for (auto& row : *rows) rename(row, {"eligibility"}, "eligibility_description");
    for (auto const* name : {"eligibility_description", "minimum_age", "maximum_age"}) {
      bool const alike = std::all_of(rows->begin(), rows->end(), [&](Json const& row) {
        return text_of(row, name) == text_of(rows->front(), name);
      });
      auto const text = rows->empty() ? std::string() : text_of(rows->front(), name);
      bool const words = std::string_view(name) == "eligibility_description";
      if (!text.empty() && (alike || words) && !service.contains(name)) service[name] = text;
    }
    return;
  }
}

}  // namespace

std::string newer_column(std::string_view table, std::string_view column) {
  for (auto const& one : column_names) {
    if (one.table == table && one.older == column) return std::string(one.newer);
  }
  return std::string(column);
}

void lift_older_service(Json& service) {
  if (!service.is_object()) return;
  rename(service, {"fees"}, "fees_description");
  lift_eligibility(service);
  lift_attributes(service);
  lift_schedules(service);
  if (auto* areas = list_in(service, "service_areas")) {
    for (auto& one : *areas) rename(one, {"service_area"}, "name");
  }
  if (service.contains("organization")) rename(service["organization"], {"url"}, "website");
  auto* places = list_in(service, "service_at_locations");
  if (!places) return;
  for (auto& place : *places) {
    lift_schedules(place);
    if (place.is_object() && place.contains("location")) lift_location(place["location"]);
  }
}

std::vector<std::string> joined_ids(std::string_view cell) {
  std::vector<std::string> ids;
  while (!cell.empty() && ids.size() < joined_ids_max) {
    auto const comma = std::min(cell.find(','), cell.size());
    auto id = cell.substr(0, comma);
    while (!id.empty() && id.front() == ' ') id.remove_prefix(1);
    while (!id.empty() && id.back() == ' ') id.remove_suffix(1);
    if (!id.empty()) ids.emplace_back(id);
    cell.remove_prefix(std::min(comma + 1, cell.size()));
  }
  return ids;
}

}  // namespace kith::open_referral
