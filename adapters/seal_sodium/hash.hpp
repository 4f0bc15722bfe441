// The plain hash of chains and bodies: BLAKE2b with 256 bits. Pure; needs no key and no set-up; any thread.
#pragma once
#include "app/bytes.hpp"

namespace kith::adapters {

app::Hash blake2b_256(app::BytesView bytes);

}  // namespace kith::adapters
