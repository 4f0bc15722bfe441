#include "standards/open_referral/cleaner.hpp"

#include <algorithm>
#include <vector>

#include "standards/open_referral/letters.hpp"
#include "standards/open_referral/markup.hpp"

namespace kith::open_referral {
namespace {

constexpr std::int64_t million = 1'000'000;

// At most bytes_max, and never half a character.
std::string_view cut(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  auto end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// A spreadsheet would run it. Kith never does, and keeps it as the text it is.
bool looks_like_a_formula(std::string_view text) {
  if (text.size() < 2) return false;
  if (text[0] == '=' || text[0] == '@') return true;
  bool const sign = text[0] == '+' || text[0] == '-';
  return sign && !is_digit(text[1]) && text[1] != ' ' && text[1] != '(' &&
         text.find('(') != std::string_view::npos;
}

// C1 controls and the marks that turn the reading direction are two or three bytes in UTF-8.
std::size_t hidden_mark_bytes(std::string_view at) {
  auto const byte = [&](std::size_t n) { return n < at.size() ? static_cast<unsigned char>(at[n]) : 0u; };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  bool const turns = byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE;
  bool const isolates = byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return turns || isolates ? 3 : 0;
}

// "53,4244" and "-2,3198" with decimal commas; or both in one: "(53.4244, -2.3198)",
// "POINT(-2.3198 53.4244)".
std::pair<std::string, std::string> degrees_of(std::string_view lat, std::string_view lon) {
  std::string north(trim(lat)), east(trim(lon));
  if (east.empty()) {
    bool const well_known_text = north.starts_with("POINT");
    if (well_known_text) north.erase(0, std::string_view("POINT").size());
    std::erase_if(north, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
    auto const tidy = std::string(trim(north));
    auto const between = tidy.find_first_of(well_known_text ? " " : ",; ");
    if (between == std::string::npos) return {tidy, east};
    auto first = std::string(trim(std::string_view(tidy).substr(0, between)));
    auto second = std::string(trim(std::string_view(tidy).substr(between + 1)));
    return well_known_text ? std::pair(second, first) : std::pair(first, second);
  }
  for (auto* text : {&north, &east}) {
    bool const decimal_comma =
        std::count(text->begin(), text->end(), ',') == 1 && text->find('.') == std::string::npos;
    if (decimal_comma) (*text)[text->find(',')] = '.';
  }
  return {north, east};
}

// Britain with its coordinates the wrong way round is a piece of the sea off Somalia.
bool is_turned_britain(ideas::Point at) {
  constexpr std::int32_t south = 49'000'000, north = 61'500'000, west = -9'000'000, east = 2'500'000;
  return at.lat_udeg >= west && at.lat_udeg <= east && at.lon_udeg >= south && at.lon_udeg <= north;
}

// "13/05/2026", "13.5.2026", "13-May-26", "13 May 2026".
std::optional<Day> british_day(std::string_view text) {
  constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
  constexpr std::size_t parts_max = 3;
  std::vector<std::string> parts = {""};
  for (auto const c : text.substr(0, std::min(text.find_first_of("T:"), text.size()))) {
    if (std::string_view("/.- ,").find(c) == std::string_view::npos)
      parts.back().push_back(lower(c));
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  bool const with_time = parts.size() == parts_max + 1 && text.find(':') != std::string_view::npos;
  if (with_time) parts.pop_back();  // "13/05/2026 10:30"
  if (parts.size() != parts_max) return std::nullopt;
  auto const number = [](std::string_view digits) {
    int made = 0;
    for (auto const c : digits) made = is_digit(c) ? made * 10 + (c - '0') : 10'000;
    return digits.empty() || digits.size() > 4 ? 10'000 : made;
  };
  auto const day = number(parts[0]);
  auto month = number(parts[1]);
  bool const in_words = parts[1].size() >= 3 && !is_digit(parts[1][0]);
  auto const named = in_words ? months.find(parts[1].substr(0, 3)) : std::string_view::npos;
  if (named != std::string_view::npos && named % 3 == 0) month = static_cast<int>(named / 3) + 1;
  auto year = number(parts[2]);
  if (parts[2].size() == 2 && year < 100) year += 2000;
  if (parts[0].size() > 2 || day > 31 || month > 12 || year < 2000 || year > 2100) return std::nullopt;
  auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return parse_day(std::to_string(year) + "-" + two(month) + "-" + two(day));
}

}  // namespace

std::optional<std::int64_t> millionths_of_text(std::string_view decimal, std::size_t whole_digits_max) {
  auto text = trim(decimal);
  bool const below = text.starts_with("-");
  if (below || text.starts_with("+")) text.remove_prefix(1);
  std::int64_t whole = 0, part = 0;
  std::size_t digits = 0, decimals = 0;
  bool point = false, up = false;
  for (auto const c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (!is_digit(c)) {
      return std::nullopt;
    } else if (!point) {
      if (++digits > whole_digits_max) return std::nullopt;
      whole = whole * 10 + (c - '0');
    } else if (++decimals <= 6) {
      part = part * 10 + (c - '0');
    } else if (decimals == 7) {
      up = c >= '5';
    }
  }
  if (digits == 0) return std::nullopt;
  for (auto n = decimals; n < 6; ++n) part *= 10;
  auto const millionths = whole * million + part + (up ? 1 : 0);
  return below ? -millionths : millionths;
}

std::string Cleaner::text(std::string_view field, std::string_view raw, std::size_t bytes_max, Lines lines) {
  std::string without_markup;
  if (has_markup(raw)) {
    without_markup = plain_text_of_markup(raw);
    raw = without_markup;
    note(field, "mark-up was taken out");
  }
  std::string made;
  bool controls = false;
  for (std::size_t n = 0; n < raw.size(); ++n) {
    if (auto const hidden = hidden_mark_bytes(raw.substr(n))) {
      controls = true;
      n += hidden - 1;
      continue;
    }
    auto c = raw[n];
    bool const no_break = raw.substr(n).starts_with("\xC2\xA0");
    if (no_break) c = ' ', ++n;
    if (c == '\n' && lines == Lines::many) {
      while (!made.empty() && made.back() == ' ') made.pop_back();
      if (!made.empty() && !made.ends_with("\n\n")) made.push_back('\n');
      continue;
    }
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    if (is_control(c)) {
      controls = true;
      continue;
    }
    bool const doubled = c == ' ' && (made.empty() || made.back() == ' ' || made.back() == '\n');
    if (!doubled) made.push_back(c);
  }
  if (controls) note(field, "control characters were taken out");
  auto kept = trim(made);
  if (looks_like_a_formula(kept)) note(field, "begins like a formula; kept as text");
  if (kept.size() > bytes_max) note(field, "was too long and was cut");
  return std::string(trim(cut(kept, bytes_max)));
}

std::string Cleaner::postcode(std::string_view raw) {
  auto code = line("postcode", raw);
  if (code.empty()) return {};
  auto const outcode = ideas::outcode_of(code);
  if (!outcode) {
    note("postcode", "has not the shape of a British postcode; kept as written");
    return code;
  }
  std::string tight;
  for (auto const c : code) {
    if (c != ' ') tight.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return tight == *outcode ? tight : tight.insert(outcode->size(), " ");
}

std::optional<Day> Cleaner::day(std::string_view field, std::string_view raw) {
  auto const text = trim(raw);
  if (text.empty()) return std::nullopt;
  auto found = parse_day(text.substr(0, std::min<std::size_t>(text.size(), 10)));  // a moment's day
  if (!found && (found = british_day(text))) note(field, "was read as day, month, year");
  if (!found) note(field, "is not a day; left out");
  return found;
}

std::optional<std::uint8_t> Cleaner::age(std::string_view field, std::string_view raw) {
  auto text = trim(raw);
  if (text.ends_with(".0")) text.remove_suffix(2);
  if (text.empty()) return std::nullopt;
  int years = 0;
  bool const digits = text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
  for (auto const c : digits ? text : std::string_view()) years = years * 10 + (c - '0');
  if (!digits || years > 120) {
    note(field, "is not an age; left out");
    return std::nullopt;
  }
  return static_cast<std::uint8_t>(years);
}

// Coordinates that are swapped or lie, found out by the postcode (rule DI27); nullopt: they are not to be
// used.
std::optional<ideas::Point> Cleaner::placed(ideas::Service const& service, std::int64_t lat,
                                            std::int64_t lon) {
  constexpr std::int32_t from_its_postcode_m_max = 100'000;
  auto const said = ideas::point_of(lat, lon), swapped = ideas::point_of(lon, lat);
  auto const middle = places_ ? places_->middle_of(service.postcode) : std::nullopt;
  auto const fits = [&](std::optional<ideas::Point> const& point) {
    return point && middle && ideas::distance_m(*point, *middle) <= from_its_postcode_m_max;
  };
  bool const suspect = said && is_turned_britain(*said);
  if (fits(said) || (said && !middle && !suspect)) return said;
  if (suspect &&
      !ideas::outcode_of(service.postcode)) {  // Britain turned, or the sea meant: nothing says which
    note("place", "north and east may be swapped, and no postcode tells; left out");
    return std::nullopt;
  }
  bool const turned = middle ? fits(swapped) : swapped.has_value();
  if (turned) {
    note("place", "north and east were swapped; put right");
    return swapped;
  }
  if (said) note("place", "the coordinates are far from the postcode; left out");
  return std::nullopt;
}

void Cleaner::place(ideas::Service& service, std::string_view lat, std::string_view lon) {
  if (!trim(lat).empty() || !trim(lon).empty()) {
    auto const degrees = degrees_of(lat, lon);
    auto const lat_udeg = millionths_of_text(degrees.first), lon_udeg = millionths_of_text(degrees.second);
    bool const nowhere = lat_udeg == 0 && lon_udeg == 0;  // the sea off Africa: a table's empty cells
    if (lat_udeg && lon_udeg && !nowhere) service.point = placed(service, *lat_udeg, *lon_udeg);
    if (service.point) return;
    if (!lat_udeg || !lon_udeg || nowhere || !ideas::point_of(*lat_udeg, *lon_udeg))
      note("place", "the coordinates are not on this world; left out");
  }
  place_in_district(service);
}

void Cleaner::place(ideas::Service& service, ideas::Point said) {
  service.point = placed(service, said.lat_udeg, said.lon_udeg);
  if (!service.point) place_in_district(service);
}

void Cleaner::place_in_district(ideas::Service& service) {
  if (service.postcode.empty() || !places_) return;
  service.point = places_->middle_of(service.postcode);
  service.point_is_rough = service.point.has_value();
  note("place", service.point ? "placed at the middle of its postcode district"
                              : "its postcode district is not in the places table; no distance can be said");
}

void Cleaner::place_area(ideas::Service& service) {
  if (service.point || service.area.empty() || !places_) return;
  auto const answer = places_->find(service.area);
  auto const* found = std::get_if<std::vector<ideas::FoundPlace>>(&answer);
  if (!found || found->size() != 1)
    return note("service_areas", "the area is not in the places table; no distance can be said");
  service.point = found->front().middle;
  service.point_is_rough = true;
  service.radius_m = found->front().how_far_m;
}

}  // namespace kith::open_referral
