// What a reader is shown, and what each row offers. Rules VW1-VW3.
#include "core/view/view.hpp"

#include "core/record/made_up_test.hpp"
#include "core/supporters/supporter_story_test.hpp"
#include "core/view/offers_test.hpp"

namespace kith {
namespace {

using namespace story;

std::string keys_said(std::vector<Message> const& messages) {
  std::string keys;
  for (auto const& message : messages) keys += message.key + " ";
  return keys;
}
std::optional<View> view_for(Story const& s, Who const& who) {
  return view_of(s.shown_to(who), {who.reader(), s.now, s.today(), keys_said});
}

TEST(Viewing, VW1_nobody_who_is_not_let_in_has_a_view) {
  auto s = begun();
  EXPECT_TRUE(view_for(s, amina));
  for (auto const& who : {ben, dev, eve, fay}) EXPECT_FALSE(view_for(s, who)) << who.name;
  EXPECT_FALSE(view_for(Story(), amina)) << "nothing has begun";
}

TEST(Viewing, VW2_what_a_row_offers_is_not_refused_and_the_rest_is) {
  constexpr std::uint64_t seeds = 10;
  constexpr int lines_per_life = 160;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    auto s = begun();
    MadeUp up(seed, {ben.account, cara.account});
    s.told(amina, grant(1, ben, PartSet{static_cast<std::uint32_t>(up.dice.below(every_part.bits + 1))},
                        every_part));
    stands_by(s, gwen, 1, PartSet{static_cast<std::uint32_t>(up.dice.below(every_part.bits + 1))},
              every_part);
    for (int line = 0; line < lines_per_life; ++line) {
      auto const& who = up.dice.chance(70) ? amina : up.dice.chance(50) ? ben : cara;
      auto made = up.command(s.shown_to(who), who.reader(), s.now);
      s.ask(who, made.ask, {made.voice, made.base, 0, made.id});
    }
    int offered = 0;
    for (auto const& who : {amina, ben, cara, gwen}) {
      auto const shown = s.shown_to(who);
      auto const view = view_for(s, who);
      if (!view) continue;
      for (auto const& offer : Offers(*view, shown, who, s.today()).make()) {
        Command const command{of<CommandId>(0xFFF1), s.now, 0, offer.how.voice, offer.how.base, offer.ask};
        auto const comes = outcome(decide(shown, the_record, command, Story::here_of(who, s.now)));
        bool const changes = comes == "agreed" || comes == "apart";
        auto const said = std::string(who.name) + ", seed " + std::to_string(seed) + ": " + offer.row +
                          " and " + std::string(name_of(offer.ask)) + " gives " + comes;
        EXPECT_TRUE(offer.offered ? changes || comes == "already" : !changes)
            << (offer.offered ? "offered to " : "not offered to ") << said;
        offered += offer.offered;
      }
    }
    EXPECT_GT(offered, 50) << "seed " << seed;
  }
}

TEST(Viewing, VW3_the_sentence_is_not_computed_when_it_is_turned_off) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  EXPECT_FALSE(view_for(s, amina)->circle.sentence.text.empty());
  s.told(amina, ShowSentence{false});
  auto const must_not_say = [](std::vector<Message> const&) -> std::string {
    ADD_FAILURE() << "the sentence was computed";
    return "computed";
  };
  auto const view = view_of(s.shown_to(amina), {amina.reader(), s.now, s.today(), must_not_say});
  EXPECT_TRUE(view->circle.sentence.text.empty());
  EXPECT_FALSE(view->circle.sentence.shown);
  s.told(amina, ShowSentence{true});
  s.told(amina, grant(1, ben, set_of(Part::plan)));
  EXPECT_TRUE(view_for(s, ben)->circle.sentence.text.empty()) << "nor for who does not see the circle";
}

