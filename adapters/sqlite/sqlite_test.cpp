// The thin layer over SQLite: values come back, statements may nest, broken files are faults with clear
// words.
#include "adapters/sqlite/sqlite.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "app/fault.hpp"

namespace kith::sqlite {
namespace {

using app::Fault;
using app::FaultKind;

constexpr std::int32_t our_id = 0x4B495458;
constexpr std::string_view one[] = {"CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB) STRICT;"};
constexpr std::string_view two[] = {
    one[0], "CREATE TABLE u (n INTEGER PRIMARY KEY) STRICT; INSERT INTO u VALUES (1);"};

class SqliteTest : public testing::Test {
 protected:
  SqliteTest()
      : folder(std::filesystem::temp_directory_path() / ("kith-sqlite-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder);
  }
  ~SqliteTest() override { std::filesystem::remove_all(folder); }
  std::string path() const { return folder / "file.db"; }

  // What opening and migrating says; empty when all is well.
  std::string said(Open open = Open::existing, std::span<std::string_view const> migrations = one) const {
    try {
      Connection file(path(), open);
      migrate(file, our_id, migrations);
    } catch (Fault const& fault) {
      return fault.what();
    }
    return "";
  }
  void write_file(std::string const& content) const { std::ofstream(path(), std::ios::binary) << content; }

  std::filesystem::path folder;
};

TEST_F(SqliteTest, values_come_back_as_they_were_bound) {
  Connection file(":memory:", Open::in_memory);
  std::string const awkward("\0\xff octets", 9);
  auto query = file.query("SELECT ?1, ?2, ?3, ?4, ?5, ?6, typeof(?3), typeof(?4)", INT64_MIN, Blob{awkward},
                          Blob{""}, Text{""}, Null{}, std::optional<Text>());
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer(0), INT64_MIN);
  EXPECT_EQ(query.octets(1), awkward);
  EXPECT_EQ(query.octets(2), "");
  EXPECT_FALSE(query.is_null(2));
  EXPECT_TRUE(query.is_null(4));
  EXPECT_TRUE(query.is_null(5));
  EXPECT_EQ(query.octets(6), "blob");
  EXPECT_EQ(query.octets(7), "text");
  EXPECT_FALSE(query.step());
}

TEST_F(SqliteTest, one_statement_may_run_inside_itself) {
  Connection file(":memory:", Open::in_memory);
  file.script(std::string(one[0]) + "INSERT INTO t VALUES (1, NULL), (2, NULL), (3, NULL)");
  int pairs = 0;
  for (int round = 0; round < 2; ++round) {
    auto outer = file.query("SELECT n FROM t ORDER BY n");
    while (outer.step()) {
      auto inner = file.query("SELECT n FROM t ORDER BY n");
      while (inner.step()) ++pairs;
    }
  }
  EXPECT_EQ(pairs, 18);
}

TEST_F(SqliteTest, run_says_how_many_rows_it_changed) {
  Connection file(":memory:", Open::in_memory);
  file.script(std::string(one[0]));
  EXPECT_EQ(file.run("INSERT OR IGNORE INTO t VALUES (?1, NULL)", 1), 1);
  EXPECT_EQ(file.run("INSERT OR IGNORE INTO t VALUES (?1, NULL)", 1), 0);
}

TEST_F(SqliteTest, a_transaction_that_is_not_committed_is_undone) {
  Connection file(":memory:", Open::in_memory);
  file.script(std::string(one[0]));
  {
    Transaction transaction(file);
    file.run("INSERT INTO t VALUES (1, NULL)");
  }
  EXPECT_FALSE(file.query("SELECT 1 FROM t").step());
  Transaction transaction(file);
  file.run("INSERT INTO t VALUES (1, NULL)");
  transaction.commit();
  EXPECT_TRUE(file.query("SELECT 1 FROM t").step());
}

TEST_F(SqliteTest, migrations_run_once_and_in_order) {
  EXPECT_EQ(said(Open::create, one), "");
  EXPECT_EQ(said(Open::existing, two), "");
  EXPECT_EQ(said(Open::existing, two), "");
  Connection file(path(), Open::existing);
  EXPECT_TRUE(file.query("SELECT 1 FROM u").step());
  auto query = file.query("PRAGMA user_version");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer(0), 2);
}

TEST_F(SqliteTest, a_migration_that_fails_leaves_the_file_as_it_was) {
  ASSERT_EQ(said(Open::create, one), "");
  std::string_view const broken[] = {one[0], "CREATE TABLE v (n INTEGER) STRICT; CREATE TABLE t (n INTEGER)"};
  EXPECT_NE(said(Open::existing, broken), "");
  Connection file(path(), Open::existing);
  EXPECT_FALSE(file.query("SELECT 1 FROM sqlite_schema WHERE name = 'v'").step());
}

TEST_F(SqliteTest, what_is_not_ours_is_a_fault_that_says_so) {
  EXPECT_NE(said().find("cannot be opened"), std::string::npos) << "missing: " << said();
  write_file(std::string(5000, 'x'));
  EXPECT_NE(said().find("is not a database"), std::string::npos) << "other bytes: " << said();
  std::filesystem::remove(path());
  {
    Connection file(path(), Open::create);
    file.script("CREATE TABLE strange (n INTEGER)");
  }
  EXPECT_NE(said().find("belongs to another program"), std::string::npos) << "foreign: " << said();
  std::filesystem::remove(path());
  ASSERT_EQ(said(Open::create, two), "");
  EXPECT_NE(said(Open::existing, one).find("newer Kith"), std::string::npos) << "newer: " << said();
}

TEST_F(SqliteTest, a_file_in_use_is_unavailable) {
  Connection holder(path(), Open::create);
  holder.script(std::string(one[0]));
  Connection other(path(), Open::existing);
  other.script("PRAGMA busy_timeout = 0");
  Transaction const transaction(holder);
  try {
    Transaction const second(other);
    ADD_FAILURE() << "two writers at once";
  } catch (Fault const& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::unavailable);
    EXPECT_NE(std::string(fault.what()).find("in use"), std::string::npos);
  }
}

