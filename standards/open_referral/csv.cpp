#include "standards/open_referral/csv.hpp"

#include <algorithm>
#include <utility>

#include "standards/open_referral/encoding.hpp"
#include "standards/open_referral/letters.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {
namespace {

bool ends_line(char c) { return c == '\n' || c == '\r'; }

char parting_mark(std::string_view first_line) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (auto const mark : {',', ';', '\t', '|'}) {
    auto const found = std::count(first_line.begin(), first_line.end(), mark);
    if (found > most) best = mark, most = found;
  }
  return best;
}

// "sep=;" in the first line, as Excel writes it.
std::optional<char> said_mark(std::string_view first_line) {
  bool const quoted = first_line.size() == 7 && first_line.starts_with('"') && first_line.ends_with('"');
  if (quoted) first_line = first_line.substr(1, 5);
  constexpr std::string_view says = "sep=";
  if (first_line.size() != says.size() + 1 || lower(first_line.substr(0, says.size())) != says)
    return std::nullopt;
  return first_line.back();
}

}  // namespace

// One row being read. `at` moves on; a fault stops cells from growing, not the reading.
struct CsvReader::Scan {
  std::size_t from = 0, at = 0;
  std::vector<std::string> cells;
  CsvFault fault = CsvFault::none;
  bool stray_quote = false;

  void put(char c) {
    auto& cell = cells.back();
    if (cell.size() >= csv_cell_bytes_max)
      fault = fault == CsvFault::none ? CsvFault::cell_too_long : fault;
    else
      cell.push_back(c);
  }
};

CsvReader::CsvReader(std::string_view bytes) : text_(without_mark(bytes)) {
  if (auto decoded = utf_8_of_utf_16(bytes)) {
    decoded_ = std::move(*decoded);
    text_ = decoded_;
    utf_16_ = true;
  }
  skip_empty_lines();
  auto const first_line = text_.substr(at_, end_of_line(at_) - at_);
  parting_ = parting_mark(first_line);
  if (auto const said = said_mark(first_line)) {
    parting_ = *said;
    at_ += first_line.size();
    skip_empty_lines();
  }
}

std::size_t CsvReader::end_of_line(std::size_t from) const {
  return std::min(text_.find_first_of("\r\n", from), text_.size());
}

std::size_t CsvReader::count_lines(std::size_t from, std::size_t until) const {
  std::size_t lines = 0;
  for (auto n = from; n < until; ++n) {
    if (text_[n] == '\n' || (text_[n] == '\r' && (n + 1 == text_.size() || text_[n + 1] != '\n'))) ++lines;
  }
  return lines;
}

void CsvReader::skip_empty_lines() {
  auto const from = at_;
  while (at_ < text_.size() && ends_line(text_[at_])) ++at_;
  line_ += count_lines(from, at_);
}

// Within quotes: two quotes are one, a line end is text, and what follows the closing quote is kept.
void CsvReader::scan_quoted(Scan& scan) const {
  for (++scan.at; scan.at < text_.size(); ++scan.at) {
    if (scan.at - scan.from > csv_row_bytes_max) break;
    auto const c = text_[scan.at];
    if (c == '"') {
      if (scan.at + 1 >= text_.size() || text_[scan.at + 1] != '"') {
        ++scan.at;
        if (scan.at < text_.size() && text_[scan.at] != parting_ && !ends_line(text_[scan.at]))
          scan.stray_quote = true;
        return scan_plain(scan);
      }
      ++scan.at;
    }
    if (c == '\r' && scan.at + 1 < text_.size() && text_[scan.at + 1] == '\n') continue;
    scan.put(c == '\r' ? '\n' : c);
  }
  scan.fault = CsvFault::open_quote;
}

void CsvReader::scan_plain(Scan& scan) const {
  for (; scan.at < text_.size(); ++scan.at) {
    auto const c = text_[scan.at];
    if (c == parting_ || ends_line(c)) return;
    if (c == '"') scan.stray_quote = true;
    scan.put(c);
  }
}

CsvReader::Scan CsvReader::scan(std::size_t from) const {
  Scan scan{from, from, {}, CsvFault::none, false};
  for (;;) {
    if (scan.cells.size() < csv_cells_max)
      scan.cells.emplace_back();
    else
      scan.fault = CsvFault::too_many_cells, scan.cells.back().clear();
    if (scan.at < text_.size() && text_[scan.at] == '"')
      scan_quoted(scan);
    else
      scan_plain(scan);
    if (scan.fault == CsvFault::open_quote || scan.at >= text_.size() || text_[scan.at] != parting_) break;
    ++scan.at;
  }
  if (scan.fault != CsvFault::open_quote && scan.at - from > csv_row_bytes_max)
    scan.fault = CsvFault::row_too_long;
  return scan;
}

std::optional<CsvRow> CsvReader::next() {
  skip_empty_lines();
  if (at_ >= text_.size() || gave_up_) return std::nullopt;
  auto done = scan(at_);
  CsvRow row;
  row.line = line_;
  row.fault = done.fault;
  if (done.fault == CsvFault::open_quote) {  // give up this line only, and read on with the next (rule DI5)
    done.at = end_of_line(at_);
    gave_up_ = ++broken_quotes_ > csv_broken_quotes_max;
  }
  row.at_end = done.at >= text_.size();
  bool const is_utf_8 =
      std::all_of(done.cells.begin(), done.cells.end(), [](auto const& c) { return wire::is_utf8(c); });
  for (auto& cell : done.cells) {
    if (!is_utf_8) cell = utf_8_of_windows_1252(cell);
  }
  row.cells = std::move(done.cells);
  if (!is_utf_8) row.notes.push_back(CsvNote::windows_1252);
  if (done.stray_quote) row.notes.push_back(CsvNote::stray_quote);
  if (std::exchange(utf_16_, false)) row.notes.push_back(CsvNote::utf_16);  // said once
  line_ += count_lines(at_, done.at);
  at_ = done.at;
  return row;
}

}  // namespace kith::open_referral
