#include "standards/open_referral/places_table.hpp"

#include <algorithm>
#include <map>

#include "standards/open_referral/cleaner.hpp"
#include "standards/open_referral/csv_table.hpp"

namespace kith::open_referral {
namespace {

std::string_view cell(CsvTable const& table, std::vector<std::string> const& cells,
                      std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    if (auto const at = table.index_of(name)) return cells[*at];
  }
  return {};
}

bool has_any(CsvTable const& table, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](auto name) { return table.has(name); });
}

}  // namespace

std::variant<PlacesDraft, Refusal> read_places(std::string const& file_name, std::string_view bytes) {
  CsvTable table(bytes);
  if (!has_any(table, {"postcode", "outcode"}) || !has_any(table, {"latitude", "lat"}) ||
      !has_any(table, {"longitude", "lon", "lng"})) {
    return refuse("DI18", {{"file", file_name}});
  }
  PlacesDraft made;
  auto const file = made.ledger.add_file(file_name);
  std::map<std::string, ideas::LedgerRow> seen;
  while (auto const row = table.next(made.ledger, file)) {
    if (!row->usable) continue;
    Cleaner cleaner(made.ledger, row->row, nullptr);
    auto const outcode = ideas::outcode_of(cell(table, row->cells, {"postcode", "outcode"}));
    auto const lat = millionths_of_text(cell(table, row->cells, {"latitude", "lat"}));
    auto const lon = millionths_of_text(cell(table, row->cells, {"longitude", "lon", "lng"}));
    auto const middle = lat && lon ? ideas::point_of(*lat, *lon) : std::nullopt;
    if (!outcode || !middle) {
      made.ledger.reject(row->row, "DI25", "a place needs a postcode district and coordinates on this world");
      continue;
    }
    if (auto const [first, fresh] = seen.emplace(*outcode, row->row); !fresh) {
      made.ledger.reject(
          row->row, "DI7",
          "has the same district as row " + std::to_string(made.ledger.number_of(first->second)));
      continue;
    }
    auto const text = [&](std::string_view field, std::initializer_list<std::string_view> names) {
      return cleaner.text(field, cell(table, row->cells, names), ideas::place_bytes_max);
    };
    made.ledger.keep(row->row);
    made.districts.push_back({*outcode, text("town", {"town"}), text("region", {"region"}),
                              text("uk_region", {"uk_region"}),
                              text("country", {"country_string", "country"}), *middle});
    made.rows.push_back(row->row);
  }
  if (table.too_many() || made.districts.size() > ideas::districts_max)
    return refuse("DI17", {{"file", file_name}});
  return made;
}

}  // namespace kith::open_referral
