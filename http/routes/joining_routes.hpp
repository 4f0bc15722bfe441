// Two records for one person over HTTP: a look at both side by side, then one action. Rules JO1-JO9
// (spec/joining.md).
//
// Who may not see both is answered as if there were none (HT9).
#pragma once
#include "http/routes/record_routes.hpp"

namespace kith::http {

std::vector<Route> joining_routes(RecordDesk const&);  // the desk is borrowed

}  // namespace kith::http
