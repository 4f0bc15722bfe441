// The curators' desk over HTTP: what people reported, what nobody has checked, and one entry with all that
// was ever done to it. To everybody else it is not there (HT20).
#pragma once
#include "http/routes/directory_routes.hpp"

namespace kith::http {

std::vector<Route> curator_routes(DirectoryDesk const&);  // the desk is borrowed

}  // namespace kith::http
