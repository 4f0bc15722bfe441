#include "standards/open_referral/entities.hpp"

#include <algorithm>
#include <iterator>

#include "standards/open_referral/encoding.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t entity_bytes_max = 12;
constexpr char32_t last_character = 0x10FFFF;

// 160 to 255, in their order.
constexpr char32_t latin_1_from = 160;
constexpr std::string_view latin_1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
static_assert(std::size(latin_1) == 96);

struct Named {
  std::string_view name;
  char32_t code;
};
constexpr Named others[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},
    {"bdquo", 0x201E},  {"ndash", 0x2013},  {"mdash", 0x2014},  {"hellip", 0x2026}, {"bull", 0x2022},
    {"dagger", 0x2020}, {"Dagger", 0x2021}, {"permil", 0x2030}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"euro", 0x20AC},   {"trade", 0x2122},  {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"minus", 0x2212},  {"larr", 0x2190},   {"rarr", 0x2192},   {"hearts", 0x2665}, {"check", 0x2713},
    {"wcirc", 0x0175},  {"Wcirc", 0x0174},  {"ycirc", 0x0177},  {"Ycirc", 0x0176},  {"OElig", 0x0152},
    {"oelig", 0x0153},  {"Scaron", 0x0160}, {"scaron", 0x0161}};

// nullopt: no number, or none of a character.
std::optional<char32_t> numbered(std::string_view digits) {
  bool const sixteen = digits.starts_with("x") || digits.starts_with("X");
  if (sixteen) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t code = 0;
  for (auto const c : digits) {
    bool const digit = c >= '0' && c <= '9', small = c >= 'a' && c <= 'f', capital = c >= 'A' && c <= 'F';
    if (!digit && !(sixteen && (small || capital))) return std::nullopt;
    auto const value = digit ? c - '0' : small ? c - 'a' + 10 : c - 'A' + 10;
    code = code * (sixteen ? 16 : 10) + static_cast<char32_t>(value);
    if (code > last_character) return std::nullopt;
  }
  bool const half_of_a_pair = code >= 0xD800 && code < 0xE000;
  return code == 0 || half_of_a_pair ? std::nullopt : std::optional(code);
}

}  // namespace

std::optional<CharacterEntity> entity_at(std::string_view text) {
  auto const end = text.substr(0, entity_bytes_max).find(';');
  if (!text.starts_with("&") || end == std::string_view::npos || end < 3) return std::nullopt;
  auto const name = text.substr(1, end - 1);
  CharacterEntity made{end + 1, {}};
  std::optional<char32_t> code;
  if (name[0] == '#') {
    code = numbered(name.substr(1));
  } else if (auto const* other = std::find_if(std::begin(others), std::end(others),
                                              [&](auto const& one) { return one.name == name; });
             other != std::end(others)) {
    code = other->code;
  } else if (auto const* latin = std::find(std::begin(latin_1), std::end(latin_1), name);
             latin != std::end(latin_1)) {
    code = latin_1_from + static_cast<char32_t>(latin - std::begin(latin_1));
  }
  if (!code) return std::nullopt;
  bool const windows = *code >= 0x80 && *code < 0xA0;  // "&#146;": what browsers show for it
  if (windows)
    made.text = utf_8_of_windows_1252(std::string(1, static_cast<char>(*code)));
  else
    append_utf_8(made.text, *code == 0xA0 ? U' ' : *code);
  return made;
}

}  // namespace kith::open_referral
