#include "app/records/change.hpp"

#include <algorithm>

#include "wire/fields.hpp"

namespace kith::app {
namespace {

// Calls f(one table, the same table of the other).
template <class One, class Other, class F>
void each_two(One& one, Other& other, F&& f) {
  std::vector<void*> tables;
  each_table(one,
             [&](auto& table) { tables.push_back(const_cast<void*>(static_cast<void const*>(&table))); });
  auto next = tables.begin();
  each_table(other, [&](auto& table) {
    using TableType = std::remove_cvref_t<decltype(table)>;
    using There = std::conditional_t<std::is_const_v<One>, TableType const, TableType>;
    f(*static_cast<There*>(*next++), table);
  });
}

template <class Row>
std::string text_of_row(Row const& row) {
  return wire::write_json(wire::encode(row));
}

bool same_keys(Record const& one, Record const& other) {
  bool same = true;
  each_two(one, other, [&](auto const& here, auto const& there) {
    same = same && std::ranges::equal(
                       here, there, {}, [](auto const& entry) { return entry.first; },
                       [](auto const& entry) { return entry.first; });
  });
  return same;
}

bool shows_any(Record const& shown, Record const& rows) {
  bool any = false;
  each_two(shown, rows, [&](auto const& here, auto const& looked_for) {
    any =
        any || std::ranges::any_of(looked_for, [&](auto const& entry) { return here.contains(entry.first); });
  });
  return any;
}

}  // namespace

Change::Change(Folded const* before, Folded const& after) : before_(before), after_(after) {
  if (!before) return;
  each_two(changed_, after.record, [&](auto& changed, auto const& now) {
    each_table(before->record, [&](auto const& then) {
      if constexpr (std::is_same_v<decltype(then), decltype(now)>) {
        for (auto const& [id, row] : now) {
          auto const was = then.find(id);
          if (was == then.end() || text_of_row(was->second) != text_of_row(row)) changed.emplace(id, row);
        }
        for (auto const& [id, row] : then)
          if (!now.contains(id)) changed.emplace(id, row);
      }
    });
  });
}

bool Change::concerns(Reader const& reader, Instant now) const {
  auto const is = sight_of(after_.record, reader, now);
  if (!before_) return is.any();
  auto const was = sight_of(before_->record, reader, now);
  if (was != is) return true;
  if (!is.any()) return false;
  auto const shown_then = restrict(before_->record, was), shown_now = restrict(after_.record, is);
  return !same_keys(shown_then, shown_now) || shows_any(shown_now, changed_);
}

}  // namespace kith::app
