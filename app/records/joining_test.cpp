// Two records of one person, joined. Rules JO1-JO8 (spec/joining.md).
#include "app/records/office_test.hpp"
#include "core/record/made_up_test.hpp"

namespace kith::app {
namespace {

constexpr RecordId kept = the_record, old = another_record;

StartRecord beside(char const* name) { return {{name}, false, true, set_of(Part::together), {}}; }

// Nell's two records, both begun by Ben, who sits with her now.
void begin_both(Office& office) {
  for (auto const record : {kept, old}) {
    office.told(ben, beside("Nell"), {}, record);
    office.told(ben, OpenVisit{{0x51, record.lo}, {ben.account}, every_part, true}, {}, record);
  }
}
JoinAsk ask(std::uint64_t n, bool undo = false) {
  return {CommandId{0x501A, n}, old, monday_noon, 0, !undo, undo};
}
std::string joined(Office& office, JoinAsk const& how, Who const& who = ben) {
  auto const refusal = office.records->join(caller_of(who), kept, how);
  return refusal ? std::string(refusal->rule) : "agreed";
}
Rows rows_in(Office& office, RecordId record) {
  return wire::write_rows(office.records->store().load(record)->record);
}

TEST(Joining, JO3_JO4_what_lives_is_copied_with_its_author_day_and_version) {
  Office office;
  begin_both(office);
  Sent const for_nell{.voice = Party::person()};
  auto const said = [](std::uint64_t n, char const* text) { return words(n, text, Confirmed::said_aloud); };
  auto const first = office.told(ben, PlaceGoal{of<GoalId>(1), said(1, "Sing again")}, for_nell, old);
  office.told(ben, WordStatement{said(1, "Sing with others"), Place::goal, {}},
              {.voice = Party::person(), .base = {first}}, old);
  auto const apart = office.command(WordStatement{said(1, "Sing at home"), Place::goal, {}},
                                    {.voice = Party::person(), .base = {first}});
  EXPECT_EQ(office.outcome(ben, apart, old), "changed_apart");
  office.told(ben, PlaceGoal{of<GoalId>(2), said(2, "Put away")}, for_nell, old);
  office.told(ben, PutGoalAway{of<GoalId>(2)}, {}, old);
  office.told(ben, tie(1, "Mum"), {}, old);
  office.told(ben, PlaceGoal{of<GoalId>(3), said(3, "Sing again")}, for_nell, kept);
  auto const before = rows_in(office, kept);
  auto const stream_before = office.records->store().events_after(old, 0).size();

  auto const look = office.records->look_at_join(caller_of(ben), old, kept);
  ASSERT_TRUE(look);
  for (auto const& line : look->old.lines) {
    bool const are_words = line.kind == "goal";
    EXPECT_EQ(line.whose, are_words ? "Nell" : "")
        << line.words << " are whose words they are, whoever typed";
    EXPECT_EQ(line.by, ben.name) << line.words;
  }
  EXPECT_EQ(joined(office, ask(1)), "agreed");
  auto const& record = office.records->store().load(kept)->record;
  ASSERT_TRUE(record.statements.contains(of<StatementId>(1)));
  auto const& line = record.statements.at(of<StatementId>(1));
  ASSERT_EQ(line.heads().size(), 2u) << "both wordings stand side by side";
  EXPECT_EQ(line.heads()[0]->typed_by, ben.account);
  EXPECT_EQ(line.heads()[0]->said_on, monday);
  EXPECT_TRUE(record.statements.contains(of<StatementId>(3))) << "and nothing is merged";
  EXPECT_FALSE(record.goals.contains(of<GoalId>(2)));
  EXPECT_TRUE(record.ties.contains(of<TieId>(1)));
  auto const after = rows_in(office, kept);
  for (auto const& [key, row] : before) EXPECT_EQ(after.at(key), row) << "JO3 what was there stays as it was";
  EXPECT_EQ(office.records->store().events_after(old, 0).size(), stream_before + 1)
      << "JO4 and one event closes";
  office.restart();
  EXPECT_EQ(rows_in(office, kept), after) << "the same from the journal";
}

TEST(Joining, JO1_JO2_it_needs_a_yes_a_visit_in_both_and_no_sign_in_left_behind) {
  Office office;
  begin_both(office);
  auto no_yes = ask(1);
  no_yes.said_aloud = false;
  EXPECT_EQ(joined(office, no_yes), "JO1");
  EXPECT_EQ(joined(office, ask(2), cara), "CM8") << "nobody let her in";
  auto itself = ask(3);
  itself.from = kept;
  EXPECT_EQ(joined(office, itself), "CM8");
  office.told(ben, PauseRecord{PauseWhy::too_much, {}}, {}, old);
  EXPECT_EQ(joined(office, ask(4)), "JO2");
  office.told(ben, ResumeRecord{}, {}, old);
  office.told(ben, EndVisit{{0x51, old.lo}}, {}, old);
  EXPECT_EQ(joined(office, ask(5)), "JO1");
  EXPECT_TRUE(office.records->look_at_join(caller_of(ben), old, kept)->refusal);
  office.told(ben, OpenVisit{{0x52, 1}, {ben.account}, every_part, true}, {}, old);
  EXPECT_TRUE(office.records->give_to(old, fay.account));
  EXPECT_EQ(joined(office, ask(6)), "JO2") << "what somebody signs in to is kept";
}

TEST(Joining, JO5_JO6_JO7_done_once_it_is_closed_and_lets_nobody_in) {
  Office office;
  begin_both(office);
  office.told(ben, GiveGrant{of<GrantId>(7), cara.account, set_of(Part::plan), {}, {}, true}, {}, old);
  EXPECT_EQ(joined(office, ask(1)), "agreed");
  auto const position = office.position();
  office.restart();
  EXPECT_EQ(joined(office, ask(1)), "agreed") << "JO7 sent again";
  EXPECT_EQ(office.position(), position);
  auto other = ask(1);
  other.offset_min = 60;
  EXPECT_EQ(joined(office, other), "CM2");
  EXPECT_EQ(joined(office, ask(2)), "JO2") << "it is closed";
  auto const goal = office.command(PlaceGoal{of<GoalId>(9), words(9, "Late", Confirmed::said_aloud)},
                                   {.voice = Party::person()});
  EXPECT_EQ(office.outcome(ben, goal, old), "refused JO5");
  EXPECT_TRUE(office.records->shown(caller_of(cara), old, Surface::view)) << "JO5 whoever read it still does";
  EXPECT_FALSE(office.records->shown(caller_of(cara), kept, Surface::view)) << "JO6 and is not let in";
  auto const look = office.records->look_at_join(caller_of(ben), old, kept);
  ASSERT_TRUE(look);
  EXPECT_TRUE(look->joined);
  EXPECT_EQ(look->lost_sight, std::vector<std::string>{cara.name});
  EXPECT_EQ(office.outcome(ben, office.command(EndVisit{{0x51, old.lo}}), old), "agreed");
  auto const people = [&](Who const& who) { return office.records->people(caller_of(who)); };
  ASSERT_EQ(people(cara).size(), 1u);
  EXPECT_TRUE(people(cara)[0].closed);
  EXPECT_FALSE(people(cara)[0].into) << "JO6 she is not led there";
  EXPECT_EQ(std::ranges::count_if(people(ben), [](auto const& one) { return one.into == kept; }), 1);
  for (auto const& entry : wire::write_rows(*office.records->shown(caller_of(ben), old, Surface::view)))
    EXPECT_EQ(entry.second.find(text_of(kept)), std::string::npos) << entry.first;
}

TEST(Joining, JO8_undone_while_nothing_was_written_since) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Office office;
    begin_both(office);
    MadeUp up(seed, {ben.account, cara.account});
    for (auto const record : {kept, old}) {
      for (int line = 0; line < 60; ++line) {
        auto made = up.command(*office.records->shown(caller_of(ben), record, Surface::view), ben.reader(),
                               office.now);
        if (std::holds_alternative<PauseRecord>(made.ask) || std::holds_alternative<EndVisit>(made.ask))
          continue;
        office.send(ben, made, record);
      }
    }
    auto const kept_before = rows_in(office, kept), old_before = rows_in(office, old);
    ASSERT_EQ(joined(office, ask(1)), "agreed") << seed;
    auto const after = rows_in(office, kept);
    for (auto const& [key, row] : kept_before) EXPECT_EQ(after.at(key), row) << seed << " " << key;
    EXPECT_TRUE(office.records->look_at_join(caller_of(ben), old, kept)->can_undo);
    EXPECT_EQ(joined(office, ask(2, true)), "agreed") << seed;
    EXPECT_EQ(joined(office, ask(2, true)), "agreed") << "JO7";
    EXPECT_EQ(rows_in(office, old), old_before) << seed;
    auto kept_again = rows_in(office, kept);
    std::erase_if(kept_again, [](auto const& entry) { return entry.first.starts_with("member:"); });
    for (auto const& entry : kept_again)
      EXPECT_TRUE(kept_before.contains(entry.first)) << seed << entry.first;
    ASSERT_EQ(joined(office, ask(3)), "agreed") << "and joined again";
    office.told(ben, tie(5000, "Mum"), {}, kept);
    EXPECT_EQ(joined(office, ask(4, true)), "JO8") << seed;
  }
}

}  // namespace
}  // namespace kith::app
