// Damage done to a real file of 100,000 events by SQL, as somebody with the disk in their hands would do it,
// and what verify says about each. Rules VF1–VF9.
#include "app/journal/verify.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "adapters/journal_contract/scribe.hpp"
#include "adapters/journal_sqlite/journal_sqlite.hpp"
#include "app/fault.hpp"

namespace kith::adapters {
namespace {

using namespace app;
using journal_contract::sample_hash;
using journal_contract::sample_id;
using journal_contract::Scribe;

constexpr std::uint64_t streams_made = 400;
constexpr std::uint64_t events_per_stream = 250;
constexpr std::uint64_t events_made = streams_made * events_per_stream;
constexpr std::uint64_t erased_stream = 77, erased_position = 30;

// Built once: every test damages a copy.
class World {
 public:
  World() : folder_(std::filesystem::temp_directory_path() / ("kith-verify-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder_);
    SqliteJournal journal(path(), sqlite::Open::create, sample_hash);
    Scribe scribe;
    for (std::uint64_t round = 0; round < events_per_stream / 25; ++round) {
      std::vector<AppendItem> items;
      for (std::uint64_t stream = 1; stream <= streams_made; ++stream) {
        items.push_back(scribe.item(sample_id(stream), bodies(stream, round)));
        if (items.size() < items_per_append_max && stream < streams_made) continue;
        journal.append(items);
        items.clear();
      }
    }
    // One body emptied as the rules allow, in place of the last event of its stream.
    AppendItem erasing;
    erasing.parts.push_back(scribe.erase(sample_id(erased_stream), erased_position));
    journal.append(std::span(&erasing, 1));
  }
  ~World() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string path() const { return folder_ / "journal.db"; }
  std::string copy() const {
    auto const to = folder_ / "damaged.db";
    std::filesystem::copy_file(path(), to, std::filesystem::copy_options::overwrite_existing);
    return to;
  }

 private:
  static std::vector<Bytes> bodies(std::uint64_t stream, std::uint64_t round) {
    std::vector<Bytes> made;
    for (int n = 0; n < 25; ++n) {
      made.push_back("sealed " + std::to_string(stream * 1000 + round) + " " + std::to_string(n) +
                     Bytes(200, 'x'));
    }
    return made;
  }
  std::filesystem::path folder_;
};

World const& world() {
  static World const made;
  return made;
}

VerifyReport verify_file(std::string const& path) {
  SqliteJournal const journal(path, sqlite::Open::existing, sample_hash);
  return verify(journal, sample_hash);
}

// Somebody with the disk in their hands does not keep to the schema's checks.
VerifyReport verify_damaged(std::string const& sql) {
  auto const path = world().copy();
  {
    sqlite::Connection file(path, sqlite::Open::existing);
    file.script("PRAGMA ignore_check_constraints = ON");
    file.script(sql);
  }
  return verify_file(path);
}

// Streams as SQL sees them: stream n is n twice, 8 octets each.
std::string stream_sql(std::uint64_t n) {
  char text[48];
  std::snprintf(text, sizeof text, "x'%016lx%016lx'", n, n);
  return text;
}

using Place = std::pair<std::uint64_t, std::uint64_t>;  // stream number, position

std::vector<Place> places(VerifyReport const& report) {
  std::vector<Place> found;
  for (auto const& fault : report.faults) found.emplace_back(fault.stream.lo, fault.position);
  return found;
}

std::string said(VerifyReport const& report) {
  std::string text;
  for (auto const& fault : report.faults) {
    text += std::to_string(fault.stream.lo) + "/" + std::to_string(fault.position) + " " + fault.what + "\n";
  }
  return text;
}

TEST(Verify, JN17_an_untouched_journal_is_sound) {
  auto const report = verify_file(world().path());
  EXPECT_TRUE(report.ok) << said(report);
  EXPECT_EQ(report.streams, streams_made);
  EXPECT_EQ(report.events, events_made + 1);
  EXPECT_EQ(report.erased, 1u);
}

// A damage to one stream, done by SQL in which $S is the stream; and the positions that verify must name.
struct Damage {
  char const* name;
  std::string sql;
  std::vector<std::uint64_t> positions;
};

std::string const at_100 = " WHERE stream = $S AND position = 100;";
std::string const at_the_end = " WHERE stream = $S AND position = 250;";
std::string const cut_tail = "DELETE FROM events WHERE stream = $S AND position > 240;";
std::string const put_head_back =
    "UPDATE streams SET position = 240, chain = (SELECT chain FROM events WHERE stream = $S AND position = "
    "240) "
    "WHERE stream = $S;";
std::string const no_head = "DELETE FROM streams WHERE stream = $S;";

std::string flip(std::string const& column, std::string const& where) {
  return "UPDATE events SET " + column + " = CAST(substr(" + column + ", 1, 7) || x'ee' || substr(" + column +
         ", 9) AS BLOB)" + where;
}

std::string change_places(int first, int second) {
  auto const move = [](int from, int to) {
    return "UPDATE events SET position = " + std::to_string(to) +
           " WHERE stream = $S AND position = " + std::to_string(from) + ";";
  };
  return move(first, 9999) + move(second, first) + move(9999, second);
}

std::string const swap_bodies =
    "CREATE TEMP TABLE held AS SELECT position, body FROM events WHERE stream = $S AND position IN (100, "
    "101);"
    "UPDATE events SET body = (SELECT body FROM held WHERE held.position = 201 - events.position) "
    "WHERE stream = $S AND position IN (100, 101);"
    "DROP TABLE held;";

Damage const damages[] = {
    {"VF1 a byte of a body", flip("body", at_100), {100}},
    {"VF1 a byte of a body hash", flip("body_hash", at_100), {100, 100}},
    {"VF1 a byte of a chain hash", flip("chain", at_100), {100}},
    {"VF1 a byte of the last chain hash", flip("chain", at_the_end), {250}},
    {"VF1 a byte of a command id", flip("command", at_100), {100}},
    {"VF1 an event's number", "UPDATE events SET n = n + 1" + at_100, {100}},
    {"VF1 an instant", "UPDATE events SET recorded_at_ms = recorded_at_ms + 1" + at_100, {100}},
    {"VF1 a key id", "UPDATE events SET key_id = 18" + at_100, {100}},
    {"VF1 another body", "UPDATE events SET body = x'00'" + at_100, {100}},
    {"VF1 two bodies that changed places", swap_bodies, {100, 101}},
    {"VF1 two events in different places", flip("chain", at_100) + flip("body", at_the_end), {100, 250}},
    {"VF2 the first event", "DELETE FROM events WHERE position = 1 AND stream = $S;", {1}},
    {"VF2 an event in the middle", "DELETE FROM events" + at_100, {100}},
    {"VF2 three together", "DELETE FROM events WHERE stream = $S AND position IN (100, 101, 102);", {100}},
    {"VF3 a pair in the middle", change_places(100, 101), {100, 101}},
    {"VF3 the first pair", change_places(1, 2), {1, 2}},
    {"VF3 the last pair", change_places(249, 250), {249, 250}},
    {"VF3 a pair apart", change_places(100, 200), {100, 101, 200, 201}},
    {"VF4 the tail, head and anchors left", cut_tail, {241}},
    {"VF4 the last event", "DELETE FROM events" + at_the_end, {250}},
    {"VF4 the tail and the head with it", cut_tail + put_head_back, {240, 241}},
    {"VF4 every event, head left", "DELETE FROM events WHERE stream = $S;", {1}},
    {"VF5 a whole stream", "DELETE FROM events WHERE stream = $S;" + no_head, {1}},
    {"VF6 a head's chain", "UPDATE streams SET chain = zeroblob(32) WHERE stream = $S;", {250}},
    {"VF6 a head put back", put_head_back, {240}},
    {"VF6 a head's kind", "UPDATE streams SET kind = 2 WHERE stream = $S;", {250}},
    {"VF6 a head gone", no_head, {0}},
    {"VF7 a body gone without a word", "UPDATE events SET body = NULL" + at_100, {100}},
    {"VF9 a chain hash of another length", "UPDATE events SET chain = x'00'" + at_100, {100}},
    {"VF9 a body hash that is a text", "UPDATE events SET body_hash = zeroblob(33)" + at_100, {100}},
};

std::string on_stream(std::string sql, std::uint64_t stream) {
  for (auto at = sql.find("$S"); at != sql.npos; at = sql.find("$S")) sql.replace(at, 2, stream_sql(stream));
  return sql;
}

// All at once, each in a stream of its own: so no damage may hide another, or be found anywhere else.
TEST(Verify, every_damage_is_named_at_its_stream_and_position) {
  std::string all;
  std::uint64_t stream = 100, expected = 0;
  for (auto const& damage : damages) {
    all += on_stream(damage.sql, stream++);
    expected += damage.positions.size();
  }
  auto const report = verify_damaged(all);
  stream = 100;
  for (auto const& damage : damages) {
    std::vector<std::uint64_t> positions;
    for (auto const& fault : report.faults) {
      if (fault.stream == sample_id(stream)) positions.push_back(fault.position);
    }
    EXPECT_EQ(positions, damage.positions) << damage.name << "\n" << said(report);
    ++stream;
  }
  EXPECT_FALSE(report.ok);
  EXPECT_EQ(report.faults.size(), expected) << said(report);
}

struct WholeDamage {
  char const* name;
  std::string sql;
  std::vector<Place> places;
};

WholeDamage const whole_damages[] = {
    {"VF6 a stream that was never anchored",
     "INSERT INTO streams SELECT x'00000000000000050000000000000006', kind, position, chain FROM streams "
     "WHERE stream = " +
         stream_sql(5),
     {{6, 250}, {6, 1}}},
    {"VF7 a body that should be gone",
     "UPDATE events SET body = x'aa' WHERE stream = " + stream_sql(erased_stream) + " AND position = 30",
     {{erased_stream, 30}, {erased_stream, 30}}},
    {"VF8 an anchor's hash", "UPDATE anchors SET hash = zeroblob(32) WHERE number = 3", {{0, 3}}},
    {"VF8 an anchor's heads", "UPDATE anchors SET heads = substr(heads, 58) WHERE number = 3", {{0, 3}}},
    {"VF8 an anchor gone", "DELETE FROM anchors WHERE number = 3", {{0, 3}}},
    {"VF8 an anchor of another length", "UPDATE anchors SET heads = x'00' WHERE number = 3", {{0, 3}}},
};

TEST(Verify, damage_beside_the_streams_is_named_too) {
  for (auto const& damage : whole_damages) {
    auto const report = verify_damaged(damage.sql);
    EXPECT_FALSE(report.ok) << damage.name;
    EXPECT_EQ(places(report), damage.places) << damage.name << "\n" << said(report);
  }
}

TEST(Verify, VF8_an_anchor_cut_from_the_end_leaves_a_head_that_nobody_anchored) {
  auto const report = verify_damaged("DELETE FROM anchors WHERE number = (SELECT max(number) FROM anchors)");
  EXPECT_THAT(places(report), testing::Contains(Place(erased_stream, 251)));
}

TEST(Verify, VF9_more_faults_than_can_be_listed_are_counted) {
  auto const report = verify_damaged("UPDATE events SET n = n + 1");
  EXPECT_EQ(report.faults.size(), verify_faults_max);
  EXPECT_EQ(report.faults_unlisted, events_made + 1 - verify_faults_max);
}

// One byte anywhere in the file: verify may find nothing where nothing stands, but it must end and not crash.
TEST(Verify, VF9_a_byte_flipped_anywhere_in_the_file_never_ends_the_process) {
  auto const path = world().copy();
  auto const size = std::filesystem::file_size(path);
  constexpr int flips = 24;
  int found = 0;
  for (int n = 0; n < flips; ++n) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    auto const at = static_cast<std::streamoff>(size / flips * static_cast<std::uintmax_t>(n) + 2000);
    file.seekg(at);
    auto const byte = static_cast<char>(file.get() ^ 0x10);
    file.seekp(at);
    file.put(byte);
  }
  try {
    found = static_cast<int>(verify_file(path).faults.size());
  } catch (Fault const& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::corrupted);
    found = 1;
  }
  EXPECT_GT(found, 0);
}

}  // namespace
}  // namespace kith::adapters
