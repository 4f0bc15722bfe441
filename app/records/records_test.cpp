// Submitting and following a record, with the journal in memory and a clock that is handed in.
#include "app/records/records.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "adapters/journal_memory/journal_memory.hpp"
#include "adapters/seal_sodium/hash.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/records/read_rows.hpp"
#include "wire/rows.hpp"

namespace kith::app {
namespace {

RecordId const record{10, 10};
AccountId const sam{1, 1}, amina{2, 2}, stranger{3, 3};

struct Town {
  std::unique_ptr<adapters::SodiumSeal> seal = adapters::SodiumSeal::in_memory();
  adapters::MemoryJournal journal{adapters::blake2b_256};
  std::atomic<std::int64_t> now_ms{1795342500000};  // 2026-11-22
  std::vector<ServiceReport> reports;
  std::unique_ptr<Records> records = open();
  std::uint64_t next_id = 100;

  std::unique_ptr<Records> open() {
    return std::make_unique<Records>(Records::Needs{
        journal, journal, *seal, adapters::blake2b_256, [this] { return Instant{now_ms}; }, ZoneRules{},
        [](AccountId account) {
          return std::optional(KnownAccount{account, Name{"Amina"}, Role::practitioner});
        },
        [](AccountId, RecordId) {},
        [this](ServiceReported const& said, Day) { reports.push_back(said.what); }});
  }
  static Caller caller(AccountId account) {
    Caller caller;
    caller.account = account;
    caller.role = account == sam ? Role::person : Role::practitioner;
    caller.name = Name{account == sam ? "Sam" : "Amina"};
    caller.session[0] = static_cast<std::uint8_t>(account.lo);
    return caller;
  }
  wire::ReadCommand command(std::string const& name, wire::Json body, CommandId id = {}) {
    if (id.is_nil()) id = {7, next_id++};
    return wire::read_command({{"id", text_of(id)},
                               {"do", name},
                               {"v", 1},
                               {"made_at", text_of(Instant{now_ms})},
                               {"offset_min", 0},
                               {"body", std::move(body)}});
  }
  CommandAnswer tell(AccountId who, wire::ReadCommand const& one) {
    auto const done = records->submit(caller(who), record, {one});
    return done ? done->answers.front() : CommandAnswer{};
  }
  void start() {
    ASSERT_EQ(tell(sam, command("start_record", {{"name", "Sam"}, {"mine", true}})).outcome,
              CommandFate::agreed);
  }
  void draw(std::string const& name, bool is_private = false) {
    auto const id = TieId{5, next_id++};
    auto const answer = tell(sam, command("draw_tie", {{"tie", text_of(id)},
                                                       {"name", name},
                                                       {"kind", "friend"},
                                                       {"occasion", "everyday"},
                                                       {"ring", 1},
                                                       {"private", is_private}}));
    ASSERT_EQ(answer.outcome, CommandFate::agreed) << answer.rule;
  }
  void let_in(wire::Json see) {
    auto const answer = tell(sam, command("give_grant", {{"grant", text_of(GrantId{6, next_id++})},
                                                         {"to", text_of(amina)},
                                                         {"see", std::move(see)},
                                                         {"tell", wire::Json::array()}}));
    ASSERT_EQ(answer.outcome, CommandFate::agreed) << answer.rule;
  }
  SyncPatch sync(AccountId who, std::string const& since = "") {
    auto outcome = records->sync(caller(who), record, since);
    return std::holds_alternative<SyncPatch>(outcome) ? std::get<SyncPatch>(outcome) : SyncPatch{};
  }
};

using RowMap = std::map<std::string, std::string>;
void take(RowMap& rows, SyncPatch const& patch) {
  if (patch.reset) rows.clear();
  for (auto const& [key, row] : patch.put) rows[key] = row;
  for (auto const& key : patch.del) rows.erase(key);
}

TEST(submit, CM3_the_same_command_again_gets_the_stored_answer_refusals_included) {
  Town town;
  town.start();
  auto const good = town.command("name_person", {{"name", "Sammy"}}, {9, 1});
  auto const bad = town.command("name_person", {{"name", "  "}}, {9, 2});
  EXPECT_EQ(town.tell(sam, good).outcome, CommandFate::agreed);
  auto const refused = town.tell(sam, bad);
  EXPECT_EQ(refused.rule, "SH14");
  auto const head = town.records->store().load(record)->head.position;
  EXPECT_EQ(town.tell(sam, good).outcome, CommandFate::agreed);
  EXPECT_EQ(town.tell(sam, bad).rule, "SH14");
  EXPECT_EQ(town.tell(sam, bad).message, refused.message);
  EXPECT_EQ(town.records->store().load(record)->head.position, head) << "nothing was written twice";
}

TEST(submit, CM3_also_after_a_restart) {
  Town town;
  town.start();
  auto const good = town.command("name_person", {{"name", "Sammy"}}, {9, 1});
  town.tell(sam, good);
  town.records.reset();
  town.records = town.open();
  EXPECT_EQ(town.tell(sam, good).outcome, CommandFate::agreed);
  EXPECT_EQ(town.records->shown(Town::caller(sam), record)->whose()->name.text, "Sammy");
}

TEST(submit, CM2_the_same_id_with_other_content_is_refused_and_changes_nothing) {
  Town town;
  town.start();
  town.tell(sam, town.command("name_person", {{"name", "Sammy"}}, {9, 1}));
  EXPECT_EQ(town.tell(sam, town.command("name_person", {{"name", "Somebody else"}}, {9, 1})).rule, "CM2");
  EXPECT_EQ(town.records->shown(Town::caller(sam), record)->whose()->name.text, "Sammy");
}

TEST(submit, one_twice_in_a_request_is_done_once) {
  Town town;
  town.start();
  auto const name = town.command("name_person", {{"name", "Sammy"}}, {9, 1});
  auto const done = town.records->submit(Town::caller(sam), record, {name, name});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->answers[0].outcome, CommandFate::agreed);
  EXPECT_EQ(done->answers[1].outcome, CommandFate::agreed);
  EXPECT_EQ(town.records->store().load(record)->head.position, 2u);
}

TEST(submit, SH19_a_second_record_of_ones_own_is_refused) {
  Town town;
  auto owner = Town::caller(sam);
  owner.own_record = RecordId{11, 11};
  auto const done =
      town.records->submit(owner, record, {town.command("start_record", {{"name", "Sam"}, {"mine", true}})});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->answers.front().rule, "SH19");
}

