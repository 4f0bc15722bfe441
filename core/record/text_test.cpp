// Which text is kept: bounded, valid UTF-8, nothing that steers a screen. Rule CM5.
#include "core/record/text.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(Text, CM5_is_bounded_valid_and_without_control_characters) {
  struct {
    char const* sentence;
    std::string_view text;
    bool sound;
  } const rows[] = {
      {"nothing at all", "", true},
      {"plain words", "Walk with Sue on Tuesdays", true},
      {"new lines and tabs", "one\n\ttwo", true},
      {"Welsh letters",
       "\xC5\xB4yn a \xC5\xB7"
       "d",
       true},
      {"an emoji", "\xF0\x9F\x8C\xBC", true},
      {"a carriage return", "one\r\ntwo", false},
      {"a NUL", std::string_view("a\0b", 3), false},
      {"an escape", "\x1B[2J", false},
      {"delete", "\x7F", false},
      {"a control of Latin-1", "\xC2\x85", false},
      {"a line separator", "\xE2\x80\xA8", false},
      {"an override of direction",
       "\xE2\x80\xAE"
       "abc",
       false},
      {"an isolate of direction",
       "\xE2\x81\xA6"
       "abc",
       false},
      {"a lone continuation byte", "\x80", false},
      {"a letter cut short", "\xC5", false},
      {"a long spelling of a slash", "\xC0\xAF", false},
      {"a longer spelling of a slash", "\xE0\x80\xAF", false},
      {"half of a surrogate pair", "\xED\xA0\x80", false},
      {"past the last code point", "\xF4\x90\x80\x80", false},
      {"a byte that begins nothing", "\xFF", false},
  };
  for (auto const& row : rows) EXPECT_EQ(is_sound_text(row.text, 100), row.sound) << row.sentence;
}

TEST(Text, CM5_a_bound_counts_bytes) {
  EXPECT_TRUE(is_sound_text(std::string(name_bytes_max, 'a'), name_bytes_max));
  EXPECT_FALSE(is_sound_text(std::string(name_bytes_max + 1, 'a'), name_bytes_max));
  EXPECT_FALSE(is_sound_text("\xC5\xB4", 1)) << "one letter of two bytes";
}

TEST(Text, ST1_says_something_when_it_holds_more_than_white_space) {
  EXPECT_TRUE(says_something("a"));
  EXPECT_TRUE(says_something(" \n.\t"));
  EXPECT_FALSE(says_something(""));
  EXPECT_FALSE(says_something(" \n\t "));
}

}  // namespace
}  // namespace kith
