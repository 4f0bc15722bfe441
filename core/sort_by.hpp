// Sorts a list by a key of its items, the smallest first; equals stay in the order they were in.
//
// One routine over positions serves every type of item: std::stable_sort for each was a tenth of the browser
// module. At most n log n comparisons, one move of each item, and memory for a second list. Lists of up to
// 2^32 items.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

namespace kith {

// Whether the item at one position comes before the item at another, in the list that `list` points to.
using ComesBefore = bool (*)(void const* list, std::uint32_t one, std::uint32_t other);
std::vector<std::uint32_t> sorted_positions(std::size_t count, ComesBefore comes_before, void const* list);

// `key` is a member or a function of an item, or of what the item points to: sort_by(rows,
// &StepRow::placed_on).
template <class T, class Key>
void sort_by(std::vector<T>& items, Key const& key) {
  struct Keyed {
    T const* items;
    Key const& key;
  } const list{items.data(), key};
  auto const comes_before = [](void const* at, std::uint32_t one, std::uint32_t other) -> bool {
    auto const& keyed = *static_cast<Keyed const*>(at);
    return std::invoke(keyed.key, keyed.items[one]) < std::invoke(keyed.key, keyed.items[other]);
  };
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (auto const position : sorted_positions(items.size(), comes_before, &list))
    sorted.push_back(std::move(items[position]));
  items.swap(sorted);
}

}  // namespace kith
