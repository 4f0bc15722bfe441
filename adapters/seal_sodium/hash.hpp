// The plain hash of chains and bodies: BLAKE2b with 256 bits. Pure; needs no key and no set-up; any thread.
#pragma once
#include <optional>
#include <string>

#include "app/bytes.hpp"

namespace kith::adapters {

app::Hash blake2b_256(app::BytesView bytes);
// Of a whole file, read in pieces; nullopt when it cannot be read.
std::optional<app::Hash> blake2b_256_of_file(std::string const& path);

}  // namespace kith::adapters
