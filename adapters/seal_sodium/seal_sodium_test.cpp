// The seal with libsodium, on real files. Rules SE1–SE12.
#include "adapters/seal_sodium/seal_sodium.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "adapters/seal_sodium/hash.hpp"
#include "app/fault.hpp"
#include "app/seal/cookie.hpp"

namespace kith::adapters {
namespace {

using namespace app;
using enum HashPurpose;

IdBits const amina{1, 1}, ben{2, 2};
Bytes const words("My sister comes on Sundays.\0 And \xff", 34);

class SodiumSealTest : public testing::Test {
 protected:
  SodiumSealTest()
      : folder(std::filesystem::temp_directory_path() / ("kith-seal-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder);
  }
  ~SodiumSealTest() override { std::filesystem::remove_all(folder); }

  KeyFiles files() const { return {folder / "keys.db", folder / "master.key"}; }
  std::unique_ptr<SodiumSeal> open(sqlite::Open how = sqlite::Open::create) const {
    return std::make_unique<SodiumSeal>(files(), how);
  }
  std::string fault_when_opening(sqlite::Open how = sqlite::Open::create) const {
    try {
      open(how);
    } catch (Fault const& fault) {
      return fault.what();
    }
    return "no fault";
  }
  static std::string all_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path folder;
};

Unsealed const not_authentic = UnsealRefusal::not_authentic;

TEST_F(SodiumSealTest, SE1_what_was_sealed_comes_back) {
  auto const seal = open();
  auto const key = seal->new_key(amina).value();
  for (auto const& plain : {words, Bytes(), Bytes(100000, 'x')}) {
    auto const sealed = seal->seal(key, plain, "header").value();
    EXPECT_EQ(seal->unseal(key, sealed, "header"), Unsealed(plain));
    auto const again = seal->seal_deterministic(key, plain, "header").value();
    EXPECT_EQ(seal->unseal(key, again, "header"), Unsealed(plain));
    EXPECT_EQ(sealed.find("sister"), sealed.npos);
  }
}

TEST_F(SodiumSealTest, SE2_anything_altered_does_not_open) {
  auto const seal = open();
  auto const key = seal->new_key(amina).value();
  auto const other = seal->new_key(ben).value();
  auto const sealed = seal->seal(key, words, "header").value();
  for (std::size_t n = 0; n < sealed.size(); ++n) {
    auto altered = sealed;
    altered[n] ^= 1;
    EXPECT_EQ(seal->unseal(key, altered, "header"), not_authentic) << n;
    EXPECT_EQ(seal->unseal(key, sealed.substr(0, n), "header"), not_authentic) << n;
  }
  EXPECT_EQ(seal->unseal(key, sealed + "x", "header"), not_authentic);
  EXPECT_EQ(seal->unseal(key, sealed, "another header"), not_authentic);
  EXPECT_EQ(seal->unseal(other, sealed, "header"), not_authentic);
}

TEST_F(SodiumSealTest, SE3_only_deterministic_seals_of_equal_input_are_equal) {
  auto const seal = open();
  auto const key = seal->new_key(amina).value();
  EXPECT_NE(seal->seal(key, words, ""), seal->seal(key, words, ""));
  auto const sealed = seal->seal_deterministic(key, words, "row 1");
  EXPECT_EQ(sealed, seal->seal_deterministic(key, words, "row 1"));
  EXPECT_NE(sealed, seal->seal_deterministic(key, words, "row 2"));
  EXPECT_NE(sealed, seal->seal_deterministic(key, words + "x", "row 1"));
  EXPECT_NE(sealed, seal->seal_deterministic(installation_key, words, "row 1"));
  EXPECT_NE(seal->seal_deterministic(key, "b", "a")->substr(1, 24),
            seal->seal_deterministic(key, "", "ab")->substr(1, 24));
}

TEST_F(SodiumSealTest, SE4_a_destroyed_key_is_gone_for_ever) {
  auto seal = open();
  auto const first = seal->new_key(amina).value();
  auto const second = seal->new_key(amina).value();
  auto const kept = seal->new_key(ben).value();
  auto const sealed = seal->seal(first, words, "").value();
  seal->destroy_keys(amina);
  for (int round = 0; round < 2; ++round) {
    for (auto const key : {first, second}) {
      EXPECT_EQ(seal->unseal(key, sealed, ""), Unsealed(UnsealRefusal::key_destroyed));
      EXPECT_EQ(seal->seal(key, words, ""), std::nullopt);
      EXPECT_EQ(seal->seal_deterministic(key, words, ""), std::nullopt);
      EXPECT_EQ(seal->keyed_hash(key, command, words), std::nullopt);
    }
    EXPECT_EQ(seal->new_key(amina), std::nullopt);
    EXPECT_TRUE(seal->seal(kept, words, "").has_value());
    seal->destroy_keys(amina);
    seal.reset();
    seal = open(sqlite::Open::existing);
  }
}

TEST_F(SodiumSealTest, SE4_a_stream_can_be_forgotten_before_it_ever_had_a_key) {
  auto const seal = open();
  seal->destroy_keys(amina);
  EXPECT_EQ(seal->new_key(amina), std::nullopt);
}

TEST_F(SodiumSealTest, SE5_a_destroyed_key_stands_in_no_file) {
  auto const seal = open();
  auto const key = seal->new_key(amina).value();
  seal->new_key(ben);
  Bytes wrapped;
  {
    sqlite::Connection file(files().keys_db, sqlite::Open::existing, sqlite::Access::read);
    auto query = file.query("SELECT wrapped FROM keys WHERE key_id = ?1", key);
    ASSERT_TRUE(query.step());
    wrapped = Bytes(query.octets(0));
  }
  auto const stands_in_a_file = [&] {
    return std::ranges::any_of(std::filesystem::directory_iterator(folder), [&](auto const& file) {
      return all_of(file.path()).find(wrapped) != std::string::npos;
    });
  };
  EXPECT_TRUE(stands_in_a_file());
  seal->destroy_keys(amina);
  EXPECT_FALSE(stands_in_a_file());
}

TEST_F(SodiumSealTest, SE6_an_unknown_key_is_not_a_destroyed_one) {
  auto const seal = open();
  for (KeyId const key : {KeyId{3}, first_stream_key, KeyId{123456789}, UINT64_MAX}) {
    EXPECT_EQ(seal->unseal(key, words, ""), Unsealed(UnsealRefusal::key_unknown)) << key;
    EXPECT_EQ(seal->seal(key, words, ""), std::nullopt) << key;
  }
}

TEST_F(SodiumSealTest, SE7_hashes_differ_by_purpose_and_by_key) {
  auto const seal = open();
  auto const key = seal->new_key(amina).value();
  std::set<Hash> hashes;
  for (auto const purpose : {account_name, external_number, command, token, row_key}) {
    for (auto const under : {key, installation_key, cookie_key}) {
      hashes.insert(seal->keyed_hash(under, purpose, "amina").value());
    }
  }
  EXPECT_EQ(hashes.size(), 15u);
  EXPECT_TRUE(hashes.contains(seal->keyed_hash(key, command, "amina").value()));
  EXPECT_FALSE(hashes.contains(seal->keyed_hash(key, command, "amina ").value()));
}

TEST_F(SodiumSealTest, SE8_the_open_key_seals_nothing) {
  auto const seal = open();
  EXPECT_EQ(seal->seal(open_key, words, "header"), words);
  EXPECT_EQ(seal->seal_deterministic(open_key, words, "header"), words);
  EXPECT_EQ(seal->unseal(open_key, words, "another"), Unsealed(words));
}

TEST_F(SodiumSealTest, SE9_keys_and_hashes_survive_reopening) {
  auto seal = open();
  auto const key = seal->new_key(amina).value();
  auto const sealed = seal->seal(key, words, "header").value();
  auto const row = seal->seal_deterministic(key, words, "row");
  auto const hash = seal->keyed_hash(installation_key, account_name, "amina");
  seal.reset();
  seal = open(sqlite::Open::existing);
  EXPECT_EQ(seal->unseal(key, sealed, "header"), Unsealed(words));
  EXPECT_EQ(seal->seal_deterministic(key, words, "row"), row);
  EXPECT_EQ(seal->keyed_hash(installation_key, account_name, "amina"), hash);
}

TEST_F(SodiumSealTest, SE9_a_missing_or_foreign_master_key_is_a_clear_fault) {
  EXPECT_NE(fault_when_opening(sqlite::Open::existing).find("cannot be read"), std::string::npos);
  open();
  std::filesystem::rename(folder / "master.key", folder / "master.old");
  EXPECT_NE(fault_when_opening().find("is missing"), std::string::npos);
  std::ofstream(folder / "master.key") << std::string(32, 'x');
  ::chmod((folder / "master.key").c_str(), 0600);
  EXPECT_NE(fault_when_opening().find("does not belong"), std::string::npos);
  std::ofstream(folder / "master.key") << "short";
  EXPECT_NE(fault_when_opening().find("32 octets"), std::string::npos);
}

TEST_F(SodiumSealTest, SE9_an_altered_key_is_a_fault) {
  auto const key = open()->new_key(amina).value();
  {
    sqlite::Connection file(files().keys_db, sqlite::Open::existing);
    file.run("UPDATE keys SET wrapped = zeroblob(72)");
  }
  auto const seal = open();
  EXPECT_THROW(seal->seal(key, words, ""), Fault);
}

TEST_F(SodiumSealTest, SE10_the_master_key_is_readable_by_its_owner_only) {
  open();
  auto const path = folder / "master.key";
  struct stat facts {};
  ASSERT_EQ(::stat(path.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
  EXPECT_EQ(facts.st_size, 32);
  for (mode_t const mode : {0640u, 0604u, 0620u}) {
    ::chmod(path.c_str(), mode);
    EXPECT_NE(fault_when_opening().find("chmod 600"), std::string::npos) << mode;
  }
}

TEST_F(SodiumSealTest, SE11_a_cookie_opens_until_its_end_and_for_its_purpose) {
  auto const seal = SodiumSeal::in_memory();
  Instant const end{1000};
  for (auto const& content : {Bytes(), Bytes("x"), Bytes("xy"), words}) {
    auto const cookie = seal_cookie(*seal, "sync", content, end);
    EXPECT_EQ(unseal_cookie(*seal, "sync", cookie, Instant{999}), content);
    EXPECT_EQ(unseal_cookie(*seal, "sync", cookie, Instant{1000}), std::nullopt);
    EXPECT_EQ(unseal_cookie(*seal, "page", cookie, Instant{999}), std::nullopt);
    auto const another = SodiumSeal::in_memory();
    EXPECT_EQ(unseal_cookie(*another, "sync", cookie, Instant{999}), std::nullopt);
  }
}

TEST_F(SodiumSealTest, SE11_a_changed_letter_makes_a_cookie_nothing) {
  auto const seal = SodiumSeal::in_memory();
  auto const cookie = seal_cookie(*seal, "sync", words, Instant{1000});
  for (std::size_t n = 0; n < cookie.size(); ++n) {
    for (char const letter : {'A', 'b', '-', '_', '=', '\0', '\xff'}) {
      auto changed = cookie;
      if (changed[n] == letter) continue;
      changed[n] = letter;
      EXPECT_EQ(unseal_cookie(*seal, "sync", changed, Instant{0}), std::nullopt) << n;
    }
    EXPECT_EQ(unseal_cookie(*seal, "sync", cookie.substr(0, n), Instant{0}), std::nullopt) << n;
  }
  EXPECT_EQ(unseal_cookie(*seal, "sync", cookie + "A", Instant{0}), std::nullopt);
  EXPECT_EQ(unseal_cookie(*seal, "sync", std::string(cookie_text_bytes_max + 1, 'A'), Instant{0}),
            std::nullopt);
}

TEST_F(SodiumSealTest, SE12_random_tokens_are_long_and_never_alike) {
  auto const seal = SodiumSeal::in_memory();
  std::set<std::string> tokens;
  for (int n = 0; n < 1000; ++n) tokens.insert(random_token(*seal));
  EXPECT_EQ(tokens.size(), 1000u);
  for (auto const& token : tokens) {
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              token.npos);
  }
}

// The published answer for "abc" (RFC 7693 is for 512 bits; this is BLAKE2b-256 as libsodium and b2sum -l 256
// give it).
TEST(Blake2b, hashes_as_others_do) {
  auto const hash = blake2b_256("abc");
  EXPECT_EQ(hash[0], 0xbd);
  EXPECT_EQ(hash[1], 0xdd);
  EXPECT_EQ(hash[31], 0x19);
  EXPECT_EQ(blake2b_256("")[0], 0x0e);
}

}  // namespace
}  // namespace kith::adapters
