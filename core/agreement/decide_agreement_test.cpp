// What each makes of a line, and other words for it: rules AG1 to AG16 (spec/agreement.md).
#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

constexpr auto goal_line = of<StatementId>(1);
constexpr Version worded{0xC0DE, 2};  // of the goal: `begun` was the first command
Sent const as_amina{.voice = Party::person()};
Sent const on_her_words{.base = {worded}};

void a_goal(Story& s) { s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Get back to the allotment")}); }
void let_in(Story& s, Who const& who, std::uint64_t id = 1) {
  s.told(amina, grant(id, who, set_of(Part::plan), set_of(Part::plan)));
}
void goal_and_ben(Story& s) { a_goal(s), let_in(s, ben); }

TakeStance stance(Stance what, char const* own = nullptr, Version version = worded) {
  TakeStance ask{goal_line, version, what, {}, {}};
  if (own) ask.own = WordsBeside{of<StatementId>(2), {own}, {}};
  return ask;
}
TakeStance aloud(TakeStance ask) {
  ask.confirmed = Confirmed::said_aloud;
  return ask;
}
ProposeWords proposal(std::uint64_t id = 1, std::uint64_t statement = 3) {
  return {of<ProposalId>(id),
          goal_line,
          worded,
          {of<StatementId>(statement), {"Get back to the allotment with Dev"}, {}},
          {}};
}
AnswerProposal answer(bool accepted) { return {of<ProposalId>(1), accepted, {}}; }
void offered(Story& s) { goal_and_ben(s), s.told(ben, proposal()); }
void declined(Story& s) { offered(s), s.told(amina, answer(false)); }
void accepted(Story& s) { offered(s), s.told(amina, answer(true), on_her_words); }
void visiting(Story& s) { goal_and_ben(s), s.told(amina, visit(1, ben, set_of(Part::plan))); }
void bens_goal(Story& s) {  // his words, made in a visit
  let_in(s, ben), s.told(ben, PlaceGoal{of<GoalId>(1), words(1, "Fewer falls")});
}
void seen_only(Story& s) { a_goal(s), s.told(amina, grant(1, ben, set_of(Part::plan))); }

TEST(Agreement, AG1_to_AG6_say_who_takes_which_stance) {
  auto const agreed = [](Story& s) { goal_and_ben(s), s.told(ben, stance(Stance::agree)); };
  auto const apart = [](Story& s) { goal_and_ben(s), s.told(ben, stance(Stance::partly, "Not alone")); };
  auto const bens_in_a_visit = [](Story& s) {
    bens_goal(s), s.told(amina, visit(1, ben, set_of(Part::plan)));
  };
  WithdrawStance const back{goal_line, worded};
  WordsBeside const beside{of<StatementId>(4), {"No"}, {}};
  Case const cases[] = {
      {"AG1 whoever may tell about the part", goal_and_ben, ben, stance(Stance::agree), "agreed"},
      {"AG5 with own words", goal_and_ben, ben, stance(Stance::differently, "Not before spring"), "agreed"},
      {"AG5 which are never demanded", goal_and_ben, ben, stance(Stance::differently), "agreed"},
      {"AG5 and have no place beside agreeing", goal_and_ben, ben, stance(Stance::agree, "But"), "AG5"},
      {"AG1 not today is an answer", goal_and_ben, ben, stance(Stance::not_today), "agreed"},
      {"AG1 once is enough", agreed, ben, stance(Stance::agree), "already"},
      {"AG1 and can be another one", agreed, ben, stance(Stance::partly), "agreed"},
      {"SH8 seeing alone is not telling", seen_only, ben, stance(Stance::agree), "SH8"},
      {"CM8 nor for who is not let in", a_goal, ben, stance(Stance::agree), "CM8"},
      {"CM8 nor for another part", goal_and_ben, ben,
       TakeStance{goal_line, Version{0xC0DE, 99}, Stance::agree, {}, {}}, "CM8"},
      {"AG3 nobody judges their own words", a_goal, amina, stance(Stance::agree), "AG3"},
      {"AG3 nor words beside a line", apart, amina,
       TakeStance{of<StatementId>(2), Version{0xC0DE, 4}, Stance::agree, {}, {}}, "AG3"},
      {"AG3 nor are others offered for those", apart, amina,
       ProposeWords{of<ProposalId>(9), of<StatementId>(2), Version{0xC0DE, 4}, beside, {}}, "AG3"},
      {"AG1 the person on somebody else's line", bens_goal, amina,
       stance(Stance::differently, "I do not fall", Version{0xC0DE, 3}), "agreed"},
      {"AG4 said aloud in a visit", bens_in_a_visit, ben,
       aloud(stance(Stance::partly, "Some days", Version{0xC0DE, 3})), "agreed", as_amina},
      {"ST2 and how we know is said", bens_in_a_visit, ben,
       stance(Stance::agree, nullptr, Version{0xC0DE, 3}), "ST2", as_amina},
      {"ST7 without a visit nobody types it", bens_goal, ben,
       aloud(stance(Stance::agree, nullptr, Version{0xC0DE, 3})), "ST7", as_amina},
      {"ST7 and never for another account",
       visiting,
       ben,
       aloud(stance(Stance::agree)),
       "ST7",
       {.voice = Party::of(cara.account)}},
      {"AG6 it is taken back", agreed, ben, back, "agreed"},
      {"CM8 by nobody else", agreed, amina, back, "CM8"},
      {"ST7 also not in their name", agreed, amina, back, "ST7", {.voice = Party::of(ben.account)}},
      {"ST9 the first words come with the stance", goal_and_ben, ben,
       WordStatement{words(4, "No"), Place::own_view, RowKey{key_of("goal", text_of(of<GoalId>(1)))}}, "ST9"},
      {"ST3 and are worded again by who said them",
       apart,
       ben,
       WordStatement{words(2, "Not alone, not yet"), Place::own_view, {}},
       "agreed",
       {.base = {Version{0xC0DE, 4}}}},
      {"ST3 and by nobody else",
       apart,
       amina,
       WordStatement{words(2, "Alone"), Place::own_view, {}},
       "ST3",
       {.base = {Version{0xC0DE, 4}}}},
  };
  check(cases);
}

constexpr CommandId first_wording{0xC0DE, 0xA1}, second_wording{0xC0DE, 0xA2};
void worded_again(Story& s) {
  goal_and_ben(s), s.told(ben, proposal(), {.id = first_wording});
  s.told(ben, WordStatement{words(3, "With Dev on Sundays"), Place::proposed, {}},
         {.base = {first_wording}, .id = second_wording});
}
AnswerProposal as_read(CommandId version) { return {of<ProposalId>(1), true, {}, version}; }

TEST(Agreement, AG8_to_AG16_say_what_becomes_of_other_words) {
  auto const two_wordings = [](Story& s) {
    offered(s);
    auto const before = s.last;
    for (auto const* text : {"With Dev", "With Mum"})
      s.told(ben, WordStatement{words(3, text), Place::proposed, {}}, {.base = {before}});
  };
  auto const cara_too = [](Story& s) { offered(s), let_in(s, cara, 2); };
  WithdrawProposal const back{of<ProposalId>(1)};
  AnswerProposal const said{of<ProposalId>(1), true, Confirmed::read_back};
  Case const cases[] = {
      {"AG8 whoever may tell about the part", goal_and_ben, ben, proposal(), "agreed"},
      {"SH8 seeing alone is not telling", seen_only, ben, proposal(), "SH8"},
      {"AG3 nobody proposes to themself", a_goal, amina, proposal(), "AG3"},
      {"CM9 it is made once", offered, ben, proposal(1, 9), "CM9"},
      {"AG9 the owner accepts", offered, amina, answer(true), "agreed", on_her_words},
      {"AG9 or declines without a word", offered, amina, answer(false), "agreed"},
      {"AG9 nobody answers their own", offered, ben, answer(true), "AG9", on_her_words},
      {"AG9 nor for the owner without a visit",
       offered,
       ben,
       said,
       "ST7",
       {.voice = Party::person(), .base = {worded}}},
      {"AG14 it is not accepted twice", accepted, amina, answer(true), "AG14", on_her_words},
      {"AG14 nor after it was declined", declined, amina, answer(true), "AG14", on_her_words},
      {"AG12 who made it takes it back", offered, ben, back, "agreed"},
      {"AG12 and nobody else", offered, amina, back, "AG12"},
      {"AG14 not after an answer", declined, ben, back, "AG14"},
      {"CM8 and what does not concern you is not there", cara_too, cara, back, "CM8"},
      {"AG15 of two wordings neither is chosen for anybody", two_wordings, amina, answer(true), "AG15",
       on_her_words},
      {"AG16 what was worded again is not accepted unread", worded_again, amina, answer(true), "AG16",
       on_her_words},
      {"AG16 nor by the wording of before", worded_again, amina, as_read(first_wording), "AG16",
       on_her_words},
      {"AG16 but by the one that was read", worded_again, amina, as_read(second_wording), "agreed",
       on_her_words},
      {"AG16 and declined in any case", worded_again, amina, answer(false), "agreed"},
  };
  check(cases);
}

View seen_by(Story const& s, Who const& who) {
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  return *view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say});
}
StatementView line_seen_by(Story const& s, Who const& who) {
  return *seen_by(s, who).plan.goals.front().statement;
}

