// Where things are, in millionths of a degree, and how far apart, in whole metres.
//
// Integers only, so that a tablet and the server order alike to the last metre: the surface is treated as
// flat between the two points (equirectangular), with an integer table of cosines. Within 100 km the error is
// below one part in 200. Pure.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>

namespace kith::ideas {

struct Point {
  std::int32_t lat_udeg = 0, lon_udeg = 0;  // north and east are positive
  friend constexpr auto operator<=>(Point, Point) = default;
};
inline constexpr std::int32_t lat_udeg_max = 90'000'000;
inline constexpr std::int32_t lon_udeg_max = 180'000'000;
inline constexpr std::int32_t distance_m_max = 20'040'000;  // half way round the world

std::optional<Point> point_of(std::int64_t lat_udeg, std::int64_t lon_udeg);  // nullopt: not on this world
std::int32_t distance_m(Point from, Point to);

// How many millionths of a degree a way is, north to south and east to west; never too few.
std::int32_t lat_span_udeg(std::int32_t way_m);
std::int32_t lon_span_udeg(std::int32_t way_m, std::int32_t lat_udeg);

}  // namespace kith::ideas
