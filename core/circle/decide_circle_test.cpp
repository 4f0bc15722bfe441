// Drawing: what is put on a circle, moved and taken off. Rules CI40-CI43.
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

void two_ties(Story& s) {
  s.told(amina, tie(1, "Mum"));
  s.told(amina, tie(2, "Joe", Ring::outer));
}
void two_ties_and_a_guest(Story& s) {
  two_ties(s);
  s.told(amina, grant(1, ben, set_of(Part::circle), set_of(Part::circle)));
}
DrawTie at_angle(std::int32_t degrees) {
  auto ask = tie(3, "Sue");
  ask.standing.angle = degrees;
  return ask;
}
MoveTie moved(Ring ring, std::optional<std::int32_t> angle = {}) {
  return {of<TieId>(1), Occasion::everyday, {ring, angle}};
}
LinkTies link(std::uint64_t id, std::uint64_t a, std::uint64_t b) {
  return {of<LinkId>(id), of<TieId>(a), of<TieId>(b)};
}

TEST(Drawing, CI40_to_CI43_say_what_a_circle_holds) {
  auto nameless = tie(1, " ").details;
  Case const cases[] = {
      {"CI40 a tie is called something", nullptr, amina, tie(1, "  "), "CI40"},
      {"CI40 initials are enough", nullptr, amina, tie(1, "J."), "agreed"},
      {"CI40 also afterwards", two_ties, amina, ChangeTie{of<TieId>(1), nameless}, "CI40"},
      {"CI41 straight up", nullptr, amina, at_angle(0), "agreed"},
      {"CI41 almost all the way round", nullptr, amina, at_angle(359), "agreed"},
      {"CI41 all the way round is straight up", nullptr, amina, at_angle(360), "CI41"},
      {"CI41 not backwards", nullptr, amina, at_angle(-1), "CI41"},
      {"CI41 also when moved", two_ties, amina, moved(Ring::middle, 360), "CI41"},
      {"CI43 a tie is linked to another", two_ties, amina, link(1, 1, 2), "agreed"},
      {"CI43 and not to itself", two_ties, amina, link(1, 1, 1), "CI43"},
      {"CI43 the same two, either way round, once",
       [](Story& s) {
         two_ties(s);
         s.told(amina, link(1, 1, 2));
       },
       amina, link(2, 2, 1), "already"},
      {"CM8 a link needs both", two_ties, amina, link(1, 1, 9), "CM8"},
      {"CM9 a link's id is used once",
       [](Story& s) {
         two_ties(s);
         s.told(amina, tie(3, "Sue"));
         s.told(amina, link(1, 1, 2));
       },
       amina, link(1, 1, 3), "CM9"},
  };
  check(cases);
}

TEST(Drawing, CI42_a_circle_is_full_at_its_bound) {
  auto s = begun();
  s.filled(ties_per_circle_max - 1, [](std::uint64_t n) { return TieDrawn{tie(n, "Somebody"), {}}; });
  EXPECT_EQ(outcome(s.ask(amina, tie(1, "The last"))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, tie(2, "One more"))), "CI42");
  auto in_hard_times = tie(2, "One more");
  in_hard_times.occasion = Occasion::hard_times;
  EXPECT_EQ(outcome(s.ask(amina, in_hard_times)), "agreed") << "the other drawing has room";
  EXPECT_EQ(outcome(s.ask(amina, MoveTie{of<TieId>(2), Occasion::everyday, {}})), "CI42")
      << "moving in needs room too";

  s.filled(links_per_circle_max - 1, [](std::uint64_t n) {
    return TiesLinked{{of<LinkId>(n), of<TieId>(0xF000 + n % 400), of<TieId>(0xF001 + n % 401)}};
  });
  EXPECT_EQ(outcome(s.ask(amina, link(1, 1, 2))), "agreed");
  EXPECT_EQ(outcome(s.ask(amina, link(2, 1, 0xF000))), "CI42");
}

TEST(Drawing, SH8_changes_only_for_who_draws) {
  Ask const asks[] = {tie(3, "Sue"),
                      ChangeTie{of<TieId>(1), tie(1, "Mam").details},
                      moved(Ring::middle),
                      TakeOffTie{of<TieId>(1), Occasion::everyday},
                      link(1, 1, 2),
                      UnlinkTies{of<LinkId>(1)},
                      FinishCircle{Occasion::everyday, true},
                      ShowSentence{false},
                      AnswerSentence{Feels::yes}};
  for (auto const& ask : asks) {
    auto s = begun();
    two_ties_and_a_guest(s);
    EXPECT_EQ(outcome(s.ask(ben, ask)), "SH8") << name_of(ask) << " by somebody who may see and tell";
    s.told(amina, visit(1, ben, set_of(Part::plan)));
    EXPECT_EQ(outcome(s.ask(ben, ask)), "SH8") << name_of(ask) << " in a visit about the plan";
    s.told(amina, visit(2, ben, set_of(Part::circle)));
    auto const unlinks = std::holds_alternative<UnlinkTies>(ask);
    EXPECT_EQ(outcome(s.ask(ben, ask)), unlinks ? "already" : "agreed") << name_of(ask) << " drawn together";
  }
}

TEST(Drawing, what_is_so_already_writes_nothing) {
  Ask const twice[] = {ChangeTie{of<TieId>(1), tie(1, "Mam").details},
                       moved(Ring::outer, 90),
                       TakeOffTie{of<TieId>(2), Occasion::everyday},
                       FinishCircle{Occasion::hard_times, true},
                       ShowSentence{false},
                       AnswerSentence{Feels::not_quite}};
  for (auto const& ask : twice) {
    auto s = begun();
    two_ties(s);
    EXPECT_EQ(outcome(s.ask(amina, ask)), "agreed") << name_of(ask);
    EXPECT_EQ(outcome(s.ask(amina, ask)), "already") << name_of(ask);
  }
  auto s = begun();
  EXPECT_EQ(outcome(s.ask(amina, FinishCircle{Occasion::everyday, false})), "already")
      << "unfinished to begin with";
  EXPECT_EQ(outcome(s.ask(amina, ShowSentence{true})), "already") << "shown to begin with";
}

TEST(Drawing, the_two_occasions_are_two_drawings) {
  auto s = begun();
  two_ties(s);
  s.told(amina, MoveTie{of<TieId>(1), Occasion::hard_times, {Ring::outer, 30}});
  s.told(amina, TakeOffTie{of<TieId>(1), Occasion::everyday});
  auto const& row = s.record.ties.at(of<TieId>(1));
  EXPECT_FALSE(row.everyday);
  EXPECT_EQ(row.hard_times, (Standing{Ring::outer, 30}));
}

TEST(Drawing, SH4_a_tie_drawn_together_remembers_the_visit) {
  auto s = begun();
  s.told(amina, visit(1, ben, set_of(Part::circle)));
  s.told(ben, private_tie(1, "Joe"));
  s.told(amina, private_tie(2, "Lee"));
  EXPECT_EQ(s.record.drawn.at(of<TieId>(1)).visit, of<VisitId>(1));
  EXPECT_FALSE(s.record.drawn.contains(of<TieId>(2))) << "what the person draws by themself is theirs alone";
}

}  // namespace
}  // namespace kith
