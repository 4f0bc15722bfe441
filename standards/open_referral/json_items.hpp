// Walks through a big JSON file item by item, so that no more than one item is ever in memory as values, and
// a damaged item costs itself and not the file. Rules DI18, DI23 in spec/directory-import.md.
//
// Finds the list at the root, or the list under one of the wanted names, in capitals or not, in an object at
// the root ("contents", "features") or in an object under such a name; without one, or when the root has an
// id of its own, the whole root is the only item. One object a line (NDJSON) is read too. Only the brackets
// are read here; each item is then read strictly by wire/json.hpp. The text is borrowed.
#pragma once
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::open_referral {

struct JsonItems {
  std::vector<std::string_view> items;
  bool whole = true;           // false: the file ends in the middle; the items before are all there
  std::string_view list = {};  // the name it stands under
};
inline constexpr std::size_t page_depth_max = 3;  // of objects around a list
// nullopt: this does not begin like JSON.
std::optional<JsonItems> json_items(std::string_view text, std::initializer_list<std::string_view> lists);

// The members of one object, by name, unread: for the tables of a tabular HSDS file.
struct JsonMember {
  std::string_view name, value;
  bool whole = true;  // false: the text ends inside this value
};
std::vector<JsonMember> json_members(std::string_view object);

}  // namespace kith::open_referral
