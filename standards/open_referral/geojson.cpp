#include "standards/open_referral/geojson.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "standards/open_referral/hsds_json.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/json_items.hpp"
#include "standards/open_referral/mapped.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

std::optional<std::int64_t> udeg_of(Json const& number) {
  auto const lone = Json::object({{"n", number}});
  return number.is_number() ? millionths_of_text(text_of(lone, "n")) : std::nullopt;
}

constexpr std::size_t columns_named_max = 512;  // as many as a table may have

// The box round every position of a geometry, however deep its lists (wire/json.hpp bounds the depth).
struct Box {
  std::int64_t lat_min = std::numeric_limits<std::int64_t>::max(),
               lat_max = std::numeric_limits<std::int64_t>::min();
  std::int64_t lon_min = lat_min, lon_max = lat_max;
  std::size_t positions = 0;

  void take(Json const& coordinates) {
    if (!coordinates.is_array()) return;
    auto const& list = *coordinates.get_ptr<Json::array_t const*>();
    bool const is_position = list.size() >= 2 && list[0].is_number() && list[1].is_number();
    if (!is_position) {
      for (auto const& one : list) take(one);
      return;
    }
    auto const lon = udeg_of(list[0]), lat = udeg_of(list[1]);
    if (!lat || !lon) return;
    lat_min = std::min(lat_min, *lat), lat_max = std::max(lat_max, *lat);
    lon_min = std::min(lon_min, *lon), lon_max = std::max(lon_max, *lon);
    ++positions;
  }
  std::optional<ideas::Point> middle() const {
    if (positions == 0) return std::nullopt;
    return ideas::point_of((lat_min + lat_max) / 2, (lon_min + lon_max) / 2);
  }
};

class FeatureReader {
 public:
  FeatureReader(std::string const& file_name, Mapping const* mapping, Reading& reading)
      : mapping_(mapping),
        reading_(reading),
        rows_(reading),
        file_name_(file_name),
        file_(reading.ledger().add_file(file_name)) {}

  void read(std::string_view text) {
    auto const row = next_row();
    auto const parsed =
        wire::read_json(text, {.bytes_max = json_item_bytes_max, .fractions = wire::fraction_of});
    if (auto const* fault = std::get_if<wire::JsonRefusal>(&parsed)) {
      return reject(row, "DI23", "cannot be read: " + std::string(name_of(fault->fault)));
    }
    auto const* properties = wire::member(std::get<Json>(parsed), "properties");
    if (!properties || !properties->is_object()) return reject(row, "DI23", "has no properties");
    read_properties(*properties, place_of(std::get<Json>(parsed), row), row);
  }

  void finish() {
    rows_.finish();
    for (auto const& name : unread_) reading_.leave_column_unread(file_name_, name);
  }

  ideas::LedgerRow next_row() { return reading_.ledger().add_row(file_, ++count_); }
  void reject(ideas::LedgerRow row, std::string_view rule, std::string_view why) {
    reading_.ledger().reject(row, rule, why);
  }

 private:
  std::optional<ideas::Point> place_of(Json const& feature, ideas::LedgerRow row) {
    auto const* geometry = wire::member(feature, "geometry");
    auto const* coordinates = geometry ? wire::member(*geometry, "coordinates") : nullptr;
    if (!coordinates) return std::nullopt;
    Box box;
    box.take(*coordinates);
    if (box.positions > 1) reading_.ledger().repair(row, "geometry", "is not a point; its middle was taken");
    auto const middle = box.middle();
    if (!middle) reading_.ledger().repair(row, "geometry", "the coordinates are not on this world; left out");
    return middle;
  }

  void read_properties(Json const& properties, std::optional<ideas::Point> at, ideas::LedgerRow row) {
    std::map<std::string, std::string, std::less<>> cells;
    std::vector<std::string> names;
    for (auto const& [name, value] : *wire::object_of(properties)) {
      cells[name] = text_of(properties, name);
      names.push_back(name);
    }
    if (!mapping_ && names != guessed_for_) guessed_for_ = names, guessed_ = guess_mapping(names);
    auto const* mapping = mapping_ ? mapping_ : guessed_ ? &*guessed_ : nullptr;
    if (!mapping) return reject(row, "DI2", "it has no name");
    auto const cell = [&](std::string_view column) {
      auto const found = cells.find(column);
      return found == cells.end() ? std::string_view() : std::string_view(found->second);
    };
    for (auto const& [name, text] : cells) {
      if (!mapping_ && !text.empty() && unread_.size() < columns_named_max && !reads(*mapping, name))
        unread_.insert(name);
    }
    rows_.read(cell, at, *mapping, row);
  }

  Mapping const* mapping_;
  Reading& reading_;
  MappedRows rows_;
  std::set<std::string, std::less<>> unread_;
  std::string file_name_;
  std::uint32_t file_;
  std::uint32_t count_ = 0;
  std::vector<std::string> guessed_for_;
  std::optional<Mapping> guessed_;
};

}  // namespace

bool is_geojson(std::string_view text) {
  for (auto const& member : json_members(text)) {
    if (member.name == "type" && member.value == "\"FeatureCollection\"") return true;
    if (member.name == "features" && member.value.starts_with('[')) return true;
  }
  return false;
}

std::optional<Refusal> read_geojson(std::string const& file_name, std::string_view text,
                                    Mapping const* mapping, Reading& reading) {
  auto const found = json_items(text, {"features"});
  if (!found) return refuse("DI18", {{"file", file_name}});
  FeatureReader reader(file_name, mapping, reading);
  for (auto const item : found->items) {
    if (reading.ledger().is_full()) return refuse("DI17", {{"file", file_name}});
    reader.read(item);
  }
  reader.finish();
  if (!found->whole) reader.reject(reader.next_row(), "DI23", "the file ends in the middle");
  return std::nullopt;
}

}  // namespace kith::open_referral
