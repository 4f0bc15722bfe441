// The view as JSON, exactly as spec/view.md has it.
#pragma once
#include "core/view/view.hpp"
#include "wire/json.hpp"

namespace kith::wire {

Json write_view(View const&);

}  // namespace kith::wire
