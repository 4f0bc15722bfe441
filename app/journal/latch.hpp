// Waits until all of a request's submissions are settled.
//
// Counted down on the writer's thread, waited for on the request's. It outlives both: the caller waits.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace kith::app {

class Latch {
 public:
  explicit Latch(std::size_t count) : left_(count) {}
  void count_down() {
    std::lock_guard const lock(mutex_);
    if (--left_ == 0) done_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return left_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  std::size_t left_;
};

}  // namespace kith::app
