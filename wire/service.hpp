// A service of the directory as JSON: what a device keeps, what the journal of an organization stores.
//
// Everything in it is public. Reading is strict, as in fields.hpp; texts are bounded by
// core/ideas/service.hpp.
#pragma once
#include <optional>
#include <variant>

#include "core/ideas/match.hpp"
#include "core/refusal.hpp"
#include "wire/json.hpp"

namespace kith::wire {

Json write_service(ideas::Service const&);
std::variant<ideas::Service, Refusal> read_service(Json const&);

}  // namespace kith::wire
