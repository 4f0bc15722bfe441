// How a table that is nobody's standard becomes services: a small JSON file beside it, written by a person.
//
// docs/mappings.md is its reference with an example. Reading is strict: a misspelt member is refused (DI24),
// because a mapping that silently does less than its author thinks is worse than none. Values.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/ideas/service.hpp"
#include "core/refusal.hpp"

namespace kith::open_referral {

inline constexpr std::size_t mapping_bytes_max = 256u << 10;

// The fields of a service that text can be put into. `contact` is an e-mail address or a phone number.
enum class Field : std::uint8_t {
  name,
  organization,
  description,
  opening,
  first_visit,
  who_can_come,
  getting_there,
  phone,
  website,
  email,
  contact,
  address,
  postcode,
  latitude,
  longitude,
  area,
  cost_text,
  access_text,
  age_min,
  age_max,
  checked_on,
};
constexpr auto names_of(Field) {
  return name_table("name", "organization", "description", "opening", "first_visit", "who_can_come",
                    "getting_there", "phone", "website", "email", "contact", "address", "postcode",
                    "latitude", "longitude", "area", "cost_text", "access_text", "age_min", "age_max",
                    "checked_on");
}

// One column that feeds a field; with a label it reads "Monday: 9-5".
struct ColumnPart {
  std::string column, label;
};
// Which cells a rule looks at and what it looks for: whole cells (`is`) or keywords in them (`has`).
struct CellTest {
  std::vector<std::string> columns, is, has;
};

struct Mapping {
  std::string about;   // a sentence for people: what the file is and why it is mapped so
  std::string source;  // the feed's name; absent: the file's name without its ending
  std::vector<std::string> id;
  std::map<Field, std::vector<ColumnPart>> columns;
  std::map<Field, std::string> constants;  // used where the columns are empty
  std::vector<std::string> empty;          // cells that mean "nothing here", whatever their capitals
  ideas::SubCategorySet sub_categories;    // of every row
  bool general_keywords = false;           // looked for in the name, the description and these columns
  std::vector<std::string> general_in;

  struct Keywords {
    CellTest when;
    ideas::SubCategorySet sub_categories;
  };
  struct Access {
    std::string column;
    ideas::AccessNeed need = ideas::AccessNeed::step_free;
    std::vector<std::string> yes, no;
  };
  struct Costs {
    CellTest when;
    ideas::Cost cost = ideas::Cost::unknown;
  };
  struct LeaveOut {
    CellTest when;
    std::string why;
  };
  std::vector<Keywords> keywords;
  std::vector<Access> access;
  std::vector<Costs> costs;
  std::vector<LeaveOut> leave_out;
  // Guessed mappings only. The columns that ids are made of, which stay when more headings are learnt.
  std::map<Field, std::string> known_by;
  struct Session {
    std::string day, start, end;  // columns; together they read "Monday 10:00-11:00"
  } session;
  ideas::Reach reach = ideas::Reach::local;
  ideas::Cost cost = ideas::Cost::unknown;
  std::string not_services;      // not empty: why no row of this file is a service
  bool soften_capitals = false;  // names are IN CAPITALS in the source
};

std::variant<Mapping, Refusal> read_mapping(std::string_view json);

// For a table nobody wrote a mapping for: columns known by their usual names, sub-categories by the general
// keywords. nullopt: no column that could be a name.
std::optional<Mapping> guess_mapping(std::vector<std::string> const& columns);

// Whether anything is made of this column.
bool reads(Mapping const&, std::string_view column);

// The mapping that Kith brings for a file of this name, with or without folder and ending; nullptr: none.
Mapping const* own_mapping(std::string_view file_name);

}  // namespace kith::open_referral
