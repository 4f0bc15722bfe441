// Rows of a record as JSON, for synchronising and for a device's store.
//
// A row travels as {key, version, row}: `key` is "tie:<id>". Reading is strict, as in fields.hpp; a row whose
// key does not fit what it says is refused, so that a store cannot be made to hold one thing under another's
// name.
#pragma once
#include <map>
#include <set>
#include <string>

#include "core/record/record.hpp"
#include "wire/json.hpp"

namespace kith::wire {

// Every row of a record, by key, as compact JSON. Two records are equal when these maps are.
std::map<std::string, std::string> write_rows(Record const&);
// Only those whose keys are asked for.
std::map<std::string, std::string> write_rows(Record const&, std::set<std::string> const& keys);

Json write_row(std::string const& key, std::string const& row_json);  // {key, version, row}
bool put_row(Record&, std::string_view key, Json const& row);         // false: not a row we know
bool drop_row(Record&, std::string_view key);                         // false: no such kind

}  // namespace kith::wire
