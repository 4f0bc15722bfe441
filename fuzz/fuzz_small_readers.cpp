// The small readers of a directory in one program; the first byte says which: a mapping, a table of places,
// opening times, what is said of company. None may do more than answer or refuse.
#include <cstdlib>

#include "core/ideas/opening_times.hpp"
#include "standards/open_referral/company_text.hpp"
#include "standards/open_referral/mapping.hpp"
#include "standards/open_referral/places_table.hpp"

using namespace kith;

namespace {

void read_times(std::string_view text) {
  for (auto const& span : ideas::read_opening_times(text)) {
    if (span.days.empty() || span.from >= span.until || span.until > ideas::minutes_per_day) std::abort();
  }
}

// DI30: a no is never read.
void read_company(std::string_view text) {
  ideas::Service service;
  open_referral::read_company_text(text, service);
  if (service.come_alone == ideas::Known::no ||
      service.access.of(ideas::AccessNeed::companion_welcome) == ideas::Known::no)
    std::abort();
}

void read_table(std::string_view text) {
  auto made = open_referral::read_places("fuzzed.csv", text);
  auto* draft = std::get_if<open_referral::PlacesDraft>(&made);
  if (!draft) return;
  if (draft->districts.size() != draft->rows.size()) std::abort();
  for (auto const row : draft->rows) draft->ledger.settle(row, true);
  auto const counts = draft->ledger.counts();
  if (counts.imported + counts.rejected != counts.rows) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (text.starts_with('m')) open_referral::read_mapping(text.substr(1));
  if (text.starts_with('p')) read_table(text.substr(1));
  if (text.starts_with('o')) read_times(text.substr(1));
  if (text.starts_with('c')) read_company(text.substr(1));
  return 0;
}
