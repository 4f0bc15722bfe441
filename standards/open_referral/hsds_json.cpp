#include "standards/open_referral/hsds_json.hpp"

#include "standards/open_referral/hsds_service.hpp"
#include "standards/open_referral/hsds_tables.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

bool has_any(Json const& object, std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    if (wire::member(object, name)) return true;
  }
  return false;
}

bool looks_like_a_service(Json const& item) {
  if (has_any(item, {"location_type"})) return false;
  return has_any(item, {"status", "service_at_locations", "organization", "cost_options", "fees_description",
                        "application_process", "eligibility_description"});
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

}  // namespace

std::optional<Refusal> read_hsds_json(std::string const& file_name, std::string_view text, Reading& reading) {
  if (is_tabular_json(text)) return read_tabular_json(file_name, text, reading);
  auto const found =
      json_items(text, {"contents", "content", "services", "organizations", "service_at_locations"});
  if (!found || (found->items.empty() && !found->whole)) return refuse("DI18", {{"file", file_name}});
  ItemReader reader(file_name, reading);
  for (auto const item : found->items) {
    if (reading.ledger().is_full()) return refuse("DI17", {{"file", file_name}});
    reader.read(item);
  }
  if (!found->whole) reader.reject(reader.next_row(), "DI23", "the file ends in the middle");
  return std::nullopt;
}

}  // namespace kith::open_referral
