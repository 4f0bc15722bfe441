#include "wire/view.hpp"

#include "wire/fields.hpp"

namespace kith::wire {

Json write_view(View const& view) { return encode(view); }

}  // namespace kith::wire
