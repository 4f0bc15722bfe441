// The device: what is decided, kept, sent and shown, step by step. Rules DV1-DV8.
#include "core/device/device.hpp"

#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;
using Outputs = std::vector<DeviceOutput>;
namespace in = device_input;
namespace out = device_output;

template <class Kind>
Kind const* first(Outputs const& outputs) {
  for (auto const& output : outputs)
    if (auto const* found = std::get_if<Kind>(&output)) return found;
  return nullptr;
}

Device device_of(Who const& who) {
  Device device;
  device.reader = who.reader();
  device.reader_name = Name{who.name};
  device.record_id = the_record;
  device.now = monday_noon;
  for (auto const& one : everybody) device.known.push_back({one.account, Name{one.name}, one.role});
  return device;
}
// Everything the server shows, as the first answer to a sync.
in::Patch everything(Story const& s, Who const& who, std::string cookie = "c1") {
  in::Patch patch;
  patch.cookie = std::move(cookie);
  patch.reset = true;
  patch.put = s.shown_to(who);
  patch.keep_until = keep_until(sight_of(s.record, who.reader(), s.now), who.role, s.now);
  each_table(patch.put, [&](auto const& table) {
    for (auto const& entry : table)
      patch.keys.push_back(key_of(entry.second.kind, text_of(entry.second.id())));
  });
  return patch;
}
Command command(std::uint64_t n, Ask ask) {
  return {of<CommandId>(n), monday_noon, 0, {}, {}, std::move(ask)};
}
in::Reply reply(std::uint64_t n, CommandFate fate, std::string rule = "") {
  return {{{of<CommandId>(n), fate, std::move(rule), Message{"answer", {}}}}};
}
std::vector<CommandId> ids_of(out::Send const& send) {
  std::vector<CommandId> ids;
  for (auto const& one : send.commands) ids.push_back(one.id);
  return ids;
}
bool asks(Outputs const& outputs) { return first<out::Sync>(outputs) != nullptr; }

// Amina's tablet, up to date.
Device tablet(Story const& s) {
  auto device = device_of(amina);
  begin(device);
  step(device, everything(s, amina));
  return device;
}

TEST(Device, DV1_a_tap_is_decided_here_and_shown_as_waiting) {
  auto const s = begun();
  auto device = tablet(s);
  auto const agreed = step(device, in::Tapped{command(1, tie(1, "Mum"))});
  EXPECT_TRUE(device.shown.ties.contains(of<TieId>(1)));
  EXPECT_FALSE(device.base.ties.contains(of<TieId>(1))) << "what the server said is left alone";
  ASSERT_EQ(device.waiting.size(), 1u);
  ASSERT_TRUE(first<out::Store>(agreed) && first<out::Show>(agreed) && first<out::Send>(agreed));
  EXPECT_EQ(first<out::Store>(agreed)->waiting.size(), 1u) << "it is kept before it is sent";

  auto const refused = step(device, in::Tapped{command(2, tie(2, " "))});
  ASSERT_TRUE(first<out::Refused>(refused));
  EXPECT_EQ(first<out::Refused>(refused)->rule, "CI40") << "by the same rule as on the server";
  EXPECT_EQ(first<out::Refused>(refused)->command.id, of<CommandId>(2));
  EXPECT_EQ(device.waiting.size(), 1u);

  EXPECT_TRUE(step(device, in::Tapped{command(3, ShowSentence{true})}).empty()) << "it is so already";
}

TEST(Device, DV2_commands_are_sent_in_the_order_they_were_made) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Signal{false});
  for (std::uint64_t n : {3, 1, 2})
    EXPECT_FALSE(first<out::Send>(step(device, in::Tapped{command(n, tie(n, "A"))})));
  auto const back = step(device, in::Signal{true});
  ASSERT_TRUE(first<out::Send>(back));
  EXPECT_EQ(ids_of(*first<out::Send>(back)),
            (std::vector{of<CommandId>(3), of<CommandId>(1), of<CommandId>(2)}));
  EXPECT_FALSE(first<out::Send>(step(device, in::Tapped{command(4, tie(4, "B"))})))
      << "one request at a time";
  in::Reply all;
  for (std::uint64_t n : {3, 1, 2}) all.answers.push_back({of<CommandId>(n), CommandFate::agreed, {}, {}});
  auto const next = step(device, all);
  ASSERT_TRUE(first<out::Send>(next));
  EXPECT_EQ(ids_of(*first<out::Send>(next)), std::vector{of<CommandId>(4)});
}

