#include "core/ideas/match.hpp"

#include <algorithm>

#include "core/ideas/best.hpp"
#include "core/ideas/reasons.hpp"
#include "core/sort_by.hpp"

namespace kith::ideas {
namespace {

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
  // `room`: how many of the first are wanted.
  Pass(ServiceColumns const& columns, Preferences const& preferences, Day today, std::size_t room)
      : columns_(columns),
        preferences_(preferences),
        today_(today),
        wishes_(preferences),
        ever_(ever_switched_on()),
        best_(wishes_.open_minded ? count_of<SubCategory> + 1 : 1, Best(room)) {
    draw_box(far_points_max);
    for (auto const service : preferences.not_again) not_again_.push_back(service);
    sort_by(not_again_, std::identity());
    for (auto const& company : preferences.company) company_.push_back(company.service);
    sort_by(company_, std::identity());
    for (auto const aspect : all<Aspect>()) {
      if (preferences.suits.says(aspect)) said_.push_back(aspect);
    }
  }

  void look();
  std::vector<Standing> first() const;
  std::size_t left_out() const { return left_out_; }

 private:
  void look_at(std::size_t from, std::size_t until);
  Best& best_of(std::size_t row);
  void look_along(std::size_t band);
  void look_between(std::size_t band, std::int64_t west, std::int64_t east);
  void draw_box(std::int32_t points_lost_max);
  void narrow_box();
  std::int32_t points(SubCategorySet about, bool with_company) const;
  std::int32_t points_max() const;
  bool in_box(std::size_t row) const;
  bool is_open_to_age(std::size_t row) const;
  bool is_wanted(std::size_t row, bool with_company) const;
  std::int32_t overdue_days(std::size_t row) const;
  AccessNeedSet known(std::size_t row) const;
  AccessNeedSet met(std::size_t row) const;
  std::optional<Standing> standing(std::size_t row);
  bool place(std::size_t row, Standing& standing) const;
  bool suit(std::size_t row, Standing& standing) const;

