#include "standards/open_referral/csv_table.hpp"

#include <algorithm>

namespace kith::open_referral {
namespace {

constexpr std::size_t filled_cells_min = 2;  // one cell alone is a remark under the table

std::string tidy(std::string_view header) {
  while (!header.empty() && static_cast<unsigned char>(header.front()) <= ' ') header.remove_prefix(1);
  while (!header.empty() && static_cast<unsigned char>(header.back()) <= ' ') header.remove_suffix(1);
  return std::string(header);
}

struct Wrong {
  std::string_view rule, why;
};
Wrong wrong_with(CsvFault fault) {
  switch (fault) {
    case CsvFault::open_quote:
      return {"DI5", "a quotation mark opens and never closes"};
    case CsvFault::cell_too_long:
      return {"DI6", "a cell is longer than 64 kB"};
    case CsvFault::row_too_long:
      return {"DI6", "the row is longer than 1 MB"};
    case CsvFault::too_many_cells:
      return {"DI4", "has more cells than the first line has columns"};
    case CsvFault::none:
      break;
  }
  return {};
}

std::string_view how_repaired(CsvNote note) {
  switch (note) {
    case CsvNote::stray_quote:
      return "a quotation mark in an odd place was kept as text";
    case CsvNote::windows_1252:
      return "was not UTF-8; read as Windows-1252";
    case CsvNote::utf_16:
      return "the file was UTF-16";
  }
  return {};
}

}  // namespace

CsvTable::CsvTable(std::string_view bytes) : reader_(bytes) {
  auto header = reader_.next();
  if (!header || header->fault != CsvFault::none) return;
  for (auto const& name : header->cells) columns_.push_back(tidy(name));
  while (!columns_.empty() && columns_.back().empty()) columns_.pop_back();
  for (std::size_t n = 0; n < columns_.size(); ++n) index_.emplace(columns_[n], n);
}

std::optional<std::size_t> CsvTable::index_of(std::string_view column) const {
  auto const found = index_.find(column);
  return found == index_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TableCells> CsvTable::next(ideas::ImportLedger& ledger, std::uint32_t file) {
  auto read = reader_.next();
  too_many_ = reader_.gave_up() || (read && ledger.is_full());
  if (!read || too_many_) return std::nullopt;
  TableCells made;
  made.row = ledger.add_row(file, ++count_);
  auto wrong = wrong_with(read->fault);
  auto& cells = read->cells;
  while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();  // a trailing comma
  if (wrong.rule.empty() && cells.size() > columns_.size()) wrong = wrong_with(CsvFault::too_many_cells);
  bool const filled = fills_ && wrong.rule.empty() && !read->at_end && cells.size() < columns_.size() &&
                      cells.size() >= filled_cells_min;
  if (filled) {
    cells.resize(columns_.size());
    ledger.repair(made.row, "", "ends early; the cells it does not have are empty");
  }
  if (wrong.rule.empty() && cells.size() < columns_.size()) {
    wrong = {"DI3", read->at_end ? "half a row: the file ends in it"
                                 : "half a row: has fewer cells than the first line has columns"};
  }
  if (!wrong.rule.empty()) {
    ledger.reject(made.row, wrong.rule, wrong.why);
    return made;
  }
  for (auto const note : read->notes) ledger.repair(made.row, "", how_repaired(note));
  made.usable = true;
  made.cells = std::move(cells);
  return made;
}

}  // namespace kith::open_referral
