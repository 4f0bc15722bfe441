// One idea as it is offered: the service, and every reason it appeared, in words (spec/device.md, op
// `ideas`).
#pragma once
#include "core/ideas/match.hpp"
#include "core/words/format.hpp"
#include "wire/json.hpp"

namespace kith::wire {

Json write_idea(ideas::Idea const&, ideas::Service const&, Catalogue const&);

}  // namespace kith::wire
