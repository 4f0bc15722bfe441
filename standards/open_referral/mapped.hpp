// One row of a table (or one feature of a map) with a mapping becomes one service. Rules DI8, DI9, DI12-DI16,
// DI37.
#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standards/open_referral/mapping.hpp"
#include "standards/open_referral/reading.hpp"

namespace kith::open_referral {

// The cell of a column; "" when the row has none. Valid as long as the row.
using Cell = std::function<std::string_view(std::string_view column)>;

// Rows that the feed gives no id wait until all are read: whether a name and a place are one service's is
// seen only then (rule DI37).
class MappedRows {
 public:
  explicit MappedRows(Reading& reading) : reading_(reading) {}

  // Coordinates given beside the columns (a map's geometry) win over latitude and longitude columns.
  void read(Cell const&, std::optional<ideas::Point> at, Mapping const&, ideas::LedgerRow);
  void finish();  // hands those that wait to the reading, in their order

 private:
  struct Waiting {
    ideas::Service service;
    std::string id;
    std::vector<ideas::LedgerRow> rows;
  };
  using Group = std::vector<std::size_t>;

  bool put_sessions_together(Group const&);
  Reading& reading_;
  std::deque<Waiting> waiting_;
};

}  // namespace kith::open_referral
