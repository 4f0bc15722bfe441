// A small site on a free port, for tests: a few routes of each shape, everything bounded tightly.
//
// Routes: GET /api/things/{id} (says the id; If-None-Match against "v1"), POST /api/things (echoes JSON, at
// most 1,000 bytes), GET /api/private (signed in), GET /api/broken (a fault), GET /api/live (a stream of
// "record-1"), GET /api/slow (waits until the test lets it go). Somebody signed in shows the token "amina".
#pragma once
#include <condition_variable>
#include <mutex>

#include "http/live.hpp"
#include "http/site.hpp"

namespace kith::http {

struct TestSite {
  explicit TestSite(Limits limits = quick_limits(), Door door = {});
  ~TestSite();

  static Limits quick_limits();  // spans short enough for a test to see their end

  std::uint16_t port() const { return server.port(); }
  void let_slow_ones_go();
  void wait_for_slow_ones(int count);
  void set_clock(Instant);

  static identity::SignedIn amina();

  std::mutex mutex;
  std::condition_variable moved;
  bool slow_may_go = false;
  int slow_ones = 0;
  Instant now{1'800'000'000'000};
  std::vector<std::string> faults;

  Limits const limits;
  LiveHub hub;
  Metrics metrics;
  StaticFiles files;
  Site site;
  Server server;

 private:
  Instant clock();
  Router routes();
  Answer slow();
};

}  // namespace kith::http
