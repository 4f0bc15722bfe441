#include "core/circle/picture.hpp"

#include <algorithm>

#include "core/circle/geometry.hpp"
#include "core/circle/place.hpp"
#include "core/sort_by.hpp"
#include "core/words/width.hpp"

namespace kith {
namespace {

// How large everything is drawn. The first size with room for everybody wins; letters stay readable to the
// last.
struct Size {
  int font_px;
  int people_width, people_height;  // equal where there is room; a flat name is better than a round letter
  int height, width_max;            // of the other shapes
};
constexpr Size sizes[] = {
    {16, 66, 66, 50, 116}, {15, 62, 62, 46, 108}, {15, 57, 57, 42, 98}, {14, 52, 52, 38, 88},
    {13, 47, 47, 35, 80},  {12, 46, 40, 30, 72},  {12, 46, 34, 28, 66}, {11, 44, 28, 26, 58},
    {11, 42, 24, 24, 50},  {10, 38, 22, 22, 44},  {10, 34, 19, 19, 38}, {9, 30, 16, 16, 30},
};
// Of a ring, for each member's own square: roomy first.
constexpr int room_permille[] = {2600, 2200, 1900, 1700, 1550, 1450, 1350, 1250, 1150, 1050};
constexpr int letters_ties_max = 120;  // beyond this everybody is a dot
constexpr int caption_letters = 8;     // the width of a caption, in letters of its size
constexpr int smaller_px_max = 3;      // by so much a long name may be smaller than the others
constexpr int label_px_min = 11;       // and not smaller than this
constexpr int round_edge_px = 8;       // by so much a line is shorter than what is round; two lines, twice

int smallest_px(int font_px) { return std::min(font_px, std::max(label_px_min, font_px - smaller_px_max)); }

// Room for the caption of a ring with nobody on it.
int empty_ring_px(Size const& size) { return size.font_px >= 14 ? 30 : 21; }

using Crowd = std::array<int, 3>;

std::size_t ring_index(PictureTie const& tie) { return static_cast<std::size_t>(number_of(tie.ring) - 1); }

// Rings are drawn for a round number of members, so that one more seldom moves everybody.
int rounded_up(int members) {
  int steps = 2;
  while (steps < members) steps += steps < 6 ? 2 : steps / 4;
  return steps;
}

Crowd crowd_of(std::vector<PictureTie> const& ties) {
  Crowd crowd{};
  for (auto const& tie : ties) ++crowd[ring_index(tie)];
  return crowd;
}

// The radius of each ring. An area of pi r² holds a member's square so many permille times over.
std::array<int, 3> radii_for(Crowd const& crowd, Size const& size, int me_radius, int permille) {
  std::array<int, 3> radii{};
  int const thickness =
      size.people_height * std::clamp(permille, 1500, 2200) / 2000;  // members may stand on a line
  std::int64_t inside = me_radius + 4;
  for (std::size_t ring = 0; ring < 3; ++ring) {
    std::int64_t const square = (size.people_width + 4) * (size.people_height + 4);
    std::int64_t const area = crowd[ring] ? rounded_up(crowd[ring]) * square * permille / 3142 : 0;
    std::int64_t const least = inside + (crowd[ring] ? thickness : empty_ring_px(size));
    inside = std::max<std::int64_t>(least, root(inside * inside + area));
    radii[ring] = static_cast<int>(std::min<std::int64_t>(inside, picture_px_max));
  }
  return radii;
}

std::uint64_t stirred(TieId id) {
  std::uint64_t bits = id.hi ^ (id.lo * 0x9E3779B97F4A7C15ull);
  bits ^= bits >> 31;
  bits *= 0xBF58476D1CE4E5B9ull;
  return bits ^ bits >> 29;
}

// Even places around a ring, twice a power of two at most; each member has its own by its id, so that who
// comes or goes does not turn the others. A place that is taken passes on to the next free one.
class Places {
 public:
  Places(int members, int first_angle) : first_angle_(first_angle) {
    while (static_cast<int>(taken_.size()) < members) taken_.resize(taken_.size() * 2);
  }
  int angle_of(TieId id) {
    auto at = static_cast<std::size_t>(stirred(id)) % taken_.size();
    while (taken_[at]) at = (at + 1) % taken_.size();
    taken_[at] = true;
    return whole_turn(first_angle_ + static_cast<int>(at * 360 / taken_.size()));
  }

 private:
  std::vector<bool> taken_ = std::vector<bool>(2);
  int first_angle_;
};

int widest_word_px(std::string const& text, int font_px) {
  int widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(' ', at), text.size());
    widest = std::max(widest, text_width_px(text.substr(at, end - at), font_px));
    at = end + 1;
  }
  return widest;
}

// A person is round, and with a long name longer than high.
int width_of_person(PictureTie const& tie, Size const& size) {
  int const lines = tie.label.find(' ') == tie.label.npos ? 1 : 2;
  int const wanted = widest_word_px(tie.label, smallest_px(size.font_px)) + round_edge_px * lines;
  return std::clamp(wanted, size.people_width, size.people_width * 3 / 2);
}

Box box_of(PictureTie const& tie, Size const& size) {
  if (shape_of(tie.kind) == PictureShape::circle)
    return {0, 0, width_of_person(tie, size), size.people_height};
  int const wanted = text_width_px(tie.label, size.font_px) + size.font_px;
  return {0, 0, std::clamp(wanted, size.height, size.width_max), size.height};
}

struct Label {
  std::string text;
  int px = 0;
};