TEST(submit, CM8_a_record_one_is_not_let_into_is_as_if_there_were_none) {
  Town town;
  town.start();
  EXPECT_FALSE(town.records->submit(Town::caller(stranger), record,
                                    {town.command("name_person", {{"name", "Mine"}})}));
  EXPECT_FALSE(town.records->submit(Town::caller(stranger), RecordId{99, 99},
                                    {town.command("name_person", {{"name", "Mine"}})}));
  EXPECT_FALSE(town.records->view(Town::caller(stranger), record, [](auto const&) { return std::string(); }));
  auto const again =
      town.command("start_record", {{"name", "Stolen"}, {"mine", false}, {"said_aloud", true}});
  EXPECT_FALSE(town.records->submit(Town::caller(stranger), record, {again}));
}

TEST(submit, a_report_crosses_without_the_record) {
  Town town;
  town.start();
  town.tell(sam, town.command("report_service", {{"service", text_of(ServiceId{4, 4})}, {"what", "gone"}}));
  EXPECT_EQ(town.reports, std::vector{ServiceReport::gone});
}

TEST(submit, many_at_once_lose_nothing) {
  Town town;
  town.start();
  std::vector<std::thread> hands;
  std::atomic<int> agreed = 0;
  for (int hand = 0; hand < 4; ++hand) {
    hands.emplace_back([&, hand] {
      for (int n = 0; n < 25; ++n) {
        auto const tie = text_of(TieId{20u + static_cast<unsigned>(hand), 1u + static_cast<unsigned>(n)});
        auto const command = wire::read_command(
            {{"id", text_of(CommandId{30u + static_cast<unsigned>(hand), 1u + static_cast<unsigned>(n)})},
             {"do", "draw_tie"},
             {"v", 1},
             {"made_at", "2026-11-22T10:15:00.000Z"},
             {"offset_min", 0},
             {"body",
              {{"tie", tie}, {"name", "Dev"}, {"kind", "friend"}, {"occasion", "everyday"}, {"ring", 1}}}});
        auto const done = town.records->submit(Town::caller(sam), record, {command});
        agreed += done && done->answers.front().outcome == CommandFate::agreed;
      }
    });
  }
  for (auto& hand : hands) hand.join();
  EXPECT_EQ(agreed, 100);
  EXPECT_EQ(town.records->shown(Town::caller(sam), record)->ties.size(), 100u);
}

