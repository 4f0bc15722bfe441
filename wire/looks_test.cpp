// Entries of the access log as they lie in the journal, for ever: one golden file for each version.
//
// golden_looks/looked_<version>.json holds two lines: an entry with every member, and with none that may be
// absent. It is written once, with KITH_GOLDEN=write, and never again.
#include "wire/looks.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "wire/json.hpp"

namespace kith::wire {
namespace {

namespace fs = std::filesystem;

fs::path golden_file() {
  auto const* source = std::getenv("KITH_SOURCE");
  return fs::path(source ? source : ".") / "wire" / "golden_looks" / "looked_1.json";
}
Looked sample() {
  return {AccountId{0xACC0, 2},
          Role::practitioner,
          {"Ben, link worker"},
          Surface::hand_over,
          Instant{1793620800000},
          *Day::of_count(20759),
          3};
}
std::vector<Looked> samples() {
  Looked terminal = sample();
  terminal.account.reset(), terminal.role = Role::administrator, terminal.name = {}, terminal.more_before = 0;
  terminal.surface = Surface::whole;
  return {sample(), terminal};
}

TEST(Looks, EV1_an_entry_is_written_as_its_golden_file_says_and_read_again) {
  if (std::getenv("KITH_GOLDEN") && !fs::exists(golden_file())) {
    std::ofstream file(golden_file());
    for (auto const& look : samples()) file << write_looked(look) << '\n';
  }
  std::ifstream file(golden_file());
  for (auto const& look : samples()) {
    std::string line;
    ASSERT_TRUE(std::getline(file, line)) << golden_file();
    EXPECT_EQ(write_looked(look), line);
    EXPECT_EQ(read_looked(line), look);
  }
}

TEST(Looks, EV1_EV2_nothing_is_repaired_or_guessed) {
  auto const whole = write_looked(sample());
  ASSERT_TRUE(read_looked(whole));
  auto const changed = [&](std::string_view from, std::string_view to) {
    auto text = whole;
    auto const at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  for (auto const& bytes :
       {std::string(), whole.substr(0, whole.size() - 1), changed("\"looked\"", "\"looted\""),
        changed("\"v\":1", "\"v\":2"), changed("\"v\":1", "\"v\":1,\"w\":1"),
        changed("hand_over", "handover"), changed("\"on\":\"2026-11-02\"", "\"on\":\"2026-11-31\""),
        changed("\"name\"", "\"nickname\"")})
    EXPECT_FALSE(read_looked(bytes)) << bytes;
}

TEST(Looks, LK5_who_looked_says_days_people_and_surfaces_and_no_number) {
  WhoLooked const who{by_day({sample()}), {}};
  EXPECT_EQ(write_who_looked(who),
            "{\"days\":[{\"day\":\"2026-11-02\",\"people\":[{\"account\":\"00000000-0000-acc0-0000-"
            "000000000002\",\"name\":\"Ben, link worker\",\"role\":\"practitioner\",\"surfaces\":[\"hand_"
            "over\"]}]}],\"earlier\":null}");
}

}  // namespace
}  // namespace kith::wire
