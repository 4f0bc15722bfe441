// The device's inputs, outputs and stored entries as JSON (spec/device.md). Rule DV9, and what survives a
// closed page.
#include "wire/device.hpp"

#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "wire/commands.hpp"
#include "wire/rows.hpp"

namespace kith::wire {
namespace {

using namespace story;

Json read(std::string const& text) {
  auto json = read_json(text);
  EXPECT_TRUE(std::holds_alternative<Json>(json)) << text;
  return std::holds_alternative<Json>(json) ? std::get<Json>(std::move(json)) : Json();
}
Json opening(Json stored = Json::object()) {
  return {{"record", text_of(the_record)},
          {"reader", {{"account", text_of(amina.account)}, {"role", "person"}, {"name", "Amina"}}},
          {"now", "2026-11-02T12:00:00.000Z"},
          {"zone", {{"transitions", Json::array()}}},
          {"stored", std::move(stored)}};
}
Device open(Json const& json) {
  auto device = read_opening(json);
  EXPECT_TRUE(std::holds_alternative<Device>(device));
  return std::holds_alternative<Device>(device) ? std::get<Device>(std::move(device)) : Device();
}
// The entries a page keeps, as the outputs tell it to.
void store(std::map<std::string, Json>& entries, Json const& outputs) {
  for (auto const& output : outputs) {
    if (output["out"] != "store") continue;
    for (auto const& entry : output["del"]) entries.erase(entry.get<std::string>());
    for (auto const& [entry, value] : output["put"].items()) entries[entry] = value;
  }
}
Json patch_of(Story const& s) {
  Json put = Json::array();
  for (auto const& [key, row] : write_rows(s.shown_to(amina))) put.push_back(write_row(key, row));
  return {{"in", "patch"},
          {"since", nullptr},
          {"cookie", "c1"},
          {"reset", true},
          {"put", std::move(put)},
          {"del", Json::array()},
          {"settled", Json::array()},
          {"keep_until", "2026-12-02T12:00:00.000Z"}};
}
Json take(Device& device, Json const& input) {
  auto read = read_input(input);
  EXPECT_TRUE(std::holds_alternative<DeviceInput>(read)) << input.dump();
  if (!std::holds_alternative<DeviceInput>(read)) return Json::array();
  return write_outputs(device, step(device, std::get<DeviceInput>(read)));
}
Json tapped(Ask ask, std::uint64_t n = 1) {
  return {{"in", "tapped"},
          {"command", write_command({of<CommandId>(n), monday_noon, 0, {}, {}, std::move(ask)})}};
}
std::vector<std::string> kinds(Json const& outputs) {
  std::vector<std::string> names;
  for (auto const& output : outputs) names.push_back(output["out"]);
  return names;
}

TEST(DeviceJson, DV9_an_input_that_cannot_be_read_is_refused) {
  struct {
    char const* sentence;
    std::string text;
    char const* rule;
  } const rows[] = {
      {"DV9 nothing", "{}", "DV9"},
      {"DV9 no object", "[]", "DV9"},
      {"DV9 an input nobody knows", R"({"in":"dreamt"})", "DV9"},
      {"DV9 a tap without a command", R"({"in":"tapped"})", "DV9"},
      {"CM4 a tap with a command that is none", R"({"in":"tapped","command":{}})", "CM4"},
      {"DV9 a clock without a time", R"({"in":"clock"})", "DV9"},
      {"DV9 a clock in 9999", R"({"in":"clock","now":"9999-01-01T00:00:00.000Z"})", "DV9"},
      {"DV9 a patch without rows", R"({"in":"patch","cookie":"c"})", "DV9"},
      {"DV9 a patch with a row nobody knows",
       R"({"in":"patch","cookie":"c","keep_until":"2026-11-02T12:00:00.000Z","put":[{"key":"x:1","row":{}}],"del":[]})",
       "DV9"},
      {"DV9 a patch with a key that is none",
       R"({"in":"patch","cookie":"c","keep_until":"2026-11-02T12:00:00.000Z","put":[],"del":[7]})", "DV9"},
  };
  for (auto const& row : rows) {
    auto const input = read_input(read(row.text));
    auto const* refusal = std::get_if<Refusal>(&input);
    ASSERT_NE(refusal, nullptr) << row.sentence;
    EXPECT_EQ(refusal->rule, row.rule) << row.sentence;
  }
}

TEST(DeviceJson, DV9_so_is_an_opening) {
  EXPECT_TRUE(std::holds_alternative<Device>(read_opening(opening())));
  for (auto const* part : {"record", "reader", "now", "zone"}) {
    auto without = opening();
    without.erase(part);
    EXPECT_TRUE(std::holds_alternative<Refusal>(read_opening(without))) << part;
  }
  auto zone = opening();
  zone["zone"]["transitions"] = Json::array({Json::array({2, 60}), Json::array({1, 0})});
  EXPECT_TRUE(std::holds_alternative<Refusal>(read_opening(zone)))
      << "a clock that changes in the wrong order";
  auto known = opening();
  known["known"] = Json::array({Json::object()});
  EXPECT_TRUE(std::holds_alternative<Refusal>(read_opening(known))) << "somebody without a name";
}

TEST(DeviceJson, a_zone_is_read_as_it_was_written) {
  auto const zone = read(R"({"transitions":[[1774746000000,60],[1792890000000,0]]})");
  ASSERT_TRUE(read_zone(zone));
  EXPECT_EQ(write_zone(*read_zone(zone)), zone);
}

TEST(DeviceJson, DV2_DV3_a_closed_page_opens_as_it_was) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  std::map<std::string, Json> entries;
  auto device = open(opening());
  store(entries, write_outputs(device, begin(device)));
  auto const patched = take(device, patch_of(s));
  EXPECT_EQ(kinds(patched), (std::vector<std::string>{"store", "show"}));
  store(entries, patched);
  take(device, {{"in", "signal"}, {"online", false}});
  for (std::uint64_t n : {1, 2}) store(entries, take(device, tapped(tie(10 + n, "Somebody"), n)));

