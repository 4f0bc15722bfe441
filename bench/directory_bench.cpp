// The directory at 100,000 services: matching, searching and importing, each beside a peer or a limit taken
// in the same run. Requirements Z-3, Z-4 and Z-5.
//
// The town: 60 places in Britain, 67 words for each service, 41 of them very common. Seeded; the same each
// time.
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "bench/load.hpp"
#include "bench/town.hpp"
#include "core/ideas/match.hpp"
#include "standards/open_referral/directory_files.hpp"

namespace kith {
namespace {

using namespace ideas;
using namespace bench;
constexpr std::size_t services_made = 100'000;
constexpr std::size_t towns = 60, words_each = 67, words_common = 41, words_rare = 20'000;
constexpr std::size_t questions = 1'000;
constexpr std::int32_t five_km = 5'000;
Day const today = *day_of({2026, 11, 22});

// An invented country, and a file about it as a council would export it.
class Country {
 public:
  Country() {
    std::uniform_int_distribution<std::int32_t> lat(50'500'000, 57'500'000), lon(-5'000'000, 1'000'000);
    for (std::size_t n = 0; n < towns; ++n) towns_.push_back({lat(random_), lon(random_)});
  }

  std::string word() {
    static char const* const syllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wen"};
    bool const common = std::uniform_int_distribution(0, 2)(random_) == 0;
    auto n = common ? std::uniform_int_distribution<std::size_t>(0, words_common - 1)(random_)
                    : words_common + std::uniform_int_distribution<std::size_t>(0, words_rare - 1)(random_);
    return spelt(n, syllables);
  }
  std::string common_word(std::size_t n) {
    static char const* const syllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wen"};
    return spelt(n % words_common, syllables);
  }
  Point place() {
    auto const& town = towns_[std::uniform_int_distribution<std::size_t>(0, towns - 1)(random_)];
    std::normal_distribution<double> away(0, 110'000);
    return {town.lat_udeg + static_cast<std::int32_t>(away(random_)),
            town.lon_udeg + static_cast<std::int32_t>(1.6 * away(random_))};
  }

  std::string csv() {
    std::string text = "id,name,organization,description,latitude,longitude,phone\n";
    for (std::size_t n = 0; n < services_made; ++n) {
      text += std::to_string(n) + "," + word() + " " + word() + " group," + word() + " trust,";
      for (std::size_t w = 0; w < words_each; ++w) text += word() + (w + 1 < words_each ? " " : ",");
      auto const at = place();
      char where[64];
      std::snprintf(where, sizeof where, "%.6f,%.6f,", at.lat_udeg / 1e6, at.lon_udeg / 1e6);
      text += where + std::string("01632 960100\n");
    }
    return text;
  }

  std::mt19937 random_{4711};

 private:
  static std::string spelt(std::size_t n, char const* const* syllables) {
    std::string made;
    for (auto rest = n + 7;; rest /= 10) {
      made += syllables[rest % 10];
      if (rest < 10) break;
    }
    return made;
  }
  std::vector<Point> towns_;
};

DirectoryDraft read_file(std::string const& csv) {
  auto read = open_referral::read_directory({{"bench.csv", csv}}, {.imported_on = today});
  return std::move(std::get<DirectoryDraft>(read));
}

Country& country() {
  static Country only;
  return only;
}
std::string const& csv() {
  static std::string const text = country().csv();
  return text;
}
DirectoryDraft const& draft() {
  static DirectoryDraft const read = read_file(csv());
  return read;
}
Folder const& folder() {
  static Folder const only;
  return only;
}

// The limit for storing: the same texts as rows of one table, a thousand to a commit, and nothing else.
double seconds_for_bare_rows(std::string const& path) {
  sqlite3* file = nullptr;
  sqlite3_open(path.c_str(), &file);
  sqlite3_exec(file,
               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
               "CREATE TABLE rows (id INTEGER PRIMARY KEY, name TEXT, body TEXT);"
               "CREATE VIRTUAL TABLE words USING fts5(name, body, tokenize = 'porter unicode61')",
               nullptr, nullptr, nullptr);
  sqlite3_stmt *row = nullptr, *words = nullptr;
  sqlite3_prepare_v2(file, "INSERT INTO rows VALUES (?1, ?2, ?3)", -1, &row, nullptr);
  sqlite3_prepare_v2(file, "INSERT INTO words (rowid, name, body) VALUES (?1, ?2, ?3)", -1, &words, nullptr);
  auto const from = Clock::now();
  for (std::size_t n = 0; n < draft().drafts.size(); ++n) {
    if (n % 1000 == 0) sqlite3_exec(file, n == 0 ? "BEGIN" : "COMMIT; BEGIN", nullptr, nullptr, nullptr);
    auto const& one = draft().drafts[n].service;
    for (auto* statement : {row, words}) {
      sqlite3_bind_int64(statement, 1, static_cast<std::int64_t>(n));
      sqlite3_bind_text(statement, 2, one.name.data(), static_cast<int>(one.name.size()), SQLITE_STATIC);
      sqlite3_bind_text(statement, 3, one.description.data(), static_cast<int>(one.description.size()),
                        SQLITE_STATIC);
      sqlite3_step(statement);
      sqlite3_reset(statement);
    }
  }
  sqlite3_exec(file, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_finalize(row);
  sqlite3_finalize(words);
  sqlite3_close(file);
  return ms_since(from) / 1000;
}

// The program's own command, as whoever keeps the directory gives it.
void import_as_people_do(char const* what, std::optional<Goal> goal, std::optional<Beside> limit) {
  auto const from = Clock::now();
  Program import(
      {KITH_PROGRAM, "directory", "import", folder() / "town.csv", "--data=" + folder().path().string()},
      Program::Says::nothing);
  auto const peak_mb = import.wait();
  say({what, ms_since(from) / 1000, "s", goal, std::move(limit)});
  say({"  the most memory it held", peak_mb, "MB", at_most(300), {}});
}

ServiceColumns columns_of(DirectoryDraft const& services) {
  ServiceColumns columns;
  for (auto const& one : services.drafts) {
    auto service = one.service;
    service.sub_categories = sub_categories(static_cast<SubCategory>(service.id.lo % count_of<SubCategory>));
    columns.add(service);
  }
  columns.finish();
  return columns;
}

// What any look at every service costs at least.
double ms_of_boxes(ServiceColumns const& columns, Point here) {
  auto const from = Clock::now();
  std::size_t in_box = 0;
  auto const lat = lat_span_udeg(five_km), lon = lon_span_udeg(five_km, here.lat_udeg);
  for (auto const& at : columns.point) {
    auto const up = at.lat_udeg - here.lat_udeg, along = at.lon_udeg - here.lon_udeg;
    in_box += up <= lat && up >= -lat && along <= lon && along >= -lon;
  }
  return ms_since(from) + (in_box > columns.size() ? 1 : 0);
}

void measure_match(char const* what, std::optional<Goal> goal, ServiceColumns const& columns,
                   Preferences wishes) {
  Times times, limit;
  std::size_t found = 0;
  for (std::size_t n = 0; n < questions; ++n) {
    wishes.here = country().place();
    auto const from = Clock::now();
    found += match(columns, wishes, today).ideas.size();
    times.add(ms_since(from));
    limit.add(ms_of_boxes(columns, wishes.here));
  }
  if (found == 0) skip("nothing was found");
  say({what, times.at(0.5), "ms", goal, Beside{"every point and a box", limit.at(0.5)}});
  say({"  p99", times.at(0.99), "ms", {}, Beside{"its p99", limit.at(0.99)}});
}

BENCH(Z_3_match) {
  auto const columns = columns_of(draft());
  Preferences wishes;
  wishes.near = NearKind::point;
  wishes.how_far_m = five_km;
  measure_match("nothing asked for, near a place", {}, columns, wishes);
  for (auto const theme : all<Theme>()) wishes.set(theme, Answer::maybe);
  measure_match("within 5 km, p50", at_most(0.15), columns, wishes);
  wishes.essential = access_needs(AccessNeed::step_free);
  measure_match("the same with something essential", {}, columns, wishes);
  wishes.essential = {};
  wishes.near = NearKind::none;
  measure_match("whole country, p50", at_most(1), columns, wishes);
}

void measure_search() {
  adapters::DirectorySqlite model(folder() / "directory.db");
  sqlite3* file = nullptr;
  sqlite3_open((folder() / "directory.db").c_str(), &file);
  sqlite3_stmt* built_in = nullptr;
  sqlite3_prepare_v2(
      file,
      "SELECT s.row FROM service_words w JOIN services s ON s.row = w.rowid WHERE service_words MATCH ?1 "
      "AND s.lat_udeg BETWEEN ?2 AND ?3 AND s.lon_udeg BETWEEN ?4 AND ?5 ORDER BY rank LIMIT 20",
      -1, &built_in, nullptr);
  Times near, anywhere, slips, peer;
  std::size_t hits = 0;
  for (std::size_t n = 0; n < questions; ++n) {
    auto const one = country().common_word(country().random_()),
               two = country().common_word(country().random_());
    auto const here = country().place();
    auto from = Clock::now();
    hits += model.search({one + " " + two, here, five_km, 20}).size();
    near.add(ms_since(from));
    if (n % 10 != 0) continue;
    from = Clock::now();
    model.search({one + " " + two, here, 0, 20});
    anywhere.add(ms_since(from));
    auto wrong = country().word();
    if (wrong.size() > 3) std::swap(wrong[1], wrong[2]);
    from = Clock::now();
    model.search({wrong + "q", here, five_km, 20});
    slips.add(ms_since(from));
    auto const lat = lat_span_udeg(five_km), lon = lon_span_udeg(five_km, here.lat_udeg);
    auto const words = "\"" + one + "\" AND \"" + two + "\"";
    from = Clock::now();
    sqlite3_bind_text(built_in, 1, words.data(), static_cast<int>(words.size()), SQLITE_STATIC);
    sqlite3_bind_int(built_in, 2, here.lat_udeg - lat);
    sqlite3_bind_int(built_in, 3, here.lat_udeg + lat);
    sqlite3_bind_int(built_in, 4, here.lon_udeg - lon);
    sqlite3_bind_int(built_in, 5, here.lon_udeg + lon);
    while (sqlite3_step(built_in) == SQLITE_ROW) {
    }
    sqlite3_reset(built_in);
    peer.add(ms_since(from));
  }
  sqlite3_finalize(built_in);
  sqlite3_close(file);
  say({"two common words within 5 km, p50",
       near.at(0.5),
       "ms",
       {},
       Beside{"FTS5, its rank, a box", peer.at(0.5)}});
  say({"  p99", near.at(0.99), "ms", at_most(1), Beside{"its p99", peer.at(0.99)}});
  say({"the same, nearest first, no radius, p50", anywhere.at(0.5), "ms", {}, {}});
  say({"one word nobody uses, read as another, p50", slips.at(0.5), "ms", {}, {}});
  say({"found within 5 km, of at most 20", static_cast<double>(hits) / questions, "", {}, {}});
}

// In this order: what is imported is searched.
BENCH(Z_5_import_and_Z_4_search) {
  { Town(folder().path()); }
  std::ofstream(folder() / "town.csv") << csv();
  auto const limit = seconds_for_bare_rows(folder() / "bare.db");
  import_as_people_do("import of 100,000", at_most(60), Beside{"bare rows and words of SQLite", limit});
  import_as_people_do("the same again: nothing changed", {}, {});
  measure_search();
}

}  // namespace
}  // namespace kith
