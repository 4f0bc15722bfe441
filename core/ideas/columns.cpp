#include <algorithm>
#include <numeric>

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
  row.age_min = service.age_min;
  row.age_max = service.age_max;
  row.reach = service.reach;
  row.own = origin == Origin::own_find;
  row.name = service.name;
  unfinished_.push_back(std::move(row));
}

void ServiceColumns::finish() {
  auto& rows = unfinished_;
  sort_by(rows, &Row::id);
  rows.erase(std::unique(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.id == b.id; }),
             rows.end());
  std::vector<std::uint32_t> by_name(rows.size());
  std::iota(by_name.begin(), by_name.end(), 0u);
  sort_by(by_name, [&](auto row) -> std::string const& { return rows[row].name; });
  name_order.resize(rows.size());
  for (std::uint32_t n = 0; n < by_name.size(); ++n) name_order[by_name[n]] = n;

  for (auto const& row : rows) {
    id.push_back(row.id);
    point.push_back(row.point);
    radius_m.push_back(row.radius_m);
    next_check_day.push_back(row.next_check_day);
    sub_categories.push_back(row.sub_categories);
    access_known.push_back(row.access_known);
    access_met.push_back(row.access_met);
    age_min.push_back(row.age_min);
    age_max.push_back(row.age_max);
    reach.push_back(row.reach);
    placed.push_back(row.placed);
    own.push_back(row.own);
    unboxed.push_back(is_from_anywhere(row.reach) || row.radius_m != 0 || (!row.placed && row.own));
  }
  rows.clear();
  rows.shrink_to_fit();
}

}  // namespace kith::ideas
