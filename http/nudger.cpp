#include "http/nudger.hpp"

#include "http/routes/record_routes.hpp"

namespace kith::http {

Nudger::Nudger(LiveHub& hub) : hub_(hub), thread_([this] { run(); }) {}

Nudger::~Nudger() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Nudger::published(RecordId record, app::FoldedPtr before, app::FoldedPtr after) {
  {
    std::lock_guard const lock(mutex_);
    auto const [spot, fresh] = waiting_.try_emplace(record, Change{before, after});
    if (!fresh) spot->second.after = std::move(after);
  }
  wake_.notify_one();
}

void Nudger::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    auto const [record, change] = *waiting_.begin();
    waiting_.erase(waiting_.begin());
    lock.unlock();
    nudge(hub_, record, change.before.get(), *change.after);
    lock.lock();
  }
}

}  // namespace kith::http
