#include "standards/open_referral/cleaner.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "standards/open_referral/markup.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t email_bytes_max = 200;
constexpr std::size_t phone_bytes_max = 60;
constexpr std::int64_t million = 1'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(), [](char c) { return lower(c); });
  return made;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || is_control(text.front()))) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || is_control(text.back()))) text.remove_suffix(1);
  return text;
}

// At most bytes_max, and never half a character.
std::string_view cut(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  auto end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// What people part several addresses in one cell with. A space without a break is two bytes.
std::string with_plain_spaces(std::string_view text) {
  std::string made;
  for (std::size_t n = 0; n < text.size(); ++n) {
    bool const no_break = text.substr(n).starts_with("\xC2\xA0");
    if (no_break) ++n;
    made.push_back(no_break || is_control(text[n]) ? ' ' : text[n]);
  }
  return made;
}
std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  auto const text = with_plain_spaces(cell);
  std::string_view rest = text;
  while (!rest.empty()) {
    auto const end = std::min(rest.find(' '), rest.size());
    auto part = rest.substr(0, end);
    while (!part.empty() && std::string_view(";,.").find(part.back()) != std::string_view::npos)
      part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
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

// Britain with its coordinates the wrong way round is a piece of the sea off Somalia.
bool is_turned_britain(ideas::Point at) {
  constexpr std::int32_t south = 49'000'000, north = 61'500'000, west = -9'000'000, east = 2'500'000;
  return at.lat_udeg >= west && at.lat_udeg <= east && at.lon_udeg >= south && at.lon_udeg <= north;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.back() == '.') return false;
  if (host.find('.') == std::string_view::npos || host.find("..") != std::string_view::npos) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' ||
           (static_cast<unsigned char>(c) >= 0x80);
  });
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

std::string Cleaner::website(std::string_view raw) {
  auto const parts = parts_of(raw);
  if (parts.empty()) return {};
  auto link = parts.front();
  bool const several = parts.size() > 1 && parts[1].find('.') != std::string::npos;
  if (parts.size() > 1 && !several) link.push_back(' ');  // a link with a space in it is none
  auto const scheme_end = link.find("://");
  auto const bare = scheme_end == std::string::npos;
  if (bare) link.insert(0, "https://");
  auto const scheme = lower(link.substr(0, link.find("://")));
  auto const rest = std::string_view(link).substr(link.find("://") + 3);
  auto const host = rest.substr(0, std::min(rest.find_first_of("/?#:"), rest.size()));
  bool const clean = std::none_of(link.begin(), link.end(), [](char c) {
    return is_control(c) || std::string_view(" \"'<>\\^`{|}").find(c) != std::string_view::npos;
  });
  if ((scheme != "http" && scheme != "https") || !clean || !is_host(host) ||
      link.size() > ideas::service_line_bytes_max) {
    note("website", "is not a web address that can be opened; left out");
    return {};
  }
  if (several) note("website", "the first of several addresses was kept");
  if (bare) note("website", "https:// was put in front");
  return link;
}

std::string Cleaner::email(std::string_view raw) {
  auto const parts = parts_of(raw);
  if (parts.empty()) return {};
  std::string_view const address = parts.front();
  bool const several = parts.size() > 1;
  auto const at = address.find('@');
  bool const one =
      at != std::string_view::npos && at > 0 && address.find('@', at + 1) == std::string_view::npos;
  bool const clean = std::none_of(address.begin(), address.end(), [](char c) {
    return is_control(c) || std::string_view(" \"'<>()[],;:\\?&").find(c) != std::string_view::npos;
  });
  if (!one || !clean || address.size() > email_bytes_max || !is_host(address.substr(at + 1))) {
    note("email", "is not an e-mail address; left out");
    return {};
  }
  if (several) note("email", "the first of several addresses was kept");
  return std::string(address);
}

void Cleaner::contact(std::string_view raw, ideas::Service& service) {
  std::string others;
  for (auto const& part : parts_of(raw)) {
    if (part.find('@') == std::string::npos)
      others += (others.empty() ? "" : " ") + part;
    else if (service.email.empty())
      service.email = email(part);
  }
  bool const has_number = std::any_of(others.begin(), others.end(), is_digit);
  if (has_number || service.email.empty()) service.phone = phone(others);
}

std::string Cleaner::phone(std::string_view raw) {
  auto number = line("phone", raw);
  number.erase(std::remove(number.begin(), number.end(), '"'), number.end());
  number = std::string(trim(number));
  if (number.empty()) return {};
  if ((number[0] == 'O' || number[0] == 'o') && number.size() > 1 && is_digit(number[1])) {
    number[0] = '0';
    note("phone", "a letter O was read as 0");
  }
  bool const all_digits = std::all_of(number.begin(), number.end(), is_digit);
  if (all_digits && number.size() == 10 && number[0] != '0') {  // a spreadsheet took it for a sum of money
    number.insert(0, "0");
    note("phone", "the leading 0 was put back");
  }
  if (ideas::dial_text(number).empty() || number.size() > phone_bytes_max) {
    note("phone", "is not a phone number; left out");
    return {};
  }
  return number;
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
  auto const found = parse_day(text.substr(0, std::min<std::size_t>(text.size(), 10)));  // a moment's day
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
  if (fits(said) || (said && !middle && !(ideas::outcode_of(service.postcode) && is_turned_britain(*said))))
    return said;
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
    auto const lat_udeg = millionths_of_text(lat), lon_udeg = millionths_of_text(lon);
    bool const nowhere = lat_udeg == 0 && lon_udeg == 0;  // the sea off Africa: a table's empty cells
    if (lat_udeg && lon_udeg && !nowhere) service.point = placed(service, *lat_udeg, *lon_udeg);
    if (service.point) return;
    if (!lat_udeg || !lon_udeg || nowhere || !ideas::point_of(*lat_udeg, *lon_udeg))
      note("place", "the coordinates are not on this world; left out");
  }
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
