#include "core/view/preferences.hpp"

namespace kith {

ideas::Preferences preferences_of(Record const& shown) {
  ideas::Preferences wanted;
  for (auto const& entry : shown.preferences) wanted.set(entry.first, entry.second.answer);
  for (auto const& entry : shown.enjoyed) {
    auto const& row = entry.second;
    if (row.want_back && !row.put_away && row.sub_category)
      wanted.wanted_back = wanted.wanted_back.with(*row.sub_category);
  }
  for (auto const& entry : shown.access) {
    auto& needs = entry.second.level == ideas::NeedLevel::essential ? wanted.essential : wanted.preferred;
    needs = needs.with(entry.first);
  }
  for (auto const& entry : shown.near) {
    auto const& near = entry.second.near;
    wanted.near = near.kind;
    if (near.lat_udeg && near.lon_udeg) wanted.here = {*near.lat_udeg, *near.lon_udeg};
    if (near.how_far_m) wanted.how_far_m = *near.how_far_m;
    if (near.age) wanted.age = static_cast<std::uint8_t>(*near.age);
  }
  for (auto const& entry : shown.suits) wanted.suits = entry.second.suits;
  for (auto const& entry : shown.ideas) {
    auto const& idea = entry.second;
    if (!idea.service) continue;
    wanted.not_again.push_back(*idea.service);
    auto const* company = find(shown.company, RowKey{key_of(IdeaRow::kind, text_of(idea.idea))});
    auto const* tie = company ? find(shown.ties, company->tie) : nullptr;
    if (tie) wanted.company.push_back({*idea.service, tie->details.name.text});
  }
  return wanted;
}

}  // namespace kith
