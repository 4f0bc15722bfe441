#include "core/paper/one_page.hpp"

#include <gtest/gtest.h>

#include "core/paper/html.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

Catalogue words() {
  return Catalogue(CatalogueLanguage::en, {{"paper.title", "{name}'s plan"},
                                           {"paper.goals", "What I want"},
                                           {"paper.begin", "In your own words."},
                                           {"paper.people", "Who helps"},
                                           {"paper.next_together", "Next time together: {when}"},
                                           {"paper.promises", "Promises to me"},
                                           {"paper.look_again", "When we look again"},
                                           {"paper.help", "Help now"},
                                           {"paper.checked", "last checked on {day}"},
                                           {"paper.words_of", "{name}'s words"},
                                           {"paper.doer", "{name} does this"},
                                           {"paper.with", "with {name}"},
                                           {"paper.due", "by {day}"},
                                           {"paper.promised", "{name} promised this"},
                                           {"paper.more", "There is more."},
                                           {"paper.practice", "Practice system"},
                                           {"paper.printed_on", "Printed on {day}"},
                                           {"day.far", "{weekday} {day} {month} {year}"},
                                           {"day.weekday.friday", "Friday"},
                                           {"day.weekday.monday", "Monday"},
                                           {"day.weekday.thursday", "Thursday"},
                                           {"day.month.january", "January"},
                                           {"day.month.may", "May"}});
}

Day day(int of_month) { return day_of({2026, 5, of_month}).value(); }

OnePage sam() {
  OnePage page;
  page.person_name = "Sam";
  page.printed_on = day(4);
  page.people = {{"Mum", "every day"}, {"Amina", ""}};
  page.next_together = "Friday, 2 pm, with Amina";
  page.promises = {{{{"A letter about the tablets", "Dr Lee", PaperVoice::practitioner}}, "Dr Lee", day(8)}};
  PaperStep const ring{
      {{"Ring the Growing Well group", "Amina", PaperVoice::practitioner}}, "Sam", day(8), "Dev"};
  page.goals = {{{{"Get back to the allotment", "Sam", PaperVoice::person}}, {ring}}};
  page.steps = {{{{"I can drive Sam if it rains", "Mum", PaperVoice::supporter}}, "", {}, ""}};
  page.look_again = day(18);
  page.help = {{"NHS 111", "111", "day and night", day(1)}};
  return page;
}

// What is left when every tag is taken out.
std::string read_aloud(std::string const& html) {
  std::string text;
  bool tag = false;
  for (char const c : html.substr(html.find("</style>"))) {
    if (c == '<') tag = true;
    if (!tag && c != '\n') text += c;
    if (c == '>') tag = false, text += text.empty() || text.back() == '|' ? "" : "|";
  }
  return text;
}

TEST(OnePagePaper, PA1_their_words_come_first_then_steps_who_helps_and_when_we_look_again) {
  EXPECT_EQ(
      read_aloud(one_page_html(sam(), words())),
      "Practice system|Sam&#39;s plan|What I want|Get back to the allotment|Sam&#39;s words|"
      "Ring the Growing Well group|Amina&#39;s words · Sam does this · with Dev · by Friday 8 May 2026|"
      "I can drive Sam if it rains|Mum&#39;s words|Who helps|Mum| every day|Amina|"
      "Next time together: Friday, 2 pm, with Amina|Promises to me|A letter about the tablets|"
      "Dr Lee&#39;s words · Dr Lee promised this · by Friday 8 May 2026|When we look again|Monday 18 May "
      "2026|Help now|NHS 111 |111|"
      "day and night · last checked on Friday 1 May 2026|Printed on Monday 4 May 2026|");
}

TEST(OnePagePaper, WO8_a_translation_nobody_has_reviewed_says_so_in_both_languages) {
  std::map<std::string, std::string> texts = {{"catalogue.review", "needed"},
                                              {"catalogue.review.note", "Angen adolygiad."},
                                              {"catalogue.review.note_english", "Needs review."}};
  auto const sheet = one_page_html(sam(), Catalogue(CatalogueLanguage::cy, texts));
  EXPECT_NE(sheet.find("<html lang=\"cy\">"), std::string::npos);
  EXPECT_NE(sheet.find("<p class=\"by\">Angen adolygiad.</p>"), std::string::npos);
  EXPECT_NE(sheet.find("<p class=\"by\" lang=\"en\">Needs review.</p>"), std::string::npos);
  texts["catalogue.review"] = "done";
  auto const reviewed = one_page_html(sam(), Catalogue(CatalogueLanguage::cy, texts));
  EXPECT_EQ(reviewed.find("Angen adolygiad."), std::string::npos);
}

