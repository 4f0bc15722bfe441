// A visit as text for another record: what is in it, how long it is, and what is offered next time. Rules
// HO1-HO7 (spec/handover.md).
#include "core/handover/visit_text.hpp"

#include <algorithm>

#include "core/record/made_up_test.hpp"
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

Catalogue words_of_copies() {
  return Catalogue(CatalogueLanguage::en, {{"handover.title", "Time with {name}, {day}."},
                                           {"handover.by", "Copied from their plan by {name}."},
                                           {"handover.more", "There is more in their plan."},
                                           {"handover.whose", "{name}’s words"},
                                           {"handover.typed_by", "typed by {name}"},
                                           {"agreement.said.agree", "{name} agrees"},
                                           {"agreement.said.partly", "{name} agrees with part of it"},
                                           {"words.confirmed.said_aloud", "said aloud"}});
}
ViewContext context_of(Story const& s, Who const& who) {
  return {who.reader(), s.now, s.today(), [](std::vector<Message> const&) { return std::string(); }};
}
struct Copy {
  std::vector<VisitLine> lines;
  VisitText text;
};
Copy copy_for(Story const& s, Who const& who, std::size_t letters_max = 4000, bool whole = false) {
  auto const catalogue = words_of_copies();
  auto const after = view_after_visit(s.shown_to(who), context_of(s, who));
  if (!after) return {};
  auto lines = visit_lines(*after, who.account, catalogue);
  auto text = visit_text(*after, lines, {s.today(), who.name, letters_max, whole}, catalogue);
  return {std::move(lines), std::move(text)};
}
bool holds(Copy const& copy, std::string_view words) {
  return copy.text.text.find(words) != std::string::npos;
}
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Ben may see the plan; the circle and what matters are open in the visit only.
Story a_visit() {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::plan)));
  s.told(amina, visit(1, ben, every_part));
  s.told(ben, PlaceGoal{of<GoalId>(1), words(1, "Sleep at night.", Confirmed::said_aloud)},
         {.voice = Party::person()});
  s.told(ben,
         WordStatement{words(2, "Only with my sister.", Confirmed::said_aloud), Place::helps,
                       RowKey{"support:emotional"}},
         {.voice = Party::person()});
  return s;
}

TEST(VisitText, HO2_holds_only_what_is_shared_when_the_visit_is_over) {
  auto s = a_visit();
  auto const copy = copy_for(s, ben);
  EXPECT_TRUE(holds(copy, "Sleep at night."));
  EXPECT_FALSE(holds(copy, "sister")) << "opened for the visit only";
  s.told(amina, grant(2, ben, set_of(Part::matters)));
  EXPECT_TRUE(holds(copy_for(s, ben), "sister"));
  s.told(amina, EndGrant{of<GrantId>(1)});
  s.told(amina, EndGrant{of<GrantId>(2)});
  EXPECT_TRUE(copy_for(s, ben).lines.empty());
}

TEST(VisitText, HO3_says_whose_words_who_typed_them_and_how_we_know) {
  auto s = a_visit();
  EXPECT_TRUE(
      holds(copy_for(s, ben), "Amina’s words, typed by Ben, link worker, said aloud: “Sleep at night.”"));
  s.told(amina,
         DisownWords{of<StatementId>(1), s.shown_to(amina).statements.begin()->second.versions[0].version});
  EXPECT_FALSE(holds(copy_for(s, ben), "Sleep at night.")) << "not theirs, so not in their name";
}

TEST(VisitText, HO3_what_each_makes_of_a_line_goes_with_it) {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::plan), set_of(Part::plan)));
  s.told(amina, grant(2, cara, set_of(Part::plan), set_of(Part::plan)));
  auto const goal = s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Sleep at night.")});
  WordsBeside const own{of<StatementId>(2), {"At least\nsix hours"}, {}};
  s.told(ben, TakeStance{of<StatementId>(1), goal, Stance::partly, own, {}});
  s.told(cara, TakeStance{of<StatementId>(1), goal, Stance::agree, {}, {}});
  s.told(amina, visit(1, ben, every_part));
  auto const copy = copy_for(s, ben);
  EXPECT_TRUE(holds(copy, "Cara, nurse agrees.")) << copy.text.text;
  EXPECT_TRUE(holds(copy, "Ben, link worker agrees with part of it: “At least six hours”")) << copy.text.text;
}

TEST(VisitText, HO4_is_plain_lines_whatever_was_typed) {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::plan)));
  s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "One.\n\n\tTwo.\n")});
  EXPECT_TRUE(holds(copy_for(s, ben), "“One. Two.”\n"));
}

