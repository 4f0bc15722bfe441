// The local directory over HTTP: what is near, what a typed place means, and the curators' desk.
//
// No place is ever in an address (architecture section 6): what is near is asked for by POST. The desk is for
// curators; to everybody else it is not there (HT20).
#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "app/directory/directory.hpp"
#include "http/router.hpp"

namespace kith::http {

struct DirectoryDesk {
  app::Directory& directory;
  app::DirectorySearch const& search;
  std::function<std::shared_ptr<ideas::Places const>()> places;
  std::function<Day()> today;
  std::function<std::string(AccountId)> name_of = {};  // "" when there is no such account any more
};

std::vector<Route> directory_routes(DirectoryDesk const&);  // the desk is borrowed

}  // namespace kith::http
