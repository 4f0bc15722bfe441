#include "standards/open_referral/markup.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "standards/open_referral/entities.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t tag_bytes_max = 2000;  // longer: a lone "<" in prose

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Tags that a text was surely written with, when they come to light behind "&lt;p&gt;".
constexpr std::string_view usual_tags[] = {
    "p",     "br",    "li",     "ul",   "ol", "div", "span", "b",    "strong",    "i",
    "em",    "u",     "a",      "h",    "td", "tr",  "th",   "hr",   "img",       "table",
    "tbody", "style", "script", "font", "dl", "dt",  "dd",   "abbr", "blockquote"};

// The length of the tag that begins here, or 0.
std::size_t tag_bytes(std::string_view at) {
  if (at.size() < 3 || at[0] != '<' || !(is_letter(at[1]) || at[1] == '/' || at[1] == '!')) return 0;
  auto const end = at.substr(0, tag_bytes_max).find('>');
  if (end == std::string_view::npos) return 0;
  bool const holds_another = at[1] != '!' && at.substr(1, end).find('<') != std::string_view::npos;
  return holds_another ? 0 : end + 1;  // "a<b, I <3 dogs": prose
}

std::string tag_name(std::string_view tag) {
  std::string name;
  for (auto const c : tag.substr(tag[1] == '/' ? 2 : 1)) {
    if (!is_letter(c)) break;
    name.push_back(lower(c));
  }
  return name;
}

struct Pass {
  std::string text;
  bool had_entities = false;
};

// Tags whose names are taken go, and every known entity becomes its character.
template <typename Takes>
Pass once(std::string_view text, Takes const& takes) {
  Pass made;
  std::string skipping;  // until this tag closes
  for (std::size_t n = 0; n < text.size();) {
    auto const at = text.substr(n);
    auto const length = tag_bytes(at);
    auto const name = length > 0 ? tag_name(at) : std::string();
    if (length > 0 && (takes(name) || at[1] == '!')) {
      bool const closes = at[1] == '/';
      if (closes && name == skipping)
        skipping.clear();
      else if (!closes && skipping.empty() && (name == "script" || name == "style"))
        skipping = name;
      bool const new_line = name == "p" || name == "br" || name == "li" || name == "div" || name == "tr";
      made.text.push_back(new_line ? '\n' : ' ');
      n += length;
    } else if (auto const entity = at[0] == '&' ? entity_at(at) : std::nullopt) {
      if (skipping.empty()) made.text += entity->text;
      made.had_entities = true;
      n += entity->bytes;
    } else {
      if (skipping.empty()) made.text.push_back(at[0]);
      ++n;
    }
  }
  return made;
}

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (text[n] == '<' && tag_bytes(text.substr(n)) > 0) return true;
    if (text[n] == '&' && entity_at(text.substr(n))) return true;
  }
  return false;
}

std::string plain_text_of_markup(std::string_view text) {
  auto made = once(text, [](std::string_view) { return true; });
  if (!made.had_entities || !has_markup(made.text)) return std::move(made.text);
  return once(made.text,
              [](std::string_view name) {  // written as mark-up of mark-up
                return std::find(std::begin(usual_tags), std::end(usual_tags), name) != std::end(usual_tags);
              })
      .text;
}

}  // namespace kith::open_referral
