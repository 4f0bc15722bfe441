// The journal in memory passes the contract; it does not claim to last.
#include "adapters/journal_contract/contract.hpp"

#include "adapters/journal_memory/journal_memory.hpp"

namespace kith::journal_contract {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(LastingJournalContract);

INSTANTIATE_TEST_SUITE_P(Memory, JournalContract,
                         testing::Values(JournalCase{
                             "memory",
                             [](auto const&) {
                               return std::make_unique<Opened<adapters::MemoryJournal>>(sample_hash);
                             }}),
                         name_of);

}  // namespace kith::journal_contract
