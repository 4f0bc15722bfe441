// Collections over HTTP: my lists, those colleagues share, what has become of their entries, and paper.
//
// A list is read and written by whoever made it; a shared one is read by colleagues too. To an administrator,
// and of somebody else's list to everybody, there is nothing (HT9). Rules CO1-CO5 (spec/collections.md).
#pragma once
#include <functional>
#include <vector>

#include "app/collections/collections.hpp"
#include "app/directory/directory_model.hpp"
#include "app/paper/paper.hpp"
#include "core/words/format.hpp"
#include "http/router.hpp"

namespace kith::http {

struct CollectionDesk {
  app::CollectionShelf& shelf;
  app::DirectorySearch const& search;
  app::Paper& paper;
  Catalogues const& words;
  bool practice = true;
  std::function<Day()> today;
  std::function<std::string(AccountId)> name_of;  // "" when there is no such account any more
};

std::vector<Route> collection_routes(CollectionDesk const&);  // the desk is borrowed

}  // namespace kith::http
