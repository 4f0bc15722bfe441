// Angles and lengths in whole numbers, so that server, tablet and paper draw the same picture to the pixel.
//
// Angles are degrees clockwise from the top, 0..359; y grows downwards. Values; nothing here can fail.
#pragma once
#include <array>
#include <cstdint>

namespace kith {

inline constexpr int unit = 16384;  // the length of a direction's arrow
inline constexpr std::array<std::int16_t, 91> sines = {
    0,     286,   572,   857,   1143,  1428,  1713,  1997,  2280,  2563,  2845,  3126,  3406,
    3686,  3964,  4240,  4516,  4790,  5063,  5334,  5604,  5872,  6138,  6402,  6664,  6924,
    7182,  7438,  7692,  7943,  8192,  8438,  8682,  8923,  9162,  9397,  9630,  9860,  10087,
    10311, 10531, 10749, 10963, 11174, 11381, 11585, 11786, 11982, 12176, 12365, 12551, 12733,
    12911, 13085, 13255, 13421, 13583, 13741, 13894, 14044, 14189, 14330, 14466, 14598, 14726,
    14849, 14968, 15082, 15191, 15296, 15396, 15491, 15582, 15668, 15749, 15826, 15897, 15964,
    16026, 16083, 16135, 16182, 16225, 16262, 16294, 16322, 16344, 16362, 16374, 16382, 16384,
};

constexpr int whole_turn(int degrees) { return ((degrees % 360) + 360) % 360; }
constexpr int sine(int degrees) {
  int const turn = whole_turn(degrees);
  if (turn <= 90) return sines[static_cast<std::size_t>(turn)];
  if (turn <= 180) return sines[static_cast<std::size_t>(180 - turn)];
  return -sine(turn - 180);
}
// How far the hand of a clock reaches to the right and down.
constexpr int reach_x(int degrees, int length) { return (sine(degrees) * length + (unit / 2)) >> 14; }
constexpr int reach_y(int degrees, int length) { return -((sine(degrees + 90) * length + (unit / 2)) >> 14); }

// The smaller way round from one angle to another, 0..180.
constexpr int turn_between(int a, int b) {
  int const turn = whole_turn(a - b);
  return turn <= 180 ? turn : 360 - turn;
}

// The whole part of a square root; 0 for nothing or less.
constexpr int root(std::int64_t square) {
  if (square <= 0) return 0;
  std::int64_t guess = 1;
  while (guess * guess < square) guess *= 2;
  for (std::int64_t next = (guess + square / guess) / 2; next < guess; next = (guess + square / guess) / 2)
    guess = next;
  return static_cast<int>(guess);
}

}  // namespace kith
