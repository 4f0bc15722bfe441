// The folder of an installation, on a real disk.
#include "adapters/folder_posix/folder_posix.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "app/fault.hpp"

namespace kith::adapters {
namespace {

class FolderTest : public testing::Test {
 protected:
  FolderTest()
      : folder(std::filesystem::temp_directory_path() / ("kith-folder-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder);
  }
  ~FolderTest() override { std::filesystem::remove_all(folder); }
  static std::string all_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::filesystem::path folder;
};

TEST_F(FolderTest, KP10_a_folder_is_held_by_one_at_a_time) {
  {
    auto const held = FolderLock::take(folder);
    ASSERT_TRUE(held.has_value());
    EXPECT_FALSE(FolderLock::take(folder).has_value());
  }
  EXPECT_TRUE(FolderLock::take(folder).has_value());
}

TEST_F(FolderTest, lines_are_added_at_the_end_for_the_owner_only) {
  append_durably(folder / "list", "one\n");
  append_durably(folder / "list", "two\n");
  EXPECT_EQ("one\ntwo\n", all_of(folder / "list"));
  auto const may = std::filesystem::status(folder / "list").permissions();
  EXPECT_EQ(std::filesystem::perms::none,
            may & (std::filesystem::perms::group_all | std::filesystem::perms::others_all));
  make_durable(folder);
}

TEST_F(FolderTest, half_a_line_is_taken_off_again_when_the_disk_is_full) {
  append_durably(folder / "list", "one\n");
  auto const heeded = ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit const little{6, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &little);
  EXPECT_THROW(append_durably(folder / "list", "two\n"), app::Fault);
  ::setrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, heeded);
  EXPECT_EQ("one\n", all_of(folder / "list"));
}

TEST_F(FolderTest, what_is_not_there_is_a_fault_with_its_name) {
  try {
    make_durable(folder / "none");
    FAIL();
  } catch (std::exception const& fault) {
    EXPECT_NE(std::string(fault.what()).find("none"), std::string::npos);
  }
}

}  // namespace
}  // namespace kith::adapters