TEST(Agreement, AG10_what_is_accepted_is_the_next_version_in_the_owners_voice) {
  auto s = begun();
  offered(s);
  EXPECT_EQ(line_seen_by(s, amina).versions.front().words, "Get back to the allotment")
      << "AG8 an offer changes nothing";
  s.told(amina, answer(true), on_her_words);
  auto const line = line_seen_by(s, amina);
  ASSERT_EQ(line.versions.size(), 1u);
  EXPECT_EQ(line.versions.front().words, "Get back to the allotment with Dev");
  EXPECT_EQ(line.versions.front().voice, Party::person());
  EXPECT_EQ(line.versions.front().typed_by, amina.account);
  ASSERT_EQ(line.past.size(), 1u);
  EXPECT_EQ(line.past.front().words, "Get back to the allotment");
  ASSERT_EQ(line.proposals.size(), 1u);
  EXPECT_EQ(line.proposals.front().state, ProposalState::accepted);
  EXPECT_EQ(line.proposals.front().by_name, "Ben, link worker");
  EXPECT_EQ(line.proposals.front().version, line.versions.front().version) << "which words came of it";
}

TEST(Agreement, AG1_a_stance_stays_with_the_words_it_was_given_to) {
  auto s = begun();
  goal_and_ben(s);
  s.told(ben, stance(Stance::agree));
  WordStatement const again{words(1, "Sell the allotment"), Place::goal, {}};
  s.told(amina, again, on_her_words);
  auto const line = line_seen_by(s, amina);
  ASSERT_EQ(line.stances.size(), 1u);
  EXPECT_FALSE(line.stances.front().on_these_words);
  EXPECT_EQ(line.stances.front().line, worded);
}

