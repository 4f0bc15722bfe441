// A drawer keeps what was put in over a restart, for its account alone, and nobody can read the file.
#include "adapters/drawer_sqlite/drawer_sqlite.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/fault.hpp"

namespace kith::adapters {
namespace {

constexpr AccountId bella{1, 1}, lee{1, 2};

class DrawerTest : public testing::Test {
 protected:
  DrawerTest() {
    auto name = (std::filesystem::temp_directory_path() / "kith-drawer-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~DrawerTest() override { std::filesystem::remove_all(folder_); }
  std::string file() const { return (folder_ / "drawers.db").string(); }

  std::filesystem::path folder_;
  std::unique_ptr<SodiumSeal> seal_ = SodiumSeal::in_memory();
};

TEST_F(DrawerTest, keeps_what_was_put_in_for_one_account_under_one_name) {
  {
    DrawerSqlite drawer(file(), *seal_);
    drawer.put(bella, "work_times", "mondays");
    drawer.put(bella, "work_times", "tuesdays");
  }
  DrawerSqlite drawer(file(), *seal_);
  EXPECT_EQ(drawer.look(bella, "work_times"), "tuesdays");
  EXPECT_EQ(drawer.look(bella, "calendar"), std::nullopt);
  std::string const long_name = "a name that is longer than a short string is";
  drawer.put(bella, long_name, "here");
  EXPECT_EQ(drawer.look(bella, long_name), "here");
  EXPECT_EQ(drawer.look(lee, "work_times"), std::nullopt);
  drawer.put(bella, "work_times", "");
  EXPECT_EQ(drawer.look(bella, "work_times"), std::nullopt);
}

TEST_F(DrawerTest, nobody_reads_it_in_the_file_or_under_another_seal) {
  DrawerSqlite(file(), *seal_).put(bella, "work_times", "every full moon");
  for (auto const& entry : std::filesystem::directory_iterator(folder_)) {
    std::ifstream kept(entry.path(), std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(kept), {}};
    EXPECT_EQ(bytes.find("full moon"), bytes.npos) << entry.path();
  }
  auto const other = SodiumSeal::in_memory();
  EXPECT_THROW(DrawerSqlite(file(), *other).look(bella, "work_times"), app::Fault);
}

TEST_F(DrawerTest, what_is_too_large_is_not_taken) {
  DrawerSqlite drawer(file(), *seal_);
  EXPECT_THROW(drawer.put(bella, "calendar", app::Bytes(app::drawer_bytes_max + 1, 'x')), app::Fault);
}

}  // namespace
}  // namespace kith::adapters
