// Following a record: patches, cookies, snapshots, one's people. Rules SY1-SY8.
#include <algorithm>

#include "app/records/office_test.hpp"
#include "core/record/made_up_test.hpp"
#include "wire/view.hpp"

namespace kith::app {
namespace {

PlaceGoal goal(std::uint64_t n) { return {of<GoalId>(n), words(n, "Walk")}; }

// Amina has a plan and a private tie; Ben may see the plan.
void begin_with_ben(Office& office) {
  office.begin();
  office.told(amina, private_tie(1, "Joe"));
  office.told(amina, goal(1));
  office.told(amina, grant(1, ben, set_of(Part::plan)));
}
std::string sync_outcome(Office& office, Caller const& caller, RecordId record, std::string const& since) {
  auto const outcome = office.records->sync(caller, record, since);
  if (std::holds_alternative<std::monostate>(outcome)) return "404";
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return std::string(refusal->rule);
  return std::get<SyncPatch>(outcome).reset ? "reset" : "patch";
}

TEST(Sync, SY1_without_a_cookie_comes_everything_one_may_see) {
  Office office;
  begin_with_ben(office);
  for (auto const& who : {amina, ben}) {
    auto const patch = office.patch(who);
    ASSERT_TRUE(patch);
    EXPECT_TRUE(patch->reset);
    EXPECT_TRUE(patch->del.empty());
    Rows rows;
    Office::take(rows, *patch);
    EXPECT_EQ(rows, office.rows_of(who)) << who.name;
    bool const sees_joe = std::ranges::any_of(
        patch->put, [](auto const& one) { return one.second.find("Joe") != std::string::npos; });
    EXPECT_EQ(sees_joe, who.account == amina.account) << "the private tie, for " << who.name;
  }
}

// A view that was kept is the one that would be made now: whatever was said, ended by itself, or is a day
// older.
TEST(Views, VW1_what_was_kept_is_what_would_be_made_now) {
  Office office;
  Catalogue const english, welsh(CatalogueLanguage::cy, {});
  auto const expect_true_views = [&](char const* when) {
    for (auto const& who : {amina, ben, cara}) {
      for (auto const* words : {&english, &welsh, &english}) {
        auto const kept = office.records->view_text(caller_of(who), the_record, *words);
        auto const made = office.records->view(
            caller_of(who), the_record, [&](auto const& messages) { return say_all(messages, *words); });
        ASSERT_EQ(kept != nullptr, made.has_value()) << when << ", for " << who.name;
        if (!kept) continue;
        EXPECT_EQ(*kept, wire::write_json(wire::write_view(*made))) << when << ", for " << who.name;
      }
    }
  };
  begin_with_ben(office);
  expect_true_views("at first");
  auto const before = office.records->view_text(caller_of(ben), the_record, english);
  EXPECT_EQ(office.records->view_text(caller_of(ben), the_record, english), before) << "kept, not made again";
  office.told(amina, goal(2));
  expect_true_views("after a goal");
  auto ends = grant(2, cara, set_of(Part::plan));
  ends.until = Instant{office.now.ms + 1'000};
  office.told(amina, ends);
  expect_true_views("while Cara is let in");
  office.now.ms += 1'000;
  expect_true_views("when her grant has ended by itself");
  office.now.ms += day_ms;
  expect_true_views("the next day");
  office.now.ms -= 2 * day_ms;
  expect_true_views("on a clock that was set back");
  office.restart();
  expect_true_views("after a restart");
}

TEST(Sync, SY2_SY4_only_ones_own_cookie_of_this_record_and_this_history) {
  Office office;
  begin_with_ben(office);
  auto const cookie = office.patch(ben)->cookie;
  auto const own = office.patch(amina)->cookie;
  office.told(amina, StartRecord{{"Again"}, true, false, {}, {}}, {}, another_record);
  office.told(amina, grant(2, ben, set_of(Part::plan)), {}, another_record);
  auto other_session = caller_of(ben);
  other_session.session.fill(9);
  auto forged = cookie;
  forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(sync_outcome(office, caller_of(ben), the_record, cookie), "patch");
  EXPECT_EQ(sync_outcome(office, caller_of(ben), the_record, forged), "SY2") << "forged";
  EXPECT_EQ(sync_outcome(office, caller_of(ben), the_record, "hello"), "SY2") << "no cookie at all";
  EXPECT_EQ(sync_outcome(office, caller_of(ben), the_record, own), "SY2") << "of another account";
  EXPECT_EQ(sync_outcome(office, other_session, the_record, cookie), "SY2") << "of another session";
  EXPECT_EQ(sync_outcome(office, caller_of(ben), another_record, cookie), "SY2") << "of another record";
  EXPECT_EQ(sync_outcome(office, caller_of(cara), the_record, cookie), "404")
      << "who is not let in learns nothing";
  office.now.ms += sync_cookie_ms;
  EXPECT_EQ(sync_outcome(office, caller_of(ben), the_record, cookie), "SY2") << "too old";
}

TEST(Sync, SY4_a_cookie_from_another_history_is_answered_like_none) {
  Office lost;
  lost.begin();
  lost.told(amina, goal(1));
  auto const cookie = lost.patch(amina)->cookie;
  Office restored(lost.seal);
  restored.begin();
  EXPECT_EQ(sync_outcome(restored, caller_of(amina), the_record, cookie), "reset") << "shorter";
  restored.told(amina, goal(2));
  EXPECT_EQ(restored.position(), lost.position());
  EXPECT_EQ(sync_outcome(restored, caller_of(amina), the_record, cookie), "reset") << "as long, and another";
  restored.told(amina, goal(3));
  EXPECT_EQ(sync_outcome(restored, caller_of(amina), the_record, cookie), "reset") << "longer";
}

// What a reader holds, and the cookie it came with.
struct Held {
  Rows rows;
  std::string cookie;
};

TEST(Sync, SY3_SY5_the_difference_and_the_whole_lead_to_the_same) {
  Office office;
  begin_with_ben(office);
  MadeUp up(11, {ben.account, cara.account});
  std::vector<Who> const readers{amina, ben, cara};
  std::vector<Held> held(readers.size());
  for (int line = 0; line < 150; ++line) {
    auto const& who = up.dice.chance(70) ? amina : up.dice.chance(50) ? ben : cara;
    auto const shown = office.records->shown(caller_of(who), the_record, Surface::view);
    if (shown) office.send(who, up.command(*shown, who.reader(), office.now));
    if (up.dice.chance(10)) office.now.ms += hour_ms;
    if (up.dice.chance(3)) office.restart();
    auto const turn = static_cast<std::size_t>(up.dice.below(readers.size()));
    auto const& reader = readers[turn];
    auto const patch = office.patch(reader, held[turn].cookie);
    if (!patch) {
      held[turn] = {};
      continue;
    }
    EXPECT_EQ(patch->reset, held[turn].cookie.empty());
    Office::take(held[turn].rows, *patch);
    held[turn].cookie = patch->cookie;
    ASSERT_EQ(held[turn].rows, office.rows_of(reader)) << reader.name << " at line " << line;
  }
}

TEST(Sync, SY3_what_is_hidden_leaves_and_what_is_shown_arrives) {
  Office office;
  begin_with_ben(office);
  office.told(amina, tie(2, "Sue"));
  office.told(amina, grant(2, ben, set_of(Part::circle)));
  auto const first = office.patch(ben);
  auto details = tie(2, "Sue").details;
  details.is_private = true;
  office.told(amina, ChangeTie{of<TieId>(2), details});
  auto const hidden = office.patch(ben, first->cookie);
  EXPECT_EQ(hidden->del, std::vector{"tie:" + text_of(of<TieId>(2))});
  EXPECT_TRUE(hidden->put.empty());
  office.told(amina, EndGrant{of<GrantId>(1)});
  office.told(amina, EndGrant{of<GrantId>(2)});
  EXPECT_FALSE(office.patch(ben, hidden->cookie));
}

TEST(Sync, SY6_settled_names_the_senders_own_commands) {
  Office office;
  begin_with_ben(office);
  office.told(amina, grant(2, ben, {}, set_of(Part::plan)));
  auto const cookie = office.patch(ben)->cookie;
  auto const own = office.told(ben, goal(2));
  office.told(amina, goal(3));
  EXPECT_EQ(office.patch(ben, cookie)->settled, std::vector{own});
  EXPECT_TRUE(office.patch(ben)->settled.empty()) << "there is no since";
}

TEST(Sync, SY7_says_how_long_it_may_be_kept) {
  Office office;
  begin_with_ben(office);
  EXPECT_EQ(office.patch(amina)->keep_until.ms, office.now.ms + 30 * day_ms);
  EXPECT_EQ(office.patch(ben)->keep_until.ms, office.now.ms + 7 * day_ms);
  auto until_tomorrow = grant(2, cara, set_of(Part::plan));
  until_tomorrow.until = Instant{office.now.ms + day_ms};
  office.told(amina, until_tomorrow);
  EXPECT_EQ(office.patch(cara)->keep_until, *until_tomorrow.until);
  EXPECT_EQ(*office.records->ends_at(caller_of(cara), the_record), until_tomorrow.until);
}

TEST(Sync, SY8_changed_is_said_only_to_who_sees_a_change) {
  Office office;
  begin_with_ben(office);
  std::vector<std::string> told;
  office.records->store().on_published([&](RecordId, FoldedPtr before, FoldedPtr after) {
    for (auto const& who : {amina, ben, cara}) {
      if (Records::concerns(who.reader(), before.get(), *after, office.now)) told.push_back(who.name);
    }
  });
  auto const after = [&](Ask ask) {
    told.clear();
    office.told(amina, std::move(ask));
    return told;
  };
  EXPECT_EQ(after(goal(2)), (std::vector<std::string>{amina.name, ben.name}));
  EXPECT_EQ(after(private_tie(2, "Lee")), (std::vector<std::string>{amina.name}));
  EXPECT_EQ(after(grant(2, cara, set_of(Part::plan))), (std::vector<std::string>{amina.name, cara.name}));
  EXPECT_EQ(after(EndGrant{of<GrantId>(1)}), (std::vector<std::string>{amina.name, ben.name}))
      << "also that it is over";
  EXPECT_EQ(after(goal(3)), (std::vector<std::string>{amina.name, cara.name}));
}

TEST(Store, a_snapshot_every_500_events_changes_nothing_but_the_time_it_takes) {
  Office office;
  office.begin();
  office.told(amina, tie(1, "Mum"));
  for (std::uint64_t n = 0; office.position() < snapshot_every_events + 20; ++n) {
    auto const ring = n % 2 ? Ring::inner : Ring::outer;
    office.told(amina, MoveTie{of<TieId>(1), Occasion::everyday, {ring, static_cast<std::int32_t>(n % 360)}});
  }
  auto const snapshot = office.journal.snapshot(bits_of(the_record));
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(snapshot->head.position, snapshot_every_events);
  auto const in_memory = office.rows_of(amina);
  office.restart();
  EXPECT_EQ(office.rows_of(amina), in_memory);
  Record folded;
  auto const events = office.records->store().events_after(the_record, 0);
  EXPECT_EQ(events.size(), office.position());
  for (auto const& event : events) apply(folded, the_record, event);
  EXPECT_EQ(wire::write_rows(folded), in_memory) << "folded from the very first event";
  for (std::uint64_t const position : {2u, 499u, 500u, 501u}) {
    Record until;
    for (std::size_t n = 0; n < position; ++n) apply(until, the_record, events[n]);
    EXPECT_EQ(wire::write_rows(office.records->store().load_at(the_record, position)->record),
              wire::write_rows(until))
        << "as it stood at " << position;
  }
}

TEST(ReadRows, can_be_dropped_and_made_again_to_the_byte) {
  Office office;
  begin_with_ben(office);
  office.told(amina, visit(1, cara, every_part));
  office.told(ben, StartRecord{{"Rose"}, false, true, every_part, Code{"K7Q2-MM4P"}}, {}, another_record);
  auto const all = [&](char const* model) { return office.journal.rows(model, "", std::nullopt, 1000); };
  auto const let_in = all(let_in_model), codes = all(code_model);
  EXPECT_EQ(let_in.size(), 4u) << "Amina, Ben and Cara in one, Ben in the other";
  EXPECT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes.front().key.find("K7Q2"), Bytes::npos) << "the code itself lies nowhere";
  office.journal.replace(let_in_model, {});
  office.journal.replace(code_model, {});
  EXPECT_EQ(rebuild(office.journal, office.journal, *office.seal, office.records->store()), 2u);
  EXPECT_EQ(all(let_in_model), let_in);
  EXPECT_EQ(all(code_model), codes);
  EXPECT_EQ(office.records->people(caller_of(ben)).size(), 2u);
}

TEST(People, SH1_a_line_shows_nothing_of_what_is_hidden) {
  Office office;
  begin_with_ben(office);
  office.told(amina, Raise{of<TalkId>(1), TalkAbout::asked_for, words(11, "Sleep")});
  office.told(amina,
              Raise{of<TalkId>(2), TalkAbout::to_talk_about, words(12, "Visit him", Confirmed::said_aloud)},
              {.voice = Party::of(of<TieId>(1))});
  office.told(amina, SetMeeting{of<MeetingId>(1),
                                plus_days(monday, 3),
                                600,
                                Name{"Library"},
                                {Party::person(), Party::of(of<TieId>(1))}});
  EXPECT_TRUE(office.records->people(caller_of(cara)).empty());
  EXPECT_TRUE(office.records->people(caller_of(dev)).empty());
  auto const people = office.records->people(caller_of(ben));
  ASSERT_EQ(people.size(), 1u);
  EXPECT_EQ(people[0].record, the_record);
  EXPECT_EQ(people[0].name, "Amina");
  EXPECT_EQ(people[0].asked_for, std::vector<std::string>{"Sleep"});
  EXPECT_TRUE(people[0].to_talk_about.empty()) << "in the words of a private tie";
  ASSERT_TRUE(people[0].next);
  EXPECT_EQ(people[0].next->with.size(), 1u) << "a private tie comes along unseen";
  EXPECT_FALSE(people[0].in_visit);
  office.told(amina, EndGrant{of<GrantId>(1)});
  EXPECT_TRUE(office.records->people(caller_of(ben)).empty()) << "and is gone with the grant";
}

TEST(People, come_in_the_order_in_which_you_meet_them) {
  Office office;
  office.begin();
  office.told(amina, grant(1, ben, set_of(Part::plan)));
  office.told(ben, StartRecord{{"Rose"}, false, true, every_part, {}}, {}, another_record);
  office.told(ben, SetMeeting{of<MeetingId>(1), plus_days(monday, 1), {}, {}, {}}, {}, another_record);
  auto const people = office.records->people(caller_of(ben));
  ASSERT_EQ(people.size(), 2u);
  EXPECT_EQ(people[0].name, "Rose");
  EXPECT_EQ(people[1].name, "Amina");
}

}  // namespace
}  // namespace kith::app
