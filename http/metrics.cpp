#include "http/metrics.hpp"

#include <algorithm>

namespace kith::http {
namespace {

std::string seconds(std::int64_t us) {
  auto fraction = std::to_string(us % 1'000'000);
  fraction.insert(0, 6 - fraction.size(), '0');
  return std::to_string(us / 1'000'000) + "." + fraction;
}

std::string heading(std::string const& name, std::string const& help, std::string const& type) {
  return "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

}  // namespace

void Metrics::count(std::string_view method, std::string_view route, int status, std::int64_t took_us) {
  auto const bucket = std::ranges::lower_bound(bounds_us, took_us) - bounds_us.begin();
  std::lock_guard const lock(mutex_);
  auto spot = requests_.find(LabelSeen(method, route, status));
  if (spot == requests_.end()) spot = requests_.emplace(Label(method, route, status), 0).first;
  ++spot->second;
  ++took_[static_cast<std::size_t>(bucket)];
  took_us_sum_ += took_us;
}

void Metrics::gauge(std::string name, std::string help, std::function<std::int64_t()> read) {
  std::lock_guard const lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(read)});
}

std::string Metrics::text() const {
  std::lock_guard const lock(mutex_);
  auto text = heading("kith_requests_total", "Requests answered.", "counter");
  for (auto const& [label, count] : requests_) {
    auto const& [method, route, status] = label;
    text += "kith_requests_total{method=\"" + method + "\",route=\"" + route + "\",status=\"" +
            std::to_string(status) + "\"} " + std::to_string(count) + "\n";
  }
  text += heading("kith_request_seconds", "From the whole request to its answer.", "histogram");
  std::int64_t so_far = 0;
  for (std::size_t n = 0; n < took_.size(); ++n) {
    so_far += took_[n];
    auto const bound = n < bounds_us.size() ? seconds(bounds_us[n]) : "+Inf";
    text += "kith_request_seconds_bucket{le=\"" + bound + "\"} " + std::to_string(so_far) + "\n";
  }
  text += "kith_request_seconds_sum " + seconds(took_us_sum_) + "\n";
  text += "kith_request_seconds_count " + std::to_string(so_far) + "\n";
  for (auto const& gauge : gauges_) {
    text += heading(gauge.name, gauge.help, "gauge") + gauge.name + " " + std::to_string(gauge.read()) + "\n";
  }
  return text;
}

}  // namespace kith::http
