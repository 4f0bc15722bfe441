// The events of a directory stream as JSON: {"event":"service_checked","v":1, …}. Golden files: wire/golden/.
//
// Written deterministically; read strictly, with old versions lifted here when there are any.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/ideas/directory_events.hpp"

namespace kith::wire {

std::string write_directory_event(ideas::DirectoryEvent const&);
std::optional<ideas::DirectoryEvent> read_directory_event(std::string_view json);  // nullopt: damaged

}  // namespace kith::wire
