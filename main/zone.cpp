// Time zones: the machine's tzdata, read once at start into the transitions that the core and the devices
// work with.
#include <cstdlib>
#include <ctime>
#include <mutex>

#include "app/fault.hpp"
#include "main/house.hpp"

namespace kith {
namespace {

constexpr std::int64_t first_s = 0;          // 1970-01-01
constexpr std::int64_t last_s = 2145916800;  // 2038-01-01
constexpr std::int64_t step_s = 24 * 3600;

std::int16_t offset_at(std::int64_t at_s) {
  std::time_t const at = at_s;
  std::tm local{};
  localtime_r(&at, &local);
  return static_cast<std::int16_t>(local.tm_gmtoff / 60);
}

// The first second after `from` at which the offset is no longer that of `from`; it changes before `to`.
std::int64_t change_between(std::int64_t from, std::int64_t to) {
  auto const before = offset_at(from);
  while (to - from > 1) {
    auto const middle = from + (to - from) / 2;
    (offset_at(middle) == before ? from : to) = middle;
  }
  return to;
}

}  // namespace

ZoneRules zone_rules_of(std::string const& zone_name) {
  static std::mutex mutex;
  std::lock_guard const lock(mutex);
  if (zone_name.find("..") != std::string::npos ||
      !std::filesystem::exists("/usr/share/zoneinfo/" + zone_name)) {
    throw app::Fault(app::FaultKind::unavailable,
                     "There is no time zone " + zone_name + " here. Install tzdata, or set zone.");
  }
  setenv("TZ", zone_name.c_str(), 1);
  tzset();
  ZoneRules zone;
  zone.offset_min_first = offset_at(first_s);
  for (auto at = first_s; at < last_s; at += step_s) {
    if (offset_at(at) == offset_at(at + step_s)) continue;
    auto const change = change_between(at, at + step_s);
    zone.changes.push_back({Instant{change * second_ms}, offset_at(change)});
  }
  setenv("TZ", "UTC", 1);
  tzset();
  return zone;
}

}  // namespace kith
