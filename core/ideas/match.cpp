#include "core/ideas/match.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/ideas/reasons.hpp"
#include "core/sort_by.hpp"

namespace kith::ideas {
namespace {

// Everything about one service that decides its place, in that order (rule ID10).
struct Standing {
  std::uint32_t turn = 0;  // only when nothing was answered: how many of its kind come before it (rule ID15)
  std::int32_t score = 0;
  AccessRank access = AccessRank::all_known_good;
  std::int32_t overdue_days = 0;
  std::int32_t distance_m = distance_m_max;
  std::uint32_t name_order = 0;
  std::uint32_t row = 0;

  auto place() const { return std::tuple(turn, -score, access, overdue_days, distance_m, name_order); }
};
bool in_order(Standing const& a, Standing const& b) { return a.place() < b.place(); }

// What the person's answers mean for one bit set, worked out once.
struct Wishes {
  SubCategorySet yes, maybe, refused;  // refused: every theme that switches it on was answered no
  bool open_minded = true;             // nothing wished for at all

  explicit Wishes(Preferences const& preferences) {
    SubCategorySet no, open;
    for (auto const theme : all<Theme>()) {
      auto const answer = preferences.answer(theme);
      auto& set = !answer ? open : *answer == Answer::yes ? yes : *answer == Answer::maybe ? maybe : no;
      set = set.with(switched_on_by(theme));
    }
    refused.bits = no.bits & ~(open.bits | yes.bits | maybe.bits);
    open_minded = yes.empty() && maybe.empty() && preferences.wanted_back.empty();
  }
};

SubCategorySet ever_switched_on() {
  SubCategorySet set;
  for (auto const theme : all<Theme>()) set = set.with(switched_on_by(theme));
  return set;
}

// One pass over the columns for one person. The cheap tests come first: most rows end at the box.
class Pass {
 public:
  Pass(ServiceColumns const& columns, Preferences const& preferences, Day today)
      : columns_(columns),
        preferences_(preferences),
        today_(today),
        wishes_(preferences),
        ever_(ever_switched_on()) {
    auto const far_m = preferences.way_m() + far_points_max * penalty_every_m;
    lat_span_ = lat_span_udeg(far_m);
    lon_span_ = lon_span_udeg(far_m, preferences.here.lat_udeg);
    for (auto const service : preferences.not_again) not_again_.push_back(service);
    sort_by(not_again_, std::identity());
    for (auto const& company : preferences.company) company_.push_back(company.service);
    sort_by(company_, std::identity());
  }

  std::vector<Standing> standings();
  std::size_t left_out() const { return left_out_; }
  bool open_minded() const { return wishes_.open_minded; }

 private:
  bool in_box(std::size_t row) const;
  bool is_open_to_age(std::size_t row) const;
  bool is_wanted(std::size_t row, bool with_company) const;
  std::int32_t overdue_days(std::size_t row) const;
  AccessNeedSet known(std::size_t row) const;
  AccessNeedSet met(std::size_t row) const;
  std::optional<Standing> standing(std::size_t row);
  bool place(std::size_t row, Standing& standing) const;

