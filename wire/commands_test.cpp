// Reading commands and events: exactly what spec/commands.md says, and a clear refusal for everything else.
#include "wire/commands.hpp"

#include <gtest/gtest.h>

#include "wire/rows.hpp"

namespace kith::wire {
namespace {

constexpr char id_text[] = "11111111-1111-4111-8111-111111111111";
constexpr char tie_text[] = "22222222-2222-4222-8222-222222222222";

std::string move_tie(std::string const& body, std::string const& rest = "") {
  return std::string(R"({"id":")") + id_text +
         R"(","do":"move_tie","v":1,"made_at":"2026-11-22T10:15:00.000Z","offset_min":0)" + rest +
         R"(,"body":)" + body + "}";
}
std::string good_body() {
  return std::string(R"({"tie":")") + tie_text + R"(","occasion":"everyday","ring":2})";
}
std::string request_of(std::string const& command) { return "{\"commands\":[" + command + "]}"; }

// The first command of a request, or why there is none.
ReadCommand first_of(std::string const& request) {
  auto read = read_commands(request);
  if (auto* refusal = std::get_if<Refusal>(&read)) return {std::nullopt, std::move(*refusal), {}};
  auto& list = std::get<std::vector<ReadCommand>>(read);
  return list.empty() ? ReadCommand{std::nullopt, Refusal{}, {}} : std::move(list.front());
}

TEST(read_command, reads_what_the_page_says) {
  auto const read = first_of(request_of(move_tie(good_body(), R"(,"voice":"person","base":[])")));
  auto const* command = std::get_if<Command>(&read.command);
  ASSERT_TRUE(command);
  EXPECT_EQ(text_of(command->id), id_text);
  EXPECT_EQ(command->voice, Party::person());
  auto const& move = std::get<MoveTie>(command->ask);
  EXPECT_EQ(text_of(move.tie), tie_text);
  EXPECT_EQ(move.standing.ring, Ring::middle);
  EXPECT_FALSE(move.standing.angle);
}

struct Bad {
  char const* sentence;
  std::string command;
  char const* rule;
  char const* member;
};
class BadCommand : public testing::TestWithParam<Bad> {};

TEST_P(BadCommand, is_refused_and_named) {
  auto const& row = GetParam();
  auto const read = first_of(request_of(row.command));
  auto const* refusal = std::get_if<Refusal>(&read.command);
  ASSERT_TRUE(refusal) << row.sentence;
  EXPECT_EQ(refusal->rule, row.rule) << row.sentence;
  ASSERT_EQ(refusal->message.args.size(), 1u) << row.sentence;
  EXPECT_EQ(std::get<std::string>(refusal->message.args[0].value), row.member) << row.sentence;
}

std::string with_ring(std::string const& ring) {
  return move_tie(std::string(R"({"tie":")") + tie_text + R"(","occasion":"everyday","ring":)" + ring + "}");
}
std::string with(std::string const& from, std::string const& to) {
  auto text = move_tie(good_body());
  return text.replace(text.find(from), from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    rules, BadCommand,
    testing::Values(
        Bad{"CM4 there is no ring 0", with_ring("0"), "CM4", "body.ring"},
        Bad{"CM4 there is no ring 4", with_ring("4"), "CM4", "body.ring"},
        Bad{"CM4 a ring is a number", with_ring("\"2\""), "CM4", "body.ring"},
        Bad{"CM4 an unknown member of the body", with("\"ring\":2", "\"ring\":2,\"colour\":\"red\""), "CM4",
            "body.colour"},
        Bad{"CM4 an unknown member beside it", with("\"v\":1", "\"v\":1,\"urgent\":true"), "CM4", "urgent"},
        Bad{"CM4 an unknown command", with("move_tie", "erase_everything"), "CM4", "do"},
        Bad{"CM4 an unknown occasion", with("everyday", "sundays"), "CM4", "body.occasion"},
        Bad{"CM4 a nil id", with(tie_text, "00000000-0000-0000-0000-000000000000"), "CM4", "body.tie"},
        Bad{"CM4 a member is missing", with(R"(,"offset_min":0)", ""), "CM4", "offset_min"},
        Bad{"CM4 a party of no known kind", move_tie(good_body(), R"(,"voice":"nurse")"), "CM4", "voice"},
        Bad{"CM6 a moment in the year 9999", with("2026-11-22", "9999-12-31"), "CM6", "made_at"},
        Bad{"CM11 a later version", with("\"v\":1", "\"v\":2"), "CM11", "v"}));

TEST(read_command, CM5_text_is_bounded_and_holds_no_control_characters) {
  auto const named = [](std::string const& name) {
    return first_of(request_of(std::string(R"({"id":")") + id_text +
                               R"(","do":"name_person","v":1,"made_at":"2026-11-22T10:15:00.000Z",)" +
                               R"("offset_min":0,"body":{"name":")" + name + "\"}}"));
  };
  EXPECT_TRUE(std::holds_alternative<Command>(named("Siân").command));
  for (auto const& name :
       {std::string(name_bytes_max + 1, 'a'), std::string("a\\u0007b"), std::string("a\\u202eb")}) {
    auto const read = named(name);
    auto const* refusal = std::get_if<Refusal>(&read.command);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->rule, "CM5");
  }
}

TEST(read_commands, CM1_at_most_a_hundred) {
  std::string many = move_tie(good_body());
  for (int n = 1; n < 100; ++n) many += "," + move_tie(good_body());
  EXPECT_TRUE(std::holds_alternative<std::vector<ReadCommand>>(read_commands(request_of(many))));
  auto const read = read_commands(request_of(many + "," + move_tie(good_body())));
  ASSERT_TRUE(std::holds_alternative<Refusal>(read));
  EXPECT_EQ(std::get<Refusal>(read).rule, "CM1");
}

TEST(read_commands, CM12_what_is_not_our_json_is_refused_whole) {
  std::string const deep = std::string(10000, '[') + std::string(10000, ']');
  std::string const cases[] = {"",
                               "{",
                               deep,
                               "{\"commands\":[],\"commands\":[]}",
                               "{\"commands\":[1.5]}",
                               "\xEF\xBB\xBF{\"commands\":[]}",
                               "{\"commands\":[\"\xFF\"]}",
                               std::string("{\"commands\":[]}\0", 16),
                               "{\"commands\":[]} and more",
                               "{\"commands\":[\"\\ud800\"]}",
                               "{\"commands\":[" + std::string(json_bytes_max, ' ') + "]}"};
  for (auto const& text : cases) {
    auto const read = read_commands(text);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << text.substr(0, 40);
    EXPECT_EQ(std::get<Refusal>(read).rule, "CM12") << text.substr(0, 40);
  }
  auto const other = read_commands("{\"command\":[]}");
  ASSERT_TRUE(std::holds_alternative<Refusal>(other));
  EXPECT_EQ(std::get<Refusal>(other).rule, "CM4");
}

TEST(read_command, CM2_the_same_content_has_the_same_canonical_form_however_it_is_spelt) {
  auto const plain = first_of(request_of(move_tie(good_body())));
  auto const spelt =
      first_of(request_of(std::string(R"({ "body" : {"ring":2,"occasion":"everyday","tie":")") + tie_text +
                          R"("}, "offset_min":0,"made_at":"2026-11-22T10:15:00.000Z","v":1,)" +
                          R"("do":"move_tie","id":")" + id_text + "\"}"));
  auto const other = first_of(request_of(with_ring("3")));
  EXPECT_EQ(plain.canonical, spelt.canonical);
  EXPECT_NE(plain.canonical, other.canonical);
}

