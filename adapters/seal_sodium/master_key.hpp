// The master key: 32 octets in a file of their own that only its owner may read. Without it keys.db opens
// nothing, so it is backed up apart from both databases.
//
// Faults: a missing, short or readable-by-others file is `unavailable`, with what to do about it.
#pragma once
#include <string>

#include "adapters/seal_sodium/key.hpp"

namespace kith::adapters {

bool has_master_key(std::string const& path);
Key make_master_key(std::string const& path);  // never replaces a file; on the disk when it returns
Key read_master_key(std::string const& path);

}  // namespace kith::adapters
