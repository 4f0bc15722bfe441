// The picture of a circle: where the rings go and where everybody stands on them.
//
// A pure layout in whole pixels: same entries, same picture, in whatever order they come. Nobody covers
// anybody for up to 40 members at 640 and at 346 pixels; it works to 100 and never fails (to
// ties_per_circle_max). Few members make a small picture that looks whole, not an empty one. Adding one moves
// as few others as the room allows: places come from the person's own angle, else from the id. Rules CI30 to
// CI36 in spec/circle.md. Values; `(x, y)` is a member's middle.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/circle/vocabulary.hpp"
#include "core/ids.hpp"

namespace kith {

// The shape says the kind, so that colour is never the only sign.
enum class PictureShape : std::uint8_t { circle, rounded, pill, rectangle };
constexpr auto names_of(PictureShape) { return name_table("circle", "rounded", "pill", "rectangle"); }
PictureShape shape_of(TieKind);

struct PictureTie {
  TieId id;
  std::string label;  // untrusted; shortened to its room
  TieKind kind = TieKind::other_person;
  Ring ring = Ring::outer;
  std::optional<int> angle;  // degrees clockwise from the top, when the person chose it
};

struct PlacedTie {
  TieId id;
  int x = 0, y = 0, w = 0, h = 0;
  std::string label;  // one line, or two parted by "\n"; "" when there is no room for letters
  int label_px = 0;   // the size of its letters
  PictureShape shape = PictureShape::circle;
  Ring ring = Ring::outer;
  friend bool operator==(PlacedTie const&, PlacedTie const&) = default;
};

struct CirclePicture {
  int width = 0, height = 0;  // the canvas that was asked for
  int centre_x = 0, centre_y = 0;
  std::array<int, 3> ring_radius{};  // inner, middle, outer; the outer one may be smaller than the canvas
  int me_radius = 0;                 // "Me" in the middle
  int font_px = 0;                   // of the labels, at most; 0 when there is no room for letters
  int caption_px = 12;  // of the rings' captions, written inside the top of each ring, a line below its edge
  std::vector<PlacedTie> ties;  // in the order of their ids
  friend bool operator==(CirclePicture const&, CirclePicture const&) = default;
};

inline constexpr int picture_px_min = 160;  // smaller and larger canvases are drawn as these
inline constexpr int picture_px_max = 4000;

CirclePicture lay_out(std::vector<PictureTie> ties, int width, int height);

}  // namespace kith
