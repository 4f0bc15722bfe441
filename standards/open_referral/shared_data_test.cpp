// Where tests look for the data beside the repository, and that they can do without it.
#include "standards/open_referral/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace kith::open_referral {
namespace {

TEST(SharedData, is_found_by_KITH_SHARED_and_is_none_where_there_is_no_folder) {
  auto const* set = std::getenv("KITH_SHARED");
  std::string const before = set ? set : "";
  auto const folder = std::filesystem::path(testing::TempDir()) / "kith-shared-test";
  std::filesystem::create_directories(folder / "data");
  std::ofstream(folder / "data/one.csv") << "name\n";
  setenv("KITH_SHARED", folder.c_str(), 1);
  EXPECT_EQ(shared_file("one.csv"), "name\n");
  EXPECT_EQ(shared_file("another.csv"), std::nullopt);
  setenv("KITH_SHARED", (folder / "nowhere").c_str(), 1);
  EXPECT_EQ(shared_file("one.csv"), std::nullopt) << "and a test that needs it is skipped with a message";
  set ? setenv("KITH_SHARED", before.c_str(), 1) : unsetenv("KITH_SHARED");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kith::open_referral
