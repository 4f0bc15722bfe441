// A collection on paper: of each place what somebody needs on the day, and the words of whoever gathered it.
//
// There is no person on it and no place of theirs: it is made from the list and the directory alone (CO4). An
// entry that is closed or hidden by now stands there by its name, with the advice to ask first (CO5). Pure.
#pragma once
#include <map>
#include <string>

#include "core/collections/collection.hpp"
#include "core/days.hpp"
#include "core/ideas/service.hpp"
#include "core/words/format.hpp"

namespace kith {

struct CollectionContext {
  Day today;
  bool practice = true;
};
// `services`: what the directory has of them; one that is missing or not shown may have changed.
std::string collection_html(Collection const&, std::map<ServiceId, ideas::Service> const& services,
                            CollectionContext const&, Catalogue const&);

}  // namespace kith
