// What helps, what was enjoyed, what is wanted and where. Rules MA1-MA4.
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;
using ideas::NearKind;

AddEnjoyed enjoyed(std::uint64_t n) { return {of<EnjoyedId>(n), words(n, "Dancing"), {}, true}; }
SetNear near(NearKind kind, std::optional<std::int32_t> lat_udeg, std::optional<std::int32_t> lon_udeg) {
  return {kind, {}, lat_udeg, lon_udeg, {}, {}};
}
SetNear as_far_as(std::int32_t how_far_m) { return {NearKind::none, {}, {}, {}, how_far_m, {}}; }
SetNear aged(std::int32_t years) { return {NearKind::none, {}, {}, {}, {}, years}; }
void mum_is_there(Story& s) { s.told(amina, tie(1, "Mum")); }

TEST(Matters, MA2_to_MA4_say_what_a_place_a_way_and_an_age_can_be) {
  Case const cases[] = {
      {"MA2 a point in Salford", nullptr, amina, near(NearKind::point, 53'483'000, -2'293'000), "agreed"},
      {"MA2 an area round there", nullptr, amina, near(NearKind::area, 53'483'000, -2'293'000), "agreed"},
      {"MA2 none at all", nullptr, amina, near(NearKind::none, {}, {}), "agreed"},
      {"MA2 from home, which is no place", nullptr, amina, near(NearKind::from_home, {}, {}), "agreed"},
      {"MA2 from home has no halves", nullptr, amina, near(NearKind::from_home, 53'483'000, -2'293'000),
       "MA2"},
      {"MA2 a point needs both halves", nullptr, amina, near(NearKind::point, 53'483'000, {}), "MA2"},
      {"MA2 none has no halves", nullptr, amina, near(NearKind::none, 53'483'000, -2'293'000), "MA2"},
      {"MA2 north of the pole", nullptr, amina, near(NearKind::point, 90'000'001, 0), "MA2"},
      {"MA2 south of the pole", nullptr, amina, near(NearKind::point, -90'000'001, 0), "MA2"},
      {"MA2 past the date line", nullptr, amina, near(NearKind::area, 0, 180'000'001), "MA2"},
      {"MA3 nowhere further than here", nullptr, amina, as_far_as(0), "agreed"},
      {"MA3 two hundred kilometres", nullptr, amina, as_far_as(200'000), "agreed"},
      {"MA3 a metre more", nullptr, amina, as_far_as(200'001), "MA3"},
      {"MA3 less than nowhere", nullptr, amina, as_far_as(-1), "MA3"},
      {"MA4 newly born", nullptr, amina, aged(0), "agreed"},
      {"MA4 the oldest there is", nullptr, amina, aged(130), "agreed"},
      {"MA4 older than that", nullptr, amina, aged(131), "MA4"},
      {"MA4 not born yet", nullptr, amina, aged(-1), "MA4"},
  };
  check(cases);
}

TEST(Matters, MA1_there_is_room_for_5000_things_once_enjoyed) {
  auto s = begun();
  s.filled(things_per_kind_max - 1, [](std::uint64_t n) {
    return EnjoyedAdded{of<EnjoyedId>(n), of<StatementId>(n), {}, false};
  });
  EXPECT_EQ(outcome(s.ask(amina, enjoyed(1))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, enjoyed(2))), "MA1");
}

TEST(Matters, an_answer_is_kept_changed_and_taken_back) {
  SetPreference const yes{ideas::Theme::being_sociable, ideas::Answer::yes},
      back{ideas::Theme::being_sociable, {}};
  SetAccessNeed const need{ideas::AccessNeed::toilet, ideas::NeedLevel::essential},
      none{ideas::AccessNeed::toilet, {}};
  auto s = begun();
  EXPECT_EQ(outcome(s.ask(amina, back)), "already");
  EXPECT_EQ(outcome(s.ask(amina, yes)), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, yes)), "already");
  EXPECT_EQ(outcome(s.ask(amina, back)), "agreed");
  EXPECT_TRUE(s.record.preferences.empty());
  EXPECT_EQ(outcome(s.ask(amina, none)), "already");
  EXPECT_EQ(outcome(s.ask(amina, need)), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, need)), "already");
  EXPECT_EQ(outcome(s.ask(amina, none)), "agreed");
  EXPECT_TRUE(s.record.access.empty());
  SetSuits const free{{ideas::Pay::nothing, {}, {}, {}, {}, {}}}, anything{};
  EXPECT_EQ(outcome(s.ask(amina, anything)), "already") << "ID29: it does not matter until they say";
  EXPECT_EQ(outcome(s.ask(amina, free)), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, free)), "already");
  EXPECT_EQ(outcome(s.ask(amina, anything)), "agreed");
}

