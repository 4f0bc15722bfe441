#include "core/collections/collection.hpp"

#include <algorithm>

namespace kith {

std::optional<Refusal> refused(Name const& name, std::vector<CollectionLine> const& lines) {
  if (!says_something(name.text) || lines.size() > collection_lines_max) return refuse("CO1");
  for (auto const& line : lines) {
    if (std::ranges::count(lines, line.service, &CollectionLine::service) > 1) return refuse("CO1");
  }
  return std::nullopt;
}

std::optional<Refusal> put(Collections& all, Collection one) {
  if (auto refusal = refused(one.name, one.lines)) return refusal;
  auto const there = std::ranges::find(all.list, one.id, &Collection::id);
  if (there != all.list.end()) {
    *there = std::move(one);
  } else {
    if (all.list.size() >= collections_per_account_max) return refuse("CO2");
    all.list.push_back(std::move(one));
  }
  return std::nullopt;
}

}  // namespace kith
