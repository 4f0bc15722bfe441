// The contract in memory and on disk, and what only a disk can show: it is all there again after a restart,
// and nobody can read it.
#include "adapters/identity_sqlite/identity_sqlite.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/identity_contract/identity_contract.hpp"
#include "adapters/identity_memory/identity_memory.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/fault.hpp"
#include "app/identity/remembered.hpp"

namespace kith::adapters {
namespace {

using namespace identity;

class Folder {
 public:
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "kith-identity-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file() const { return (path_ / "identity.db").string(); }

 private:
  std::filesystem::path path_;
};

struct OnDisk {
  Folder folder;
  std::unique_ptr<SodiumSeal> seal = SodiumSeal::in_memory();
  IdentitySqlite kept{folder.file(), *seal};
};

std::shared_ptr<Identity> on_disk() {
  auto const owner = std::make_shared<OnDisk>();
  return {owner, &owner->kept};
}

struct Remembering {
  IdentityMemory inside;
  RememberedIdentity kept{inside};
};
std::shared_ptr<Identity> remembered() {
  auto const owner = std::make_shared<Remembering>();
  return {owner, &owner->kept};
}
std::shared_ptr<Identity> in_memory() { return std::make_shared<IdentityMemory>(); }

Account const amina{AccountId{1, 1}, Digest{1},     "Amina Rahman", Role::person,
                    RecordId{2, 2},  "$argon2id$x", Instant{10}};

std::string bytes_in(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(IdentitySqliteTest, AC8_sessions_and_misses_outlive_a_restart) {
  Folder const folder;
  auto const seal = SodiumSeal::in_memory();
  Pass const session{Digest{9}, PassKind::session, amina.id, Device::own, {10}, {20}, {30}};
  {
    IdentitySqlite before(folder.file(), *seal);
    ASSERT_TRUE(before.add(amina));
    before.put(session);
    before.tally(Digest{5}, Strike::missed, Instant{11});
  }
  IdentitySqlite after(folder.file(), *seal);
  EXPECT_EQ(after.account(amina.id), amina);
  EXPECT_EQ(after.pass(Digest{9}), session);
  EXPECT_EQ(after.tally(Digest{5}, Strike::none, Instant{12}), (Tally{1, Instant{11}}));
}

TEST(IdentitySqliteTest, AC14_the_file_shows_nobodys_name) {
  Folder const folder;
  auto const seal = SodiumSeal::in_memory();
  {
    IdentitySqlite kept(folder.file(), *seal);
    ASSERT_TRUE(kept.add(amina));
  }
  auto const file = bytes_in(folder.file()) + bytes_in(folder.file() + "-wal");
  ASSERT_THAT(file, testing::HasSubstr("$argon2id$x")) << "the row is in the file";
  EXPECT_THAT(file, testing::Not(testing::HasSubstr("Amina")));
}

TEST(IdentitySqliteTest, a_name_moved_to_another_row_is_a_fault_and_not_another_name) {
  Folder const folder;
  auto const seal = SodiumSeal::in_memory();
  IdentitySqlite kept(folder.file(), *seal);
  auto ben = amina;
  ben.id = AccountId{3, 3};
  ben.name_key = Digest{3};
  ben.display_name = "Ben";
  ASSERT_TRUE(kept.add(amina));
  ASSERT_TRUE(kept.add(ben));
  sqlite::Connection vandal(folder.file(), sqlite::Open::existing);
  vandal.run("UPDATE accounts SET display_name = (SELECT display_name FROM accounts ORDER BY id LIMIT 1)");
  EXPECT_EQ(kept.account(amina.id), amina);
  EXPECT_THROW(kept.account(ben.id), app::Fault);
}

}  // namespace
}  // namespace kith::adapters

namespace kith::identity {
INSTANTIATE_TEST_SUITE_P(Memory, IdentityContract, testing::Values(adapters::in_memory));
INSTANTIATE_TEST_SUITE_P(Remembered, IdentityContract, testing::Values(adapters::remembered));
INSTANTIATE_TEST_SUITE_P(Sqlite, IdentityContract, testing::Values(adapters::on_disk));
}  // namespace kith::identity