TEST(sync, SY1_without_a_cookie_everything_the_reader_may_see) {
  Town town;
  town.start();
  town.draw("Dev");
  auto const patch = town.sync(sam);
  EXPECT_TRUE(patch.reset);
  RowMap rows;
  take(rows, patch);
  EXPECT_EQ(rows, wire::write_rows(*town.records->shown(Town::caller(sam), record)));
}

TEST(sync, SY2_a_cookie_of_another_is_refused) {
  Town town;
  town.start();
  town.let_in({"circle"});
  auto const mine = town.sync(sam).cookie;
  auto other_session = Town::caller(sam);
  other_session.session[1] = 9;
  auto forged = mine;
  forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_TRUE(std::holds_alternative<Refusal>(town.records->sync(Town::caller(amina), record, mine)));
  EXPECT_TRUE(std::holds_alternative<Refusal>(town.records->sync(other_session, record, mine)));
  EXPECT_TRUE(std::holds_alternative<Refusal>(town.records->sync(Town::caller(sam), record, forged)));
  EXPECT_TRUE(std::holds_alternative<Refusal>(town.records->sync(Town::caller(sam), record, "abc")));
  EXPECT_TRUE(
      std::holds_alternative<std::monostate>(town.records->sync(Town::caller(stranger), record, mine)));
}

TEST(sync, SY3_and_SY5_patches_add_up_to_what_one_gets_from_the_beginning) {
  Town town;
  town.start();
  town.let_in({"circle"});
  RowMap kept;
  std::string cookie;
  for (int round = 0; round < 12; ++round) {
    auto const patch = town.sync(amina, cookie);
    take(kept, patch);
    cookie = patch.cookie;
    EXPECT_EQ(kept, wire::write_rows(*town.records->shown(Town::caller(amina), record))) << "round " << round;
    town.draw("tie " + std::to_string(round), round % 3 == 0);
  }
}

TEST(sync, SY3_what_is_withdrawn_is_deleted_and_a_private_tie_never_sent) {
  Town town;
  town.start();
  town.let_in({"circle", "plan"});
  town.draw("Kofi is private", true);
  town.draw("Dev");
  auto const first = town.sync(amina);
  std::string sent;
  for (auto const& [key, row] : first.put) sent += key + row;
  EXPECT_EQ(sent.find("Kofi"), std::string::npos);
  EXPECT_NE(sent.find("Dev"), std::string::npos);
  auto const& grants = town.records->store().load(record)->record.grants;
  town.tell(sam, town.command("end_grant", {{"grant", text_of(grants.begin()->first)}}));
  EXPECT_TRUE(
      std::holds_alternative<std::monostate>(town.records->sync(Town::caller(amina), record, first.cookie)));
}

TEST(sync, SY4_a_cookie_from_another_history_is_answered_like_none) {
  Town before;
  before.start();
  before.draw("Dev");
  auto const cookie = before.sync(sam).cookie;
  Town after;  // restored from an older day: the same keys and another history
  after.seal = std::move(before.seal);
  after.records.reset();
  after.records = after.open();
  after.start();
  after.draw("Mum");
  auto const patch = after.sync(sam, cookie);
  EXPECT_TRUE(patch.reset);
  EXPECT_FALSE(patch.put.empty());
}

TEST(sync, SY6_settled_names_the_senders_own_commands) {
  Town town;
  town.start();
  auto const cookie = town.sync(sam).cookie;
  town.tell(sam, town.command("name_person", {{"name", "Sammy"}}, {9, 1}));
  EXPECT_EQ(town.sync(sam, cookie).settled, std::vector{(CommandId{9, 1})});
}

