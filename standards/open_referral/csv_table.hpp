// A CSV file with a header, row by row, with every fault and repair written into the ledger. Rules DI3-DI6,
// DI10, DI17.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/import_ledger.hpp"
#include "standards/open_referral/csv.hpp"

namespace kith::open_referral {

struct TableCells {
  ideas::LedgerRow row = 0;
  bool usable = false;             // false: rejected, and the ledger says why
  std::vector<std::string> cells;  // one for each column
};

class CsvTable {
 public:
  explicit CsvTable(std::string_view bytes);

  std::vector<std::string> const& columns() const { return columns_; }
  bool has(std::string_view column) const { return index_.contains(column); }
  std::optional<std::size_t> index_of(std::string_view column) const;

  // For lists that people keep in a spreadsheet, which leaves out empty cells at the end of a row: a whole
  // line of two cells or more is filled up (rule DI35).
  void fill_short_rows() { fills_ = true; }

  std::optional<TableCells> next(ideas::ImportLedger&, std::uint32_t file);
  bool too_many() const { return too_many_; }  // rows, or broken quotes: the rest was not read

 private:
  CsvReader reader_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::uint32_t count_ = 0;
  bool too_many_ = false, fills_ = false;
};

}  // namespace kith::open_referral
