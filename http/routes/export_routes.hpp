// Taking a record along over HTTP: for the person alone (EX3).
#pragma once
#include "http/routes/record_routes.hpp"

namespace kith::http {

std::vector<Route> export_routes(RecordDesk const&);  // the desk is borrowed

}  // namespace kith::http
