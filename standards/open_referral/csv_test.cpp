#include "standards/open_referral/csv.hpp"

#include <gtest/gtest.h>

#include "standards/open_referral/csv_table.hpp"

namespace kith::open_referral {
namespace {

// Rows as "a|b|c"; a faulty row as "!".
std::vector<std::string> rows_of(std::string_view bytes) {
  CsvReader reader(bytes);
  std::vector<std::string> rows;
  while (auto const row = reader.next()) {
    std::string text;
    for (auto const& cell : row->cells)
      text += (text.empty() && &cell == &row->cells.front() ? "" : "|") + cell;
    rows.push_back(row->fault == CsvFault::none ? text : "!");
  }
  return rows;
}
using Rows = std::vector<std::string>;

TEST(Csv, DI3_to_DI5_rows_are_read_as_they_are_meant) {
  struct Case {
    char const* sentence;
    std::string bytes;
    Rows rows;
  };
  Case const cases[] = {
      {"plain", "a,b\n1,2\n", {"a|b", "1|2"}},
      {"no line end at the end", "a,b\n1,2", {"a|b", "1|2"}},
      {"Windows line ends", "a,b\r\n1,2\r\n", {"a|b", "1|2"}},
      {"old Macintosh line ends", "a,b\r1,2\r", {"a|b", "1|2"}},
      {"empty lines are no rows", "\n\na,b\n\n\n1,2\n\n", {"a|b", "1|2"}},
      {"empty cells are cells", "a,b,c\n,,\n", {"a|b|c", "||"}},
      {"quotes", "a,b\n\"1,1\",\"2\"\n", {"a|b", "1,1|2"}},
      {"a quote in quotes", "a\n\"say \"\"hello\"\"\"\n", {"a", "say \"hello\""}},
      {"a line end in quotes", "a,b\n\"1\r\n1\",2\n", {"a|b", "1\n1|2"}},
      {"a stray quote is text", "a,b\nthe 6\" pipe,2\n", {"a|b", "the 6\" pipe|2"}},
      {"text after a closing quote is kept", "a,b\n\"x\"y,2\n", {"a|b", "xy|2"}},
      {"semicolons", "a;b\n1,5;2\n", {"a|b", "1,5|2"}},
      {"tabs", "a\tb\n1\t2\n", {"a|b", "1|2"}},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       {"a|b", "1|2"}},
      {"DI10 Windows-1252, row by row",
       "a,b\nCaf\xE9,\x93hi\x94\nCaf\xC3\xA9,x\n",
       {"a|b", "Café|“hi”", "Café|x"}},
      {"DI5 an open quote costs its own line", "a,b\n\"1,2\n3,4\n5,6\n", {"a|b", "!", "3|4", "5|6"}},
      {"DI5 an open quote in the last line", "a,b\n1,2\n3,\"4", {"a|b", "1|2", "!"}},
      {"nothing", "", {}},
      {"only line ends", "\r\n\n\r", {}},
  };
  for (auto const& c : cases) EXPECT_EQ(rows_of(c.bytes), c.rows) << c.sentence;
}

std::string utf_16(std::string_view text, bool mark, bool high_first) {
  std::string bytes = !mark ? "" : high_first ? "\xFE\xFF" : "\xFF\xFE";
  for (auto const c : text) {
    if (high_first) bytes.push_back('\0');
    bytes.push_back(c);
    if (!high_first) bytes.push_back('\0');
  }
  return bytes;
}

TEST(Csv, DI10_utf_16_is_read_in_either_order_with_or_without_its_mark) {
  for (bool const mark : {true, false}) {
    for (bool const high_first : {true, false}) {
      EXPECT_EQ(rows_of(utf_16("name,town\nChoir,Sale\n", mark, high_first)),
                (Rows{"name|town", "Choir|Sale"}))
          << mark << high_first;
    }
  }
  EXPECT_EQ(rows_of(utf_16("a\nb\n", true, false) + "\x3D\xD8"), (Rows{"a", "b", "\xEF\xBF\xBD"}))
      << "half a pair";
  EXPECT_EQ(rows_of(std::string("\xFF\xFE"
                                "a\0\n\0\x3D\xD8\x00\xDE",
                                10)),
            (Rows{"a", "\xF0\x9F\x98\x80"}));
}

TEST(Csv, DI6_a_cell_or_row_over_its_bound_is_a_fault_and_the_next_row_is_read) {
  std::string const long_cell(csv_cell_bytes_max + 1, 'x'), long_row(csv_row_bytes_max + 1, 'x');
  EXPECT_EQ(rows_of("a,b\n" + long_cell + ",2\n3,4\n"), (Rows{"a|b", "!", "3|4"}));
  EXPECT_EQ(rows_of("a,b\n\"" + long_cell + "\",2\n3,4\n"), (Rows{"a|b", "!", "3|4"}));
  EXPECT_EQ(rows_of("a,b\n" + long_row + "\n3,4\n"), (Rows{"a|b", "!", "3|4"}));
  EXPECT_EQ(rows_of("a,b\n" + std::string(csv_cells_max, ',') + "\n3,4\n"), (Rows{"a|b", "!", "3|4"}));
}

TEST(Csv, DI17_quotes_broken_throughout_are_given_up) {
  std::string const stretch = "\"" + std::string(csv_row_bytes_max, 'x') + "\n";
  std::string bytes = "a\n";
  for (std::size_t n = 0; n < csv_broken_quotes_max + 5; ++n) bytes += stretch + "y\n";
  CsvReader reader(bytes);
  std::size_t faults = 0;
  while (auto const row = reader.next()) faults += row->fault == CsvFault::open_quote;
  EXPECT_TRUE(reader.gave_up());
  EXPECT_EQ(faults, csv_broken_quotes_max + 1);
}

TEST(Csv, a_row_knows_its_line) {
  CsvReader reader("a,b\n\n\"1\n1\",2\n3,4\n");
  EXPECT_EQ(reader.next()->line, 1u);
  EXPECT_EQ(reader.next()->line, 3u);
  EXPECT_EQ(reader.next()->line, 5u);
}

TEST(CsvTable, DI3_and_DI4_a_row_has_as_many_cells_as_the_first_line_has_columns) {
  ideas::ImportLedger ledger;
  auto const file = ledger.add_file("x.csv");
  CsvTable table("name,town,phone\nA,B,C\nA,B\nA,B,C,D\nA,B,C,,\nA,");
  std::string usable;
  while (auto const row = table.next(ledger, file)) usable += row->usable ? 'y' : 'n';
  EXPECT_EQ(usable, "ynnyn");
  ASSERT_EQ(ledger.rejections().size(), 3u);
  EXPECT_EQ(ledger.rejections()[0].rule, "DI3");
  EXPECT_EQ(ledger.rejections()[1].rule, "DI4");
  EXPECT_EQ(ledger.rejections()[2].why, "half a row: the file ends in it");
}

}  // namespace
}  // namespace kith::open_referral
