// Submitting: once and only once, whoever sends it and however often. Rules CM2, CM3, CM8, SH2, SH12, SH15,
// SH19, SH20.
#include <thread>

#include "app/fault.hpp"
#include "app/records/office_test.hpp"

namespace kith::app {
namespace {

PlaceGoal goal(std::uint64_t n, char const* text = "Walk") { return {of<GoalId>(n), words(n, text)}; }
StartRecord beside(char const* name) { return {{name}, false, true, set_of(Part::plan), Code{"K7Q2-MM4P"}}; }

TEST(Submitting, CM3_the_same_command_again_gets_the_stored_answer) {
  Office office;
  office.begin();
  auto const agreed = office.command(goal(1));
  EXPECT_EQ(office.outcome(amina, agreed), "agreed");
  auto const position = office.position();
  for (int again = 0; again < 2; ++again) {
    auto const answer = office.send(amina, agreed);
    EXPECT_EQ(answer->outcome, CommandFate::agreed);
    EXPECT_EQ(answer->versions, std::vector{agreed.id});
    EXPECT_EQ(office.position(), position) << "and nothing more is written";
    office.restart();
  }
}

TEST(Submitting, CM3_refusals_included) {
  Office office;
  office.begin();
  auto const too_early = office.command(ChangeTie{of<TieId>(1), tie(1, "Mam").details});
  auto const refused = office.send(amina, too_early);
  EXPECT_EQ(refused->rule, "CM8");
  office.told(amina, tie(1, "Mum"));
  EXPECT_EQ(office.outcome(amina, too_early), "refused CM8") << "though it could be agreed now";
  office.restart();
  EXPECT_EQ(office.outcome(amina, too_early), "refused CM8");
  EXPECT_EQ(office.send(amina, too_early)->message, refused->message) << "in the same words";
  EXPECT_EQ(office.outcome(amina, office.command(too_early.ask)), "agreed")
      << "a draft sent again has a new id";
}

TEST(Submitting, CM3_what_was_so_already_is_so_again) {
  Office office;
  office.begin();
  auto const already = office.command(ShowSentence{true});
  EXPECT_EQ(office.outcome(amina, already), "already");
  office.told(amina, ShowSentence{false});
  EXPECT_EQ(office.outcome(amina, already), "already") << "sent late, it does not turn it on again";
}

TEST(Submitting, CM3_CM13_an_undo_is_told_again_while_its_reader_sees_the_thing) {
  Office office;
  office.begin();
  office.told(amina, grant(1, ben, every_part));
  office.told(amina, visit(1, ben, every_part));
  auto const drawn = office.told(amina, tie(1, "Mum"));
  office.told(amina, MoveTie{of<TieId>(1), Occasion::everyday, {Ring::middle, 90}}, {.base = {drawn}});
  auto const late =
      office.command(MoveTie{of<TieId>(1), Occasion::everyday, {Ring::outer, 10}}, {.base = {drawn}});
  for (int again = 0; again < 2; ++again) {
    auto const answer = office.send(ben, late);
    EXPECT_EQ(answer->outcome, CommandFate::changed_apart);
    ASSERT_TRUE(answer->undo);
    EXPECT_EQ(std::get<MoveTie>(*answer->undo).standing, (Standing{Ring::middle, 90}));
    office.restart();
  }
  auto hidden = tie(1, "Mum").details;
  hidden.is_private = true;
  office.told(amina, ChangeTie{of<TieId>(1), hidden});
  auto const answer = office.send(ben, late);
  EXPECT_EQ(answer->outcome, CommandFate::changed_apart);
  EXPECT_FALSE(answer->undo) << "how it was is hidden with it";
}

TEST(Submitting, CM2_an_id_is_used_for_one_content_only) {
  Office office;
  office.begin();
  auto first = office.command(goal(1, "Walk"));
  EXPECT_EQ(office.outcome(amina, first), "agreed");
  auto const rows = office.rows_of(amina);
  auto other = first;
  other.ask = goal(1, "Run");
  EXPECT_EQ(office.outcome(amina, other), "refused CM2");
  other = first;
  other.made_at.ms += 1;
  EXPECT_EQ(office.outcome(amina, other), "refused CM2") << "made at another moment it is another command";
  office.told(amina, StartRecord{{"Amina"}, true, false, {}, {}}, {}, another_record);
  EXPECT_EQ(office.outcome(amina, first, another_record), "refused CM2") << "for another record too";
  EXPECT_EQ(office.rows_of(amina), rows) << "nothing was changed by it";
  EXPECT_EQ(office.outcome(amina, first), "agreed") << "and the stored answer still stands";
}

TEST(Submitting, CM2_two_accounts_may_happen_on_the_same_id) {
  Office office;
  office.begin();
  office.told(amina, grant(1, ben, every_part, every_part));
  auto const first = office.command(goal(1));
  auto second = office.command(goal(2));
  second.id = first.id;
  EXPECT_EQ(office.outcome(amina, first), "agreed");
  EXPECT_EQ(office.outcome(ben, second), "agreed");
}

TEST(Submitting, CM3_twice_in_one_request_is_once) {
  Office office;
  office.begin();
  auto const once = office.command(goal(1));
  auto const before = office.position();
  auto const submitted =
      office.records->submit(caller_of(amina), the_record, {office.read(once), office.read(once)});
  ASSERT_EQ(submitted->answers.size(), 2u);
  for (auto const& answer : submitted->answers) EXPECT_EQ(answer.outcome, CommandFate::agreed);
  EXPECT_EQ(office.position(), before + 2) << "the goal and its words";
}

TEST(Submitting, CM4_each_command_of_a_request_stands_on_its_own) {
  Office office;
  office.begin();
  wire::ReadCommand const unreadable{of<CommandId>(77), wire::unreadable("CM4", "body.ring"), "{}"};
  auto const submitted =
      office.records->submit(caller_of(amina), the_record,
                             {office.read(office.command(goal(1))), unreadable,
                              office.read(office.command(goal(1))), office.read(office.command(goal(2)))});
  std::vector<std::string> outcomes;
  for (auto const& answer : submitted->answers) outcomes.push_back(answer.rule);
  EXPECT_EQ(outcomes, (std::vector<std::string>{"", "CM4", "CM9", ""}));
  EXPECT_EQ(submitted->answers[1].id, of<CommandId>(77));
}

TEST(Submitting, SH2_CM8_a_record_one_is_not_let_into_is_not_there) {
  Office office;
  office.begin();
  for (auto const& who : {ben, dev, eve, fay}) {
    EXPECT_EQ(office.outcome(who, office.command(goal(1))), "404") << who.name;
    EXPECT_EQ(office.outcome(who, office.command(StartRecord{{"Mine"}, true, false, {}, {}})), "404")
        << who.name;
    EXPECT_FALSE(office.records->submit(caller_of(who), the_record, {})) << who.name;
    EXPECT_FALSE(office.records->view(caller_of(who), the_record, {})) << who.name;
    EXPECT_FALSE(office.records->ends_at(caller_of(who), the_record)) << who.name;
    EXPECT_FALSE(office.patch(who)) << who.name;
  }
  EXPECT_EQ(office.outcome(amina, office.command(goal(1)), another_record), "404")
      << "nor is one that never began";
}

TEST(Submitting, SH15_a_record_is_begun_by_one_also_when_two_begin_it_at_once) {
  for (int round = 0; round < 20; ++round) {
    Office office;
    auto const by_ben = office.command(beside("Rose")), by_cara = office.command(beside("Rosa"));
    std::string one, other;
    std::thread beside_it([&] { one = office.outcome(ben, by_ben); });
    other = office.outcome(cara, by_cara);
    beside_it.join();
    EXPECT_EQ((one == "agreed") + (other == "agreed"), 1) << one << " and " << other;
    auto const folded = office.records->store().load(the_record);
    EXPECT_EQ(folded->record.grants.size(), 1u) << "and only who began it is let in";
  }
}

TEST(Submitting, SH19_an_account_has_at_most_one_record_of_its_own) {
  Office office;
  office.begin();
  EXPECT_EQ(office.started, (std::vector<std::pair<AccountId, RecordId>>{{amina.account, the_record}}));
  auto caller = caller_of(amina);
  caller.own_record = the_record;
  auto const second = office.command(StartRecord{{"Amina"}, true, false, {}, {}});
  auto const submitted = office.records->submit(caller, another_record, {office.read(second)});
  EXPECT_EQ(submitted->answers.front().rule, "SH19");
  EXPECT_EQ(office.started.size(), 1u);
}

TEST(Submitting, two_threads_at_once_are_taken_one_after_another) {
  constexpr std::uint64_t goals_each = 40;
  Office office;
  office.begin();
  auto const before = office.position();
  auto const place = [&](std::uint64_t from) {
    for (std::uint64_t n = from; n < from + goals_each; ++n) {
      Command const own{CommandId{1, n}, monday_noon, 0, {}, {}, goal(n)};
      Command const shared{CommandId{2, n - from + 1}, monday_noon, 0, {}, {}, goal(10'000 + n - from)};
      EXPECT_EQ(office.outcome(amina, own), "agreed");
      EXPECT_EQ(office.outcome(amina, shared), "agreed") << "whoever comes second gets the stored answer";
    }
  };
  std::thread other([&] { place(1'000); });
  place(2'000);
  other.join();
  EXPECT_EQ(office.position(), before + 3 * goals_each * 2);
  auto const in_memory = office.rows_of(amina);
  office.restart();
  EXPECT_EQ(office.rows_of(amina), in_memory) << "and what was published is what was written";
}

TEST(Submitting, a_report_of_a_service_crosses_once_and_without_the_record) {
  Office office;
  office.begin();
  auto const report = office.command(ReportService{of<ServiceId>(1), ServiceReport::gone});
  EXPECT_EQ(office.outcome(amina, report), "agreed");
  EXPECT_EQ(office.outcome(amina, report), "agreed");
  ASSERT_EQ(office.reports.size(), 1u);
  EXPECT_EQ(office.reports.front().service, of<ServiceId>(1));
}

TEST(Submitting, DC15_what_was_in_the_way_crosses_once_for_a_service_and_never_for_an_own_find) {
  Office office;
  office.begin();
  office.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(7), {"Choir"}, of<FollowUpId>(1), {}});
  office.told(amina, AddFind{of<IdeaId>(2), words(2, "My uncle's allotment"), of<FollowUpId>(2), {}});
  auto const cost_and_bus = set_of(Barrier::cost, Barrier::getting_there);
  auto const said =
      office.command(AnswerFollowUp{of<FollowUpId>(1), HowItWent::not_yet, cost_and_bus, {}, {}});
  EXPECT_EQ(office.outcome(amina, said), "agreed");
  EXPECT_EQ(office.outcome(amina, said), "agreed");
  office.told(amina, AnswerFollowUp{of<FollowUpId>(2), HowItWent::not_yet, cost_and_bus, {}, {}});
  std::vector<std::pair<ServiceId, Barrier>> const heard = {{of<ServiceId>(7), Barrier::cost},
                                                            {of<ServiceId>(7), Barrier::getting_there}};
  EXPECT_EQ(office.obstacles, heard);
}

TEST(Withdrawing, SH12_the_code_takes_back_what_was_said_aloud) {
  Office office;
  office.told(ben, beside("Rose"));
  OpenVisit together = visit(1, ben, every_part);
  together.said_aloud = true;
  office.told(ben, together);
  auto for_cara = grant(1, cara, set_of(Part::plan));
  for_cara.said_aloud = true;
  office.told(ben, for_cara);
  EXPECT_FALSE(office.rows_of(cara).empty());
  EXPECT_TRUE(office.records->withdraw("K7Q2-MM4P"));
  EXPECT_TRUE(office.rows_of(ben).empty()) << "at once, the visit too";
  EXPECT_TRUE(office.rows_of(cara).empty());
  EXPECT_TRUE(office.records->people(caller_of(ben)).empty());
  EXPECT_TRUE(office.records->withdraw("K7Q2-MM4P")) << "again is no fault";
  office.restart();
  EXPECT_TRUE(office.rows_of(ben).empty()) << "and it lasts";
}

TEST(Withdrawing, SH20_a_code_that_leads_nowhere) {
  Office office;
  office.told(ben, beside("Rose"));
  for (std::string const& code :
       {std::string(), std::string("K7Q2-MM4Q"), std::string("k7q2-mm4p"), std::string(1000, 'K')})
    EXPECT_FALSE(office.records->withdraw(code)) << code;
  EXPECT_FALSE(office.rows_of(ben).empty());
}

TEST(Forgetting, a_record_whose_key_was_destroyed_is_as_if_it_had_never_been) {
  Office office;
  office.begin();
  office.told(amina, goal(1));
  auto const asked = office.command(goal(2));
  office.seal->destroy_keys(bits_of(the_record));
  office.restart();
  EXPECT_TRUE(office.rows_of(amina).empty());
  EXPECT_EQ(office.outcome(amina, asked), "404");
  EXPECT_EQ(office.outcome(amina, office.command(StartRecord{{"Amina"}, true, false, {}, {}})), "404")
      << "and it cannot be begun again";
}

}  // namespace
}  // namespace kith::app
