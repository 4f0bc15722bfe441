// The later dates. Rules RV1-RV5.
#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

constexpr auto three = ReviewAt::three_months;
constexpr std::int64_t first_day = 92;  // 2 February 2027

void a_circle(Story& s) { s.told(amina, FinishCircle{Occasion::everyday, true}); }
void an_idea_due_on(Story& s, std::int64_t day) {
  s.told(amina,
         ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Choir"}, of<FollowUpId>(1), plus_days(monday, day)});
}

TEST(Reviews, RV1_finishing_the_circle_for_the_first_time_sets_three_later_dates) {
  auto s = begun();
  s.told(amina, FinishCircle{Occasion::hard_times, true});
  EXPECT_TRUE(s.record.reviews.empty());
  a_circle(s);
  ASSERT_EQ(s.record.reviews.size(), 3u);
  EXPECT_EQ(text_of(s.record.reviews.at(three).due), "2027-02-02");
  EXPECT_EQ(text_of(s.record.reviews.at(ReviewAt::six_months).due), "2027-05-02");
  EXPECT_EQ(text_of(s.record.reviews.at(ReviewAt::twelve_months).due), "2027-11-02");
  s.told(amina, FinishCircle{Occasion::everyday, false});
  EXPECT_EQ(facts(s.ask(amina, FinishCircle{Occasion::everyday, true})), "circle_finished");
}

TEST(Reviews, RV2_each_can_be_moved_held_and_stopped_by_who_plans_with_them) {
  check(std::vector<Case>{
      {"RV2 to a later day", a_circle, amina, MoveReview{three, plus_days(monday, 200)}, "agreed"},
      {"RV2 not to the past", a_circle, amina, MoveReview{three, plus_days(monday, -1)}, "RV2"},
      {"RV2 where it stands already", a_circle, amina, MoveReview{three, plus_days(monday, first_day)},
       "already"},
      {"RV2 held", a_circle, amina, HoldReview{three}, "agreed"},
      {"RV2 stopped", a_circle, amina, StopReview{three}, "agreed"},
      {"RV2 nothing to move", nullptr, amina, MoveReview{three, plus_days(monday, 5)}, "CM8"},
      {"RV2 not by who only sees",
       [](Story& s) {
         a_circle(s);
         s.told(amina, grant(1, ben, every_part));
       },
       ben, StopReview{three}, "SH8"},
      {"RV2 in a visit",
       [](Story& s) {
         a_circle(s);
         s.told(amina, visit(1, ben, set_of(Part::together)));
       },
       ben, MoveReview{three, plus_days(monday, 9)}, "agreed"},
  });
}

struct Row {
  char const* sentence;
  void (*given)(Story&);
  std::int64_t day;
  std::optional<ReviewAt> due;
};

TEST(Reviews, RV3_to_RV5_and_PS6_say_when_one_is_asked_about) {
  Row const rows[] = {
      {"RV3 not before it has come", a_circle, first_day - 1, {}},
      {"RV3 when it has come", a_circle, first_day, three},
      {"RV5 for two weeks", a_circle, first_day + 13, three},
      {"RV5 and then quiet", a_circle, first_day + 14, {}},
      {"RV3 not when a question is due",
       [](Story& s) {
         a_circle(s);
         an_idea_due_on(s, first_day);
       },
       first_day,
       {}},
      {"RV3 not on the day of an answer",
       [](Story& s) {
         a_circle(s);
         an_idea_due_on(s, first_day);
         s.days_pass(first_day);
         s.told(amina, AnswerFollowUp{of<FollowUpId>(1), HowItWent::went, {}, {}, {}});
       },
       first_day,
       {}},
      {"RV3 a week after an answer",
       [](Story& s) {
         a_circle(s);
         an_idea_due_on(s, first_day);
         s.days_pass(first_day);
         s.told(amina, AnswerFollowUp{of<FollowUpId>(1), HowItWent::went, {}, {}, {}});
       },
       first_day + 7, three},
      {"RV2 held is held",
       [](Story& s) {
         a_circle(s);
         s.told(amina, HoldReview{three});
       },
       first_day,
       {}},
      {"RV2 moved is asked then",
       [](Story& s) {
         a_circle(s);
         s.told(amina, MoveReview{three, plus_days(monday, 40)});
       },
       40, three},
      {"PS6 nothing in a pause",
       [](Story& s) {
         a_circle(s);
         s.told(amina, PauseRecord{PauseWhy::in_hospital, {}});
       },
       first_day,
       {}},
  };
  for (auto const& row : rows) {
    auto s = begun();
    row.given(s);
    EXPECT_EQ(review_due(s.record, plus_days(monday, row.day)), row.due) << row.sentence;
  }
}

TEST(Reviews, RV4_answering_one_leaves_a_week_without_a_question) {
  auto s = begun();
  a_circle(s);
  an_idea_due_on(s, first_day + 2);
  s.days_pass(first_day);
  s.told(amina, MoveReview{three, plus_days(monday, first_day + 90)});
  EXPECT_FALSE(question_due(s.record, plus_days(monday, first_day + 6)));
  EXPECT_TRUE(question_due(s.record, plus_days(monday, first_day + 7)));
}

TEST(Reviews, RV4_moving_one_that_was_not_asked_about_leaves_the_others) {
  auto s = begun();
  a_circle(s);
  an_idea_due_on(s, 14);
  s.days_pass(10);
  s.told(amina, MoveReview{three, plus_days(monday, 300)});
  EXPECT_TRUE(question_due(s.record, plus_days(monday, 14)));
}

}  // namespace
}  // namespace kith
