// Reads CSV (RFC 4180) as it is found: strictly where a mistake would move a cell into a wrong column, kindly
// where the meaning is plain. One row at a time; rules DI3-DI7, DI10 in spec/directory-import.md.
//
// UTF-8 with or without a byte order mark, UTF-16 with or without one, Windows-1252 row by row where a row is
// not UTF-8. The parting mark (comma, semicolon, tab, pipe) is taken from the first line. The bytes are
// borrowed. Every bound has a name; nothing is read twice except a row whose quotes are broken.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::open_referral {

inline constexpr std::size_t csv_cell_bytes_max = 64u << 10;
inline constexpr std::size_t csv_row_bytes_max = 1u << 20;
inline constexpr std::size_t csv_cells_max = 512;
inline constexpr std::size_t csv_broken_quotes_max = 20;  // more: the file is not CSV

enum class CsvFault : std::uint8_t { none, open_quote, cell_too_long, row_too_long, too_many_cells };
enum class CsvNote : std::uint8_t { stray_quote, windows_1252, utf_16 };

struct CsvRow {
  std::size_t line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> cells;
  CsvFault fault = CsvFault::none;  // then the cells are not to be used
  std::vector<CsvNote> notes;
  bool at_end = false;  // the file ends inside this row, without a line end
};

class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes);

  std::optional<CsvRow> next();              // empty lines are passed over
  bool gave_up() const { return gave_up_; }  // quotes broken throughout: the rest was not read

 private:
  struct Scan;
  Scan scan(std::size_t from) const;
  void scan_quoted(Scan&) const;
  void scan_plain(Scan&) const;
  std::size_t end_of_line(std::size_t from) const;
  void skip_empty_lines();
  std::size_t count_lines(std::size_t from, std::size_t until) const;

  std::string decoded_;  // when the file was UTF-16
  std::string_view text_;
  char parting_ = ',';
  std::size_t at_ = 0, line_ = 1;
  std::size_t broken_quotes_ = 0;
  bool utf_16_ = false, gave_up_ = false;
};

}  // namespace kith::open_referral
