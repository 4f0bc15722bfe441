// Live: the server says "changed" and nothing else, to those whose restricted state changed and to nobody
// else.
//
// A stream is one open browser on one record. It carries at most one waiting nudge: a slow reader finds one
// "changed" however many there were, and asks sync for the rest (HT14). The hub never decides who may see
// what: the caller of `changed` does, by the filter. Hub and streams are safe on any thread; a filter is
// called outside every lock and may block.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/identity/identity.hpp"
#include "core/refusal.hpp"
#include "http/limits.hpp"

namespace kith::http {

struct Subscription {
  std::string record;              // key of the record, or of whatever else is watched
  identity::SignedIn reader;       // whose restricted state it follows
  std::optional<Instant> ends_at;  // when the grant ends, on the hub's clock; absent: with the session
};

// What the server does next for one stream.
struct LiveStep {
  enum class Do { wait, say_changed, say_heartbeat, end } what = Do::wait;
  std::int64_t wait_ms = 0;  // for Do::wait: at most this long, less when woken
};

class LiveStream {
 public:
  LiveStream(Subscription subscription, Instant now, std::int64_t heartbeat_ms);

  LiveStep step(Instant now);                // asked by the server, over and over, from one thread at a time
  void on_wake(std::function<void()> wake);  // called from any thread when `step` has something new to say
  void nudge();                              // one slot: many nudges are one "changed"
  void end();
  Subscription const& subscription() const { return subscription_; }

 private:
  Subscription const subscription_;
  std::int64_t const heartbeat_ms_;
  std::mutex mutex_;
  std::function<void()> wake_;
  Instant heartbeat_due_;
  bool changed_ = false;
  bool ended_ = false;
};

class LiveHub {
 public:
  using Filter = std::function<bool(Subscription const&)>;

  LiveHub(identity::Clock clock, Limits const& limits);

  // Refuses HT13 when there are too many streams altogether or for this session.
  std::variant<std::shared_ptr<LiveStream>, Refusal> subscribe(Subscription);

  void changed(std::string const& record, Filter const& concerns);  // nudges the readers it concerns
  void end(Filter const& whose);  // a sign-out, a withdrawn grant: their streams end now
  void end_all();                 // the server stops
  std::size_t size() const;       // open streams
  Instant now() const { return clock_(); }

 private:
  std::vector<std::shared_ptr<LiveStream>> open_streams(std::string const* record) const;

  identity::Clock const clock_;
  Limits const limits_;
  mutable std::mutex mutex_;
  mutable std::multimap<std::string, std::weak_ptr<LiveStream>> streams_;
};

}  // namespace kith::http
