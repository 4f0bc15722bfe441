// Who looked: kept before the answer, read by the person alone. Rules LK1-LK9 (spec/access-log.md).
#include <thread>

#include "app/journal/verify.hpp"
#include "app/records/office_test.hpp"

namespace kith::app {
namespace {

Catalogue const no_words(CatalogueLanguage::en, {});
constexpr RecordId nowhere{0x0EC0, 99};

void let_in(Office& office, Who const& who, std::uint64_t id) {
  office.told(amina, grant(id, who, every_part, set_of(Part::together)));
}
Office& with_ben(Office& office) {
  office.begin();
  let_in(office, ben, 1);
  return office;
}
bool reads(Office& office, Who const& who, RecordId record = the_record) {
  return office.records->view_text(caller_of(who), record, no_words) != nullptr;
}
// "Ben, link worker: view sync / …", a day behind each slash, the newest first.
std::string told_to(Office& office, Who const& who, RecordId record = the_record,
                    std::optional<Day> before = {}) {
  auto const looked = office.records->who_looked(caller_of(who), record, before);
  if (!looked) return "404";
  std::string text;
  for (auto const& day : looked->days) {
    text += text.empty() ? "" : " / ";
    for (auto const& one : day.people) {
      text += one.name.text + ":";
      for (auto const surface : all<Surface>())
        if (one.surfaces.has(surface)) text += " " + std::string(name_of(surface));
    }
  }
  return text;
}

TEST(Looking, LK1_whoever_is_not_the_person_leaves_an_entry_at_every_surface) {
  Office office;
  with_ben(office);
  auto const by_ben = caller_of(ben), by_amina = caller_of(amina);
  for (auto const& caller : {by_ben, by_amina}) {
    ASSERT_TRUE(office.records->view_text(caller, the_record, no_words));
    office.records->sync(caller, the_record, "");
    for (auto const surface : {Surface::paper, Surface::pdf, Surface::hand_over, Surface::outgoing})
      ASSERT_TRUE(office.records->shown(caller, the_record, surface));
    office.records->people(caller);
  }
  EXPECT_EQ(told_to(office, amina), "Ben, link worker: view sync people paper pdf hand_over outgoing");
  auto const looks = office.records->all_looks(the_record);
  ASSERT_EQ(looks.size(), 7u) << "the person's own are not written";
  for (auto const& look : looks) {
    EXPECT_EQ(look.account, ben.account);
    EXPECT_EQ(look.role, Role::practitioner);
    EXPECT_EQ(look.at, office.now);
    EXPECT_EQ(look.on, monday);
  }
}

TEST(Looking, LK2_for_15_minutes_one_entry_stands_for_all_and_then_comes_another) {
  Office office;
  with_ben(office);
  EXPECT_TRUE(reads(office, ben));
  auto const writes = office.journal.writes.load();
  for (int n = 0; n < 5; ++n) EXPECT_TRUE(reads(office, ben));
  office.now.ms += look_again_ms - 1;
  EXPECT_TRUE(office.records->is_at_hand(caller_of(ben), the_record, Surface::view));
  EXPECT_FALSE(office.records->is_at_hand(caller_of(ben), the_record, Surface::sync)) << "another surface";
  EXPECT_FALSE(office.records->is_at_hand(caller_of(cara), the_record, Surface::view)) << "somebody else";
  EXPECT_TRUE(reads(office, ben));
  EXPECT_EQ(office.journal.writes, writes) << "nothing is written";
  office.now.ms += 1;
  EXPECT_FALSE(office.records->is_at_hand(caller_of(ben), the_record, Surface::view));
  EXPECT_TRUE(reads(office, ben));
  EXPECT_EQ(office.journal.writes, writes + 1);
  auto const looks = office.records->all_looks(the_record);
  ASSERT_EQ(looks.size(), 2u);
  EXPECT_EQ(looks[0].more_before, 0);
  EXPECT_EQ(looks[1].more_before, 6) << "LK3 the count goes with the next entry";
}

TEST(Looking, LK2_looks_of_one_moment_leave_one_entry) {
  Office office;
  with_ben(office);
  std::vector<std::thread> threads;
  for (int n = 0; n < 8; ++n) threads.emplace_back([&] { EXPECT_TRUE(reads(office, ben)); });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(office.records->all_looks(the_record).size(), 1u);
}

TEST(Looking, LK2_without_an_entry_there_is_no_answer) {
  Office office;
  with_ben(office);
  let_in(office, cara, 2);
  EXPECT_TRUE(reads(office, cara));
  office.journal.fails = true;
  auto const rule_of = [&](auto&& look) {
    try {
      look();
      return std::string("answered");
    } catch (Fault const& fault) {
      return std::string(fault.rule());
    }
  };
  auto const by_ben = caller_of(ben);
  EXPECT_EQ(rule_of([&] { reads(office, ben); }), "LK2");
  EXPECT_EQ(rule_of([&] { office.records->sync(by_ben, the_record, ""); }), "LK2");
  EXPECT_EQ(rule_of([&] { office.records->shown(by_ben, the_record, Surface::pdf); }), "LK2");
  EXPECT_EQ(rule_of([&] { office.records->people(by_ben); }), "LK2");
  EXPECT_EQ(rule_of([&] { reads(office, ben); }), "LK2") << "the first one left nothing behind";
  EXPECT_EQ(rule_of([&] { reads(office, amina); }), "answered") << "the person reads on";
  EXPECT_EQ(rule_of([&] { reads(office, cara); }), "answered") << "and so does a fresh entry";
  EXPECT_FALSE(reads(office, eve)) << "who is not let in is told as ever";
  office.journal.fails = false;
  EXPECT_TRUE(reads(office, ben));
  EXPECT_EQ(told_to(office, amina), "Cara, nurse: viewBen, link worker: view");
}

TEST(Looking, LK3_a_restart_loses_counts_and_no_entry) {
  Office office;
  with_ben(office);
  reads(office, ben), reads(office, ben);
  office.restart();
  EXPECT_EQ(told_to(office, amina), "Ben, link worker: view");
  EXPECT_TRUE(reads(office, ben)) << "and the next one is an entry again";
  auto const looks = office.records->all_looks(the_record);
  ASSERT_EQ(looks.size(), 2u);
  EXPECT_EQ(looks[1].more_before, 0);
}

TEST(Looking, LK4_the_log_is_a_stream_of_its_own_and_moves_nothing_of_the_record) {
  Office office;
  with_ben(office);
  auto const position = office.position();
  auto const before = office.patch(amina);
  auto const text = office.records->view_text(caller_of(amina), the_record, no_words);
  std::size_t published = 0;
  office.records->store().on_published([&](RecordId, FoldedPtr, FoldedPtr) { ++published; });
  reads(office, ben), office.patch(ben), office.records->people(caller_of(ben));
  EXPECT_EQ(office.position(), position);
  EXPECT_EQ(published, 0u) << "nobody is nudged";
  EXPECT_EQ(office.records->view_text(caller_of(amina), the_record, no_words), text);
  auto const after = office.patch(amina, before->cookie);
  EXPECT_TRUE(after->put.empty() && after->del.empty() && after->settled.empty() && !after->reset);
  EXPECT_EQ(rebuild(office.journal, office.journal, *office.seal, office.records->store()), 1u);
  auto const stream = log_stream_of(*office.seal, the_record);
  EXPECT_NE(stream, bits_of(the_record));
  auto const head = office.journal.head(stream);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->kind, StreamKind::access_log);
  for (auto const& stored : office.journal.events(stream, 1, 10)) {
    EXPECT_EQ(stored.body->find("Ben"), Bytes::npos) << "sealed";
    EXPECT_NE(stored.header.key, office.records->store().load(the_record)->key) << "with a key of its own";
  }
  EXPECT_TRUE(verify(office.journal, adapters::blake2b_256).ok);
}

TEST(Looking, LK5_only_the_person_reads_who_looked) {
  Office office;
  with_ben(office);
  reads(office, ben);
  for (auto const& who : {ben, cara, dev, eve, fay}) EXPECT_EQ(told_to(office, who), "404") << who.name;
  EXPECT_EQ(told_to(office, amina, nowhere), "404");
  office.told(amina, visit(1, ben, every_part));
  EXPECT_EQ(told_to(office, ben), "404") << "nor in a visit, when the person has a sign-in";
  for (auto const& row : office.rows_of(ben)) EXPECT_EQ(row.second.find("looked"), std::string::npos);
}

TEST(Looking, LK5_in_a_visit_with_somebody_without_an_account_they_read_it_together) {
  Office office;
  StartRecord const beside{{"Nell"}, false, true, set_of(Part::together), {}};
  office.told(ben, beside);
  EXPECT_EQ(told_to(office, ben), "404");
  office.told(ben, OpenVisit{of<VisitId>(1), {ben.account}, every_part, true});
  reads(office, ben);
  EXPECT_EQ(told_to(office, ben), "Ben, link worker: view looks") << "and that is a look too";
}

TEST(Looking, LK7_with_the_keys_of_the_log_everything_in_it_is_gone) {
  Office office;
  with_ben(office);
  reads(office, ben);
  office.seal->destroy_keys(log_stream_of(*office.seal, the_record));
  EXPECT_EQ(told_to(office, amina), "");
  EXPECT_TRUE(office.records->all_looks(the_record).empty());
  EXPECT_TRUE(verify(office.journal, adapters::blake2b_256).ok);
}

TEST(Looking, LK7_after_joining_the_looks_at_both_are_read_together) {
  Office office;
  for (auto const record : {the_record, another_record}) {
    office.told(ben, StartRecord{{"Nell"}, false, true, set_of(Part::together), {}}, {}, record);
    office.told(ben, OpenVisit{{0x51, record.lo}, {ben.account}, every_part, true}, {}, record);
  }
  reads(office, ben, another_record);
  EXPECT_EQ(told_to(office, ben), "Ben, link worker: looks");
  JoinAsk const join{CommandId{0x501A, 1}, another_record, monday_noon, 0, true, false};
  EXPECT_FALSE(office.records->join(caller_of(ben), the_record, join));
  EXPECT_EQ(told_to(office, ben), "Ben, link worker: view looks");
  JoinAsk const part{CommandId{0x501A, 2}, another_record, monday_noon, 0, false, true};
  EXPECT_FALSE(office.records->join(caller_of(ben), the_record, part));
  EXPECT_EQ(told_to(office, ben), "Ben, link worker: looks") << "parted, they part";
}

TEST(Looking, LK6_a_page_holds_whole_days_and_says_whether_there_are_earlier_ones) {
  Office office;
  with_ben(office);
  std::size_t written = 0;
  for (int day = 0; day < 14; ++day) {
    for (int n = 0; n < 90; ++n, ++written) {
      reads(office, ben);
      office.now.ms += look_again_ms;
    }
    office.now.ms += day_ms - 90 * look_again_ms;
  }
  ASSERT_EQ(office.records->all_looks(the_record).size(), written);
  std::vector<Day> days;
  std::optional<Day> before;
  int pages = 0;
  do {
    auto const page = office.records->who_looked(caller_of(amina), the_record, before);
    for (auto const& one : page->days) days.push_back(one.day);
    before = page->earlier;
    ++pages;
  } while (before && pages < 20);
  EXPECT_GT(pages, 1);
  auto const last = plus_days(monday, 14);  // the last day began at noon, too
  for (std::size_t n = 0; n < days.size(); ++n) EXPECT_EQ(days[n], plus_days(last, -static_cast<int>(n)));
  EXPECT_EQ(days.back(), monday);
}

TEST(Looking, LK9_a_copy_at_the_terminal_leaves_an_entry) {
  Office office;
  office.begin();
  office.records->taken_whole(the_record);
  EXPECT_EQ(told_to(office, amina), ": whole");
  EXPECT_FALSE(office.records->all_looks(the_record).front().account);
}

TEST(Looking, SH2_what_is_not_there_and_what_is_not_yours_cost_the_same_look_ups_and_write_nothing) {
  Office office;
  with_ben(office);
  auto const caller = caller_of(cara);
  auto const asked = [&](RecordId record) {
    auto& records = *office.records;
    std::vector<std::size_t> costs;
    auto const start = office.journal.reads + office.journal.writes;
    auto const cost = [&](bool nothing_there) {
      EXPECT_TRUE(nothing_there);
      costs.push_back(office.journal.reads + office.journal.writes - start);
    };
    cost(!records.view_text(caller, record, no_words));
    cost(std::holds_alternative<std::monostate>(records.sync(caller, record, "")));
    cost(std::holds_alternative<std::monostate>(records.sync(caller, record, "A cookie of theirs")));
    cost(!records.shown(caller, record, Surface::paper));
    cost(!records.whole(caller, record));
    cost(!records.who_looked(caller, record, {}));
    cost(!records.ends_at(caller, record));
    cost(!records.may_hand_card(caller, record));
    cost(!records.may_hand_way_back(caller, record));
    cost(!records.look_at_join(caller, record, nowhere));
    cost(!records.submit(caller, record, {Office::read(office.command(SetNear{}))}));
    cost(records.is_at_hand(caller, record, Surface::view) == false);
    return costs;
  };
  asked(nowhere), asked(the_record);
  auto const writes = office.journal.writes.load();
  EXPECT_EQ(asked(nowhere), asked(the_record));
  EXPECT_EQ(office.journal.writes, writes);
}

}  // namespace
}  // namespace kith::app