TEST(Device, DV2_and_again_until_they_are_answered) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Tapped{command(1, tie(1, "Mum"))});
  EXPECT_FALSE(first<out::Send>(step(device, in::Failed{})));
  for (int tries = 0; tries < 3; ++tries) {
    auto const again = step(device, in::Signal{true});
    ASSERT_TRUE(first<out::Send>(again));
    EXPECT_EQ(ids_of(*first<out::Send>(again)), std::vector{of<CommandId>(1)});
    step(device, in::Failed{});
  }
  step(device, in::Signal{true});
  step(device, reply(1, CommandFate::already));
  step(device, in::Failed{});
  EXPECT_FALSE(first<out::Send>(step(device, in::Signal{true}))) << "answered once is enough";
}

TEST(Device, DV2_a_request_holds_at_most_100) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Signal{false});
  for (std::uint64_t n = 1; n <= commands_per_request_max + 1; ++n)
    step(device, in::Tapped{command(n, tie(n, "Somebody"))});
  auto const back = step(device, in::Signal{true});
  EXPECT_EQ(first<out::Send>(back)->commands.size(), commands_per_request_max);
}

TEST(Device, DV3_a_patch_goes_below_what_is_waiting) {
  auto s = begun();
  auto device = tablet(s);
  step(device, in::Tapped{command(1, PlaceGoal{of<GoalId>(1), words(1, "Walk")})});
  s.told(amina, tie(5, "Mum"));  // on another device
  step(device, everything(s, amina, "c2"));
  EXPECT_TRUE(device.base.ties.contains(of<TieId>(5)));
  EXPECT_TRUE(device.shown.goals.contains(of<GoalId>(1))) << "what waits is decided again on top";

  s.told(amina, PlaceGoal{of<GoalId>(1), words(1, "Walk")}, {.id = of<CommandId>(1)});  // it has arrived
  auto patch = everything(s, amina, "c3");
  patch.settled = {{of<CommandId>(1), CommandFate::agreed, {}, {}}};
  auto const outputs = step(device, patch);
  EXPECT_TRUE(device.waiting.empty());
  EXPECT_EQ(first<out::Store>(outputs)->waiting_gone.size(), 1u);
  EXPECT_EQ(device.shown.statements.at(of<StatementId>(1)).versions.size(), 1u) << "and not twice";
}

TEST(Device, DV3_what_was_answered_stays_in_sight_until_a_patch_shows_it) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Changed{});  // a sync is under way, asked before the tap arrives
  step(device, in::Tapped{command(1, tie(1, "Mum"))});
  step(device, reply(1, CommandFate::agreed));
  auto const early = step(device, everything(s, amina, "c2"));
  EXPECT_TRUE(device.shown.ties.contains(of<TieId>(1))) << "that patch was made before the command";
  EXPECT_TRUE(asks(early));
  auto later = s;
  later.told(amina, tie(1, "Mum"), {.id = of<CommandId>(1)});
  step(device, everything(later, amina, "c3"));
  EXPECT_TRUE(device.waiting.empty());
  EXPECT_TRUE(device.base.ties.contains(of<TieId>(1)));
}

TEST(Device, DV3_a_difference_to_something_else_is_not_taken) {
  auto s = begun();
  auto device = tablet(s);
  in::Patch stale;
  stale.since = "c0";
  stale.cookie = "c9";
  stale.put = s.shown_to(amina);
  auto const outputs = step(device, stale);
  EXPECT_EQ(device.cookie, "c1");
  ASSERT_TRUE(first<out::Sync>(outputs));
  EXPECT_EQ(first<out::Sync>(outputs)->since, "c1");
  EXPECT_FALSE(first<out::Store>(outputs));
}

