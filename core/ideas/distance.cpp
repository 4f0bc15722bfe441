#include "core/ideas/distance.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace kith::ideas {
namespace {

constexpr std::int64_t m_per_degree = 111'195;  // of a circle with the mean radius of the earth, 6,371 km
constexpr std::int64_t udeg_per_degree = 1'000'000;
constexpr std::int64_t one = 1 << 16;  // the fixed point of the table

// cos(n degrees) * 65536, rounded.
constexpr std::array<std::int32_t, 92> cosines = {
    65536, 65526, 65496, 65446, 65376, 65287, 65177, 65048, 64898, 64729, 64540, 64332, 64104, 63856,
    63589, 63303, 62997, 62672, 62328, 61966, 61584, 61183, 60764, 60326, 59870, 59396, 58903, 58393,
    57865, 57319, 56756, 56175, 55578, 54963, 54332, 53684, 53020, 52339, 51643, 50931, 50203, 49461,
    48703, 47930, 47143, 46341, 45525, 44695, 43852, 42995, 42126, 41243, 40348, 39441, 38521, 37590,
    36647, 35693, 34729, 33754, 32768, 31772, 30767, 29753, 28729, 27697, 26656, 25607, 24550, 23486,
    22415, 21336, 20252, 19161, 18064, 16962, 15855, 14742, 13626, 12505, 11380, 10252, 9121,  7987,
    6850,  5712,  4572,  3430,  2287,  1144,  0,     0};

std::int64_t cosine(std::int32_t lat_udeg) {
  auto const lat = std::min<std::int64_t>(lat_udeg < 0 ? -std::int64_t{lat_udeg} : lat_udeg, lat_udeg_max);
  auto const degree = static_cast<std::size_t>(lat / udeg_per_degree);
  auto const beyond = lat % udeg_per_degree;
  return cosines[degree] - (cosines[degree] - cosines[degree + 1]) * beyond / udeg_per_degree;
}

std::int64_t square_root(std::int64_t value) {
  std::int64_t root = 0;
  auto const highest = std::bit_width(static_cast<std::uint64_t>(value) | 1) - 1;
  for (std::int64_t bit = std::int64_t{1} << (highest & ~1); bit != 0; bit >>= 2) {
    if (value >= root + bit) {
      value -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  return root;
}

}  // namespace

std::optional<Point> point_of(std::int64_t lat_udeg, std::int64_t lon_udeg) {
  if (lat_udeg < -lat_udeg_max || lat_udeg > lat_udeg_max) return std::nullopt;
  if (lon_udeg < -lon_udeg_max || lon_udeg > lon_udeg_max) return std::nullopt;
  return Point{static_cast<std::int32_t>(lat_udeg), static_cast<std::int32_t>(lon_udeg)};
}

std::int32_t distance_m(Point from, Point to) {
  auto const up = std::int64_t{to.lat_udeg} - from.lat_udeg;
  auto along = std::int64_t{to.lon_udeg} - from.lon_udeg;
  if (along > lon_udeg_max) along -= 2 * std::int64_t{lon_udeg_max};
  if (along < -lon_udeg_max) along += 2 * std::int64_t{lon_udeg_max};
  auto const middle = static_cast<std::int32_t>((std::int64_t{from.lat_udeg} + to.lat_udeg) / 2);
  auto const up_m = up * m_per_degree / udeg_per_degree;
  auto const along_m = along * m_per_degree / udeg_per_degree * cosine(middle) / one;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(square_root(up_m * up_m + along_m * along_m), distance_m_max));
}

std::int32_t lat_span_udeg(std::int32_t way_m) {
  return static_cast<std::int32_t>(std::min<std::int64_t>(
      (std::int64_t{way_m} + 2) * udeg_per_degree / m_per_degree + 1, 2 * std::int64_t{lat_udeg_max}));
}

std::int32_t lon_span_udeg(std::int32_t way_m, std::int32_t lat_udeg) {
  // The parallel nearest the pole that the way can touch is the shortest: measure there.
  auto const north = std::min<std::int64_t>(
      (lat_udeg < 0 ? -std::int64_t{lat_udeg} : lat_udeg) + lat_span_udeg(way_m), lat_udeg_max);
  auto const scale = cosine(static_cast<std::int32_t>(north));
  if (scale == 0) return 2 * lon_udeg_max;
  return static_cast<std::int32_t>(std::min<std::int64_t>(
      std::int64_t{lat_span_udeg(way_m)} * one / scale + 1, 2 * std::int64_t{lon_udeg_max}));
}

}  // namespace kith::ideas