TEST_F(SqliteTest, a_commit_is_durable_and_deleted_content_is_overwritten) {
  Connection file(path(), Open::create);
  for (auto const& [pragma, value] : {std::pair{"PRAGMA synchronous", 2}, {"PRAGMA secure_delete", 1}}) {
    auto query = file.query(pragma);
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.integer(0), value) << pragma;
  }
}

TEST_F(SqliteTest, a_reading_connection_cannot_write) {
  ASSERT_EQ(said(Open::create), "");
  Connection reader(path(), Open::existing, Access::read);
  EXPECT_THROW(reader.run("INSERT INTO t VALUES (1, NULL)"), Fault);
}

TEST_F(SqliteTest, readers_are_lent_to_many_threads) {
  ASSERT_EQ(said(Open::create), "");
  Readers readers(path());
  std::vector<std::thread> threads;
  for (int n = 0; n < 12; ++n) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        auto const reader = readers.lease();
        EXPECT_FALSE(reader->query("SELECT n FROM t").step());
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST_F(SqliteTest, a_lease_sees_the_file_as_it_was_at_its_first_reading) {
  Connection writer(path(), Open::create);
  writer.script("CREATE TABLE leased (n INTEGER); INSERT INTO leased VALUES (1)");
  Readers readers(path());
  auto const count = [](Connection& reader) {
    auto query = reader.query("SELECT count(*) FROM leased");
    return query.step() ? query.integer(0) : -1;
  };
  {
    auto const reader = readers.lease();
    EXPECT_EQ(count(*reader), 1);
    writer.run("INSERT INTO leased VALUES (2)");
    EXPECT_EQ(count(*reader), 1);
  }
  EXPECT_EQ(count(*readers.lease()), 2);
}

TEST_F(SqliteTest, wrong_sql_is_misuse) {
  Connection file(":memory:", Open::in_memory);
  try {
    file.run("SELECT nothing FROM nowhere");
    ADD_FAILURE();
  } catch (Fault const& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::misuse);
  }
}

}  // namespace
}  // namespace kith::sqlite
