// Finding room on a ring: the search behind `lay_out`. Not used elsewhere.
#pragma once
#include <vector>

#include "core/circle/picture.hpp"

namespace kith {

struct Box {
  int x = 0, y = 0, w = 0, h = 0;  // middle and size
};
constexpr bool are_apart(Box const& a, Box const& b, int gap) {
  int const dx = a.x > b.x ? a.x - b.x : b.x - a.x, dy = a.y > b.y ? a.y - b.y : b.y - a.y;
  return 2 * dx >= a.w + b.w + 2 * gap || 2 * dy >= a.h + b.h + 2 * gap;
}

// One ring as a band around the middle of the canvas, which is at (0, 0) here.
struct Band {
  int from = 0, to = 0;
};

// The free canvas, and what stands on it already.
class Room {
 public:
  Room(int half_width, int half_height) : half_width_(half_width), half_height_(half_height) {}
  void block(Box const& box) { taken_.push_back(box); }
  // Puts a box of this size into the band, as near to the angle as there is room, and blocks the spot. False:
  // no room.
  bool place(Box& box, Band const&, int angle);

 private:
  bool is_free(Box const&) const;
  int half_width_, half_height_;
  std::vector<Box> taken_;
};

// Everybody as a dot, on as many rows as it takes; for crowds too large for letters.
void place_dots(CirclePicture&, std::vector<PictureTie> const&);

}  // namespace kith
