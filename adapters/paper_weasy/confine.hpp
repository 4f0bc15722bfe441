// What a worker process gives up before it begins. Not used outside paper_weasy.
#pragma once
#include <cstdint>

namespace kith::adapters {

// Called between fork and exec, where only system calls are safe: allocates nothing, throws nothing. False:
// do not go on.
bool confine_this_process(std::int64_t memory_bytes_max, int cpu_s_max);

}  // namespace kith::adapters
