#include "standards/open_referral/hsds_json.hpp"

#include "standards/open_referral/hsds_service.hpp"
#include "standards/open_referral/hsds_tables.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::size_t count_digits_max = 9;

bool has_any(Json const& object, std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    if (wire::member(object, name)) return true;
  }
  return false;
}

bool looks_like_a_service(Json const& item) {
  if (has_any(item, {"location_type"})) return false;
  return has_any(item, {"status", "service_at_locations", "organization", "cost_options", "fees_description",
                        "application_process", "eligibility_description", "service_taxonomys", "eligibilitys",
                        "regular_schedules", "fees", "deliverable_type"});
}

// Reads the items of one file, each on a row of its own.
class ItemReader {
 public:
  ItemReader(std::string const& file_name, Reading& reading)
      : reading_(reading), file_(reading.ledger().add_file(file_name)) {}

  void read(std::string_view text) {
    auto const row = next_row();
    auto const parsed =
        wire::read_json(text, {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of});
    if (auto const* fault = std::get_if<wire::JsonRefusal>(&parsed)) {
      return reject(row, "DI23", "cannot be read: " + std::string(name_of(fault->fault)));
    }
    auto const& item = std::get<Json>(parsed);
    if (!item.is_object()) return reject(row, "DI23", "is not an object");
    if (auto const* service = wire::member(item, "service"); service && service->is_object()) {
      return read_service_at_location(item, *service, row);
    }
    if (auto const* services = wire::array_at(item, "services"))
      return read_organization(item, *services, row);
    if (!looks_like_a_service(item)) return reject(row, "DI21", "is neither a service nor holds one");
    read_hsds_service(item, reading_, {row});
  }

  ideas::LedgerRow next_row() { return reading_.ledger().add_row(file_, ++count_); }
  void reject(ideas::LedgerRow row, std::string_view rule, std::string_view why) {
    reading_.ledger().reject(row, rule, why);
  }

 private:
  void read_service_at_location(Json const& item, Json service, ideas::LedgerRow row) {
    Json place = item;
    place.erase("service");
    service["service_at_locations"] = Json::array({std::move(place)});
    read_hsds_service(service, reading_, {row});
  }

  // The organization's own row is its first service's; each further service has one of its own.
  void read_organization(Json const& organization, Json::array_t const& services, ideas::LedgerRow row) {
    if (services.empty()) return reject(row, "DI21", "is neither a service nor holds one");
    Json about = organization;
    about.erase("services");
    bool first = true;
    for (auto service : services) {
      auto const own = first ? row : next_row();
      first = false;
      if (!service.is_object()) {
        reject(own, "DI23", "is not an object");
        continue;
      }
      service["organization"] = about;
      read_hsds_service(service, reading_, {own});
    }
  }

  Reading& reading_;
  std::uint32_t file_;
  std::uint32_t count_ = 0;
};

// A page of services says how many there are. Where that is not so, the report says it; what is there is
// read.
void doubt_counts(std::string const& file_name, std::string_view text, std::size_t items, Reading& reading) {
  std::optional<std::int64_t> total, pages;
  for (auto const& member : json_members(text)) {
    bool const of_items = member.name == "total_items" || member.name == "totalElements";
    bool const of_pages = member.name == "total_pages" || member.name == "totalPages";
    if (!of_items && !of_pages) continue;
    auto const number = millionths_of_text(member.value, count_digits_max);
    if (number) (of_items ? total : pages) = *number / 1'000'000;
  }
  if (total && *total != static_cast<std::int64_t>(items)) {
    bool const a_part = pages.value_or(1) > 1;
    reading.ledger().doubt(
        file_name, "DI26",
        "says that there are " + std::to_string(*total) + " services; " + std::to_string(items) +
            " are in this file" +
            (a_part ? ", the others on " + std::to_string(*pages - 1) + " more pages" : ""));
  }
}

}  // namespace

std::optional<Refusal> read_hsds_json(std::string const& file_name, std::string_view text, Reading& reading) {
  if (is_tabular_json(text)) return read_tabular_json(file_name, text, reading);
  auto const found =
      json_items(text, {"contents", "content", "services", "organizations", "service_at_locations"});
  if (!found || (found->items.empty() && !found->whole)) return refuse("DI18", {{"file", file_name}});
  doubt_counts(file_name, text, found->items.size(), reading);
  ItemReader reader(file_name, reading);
  for (auto const item : found->items) {
    if (reading.ledger().is_full()) return refuse("DI17", {{"file", file_name}});
    reader.read(item);
  }
  if (!found->whole) reader.reject(reader.next_row(), "DI23", "the file ends in the middle");
  return std::nullopt;
}

}  // namespace kith::open_referral
