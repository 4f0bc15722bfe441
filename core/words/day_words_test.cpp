#include "core/words/day_words.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(DayWords, days_and_minutes_are_said_by_the_catalogue) {
  Catalogue const words(CatalogueLanguage::en, {{"day.far", "{weekday} {day} {month} {year}"},
                                                {"day.weekday.saturday", "Saturday"},
                                                {"day.month.april", "April"},
                                                {"time.am", "{hour} am"},
                                                {"time.am_past", "{hour}.{minute} am"},
                                                {"time.pm", "{hour} pm"},
                                                {"time.pm_past", "{hour}.{minute} pm"}});
  EXPECT_EQ(day_in_words(*day_of({2027, 4, 3}), words), "Saturday 3 April 2027");
  EXPECT_EQ(minute_in_words(0, words), "12 am");
  EXPECT_EQ(minute_in_words(9 * 60 + 5, words), "9.05 am");
  EXPECT_EQ(minute_in_words(12 * 60, words), "12 pm");
  EXPECT_EQ(minute_in_words(14 * 60 + 30, words), "2.30 pm");
}

}  // namespace
}  // namespace kith
