#include "core/sort_by.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace kith {
namespace {

struct Item {
  int key = 0;
  std::size_t came = 0;
  friend bool operator==(Item const&, Item const&) = default;
};

TEST(SortBy, the_order_is_that_of_a_stable_sort_for_any_length) {
  std::mt19937 dice(4711);
  for (std::size_t length = 0; length < 70; ++length) {
    std::vector<Item> items;
    for (std::size_t n = 0; n < length; ++n) items.push_back({static_cast<int>(dice() % 7), n});
    auto expected = items;
    std::stable_sort(expected.begin(), expected.end(), [](auto& a, auto& b) { return a.key < b.key; });
    sort_by(items, &Item::key);
    EXPECT_EQ(items, expected) << length << " items";
  }
}

TEST(SortBy, items_that_only_move_and_what_is_pointed_to_can_be_sorted) {
  std::vector<std::unique_ptr<std::string>> owned;
  for (auto const* word : {"ties", "links", "maps"}) owned.push_back(std::make_unique<std::string>(word));
  sort_by(owned, [](auto const& word) -> std::string const& { return *word; });
  EXPECT_EQ(*owned[0] + *owned[1] + *owned[2], "linksmapsties");

  Item const late{3, 0}, early{1, 0};
  std::vector<Item const*> lent = {&late, &early};
  sort_by(lent, &Item::key);
  EXPECT_EQ(lent, (std::vector{&early, &late}));
}

}  // namespace
}  // namespace kith
