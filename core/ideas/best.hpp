// The order of ideas, and a list that keeps only the first of many: rules ID10 and ID15. Used by matching
// alone.
//
// A look at a hundred thousand services never holds more of them than will be shown. Values; not shared.
#pragma once
#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "core/ideas/match.hpp"
#include "core/sort_by.hpp"

namespace kith::ideas {

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
inline bool in_order(Standing const& a, Standing const& b) { return a.place() < b.place(); }

// The first of all that were offered, at most as many as it has room for. The worst of them is on top.
class Best {
 public:
  explicit Best(std::size_t room) : room_(room) {}

  void offer(Standing const& one) {
    if (full()) {
      if (!in_order(one, kept_.front())) return;
      std::pop_heap(kept_.begin(), kept_.end(), in_order);
      kept_.pop_back();
    }
    kept_.push_back(one);
    std::push_heap(kept_.begin(), kept_.end(), in_order);
  }
  bool full() const { return kept_.size() == room_; }
  Standing const& worst() const { return kept_.front(); }
  std::vector<Standing> in_their_order() const {
    auto sorted = kept_;
    sort_by(sorted, &Standing::place);
    return sorted;
  }

 private:
  std::size_t room_;
  std::vector<Standing> kept_;
};

}  // namespace kith::ideas
