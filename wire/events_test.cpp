// Events as they lie in the journal, for ever: rules EV1 and EV2, and one golden file for each kind.
//
// golden/<kind>.json holds two lines: the event with every member, and with none that may be absent. A file
// is written once, with KITH_GOLDEN=write, and never again: what could be read must be read as long as there
// is Kith.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/record/made_up_test.hpp"
#include "wire/commands.hpp"

namespace kith::wire {
namespace {

namespace fs = std::filesystem;

fs::path golden_folder() {
  auto const* source = std::getenv("KITH_SOURCE");
  return fs::path(source ? source : ".") / "wire" / "golden";
}
Event sample(std::size_t kind, std::uint64_t optional_percent) {
  MadeUp up(kind + 1, {AccountId{0xACC0, 2}});
  up.optional_percent = optional_percent;
  Instant const noon{1793620800000};
  auto fact = up.fact(kind, Record(), noon);
  return {up.dice.id<CommandId>(), 2, AccountId{0xACC0, 1}, noon, *Day::of_count(20759), std::move(fact)};
}
constexpr char const* copied_file = "with_an_origin.json";  // JO4: version 2
Event copied_sample() {
  auto event = sample(0, 100);
  event.origin = Origin{RecordId{0x0EC0, 2}, AccountId{0xACC0, 2}, *Day::of_count(20700),
                        CommandId{0xC0DE, 1}, RowKey{"goal:00000000-0000-1d00-0000-000000000001"}};
  return event;
}
std::vector<std::string> lines_of(fs::path const& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}
std::string rule_of(std::string_view bytes) {
  auto const read = read_event(bytes);
  auto const* refusal = std::get_if<Refusal>(&read);
  return refusal ? std::string(refusal->rule) : "";
}

TEST(Events, EV1_every_kind_ever_written_reads_exactly_as_it_was_written) {
  bool const write = std::getenv("KITH_GOLDEN") != nullptr;
  if (write) fs::create_directories(golden_folder());
  std::set<std::string> known;
  for (std::size_t kind = 0; kind < std::variant_size_v<AnyFact>; ++kind) {
    std::string const name(name_of(sample(kind, 100).fact));
    auto const path = golden_folder() / (name + ".json");
    known.insert(path.filename());
    if (write && !fs::exists(path)) {
      std::ofstream(path) << write_event(sample(kind, 100)) << '\n' << write_event(sample(kind, 0)) << '\n';
    }
    auto const lines = lines_of(path);
    ASSERT_EQ(lines.size(), 2u) << path << ": run make golden once for a new kind of event";
    for (auto const& line : lines) {
      auto const read = read_event(line);
      ASSERT_TRUE(std::holds_alternative<Event>(read)) << rule_of(line) << " " << line;
      EXPECT_EQ(write_event(std::get<Event>(read)), line);
      EXPECT_EQ(name_of(std::get<Event>(read).fact), name);
    }
  }
  known.insert(copied_file);
  for (auto const& entry : fs::directory_iterator(golden_folder()))
    EXPECT_TRUE(known.contains(entry.path().filename()))
        << entry.path() << " was written once and must still be read";
}

TEST(Events, EV1_JO4_a_copy_says_where_it_comes_from) {
  auto const path = golden_folder() / copied_file;
  auto without_row = copied_sample();
  without_row.origin->row.reset();
  if (std::getenv("KITH_GOLDEN") && !fs::exists(path))
    std::ofstream(path) << write_event(copied_sample()) << '\n' << write_event(without_row) << '\n';
  auto const lines = lines_of(path);
  ASSERT_EQ(lines.size(), 2u);
  for (auto const& line : lines) {
    auto const read = read_event(line);
    ASSERT_TRUE(std::holds_alternative<Event>(read)) << rule_of(line);
    EXPECT_EQ(write_event(std::get<Event>(read)), line);
    EXPECT_TRUE(std::get<Event>(read).origin);
  }
}

TEST(Events, EV1_EV2_nothing_is_repaired_or_guessed) {
  auto const whole = write_event(sample(0, 100));
  EXPECT_EQ(rule_of(whole), "");
  auto const changed = [&](std::string_view from, std::string_view to) {
    auto text = whole;
    auto const at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  struct {
    char const* sentence;
    std::string bytes;
    char const* rule;
  } const rows[] = {
      {"EV1 nothing", "", "EV1"},
      {"EV1 cut short", whole.substr(0, whole.size() - 1), "EV1"},
      {"EV1 a kind nobody wrote", changed("record_started", "record_stopped"), "EV1"},
      {"EV1 a member nobody wrote", changed("\"v\":1", "\"v\":1,\"w\":1"), "EV1"},
      {"EV1 a member of the body nobody wrote", changed("\"name\"", "\"nickname\""), "EV1"},
      {"EV1 a member less", changed("\"n\":2,", ""), "EV1"},
      {"EV1 a number below nothing", changed("\"n\":2", "\"n\":-1"), "EV1"},
      {"EV1 a day that is none", changed("2026-11-02\"", "2026-11-31\""), "EV1"},
      {"EV1 an actor that is nobody", changed("00000000-0000-acc0", "00000000-0000-accx"), "EV1"},
      {"EV1 a copy without an origin", changed("\"v\":1", "\"v\":2"), "EV1"},
      {"EV2 a later version", changed("\"v\":1", "\"v\":3"), "EV2"},
      {"EV2 no version", changed("\"v\":1", "\"v\":null"), "EV2"},
  };
  for (auto const& row : rows) EXPECT_EQ(rule_of(row.bytes), row.rule) << row.sentence;
}

TEST(Events, SH12_what_the_code_of_a_paper_copy_ends_is_signed_by_nobody) {
  Event ended = sample(0, 100);
  ended.actor = {};
  EXPECT_EQ(rule_of(write_event(ended)), "EV1") << "only an ending is";
  ended.fact = GrantEnded{{GrantId{1, 1}}};
  EXPECT_EQ(rule_of(write_event(ended)), "");
  ended.fact = VisitEnded{{VisitId{1, 1}}};
  auto const read = read_event(write_event(ended));
  ASSERT_TRUE(std::holds_alternative<Event>(read));
  EXPECT_TRUE(std::get<Event>(read).actor.is_nil());
}

}  // namespace
}  // namespace kith::wire
