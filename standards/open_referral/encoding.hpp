// What bytes from outside are turned into before anybody reads them: UTF-8. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kith::open_referral {

// UTF-16 of either order, told by its mark or by every other byte being NUL; nullopt when it is not. A lone
// surrogate becomes the replacement character.
std::optional<std::string> utf_8_of_utf_16(std::string_view bytes);

// Every byte means something: Windows-1252, of which Latin-1's letters are a part. The five bytes it does not
// define become the replacement character.
std::string utf_8_of_windows_1252(std::string_view bytes);

void append_utf_8(std::string& text, char32_t code);

std::string_view without_mark(std::string_view utf_8);  // without a byte order mark

}  // namespace kith::open_referral
