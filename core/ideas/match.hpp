// Ideas near me: which services to suggest to one person, in which order, and why. Pure; rules ID5-ID20.
//
// There is no hidden factor: whatever moved a service up, down or out is in its reasons or in `left_out`.
// Integers only, so that a tablet orders exactly as the server does. The columns are read, never kept.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/days.hpp"
#include "core/ideas/preferences.hpp"
#include "core/ideas/service.hpp"
#include "core/words/message.hpp"

namespace kith::ideas {

inline constexpr std::size_t ideas_at_a_time = 5;  // G-73
inline constexpr std::size_t ideas_after_max = 500;
inline constexpr int stale_after_days = 90;  // past next_check: leaves suggestions (rule ID12)
inline constexpr std::int32_t penalty_every_m = 2'000;
inline constexpr std::int32_t band_udeg = 50'000;  // of latitude: 5.6 km
inline constexpr std::size_t bands_all = 2 * std::size_t{lat_udeg_max} / band_udeg + 1;
inline constexpr std::int32_t far_points_max = 25;  // as much as a wish, its like and company earn

// Where an entry came from. A person's own finds count like any other (rule ID17) and never go stale.
enum class Origin : std::uint8_t { directory, own_find };

// The services as columns: one short row each, in geographic order. Build once, match often.
//
// First come those that no box leaves out; then those that stand somewhere, in bands from south to north and
// from west to east within a band; last the local ones that nobody can place.
class ServiceColumns {
 public:
  void add(Service const&, Origin = Origin::directory);  // what is not shown is skipped; add all, then finish
  void finish();                                         // of two with one id the first stays

  struct Row {
    ServiceId id;
    Point point;
    std::int32_t radius_m = 0;
    std::int32_t next_check_day = 0;
    std::uint32_t sub_categories = 0;
    std::uint16_t access_known = 0, access_met = 0;
    WhatItIsLike like;
    std::uint8_t age_min = 0, age_max = 0;
    Reach reach = Reach::local;
    bool placed = false, own = false;
    std::string name;
    std::uint32_t name_order = 0;
  };
  std::size_t size() const { return id.size(); }

  std::vector<ServiceId> id;
  std::vector<Point> point;
  std::vector<std::int32_t> radius_m;
  std::vector<std::int32_t> next_check_day;
  std::vector<std::uint32_t> sub_categories;
  std::vector<std::uint16_t> access_known, access_met;
  std::vector<WhatItIsLike> like;
  std::vector<std::uint8_t> age_min, age_max;
  std::vector<Reach> reach;
  std::vector<std::uint8_t> placed, own;
  std::vector<std::uint32_t> name_order;  // the row's place when ordered by name, then id
  std::size_t unboxed = 0;                // so many rows are not left out for where they stand
  // The first row of each band, and where the last one ends.
  std::vector<std::uint32_t> bands = std::vector<std::uint32_t>(bands_all + 1);

 private:
  std::vector<Row> unfinished_;
};

constexpr std::size_t band_of(std::int32_t lat_udeg) {
  return static_cast<std::size_t>((std::clamp(lat_udeg, -lat_udeg_max, lat_udeg_max) + lat_udeg_max) /
                                  band_udeg);
}

// One reason, as data: the catalogue says it in words under its key.
using Reason = Message;

// What is known of the access this person asked for; better ones first.
enum class AccessRank : std::uint8_t { all_known_good, preferred_open, essential_unknown };

struct Idea {
  ServiceId service;
  std::size_t row = 0;  // in the columns
  std::int32_t score = 0;
  AccessRank access = AccessRank::all_known_good;
  AccessNeedSet ask_first;  // essential needs nobody knows the answer to
  std::int32_t overdue_days = 0;
  std::optional<std::int32_t> distance_m;  // absent: from anywhere, or no place was given
  std::vector<Reason> reasons;
  friend bool operator==(Idea const&, Idea const&) = default;
};

struct Ideas {
  std::vector<Idea> ideas;          // at most ideas_at_a_time
  std::size_t left_out = 0;         // would have fitted, but known to fail what the person must have
  std::optional<std::size_t> next;  // ask again with this `after`; absent: there are no more
  friend bool operator==(Ideas const&, Ideas const&) = default;
};

// Whether this counts for it: the person said something, and it is no journey to what is had from home
// (ID29).
bool is_asked_of(ServiceColumns const&, std::size_t row, Suits const&, Aspect);

// `after`: how many were shown already (at most ideas_after_max).
Ideas match(ServiceColumns const&, Preferences const&, Day today, std::size_t after = 0);

}  // namespace kith::ideas
