// One row of a table (or one feature of a map) with a mapping becomes one service. Rules DI8, DI9, DI12-DI16.
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "standards/open_referral/mapping.hpp"
#include "standards/open_referral/reading.hpp"

namespace kith::open_referral {

// The cell of a column; "" when the row has none. Valid as long as the row.
using Cell = std::function<std::string_view(std::string_view column)>;

// Coordinates given beside the columns (a map's geometry) win over latitude and longitude columns.
void read_mapped_row(Cell const&, std::optional<ideas::Point> at, Mapping const&, Reading&, ideas::LedgerRow);

}  // namespace kith::open_referral