TEST(read_command, writes_what_it_reads) {
  auto const read = first_of(request_of(move_tie(good_body())));
  auto const again = read_command(write_command(std::get<Command>(read.command)));
  EXPECT_EQ(again.canonical, read.canonical);
}

Event worded_event() {
  StatementWorded worded;
  worded.wording = {StatementId{1, 2}, Words{"I’d like a ring the night before."}, Confirmed::read_back,
                    std::nullopt};
  worded.place = Place::wish;
  worded.about = RowKey{"support:everyday"};
  worded.supersedes = {Version{3, 4}};
  return {CommandId{5, 6}, 7, AccountId{8, 9}, Instant{1795342500000}, *parse_day("2026-11-22"), worded};
}

TEST(event, reads_back_to_the_same_bytes) {
  auto const bytes = write_event(worded_event());
  auto const read = read_event(bytes);
  ASSERT_TRUE(std::holds_alternative<Event>(read));
  EXPECT_EQ(write_event(std::get<Event>(read)), bytes);
}

TEST(event, EV1_one_that_does_not_read_as_written_is_a_fault) {
  auto const bytes = write_event(worded_event());
  auto const without = [&](std::string const& from, std::string const& to) {
    auto text = bytes;
    return text.replace(text.find(from), from.size(), to);
  };
  std::string const cases[] = {"",
                               "{}",
                               bytes.substr(0, bytes.size() - 1),
                               without("statement_worded", "statement_said"),
                               without("\"n\":7", "\"n\":-7"),
                               without("\"wish\"", "\"order\""),
                               without("\"n\":7", "\"n\":7,\"m\":8")};
  for (auto const& text : cases) {
    auto const read = read_event(text);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << text;
    EXPECT_EQ(std::get<Refusal>(read).rule, "EV1") << text;
  }
}

TEST(event, EV2_a_later_version_is_a_fault) {
  auto bytes = write_event(worded_event());
  bytes.replace(bytes.find("\"v\":1"), 5, "\"v\":2");
  auto const read = read_event(bytes);
  ASSERT_TRUE(std::holds_alternative<Refusal>(read));
  EXPECT_EQ(std::get<Refusal>(read).rule, "EV2");
}

TEST(rows, a_snapshot_and_its_rows_say_the_same_record) {
  Record record;
  auto const event = worded_event();
  apply(record, RecordId{1, 1}, event);
  auto const again = read_snapshot(write_snapshot(record));
  ASSERT_TRUE(again);
  EXPECT_EQ(write_rows(*again), write_rows(record));
  EXPECT_FALSE(read_snapshot("{\"statement:nothing\":{}}"));
}

TEST(rows, a_row_under_another_key_is_not_taken) {
  Record record, other;
  apply(record, RecordId{1, 1}, worded_event());
  auto const rows = write_rows(record);
  ASSERT_EQ(rows.size(), 1u);
  auto const json = std::get<Json>(read_json(rows.begin()->second));
  EXPECT_TRUE(put_row(other, rows.begin()->first, json));
  EXPECT_FALSE(put_row(other, "statement:" + std::string(tie_text), json));
  EXPECT_FALSE(put_row(other, "secret:1", json));
  EXPECT_EQ(write_rows(other), rows);
}

}  // namespace
}  // namespace kith::wire