TEST(Matters, helpers_and_things_enjoyed_are_there_once) {
  AddHelper const helps{Support::illness, of<TieId>(1)};
  RemoveHelper const no_longer{Support::illness, of<TieId>(1)};
  Case const cases[] = {
      {"a helper is somebody of the circle", mum_is_there, amina, helps, "agreed"},
      {"CM8 and nobody else", nullptr, amina, helps, "CM8"},
      {"who does not help is not taken away", mum_is_there, amina, no_longer, "already"},
      {"CM9 a thing is made once", [](Story& s) { s.told(amina, enjoyed(1)); }, amina, enjoyed(1), "CM9"},
      {"CM8 what is not there does not change", nullptr, amina, ChangeEnjoyed{of<EnjoyedId>(1), {}, false},
       "CM8"},
      {"CM8 and is not put away", nullptr, amina, PutAwayEnjoyed{of<EnjoyedId>(1)}, "CM8"},
      {"ST1 it is called something", nullptr, amina, AddEnjoyed{of<EnjoyedId>(1), words(1, " "), {}, false},
       "ST1"},
  };
  check(cases);
  auto s = begun();
  s.told(amina, enjoyed(1));
  EXPECT_EQ(outcome(s.ask(amina, ChangeEnjoyed{of<EnjoyedId>(1), {}, true})), "already");
  EXPECT_EQ(outcome(s.ask(amina, ChangeEnjoyed{of<EnjoyedId>(1), ideas::SubCategory::gardening, true})),
            "agreed");
  EXPECT_EQ(outcome(s.ask(amina, PutAwayEnjoyed{of<EnjoyedId>(1)})), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, PutAwayEnjoyed{of<EnjoyedId>(1)})), "already");
}

TEST(Matters, SH8_changes_only_for_who_draws) {
  Ask const asks[] = {AnswerSupport{Support::illness, Enough::no},
                      AddHelper{Support::illness, of<TieId>(1)},
                      RemoveHelper{Support::emotional, of<TieId>(1)},
                      ChangeEnjoyed{of<EnjoyedId>(1), {}, false},
                      PutAwayEnjoyed{of<EnjoyedId>(1)},
                      AddEnjoyed{of<EnjoyedId>(2), words(2, "Chess"), {}, false},
                      SetPreference{ideas::Theme::being_sociable, ideas::Answer::yes},
                      SetSuits{{ideas::Pay::nothing, {}, {}, {}, {}, {}}},
                      SetAccessNeed{ideas::AccessNeed::toilet, ideas::NeedLevel::essential}};
  for (auto const& ask : asks) {
    auto s = begun();
    s.told(amina, tie(1, "Mum"));
    s.told(amina, AddHelper{Support::emotional, of<TieId>(1)});
    s.told(amina, enjoyed(1));
    s.told(amina, grant(1, ben, every_part, every_part));
    EXPECT_EQ(outcome(s.ask(ben, ask)), "SH8") << name_of(ask);
    s.told(amina, visit(1, ben, set_of(Part::matters)));
    EXPECT_EQ(outcome(s.ask(ben, ask)), "agreed") << name_of(ask);
  }
}

TEST(Matters, SH5_a_place_is_set_while_looking_for_ideas_together) {
  auto const here = near(NearKind::point, 53'483'000, -2'293'000);
  auto s = begun();
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, visit(1, ben, set_of(Part::matters)));
  EXPECT_EQ(outcome(s.ask(ben, here)), "SH8");
  s.told(amina, visit(2, ben, set_of(Part::ideas)));
  EXPECT_EQ(outcome(s.ask(ben, here)), "agreed");
}

}  // namespace
}  // namespace kith
