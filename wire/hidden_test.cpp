// What is hidden appears nowhere: not in rows, the view, a refusal or an undo.
//
// Rules SH1, SH13 and VW1 on made-up lives.
#include <gtest/gtest.h>

#include <set>

#include "core/record/made_up_test.hpp"
#include "core/supporters/supporter_story_test.hpp"
#include "core/view/view.hpp"
#include "wire/commands.hpp"
#include "wire/rows.hpp"
#include "wire/view.hpp"

namespace kith::wire {
namespace {

using namespace story;

constexpr std::uint64_t seeds = 25;
constexpr int lines_per_life = 200;
constexpr int questions = 60;

// The invented words in a text, each of which means one thing in the world.
std::set<std::string> invented(std::string const& text) {
  std::set<std::string> found;
  for (auto at = text.find("zq"); at != text.npos; at = text.find("zq", at + 2)) {
    auto const end = text.find("qz", at);
    if (end != text.npos) found.insert(text.substr(at, end + 2 - at));
  }
  return found;
}

// The id of a hidden row, where the key is nothing but the id. That of the record itself is no secret to
// whoever asks for it.
std::optional<std::string> id_in(std::string const& key) {
  auto const colon = key.find(':');
  auto const kind = key.substr(0, colon), id = key.substr(colon + 1);
  bool const is_of_another = kind == DrawnRow::kind || kind == JoinedRow::kind ||
                             kind == SupporterRow::kind || kind == TellingRow::kind;
  if (is_of_another || !parse_uuid(id)) return std::nullopt;
  if (id == text_of(the_record)) return std::nullopt;
  return id;
}

std::string everything_said_to(Story& s, MadeUp& up, Who const& who) {
  auto const shown = s.shown_to(who);
  std::string said;
  for (auto const& [key, row] : write_rows(shown)) said += key + " " + row + "\n";
  auto const say_all = [](std::vector<Message> const& messages) {
    std::string text;
    for (auto const& message : messages) text += write_json(write_message(message));
    return text;
  };
  if (auto const view = view_of(shown, {who.reader(), s.now, s.today(), say_all}))
    said += write_json(write_view(*view));
  for (int n = 0; n < questions; ++n) {
    auto const& sees_more = up.dice.chance(50) ? s.record : shown;  // also about what they only guess at
    auto const decision =
        decide(shown, the_record, up.command(sees_more, who.reader(), s.now), Story::here_of(who, s.now));
    if (auto const* refusal = std::get_if<Refusal>(&decision))
      said += write_json(write_message(refusal->message));
    auto const* agreed = std::get_if<Agreed>(&decision);
    if (agreed && agreed->undo) said += write_json(write_undo(*agreed->undo, {}));
  }
  return said;
}

TEST(Hidden, SH1_SH13_VW1_nothing_of_a_hidden_row_is_ever_said) {
  std::size_t hidden_rows = 0, readers = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    auto s = begun();
    MadeUp up(seed, {ben.account, cara.account});
    stands_by(s, gwen, 1, PartSet{static_cast<std::uint32_t>(up.dice.below(every_part.bits) + 1)},
              every_part);
    for (int line = 0; line < lines_per_life; ++line) {
      auto const& who = up.dice.chance(80)   ? amina
                        : up.dice.chance(40) ? ben
                        : up.dice.chance(60) ? cara
                                             : gwen;
      auto made = up.command(s.shown_to(who), who.reader(), s.now);
      s.ask(who, made.ask, {made.voice, made.base, 0, made.id});
      if (up.dice.chance(5)) s.now.ms += hour_ms;
    }
    std::set<std::string> chosen_to_tell;  // FU5: what they want to talk about goes further
    for (auto const& entry : s.record.talk)
      if (entry.second.subject) chosen_to_tell.insert(entry.second.subject->text);
    for (auto const& [id, row] : s.record.proposals) {  // AG10: words that were accepted are the line's now
      auto const* offered = find(s.record.statements, row.offered);
      if (offered && row.state == ProposalState::accepted)
        for (auto const& worded : offered->versions) chosen_to_tell.insert(worded.words.text);
    }
    for (auto const& who : {ben, cara, dev, fay, gwen}) {
      auto const all = write_rows(s.record), seen = write_rows(s.shown_to(who));
      auto const said = everything_said_to(s, up, who);
      readers += !seen.empty();
      for (auto const& [key, row] : all) {
        if (seen.contains(key)) continue;
        ++hidden_rows;
        auto tokens = invented(row);
        if (auto const id = id_in(key)) tokens.insert(*id);
        for (auto const& token : tokens) {
          if (chosen_to_tell.contains(token)) continue;
          EXPECT_EQ(said.find(token), said.npos)
              << who.name << " is told " << token << " of " << key << ", seed " << seed;
        }
      }
    }
  }
  EXPECT_GT(hidden_rows, 1000u);
  EXPECT_GT(readers, seeds);
}

TEST(Hidden, DV1_a_device_decides_as_the_server_does) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    auto s = begun();
    MadeUp up(seed, {ben.account, cara.account});
    stands_by(s, gwen, 1, PartSet{static_cast<std::uint32_t>(up.dice.below(every_part.bits) + 1)},
              every_part);
    for (int line = 0; line < lines_per_life / 2; ++line) {
      auto const& who = up.dice.chance(60)   ? amina
                        : up.dice.chance(40) ? ben
                        : up.dice.chance(60) ? cara
                                             : gwen;
      auto const shown = s.shown_to(who);
      Record on_device;
      for (auto const& [key, row] : write_rows(shown))
        put_row(on_device, key, std::get<Json>(read_json(row)));
      auto made = up.command(s.record, who.reader(), s.now);
      auto const here = Story::here_of(who, s.now);
      auto const there = decide(on_device, the_record, made, here),
                 server = decide(shown, the_record, made, here);
      ASSERT_EQ(outcome(there), outcome(server)) << name_of(made.ask) << ", seed " << seed;
      ASSERT_EQ(facts(there), facts(server)) << name_of(made.ask) << ", seed " << seed;
      s.ask(who, made.ask, {made.voice, made.base, 0, made.id});
    }
  }
}

}  // namespace
}  // namespace kith::wire
