// Follows the list of erased people while a server runs: `kith erase` is a program of its own, and what it
// made unreadable must not be shown from memory either (KP14).
//
// A thread of its own, from construction to destruction; looks every second. A list that cannot be read is
// said to the log and looked at again.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "main/house.hpp"

namespace kith {

inline constexpr std::int64_t erasure_look_ms = second_ms;

class ErasureWatch {
 public:
  ErasureWatch(House& house, std::filesystem::path list);
  ~ErasureWatch();
  ErasureWatch(ErasureWatch const&) = delete;
  ErasureWatch& operator=(ErasureWatch const&) = delete;

 private:
  void look();

  House& house_;
  std::filesystem::path const list_;
  std::size_t seen_ = 0;  // lines that were followed
  std::uintmax_t bytes_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kith