TEST(Viewing, ST4_two_heads_are_shown_side_by_side_and_the_past_newest_first) {
  auto s = begun();
  auto const first = s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Walk")});
  auto const again = [](char const* text) { return WordStatement{words(1, text), Place::goal, {}}; };
  auto const second = s.told(amina, again("Walk more"), {.base = {first}});
  auto const left = s.told(amina, again("Walk daily"), {.base = {second}});
  auto const right = s.told(amina, again("Walk with Sue"), {.base = {second}});
  auto const goal = view_for(s, amina)->plan.goals.front();
  ASSERT_TRUE(goal.statement && goal.statement->apart);
  ASSERT_EQ(goal.statement->versions.size(), 2u);
  EXPECT_EQ(goal.statement->versions[0].version, std::min(left, right));
  EXPECT_EQ(goal.statement->versions[1].version, std::max(left, right));
  ASSERT_EQ(goal.statement->past.size(), 2u);
  EXPECT_EQ(goal.statement->past[0].words, "Walk more");
  EXPECT_EQ(goal.statement->past[1].words, "Walk");
}

TEST(Viewing, every_line_says_whose_words_they_are_and_who_typed_them) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, visit(1, ben, every_part));
  struct {
    char const* text;
    Sent how;
    std::string name, kind;
  } const rows[] = {
      {"I want to sleep", {.voice = Party::person()}, "Amina", "person"},
      {"I can help with shopping", {.voice = Party::of(of<TieId>(1))}, "Mum", "supporter"},
      {"I will ask the nurse", {}, ben.name, "practitioner"},
  };
  std::uint64_t n = 0;
  for (auto const& row : rows) {
    ++n;
    s.told(ben, PlaceGoal{of<GoalId>(n), words(n, row.text, Confirmed::read_back)}, row.how);
    auto const view = view_for(s, amina);
    ASSERT_EQ(view->plan.goals.size(), n);
    for (auto const& goal : view->plan.goals) {
      if (goal.id != of<GoalId>(n)) continue;
      auto const& version = goal.statement->versions.front();
      EXPECT_EQ(version.voice_name, row.name);
      EXPECT_EQ(version.voice_kind, row.kind);
      EXPECT_EQ(version.typed_by_name, ben.name);
      EXPECT_EQ(version.said_on, monday);
      EXPECT_EQ(version.confirmed, Confirmed::read_back);
      EXPECT_EQ(version.words, row.text);
    }
  }
}

TEST(Viewing, what_is_put_away_or_over_is_not_shown) {
  auto s = begun();
  s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Walk")});
  s.told(amina, PlaceStep{of<StepId>(1), of<GoalId>(1), words(2, "Buy shoes"), {}, {}, {}});
  s.told(amina, AddEnjoyed{of<EnjoyedId>(1), words(3, "Chess"), {}, false});
  s.told(amina, Raise{of<TalkId>(1), TalkAbout::asked_for, words(4, "Sleep")});
  s.told(amina, SetMeeting{of<MeetingId>(1), monday, {}, {}, {}});
  s.told(amina, SetMeeting{of<MeetingId>(2), plus_days(monday, 9), 540, {}, {}});
  s.told(amina, SetMeeting{of<MeetingId>(3), plus_days(monday, 9), 530, {}, {}});
  s.told(amina, PutGoalAway{of<GoalId>(1)});
  s.told(amina, PutAwayEnjoyed{of<EnjoyedId>(1)});
  s.told(amina, SettleTalk{of<TalkId>(1)});
  s.days_pass(1);
  auto const view = *view_for(s, amina);
  EXPECT_TRUE(view.plan.goals.empty());
  EXPECT_EQ(view.plan.steps.size(), 1u) << "a step outlives its goal";
  EXPECT_TRUE(view.matters.enjoyed.empty());
  EXPECT_EQ(view.matters.supports.size(), 3u) << "the three questions are always there";
  EXPECT_TRUE(view.talk.empty());
  ASSERT_EQ(view.visits.meetings.size(), 2u) << "from today on";
  EXPECT_EQ(view.visits.meetings[0].id, of<MeetingId>(3)) << "the next first";
}

TEST(Viewing, a_fourth_idea_is_shown_and_said_to_be_many) {
  auto s = begun();
  for (std::uint64_t n = 1; n <= ideas_active_soft_max + 1; ++n) {
    EXPECT_FALSE(view_for(s, amina)->ideas.over);
    s.told(amina, ChooseIdea{of<IdeaId>(n), of<ServiceId>(n), {"Idea"}, of<FollowUpId>(n), {}});
  }
  EXPECT_TRUE(view_for(s, amina)->ideas.over);
  s.told(amina, SetIdeaAside{of<IdeaId>(1)});
  EXPECT_FALSE(view_for(s, amina)->ideas.over);
}

}  // namespace
}  // namespace kith
