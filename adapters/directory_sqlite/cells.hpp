// Squares of the earth as words for the full-text index, in two precisions, and as numbers that keep what is
// near together. Pure arithmetic on millionths of a degree.
#pragma once
#include <cstdint>
#include <string>

#include "core/ideas/distance.hpp"

namespace kith::adapters {

inline constexpr std::int32_t fine_cell_udeg = 50'000;     // about 5 km
inline constexpr std::int32_t coarse_cell_udeg = 500'000;  // about 50 km
inline constexpr std::int32_t fine_radius_m_max = 15'000;  // above it the coarse cells are fewer
inline constexpr std::size_t cells_per_query_max = 400;

// "f2869x1955 g286x195": a letter first and a digit last, so that no stemmer touches them.
std::string cell_words(ideas::Point);

// An FTS5 expression for every cell a circle touches; "" when they would be more than cells_per_query_max.
std::string cells_in_circle(ideas::Point, std::int32_t radius_m);

// The bits of both coordinates in turn (Morton order), 24 of them.
std::int64_t geographic_order(ideas::Point);

}  // namespace kith::adapters
