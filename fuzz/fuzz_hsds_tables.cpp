// Any bytes as the tables of an HSDS package, four files with a line of ==== between them: every row is
// accounted for.
#include <cstdlib>

#include "standards/open_referral/hsds_tables.hpp"

using namespace kith;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<char const*>(data), size);
  std::vector<open_referral::NamedText> files;
  for (auto const* name : {"services.csv", "locations.csv", "service_at_location.csv", "schedules.csv"}) {
    auto const end = std::min(rest.find("====\n"), rest.size());
    files.push_back({name, rest.substr(0, end)});
    rest.remove_prefix(std::min(end + 5, rest.size()));
  }
  if (!open_referral::is_table_package(files)) return 0;
  open_referral::Reading reading("fuzz", Day(), nullptr);
  if (open_referral::read_table_package(files, reading)) return 0;
  auto draft = reading.take();
  for (auto const& one : draft.drafts) {
    if (one.service.name.empty()) std::abort();
    for (auto const row : one.rows) draft.ledger.settle(row, true);
  }
  auto const counts = draft.ledger.counts();
  if (counts.imported + counts.unchanged + counts.rejected != counts.rows) std::abort();
  return 0;
}
