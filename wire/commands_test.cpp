// Commands as JSON: exactly what spec/commands.md says, and nothing beside it. Rules CM1, CM2, CM4-CM6, CM11,
// CM12.
#include "wire/commands.hpp"

#include <gtest/gtest.h>

#include "core/record/made_up_test.hpp"

namespace kith::wire {
namespace {

constexpr Instant noon{1793620800000};
constexpr char const* goal = R"({"id":"00000000-0000-4000-8000-000000000001","do":"place_goal","v":1,)"
                             R"("made_at":"2026-11-02T12:00:00.000Z","offset_min":0,"body":{)"
                             R"("goal":"00000000-0000-4000-8000-000000000002",)"
                             R"("statement":"00000000-0000-4000-8000-000000000003","words":"Walk"}})";

std::string changed(std::string_view from, std::string_view to) {
  std::string text = goal;
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}
ReadCommand read_one(std::string const& text) {
  auto const json = read_json(text);
  auto const* whole = std::get_if<Json>(&json);
  EXPECT_NE(whole, nullptr) << text;
  return whole ? read_command(*whole) : ReadCommand{};
}
// "" when it is read; otherwise the rule and the member, as "CM4 body.ring".
std::string refused(ReadCommand const& read) {
  auto const* refusal = std::get_if<Refusal>(&read.command);
  if (!refusal) return "";
  auto const& args = refusal->message.args;
  return std::string(refusal->rule) + (args.empty() ? "" : " " + std::get<std::string>(args.front().value));
}

TEST(Commands, CM4_to_CM11_name_the_member_that_cannot_be_read) {
  struct {
    char const* sentence;
    std::string from, to;
    char const* then;
  } const rows[] = {
      {"as it is", "Walk", "Run", ""},
      {"CM4 a member nobody knows", R"("v":1)", R"("v":1,"colour":"red")", "CM4 colour"},
      {"CM4 a member of the body nobody knows", R"("words")", R"("colour":"red","words")", "CM4 body.colour"},
      {"CM4 a member that is missing", R"(,"words":"Walk")", "", "CM4 body.words"},
      {"CM4 no body", R"("body")", R"("limbs")", "CM4 limbs"},
      {"CM4 a command nobody knows", "place_goal", "reach_goal", "CM4 do"},
      {"CM4 no command", R"("do":"place_goal",)", "", "CM4 do"},
      {"CM4 an id that is none", "00000000-0000-4000-8000-000000000002", "2", "CM4 body.goal"},
      {"CM4 the nil id", "00000000-0000-4000-8000-000000000002", "00000000-0000-0000-0000-000000000000",
       "CM4 body.goal"},
      {"CM4 a command's own id that is none", "00000000-0000-4000-8000-000000000001", "one", "CM4 id"},
      {"CM4 a number where words belong", R"("Walk")", "7", "CM4 body.words"},
      {"CM4 a list where words belong", R"("Walk")", R"(["Walk"])", "CM4 body.words"},
      {"CM4 nothing where words belong", R"("Walk")", "null", "CM4 body.words"},
      {"CM4 an offset in words", R"("offset_min":0)", R"("offset_min":"0")", "CM4 offset_min"},
      {"CM4 a voice that is nobody's", R"("v":1)", R"("v":1,"voice":"everybody")", "CM4 voice"},
      {"CM4 seventeen bases", R"("v":1)",
       [] {
         std::string base = R"("v":1,"base":[)";
         for (int n = 0; n < 17; ++n) base += R"("00000000-0000-4000-8000-000000000009",)";
         base.back() = ']';
         return base;
       }(),
       "CM4 base"},
      {"CM4 a way of confirming nobody knows", R"("words")", R"("confirmed":"sworn","words")",
       "CM4 body.confirmed"},
      {"CM5 a control character", "Walk", R"(Wa\u0007lk)", "CM5 body.words"},
      {"CM5 more than 8000 bytes", "Walk", std::string(words_bytes_max + 1, 'a'), "CM5 body.words"},
      {"CM5 8000 bytes", "Walk", std::string(words_bytes_max, 'a'), ""},
      {"CM6 an instant in 9999", "2026-11-02T12:00", "9999-11-02T12:00", "CM6 made_at"},
      {"CM6 an instant in 2200", "2026-11-02T12:00", "2200-01-01T00:00", "CM6 made_at"},
      {"CM6 an instant before 1970", "2026-11-02T12:00", "1969-12-31T23:59", "CM6 made_at"},
      {"CM6 an instant in another form", "2026-11-02T12:00:00.000Z", "2026-11-02 12:00", "CM6 made_at"},
      {"CM11 the version before", R"("v":1)", R"("v":1)", ""},
      {"CM11 the newest version", R"("v":1)", R"("v":2)", ""},
      {"CM11 a later version", R"("v":1)", R"("v":3)", "CM11 v"},
      {"CM11 a version that never was", R"("v":1)", R"("v":0)", "CM11 v"},
      {"CM11 no version", R"("v":1,)", "", "CM11 v"},
  };
  for (auto const& row : rows)
    EXPECT_EQ(refused(read_one(changed(row.from, row.to))), row.then) << row.sentence;
}

TEST(Commands, CM4_CM6_a_ring_is_1_to_3_and_a_day_lies_between_1900_and_2199) {
  auto const tie = [](char const* ring) {
    return R"({"id":"00000000-0000-4000-8000-000000000001","do":"move_tie","v":1,)"
           R"("made_at":"2026-11-02T12:00:00.000Z","offset_min":0,"body":{)"
           R"("tie":"00000000-0000-4000-8000-000000000002","occasion":"everyday","ring":)" +
           std::string(ring) + "}}";
  };
  auto const due = [](char const* day) {
    return R"({"id":"00000000-0000-4000-8000-000000000001","do":"move_follow_up","v":1,)"
           R"("made_at":"2026-11-02T12:00:00.000Z","offset_min":0,"body":{)"
           R"("followup":"00000000-0000-4000-8000-000000000002","due":")" +
           std::string(day) + R"("}})";
  };
  struct {
    char const* sentence;
    std::string text;
    char const* then;
  } const rows[] = {
      {"CM4 ring 0", tie("0"), "CM4 body.ring"},
      {"CM4 ring 4", tie("4"), "CM4 body.ring"},
      {"CM4 ring two", tie("\"2\""), "CM4 body.ring"},
      {"the outer ring", tie("3"), ""},
      {"CM6 a day in 9999", due("9999-12-31"), "CM6 body.due"},
      {"CM6 a day in 1899", due("1899-12-31"), "CM6 body.due"},
      {"CM6 a day that is none", due("2026-02-30"), "CM6 body.due"},
      {"the first day", due("1900-01-01"), ""},
      {"the last day", due("2199-12-31"), ""},
  };
  for (auto const& row : rows) EXPECT_EQ(refused(read_one(row.text)), row.then) << row.sentence;
}

