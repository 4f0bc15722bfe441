// The tables of an HSDS package in memory, and what joins them: each service is nested and read as one.
//
// A row is kept as it was read and becomes values only while its service is nested: a package of the greatest
// size allowed would not fit into memory as values. Ids joined by commas in one cell join many rows (DI28).
// Not for several threads. Rules DI7, DI21.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "standards/open_referral/reading.hpp"
#include "wire/json.hpp"

namespace kith::open_referral {

inline constexpr std::size_t joined_rows_max = 200;  // of one table under one service or location

struct TableRow {
  ideas::LedgerRow row = 0;
  std::vector<std::string> cells;  // of a CSV row
  std::string_view json;           // of an item of JSON, known to be an object
};
struct Table {
  std::vector<std::string> columns;
  std::vector<TableRow> rows;

  wire::Json values(TableRow const&) const;
};

class Tables {
 public:
  explicit Tables(Reading& reading) : reading_(reading) {}

  Table& table(std::string const& name) { return tables_[name]; }
  void read_services();  // and reject every row that belongs to none

 private:
  using Index = std::multimap<std::string, TableRow const*>;
  Index const& index(std::string const& table, std::string const& column);
  std::vector<wire::Json> find(std::string const& table, std::string const& column, std::string const& value);
  void nest(wire::Json& into, std::string const& table, std::string const& column, std::string const& value);
  void nest_one(wire::Json& into, std::string const& as, std::string const& table, std::string const& column);
  void nest_listed(wire::Json& into, std::string const& table, std::string const& ids);
  void nest_attributes(wire::Json& into, std::string const& service);
  void nest_contacts(wire::Json& into, std::string const& service);
  void nest_locations(wire::Json& into, std::string const& service);
  void nest_location_parts(wire::Json& location);

  Reading& reading_;
  std::map<std::string, Table> tables_;
  std::map<std::pair<std::string, std::string>, Index> indexes_;
  std::vector<ideas::LedgerRow> rows_;  // of the service being nested
};

}  // namespace kith::open_referral