// Whether two lines of this size stand one above the other in the box.
bool holds_two_lines(Box const& box, int px) { return box.h >= px * 23 / 10 + 2; }

int label_room_px(Box const& box, PictureShape shape, int px, int lines) {
  return shape == PictureShape::circle ? box.w - round_edge_px * lines : box.w - px + 2;
}

// The text in two lines at the space that makes them most alike; "" when they do not fit.
std::string in_two_lines(std::string const& text, int px, int room_px) {
  std::string best;
  int widest = room_px;
  for (auto at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    auto const above = text.substr(0, at), below = text.substr(at + 1);
    int const width = std::max(text_width_px(above, px), text_width_px(below, px));
    if (width <= widest) widest = width, best = above + "\n" + below;
  }
  return best;
}

// Its beginning: a first line of whole words where there are two, and the rest shortened.
std::string beginning_of(std::string const& text, Box const& box, PictureShape shape, int px) {
  int const room_px = label_room_px(box, shape, px, 2);
  auto const at = text.rfind(' ', shortened(text, px, room_px).size());
  if (!holds_two_lines(box, px) || at == text.npos || text_width_px(text.substr(0, at), px) > room_px)
    return shortened(text, px, label_room_px(box, shape, px, 1));
  return text.substr(0, at) + "\n" + shortened(text.substr(at + 1), px, room_px);
}

// A whole name before a large one: one line, two lines, then smaller letters, and only then its beginning.
Label label_in(std::string const& text, Box const& box, PictureShape shape, int font_px) {
  for (int px = font_px; px >= smallest_px(font_px); --px) {
    if (text_width_px(text, px) <= label_room_px(box, shape, px, 1)) return {text, px};
    if (!holds_two_lines(box, px)) continue;
    auto two = in_two_lines(text, px, label_room_px(box, shape, px, 2));
    if (!two.empty()) return {std::move(two), px};
  }
  return {beginning_of(text, box, shape, font_px), font_px};
}

// Everything one try at a size needs: `drawn` is in the order in which members choose their place.
struct Try {
  std::vector<PictureTie const*> drawn;
  Crowd crowd{};
  Size size{};
};

bool place_everybody(CirclePicture& picture, Try const& attempt) {
  Room room(picture.width / 2, picture.height / 2);
  room.block({0, 0, 2 * picture.me_radius, 2 * picture.me_radius});
  for (int const radius : picture.ring_radius) {
    room.block(
        {0, -radius + picture.caption_px, picture.caption_px * caption_letters, picture.caption_px + 4});
  }
  Places places[] = {{attempt.crowd[0], 62}, {attempt.crowd[1], 24}, {attempt.crowd[2], 44}};
  picture.ties.clear();
  for (auto const* tie : attempt.drawn) {
    auto const ring = ring_index(*tie);
    Band const band{ring == 0 ? picture.me_radius : picture.ring_radius[ring - 1], picture.ring_radius[ring]};
    Box box = box_of(*tie, attempt.size);
    if (!room.place(box, band, tie->angle ? *tie->angle : places[ring].angle_of(tie->id))) return false;
    auto const shape = shape_of(tie->kind);
    auto label = label_in(tie->label, box, shape, attempt.size.font_px);
    picture.ties.push_back({tie->id, picture.centre_x + box.x, picture.centre_y + box.y, box.w, box.h,
                            std::move(label.text), label.px, shape, tie->ring});
  }
  return true;
}

bool fits(CirclePicture& picture, Try const& attempt) {
  int const outer = std::min(picture.width, picture.height) / 2;
  picture.font_px = attempt.size.font_px;
  picture.caption_px = std::min(14, attempt.size.font_px);
  picture.me_radius = attempt.size.people_height * 3 / 5;
  for (int const permille : room_permille) {
    picture.ring_radius = radii_for(attempt.crowd, attempt.size, picture.me_radius, permille);
    if (picture.ring_radius[2] <= outer && place_everybody(picture, attempt)) return true;
  }
  return false;
}

}  // namespace

PictureShape shape_of(TieKind kind) {
  switch (family_of(kind)) {
    case TieFamily::family:
    case TieFamily::other_people:
      return PictureShape::circle;
    case TieFamily::practitioner:
      return PictureShape::rounded;
    case TieFamily::group:
      return PictureShape::rectangle;
    case TieFamily::valued:
      break;
  }
  return kind == TieKind::pet ? PictureShape::pill : PictureShape::rectangle;
}

CirclePicture lay_out(std::vector<PictureTie> ties, int width, int height) {
  CirclePicture picture;
  picture.width = std::clamp(width, picture_px_min, picture_px_max);
  picture.height = std::clamp(height, picture_px_min, picture_px_max);
  picture.centre_x = picture.width / 2, picture.centre_y = picture.height / 2;
  sort_by(ties, &PictureTie::id);
  Try attempt{{}, crowd_of(ties), {}};
  for (auto const& tie : ties) attempt.drawn.push_back(&tie);
  // Whoever the person placed chooses first, then those who need most room.
  auto const turn = [](PictureTie const* tie) {
    return tie->angle ? 0 : shape_of(tie->kind) == PictureShape::circle ? 2 : 1;
  };
  sort_by(attempt.drawn, turn);
  bool placed = false;
  for (auto const& size : sizes) {
    if (ties.size() > letters_ties_max || placed) break;
    attempt.size = size;
    placed = fits(picture, attempt);
  }
  if (!placed) place_dots(picture, ties);
  sort_by(picture.ties, &PlacedTie::id);
  return picture;
}

}  // namespace kith
