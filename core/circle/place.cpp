#include "core/circle/place.hpp"

#include <algorithm>

#include "core/circle/geometry.hpp"

namespace kith {
namespace {

constexpr int gap_px = 3;       // between two members
constexpr int edge_px = 6;      // to the edge of the canvas: room for the mark of what is chosen
constexpr int angle_step = 2;   // degrees between two tries
constexpr int radius_step = 3;  // pixels between two tries

// How far a box reaches over the two edges of its band, in pixels. Its corner is what reaches furthest out.
int over_the_edges(Box const& box, int radius, Band const& band) {
  std::int64_t const x = std::abs(box.x) + box.w / 2, y = std::abs(box.y) + box.h / 2;
  int const outside = std::max(0, root(x * x + y * y) - band.to);
  int const inside = std::max(0, band.from - (radius - std::min(box.w, box.h) / 2));
  return outside + inside;
}

}  // namespace

bool Room::is_free(Box const& box) const {
  if (2 * std::abs(box.x) + box.w > 2 * (half_width_ - edge_px)) return false;
  if (2 * std::abs(box.y) + box.h > 2 * (half_height_ - edge_px)) return false;
  return std::all_of(taken_.begin(), taken_.end(),
                     [&](Box const& other) { return are_apart(box, other, gap_px); });
}

// Looks at every spot of the band and takes the cheapest free one: the way round and the way in or out both
// cost, and so does reaching into another ring. Of equal spots the first is taken.
bool Room::place(Box& box, Band const& band, int angle) {
  int const middle = (band.from + band.to) / 2, margin = std::min(box.h / 4, (band.to - band.from) / 4);
  std::optional<int> best_cost;
  Box best = box;
  for (int turn = 0; turn < 360; turn += angle_step) {
    int const way_round = turn_between(turn, 0) * middle * 7 / 400;
    if (best_cost && way_round >= *best_cost) continue;
    for (int radius = band.from + margin; radius <= band.to - margin; radius += radius_step) {
      Box spot = box;
      spot.x = reach_x(angle + turn, radius), spot.y = reach_y(angle + turn, radius);
      int const cost = way_round + std::abs(radius - middle) + over_the_edges(spot, radius, band);
      if ((best_cost && cost >= *best_cost) || !is_free(spot)) continue;
      best_cost = cost, best = spot;
    }
  }
  if (!best_cost) return false;
  box = best;
  taken_.push_back(box);
  return true;
}

// Rows of equal squares around the middle. A row at radius r holds as many squares as are apart in a straight
// line.
void place_dots(CirclePicture& picture, std::vector<PictureTie> const& ties) {
  int const outer = std::min(picture.width, picture.height) / 2 - edge_px;
  std::array<int, 3> crowd{};
  for (auto const& tie : ties) ++crowd[static_cast<std::size_t>(number_of(tie.ring) - 1)];
  picture.font_px = 0;
  picture.me_radius = outer / 9;
  struct Row {
    std::size_t ring;
    int radius, places;
  };
  std::vector<Row> rows;
  int side = 24, between = 0;
  for (; side >= 2; --side) {
    between = side * 3 / 2 + 1;  // a square's diagonal and a little air
    rows.clear();
    int radius = picture.me_radius + between / 2 + 2;
    for (std::size_t ring = 0; ring < 3; ++ring) {
      for (int left = crowd[ring]; left > 0 || rows.empty() || rows.back().ring != ring; radius += between) {
        int const places = std::max(1, radius * 6 / between);
        rows.push_back({ring, radius, std::min(places, std::max(left, 1))});
        left -= places;
      }
      picture.ring_radius[ring] = std::min(radius - between / 2, outer);
    }
    if (radius - between / 2 <= outer) break;
  }
  picture.ties.clear();
  std::vector<int> used(rows.size());
  for (auto const& tie : ties) {
    auto const ring = static_cast<std::size_t>(number_of(tie.ring) - 1);
    std::size_t at = 0;
    while (at + 1 < rows.size() && (rows[at].ring != ring || used[at] >= rows[at].places)) ++at;
    int const angle = 360 * used[at]++ / rows[at].places;
    int const radius = std::min(rows[at].radius, outer);
    picture.ties.push_back({tie.id, picture.centre_x + reach_x(angle, radius),
                            picture.centre_y + reach_y(angle, radius), side, side, "", 0, shape_of(tie.kind),
                            tie.ring});
  }
}

}  // namespace kith
