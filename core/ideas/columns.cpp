#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/ideas/match.hpp"
#include "core/sort_by.hpp"

namespace kith::ideas {

void ServiceColumns::add(Service const& service, Origin origin) {
  if (!service.is_shown()) return;
  Row row;
  row.id = service.id;
  row.placed = service.point.has_value();
  row.point = service.point.value_or(Point{});
  row.radius_m = service.reach == Reach::area ? std::clamp(service.radius_m, 0, reach_radius_m_max) : 0;
  row.next_check_day = service.next_check.count();
  row.sub_categories = service.sub_categories.bits;
  row.access_known = service.access.known.bits;
  row.access_met = static_cast<std::uint16_t>(service.access.met.bits & service.access.known.bits);
  row.like = {service.cost, service.group, service.access.of(AccessNeed::companion_welcome),
              service.come_alone, open_parts(read_opening_times(service.opening))};
  row.age_min = service.age_min;
  row.age_max = service.age_max;
  row.reach = service.reach;
  row.own = origin == Origin::own_find;
  row.name = service.name;
  unfinished_.push_back(std::move(row));
}

namespace {

enum class Group : std::uint8_t { unboxed, placed, nowhere };

Group group_of(ServiceColumns::Row const& row) {
  if (is_from_anywhere(row.reach) || row.radius_m != 0 || (!row.placed && row.own)) return Group::unboxed;
  return row.placed ? Group::placed : Group::nowhere;
}
auto place_of(ServiceColumns::Row const& row) {
  return std::tuple(group_of(row), band_of(row.point.lat_udeg), row.point.lon_udeg, row.id);
}

}  // namespace

void ServiceColumns::finish() {
  auto& rows = unfinished_;
  sort_by(rows, &Row::id);
  rows.erase(std::unique(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.id == b.id; }),
             rows.end());
  std::vector<std::uint32_t> by_name(rows.size());
  std::iota(by_name.begin(), by_name.end(), 0u);
  sort_by(by_name, [&](auto row) -> std::string const& { return rows[row].name; });
  for (std::uint32_t n = 0; n < by_name.size(); ++n) rows[by_name[n]].name_order = n;
  sort_by(rows, place_of);

  bands.assign(bands_all + 1, 0);
  for (auto const& row : rows) {
    id.push_back(row.id);
    point.push_back(row.point);
    radius_m.push_back(row.radius_m);
    next_check_day.push_back(row.next_check_day);
    sub_categories.push_back(row.sub_categories);
    access_known.push_back(row.access_known);
    access_met.push_back(row.access_met);
    like.push_back(row.like);
    age_min.push_back(row.age_min);
    age_max.push_back(row.age_max);
    reach.push_back(row.reach);
    placed.push_back(row.placed);
    own.push_back(row.own);
    name_order.push_back(row.name_order);
    auto const group = group_of(row);
    unboxed += group == Group::unboxed;
    if (group == Group::placed) ++bands[band_of(row.point.lat_udeg) + 1];
  }
  bands[0] = static_cast<std::uint32_t>(unboxed);
  std::partial_sum(bands.begin(), bands.end(), bands.begin());
  rows.clear();
  rows.shrink_to_fit();
}

}  // namespace kith::ideas
