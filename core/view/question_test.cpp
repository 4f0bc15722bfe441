// When somebody is asked how it went, and when not. Rules FU6-FU10.
#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

// An idea chosen on the first day is due on day 14.
void one_idea(Story& s) {
  s.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Choir"}, of<FollowUpId>(1), {}});
}
void two_ideas(Story& s) {  // the second is due on day 16
  one_idea(s);
  s.told(amina,
         ChooseIdea{of<IdeaId>(2), of<ServiceId>(2), {"Chess"}, of<FollowUpId>(2), plus_days(monday, 16)});
}
AnswerFollowUp answer(HowItWent how) { return {of<FollowUpId>(1), how, {}, {}, {}}; }
template <int DaysOn, class Command>
void then(Story& s, Command command) {
  s.days_pass(DaysOn);
  s.told(amina, command);
}

struct Row {
  char const* sentence;
  void (*given)(Story&);
  std::int64_t day;  // after the first
  std::string kind;  // "" when nothing is asked
  std::size_t items = 1;
};

TEST(Question, FU6_to_FU10_say_when_something_is_asked) {
  Row const rows[] = {
      {"nothing is chosen", [](Story&) {}, 400, ""},
      {"FU1 not before it is due", one_idea, 13, ""},
      {"FU1 when it is due", one_idea, 14, "went"},
      {"FU6 what is set aside is not asked about",
       [](Story& s) {
         one_idea(s);
         then<1>(s, SetIdeaAside{of<IdeaId>(1)});
       },
       20, ""},
      {"FU7 everything due is one question", two_ideas, 16, "went", 2},
      {"FU7 and what is not due is not in it", two_ideas, 15, "went", 1},
      {"FU8 the rest of the same sitting",
       [](Story& s) {
         two_ideas(s);
         then<20>(s, answer(HowItWent::went));
       },
       20, "went", 1},
      {"FU8 nothing the day after an answer",
       [](Story& s) {
         two_ideas(s);
         then<20>(s, answer(HowItWent::went));
       },
       21, ""},
      {"FU8 nothing for six days",
       [](Story& s) {
         two_ideas(s);
         then<20>(s, answer(HowItWent::went));
       },
       26, ""},
      {"FU8 the next question a week later",
       [](Story& s) {
         two_ideas(s);
         then<20>(s, answer(HowItWent::went));
       },
       27, "went", 1},
      {"FU3 not today: asked again in a week",
       [](Story& s) {
         one_idea(s);
         then<14>(s, answer(HowItWent::not_today));
       },
       21, "went"},
      {"FU3 not yet: not asked again in a week",
       [](Story& s) {
         one_idea(s);
         then<14>(s, answer(HowItWent::not_yet));
       },
       21, ""},
      {"FU3 not yet: asked again in two",
       [](Story& s) {
         one_idea(s);
         then<14>(s, answer(HowItWent::not_yet));
       },
       28, "went"},
      {"FU9 still asked on the last of fourteen days", one_idea, 14 + 13, "went"},
      {"FU9 then whether to stop", one_idea, 14 + 14, "stop"},
      {"FU9 for a week", one_idea, 14 + 20, "stop"},
      {"FU9 and then quiet", one_idea, 14 + 21, ""},
      {"FU9 for ever", one_idea, 4000, ""},
      {"FU9 stopped is stopped",
       [](Story& s) {
         one_idea(s);
         then<28>(s, StopFollowUp{of<FollowUpId>(1)});
       },
       40, ""},
      {"FU10 keep asking asks again two weeks on",
       [](Story& s) {
         one_idea(s);
         then<28>(s, KeepFollowUp{of<FollowUpId>(1)});
       },
       28 + 14, "went"},
      {"FU10 and never again whether to stop",
       [](Story& s) {
         one_idea(s);
         then<28>(s, KeepFollowUp{of<FollowUpId>(1)});
       },
       28 + 14 + 14, ""},
      {"PS6 nothing while all is paused",
       [](Story& s) {
         one_idea(s);
         then<2>(s, PauseRecord{PauseWhy::in_hospital, {}});
       },
       14, ""},
      {"PS7 nothing for a week after it",
       [](Story& s) {
         one_idea(s);
         then<2>(s, PauseRecord{PauseWhy::in_hospital, {}});
         then<58>(s, ResumeRecord{});
       },
       66, ""},
      {"PS7 and then what fell due in it, as if it were due now",
       [](Story& s) {
         one_idea(s);
         then<2>(s, PauseRecord{PauseWhy::in_hospital, {}});
         then<58>(s, ResumeRecord{});
       },
       67, "went"},
      {"PS7 what was quiet before stays quiet",
       [](Story& s) {
         one_idea(s);
         then<50>(s, PauseRecord{PauseWhy::in_hospital, {}});
         then<58>(s, ResumeRecord{});
       },
       120, ""},
      {"FU2 moved to another day",
       [](Story& s) {
         one_idea(s);
         then<14>(s, MoveFollowUp{of<FollowUpId>(1), plus_days(monday, 40)});
       },
       39, ""},
      {"FU2 and asked then",
       [](Story& s) {
         one_idea(s);
         then<14>(s, MoveFollowUp{of<FollowUpId>(1), plus_days(monday, 40)});
       },
       40, "went"},
  };
  for (auto const& row : rows) {
    auto s = begun();
    row.given(s);
    auto const question = question_due(s.record, plus_days(monday, row.day));
    EXPECT_EQ(question ? question->kind : "", row.kind) << row.sentence;
    EXPECT_EQ(question ? question->items.size() : row.items, row.items) << row.sentence;
  }
}

TEST(Question, FU7_asks_in_the_order_in_which_things_were_due_by_their_own_names) {
  auto s = begun();
  s.told(amina,
         AddFind{of<IdeaId>(1), words(1, "My uncle's allotment"), of<FollowUpId>(1), plus_days(monday, 9)});
  s.told(amina,
         ChooseIdea{of<IdeaId>(2), of<ServiceId>(2), {"Choir"}, of<FollowUpId>(2), plus_days(monday, 7)});
  auto const question = question_due(s.record, plus_days(monday, 10));
  ASSERT_TRUE(question);
  ASSERT_EQ(question->items.size(), 2u);
  EXPECT_EQ(question->items[0].name, "Choir");
  EXPECT_EQ(question->items[1].name, "My uncle's allotment");
}

TEST(Question, SH6_a_practitioner_is_shown_the_question_only_while_looking_at_ideas_together) {
  auto s = begun();
  one_idea(s);
  s.days_pass(14);
  auto const say = [](std::vector<Message> const&) { return std::string(); };
  auto const asked = [&](Who const& who) {
    return view_of(s.shown_to(who), {who.reader(), s.now, s.today(), say})->followups.question.has_value();
  };
  EXPECT_TRUE(asked(amina));
  s.told(amina, grant(1, ben, every_part, every_part));
  EXPECT_FALSE(asked(ben));
  s.told(amina, visit(1, ben, set_of(Part::plan)));
  EXPECT_FALSE(asked(ben));
  s.told(amina, visit(2, ben, set_of(Part::ideas)));
  EXPECT_TRUE(asked(ben));
}

}  // namespace
}  // namespace kith
