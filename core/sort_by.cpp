#include "core/sort_by.hpp"

#include <algorithm>
#include <numeric>

namespace kith {

// Merges runs of one, then of two, then of four: the order of equals never changes.
std::vector<std::uint32_t> sorted_positions(std::size_t count, ComesBefore comes_before, void const* list) {
  std::vector<std::uint32_t> sorted(count), merged(count);
  std::iota(sorted.begin(), sorted.end(), 0u);
  auto const in_order = [&](auto one, auto other) { return comes_before(list, one, other); };
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t from = 0; from < count; from += 2 * run) {
      auto const* begin = sorted.data() + from;
      auto const* middle = sorted.data() + std::min(from + run, count);
      auto const* end = sorted.data() + std::min(from + 2 * run, count);
      std::merge(begin, middle, middle, end, merged.data() + from, in_order);
    }
    sorted.swap(merged);
  }
  return sorted;
}

}  // namespace kith