TEST(Agreement, AG11_an_offer_is_between_those_it_concerns) {
  auto s = begun();
  offered(s), let_in(s, cara, 2);
  EXPECT_EQ(line_seen_by(s, amina).proposals.size(), 1u);
  EXPECT_EQ(line_seen_by(s, ben).proposals.size(), 1u);
  EXPECT_TRUE(s.shown_to(cara).proposals.empty());
  EXPECT_FALSE(s.shown_to(cara).statements.contains(of<StatementId>(3))) << "nor are its words there";
  s.told(amina, visit(1, cara, set_of(Part::plan)));
  EXPECT_EQ(line_seen_by(s, cara).proposals.size(), 1u) << "in a visit they look at it together";
}

TEST(Agreement, AG2_AG7_stances_stand_in_the_order_of_speaking_and_nobody_else_is_named) {
  auto s = begun();
  goal_and_ben(s), let_in(s, cara, 2);
  s.told(cara, stance(Stance::differently, "Not before spring"));
  s.days_pass(1);
  s.told(ben, stance(Stance::agree));
  auto const line = line_seen_by(s, amina);
  ASSERT_EQ(line.stances.size(), 2u) << "who has not spoken has no row";
  EXPECT_EQ(line.stances[0].name, "Cara, nurse");
  ASSERT_EQ(line.stances[0].own.size(), 1u);
  EXPECT_EQ(line.stances[0].own.front().versions.front().words, "Not before spring");
  EXPECT_EQ(line.stances[1].name, "Ben, link worker");
  s.told(cara, stance(Stance::agree));
  EXPECT_TRUE(line_seen_by(s, amina).stances[0].own.empty()) << "AG5";
  s.told(cara, stance(Stance::differently));
  EXPECT_EQ(line_seen_by(s, amina).stances[1].own.size(), 1u) << "what was said is not lost";
}

TEST(Agreement, AG13_stances_and_proposals_are_bounded) {
  auto s = begun();
  goal_and_ben(s);
  s.filled(stances_per_record_max, [](std::uint64_t n) {
    return StanceTaken{goal_line, Version{0xFEED, n}, Stance::agree, Party::of(cara.account), {}, {}};
  });
  s.filled(things_per_kind_max, [](std::uint64_t n) {
    return ProposalMade{of<ProposalId>(n), goal_line, worded, goal_line, Party::of(ben.account)};
  });
  EXPECT_EQ(outcome(s.ask(ben, stance(Stance::agree))), "AG13");
  EXPECT_EQ(outcome(s.ask(ben, proposal())), "AG13");
}

}  // namespace
}  // namespace kith
