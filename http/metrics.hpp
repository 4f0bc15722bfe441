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
#include <string_view>
#include <tuple>
#include <vector>

namespace kith::http {

class Metrics {
 public:
  void count(std::string_view method, std::string_view route, int status, std::int64_t took_us);
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
  // By method, route and status; looked up without making a text.
  using Label = std::tuple<std::string, std::string, int>;
  using LabelSeen = std::tuple<std::string_view, std::string_view, int>;
  struct LabelOrder {
    using is_transparent = void;
    bool operator()(auto const& a, auto const& b) const { return LabelSeen(a) < LabelSeen(b); }
  };
  std::map<Label, std::int64_t, LabelOrder> requests_;
  std::array<std::int64_t, bounds_us.size() + 1> took_{};
  std::int64_t took_us_sum_ = 0;
  std::vector<Gauge> gauges_;
};

}  // namespace kith::http
