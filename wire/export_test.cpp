// A whole record as data: it can be read again, and nothing is missing. Rule EX2.
#include "wire/export.hpp"

#include <gtest/gtest.h>

#include "core/record/story_test.hpp"
#include "wire/commands.hpp"
#include "wire/json.hpp"
#include "wire/rows.hpp"

namespace kith::wire {
namespace {

using namespace story;

TEST(Export, EX2_the_rows_and_the_events_of_the_data_make_the_record_again) {
  auto s = begun();
  s.told(amina, grant(1, ben, every_part));
  s.told(amina, tie(2, "Rowan \"R\" Ash"));
  PlaceGoal goal;
  goal.goal = of<GoalId>(3), goal.wording = words(3, "Get out more\nand sing");
  auto const first = s.told(amina, goal);
  WordStatement again;
  again.wording = words(3, "Sing"), again.place = Place::goal;
  s.told(amina, again, {{}, {first}});
  auto const read = read_json(write_export(the_record, s.now, {s.record, s.events, {}}));
  auto const* json = std::get_if<Json>(&read);
  ASSERT_TRUE(json);
  EXPECT_EQ(1, integer_at(*json, "kith_export"));
  Record from_rows;
  for (auto const& [key, row] : *object_of(*member(*json, "rows")))
    EXPECT_TRUE(put_row(from_rows, key, row)) << key;
  EXPECT_EQ(write_rows(s.record), write_rows(from_rows));
  Record from_events;
  for (auto const& one : *array_at(*json, "events")) {
    auto const event = read_event(write_json(one));
    ASSERT_TRUE(std::holds_alternative<Event>(event));
    apply(from_events, the_record, std::get<Event>(event));
  }
  EXPECT_EQ(write_rows(s.record), write_rows(from_events));
}

}  // namespace
}  // namespace kith::wire