TEST(Device, DV3_everything_that_was_asked_for_earlier_is_not_taken_over_what_came_since) {
  auto const s = begun();
  auto device = tablet(s);
  auto late = everything(s, amina, "c0");
  late.since = "";
  late.put.person.begin()->second.name.text = "As she was called before";
  auto const outputs = step(device, late);
  EXPECT_EQ(device.base.whose()->name.text, "Amina");
  ASSERT_TRUE(first<out::Sync>(outputs));
  EXPECT_EQ(first<out::Sync>(outputs)->since, "c1");
}

TEST(Device, DV4_a_refused_command_gives_its_words_back) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Tapped{command(1, PlaceGoal{of<GoalId>(1), words(1, "Walk")})});
  auto const outputs = step(device, reply(1, CommandFate::refused, "PL1"));
  ASSERT_TRUE(first<out::Refused>(outputs));
  EXPECT_EQ(first<out::Refused>(outputs)->rule, "PL1");
  auto const& given_back = first<out::Refused>(outputs)->command;
  EXPECT_EQ(std::get<PlaceGoal>(given_back.ask).wording.words.text, "Walk");
  EXPECT_TRUE(device.waiting.empty());
  EXPECT_TRUE(device.shown.goals.empty());
}

TEST(Device, DV10_what_overtook_somebody_says_so_once_whichever_answer_comes_first) {
  for (bool const patch_first : {false, true}) {
    auto s = begun();
    s.told(amina, tie(1, "Mum"));
    auto device = tablet(s);
    MoveTie const move{of<TieId>(1), Occasion::everyday, {Ring::outer, {}}};
    MoveTie const back{of<TieId>(1), Occasion::everyday, {Ring::middle, {}}};
    step(device, in::Tapped{command(1, move)});
    s.told(amina, move, {.id = of<CommandId>(1)});
    auto patch = everything(s, amina, "c2");
    patch.settled = {{of<CommandId>(1), CommandFate::agreed, {}, {}}};
    int apart = 0;
    auto const count = [&](Outputs const& outputs) {
      auto const* told = first<out::Apart>(outputs);
      if (!told) return;
      ++apart;
      ASSERT_TRUE(told->undo);
      EXPECT_EQ(std::get<MoveTie>(*told->undo).standing, back.standing);
    };
    auto answer = reply(1, CommandFate::changed_apart);
    answer.answers.front().undo = back;
    if (patch_first) count(step(device, patch));
    count(step(device, answer));
    if (!patch_first) count(step(device, patch));
    EXPECT_EQ(apart, 1) << (patch_first ? "patch first" : "reply first");
    EXPECT_TRUE(device.waiting.empty());
  }
}

TEST(Device, DV5_after_keep_until_all_is_forgotten_but_unsent_words) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Signal{false});
  step(device, in::Tapped{command(1, PlaceGoal{of<GoalId>(1), words(1, "Walk")})});
  auto const last_day = Instant{monday_noon.ms + keep_days_person * day_ms - 1};
  EXPECT_FALSE(first<out::Forget>(step(device, in::Clock{last_day})));
  auto reopened = device;
  EXPECT_TRUE(first<out::Forget>(step(device, in::Clock{{last_day.ms + 1}})));
  EXPECT_FALSE(device.shown.has_started());
  EXPECT_TRUE(device.cookie.empty());
  EXPECT_EQ(device.waiting.size(), 1u);
  EXPECT_TRUE(first<out::Send>(step(device, in::Signal{true}))) << "the words are still sent";

  reopened.now = Instant{last_day.ms + 1};
  EXPECT_TRUE(first<out::Forget>(begin(reopened))) << "also when the device was off that day";
}

TEST(Device, DV5_what_was_so_long_on_its_way_that_its_day_has_passed_is_not_kept) {
  auto const s = begun();
  auto device = device_of(amina);
  auto late = everything(s, amina);
  late.keep_until = device.now;
  EXPECT_TRUE(first<out::Forget>(step(device, late)));
  EXPECT_FALSE(device.base.has_started());
  EXPECT_FALSE(device.shown.has_started());
}

