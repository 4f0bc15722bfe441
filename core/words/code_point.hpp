// One code point of a text in UTF-8, read strictly: none overlong, no half of a pair, none over U+10FFFF.
//
// Pure and bounded by the text it is given. A text cut in the middle of a code point is not UTF-8.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith {

struct CodePoint {
  std::uint32_t code = 0;
  std::size_t bytes = 0;  // how many it takes; 0: what is there is no code point
};
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_code_point(std::string& text, std::uint32_t code);  // a sound one: the caller has seen to it

}  // namespace kith
