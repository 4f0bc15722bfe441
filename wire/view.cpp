#include "wire/view.hpp"

#include "wire/fields.hpp"

namespace kith::wire {

Json write_view(View const& view) { return codec<View, Ways::out>.write(&view); }

}  // namespace kith::wire
