// What only a journal in a file can meet: damage, foreign files, two programs at once. Rule JN21.
#include "adapters/journal_sqlite/journal_sqlite.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "adapters/journal_contract/scribe.hpp"
#include "app/fault.hpp"
#include "app/journal/verify.hpp"

namespace kith::adapters {
namespace {

using namespace app;
using journal_contract::sample_command;
using journal_contract::sample_hash;
using journal_contract::sample_id;
using journal_contract::Scribe;

class SqliteJournalTest : public testing::Test {
 protected:
  SqliteJournalTest()
      : folder(std::filesystem::temp_directory_path() / ("kith-file-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder);
  }
  ~SqliteJournalTest() override { std::filesystem::remove_all(folder); }
  std::string path() const { return folder / "journal.db"; }

  void make(int events) {
    SqliteJournal journal(path(), sqlite::Open::create, sample_hash);
    std::vector<AppendItem> items;
    for (int n = 0; n < events; ++n) {
      items.push_back(scribe.item(sample_id(1), {Bytes(500, 'x')}));
      items.back().command = sample_command(1, static_cast<std::uint64_t>(n));
      items.back().snapshots = {{sample_id(1), scribe.head(sample_id(1)), 17, "folded"}};
    }
    journal.append(items);
  }
  void damage(std::string const& sql) const {
    sqlite::Connection file(path(), sqlite::Open::existing);
    file.script("PRAGMA ignore_check_constraints = ON;" + sql);
  }
  void overwrite(std::streamoff from, std::size_t size_bytes) const {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(from);
    file << std::string(size_bytes, '\x5a');
  }

  Scribe scribe;
  std::filesystem::path folder;
};

// Everything the port can be asked; true when something was a fault.
bool faults_somewhere(std::string const& path) {
  try {
    SqliteJournal journal(path, sqlite::Open::existing, sample_hash);
    journal.events(sample_id(1), 1, 1000);
    journal.head(sample_id(1));
    journal.command(sample_id(1), sample_id(0));
    journal.snapshot(sample_id(1));
    journal.anchors(1, 1000);
    journal.rows("m", "", std::nullopt, 10);
    return !verify(journal, sample_hash).ok;
  } catch (Fault const& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::corrupted) << fault.what();
    return true;
  }
}

TEST_F(SqliteJournalTest, JN21_overwritten_pages_are_faults_and_never_a_crash) {
  constexpr int places = 24;
  int faults = 0;
  for (int n = 0; n < places; ++n) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    scribe = Scribe();
    make(60);
    auto const size = static_cast<std::streamoff>(std::filesystem::file_size(path()));
    overwrite(size / places * n, 700);
    faults += faults_somewhere(path()) ? 1 : 0;
  }
  EXPECT_GT(faults, places / 2);  // some places hold nothing
}

TEST_F(SqliteJournalTest, JN21_a_file_cut_short_is_a_fault) {
  make(60);
  std::filesystem::resize_file(path(), std::filesystem::file_size(path()) / 2);
  EXPECT_TRUE(faults_somewhere(path()));
}

TEST_F(SqliteJournalTest, JN21_an_empty_or_foreign_or_missing_file_is_a_fault) {
  EXPECT_THROW(SqliteJournal(path(), sqlite::Open::existing, sample_hash), Fault);
  std::ofstream(path()) << "dear diary, this is not a journal of Kith, although it is long enough to be one";
  EXPECT_THROW(SqliteJournal(path(), sqlite::Open::create, sample_hash), Fault);
  EXPECT_THROW(SqliteJournal("/nowhere/at/all/journal.db", sqlite::Open::create, sample_hash), Fault);
}

TEST_F(SqliteJournalTest, JN21_columns_of_another_shape_are_faults) {
  char const* const damages[] = {
      "UPDATE events SET body_hash = x'00'",     "UPDATE events SET command = zeroblob(17)",
      "UPDATE events SET key_id = -1",           "UPDATE streams SET chain = x'00'",
      "UPDATE commands SET stream = x''",        "UPDATE commands SET command_hash = zeroblob(31)",
      "UPDATE snapshots SET position = -5",      "UPDATE snapshots SET chain = zeroblob(33)",
      "UPDATE anchors SET heads = zeroblob(56)",
  };
  for (auto const* sql : damages) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    scribe = Scribe();
    make(3);
    damage(sql);
    EXPECT_TRUE(faults_somewhere(path())) << sql;
  }
}

TEST_F(SqliteJournalTest, JN21_events_without_their_head_cannot_be_written_over) {
  make(3);
  damage("DELETE FROM streams");
  SqliteJournal journal(path(), sqlite::Open::existing, sample_hash);
  Scribe fresh;
  auto const item = fresh.item(sample_id(1), {"would replace the first"});
  try {
    journal.append(std::span(&item, 1));
    ADD_FAILURE();
  } catch (Fault const& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::corrupted);
  }
  EXPECT_EQ(journal.events(sample_id(1), 1, 10).size(), 3u);
}

TEST_F(SqliteJournalTest, JN2_two_programs_on_one_file_make_each_other_stale) {
  SqliteJournal one(path(), sqlite::Open::create, sample_hash);
  SqliteJournal two(path(), sqlite::Open::existing, sample_hash);
  Scribe other;
  auto const first = scribe.item(sample_id(1), {"one"});
  auto const late = other.item(sample_id(1), {"two"});
  EXPECT_EQ(one.append(std::span(&first, 1)).at(0), AppendOutcome::appended);
  EXPECT_EQ(two.append(std::span(&late, 1)).at(0), AppendOutcome::stale);
  auto const next = scribe.item(sample_id(1), {"three"});
  EXPECT_EQ(two.append(std::span(&next, 1)).at(0), AppendOutcome::appended);
  EXPECT_TRUE(verify(one, sample_hash).ok);
}

}  // namespace
}  // namespace kith::adapters