  Json kept = Json::object();
  for (auto const& [entry, value] : entries) kept[entry] = value;
  auto again = open(opening(kept));
  auto const opened = write_outputs(again, begin(again));
  EXPECT_EQ(write_rows(again.base), write_rows(device.base));
  EXPECT_EQ(write_rows(again.shown), write_rows(device.shown));
  EXPECT_EQ(again.cookie, "c1");
  EXPECT_EQ(again.keep_until, device.keep_until);
  ASSERT_EQ(kinds(opened), (std::vector<std::string>{"show", "send", "ask"}));
  EXPECT_EQ(opened[1]["commands"].size(), 2u);
  EXPECT_EQ(opened[2]["since"], "c1");
}

TEST(DeviceJson, DV5_an_entry_that_cannot_be_read_costs_the_rows_and_never_the_words) {
  Json stored{{"cookie", "c1"}, {"row:tie:1", Json::object()}};
  stored["waiting:x"] = {{"order", 1}, {"answered", false}, {"command", tapped(tie(1, "Mum"))["command"]}};
  auto device = open(opening(stored));
  EXPECT_TRUE(device.cookie.empty()) << "everything is asked for again";
  EXPECT_FALSE(device.base.has_started());
  EXPECT_EQ(device.waiting.size(), 1u);
}

TEST(DeviceJson, DV10_what_overtook_somebody_comes_with_the_command_that_puts_it_back) {
  auto s = begun();
  auto device = open(opening());
  begin(device);
  s.told(amina, tie(1, "Mum"));
  take(device, patch_of(s));
  take(device, tapped(MoveTie{of<TieId>(1), Occasion::everyday, {Ring::outer, {}}}, 2));
  auto const back = read(R"({"do":"move_tie","body":{"tie":")" + text_of(of<TieId>(1)) +
                         R"(","occasion":"everyday","ring":2,"angle":90},"base":[")" +
                         text_of(of<CommandId>(2)) + R"("]})");
  Json result{{"id", text_of(of<CommandId>(2))},
              {"outcome", "changed_apart"},
              {"message", {{"key", "answer.changed_apart"}, {"args", Json::object()}}},
              {"versions", Json::array()},
              {"undo", back}};
  auto const told = take(device, {{"in", "reply"}, {"cookie", "c2"}, {"results", Json::array({result})}});
  ASSERT_EQ(kinds(told).front(), "apart");
  EXPECT_EQ(told[0]["undo"], back);
  EXPECT_EQ(told[0]["command"]["do"], "move_tie");
}

TEST(DeviceJson, DV4_what_is_given_back_says_why) {
  auto device = open(opening());
  begin(device);
  take(device, patch_of(begun()));
  auto const here = take(device, tapped(tie(1, " ")));
  ASSERT_EQ(kinds(here), std::vector<std::string>{"refused"});
  EXPECT_EQ(here[0]["rule"], "CI40");
  EXPECT_EQ(here[0]["message"]["key"], "refusal.CI40");
  EXPECT_EQ(here[0]["command"]["body"]["name"], " ");
  take(device, tapped(tie(2, "Sue"), 2));
  Json const reply{
      {"in", "reply"},
      {"cookie", "c2"},
      {"results", Json::array({{{"id", text_of(of<CommandId>(2))},
                                {"outcome", "refused"},
                                {"rule", "CM4"},
                                {"message", {{"key", "refusal.CM4"}, {"args", {{"member", "body.ring"}}}}},
                                {"versions", Json::array()}}})}};
  auto const there = take(device, reply);
  auto const* refused = &there[0];
  for (auto const& output : there)
    if (output["out"] == "refused") refused = &output;
  EXPECT_EQ((*refused)["rule"], "CM4");
  EXPECT_EQ((*refused)["message"]["args"]["member"], "body.ring");
}

}  // namespace
}  // namespace kith::wire
