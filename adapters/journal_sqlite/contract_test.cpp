// The journal in SQLite passes the contract, and lasts.
#include "adapters/journal_contract/contract.hpp"

#include "adapters/journal_sqlite/journal_sqlite.hpp"

namespace kith::journal_contract {
namespace {

std::unique_ptr<OpenJournal> open_sqlite(std::string const& folder) {
  return std::make_unique<Opened<adapters::SqliteJournal>>(folder + "/journal.db", sqlite::Open::create,
                                                           sample_hash);
}

JournalCase const sqlite_case{"sqlite", open_sqlite};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Sqlite, JournalContract, testing::Values(sqlite_case), name_of);
INSTANTIATE_TEST_SUITE_P(Sqlite, LastingJournalContract, testing::Values(sqlite_case), name_of);

}  // namespace kith::journal_contract
