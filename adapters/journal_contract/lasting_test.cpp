// What survives the process, for journals that keep a file. Rules JN20 and JN23; JN21 is each adapter's own.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/journal_contract/contract.hpp"
#include "app/journal/verify.hpp"

namespace kith::journal_contract {
namespace {

using namespace app;
using enum AppendOutcome;
using testing::ElementsAre;

// Does the work in a process that ends as if it had been killed: nothing is closed, no destructor runs.
template <class Work>
void in_a_process_that_dies(Work work) {
  auto const child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST_P(LastingJournalContract, JN20_what_was_appended_is_there_after_the_process_died) {
  auto item = scribe.item(amina, {"one", "two"});
  item.command = sample_command(5, 50);
  item.rows = {row("people", "a", "b")};
  item.snapshots = {{amina, scribe.head(amina), 17, "folded"}};
  in_a_process_that_dies([&] { append(item); });

  EXPECT_EQ(journal().events(amina, 1, 10), item.parts[0].events);
  EXPECT_EQ(journal().command(sample_id(5), sample_id(50)), item.command);
  EXPECT_EQ(models().rows("people", "", std::nullopt, 10), item.rows);
  EXPECT_EQ(journal().snapshot(amina), item.snapshots[0]);
  EXPECT_EQ(append(scribe.item(amina, {"three"})), appended);
  EXPECT_TRUE(verify(journal(), sample_hash).ok);
}

TEST_P(LastingJournalContract, JN20_a_process_that_dies_again_and_again_loses_nothing) {
  for (int n = 0; n < 20; ++n) {
    auto const item = scribe.item(amina, {std::to_string(n)});
    in_a_process_that_dies([&] { append(item); });
  }
  EXPECT_EQ(bodies(amina).size(), 20u);
  EXPECT_EQ(verify(journal(), sample_hash).anchors, 20u);
}

TEST_P(LastingJournalContract, JN20_a_command_answered_before_the_crash_is_known_after_it) {
  auto first = scribe.item(amina, {"agreed"});
  first.command = sample_command(5, 50);
  in_a_process_that_dies([&] { append(first); });
  auto again = scribe.item(amina, {"agreed again"});
  again.command = sample_command(5, 50);
  EXPECT_EQ(append(again), stale);
  EXPECT_THAT(bodies(amina), ElementsAre("agreed"));
}

TEST_P(LastingJournalContract, JN23_an_erased_body_stands_in_no_file_any_more) {
  std::string const words = "words that were said by mistake and are to be forgotten";
  auto const stands_in_a_file = [&] {
    return std::ranges::any_of(std::filesystem::directory_iterator(folder), [&](auto const& file) {
      std::ifstream in(file.path(), std::ios::binary);
      std::string const all{std::istreambuf_iterator<char>(in), {}};
      return all.find(words) != all.npos;
    });
  };
  append(scribe.item(amina, {"kept", words, "kept too"}));
  EXPECT_TRUE(stands_in_a_file());
  AppendItem erasing;
  erasing.parts.push_back(scribe.erase(amina, 2));
  append(erasing);
  EXPECT_FALSE(stands_in_a_file());
}

}  // namespace
}  // namespace kith::journal_contract
