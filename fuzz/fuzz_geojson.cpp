// Any bytes as GeoJSON: a point that is kept lies on this world, and the numbers add up.
#include <cstdlib>

#include "standards/open_referral/geojson.hpp"

using namespace kith;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  open_referral::Reading reading("fuzz", Day(), nullptr);
  if (open_referral::read_geojson("fuzzed.geojson", text, nullptr, reading)) return 0;
  auto draft = reading.take();
  for (auto const& one : draft.drafts) {
    auto const& point = one.service.point;
    if (point && !ideas::point_of(point->lat_udeg, point->lon_udeg)) std::abort();
    for (auto const row : one.rows) draft.ledger.settle(row, true);
  }
  auto const counts = draft.ledger.counts();
  if (counts.imported + counts.unchanged + counts.rejected != counts.rows) std::abort();
  return 0;
}