TEST(Commands, CM1_a_request_holds_at_most_100) {
  auto const request = [](std::size_t count) {
    std::string text = R"({"commands":[)";
    for (std::size_t n = 0; n < count; ++n) text += std::string(n ? "," : "") + goal;
    return read_commands(text + "]}");
  };
  EXPECT_EQ(std::get<0>(request(commands_per_request_max)).size(), commands_per_request_max);
  EXPECT_EQ(std::get<0>(request(0)).size(), 0u);
  EXPECT_EQ(std::get<Refusal>(request(commands_per_request_max + 1)).rule, "CM1");
}

TEST(Commands, CM12_a_request_that_is_not_json_as_we_read_it_is_refused_whole) {
  std::string const deep(10'000, '[');
  struct {
    char const* sentence;
    std::string text;
    char const* rule;
  } const rows[] = {
      {"CM12 nothing", "", "CM12"},
      {"CM12 words", "hello", "CM12"},
      {"CM12 ten thousand brackets", deep, "CM12"},
      {"CM12 ten thousand brackets in a request", R"({"commands":)" + deep, "CM12"},
      {"CM12 equal keys", R"({"commands":[],"commands":[]})", "CM12"},
      {"CM12 a fraction", R"({"commands":[1.5]})", "CM12"},
      {"CM12 a NUL", std::string("{\"commands\":[]}\0", 16), "CM12"},
      {"CM12 an escaped NUL", R"({"commands":["\u0000"]})", "CM12"},
      {"CM12 invalid UTF-8", "{\"commands\":[\"\xFF\"]}", "CM12"},
      {"CM12 something after it", R"({"commands":[]}{})", "CM12"},
      {"CM12 over two mebibytes", R"({"commands":[")" + std::string(2u << 20, 'a') + R"("]})", "CM12"},
      {"CM4 a list alone", "[]", "CM4"},
      {"CM4 something beside the commands", R"({"commands":[],"and":1})", "CM4"},
      {"CM4 commands that are no list", R"({"commands":{}})", "CM4"},
  };
  for (auto const& row : rows) {
    auto const read = read_commands(row.text);
    auto const* refusal = std::get_if<Refusal>(&read);
    ASSERT_NE(refusal, nullptr) << row.sentence;
    EXPECT_EQ(refusal->rule, row.rule) << row.sentence;
  }
}

TEST(Commands, CM4_one_bad_command_does_not_stop_the_others) {
  auto const read = read_commands(R"({"commands":[7,)" + changed("place_goal", "fly") + "," + goal + "]}");
  auto const& list = std::get<0>(read);
  ASSERT_EQ(list.size(), 3u);
  EXPECT_FALSE(list[0].id);
  EXPECT_TRUE(list[1].id) << "so that its answer can be matched";
  EXPECT_TRUE(std::holds_alternative<Refusal>(list[1].command));
  EXPECT_TRUE(std::holds_alternative<Command>(list[2].command));
}

TEST(Commands, CM2_the_same_content_is_the_same_however_it_was_spelt) {
  auto const canonical = read_one(goal).canonical;
  EXPECT_EQ(read_one(changed(R"("v":1)", R"("v":1,"base":[])")).canonical, canonical)
      << "a list that is empty";
  EXPECT_EQ(read_one(changed(R"("words")", R"("confirmed":null,"words")")).canonical, canonical) << "a null";
  EXPECT_EQ(read_one(changed(R"("Walk")", R"("\u0057alk")")).canonical, canonical) << "an escape";
  EXPECT_EQ(read_one(changed(R"("v":1)", R"("v":2)")).canonical, canonical) << "sent again by a renewed app";
  EXPECT_NE(read_one(changed("Walk", "walk")).canonical, canonical) << "other words are other words";
  EXPECT_NE(read_one(changed("12:00:00", "12:00:01")).canonical, canonical)
      << "another moment is another command";
}

TEST(Commands, every_command_is_read_as_it_was_written) {
  MadeUp up(7, {AccountId{1, 1}, AccountId{1, 2}});
  for (std::size_t n = 0; n < std::variant_size_v<AnyAsk>; ++n) {
    for (std::uint64_t const percent : {0, 50, 100}) {
      up.optional_percent = percent;
      Command command;
      command.id = up.dice.id<CommandId>();
      command.made_at = noon;
      command.offset_min = -90;
      command.ask = up.ask(n, Record(), noon);
      if (percent > 0)
        command.voice = Party::of(TieId{5, 5}), command.base = {CommandId{1, 1}, CommandId{2, 2}};
      auto const text = write_json(write_command(command));
      auto const read = read_one(text);
      ASSERT_EQ(refused(read), "") << text;
      EXPECT_EQ(write_json(write_command(std::get<Command>(read.command))), text);
      EXPECT_EQ(std::get<Command>(read.command).ask.index(), n);
    }
  }
}

}  // namespace
}  // namespace kith::wire