  ServiceColumns const& columns_;
  Preferences const& preferences_;
  Day today_;
  Wishes wishes_;
  SubCategorySet ever_;
  std::int32_t lat_span_ = 0, lon_span_ = 0;
  std::vector<ServiceId> not_again_, company_;
  std::size_t left_out_ = 0;
};

bool Pass::in_box(std::size_t row) const {
  if (preferences_.near == NearKind::none || is_from_anywhere(columns_.reach[row])) return true;
  if (!columns_.placed[row]) return columns_.own[row];                     // rule ID16
  if (preferences_.near == NearKind::from_home) return columns_.own[row];  // rule ID28
  if (columns_.radius_m[row] != 0) return true;                            // measured exactly by place()
  auto const at = columns_.point[row];
  auto const up = std::int64_t{at.lat_udeg} - preferences_.here.lat_udeg;
  if (up > lat_span_ || up < -lat_span_) return false;
  auto along = std::int64_t{at.lon_udeg} - preferences_.here.lon_udeg;
  along = along < 0 ? -along : along;
  return std::min(along, 2 * std::int64_t{lon_udeg_max} - along) <= lon_span_;
}

bool Pass::is_open_to_age(std::size_t row) const {
  return !preferences_.age ||
         (*preferences_.age >= columns_.age_min[row] && *preferences_.age <= columns_.age_max[row]);
}

// Rule ID14: refused themes leave out; a thing wanted back or with company is wanted all the same.
bool Pass::is_wanted(std::size_t row, bool with_company) const {
  SubCategorySet const about{columns_.sub_categories[row]};
  if (with_company || about.meets(preferences_.wanted_back)) return true;
  if (about.empty()) return columns_.own[row];
  return (about.bits & ever_.bits & ~wishes_.refused.bits) != 0;
}

std::int32_t Pass::overdue_days(std::size_t row) const {
  return columns_.own[row] ? 0 : std::max(0, today_.count() - columns_.next_check_day[row]);
}

AccessNeedSet Pass::known(std::size_t row) const {
  auto const home = is_from_anywhere(columns_.reach[row]) ? needs_of_a_building.bits : 0;
  return {static_cast<std::uint16_t>(columns_.access_known[row] | home)};
}
AccessNeedSet Pass::met(std::size_t row) const {
  auto const home = is_from_anywhere(columns_.reach[row]) ? needs_of_a_building.bits : 0;
  return {static_cast<std::uint16_t>(columns_.access_met[row] | home)};
}

// The distance and what it costs in points (rule ID8); false: too far to be near anybody.
bool Pass::place(std::size_t row, Standing& standing) const {
  if (!is_a_place(preferences_.near)) return true;
  if (is_from_anywhere(columns_.reach[row])) {
    standing.distance_m = preferences_.way_m() / 2;  // rule ID11: among the near ones, neither first nor last
    return true;
  }
  if (!columns_.placed[row]) return true;
  auto way_m = std::max(0, distance_m(preferences_.here, columns_.point[row]) - columns_.radius_m[row]);
  auto const beyond_m = std::max(0, way_m - preferences_.way_m());
  auto const points = beyond_m / penalty_every_m;
  if (points >= far_points_max) return false;
  if (preferences_.near == NearKind::area && beyond_m == 0) way_m = 0;
  standing.distance_m = way_m;
  standing.score -= points;
  return true;
}

std::optional<Standing> Pass::standing(std::size_t row) {
  if (!in_box(row) || !is_open_to_age(row)) return std::nullopt;
  auto const id = columns_.id[row];
  bool const with_company = std::binary_search(company_.begin(), company_.end(), id);
  if (!is_wanted(row, with_company)) return std::nullopt;
  if (std::binary_search(not_again_.begin(), not_again_.end(), id)) return std::nullopt;
  Standing found;
  found.overdue_days = overdue_days(row);
  if (found.overdue_days > stale_after_days) return std::nullopt;

  SubCategorySet const about{columns_.sub_categories[row]};
  found.score = about.meets(wishes_.yes) ? 20 : about.meets(wishes_.maybe) ? 10 : 0;
  if (about.meets(preferences_.wanted_back)) found.score += 3;
  if (with_company) found.score += 2;
  if (!place(row, found)) return std::nullopt;

  auto const good = met(row), said = known(row);
  if ((preferences_.essential.bits & said.bits & ~good.bits) != 0) {
    ++left_out_;
    return std::nullopt;
  }
  found.access = (preferences_.essential.bits & ~said.bits) != 0   ? AccessRank::essential_unknown
                 : (preferences_.preferred.bits & ~good.bits) != 0 ? AccessRank::preferred_open
                                                                   : AccessRank::all_known_good;
  found.name_order = columns_.name_order[row];
  found.row = static_cast<std::uint32_t>(row);
  return found;
}

std::vector<Standing> Pass::standings() {
  std::vector<Standing> found;
  bool const boxed = preferences_.near != NearKind::none;
  auto const lat = preferences_.here.lat_udeg;
  auto const lat_span = lat_span_;
  auto const* at = columns_.point.data();
  auto const* unboxed = columns_.unboxed.data();
  for (std::size_t row = 0, rows = columns_.size(); row < rows; ++row) {
    auto const up = std::int64_t{at[row].lat_udeg} - lat;
    if (boxed && (up > lat_span || up < -lat_span) && !unboxed[row]) continue;
    if (auto one = standing(row)) found.push_back(*one);
  }
  return found;
}

// Rule ID15: with nothing to go by, one of each kind before a second of any.
void take_turns(ServiceColumns const& columns, std::vector<Standing>& found) {
  sort_by(found, &Standing::place);
  std::array<std::uint32_t, count_of<SubCategory> + 1> seen{};
  for (auto& one : found) {
    auto const first = SubCategorySet{columns.sub_categories[one.row]}.first();
    one.turn = seen[first ? static_cast<std::size_t>(*first) : count_of<SubCategory>]++;
  }
}

Idea idea_of(ServiceColumns const& columns, Preferences const& preferences, Standing const& standing) {
  Idea idea;
  idea.service = columns.id[standing.row];
  idea.row = standing.row;
  idea.score = standing.score;
  idea.access = standing.access;
  idea.overdue_days = standing.overdue_days;
  bool const measured = preferences.near == NearKind::point && columns.placed[standing.row] &&
                        !is_from_anywhere(columns.reach[standing.row]);
  if (measured) idea.distance_m = standing.distance_m;
  AccessNeedSet const home =
      is_from_anywhere(columns.reach[standing.row]) ? needs_of_a_building : AccessNeedSet{};
  idea.ask_first.bits = static_cast<std::uint16_t>(preferences.essential.bits &
                                                   ~(columns.access_known[standing.row] | home.bits));
  idea.reasons = reasons_for(columns, preferences, idea);
  return idea;
}

}  // namespace

Ideas match(ServiceColumns const& columns, Preferences const& preferences, Day today, std::size_t after) {
  Pass pass(columns, preferences, today);
  auto found = pass.standings();
  if (pass.open_minded()) take_turns(columns, found);
  auto const from = std::min({after, ideas_after_max, found.size()});
  auto const until = std::min(from + ideas_at_a_time, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(until), found.end(), in_order);

  Ideas answer;
  answer.left_out = pass.left_out();
  for (auto n = from; n < until; ++n) answer.ideas.push_back(idea_of(columns, preferences, found[n]));
  if (until < found.size() && until <= ideas_after_max) answer.next = until;
  return answer;
}

}  // namespace kith::ideas
