// What suits a person in how a thing is done: rules ID29-ID32 (spec/ideas.md), read aloud.
#include "core/ideas/suits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "core/ideas/match.hpp"

namespace kith::ideas {
namespace {

Day const today = *day_of({2026, 11, 22});

template <class... E>
auto set_of(E... one) {
  NameSet<std::common_type_t<E...>> set;
  ((set = set.with(one)), ...);
  return set;
}

struct Said {
  std::size_t left_out = 0;
  std::int32_t score = 0;
  std::string reasons;  // the last word of each key, in order
};
Said said_of(Service service, Suits const& suits) {
  service.id = service_id_of("test", "one");
  service.sub_categories = sub_categories(SubCategory::drama_and_music);
  service.next_check = plus_days(today, 30);
  ServiceColumns columns;
  columns.add(service);
  columns.finish();
  Preferences wishes;
  wishes.set(Theme::making_and_creating, Answer::maybe);
  wishes.suits = suits;
  auto const found = match(columns, wishes, today);
  Said said{found.left_out, 0, {}};
  if (found.ideas.empty()) return said;
  said.score = found.ideas.front().score;
  for (auto const& reason : found.ideas.front().reasons) {
    if (reason.key == "ideas.because.theme_maybe") continue;
    said.reasons += (said.reasons.empty() ? "" : " ") + reason.key.substr(reason.key.rfind('.') + 1);
    for (auto const& arg : reason.args) {
      for (auto const& one : std::get<std::vector<std::string>>(arg.value)) said.reasons += ":" + one;
    }
  }
  return said;
}

TEST(Suits, ID29_to_ID32_each_that_suits_earns_one_point_and_every_answer_is_said) {
  Service nothing_known, free, low, paid, tuesdays, small, large, company;
  nothing_known.opening = "Most afternoons";
  free.cost = Cost::free, low.cost = Cost::low, paid.cost = Cost::paid;
  tuesdays.opening = "Tuesdays and Fridays, 10am to 12.30pm";
  small.group = GroupSize::small, large.group = GroupSize::large;
  company.access.set(AccessNeed::companion_welcome, Known::yes), company.come_alone = Known::no;
  Service online = company;
  online.reach = Reach::online;

  Suits const nothing{}, no_money{Pay::nothing, {}, {}, {}, {}, {}},
      little{Pay::a_little, {}, {}, {}, {}, {}};
  Suits tuesday, mornings, friday_afternoon, two, few, with_somebody, alone;
  tuesday.days = set_of(Weekday::tuesday, Weekday::sunday), mornings.parts = set_of(PartOfDay::morning);
  friday_afternoon.days = set_of(Weekday::friday), friday_afternoon.parts = set_of(PartOfDay::afternoon);
  Suits friday_morning = friday_afternoon;
  friday_morning.parts = set_of(PartOfDay::morning, PartOfDay::evening);
  two.group = GroupWish::one_or_two, few.group = GroupWish::small;
  with_somebody.going = Going::with_somebody, alone.going = Going::alone;
  auto const firmly = [](Suits suits) {
    suits.must = set_of(Aspect::pay, Aspect::time, Aspect::group, Aspect::going);
    return suits;
  };
  Suits all = friday_morning;
  all.pay = Pay::nothing, all.group = GroupWish::small, all.going = Going::alone;

  struct Case {
    char const* sentence;
    Service service;
    Suits suits;
    std::size_t left_out;
    std::int32_t score;
    char const* reasons;
  };
  Case const cases[] = {
      {"ID29 nothing said, nothing counted", free, nothing, 0, 10, ""},
      {"ID29 it costs nothing", free, no_money, 0, 11, "costs_nothing"},
      {"ID29 free is also a little", free, little, 0, 11, "costs_nothing"},
      {"ID29 a little is all right", low, little, 0, 11, "costs_a_little"},
      {"ID30 more than that is said, and costs no point", low, no_money, 0, 10, "costs_more"},
      {"ID30 unless it must", low, firmly(no_money), 1, 0, ""},
      {"ID31 not known stays, even where it must", nothing_known, firmly(no_money), 0, 10, "not_said:pay"},
      {"ID29 a day that suits", tuesdays, tuesday, 0, 11, "day:tuesday"},
      {"ID29 a part of the day that suits", tuesdays, mornings, 0, 11, "part_of_day"},
      {"ID29 both", tuesdays, friday_morning, 0, 11, "day_and_part:friday"},
      {"ID32 half an hour of an afternoon is no afternoon", tuesdays, friday_afternoon, 0, 10, "other_times"},
      {"ID30 other times, where it must", tuesdays, firmly(friday_afternoon), 1, 0, ""},
      {"ID32 what cannot be read for certain is not known", nothing_known, firmly(tuesday), 0, 10,
       "not_said:time"},
      {"ID29 a small group", small, few, 0, 11, "small_group"},
      {"ID30 a small group is not one or two", small, two, 0, 10, "bigger_group"},
      {"ID30 a large one is not small", large, firmly(few), 1, 0, ""},
      {"ID29 somebody can come", company, with_somebody, 0, 11, "with_somebody"},
      {"ID30 people do not come alone", company, alone, 0, 10, "not_alone"},
      {"ID29 from home nobody goes anywhere", online, firmly(alone), 0, 10, "online"},
      {"ID31 all that is not known is said once", nothing_known, firmly(all), 0, 10,
       "not_said:pay:time:group:alone"},
  };
  for (auto const& one : cases) {
    auto const said = said_of(one.service, one.suits);
    EXPECT_EQ(said.left_out, one.left_out) << one.sentence;
    EXPECT_EQ(said.score, one.score) << one.sentence;
    EXPECT_EQ(said.reasons, one.reasons) << one.sentence;
  }
}

TEST(Suits, ID32_a_part_of_a_day_counts_when_it_is_open_for_an_hour_of_it_or_all_it_is_open) {
  struct Case {
    char const* opening;
    bool morning, afternoon, evening;
  };
  Case const cases[] = {
      {"Mondays, 9am to 5pm", true, true, false},          {"Mondays, 9am to 12.30pm", true, false, false},
      {"Mondays, 11.30am to 12 noon", true, false, false}, {"Mondays, 11am to 1pm", true, true, false},
      {"Mondays, 4.30pm to 6pm", false, false, true},      {"Mondays, 7pm to 9pm", false, false, true},
      {"Monday afternoons", false, false, false}};
  for (auto const& one : cases) {
    auto const open = open_parts(read_opening_times(one.opening));
    EXPECT_EQ(open.has(Weekday::monday, PartOfDay::morning), one.morning) << one.opening;
    EXPECT_EQ(open.has(Weekday::monday, PartOfDay::afternoon), one.afternoon) << one.opening;
    EXPECT_EQ(open.has(Weekday::monday, PartOfDay::evening), one.evening) << one.opening;
    EXPECT_FALSE(open.has(Weekday::tuesday, PartOfDay::morning)) << one.opening;
  }
}

}  // namespace
}  // namespace kith::ideas