  ServiceColumns const& columns_;
  Preferences const& preferences_;
  Day today_;
  Wishes wishes_;
  SubCategorySet ever_;
  std::int32_t lat_span_ = 0, lon_span_ = 0;
  std::vector<ServiceId> not_again_, company_;
  std::vector<Aspect> said_;  // what the person said would suit them
  std::size_t left_out_ = 0;
  std::vector<Best> best_;  // one; or, to take turns, one for each kind
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

std::int32_t Pass::points(SubCategorySet about, bool with_company) const {
  auto const wished = about.meets(wishes_.yes) ? 20 : about.meets(wishes_.maybe) ? 10 : 0;
  return wished + (about.meets(preferences_.wanted_back) ? 3 : 0) + (with_company ? 2 : 0);
}

// No service has more than this for this person: it is what one would get that met every wish.
std::int32_t Pass::points_max() const {
  SubCategorySet const every_wish{wishes_.yes.bits | wishes_.maybe.bits | preferences_.wanted_back.bits};
  return points(every_wish, !company_.empty()) + static_cast<std::int32_t>(said_.size());
}

// One point for each that suits (rule ID29); false: one that must is known not to (rule ID30).
bool Pass::suit(std::size_t row, Standing& standing) const {
  auto const& suits = preferences_.suits;
  for (auto const aspect : said_) {
    if (!is_asked_of(columns_, row, suits, aspect)) continue;
    auto const known = suits_in(aspect, suits, columns_.like[row]);
    if (known == Known::no && suits.must.has(aspect)) return false;
    if (known == Known::yes) ++standing.score;
  }
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
  found.score = points(about, with_company);
  if (!place(row, found)) return std::nullopt;

  auto const good = met(row), said = known(row);
  if ((preferences_.essential.bits & said.bits & ~good.bits) != 0 || !suit(row, found)) {
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

void Pass::look_at(std::size_t from, std::size_t until) {
  for (auto row = from; row < until; ++row) {
    if (auto const found = standing(row)) best_of(row).offer(*found);
  }
}

Best& Pass::best_of(std::size_t row) {
  if (best_.size() == 1) return best_[0];
  auto const kind = SubCategorySet{columns_.sub_categories[row]}.first();
  return best_[kind ? static_cast<std::size_t>(*kind) : count_of<SubCategory>];
}

// What could still lose so many points and matter lies in this box.
void Pass::draw_box(std::int32_t points_lost_max) {
  auto const far_m = preferences_.way_m() + points_lost_max * penalty_every_m;
  lat_span_ = lat_span_udeg(far_m);
  lon_span_ = lon_span_udeg(far_m, preferences_.here.lat_udeg);
}

// Once enough are kept, nothing from so far away that it must score less can take a place. But who asks for
// something essential is told how many were left out, near and far.
void Pass::narrow_box() {
  bool const counts_left_out = !preferences_.essential.empty() || !preferences_.suits.must.empty();
  if (best_.size() > 1 || !best_[0].full() || counts_left_out) return;
  draw_box(std::clamp(points_max() - best_[0].worst().score + 1, 0, far_points_max));
}

void Pass::look_between(std::size_t band, std::int64_t west, std::int64_t east) {
  auto const begin = columns_.point.begin();
  auto const ends = begin + columns_.bands[band + 1];
  auto const from = std::lower_bound(begin + columns_.bands[band], ends, west,
                                     [](Point const& at, std::int64_t lon) { return at.lon_udeg < lon; });
  auto const until =
      std::upper_bound(from, ends, east, [](std::int64_t lon, Point const& at) { return lon < at.lon_udeg; });
  look_at(static_cast<std::size_t>(from - begin), static_cast<std::size_t>(until - begin));
}

// The rows of one band within the box, which may reach over the line where east meets west.
void Pass::look_along(std::size_t band) {
  constexpr std::int64_t half = lon_udeg_max, whole = 2 * half;
  if (lon_span_ >= half) return look_between(band, -half, half);
  auto const west = std::int64_t{preferences_.here.lon_udeg} - lon_span_, east = west + 2 * lon_span_;
  look_between(band, west, east);
  if (west < -half) look_between(band, west + whole, half);
  if (east > half) look_between(band, -half, east - whole);
}

void Pass::look() {
  if (preferences_.near == NearKind::none) return look_at(0, columns_.size());
  look_at(0, columns_.unboxed);
  if (preferences_.near == NearKind::from_home) return;
  auto const lat = preferences_.here.lat_udeg;
  auto const here = band_of(lat);
  for (std::size_t away = 0; away < bands_all; ++away) {  // the nearest first
    narrow_box();
    if (here + away > band_of(lat + lat_span_) && here < band_of(lat - lat_span_) + away) return;
    if (here + away < bands_all) look_along(here + away);
    if (away != 0 && away <= here) look_along(here - away);
  }
}

// Rule ID15: with nothing to go by, one of each kind before a second of any.
std::vector<Standing> Pass::first() const {
  std::vector<Standing> found;
  for (auto const& best : best_) {
    auto kept = best.in_their_order();
    if (best_.size() > 1) {
      for (std::uint32_t turn = 0; auto& one : kept) one.turn = turn++;
    }
    found.insert(found.end(), kept.begin(), kept.end());
  }
  sort_by(found, &Standing::place);
  return found;
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

bool is_asked_of(ServiceColumns const& columns, std::size_t row, Suits const& suits, Aspect aspect) {
  return suits.says(aspect) && !(aspect == Aspect::going && is_from_anywhere(columns.reach[row]));
}

Ideas match(ServiceColumns const& columns, Preferences const& preferences, Day today, std::size_t after) {
  auto const from_max = std::min(after, ideas_after_max);
  Pass pass(columns, preferences, today, from_max + ideas_at_a_time + 1);  // one more: are there others?
  pass.look();
  auto const found = pass.first();
  auto const from = std::min(from_max, found.size());
  auto const until = std::min(from + ideas_at_a_time, found.size());

  Ideas answer;
  answer.left_out = pass.left_out();
  for (auto n = from; n < until; ++n) answer.ideas.push_back(idea_of(columns, preferences, found[n]));
  if (until < found.size() && until <= ideas_after_max) answer.next = until;
  return answer;
}

}  // namespace kith::ideas
