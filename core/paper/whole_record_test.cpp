// Everything in a record on one page. Rule EX1.
#include "core/paper/whole_record.hpp"

#include <gtest/gtest.h>

#include "core/record/made_up_test.hpp"
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

Catalogue const plain(CatalogueLanguage::en, {{"words.whose", "{name}'s words"},
                                              {"words.typed_by", "{whose}, typed by {name}"},
                                              {"words.disowned", "{name}: not mine"},
                                              {"export.earlier", "earlier wording"},
                                              {"export.about_line", "About: {line}"},
                                              {"export.offered_by", "Offered by {name}"},
                                              {"proposal_state.waiting", "waits"},
                                              {"agreement.said.differently", "{name} sees it differently"},
                                              {"looks.for.sync", "{name} looked at {person}'s plan."},
                                              {"looks.for.view", "{name} looked at {person}'s plan."},
                                              {"looks.for.pdf", "{name} printed it."},
                                              {"day.far", "{day}"}});

std::string page_of(Record const& record) { return whole_record_html(record, {}, monday, plain); }

std::size_t count_in(std::string const& text, std::string_view words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
  return count;
}

TEST(WholeRecord, EX1_every_wording_of_a_made_up_life_stands_there_once) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    auto s = begun();
    MadeUp life(seed, {ben.account, cara.account});
    for (int n = 0; n < 400; ++n) {
      auto const& who = n % 3 == 0 ? ben : amina;
      auto const command = life.command(s.shown_to(who), who.reader(), s.now);
      s.ask(who, command.ask, {command.voice, command.base, 0, command.id});
      s.now.ms += minute_ms;
    }
    auto const page = page_of(s.record);
    std::size_t wordings = 0;
    for (auto const& [id, statement] : s.record.statements) {
      for (auto const& version : statement.versions) {
        ++wordings;
        EXPECT_NE(page.find(">" + version.words.text + "<"), page.npos) << seed << " " << version.words.text;
      }
    }
    EXPECT_EQ(wordings, count_in(page, "class=\"version\"")) << seed;
    EXPECT_GT(wordings, 10u) << seed;
  }
}

TEST(WholeRecord, EX1_what_others_make_of_a_line_and_offer_for_it_stands_with_it) {
  auto s = begun();
  s.told(amina, grant(1, ben, every_part, every_part));
  auto const goal = s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "To swim")});
  WordsBeside const own{of<StatementId>(2), {"In summer"}, {}}, other{of<StatementId>(3), {"To float"}, {}};
  s.told(ben, TakeStance{of<StatementId>(1), goal, Stance::differently, own, {}});
  s.told(ben, ProposeWords{of<ProposalId>(1), of<StatementId>(1), goal, other, {}});
  auto const page = page_of(s.record);
  for (auto const* line : {"Ben, link worker sees it differently", "In summer", "To float", "About: To swim",
                           "Offered by Ben, link worker · 2 · waits"})
    EXPECT_NE(page.find(line), page.npos) << line;
}

TEST(WholeRecord, EX1_an_earlier_wording_says_so_and_whose_and_typed_by_whom) {
  auto s = begun();
  s.told(amina, grant(1, ben, every_part, every_part));
  s.told(amina, visit(1, ben, every_part));
  PlaceGoal goal;
  goal.goal = of<GoalId>(1), goal.wording = words(1, "To swim", Confirmed::said_aloud);
  auto const first = s.told(ben, goal, {Party::person()});
  WordStatement again;
  again.wording = words(1, "To swim again"), again.place = Place::goal;
  s.told(amina, again, {{}, {first}});
  auto const page = page_of(s.record);
  auto const newer = page.find("To swim again"), marked = page.find("earlier wording"),
             older = page.find("To swim<");
  ASSERT_NE(newer, page.npos);
  EXPECT_LT(newer, marked);
  EXPECT_LT(marked, older);
  EXPECT_NE(page.find("Amina&#39;s words, typed by Ben, link worker"), page.npos);
}

TEST(WholeRecord, EX1_what_was_said_stays_text_and_the_page_needs_nothing_else) {
  auto s = begun();
  PlaceGoal goal;
  goal.goal = of<GoalId>(1), goal.wording = words(1, "<script>alert(1)</script><img src=x>");
  s.told(amina, goal);
  s.told(amina, tie(2, "\"><b onclick=\"x\">"));
  auto const page = page_of(s.record);
  EXPECT_NE(page.find("&lt;script&gt;"), page.npos);
  for (auto const* no : {"<script", "<img", "<b ", "<link", "href=", "url(", "@import", "http"})
    EXPECT_EQ(page.find(no), page.npos) << no;
}

TEST(WholeRecord, LK6_LK8_who_looked_stands_there_by_day_each_sentence_once) {
  auto s = begun();
  auto const look = [&](Surface surface, std::int64_t minutes) {
    return Looked{ben.account, ben.role, {ben.name}, surface, {s.now.ms + minutes * minute_ms}, monday};
  };
  auto const looks = {look(Surface::sync, 0), look(Surface::view, 1), look(Surface::sync, 20),
                      look(Surface::pdf, 21)};
  auto const page = whole_record_html(s.record, looks, monday, plain);
  EXPECT_EQ(count_in(page, "Ben, link worker looked at Amina&#39;s plan."), 1u) << page;
  EXPECT_EQ(count_in(page, "Ben, link worker printed it."), 1u);
}

}  // namespace
}  // namespace kith