TEST(sync, SY7_keep_until_never_goes_past_the_grant) {
  Town town;
  town.start();
  EXPECT_EQ(town.sync(sam).keep_until.ms, town.now_ms + 30 * day_ms);
  town.let_in({"plan"});
  EXPECT_EQ(town.sync(amina).keep_until.ms, town.now_ms + 7 * day_ms);
  Town short_one;
  short_one.start();
  auto const until = Instant{short_one.now_ms + day_ms};
  short_one.tell(sam, short_one.command("give_grant", {{"grant", text_of(GrantId{6, 6})},
                                                       {"to", text_of(amina)},
                                                       {"see", {"plan"}},
                                                       {"tell", wire::Json::array()},
                                                       {"until", text_of(until)}}));
  EXPECT_EQ(short_one.sync(amina).keep_until, until);
}

TEST(changed, SY8_is_said_only_where_the_restricted_rows_changed) {
  Town town;
  town.start();
  town.let_in({"circle"});
  Reader const helper{amina, Role::practitioner}, owner{sam, Role::person},
      other{stranger, Role::practitioner};
  auto const before = town.records->store().load(record);
  town.draw("Kofi", true);
  auto const hidden = town.records->store().load(record);
  EXPECT_TRUE(Records::concerns(owner, before.get(), *hidden, Instant{town.now_ms}));
  EXPECT_FALSE(Records::concerns(helper, before.get(), *hidden, Instant{town.now_ms}));
  town.draw("Dev");
  auto const shown = town.records->store().load(record);
  EXPECT_TRUE(Records::concerns(helper, hidden.get(), *shown, Instant{town.now_ms}));
  EXPECT_FALSE(Records::concerns(other, hidden.get(), *shown, Instant{town.now_ms}));
}

TEST(store, a_long_record_is_folded_from_its_snapshot_to_the_same_rows) {
  Town town;
  town.start();
  for (int n = 0; n < 520; ++n)
    town.tell(sam, town.command("name_person", {{"name", "Sam " + std::to_string(n)}}));
  auto const rows = wire::write_rows(*town.records->shown(Town::caller(sam), record));
  ASSERT_TRUE(town.journal.snapshot(bits_of(record)));
  town.records.reset();
  town.records = town.open();
  EXPECT_EQ(wire::write_rows(*town.records->shown(Town::caller(sam), record)), rows);
  EXPECT_EQ(town.records->store().load_at(record, 1)->record.whose()->name.text, "Sam");
}

TEST(withdrawal, SH12_the_code_of_the_paper_copy_ends_what_was_said_aloud) {
  Town town;
  auto const begin = town.command(
      "start_record",
      {{"name", "Joy"}, {"mine", false}, {"said_aloud", true}, {"keep", {"plan"}}, {"code", "KQ7M2R9T"}});
  ASSERT_EQ(town.tell(amina, begin).outcome, CommandFate::agreed);
  EXPECT_TRUE(town.records->shown(Town::caller(amina), record));
  EXPECT_FALSE(town.records->withdraw("WRONG")) << "SH20";
  EXPECT_FALSE(town.records->withdraw(std::string(1000, 'A'))) << "SH20";
  EXPECT_TRUE(town.records->withdraw("KQ7M2R9T"));
  EXPECT_FALSE(town.records->shown(Town::caller(amina), record));
}

TEST(rebuild, the_read_models_made_again_are_equal_to_the_byte) {
  Town town;
  town.start();
  town.let_in({"plan"});
  auto const all = [&](char const* model) {
    std::vector<std::pair<Bytes, std::optional<Bytes>>> rows;
    for (auto const& row : town.journal.rows(model, "", std::nullopt, 100))
      rows.emplace_back(row.key, row.value);
    return rows;
  };
  auto const let_in = all(let_in_model), codes = all(code_model);
  ASSERT_EQ(let_in.size(), 2u);
  town.journal.replace(let_in_model, {});
  EXPECT_EQ(rebuild(town.journal, town.journal, *town.seal, town.records->store()), 1u);
  EXPECT_EQ(all(let_in_model), let_in);
  EXPECT_EQ(all(code_model), codes);
  EXPECT_EQ(town.records->people(Town::caller(amina)).size(), 1u);
}

}  // namespace
}  // namespace kith::app
