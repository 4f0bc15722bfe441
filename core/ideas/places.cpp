#include "core/ideas/places.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/sort_by.hpp"

namespace kith::ideas {
namespace {

constexpr std::int32_t area_margin_m =
    5'000;                               // a district's middle lies inside its area, its edge further out
constexpr std::size_t inward_bytes = 3;  // "9XX"
constexpr std::size_t outward_bytes_max = 4;

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A9, A99, AA9, AA99, A9A, AA9A.
bool has_outward_shape(std::string_view text) {
  if (text.size() < 2 || text.size() > outward_bytes_max || !is_letter(text[0])) return false;
  auto at = text.substr(is_letter(text[1]) ? 2 : 1);
  if (at.empty() || at.size() > 2 || !is_digit(at[0])) return false;
  return at.size() == 1 || is_digit(at[1]) || is_letter(at[1]);
}
bool has_inward_shape(std::string_view text) {
  return text.size() == inward_bytes && is_digit(text[0]) && is_letter(text[1]) && is_letter(text[2]);
}

// Lower case, words parted by one space, no other marks: "St. Ives  " and "st ives" are one.
std::string plain(std::string_view text) {
  std::string words;
  for (auto const c : text) {
    bool const kept = is_letter(upper(c)) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (kept)
      words.push_back(lower(c));
    else if (c != '\'' && !words.empty() && words.back() != ' ')
      words.push_back(' ');
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

// "City of Bristol" is called Bristol, "Aberdeen City" Aberdeen.
std::string called(std::string_view region) {
  auto name = plain(region);
  for (std::string_view const front : {"city of ", "the ", "county "}) {
    if (name.starts_with(front)) name.erase(0, front.size());
  }
  for (std::string_view const back : {" city", " borough"}) {
    if (name.ends_with(back)) name.erase(name.size() - back.size());
  }
  return name;
}

// Districts that make one place together, and the middle of their middles.
struct Group {
  std::vector<Point> middles;

  Point middle() const {
    std::int64_t lat = 0, lon = 0;
    for (auto const& point : middles) lat += point.lat_udeg, lon += point.lon_udeg;
    auto const n = static_cast<std::int64_t>(middles.size());
    return {static_cast<std::int32_t>(lat / n), static_cast<std::int32_t>(lon / n)};
  }
  FoundPlace as_point(std::string label) const {
    return {std::move(label), NearKind::point, middle(), how_far_m_default};
  }
  FoundPlace as_area(std::string label) const {
    auto const centre = middle();
    std::int32_t reach_m = 0;
    for (auto const& point : middles) reach_m = std::max(reach_m, distance_m(centre, point));
    return {std::move(label), NearKind::area, centre, std::min(reach_m + area_margin_m, how_far_m_max)};
  }
};

}  // namespace

std::optional<std::string> outcode_of(std::string_view postcode) {
  std::string text;
  for (auto const c : postcode) {
    if (c == ' ') continue;
    if (text.size() > outward_bytes_max + inward_bytes) return std::nullopt;
    text.push_back(upper(c));
  }
  if (text.size() > inward_bytes + 1) {
    auto const outward = std::string_view(text).substr(0, text.size() - inward_bytes);
    auto const inward = std::string_view(text).substr(text.size() - inward_bytes);
    if (has_inward_shape(inward) && has_outward_shape(outward)) return std::string(outward);
  }
  if (has_outward_shape(text)) return text;
  return std::nullopt;
}

Places::Places(std::vector<District> districts) : districts_(std::move(districts)) {
  auto const same = [](District const& a, District const& b) { return a.outcode == b.outcode; };
  sort_by(districts_, &District::outcode);
  districts_.erase(std::unique(districts_.begin(), districts_.end(), same), districts_.end());
}

District const* Places::district(std::string_view outcode) const {
  auto const at = std::lower_bound(districts_.begin(), districts_.end(), outcode,
                                   [](District const& a, std::string_view b) { return a.outcode < b; });
  return at != districts_.end() && at->outcode == outcode ? &*at : nullptr;
}

std::optional<Point> Places::middle_of(std::string_view postcode) const {
  auto const outcode = outcode_of(postcode);
  auto const* found = outcode ? district(*outcode) : nullptr;
  return found ? std::optional(found->middle) : std::nullopt;
}

// Every town, region, wide region and country of that name. A region named like a town inside it is that
// town.
std::vector<FoundPlace> Places::named(std::string_view wanted) const {
  std::map<std::pair<std::string, std::string>, Group> towns;  // by town and region
  std::map<std::string, Group> areas;
  for (auto const& one : districts_) {
    bool const is_town =
        !one.town.empty() && (plain(one.town) == wanted || plain(one.town + " " + one.region) == wanted);
    if (is_town) towns[{one.town, one.region}].middles.push_back(one.middle);
    std::string_view const wider[] = {one.region, one.wide_region, one.country};
    for (std::size_t n = 0; n < std::size(wider); ++n) {
      bool const repeats = std::find(wider, wider + n, wider[n]) != wider + n;
      if (!wider[n].empty() && !repeats && (plain(wider[n]) == wanted || called(wider[n]) == wanted)) {
        areas[std::string(wider[n])].middles.push_back(one.middle);
      }
    }
  }
  std::vector<FoundPlace> found;
  for (auto const& [name, group] : towns) {
    bool const alone = towns.size() == 1 && areas.empty() && plain(name.first) == wanted;
    found.push_back(
        group.as_point(alone || name.second.empty() ? name.first : name.first + ", " + name.second));
    if (called(name.second) == plain(name.first)) areas.erase(name.second);
  }
  for (auto const& [name, group] : areas) found.push_back(group.as_area(name));
  sort_by(found, [](FoundPlace const& place) { return std::tie(place.label, place.kind); });
  return found;
}

std::variant<std::vector<FoundPlace>, Refusal> Places::find(std::string_view typed) const {
  if (typed.size() > place_bytes_max) return refuse("LP6");
  auto const wanted = plain(typed);
  if (wanted.empty()) return refuse("LP6");
  if (auto const outcode = outcode_of(typed)) {
    if (auto const* found = district(*outcode))
      return std::vector{Group{{found->middle}}.as_point(found->outcode)};
  }
  auto found = named(wanted);
  if (found.empty()) return refuse("LP3", {{"place", std::string(typed)}});
  return found;
}

}  // namespace kith::ideas
