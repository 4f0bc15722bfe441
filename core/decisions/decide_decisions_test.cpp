// What was offered and what the person answered: rules DE1 to DE10 (spec/decisions.md).
#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

WordsBeside beside(std::uint64_t statement, std::string text) {
  return {of<StatementId>(statement), {std::move(text)}, {}};
}
PlaceDecision decision(std::uint64_t id = 1, std::size_t options = 2) {
  PlaceDecision ask{of<DecisionId>(id), beside(10, "What would help with sleep?"), {}, {}};
  for (std::size_t n = 0; n < options; ++n)
    ask.options.push_back(beside(11 + n, "Option " + std::to_string(n)));
  return ask;
}
AnswerDecision answer(Choice choice, std::optional<std::uint64_t> option = {}, char const* said = nullptr) {
  AnswerDecision ask{of<DecisionId>(1), choice, {}, {}, {}};
  if (option) ask.option = of<StatementId>(*option);
  if (said) ask.answer = beside(40, said);
  return ask;
}
AnswerDecision aloud(AnswerDecision ask) {
  ask.confirmed = Confirmed::said_aloud;
  return ask;
}
void let_in(Story& s) { s.told(amina, grant(1, ben, set_of(Part::plan), set_of(Part::plan))); }
void asked(Story& s) { let_in(s), s.told(ben, decision()); }
void visiting(Story& s) { asked(s), s.told(amina, visit(1, ben, set_of(Part::plan))); }
Sent const as_amina{.voice = Party::person()};

TEST(Decisions, DE1_to_DE8_say_who_asks_and_who_answers) {
  auto const put_away = [](Story& s) { asked(s), s.told(amina, PutDecisionAway{of<DecisionId>(1)}); };
  auto twice = decision();
  twice.options[1].statement = twice.options[0].statement;
  auto wordless = decision();
  wordless.options[0].words.text = "  ";
  Case const cases[] = {
      {"DE3 whoever may tell about the plan", let_in, ben, decision(), "agreed"},
      {"DE3 or the person alone", nullptr, amina, decision(), "agreed"},
      {"SH8 and nobody else", [](Story& s) { s.told(amina, grant(1, ben, set_of(Part::plan))); }, ben,
       decision(), "SH8"},
      {"DE1 something is offered", nullptr, amina, decision(1, 0), "DE1"},
      {"DE1 up to twelve", nullptr, amina, decision(1, 12), "agreed"},
      {"DE1 and no more", nullptr, amina, decision(1, 13), "DE1"},
      {"ST1 an option says something", nullptr, amina, wordless, "ST1"},
      {"CM9 each in words of its own", nullptr, amina, twice, "CM9"},
      {"CM9 it is placed once", asked, ben, decision(), "CM9"},
      {"DE5 an option", asked, amina, answer(Choice::option, 12), "agreed"},
      {"DE5 doing nothing, which nobody has to offer", asked, amina, answer(Choice::nothing, {}, "Not now"),
       "agreed"},
      {"DE5 something else", asked, amina, answer(Choice::something_else, {}, "Ask Dr Lee"), "agreed"},
      {"DE5 not today", asked, amina, answer(Choice::not_today), "agreed"},
      {"DE5 what was not offered is no option", asked, amina, answer(Choice::option, 99), "DE5"},
      {"DE5 an option is named", asked, amina, answer(Choice::option), "DE5"},
      {"DE5 and doing nothing names none", asked, amina, answer(Choice::nothing, 12), "DE5"},
      {"DE4 nobody else answers", asked, ben, answer(Choice::option, 12), "DE4"},
      {"ST7 nor for the person without a visit", asked, ben, aloud(answer(Choice::nothing)), "ST7", as_amina},
      {"DE4 in a visit it is typed as it was said", visiting, ben, aloud(answer(Choice::nothing)), "agreed",
       as_amina},
      {"ST2 and how we know is said", visiting, ben, answer(Choice::nothing), "ST2", as_amina},
      {"DE6 what was put away takes no answer", put_away, amina, answer(Choice::nothing), "DE6"},
      {"DE8 who draws the plan puts it away", visiting, ben, PutDecisionAway{of<DecisionId>(1)}, "agreed"},
      {"DE8 and nobody else", asked, ben, PutDecisionAway{of<DecisionId>(1)}, "SH8"},
      {"DE10 what was offered keeps its words",
       asked,
       ben,
       WordStatement{words(11, "Something easier"), Place::option, {}},
       "DE10",
       {.base = {Version{0xC0DE, 3}}}},
      {"DE10 and nobody offers others for it", asked, amina,
       ProposeWords{of<ProposalId>(1), of<StatementId>(11), Version{0xC0DE, 3}, beside(50, "Easier"), {}},
       "DE10"},
      {"CM8 what is not there takes no answer", let_in, amina, answer(Choice::nothing), "CM8"},
  };
  check(cases);
}

TEST(Decisions, DE7_a_mind_can_be_changed_and_every_answer_stays) {
  auto s = begun();
  asked(s);
  s.told(amina, answer(Choice::option, 11, "I will try it"));
  s.days_pass(3);
  s.told(amina, answer(Choice::nothing));
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  auto const view = *view_of(s.shown_to(amina), {amina.reader(), s.now, s.today(), say});
  ASSERT_EQ(view.plan.decisions.size(), 1u);
  auto const& one = view.plan.decisions.front();
  EXPECT_EQ(one.asked.front().versions.front().voice_name, "Ben, link worker");
  EXPECT_EQ(one.options.size(), 2u);
  ASSERT_EQ(one.answers.size(), 2u);
  EXPECT_EQ(one.answers[0].choice, Choice::nothing);
  EXPECT_EQ(one.answers[1].choice, Choice::option);
  ASSERT_EQ(one.answers[1].words.size(), 1u);
  EXPECT_EQ(one.answers[1].words.front().versions.front().words, "I will try it");
}

TEST(Decisions, DE2_DE7_are_bounded) {
  auto s = begun();
  asked(s);
  s.filled(answers_max, [](std::uint64_t) {
    return DecisionAnswered{of<DecisionId>(1), Choice::nothing, {}, {}, {}};
  });
  EXPECT_EQ(outcome(s.ask(amina, answer(Choice::nothing))), "DE7");
  s.filled(things_per_kind_max, [](std::uint64_t n) {
    return DecisionPlaced{of<DecisionId>(n), of<StatementId>(10), {of<StatementId>(11)}};
  });
  EXPECT_EQ(outcome(s.ask(amina, decision(2))), "DE2");
}

}  // namespace
}  // namespace kith
