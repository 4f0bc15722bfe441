// Folding: total, repeatable, and the same however it is cut. Made-up lives, seed by seed.
#include "core/record/made_up_test.hpp"
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

constexpr std::uint64_t seeds = 12;
constexpr int lines_per_life = 250;

MadeUp made_up(std::uint64_t seed) { return MadeUp(seed, {ben.account, cara.account}); }

std::vector<std::string> keys_of(Record const& record) {
  std::vector<std::string> keys;
  each_table(record, [&](auto const& table) {
    for (auto const& entry : table)
      keys.push_back(key_of(entry.second.kind, text_of(entry.second.id())) + " " +
                     text_of(entry.second.version));
  });
  return keys;
}

TEST(Folding, a_made_up_life_is_mostly_agreed_and_folds_the_same_again) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    auto s = begun();
    auto up = made_up(seed);
    int agreed = 0;
    for (int line = 0; line < lines_per_life; ++line) {
      auto const& who = up.dice.chance(70) ? amina : up.dice.chance(50) ? ben : cara;
      auto made = up.command(s.shown_to(who), who.reader(), s.now);
      auto const decision = s.ask(who, made.ask, {made.voice, made.base, 0, made.id});
      agreed += std::holds_alternative<Agreed>(decision);
      if (up.dice.chance(10)) s.now.ms += hour_ms;
    }
    EXPECT_GT(agreed, lines_per_life / 5) << "seed " << seed;
    Record again;
    for (auto const& event : s.events) apply(again, the_record, event);
    EXPECT_EQ(keys_of(again), keys_of(s.record)) << "seed " << seed;
  }
}

TEST(Folding, a_fact_about_what_is_not_there_changes_nothing) {
  auto up = made_up(1);
  Record const nothing;
  for (std::size_t n = 0; n < std::variant_size_v<AnyFact>; ++n) {
    auto s = begun();
    auto const before = keys_of(s.record);
    auto const fact = up.fact(n, nothing, s.now);
    apply(s.record, the_record, {CommandId{1, n}, 0, amina.account, s.now, monday, fact});
    auto const after = keys_of(s.record);
    std::string_view const name = name_of(fact);
    for (auto const* about : {"_changed", "_moved", "_taken_off", "_put_away", "_disowned", "_confirmed",
                              "_unlinked", "_removed", "_aside", "_stopped", "_kept", "_answered",
                              "_cancelled", "_ended", "_settled", "_reported", "step_set", "promise_set"}) {
      bool const stands_by_itself = name == "sentence_answered" || name == "support_answered";
      if (!name.ends_with(about) || stands_by_itself) continue;
      EXPECT_EQ(after, before) << name;
    }
  }
}

TEST(Folding, a_version_is_the_command_that_changed_a_row_and_earlier_ones_are_kept_to_a_bound) {
  auto s = begun();
  std::vector<Version> versions{s.told(amina, tie(1, "Mum"))};
  for (std::size_t n = 0; n < earlier_versions_max + 3; ++n) {
    auto const ring = n % 2 ? Ring::inner : Ring::outer;
    versions.push_back(s.told(amina, MoveTie{of<TieId>(1), Occasion::everyday, {ring, {}}}));
  }
  auto const& row = s.record.ties.at(of<TieId>(1));
  EXPECT_EQ(row.version, versions.back());
  ASSERT_EQ(row.earlier.size(), earlier_versions_max);
  EXPECT_EQ(row.earlier.back(), versions[versions.size() - 2]);
  EXPECT_EQ(row.earlier.front(), versions[versions.size() - 1 - earlier_versions_max]);
}

TEST(Folding, has_row_knows_what_words_can_be_about) {
  auto s = begun();
  s.told(amina, tie(1, "Mum"));
  struct {
    std::string key;
    bool there;
  } const rows[] = {
      {"tie:" + text_of(of<TieId>(1)), true},
      {"tie:" + text_of(of<TieId>(2)), false},
      {"goal:" + text_of(of<GoalId>(1)), false},
      {"support:illness", true},
      {"support:money", false},
      {"map:everyday", true},
      {"map:", false},
      {"tie", false},
      {"", false},
      {"secret:1", false},
  };
  for (auto const& row : rows) EXPECT_EQ(has_row(s.record, RowKey{row.key}), row.there) << row.key;
}

}  // namespace
}  // namespace kith
