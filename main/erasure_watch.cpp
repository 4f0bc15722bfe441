#include "main/erasure_watch.hpp"

#include <chrono>
#include <iostream>

#include "main/keeping.hpp"

namespace kith {

ErasureWatch::ErasureWatch(House& house, std::filesystem::path list) : house_(house), list_(std::move(list)) {
  auto const read = read_erased(list_);  // the house followed these when it was put together
  if (auto const* known = std::get_if<app::Erasures>(&read)) seen_ = known->list.size();
  thread_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::milliseconds(erasure_look_ms), [this] { return stopping_; }))
      look();
  });
}

ErasureWatch::~ErasureWatch() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void ErasureWatch::look() {
  try {
    auto const bytes = std::filesystem::file_size(list_);
    if (bytes == bytes_) return;
    bytes_ = bytes;
    auto const read = read_erased(list_);
    auto const* known = std::get_if<app::Erasures>(&read);
    for (; known && seen_ < known->list.size(); ++seen_) {
      auto const& stream = known->list[seen_].stream;
      house_.forget(RecordId{stream.hi, stream.lo});
    }
  } catch (std::exception const& fault) {
    std::cerr << "The list of erased people: " << fault.what() << '\n';
  }
}

}  // namespace kith
