// GeoJSON (RFC 7946): a FeatureCollection whose features are services, read with a mapping of its properties.
//
// A point is where it is; of any other geometry the middle of its box is taken and noted. Rules DI15, DI18,
// DI23.
#pragma once
#include <string>
#include <string_view>

#include "core/refusal.hpp"
#include "standards/open_referral/mapping.hpp"
#include "standards/open_referral/reading.hpp"

namespace kith::open_referral {

bool is_geojson(std::string_view text);
// `mapping` null: the properties are known by their usual names.
std::optional<Refusal> read_geojson(std::string const& file_name, std::string_view text,
                                    Mapping const* mapping, Reading&);

}  // namespace kith::open_referral
