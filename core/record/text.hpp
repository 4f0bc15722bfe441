// Texts with a bound: one type per kind of text, so that a name cannot be stored where words belong.
//
// A text that came from outside has been checked by `is_sound_text` (rule CM5): valid UTF-8, no control
// characters except line breaks and tabs, not longer than its bound. Values.
#pragma once
#include <compare>
#include <string>
#include <string_view>

#include "core/limits.hpp"

namespace kith {

template <std::size_t BytesMax>
struct Text {
  static constexpr std::size_t bytes_max = BytesMax;
  std::string text;
  friend auto operator<=>(Text const&, Text const&) = default;
};
using Name = Text<name_bytes_max>;    // what somebody or something is called
using Words = Text<words_bytes_max>;  // what somebody said, verbatim
using RowKey = Text<96>;              // "step:…": which row something belongs to
using Code = Text<withdrawal_code_bytes>;
using Language = Text<20>;  // a language tag, "en", "cy"

bool is_sound_text(std::string_view text, std::size_t bytes_max);
bool says_something(std::string_view text);  // holds more than white space

}  // namespace kith