TEST(Device, DV6_a_clock_set_back_by_more_than_an_hour_locks) {
  auto const s = begun();
  auto device = tablet(s);
  EXPECT_FALSE(first<out::Lock>(step(device, in::Clock{{monday_noon.ms - hour_ms}})));
  EXPECT_EQ(device.now, monday_noon) << "a small step back is a clock being set right";
  EXPECT_TRUE(first<out::Lock>(step(device, in::Clock{{monday_noon.ms - hour_ms - 1}})));
  EXPECT_TRUE(step(device, in::Tapped{command(1, tie(1, "Mum"))}).empty());
  EXPECT_FALSE(asks(step(device, in::Changed{})));
}

TEST(Device, DV7_what_the_person_hides_is_gone_from_sight_at_once) {
  auto s = begun();
  s.told(amina, tie(1, "Joe"));
  s.told(amina, grant(1, ben, every_part));
  s.told(amina, visit(1, ben, every_part));
  auto device = device_of(ben);
  begin(device);
  step(device, everything(s, ben));
  ASSERT_TRUE(device.shown.ties.contains(of<TieId>(1)));
  step(device, in::Signal{false});
  step(device, in::Tapped{command(1, MoveTie{of<TieId>(1), Occasion::everyday, {Ring::outer, {}}})});
  auto details = tie(1, "Joe").details;
  details.is_private = true;
  s.told(amina, ChangeTie{of<TieId>(1), details});
  in::Patch patch;
  patch.cookie = "c2";
  patch.keep_until = *device.keep_until;
  patch.del = {"tie:" + text_of(of<TieId>(1))};
  auto const outputs = step(device, patch);
  EXPECT_TRUE(device.shown.ties.empty()) << "also what was waiting about it";
  EXPECT_EQ(first<out::Store>(outputs)->rows_gone, (std::set<std::string>{patch.del.front()}));

  auto own = tablet(s);
  step(own, in::Tapped{command(2, EndGrant{of<GrantId>(1)})});
  EXPECT_TRUE(own.shown.grants.at(of<GrantId>(1)).ended);
}

TEST(Device, DV7_what_a_practitioner_makes_private_leaves_their_own_sight) {
  auto s = begun();
  s.told(amina, tie(1, "Joe"));
  s.told(amina, visit(1, ben, every_part));
  auto device = device_of(ben);
  begin(device);
  step(device, everything(s, ben));
  auto details = tie(1, "Joe").details;
  details.is_private = true;
  step(device, in::Tapped{command(1, ChangeTie{of<TieId>(1), details})});
  EXPECT_TRUE(device.shown.ties.empty());
}

TEST(Device, DV8_a_record_that_is_gone_is_forgotten_but_unsent_words) {
  auto const s = begun();
  auto device = tablet(s);
  step(device, in::Signal{false});
  step(device, in::Tapped{command(1, tie(1, "Mum"))});
  auto const outputs = step(device, in::Gone{});
  EXPECT_TRUE(first<out::Forget>(outputs));
  EXPECT_FALSE(device.base.has_started());
  EXPECT_EQ(device.waiting.size(), 1u);
}

TEST(Device, asks_for_everything_first_and_once_at_a_time) {
  auto device = device_of(amina);
  auto const opened = begin(device);
  ASSERT_TRUE(first<out::Sync>(opened));
  EXPECT_EQ(first<out::Sync>(opened)->since, "");
  EXPECT_FALSE(asks(step(device, in::Changed{})));
  auto const patched = step(device, everything(begun(), amina));
  ASSERT_TRUE(first<out::Sync>(patched)) << "what changed meanwhile is asked for";
  EXPECT_EQ(first<out::Sync>(patched)->since, "c1");
}

TEST(Device, takes_up_its_waiting_commands_in_their_order) {
  auto device = device_of(amina);
  device.base = begun().record;
  device.online = false;
  for (std::uint64_t n : {2, 1}) device.waiting.push_back({n, command(n, tie(n, "Somebody")), false});
  begin(device);
  EXPECT_EQ(device.waiting.front().order, 1u);
  EXPECT_EQ(device.next_order, 3u);
  EXPECT_EQ(device.shown.ties.size(), 2u);
}

}  // namespace
}  // namespace kith