TEST(OnePagePaper, WO9_words_in_another_language_than_the_sheet_say_which) {
  auto page = sam();
  page.goals[0].said[0].language = "cy";
  auto const english = one_page_html(page, words());
  EXPECT_NE(english.find("<h3 lang=\"cy\">Get back to the allotment</h3>"), std::string::npos);
  EXPECT_NE(english.find("<p class=\"words\">Ring the Growing Well group</p>"), std::string::npos);
  auto const welsh = one_page_html(page, Catalogue(CatalogueLanguage::cy, {}));
  EXPECT_NE(welsh.find("<h3>Get back to the allotment</h3>"), std::string::npos);
  EXPECT_NE(welsh.find("<p class=\"words\" lang=\"en\">Ring the Growing Well group</p>"), std::string::npos);
  page.goals[0].said[0].language = "\"><script>";
  EXPECT_EQ(one_page_html(page, words()).find("<script>"), std::string::npos);
}

TEST(OnePagePaper, PA12_a_full_plan_is_written_smaller_before_it_needs_a_second_page) {
  auto page = sam();
  EXPECT_EQ(one_page_html(page, words()).find("class=\"full\""), std::string::npos);
  while (page.goals.size() < 16) page.goals.push_back(page.goals.front());
  EXPECT_NE(one_page_html(page, words()).find("<body class=\"full\">"), std::string::npos);
}

TEST(OnePagePaper, PA2_nothing_typed_becomes_markup) {
  std::string const attack =
      "</style><script>alert(1)</script><link rel=attachment href=file:///etc/passwd>\"'&\x01";
  OnePage page;
  page.person_name = page.next_together = attack;
  page.people = {{attack, attack}};
  std::vector<PaperSaid> const said = {{attack, attack, PaperVoice::supporter}};
  page.promises = {{said, attack, {}}};
  page.steps = {{said, attack, {}, attack}};
  page.goals = {{said, page.steps}};
  page.help = {{attack, attack, attack, {}}};
  auto const html = one_page_html(page, words());
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<link"), std::string::npos);
  EXPECT_EQ(html.find('\x01'), std::string::npos);
  EXPECT_EQ(html.find("</style>"), html.rfind("</style>"));
  EXPECT_EQ(escaped("<a b=\"c\" d='e'>&\n\t\x7F\x1B"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\n\t");
}

TEST(OnePagePaper, PA3_headings_are_in_order_and_the_language_is_named) {
  auto const html = one_page_html(sam(), words());
  EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_NE(html.find("<title>Sam&#39;s plan</title>"), std::string::npos);
  int last = 0, ones = 0;
  for (auto at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
    if (html[at + 2] < '1' || html[at + 2] > '6') continue;
    int const level = html[at + 2] - '0';
    EXPECT_LE(level, last + 1) << html.substr(at, 40);
    ones += level == 1;
    last = level;
  }
  EXPECT_EQ(ones, 1);
  EXPECT_NE(one_page_html(sam(), Catalogue(CatalogueLanguage::cy, {})).find("<html lang=\"cy\">"),
            std::string::npos);
}

TEST(OnePagePaper, PA4_whose_words_they_are_is_said_and_drawn_without_colour) {
  auto const html = one_page_html(sam(), words());
  for (char const* line : {"said person", "said practitioner", "said supporter"}) {
    EXPECT_NE(html.find(line), std::string::npos) << line;
  }
  auto const style = html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>"));
  for (char const* colour : {"rgb", "hsl", "red", "blue", "green", "var("}) {
    EXPECT_EQ(style.find(colour), std::string::npos) << colour;
  }
  for (auto at = style.find('#'); at != std::string::npos; at = style.find('#', at + 1)) {
    EXPECT_EQ(style[at + 1], style[at + 2]) << style.substr(at, 8);
    EXPECT_EQ(style[at + 1], style[at + 3]) << style.substr(at, 8);
  }
}

TEST(OnePagePaper, PA5_an_empty_plan_is_a_sheet_to_begin_on) {
  OnePage page;
  page.person_name = "Joy";
  page.practice = false;
  EXPECT_EQ(read_aloud(one_page_html(page, words())),
            "Joy&#39;s plan|What I want|In your own words.|Printed on Thursday 1 January 1970|");
}

TEST(OnePagePaper, PA6_a_long_list_ends_and_says_so) {
  OnePage page = sam();
  page.people.assign(paper_lines_max + 1, {"Mum", ""});
  auto const text = read_aloud(one_page_html(page, words()));
  EXPECT_NE(text.find("Mum|There is more.|"), std::string::npos);
  page.people.resize(paper_lines_max);
  EXPECT_EQ(read_aloud(one_page_html(page, words())).find("There is more."), std::string::npos);
}

}  // namespace
}  // namespace kith