TEST(VisitText, HO5_HO6_marks_lines_and_next_time_offers_only_what_changed) {
  auto s = a_visit();
  auto const first = copy_for(s, ben);
  ASSERT_EQ(first.text.copied.size(), 1u);
  s.told(ben, MarkCopied{first.text.copied});
  EXPECT_EQ(outcome(s.ask(ben, MarkCopied{first.text.copied})), "already");
  auto const again = copy_for(s, ben);
  EXPECT_TRUE(again.text.copied.empty());
  EXPECT_EQ(again.lines.front().copied_by, "Ben, link worker");
  EXPECT_EQ(again.lines.front().copied_on, monday);
  EXPECT_TRUE(holds(copy_for(s, ben, 4000, true), "Sleep at night.")) << "all of it when asked for";
  auto const shown = s.shown_to(amina);
  ASSERT_EQ(shown.copied.size(), 1u) << "the person sees what was copied";
  s.told(amina, WordStatement{words(1, "Sleep, and wake rested."), Place::goal, {}},
         {.base = {shown.statements.begin()->second.versions[0].version}});
  EXPECT_TRUE(holds(copy_for(s, ben), "wake rested"));
  EXPECT_EQ(outcome(s.ask(cara, MarkCopied{first.text.copied})), "CM8")
      << "who does not see it marks nothing";
}

TEST(VisitText, HO6_what_was_overtaken_while_it_was_copied_is_offered_again) {
  auto s = a_visit();
  auto copied = copy_for(s, ben).text.copied;
  copied.front().seen.push_back(Version{0xBAD, 1});
  s.told(ben, MarkCopied{copied});
  EXPECT_TRUE(copy_for(s, ben).text.copied.empty()) << "a version nobody knows is left out";
  copied.front().seen.clear();
  s.told(ben, MarkCopied{copied});
  EXPECT_EQ(copy_for(s, ben).text.copied.size(), 1u);
}

// Where a text was cut, what stands there are whole sentences of the line.
TEST(VisitText, HO1_is_never_too_long_and_never_cut_inside_a_sentence) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Dice dice(seed);
    auto s = begun();
    s.told(amina, grant(1, ben, set_of(Part::plan)));
    for (std::uint64_t n = 1; n <= 12; ++n) {
      std::string text = "Line " + std::to_string(n) + " of twelve";
      for (std::uint64_t sentence = dice.below(9); sentence > 0; --sentence) {
        text += " Ŵyth";
        for (auto word = dice.below(30); word > 0; --word) text += " 3.5 ŷn";
        text += dice.chance(80) ? "." : "?";
      }
      text += dice.chance(50) ? " x" : " End.";
      s.told(amina, PlaceGoal{of<GoalId>(n), words(n, text)});
    }
    auto const letters_max = copy_letters_min + dice.below(4000);
    auto const whole = copy_for(s, ben, copy_letters_max), cut = copy_for(s, ben, letters_max);
    EXPECT_LE(letters_in(cut.text.text), letters_max) << seed;
    EXPECT_EQ(cut.text.all, letters_in(whole.text.text) <= letters_max) << seed;
    EXPECT_EQ(cut.text.all, cut.text.copied.size() == 12) << seed;
    auto const mark = cut.text.text.find(" […]\n");
    if (mark != std::string::npos) {
      EXPECT_NE(std::string(".?!").find(cut.text.text[mark - 1]), std::string::npos) << seed;
      auto const start = cut.text.text.rfind('\n', mark) + 1;
      auto const part = cut.text.text.substr(start, mark - start);
      EXPECT_NE(whole.text.text.find(part), std::string::npos) << seed;
    }
    for (auto const& line : whole.lines) {
      bool const marked = std::ranges::any_of(
          cut.text.copied, [&](CopiedLine const& one) { return one.row == line.line.row; });
      EXPECT_EQ(marked, cut.text.text.find(line.text + "\n") != std::string::npos) << seed;
    }
  }
}

TEST(VisitText, HO7_private_friends_follow_ups_places_and_messages_stay_behind) {
  auto s = begun();
  s.told(amina, private_tie(1, "Secret"));
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, SendMessage{{0x3E55, 1}, {Party::of(ben.account)}, {"A letter."}, {}, {}});
  s.told(amina, SetNear{ideas::NearKind::point, Name{"Hulme"}, 53'000'000, -2'000'000, {}, {}});
  s.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Walking group"}, of<FollowUpId>(1), {}});
  s.told(amina, PlaceStep{of<StepId>(1), {}, words(1, "Go."), Party::of(of<TieId>(1)), {}, {}});
  s.told(amina, visit(1, ben, every_part));
  auto const copy = copy_for(s, ben);
  EXPECT_TRUE(holds(copy, "Walking group"));
  for (auto const* hidden : {"Secret", "A letter.", "Hulme", "2026-11-16", "Go."})
    EXPECT_FALSE(holds(copy, hidden)) << hidden;
}

}  // namespace
}  // namespace kith
