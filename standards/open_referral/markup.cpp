#include "standards/open_referral/markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kith::open_referral {
namespace {

constexpr std::size_t tag_bytes_max = 2000;  // longer: a lone "<" in prose

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> entities = {{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&#34;", "\""},
    {"&apos;", "'"},
    {"&#39;", "'"},
    {"&#039;", "'"},
    {"&nbsp;", " "},
    {"&#160;", " "},
    {"&rsquo;", "\xE2\x80\x99"},
    {"&lsquo;", "\xE2\x80\x98"},
    {"&ndash;", "\xE2\x80\x93"},
    {"&pound;", "\xC2\xA3"},
}};

// The length of the tag that begins here, or 0.
std::size_t tag_bytes(std::string_view at) {
  if (at.size() < 3 || at[0] != '<' || !(is_letter(at[1]) || at[1] == '/' || at[1] == '!')) return 0;
  auto const end = at.substr(0, tag_bytes_max).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string tag_name(std::string_view tag) {
  std::string name;
  for (auto const c : tag.substr(tag[1] == '/' ? 2 : 1)) {
    if (!is_letter(c)) break;
    name.push_back(lower(c));
  }
  return name;
}

std::pair<std::string_view, std::string_view> const* entity_at(std::string_view at) {
  for (auto const& entity : entities) {
    if (at.starts_with(entity.first)) return &entity;
  }
  return nullptr;
}

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (text[n] == '<' && tag_bytes(text.substr(n)) > 0) return true;
    if (text[n] == '&' && entity_at(text.substr(n)) != nullptr) return true;
  }
  return false;
}

std::string plain_text_of_markup(std::string_view text) {
  std::string made;
  std::string skipping;  // until this tag closes
  for (std::size_t n = 0; n < text.size();) {
    auto const at = text.substr(n);
    if (auto const length = tag_bytes(at)) {
      auto const name = tag_name(at);
      bool const closes = at[1] == '/';
      if (closes && name == skipping)
        skipping.clear();
      else if (!closes && skipping.empty() && (name == "script" || name == "style"))
        skipping = name;
      bool const new_line = name == "p" || name == "br" || name == "li" || name == "div" || name == "tr";
      made.push_back(new_line ? '\n' : ' ');
      n += length;
    } else if (auto const* entity = at[0] == '&' ? entity_at(at) : nullptr) {
      if (skipping.empty()) made += entity->second;
      n += entity->first.size();
    } else {
      if (skipping.empty()) made.push_back(at[0]);
      ++n;
    }
  }
  return made;
}

}  // namespace kith::open_referral
