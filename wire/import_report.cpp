#include "wire/import_report.hpp"

namespace kith::wire {

Json write_import_report(ideas::ImportLedger const& ledger) {
  auto const counts = ledger.counts();
  auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  auto repaired = Json::array(), rejected = Json::array();
  for (auto const& one : ledger.repairs()) {
    if (ledger.is_rejected(one.row)) continue;  // a rejected row is accounted for by its rejection
    repaired.push_back({{"file", ledger.file_of(one.row)},
                        {"row", ledger.number_of(one.row)},
                        {"field", one.field},
                        {"how", std::string(one.how)}});
  }
  for (auto const& one : ledger.rejections()) {
    rejected.push_back({{"file", ledger.file_of(one.row)},
                        {"row", ledger.number_of(one.row)},
                        {"rule", std::string(one.rule)},
                        {"why", one.why}});
  }
  Json report = {{"files", count(counts.files)},       {"rows", count(counts.rows)},
                 {"imported", count(counts.imported)}, {"unchanged", count(counts.unchanged)},
                 {"repaired", std::move(repaired)},    {"rejected", std::move(rejected)}};
  if (!ledger.unread().empty()) report["not_read"] = ledger.unread();
  if (ledger.repairs_unlisted() > 0) report["repaired_unlisted"] = count(ledger.repairs_unlisted());
  return report;
}

}  // namespace kith::wire
