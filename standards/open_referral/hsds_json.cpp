#include "standards/open_referral/hsds_json.hpp"

#include <algorithm>
#include <array>

#include "standards/open_referral/encoding.hpp"
#include "standards/open_referral/hsds_service.hpp"
#include "standards/open_referral/hsds_tables.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::size_t count_digits_max = 9;
constexpr std::array<std::string_view, 5> page_lists = {"contents", "content", "data", "results", "items"};

std::string why_unread(wire::JsonFault fault) {
  switch (fault) {
    case wire::JsonFault::too_large:
      return "cannot be read: it is larger than 4 MB";
    case wire::JsonFault::too_deep:
      return "cannot be read: too many brackets within brackets";
    case wire::JsonFault::not_utf8:
      return "cannot be read: its letters are in no known encoding";
    case wire::JsonFault::has_nul:
      return "cannot be read: it holds a character that ends all text (NUL)";
    case wire::JsonFault::duplicate_key:
      return "cannot be read: it says the same name twice";
    case wire::JsonFault::not_json:
      return "cannot be read: it is not written as JSON is, perhaps a comma or a bracket too many";
    case wire::JsonFault::not_whole_number:
      return "cannot be read: a number in it is none";
  }
  return "cannot be read";
}

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

// With a name and a description and nothing that says it is a place, a term or an organization.
bool may_be_a_service(Json const& item) {
  return has_any(item, {"name"}) && has_any(item, {"description"}) &&
         !has_any(item, {"website",
                         "tax_status",
                         "tax_id",
                         "year_incorporated",
                         "legal_status",
                         "logo",
                         "uri",
                         "code",
                         "taxonomy",
                         "parent_id",
                         "programs",
                         "funding",
                         "vocabulary",
                         "term_uri",
                         "version",
                         "latitude",
                         "longitude",
                         "locations",
                         "location_type",
                         "addresses",
                         "child_of",
                         "organization_identifiers",
                         "parent_organization_id"});
}

// An object around a page: a list of pages, or one page a line.
bool is_page(Json const& item) {
  if (has_any(item, {"id", "name"})) return false;
  return std::any_of(page_lists.begin(), page_lists.end(),
                     [&](auto name) { return wire::array_at(item, name) != nullptr; });
}

// Reads the items of one file, each on a row of its own.
class ItemReader {
 public:
  ItemReader(std::string const& file_name, Reading& reading)
      : reading_(reading), file_(reading.ledger().add_file(file_name)) {}

  void read(std::string_view text) {
    auto const row = next_row();
    wire::JsonLimits const limits = {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of};
    auto parsed = wire::read_json(text, limits);
    auto const* fault = std::get_if<wire::JsonRefusal>(&parsed);
    if (fault && fault->fault == wire::JsonFault::not_utf8) {
      parsed = wire::read_json(utf_8_of_windows_1252(text), limits);
      fault = std::get_if<wire::JsonRefusal>(&parsed);
      reading_.ledger().repair(row, "", "is not UTF-8; read as Windows-1252");
    }
    if (fault) return reject(row, "DI23", why_unread(fault->fault));
    read(std::get<Json>(parsed), row, 0);
  }

  bool found_any() const { return found_any_; }
  bool too_many() const { return too_many_; }
  void set_list(std::string_view name) { of_organizations_ = name == "organizations"; }

  ideas::LedgerRow next_row() { return reading_.ledger().add_row(file_, ++count_); }
  void reject(ideas::LedgerRow row, std::string_view rule, std::string_view why) {
    reading_.ledger().reject(row, rule, why);
  }

 private:
  void read(Json const& item, ideas::LedgerRow row, std::size_t depth) {
    if (!item.is_object()) return reject(row, "DI23", "is not an object");
    if (auto const* service = wire::member(item, "service"); service && service->is_object()) {
      return read_service_at_location(item, *service, row);
    }
    if (auto const* services = wire::array_at(item, "services"))
      return read_organization(item, *services, row);
    if (depth < page_depth_max && is_page(item)) return read_page(item, row, depth);
    bool const one = looks_like_a_service(item) || (!of_organizations_ && may_be_a_service(item));
    if (!one) return reject(row, "DI21", "is neither a service nor holds one");
    read_service(item, {row});
  }

  void read_service(Json service, std::vector<ideas::LedgerRow> const& rows) {
    found_any_ = found_any_ || !text_of(service, "name").empty();
    read_hsds_service(std::move(service), reading_, rows);
  }

  // The page's own row is its first item's; each further item has one of its own.
  void read_page(Json const& page, ideas::LedgerRow row, std::size_t depth) {
    bool first = true;
    for (auto const name : page_lists) {
      auto const* items = wire::array_at(page, name);
      for (auto const& item : items ? *items : Json::array_t()) {
        if (reading_.ledger().is_full()) {
          too_many_ = true;
          return;
        }
        read(item, first ? row : next_row(), depth + 1);
        first = false;
      }
    }
    if (first) reject(row, "DI21", "is neither a service nor holds one");
  }

  void read_service_at_location(Json const& item, Json service, ideas::LedgerRow row) {
    Json place = item;
    place.erase("service");
    bool const own_door = wire::member(place, "location") || !wire::array_at(service, "service_at_locations");
    if (own_door) service["service_at_locations"] = Json::array({std::move(place)});
    read_service(std::move(service), {row});
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
      read_service(std::move(service), {own});
    }
  }

  Reading& reading_;
  std::uint32_t file_;
  std::uint32_t count_ = 0;
  bool found_any_ = false, too_many_ = false, of_organizations_ = false;
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
      json_items(text, {"contents", "content", "services", "organizations", "service_at_locations", "data",
                        "results", "items", "hsds", "service"});
  if (!found || (found->items.empty() && !found->whole)) return refuse("DI18", {{"file", file_name}});
  doubt_counts(file_name, text, found->items.size(), reading);
  ItemReader reader(file_name, reading);
  reader.set_list(found->list);
  for (auto const item : found->items) {
    if (reading.ledger().is_full()) return refuse("DI17", {{"file", file_name}});
    reader.read(item);
  }
  if (reader.too_many()) return refuse("DI17", {{"file", file_name}});
  if (!reader.found_any()) reading.ledger().doubt(file_name, "DI45", "holds no service that Kith can read");
  if (!found->whole) reader.reject(reader.next_row(), "DI23", "the file ends in the middle");
  return std::nullopt;
}

}  // namespace kith::open_referral
