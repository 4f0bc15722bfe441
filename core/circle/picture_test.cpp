#include "core/circle/picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/circle/geometry.hpp"
#include "core/circle/place.hpp"
#include "core/limits.hpp"

namespace kith {
namespace {

constexpr int desk_px = 640, phone_px = 346;

TieId random_id(std::mt19937& random) {
  return {std::uint64_t{random()} << 32 | random(), std::uint64_t{random()} << 32 | random()};
}

// A circle of so many, on rings and with names as they come; `ring` 1..3 puts everybody on that one.
std::vector<PictureTie> random_ties(std::mt19937& random, int members, int ring) {
  std::vector<PictureTie> ties(static_cast<std::size_t>(members));
  for (auto& tie : ties) {
    tie.id = random_id(random);
    tie.label = std::string("Mum of the whole street and its dogs").substr(0, 1 + random() % 36);
    tie.kind = static_cast<TieKind>(random() % count_of<TieKind>);
    tie.ring = static_cast<Ring>(ring ? ring : 1 + static_cast<int>(random() % 3));
    if (random() % 5 == 0) tie.angle = static_cast<int>(random() % 360);
  }
  return ties;
}

Box box_of(PlacedTie const& tie) { return {tie.x, tie.y, tie.w, tie.h}; }

void expect_readable(CirclePicture const& picture, std::string const& which) {
  for (auto const& tie : picture.ties) {
    ASSERT_FALSE(tie.label.empty()) << which;
    ASSERT_GE(tie.x - tie.w / 2, 0) << which;
    ASSERT_GE(tie.y - tie.h / 2, 0) << which;
    ASSERT_LE(tie.x + tie.w / 2, picture.width) << which;
    ASSERT_LE(tie.y + tie.h / 2, picture.height) << which;
    for (auto const& other : picture.ties) {
      if (other.id == tie.id) continue;
      ASSERT_TRUE(are_apart(box_of(tie), box_of(other), 1)) << which;
    }
    Box const me{picture.centre_x, picture.centre_y, 2 * picture.me_radius, 2 * picture.me_radius};
    ASSERT_TRUE(are_apart(box_of(tie), me, 1)) << which;
  }
}

TEST(CirclePicture, CI30_CI31_up_to_forty_members_stand_apart_inside_the_canvas) {
  unsigned const seed = 2027;
  std::mt19937 random(seed);
  for (int round = 0; round < 160; ++round) {
    int const members = 1 + static_cast<int>(random() % 40), ring = static_cast<int>(random() % 4);
    auto const ties = random_ties(random, round % 4 ? members : 40, ring);
    for (int const px : {desk_px, phone_px}) {
      auto const picture = lay_out(ties, px, px);
      auto const which = "seed " + std::to_string(seed) + ", round " + std::to_string(round) + ", " +
                         std::to_string(ties.size()) + " on ring " + std::to_string(ring) + " at " +
                         std::to_string(px);
      ASSERT_EQ(picture.ties.size(), ties.size()) << which;
      expect_readable(picture, which);
    }
  }
}

TEST(CirclePicture, CI31_a_member_stands_on_its_own_ring) {
  std::mt19937 random(7);
  auto const picture = lay_out(random_ties(random, 30, 0), desk_px, desk_px);
  for (auto const& tie : picture.ties) {
    auto const ring = static_cast<std::size_t>(number_of(tie.ring) - 1);
    int const x = tie.x - picture.centre_x, y = tie.y - picture.centre_y;
    int const away = root(std::int64_t{x} * x + std::int64_t{y} * y);
    EXPECT_LE(away, picture.ring_radius[ring] + 1);
    EXPECT_GE(away, (ring ? picture.ring_radius[ring - 1] : 0) - 1);
  }
}

TEST(CirclePicture, CI32_it_works_to_a_hundred_and_never_fails) {
  std::mt19937 random(11);
  expect_readable(lay_out(random_ties(random, 100, 0), desk_px, desk_px), "a hundred at a desk");
  for (int const members : {0, 1, 100, 121, 500}) {
    for (int const px : {desk_px, phone_px, 1, -5, 1 << 30}) {
      auto const picture = lay_out(random_ties(random, members, 0), px, px);
      EXPECT_EQ(picture.ties.size(), static_cast<std::size_t>(members));
      for (auto const& tie : picture.ties) {
        EXPECT_TRUE(tie.x >= 0 && tie.x <= picture.width && tie.y >= 0 && tie.y <= picture.height);
        EXPECT_TRUE(tie.w > 0 && tie.h > 0);
      }
    }
  }
}

TEST(CirclePicture, CI32_five_hundred_dots_still_stand_apart_at_a_desk) {
  std::mt19937 random(12);
  auto const picture =
      lay_out(random_ties(random, static_cast<int>(ties_per_circle_max), 0), desk_px, desk_px);
  EXPECT_EQ(picture.font_px, 0);
  for (auto const& tie : picture.ties) {
    for (auto const& other : picture.ties) {
      if (other.id == tie.id) continue;
      ASSERT_TRUE(are_apart(box_of(tie), box_of(other), 0));
    }
  }
}

TEST(CirclePicture, CI33_the_same_entries_make_the_same_picture_in_any_order) {
  std::mt19937 random(13);
  auto ties = random_ties(random, 25, 0);
  auto const before = lay_out(ties, desk_px, desk_px);
  for (int n = 0; n < 20; ++n) {
    std::shuffle(ties.begin(), ties.end(), random);
    ASSERT_EQ(lay_out(ties, desk_px, desk_px), before);
  }
}

TEST(CirclePicture, CI34_adding_one_moves_as_few_others_as_the_room_allows) {
  unsigned const seed = 14;
  std::mt19937 random(seed);
  int seldom = 0, rounds = 0;
  for (int round = 0; round < 60; ++round) {
    auto ties = random_ties(random, 4 + static_cast<int>(random() % 24), 0);
    auto const before = lay_out(ties, desk_px, desk_px);
    ties.push_back(random_ties(random, 1, 0)[0]);
    auto const after = lay_out(ties, desk_px, desk_px);
    if (before.ring_radius != after.ring_radius || before.font_px != after.font_px)
      continue;  // the picture grew
    ++rounds;
    std::size_t moved = 0;
    for (auto const& tie : before.ties) moved += std::count(after.ties.begin(), after.ties.end(), tie) == 0;
    seldom += moved * 4 <= before.ties.size();  // a quarter at most
  }
  EXPECT_GE(rounds, 15) << "seed " << seed << ": the picture should not grow with every member";
  EXPECT_GE(seldom * 10, rounds * 8) << "seed " << seed << ": " << seldom << " of " << rounds;
}

TEST(CirclePicture, CI37_a_name_stands_whole_where_it_can) {
  struct {
    char const* name;
    TieKind kind;
    char const* label;
  } const rows[] = {
      {"Mum", TieKind::parent, "Mum"},
      {"Mr Pryce", TieKind::neighbour, "Mr\nPryce"},
      {"Bernadette", TieKind::friend_, "Bernadette"},
      {"Auntie Winifred", TieKind::other_family, "Auntie\nWinifred"},
      {"the Tuesday walking group", TieKind::group, "the Tuesday\nwalking group"},
      {"Llanfairpwllgwyngyll", TieKind::friend_, "Llanfairp…"},
      {"the Llanfairpwllgwyngyll choir", TieKind::group, "the\nLlanfairpw…"},
  };
  for (auto const& row : rows) {
    auto const picture = lay_out({{{1, 1}, row.name, row.kind, Ring::inner, {}}}, desk_px, desk_px);
    ASSERT_EQ(picture.ties.size(), 1u);
    EXPECT_EQ(picture.ties[0].label, row.label) << row.name;
    EXPECT_LE(picture.ties[0].label_px, picture.font_px) << row.name;
    EXPECT_GE(picture.ties[0].label_px, picture.font_px - 3) << row.name;
  }
}

TEST(CirclePicture, CI34_the_angle_the_person_chose_is_kept) {
  PictureTie mum{{1, 1}, "Mum", TieKind::parent, Ring::middle, 90},
      dev{{1, 2}, "Dev", TieKind::friend_, Ring::middle, {}};
  auto const picture = lay_out({dev, mum}, desk_px, desk_px);
  EXPECT_GT(picture.ties[0].x, picture.centre_x);
  EXPECT_EQ(picture.ties[0].y, picture.centre_y);
  mum.angle = -270;  // the same direction, spelt by somebody careless
  EXPECT_EQ(lay_out({dev, mum}, desk_px, desk_px), picture);
}

TEST(CirclePicture, CI35_two_entries_make_a_small_picture_and_more_make_it_grow) {
  std::mt19937 random(15);
  int last = 0;
  for (int const members : {0, 2, 8, 24}) {
    auto const ties = random_ties(random, members, 0);
    auto const picture = lay_out(ties, desk_px, desk_px);
    EXPECT_GT(picture.ring_radius[2], last) << members;
    EXPECT_LT(picture.ring_radius[0], picture.ring_radius[1]);
    EXPECT_LT(picture.ring_radius[1], picture.ring_radius[2]);
    last = picture.ring_radius[2];
  }
  EXPECT_LE(last, desk_px / 2);
  EXPECT_LT(lay_out(random_ties(random, 2, 1), desk_px, desk_px).ring_radius[2], desk_px / 3);
}

TEST(CirclePicture, CI36_the_shape_says_the_kind) {
  EXPECT_EQ(shape_of(TieKind::parent), PictureShape::circle);
  EXPECT_EQ(shape_of(TieKind::peer), PictureShape::circle);
  EXPECT_EQ(shape_of(TieKind::practitioner), PictureShape::rounded);
  EXPECT_EQ(shape_of(TieKind::pet), PictureShape::pill);
  EXPECT_EQ(shape_of(TieKind::faith_group), PictureShape::rectangle);
  EXPECT_EQ(shape_of(TieKind::activity), PictureShape::rectangle);
}

TEST(Geometry, angles_run_clockwise_from_the_top) {
  EXPECT_EQ(reach_x(0, 100), 0);
  EXPECT_EQ(reach_y(0, 100), -100);
  EXPECT_EQ(reach_x(90, 100), 100);
  EXPECT_EQ(reach_y(180, 100), 100);
  EXPECT_EQ(reach_x(-90, 100), -100);
  EXPECT_EQ(reach_x(30, 100), 50);
  EXPECT_EQ(turn_between(350, 10), 20);
  EXPECT_EQ(turn_between(10, 200), 170);
}

TEST(Geometry, the_root_is_the_whole_part) {
  for (std::int64_t n : {0, 1, 2, 3, 4, 15, 16, 17, 99, 100, 1'000'000'007}) {
    std::int64_t const found = root(n);
    EXPECT_LE(found * found, n);
    EXPECT_GT((found + 1) * (found + 1), n);
  }
  EXPECT_EQ(root(-4), 0);
}

}  // namespace
}  // namespace kith
