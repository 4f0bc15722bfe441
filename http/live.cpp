#include "http/live.hpp"

#include <algorithm>
#include <utility>

namespace kith::http {

LiveStream::LiveStream(Subscription subscription, Instant now, std::int64_t heartbeat_ms)
    : subscription_(std::move(subscription)),
      heartbeat_ms_(heartbeat_ms),
      heartbeat_due_{now.ms + heartbeat_ms} {}

LiveStep LiveStream::step(Instant now) {
  std::lock_guard const lock(mutex_);
  auto const over = subscription_.ends_at && *subscription_.ends_at <= now;
  if (ended_ || over) return {LiveStep::Do::end, 0};
  if (changed_) {
    changed_ = false;
    heartbeat_due_ = {now.ms + heartbeat_ms_};
    return {LiveStep::Do::say_changed, 0};
  }
  // A clock set back must not silence the heartbeat, so it is never due later than one span from now.
  heartbeat_due_ = std::min(heartbeat_due_, Instant{now.ms + heartbeat_ms_});
  if (heartbeat_due_ <= now) {
    heartbeat_due_ = {now.ms + heartbeat_ms_};
    return {LiveStep::Do::say_heartbeat, 0};
  }
  auto until = heartbeat_due_;
  if (subscription_.ends_at) until = std::min(until, *subscription_.ends_at);
  return {LiveStep::Do::wait, until.ms - now.ms};
}

void LiveStream::on_wake(std::function<void()> wake) {
  std::lock_guard const lock(mutex_);
  wake_ = std::move(wake);
}

void LiveStream::nudge() {
  std::lock_guard const lock(mutex_);
  if (std::exchange(changed_, true)) return;
  if (wake_) wake_();
}

void LiveStream::end() {
  std::lock_guard const lock(mutex_);
  if (std::exchange(ended_, true)) return;
  if (wake_) wake_();
}

LiveHub::LiveHub(identity::Clock clock, Limits const& limits) : clock_(std::move(clock)), limits_(limits) {}

std::variant<std::shared_ptr<LiveStream>, Refusal> LiveHub::subscribe(Subscription subscription) {
  auto record = subscription.record;
  auto const session = subscription.reader.session;
  auto stream = std::make_shared<LiveStream>(std::move(subscription), clock_(), limits_.heartbeat_ms);
  std::lock_guard const lock(mutex_);
  std::erase_if(streams_, [](auto const& entry) { return entry.second.expired(); });
  auto const same_session = std::ranges::count_if(streams_, [&](auto const& entry) {
    auto const open = entry.second.lock();
    return open && open->subscription().reader.session == session;
  });
  if (streams_.size() >= limits_.live_streams_max ||
      static_cast<std::size_t>(same_session) >= limits_.live_streams_per_session_max) {
    return refuse("HT13");
  }
  streams_.emplace(std::move(record), stream);
  return stream;
}

std::vector<std::shared_ptr<LiveStream>> LiveHub::open_streams(std::string const* record) const {
  std::lock_guard const lock(mutex_);
  auto const [first, last] =
      record ? streams_.equal_range(*record) : std::pair(streams_.begin(), streams_.end());
  std::vector<std::shared_ptr<LiveStream>> open;
  for (auto entry = first; entry != last; ++entry) {
    if (auto stream = entry->second.lock()) open.push_back(std::move(stream));
  }
  return open;
}

void LiveHub::changed(std::string const& record, Filter const& concerns) {
  for (auto const& stream : open_streams(&record)) {
    if (concerns(stream->subscription())) stream->nudge();
  }
}

void LiveHub::end(Filter const& whose) {
  for (auto const& stream : open_streams(nullptr)) {
    if (whose(stream->subscription())) stream->end();
  }
}

void LiveHub::end_all() {
  end([](Subscription const&) { return true; });
}

std::size_t LiveHub::size() const { return open_streams(nullptr).size(); }

}  // namespace kith::http
