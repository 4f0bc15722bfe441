// What a backup says about itself, and the list of erased people. Rules KP3 and KP9.
#include <gtest/gtest.h>

#include "app/keeping/erasures.hpp"
#include "app/keeping/manifest.hpp"

namespace kith::app {
namespace {

Manifest made() {
  Hash hash{};
  hash[0] = 0xab, hash[31] = 0x01;
  return {Instant{1'764'000'000'000},
          IdBits{7, 8},
          "/srv/kith/erased.list",
          {{"journal.db", 4096, hash}, {"keys.db", 0, {}}}};
}

TEST(Manifest, comes_back_as_it_was_written) {
  auto const read = read_manifest(write_manifest(made()));
  ASSERT_TRUE(std::holds_alternative<Manifest>(read));
  EXPECT_EQ(made(), std::get<Manifest>(read));
}

TEST(Manifest, KP3_half_a_manifest_or_one_that_leads_elsewhere_is_none) {
  auto const whole = write_manifest(made());
  auto const with = [&](std::string_view old, std::string_view other) {
    auto text = whole;
    return text.replace(text.find(old), old.size(), other);
  };
  for (auto const& text : {std::string(), whole.substr(0, whole.size() / 2), std::string("[]"),
                           with("\"kith_backup\":1", "\"kith_backup\":2"), with("journal.db", "../up.db"),
                           with("journal.db", ".hidden"), with("ab00", "zz00"), with("4096", "-1"),
                           with("made_at", "made_on")}) {
    auto const read = read_manifest(text);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << text;
    EXPECT_EQ("KP3", std::get<Refusal>(read).rule);
  }
}

TEST(Erasures, come_back_as_they_were_written) {
  Erasures const list{IdBits{9, 9}, {{Instant{1000}, {1, 2}}, {Instant{2000}, {3, 4}}}};
  auto const read = read_erasures(first_line_of({9, 9}) + line_of(list.list[0]) + line_of(list.list[1]));
  ASSERT_TRUE(std::holds_alternative<Erasures>(read));
  EXPECT_EQ(list, std::get<Erasures>(read));
  EXPECT_EQ(Erasures{}, std::get<Erasures>(read_erasures("")));
}

TEST(Erasures, KP9_a_line_that_cannot_be_read_is_never_skipped) {
  auto const whose = first_line_of({9, 9});
  auto const whole = whose + line_of({Instant{1000}, {1, 2}});
  struct {
    std::string text;
    std::int64_t line;
  } const rows[] = {{whole + "half a line", 3},
                    {whole.substr(0, whole.size() - 1), 2},
                    {"\n" + whole, 1},
                    {line_of({Instant{1000}, {1, 2}}), 1},
                    {"of somebody\n", 1},
                    {whole + "2026-11-22T10:15:00.000Z nobody\n", 3},
                    {whose + "yesterday 00000000-0000-0001-0000-000000000002\n", 2}};
  for (auto const& row : rows) {
    auto const read = read_erasures(row.text);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << row.text;
    EXPECT_EQ(refuse("KP9", {{"line", row.line}}), std::get<Refusal>(read));
  }
}

}  // namespace
}  // namespace kith::app
