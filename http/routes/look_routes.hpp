// Who looked, over HTTP: for the person alone, and in a visit for whoever keeps the sharing with them (LK5).
#pragma once
#include "http/routes/record_routes.hpp"

namespace kith::http {

std::vector<Route> look_routes(RecordDesk const&);  // the desk is borrowed

}  // namespace kith::http
