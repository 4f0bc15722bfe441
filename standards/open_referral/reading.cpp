#include "standards/open_referral/reading.hpp"

#include <algorithm>

namespace kith::open_referral {
namespace {

constexpr std::string_view no_name = "it has no name";

std::string why_again(ideas::ImportLedger const& ledger, ideas::Draft const& first, bool same) {
  auto const row = first.rows.front();
  return (same ? "says the same as row " : "has the same id as row ") +
         std::to_string(ledger.number_of(row)) + " of " + ledger.file_of(row);
}

}  // namespace

void Reading::leave_column_unread(std::string const& file, std::string_view column) {
  constexpr std::size_t heading_bytes_max = 120;
  ideas::ImportLedger unseen;
  Cleaner quiet(unseen, unseen.add_row(unseen.add_file(""), 1), nullptr);
  draft_.ledger.leave_unread(file + ": " + quiet.text("", column, heading_bytes_max));
}

void Reading::accept(ideas::Service service, std::string const& external_id,
                     std::vector<ideas::LedgerRow> rows) {
  auto const own = rows.front();
  if (service.name.empty()) return draft_.ledger.reject(own, "DI2", no_name);
  bool const local =
      !source_of_local_ids_.empty() && !parse_uuid(external_id.substr(0, external_id.find('@')));
  service.source = local ? source_of_local_ids_ : source_;
  service.external_id = external_id;
  service.id = ideas::service_id_of(service.source, external_id);
  service.next_check = plus_days(service.checked_on.value_or(imported_on_), ideas::check_every_days);
  if (service.age_min > service.age_max) {
    service.age_min = ideas::age_any_min, service.age_max = ideas::age_any_max;
    draft_.ledger.repair(own, "age_min", "is above the highest age; both left out");
  }

  auto const [at, fresh] = seen_.emplace(service.id, draft_.drafts.size());
  if (!fresh) {
    auto const& first = draft_.drafts[at->second];
    bool const own_entry = std::find(first.rows.begin(), first.rows.end(), own) != first.rows.end();
    if (own_entry)  // the row has made an entry, and counts as such
      return draft_.ledger.repair(own, "service_at_locations", "a location that is there twice was left out");
    return draft_.ledger.reject(own, "DI7", why_again(draft_.ledger, first, first.service == service));
  }
  if (service.sub_categories.empty()) {
    draft_.ledger.repair(own, "sub_categories", "none was recognised; found by searching, not suggested");
  }
  for (auto const row : rows) draft_.ledger.keep(row);
  draft_.drafts.push_back({std::move(service), std::move(rows)});
}

}  // namespace kith::open_referral
