#include "core/ideas/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace kith::ideas {
namespace {

double haversine_m(Point a, Point b) {
  auto const radians = [](double udeg) { return udeg / 1e6 * M_PI / 180; };
  auto const up = radians(b.lat_udeg) - radians(a.lat_udeg),
             along = radians(b.lon_udeg) - radians(a.lon_udeg);
  auto const h = std::pow(std::sin(up / 2), 2) + std::cos(radians(a.lat_udeg)) *
                                                     std::cos(radians(b.lat_udeg)) *
                                                     std::pow(std::sin(along / 2), 2);
  return 2 * 6'371'000 * std::asin(std::sqrt(h));
}

TEST(Distance, ID21_known_ways_come_out_to_the_metre) {
  struct Case {
    char const* sentence;
    Point from, to;
    std::int32_t metres;
  };
  Case const cases[] = {
      {"the same place", {53'480'000, -2'240'000}, {53'480'000, -2'240'000}, 0},
      {"a degree north", {50'000'000, 0}, {51'000'000, 0}, 111'195},
      {"a degree east at the equator", {0, 0}, {0, 1'000'000}, 111'195},
      {"a degree east at 60 north is half", {60'000'000, 0}, {60'000'000, 1'000'000}, 55'597},
      {"over the line where the day changes", {0, 179'900'000}, {0, -179'900'000}, 22'239},
      {"from pole to pole", {90'000'000, 0}, {-90'000'000, 0}, 20'015'100},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(distance_m(c.from, c.to), c.metres) << c.sentence;
    EXPECT_EQ(distance_m(c.to, c.from), c.metres) << c.sentence << ", and back";
  }
}

TEST(Distance, ID21_is_within_half_a_percent_of_the_sphere_up_to_100_km) {
  std::mt19937 random(4711);
  std::uniform_int_distribution<std::int32_t> lat(49'000'000, 61'000'000), lon(-8'000'000, 2'000'000),
      step(-700'000, 700'000);
  for (int n = 0; n < 20'000; ++n) {
    Point const a{lat(random), lon(random)}, b{a.lat_udeg + step(random), a.lon_udeg + step(random)};
    auto const real = haversine_m(a, b);
    ASSERT_NEAR(distance_m(a, b), real, real / 200 + 2)
        << a.lat_udeg << ' ' << a.lon_udeg << ' ' << b.lat_udeg << ' ' << b.lon_udeg;
  }
}

TEST(Distance, ID8_the_box_never_leaves_out_what_is_within_the_way) {
  std::mt19937 random(4712);
  std::uniform_int_distribution<std::int32_t> lat(-89'000'000, 89'000'000), step(-900'000, 900'000),
      way(0, 60'000);
  for (int n = 0; n < 50'000; ++n) {
    Point const a{lat(random), 0},
        b{std::clamp(a.lat_udeg + step(random), -lat_udeg_max, lat_udeg_max), step(random)};
    auto const way_m = way(random);
    if (distance_m(a, b) > way_m) continue;
    ASSERT_LE(std::abs(b.lat_udeg - a.lat_udeg), lat_span_udeg(way_m)) << "seed 4712, " << n;
    ASSERT_LE(std::abs(b.lon_udeg - a.lon_udeg), lon_span_udeg(way_m, a.lat_udeg)) << "seed 4712, " << n;
  }
}

TEST(Distance, a_point_off_this_world_is_refused) {
  EXPECT_FALSE(point_of(90'000'001, 0));
  EXPECT_FALSE(point_of(0, -180'000'001));
  EXPECT_TRUE(point_of(-90'000'000, 180'000'000));
}

}  // namespace
}  // namespace kith::ideas
