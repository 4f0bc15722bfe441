// Any bytes as HSDS JSON: read, refused, or rejected item by item, and the numbers add up.
#include <cstdlib>

#include "standards/open_referral/hsds_json.hpp"
#include "wire/json.hpp"

using namespace kith;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  open_referral::Reading reading("fuzz", Day(), nullptr);
  if (open_referral::read_hsds_json("fuzzed.json", text, reading)) return 0;
  auto draft = reading.take();
  for (auto const& one : draft.drafts) {
    if (one.service.name.empty() || !wire::is_utf8(one.service.description)) std::abort();
    for (auto const row : one.rows) draft.ledger.settle(row, true);
  }
  auto const counts = draft.ledger.counts();
  if (counts.imported + counts.unchanged + counts.rejected != counts.rows) std::abort();
  return 0;
}
