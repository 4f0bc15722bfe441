#include "adapters/directory_sqlite/cells.hpp"

#include <algorithm>

namespace kith::adapters {
namespace {

std::int64_t cell_of(std::int64_t udeg, std::int32_t from_udeg, std::int32_t cell_udeg) {
  return (udeg + from_udeg) / cell_udeg;
}

std::string cell_word(char precision, std::int64_t lat_cell, std::int64_t lon_cell) {
  return precision + std::to_string(lat_cell) + "x" + std::to_string(lon_cell);
}

}  // namespace

std::string cell_words(ideas::Point at) {
  auto const word = [&](char precision, std::int32_t cell_udeg) {
    return cell_word(precision, cell_of(at.lat_udeg, ideas::lat_udeg_max, cell_udeg),
                     cell_of(at.lon_udeg, ideas::lon_udeg_max, cell_udeg));
  };
  return word('f', fine_cell_udeg) + " " + word('g', coarse_cell_udeg);
}

std::string cells_in_circle(ideas::Point at, std::int32_t radius_m) {
  bool const fine = radius_m <= fine_radius_m_max;
  auto const cell_udeg = fine ? fine_cell_udeg : coarse_cell_udeg;
  auto const lat_span = ideas::lat_span_udeg(radius_m),
             lon_span = ideas::lon_span_udeg(radius_m, at.lat_udeg);
  auto const cell = [&](std::int64_t udeg, std::int32_t most) {
    return cell_of(std::clamp<std::int64_t>(udeg, -most, most), most, cell_udeg);
  };
  auto const south = cell(std::int64_t{at.lat_udeg} - lat_span, ideas::lat_udeg_max);
  auto const north = cell(std::int64_t{at.lat_udeg} + lat_span, ideas::lat_udeg_max);
  auto const west = cell(std::int64_t{at.lon_udeg} - lon_span, ideas::lon_udeg_max);
  auto const east = cell(std::int64_t{at.lon_udeg} + lon_span, ideas::lon_udeg_max);
  if (static_cast<std::size_t>((north - south + 1) * (east - west + 1)) > cells_per_query_max) return {};
  std::string expression;
  for (auto lat = south; lat <= north; ++lat) {
    for (auto lon = west; lon <= east; ++lon) {
      expression += (expression.empty() ? "" : " OR ") + cell_word(fine ? 'f' : 'g', lat, lon);
    }
  }
  return expression;
}

std::int64_t geographic_order(ideas::Point at) {
  auto const lat = static_cast<std::uint32_t>((std::int64_t{at.lat_udeg} + ideas::lat_udeg_max) * 4095 /
                                              (2 * ideas::lat_udeg_max));
  auto const lon = static_cast<std::uint32_t>((std::int64_t{at.lon_udeg} + ideas::lon_udeg_max) * 4095 /
                                              (2 * std::int64_t{ideas::lon_udeg_max}));
  std::int64_t order = 0;
  for (int bit = 11; bit >= 0; --bit) order = order << 2 | (lat >> bit & 1u) << 1 | (lon >> bit & 1u);
  return order;
}

}  // namespace kith::adapters
