// What the installation's keeper may watch: how many requests, how quick, how many connections. Prometheus
// text (https://prometheus.io/docs/instrumenting/exposition_formats/).
//
// Labels are the route's pattern, never a path or a person: a metric cannot say who looked at what. Safe on
// any thread. Spans in microseconds inside, seconds in the text.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace kith::http {

class Metrics {
 public:
  void count(std::string const& method, std::string const& route, int status, std::int64_t took_us);
  // `read` is called while the text is written; it must not call back into Metrics.
  void gauge(std::string name, std::string help, std::function<std::int64_t()> read);
  std::string text() const;

 private:
  static constexpr std::array<std::int64_t, 8> bounds_us{1'000,   5'000,   10'000,    50'000,
                                                         100'000, 500'000, 1'000'000, 5'000'000};
  struct Gauge {
    std::string name, help;
    std::function<std::int64_t()> read;
  };
  mutable std::mutex mutex_;
  std::map<std::string, std::int64_t> requests_;  // by labels, ready to print
  std::array<std::int64_t, bounds_us.size() + 1> took_{};
  std::int64_t took_us_sum_ = 0;
  std::vector<Gauge> gauges_;
};

}  // namespace kith::http
