// Feeds paste web pages into descriptions. What a person reads is the text alone. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kith::open_referral {

bool has_markup(std::string_view text);  // a tag or a character entity
// Tags out (their text stays, except of script and style), paragraphs and breaks to new lines, common
// entities to their characters. Not a browser: what it does not know it leaves as it is.
std::string plain_text_of_markup(std::string_view text);

}  // namespace kith::open_referral
