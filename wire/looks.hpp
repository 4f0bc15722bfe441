// Entries of the access log as they lie in the journal, for ever, and who looked as the page reads it. Rule
// EV1.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/looks/looks.hpp"

namespace kith::wire {

inline constexpr int look_version = 1;  // of what is written; every version ever written can be read

std::string write_looked(Looked const&);
std::optional<Looked> read_looked(std::string_view bytes);

std::string write_who_looked(WhoLooked const&);

}  // namespace kith::wire
