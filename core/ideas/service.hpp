// A service as Kith keeps it: something that exists in the world and that somebody might go to, join or ring.
//
// The words follow HSDS (organization, service, location), cut down to what a person choosing one needs to
// know. Every text is UTF-8, cleaned and bounded by `standards/open_referral` or by `bounded()`. A missing
// text is "". Values; free to copy. Rules ID1-ID4 (spec/ideas.md).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/days.hpp"
#include "core/ideas/access.hpp"
#include "core/ideas/distance.hpp"
#include "core/ideas/suits.hpp"
#include "core/ideas/taxonomy.hpp"
#include "core/ids.hpp"

namespace kith::ideas {

// Where it can be had. `area` comes to you within an area; `national` is by phone or post from anywhere.
enum class Reach : std::uint8_t { local, area, national, online };
constexpr auto names_of(Reach) { return name_table("local", "area", "national", "online"); }
constexpr bool is_from_anywhere(Reach reach) { return reach == Reach::national || reach == Reach::online; }

// Whether somebody new can come. Nobody said: ask first. Rule ID24.
enum class Newcomers : std::uint8_t { ask_first, open, waiting_list };
constexpr auto names_of(Newcomers) { return name_table("ask_first", "open", "waiting_list"); }

inline constexpr int check_every_days = 90;  // next_check, when the feed does not say (rule ID3)
inline constexpr std::uint8_t age_any_min = 0;
inline constexpr std::uint8_t age_any_max = 255;  // no upper age
inline constexpr std::size_t service_name_bytes_max = 200;
inline constexpr std::size_t service_text_bytes_max = 4000;  // description, first visit, opening
inline constexpr std::size_t service_line_bytes_max = 400;   // every other text
inline constexpr std::int32_t reach_radius_m_max = 200'000;

struct Service {
  ServiceId id;
  std::string source;       // the feed it came from; with external_id it makes the id
  std::string external_id;  // what the feed calls it
  std::string organization;
  std::string name;
  std::string description;
  SubCategorySet sub_categories;

  Reach reach = Reach::local;
  std::optional<Point> point;   // absent: no distance can be said
  bool point_is_rough = false;  // the middle of a postcode district, not the door
  std::int32_t radius_m = 0;    // area: comes to anybody within this far of `point`
  std::string area;             // the area's name

  Cost cost = Cost::unknown;
  std::string cost_text;
  GroupSize group = GroupSize::unknown;
  Known come_alone = Known::unknown;  // people come on their own; with somebody is a fact of access
  AccessFacts access;
  std::string access_text;
  std::string opening;
  std::string first_visit;  // what the first time is like
  Newcomers newcomers = Newcomers::ask_first;
  std::string who_can_come;
  std::string getting_there;
  std::string phone;    // as people write it; `dial_text` makes it dialable
  std::string website;  // http or https only
  std::string email;
  std::string address;
  std::string postcode;
  std::uint8_t age_min = age_any_min, age_max = age_any_max;

  std::optional<Day> checked_on;  // absent: nobody has checked it since it came in
  std::string checked_by;         // in role, never a name
  Day next_check;
  bool closed = false;  // its publisher says so
  bool hidden = false;  // by a curator: in no list but theirs

  bool is_shown() const { return !closed && !hidden; }

  friend bool operator==(Service const&, Service const&) = default;
};

// The same feed and external id always make the same id (rule ID2): the first 128 bits of a SHA-256, marked
// as a version 8 UUID (RFC 9562). A wide hash, because a feed is untrusted: with a short one it could aim at
// another feed's entry and replace it.
ServiceId service_id_of(std::string_view source, std::string_view external_id);

// "0161 832 3736" and "+44 (0)161 832 3736" → "+441618323736" for a tel: link; "" when it is not a number
// (rule ID4). National numbers are read as British.
std::string dial_text(std::string_view phone);

}  // namespace kith::ideas
