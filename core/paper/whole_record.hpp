// Everything in a record, as one page of HTML that needs nothing else: for the person to take with them, and
// for whoever leaves an installation (rules EX1 to EX4, spec/export.md).
//
// Pure. It shows what the record it is given holds: hand it one that was restricted to its reader. Every
// wording stands there, the earlier ones too, each with whose words it is, who typed it, and when.
#pragma once
#include <string>

#include "core/days.hpp"
#include "core/looks/looks.hpp"
#include "core/record/record.hpp"
#include "core/words/format.hpp"

namespace kith {

std::string whole_record_html(Record const&, std::vector<Looked> const&, Day today, Catalogue const&);

}  // namespace kith
