// The switch that makes Kith quiet: who may turn it, and what it does. Rules PS1-PS7.
#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith {
namespace {

using namespace story;

PauseRecord pause(PauseWhy why, std::optional<AccountId> keeper = {}) { return {why, keeper}; }
void ben_is_let_in(Story& s) { s.told(amina, grant(1, ben, every_part, every_part)); }
void it_is_too_much(Story& s) { s.told(amina, pause(PauseWhy::too_much)); }
void ben_keeps(Story& s) {
  ben_is_let_in(s);
  s.told(amina, grant(2, cara, every_part, every_part));
  s.told(ben, pause(PauseWhy::died, ben.account));
}

TEST(Pausing, PS1_to_PS4_who_may_and_when) {
  check(std::vector<Case>{
      {"PS1 the person", nullptr, amina, pause(PauseWhy::too_much), "agreed"},
      {"PS1 a practitioner who is let in", ben_is_let_in, ben, pause(PauseWhy::in_hospital), "agreed"},
      {"PS1 not one who only sees",
       [](Story& s) { s.told(amina, grant(1, ben, every_part, set_of(Part::plan))); }, ben,
       pause(PauseWhy::in_hospital), "SH8"},
      {"PS1 nobody who is not let in", nullptr, ben, pause(PauseWhy::left), "CM8"},
      {"PS2 not of oneself", nullptr, amina, pause(PauseWhy::died, ben.account), "PS2"},
      {"PS3 with a keeper", ben_is_let_in, ben, pause(PauseWhy::died, ben.account), "agreed"},
      {"PS3 not without one", ben_is_let_in, ben, pause(PauseWhy::died), "PS3"},
      {"PS3 not with a stranger", ben_is_let_in, ben, pause(PauseWhy::died, cara.account), "PS3"},
      {"PS3 no keeper otherwise", ben_is_let_in, ben, pause(PauseWhy::moved, ben.account), "PS3"},
      {"PS4 the same again", it_is_too_much, amina, pause(PauseWhy::too_much), "already"},
      {"PS4 another reason", it_is_too_much, amina, pause(PauseWhy::in_hospital), "agreed"},
      {"resuming", it_is_too_much, amina, ResumeRecord{}, "agreed"},
      {"resuming what is not paused", nullptr, amina, ResumeRecord{}, "already"},
  });
}

TEST(Pausing, PS5_after_a_death_only_the_keeper_is_let_in_and_may_undo_it) {
  auto s = begun();
  ben_keeps(s);
  for (auto const& who : {amina, cara, dev, fay}) {
    EXPECT_FALSE(s.shown_to(who).has_started()) << who.name;
    EXPECT_EQ(outcome(s.ask(who, ResumeRecord{})), "CM8") << who.name;
  }
  ASSERT_TRUE(s.shown_to(ben).has_started());
  s.told(ben, ResumeRecord{});
  for (auto const& who : {amina, ben, cara}) EXPECT_TRUE(s.shown_to(who).has_started()) << who.name;
}

TEST(Pausing, PS5_the_keeper_still_sees_enough_when_their_grant_has_ended) {
  auto s = begun();
  auto short_grant = grant(1, ben, every_part, every_part);
  short_grant.until = Instant{s.now.ms + day_ms};
  s.told(amina, short_grant);
  s.told(ben, pause(PauseWhy::died, ben.account));
  s.days_pass(30);
  EXPECT_EQ(outcome(s.ask(ben, ResumeRecord{})), "agreed");
}

TEST(Pausing, PS6_no_step_is_changed_by_it_and_all_is_as_it_was_afterwards) {
  auto s = begun();
  s.told(amina, PlaceStep{of<StepId>(1), {}, words(1, "Walk"), Party::person(), plus_days(monday, 3), {}});
  auto const before = s.record.steps.at(of<StepId>(1)).version;
  it_is_too_much(s);
  s.days_pass(90);
  s.told(amina, ResumeRecord{});
  auto const& step = s.record.steps.at(of<StepId>(1));
  EXPECT_EQ(step.version, before);
  EXPECT_EQ(step.state, StepState::not_yet);
}

TEST(Pausing, SH18_whoever_may_see_anything_sees_that_all_is_paused) {
  auto s = begun();
  s.told(amina, grant(1, ben, set_of(Part::together)));
  s.told(amina, grant(2, cara, {}, set_of(Part::plan)));
  s.told(amina, pause(PauseWhy::in_hospital));
  EXPECT_TRUE(s.shown_to(amina).pausing());
  EXPECT_TRUE(s.shown_to(ben).pausing());
  EXPECT_FALSE(s.shown_to(cara).pausing());
}

}  // namespace
}  // namespace kith
