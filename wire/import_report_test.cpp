#include "wire/import_report.hpp"

#include <gtest/gtest.h>

namespace kith::wire {
namespace {

TEST(ImportReport, DI1_the_numbers_add_up_and_every_row_has_its_line) {
  ideas::ImportLedger ledger;
  auto const file = ledger.add_file("a.csv");
  auto const first = ledger.add_row(file, 1), second = ledger.add_row(file, 2),
             third = ledger.add_row(file, 3);
  ledger.repair(first, "phone", "the leading 0 was put back");
  ledger.repair(second, "phone", "a repair of a rejected row is not listed");
  ledger.reject(second, "DI2", "it has no name");
  ledger.settle(first, true);
  ledger.settle(third, false);
  ledger.leave_unread("programs.csv");
  EXPECT_EQ(write_json(write_import_report(ledger)),
            R"({"files":1,"imported":1,"not_read":["programs.csv"],)"
            R"("rejected":[{"file":"a.csv","row":2,"rule":"DI2","why":"it has no name"}],)"
            R"("repaired":[{"field":"phone","file":"a.csv","how":"the leading 0 was put back","row":1}],)"
            R"("rows":3,"unchanged":1})");
}

TEST(ImportReport, DI21_a_row_shared_by_services_is_imported_when_one_of_them_changed) {
  ideas::ImportLedger ledger;
  auto const file = ledger.add_file("organizations.csv");
  auto const shared = ledger.add_row(file, 1), lonely = ledger.add_row(file, 2);
  ledger.keep(shared);
  ledger.settle(shared, false);
  ledger.settle(shared, true);
  ledger.settle(shared, false);
  ledger.reject_the_rest("DI21", "belongs to no service that was read");
  EXPECT_EQ(ledger.counts(), (ideas::ImportCounts{1, 2, 1, 0, 1}));
  EXPECT_TRUE(ledger.is_rejected(lonely));
}

}  // namespace
}  // namespace kith::wire
