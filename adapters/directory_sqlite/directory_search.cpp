// The reading half of directory_sqlite: by id, by place, by words, and what curators look at.
#include <algorithm>
#include <limits>
#include <tuple>

#include "adapters/directory_sqlite/cells.hpp"
#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/rows.hpp"
#include "adapters/directory_sqlite/search_words.hpp"
#include "app/fault.hpp"
#include "wire/service.hpp"

namespace kith::adapters {

using namespace ideas;
using sqlite::Blob;
using sqlite::Text;

Service service_of_body(std::string_view body) {
  auto const read = wire::read_json(body);
  auto const* json = std::get_if<wire::Json>(&read);
  auto made = json ? wire::read_service(*json) : std::variant<Service, Refusal>(Refusal{});
  auto* service = std::get_if<Service>(&made);
  if (!service)
    throw app::Fault(app::FaultKind::corrupted,
                     "a service in directory.db cannot be read; run `kith rebuild`");
  return std::move(*service);
}

namespace {

constexpr std::int32_t first_look_m = 5'000, last_look_m = 320'000;
constexpr std::int32_t last_outward_m = 80'000;  // beyond it cells would be too many
constexpr std::size_t area_rows_max = 20'000;
constexpr std::size_t word_rows_max = 2'000;         // looked at for one search
constexpr std::size_t vocabulary_rows_max = 20'000;  // with a part of a mistyped word in them
constexpr std::size_t beginnings_max = 24;           // words one unfinished word is read as: those used most

struct Near {
  std::int32_t distance_m;
  std::int64_t row;
  auto operator<=>(Near const&) const = default;
};

Service service_in_row(sqlite::Connection& file, std::int64_t row) {
  auto query = file.query("SELECT body FROM services WHERE row = ?1", row);
  if (!query.step())
    throw app::Fault(app::FaultKind::corrupted, "a row of directory.db is missing; run `kith rebuild`");
  return service_of_body(query.octets(0));
}

// Every shown service with a door in the box round a point.
std::vector<Near> doors_within(sqlite::Connection& file, Point here, std::int32_t way_m) {
  auto const lat = lat_span_udeg(way_m), lon = lon_span_udeg(way_m, here.lat_udeg);
  std::vector<Near> found;
  auto query = file.query(
      "SELECT row, lat_udeg, lon_udeg FROM services WHERE shown = 1 AND reach = ?1 AND lat_udeg BETWEEN ?2 "
      "AND ?3 "
      "AND lon_udeg BETWEEN ?4 AND ?5",
      static_cast<int>(Reach::local), std::int64_t{here.lat_udeg} - lat, std::int64_t{here.lat_udeg} + lat,
      std::int64_t{here.lon_udeg} - lon, std::int64_t{here.lon_udeg} + lon);
  while (query.step()) {
    Point const at{static_cast<std::int32_t>(query.integer(1)), static_cast<std::int32_t>(query.integer(2))};
    if (auto const away = distance_m(here, at); away <= way_m) found.push_back({away, query.integer(0)});
  }
  return found;
}

// What comes to people stands as near as the edge of its area.
void add_areas(sqlite::Connection& file, Point here, std::vector<Near>& found) {
  auto query = file.query(
      "SELECT row, lat_udeg, lon_udeg, radius_m FROM services WHERE shown = 1 AND reach = ?1 AND lat_udeg IS "
      "NOT NULL LIMIT ?2",
      static_cast<int>(Reach::area), static_cast<std::int64_t>(area_rows_max));
  while (query.step()) {
    Point const at{static_cast<std::int32_t>(query.integer(1)), static_cast<std::int32_t>(query.integer(2))};
    auto const away = std::max<std::int64_t>(0, distance_m(here, at) - query.integer(3));
    if (away <= last_look_m) found.push_back({static_cast<std::int32_t>(away), query.integer(0)});
  }
}

// The forms one word of a question may have in a text: any of them will do.
using Forms = std::vector<std::string>;

// What was typed, word by word, for both tables.
struct Asked {
  std::vector<std::string> words;
  std::vector<Forms> english, welsh;

  static Asked of(std::vector<std::string> words) {
    if (words.size() > app::search_words_max) words.resize(app::search_words_max);
    Asked made{std::move(words), {}, {}};
    for (auto const& word : made.words) {
      made.english.push_back({word});
      made.welsh.push_back(initial_forms(word));
    }
    return made;
  }
};

// As an FTS5 expression: quoted, so that nothing typed is an operator.
std::string expression_of(std::vector<Forms> const& words) {
  std::string text;
  for (auto const& forms : words) {
    std::string any;
    for (auto const& form : forms) any += (any.empty() ? "\"" : " OR \"") + form + "\"";
    text += (text.empty() ? "(" : " AND (") + any + ")";
  }
  return text;
}

// For the rank function: how many forms each word has, a byte for each.
std::string counts_of(std::vector<Forms> const& words) {
  std::string counts;
  for (auto const& forms : words) counts += static_cast<char>(forms.size());
  return counts;
}

struct WordHit {
  std::int64_t name_misses;  // 0: the name itself says it
  std::int32_t distance_m;
  std::string name;
  std::int64_t row;
  bool comes_before(WordHit const& other) const {
    return std::tie(name_misses, distance_m, name, row) <
           std::tie(other.name_misses, other.distance_m, other.name, other.row);
  }
};

std::int32_t distance_of(sqlite::Query const& query, int lat_column, std::optional<Point> const& here) {
  if (!here || query.is_null(lat_column)) return std::numeric_limits<std::int32_t>::max();
  return distance_m(*here, {static_cast<std::int32_t>(query.integer(lat_column)),
                            static_cast<std::int32_t>(query.integer(lat_column + 1))});
}

}  // namespace

std::optional<Service> DirectorySqlite::find(ServiceId id) const {
  auto const file = readers_.lease();
  auto const key = key_of(id);
  auto query = file->query("SELECT body FROM services WHERE id = ?1", Blob{key});
  if (!query.step()) return std::nullopt;
  return service_of_body(query.octets(0));
}

std::vector<Service> DirectorySqlite::near(std::optional<Point> here) const {
  auto const file = readers_.lease();
  std::vector<Service> found;
  if (here) {
    std::vector<Near> rows;
    for (auto look_m = first_look_m; look_m <= last_look_m && rows.size() < app::near_services_max;
         look_m *= 2) {
      rows = doors_within(*file, *here, look_m);
    }
    add_areas(*file, *here, rows);
    auto const kept = std::min(rows.size(), app::near_services_max);
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
    for (std::size_t n = 0; n < kept; ++n) found.push_back(service_in_row(*file, rows[n].row));
  } else {
    auto query =
        file->query("SELECT body FROM services WHERE shown = 1 AND reach <= ?1 ORDER BY name, id LIMIT ?2",
                    static_cast<int>(Reach::area), static_cast<std::int64_t>(app::near_services_max));
    while (query.step()) found.push_back(service_of_body(query.octets(0)));
  }
  auto query =
      file->query("SELECT body FROM services WHERE shown = 1 AND reach > ?1 ORDER BY name, id LIMIT ?2",
                  static_cast<int>(Reach::area), static_cast<std::int64_t>(app::anywhere_services_max));
  while (query.step()) found.push_back(service_of_body(query.octets(0)));
  return found;
}

namespace {

// Where to look: everywhere, or within a circle, by the cells that touch it.
struct Circle {
  std::optional<Point> here;
  std::int32_t radius_m = 0;  // 0: everywhere
  bool within() const { return here && radius_m > 0; }
  std::string cells() const { return within() ? cells_in_circle(*here, radius_m) : std::string(); }
};

struct Table {
  char const* sql;
  std::vector<Forms> const& words;
};

void add_hits(sqlite::Connection& file, Table const& table, Circle const& circle, bool in_name_only,
              std::vector<WordHit>& hits) {
  auto const cells = circle.cells();
  auto expression =
      (in_name_only ? "{name} : (" : "{name description tags} : (") + expression_of(table.words) + ")";
  // The few cells first: then the many forms of a word are only looked up where a cell is.
  if (!cells.empty()) expression = "(cells : (" + cells + ")) AND (" + expression + ")";
  auto const counts = counts_of(table.words);
  auto query =
      file.query(table.sql, Text{expression}, Blob{counts}, static_cast<std::int64_t>(word_rows_max));
  while (query.step()) {
    auto const away = distance_of(query, 2, circle.here);
    if (circle.within() && away > circle.radius_m) continue;
    hits.push_back({query.integer(4), away, std::string(query.octets(1)), query.integer(0)});
  }
}

// Of two hits in one row (an English and a Welsh one) the better stays; best first.
void put_in_order(std::vector<WordHit>& hits) {
  std::sort(hits.begin(), hits.end(), [](auto const& a, auto const& b) {
    return std::tie(a.row, a.name_misses) < std::tie(b.row, b.name_misses);
  });
  hits.erase(
      std::unique(hits.begin(), hits.end(), [](auto const& a, auto const& b) { return a.row == b.row; }),
      hits.end());
  std::sort(hits.begin(), hits.end(), [](auto const& a, auto const& b) { return a.comes_before(b); });
}

std::vector<WordHit> look(sqlite::Connection& file, Asked const& asked, Circle const& circle) {
  Table const tables[] = {
      {"SELECT s.row, s.name, s.lat_udeg, s.lon_udeg, name_misses(service_words, ?2) FROM service_words w "
       "JOIN services s ON s.row = w.rowid WHERE service_words MATCH ?1 LIMIT ?3",
       asked.english},
      {"SELECT s.row, s.name, s.lat_udeg, s.lon_udeg, name_misses(welsh_words, ?2) FROM welsh_words w "
       "JOIN services s ON s.row = w.rowid WHERE welsh_words MATCH ?1 LIMIT ?3",
       asked.welsh}};
  std::vector<WordHit> hits;
  for (auto const& table : tables) {
    // Where not every row can be looked at, those whose name says it are looked at first.
    if (circle.cells().empty()) add_hits(file, table, circle, true, hits);
    if (hits.size() < word_rows_max) add_hits(file, table, circle, false, hits);
  }
  put_in_order(hits);
  return hits;
}

// The nearest circle with enough in it, so that the nearest come first however common the words are.
std::vector<WordHit> look_outwards(sqlite::Connection& file, Asked const& asked,
                                   app::DirectorySearchAsk const& ask) {
  if (!ask.here || ask.radius_m > 0) return look(file, asked, {ask.here, ask.radius_m});
  for (auto radius_m = first_look_m; radius_m <= last_outward_m; radius_m *= 4) {
    auto hits = look(file, asked, {ask.here, radius_m});
    if (hits.size() >= ask.limit) return hits;
  }
  return look(file, asked, {ask.here, 0});
}

// The word with the fewest slips, then the one used most.
struct Meant {
  std::string typed;
  std::size_t most;
  std::optional<std::string> best = {};
  std::size_t fewest = most + 1;
  std::int64_t best_uses = 0;

  void look_at(sqlite::Query query) {
    while (query.step()) {
      std::string const candidate(query.octets(0));
      if (candidate.size() < corrected_bytes_min) continue;
      auto const slips = slips_between(typed, candidate, most);
      auto const uses = query.integer(1);
      if (slips > most || slips > fewest || (slips == fewest && uses <= best_uses)) continue;
      best = candidate, fewest = slips, best_uses = uses;
    }
  }
};

// What was meant by a word that nobody uses: first among those that share three letters in a row with it,
// then, because a slip in a short word leaves no three, among those that begin alike.
std::optional<std::string> meant_by(sqlite::Connection& file, std::string const& word, bool unfinished) {
  auto const most = slips_forgiven(word);
  if (most == 0) return std::nullopt;
  auto known = file.query("SELECT 1 FROM vocabulary WHERE word >= ?1 AND word < ?2 LIMIT 1", Text{word},
                          Text{unfinished ? word + "\x7F" : word + "\x01"});
  if (known.step()) return std::nullopt;
  Meant meant{word, most};
  auto const rows = static_cast<std::int64_t>(vocabulary_rows_max);
  meant.look_at(
      file.query("SELECT v.word, v.uses FROM word_parts p JOIN vocabulary v ON v.id = p.rowid "
                 "WHERE word_parts MATCH ?1 ORDER BY v.id LIMIT ?2",
                 Text{parts_expression(word)}, rows));
  if (!meant.best)
    meant.look_at(file.query("SELECT word, uses FROM vocabulary WHERE word >= ?1 AND word < ?2 LIMIT ?3",
                             Text{word.substr(0, 1)}, Text{word.substr(0, 1) + "\x7F"}, rows));
  return meant.best;
}

// The words in use that begin with one of these, those used most first; one at least, so that it stays a
// word.
Forms beginnings(sqlite::Connection& file, Forms const& begun) {
  std::vector<std::pair<std::int64_t, std::string>> found;
  for (auto const& word : begun) {
    auto query = file.query(
        "SELECT uses, word FROM vocabulary WHERE word >= ?1 AND word < ?2 ORDER BY uses DESC, word LIMIT ?3",
        Text{word}, Text{word + "\x7F"}, static_cast<std::int64_t>(beginnings_max));
    while (query.step()) found.emplace_back(-query.integer(0), query.octets(1));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  Forms forms;
  for (std::size_t n = 0; n < std::min(found.size(), beginnings_max); ++n) forms.push_back(found[n].second);
  return forms.empty() ? begun : forms;
}

// With the last word as one that was not typed to its end. nullopt: no other word begins so.
std::optional<Asked> unfinished(sqlite::Connection& file, Asked const& asked) {
  auto begun = asked;
  begun.english.back() = beginnings(file, asked.english.back());
  begun.welsh.back() = beginnings(file, asked.welsh.back());
  return begun.english == asked.english && begun.welsh == asked.welsh ? std::nullopt : std::optional(begun);
}

// With other words for those that nobody uses. nullopt: every word is one that some entry has.
std::optional<Asked> as_meant(sqlite::Connection& file, Asked const& asked) {
  auto words = asked.words;
  for (auto& word : words) word = meant_by(file, word, &word == &words.back()).value_or(word);
  return words == asked.words ? std::nullopt : std::optional(Asked::of(std::move(words)));
}

}  // namespace

std::vector<Service> DirectorySqlite::search(app::DirectorySearchAsk const& ask) const {
  auto const asked = Asked::of(folded_words(ask.words));
  if (asked.words.empty()) return {};
  auto const file = readers_.lease();
  auto hits = look_outwards(*file, asked, ask);
  for (auto* other : {&unfinished, &as_meant}) {
    if (!hits.empty()) break;
    if (auto const read = other(*file, asked)) hits = look_outwards(*file, *read, ask);
  }
  auto const kept = std::min({hits.size(), ask.limit, app::found_services_max});
  std::vector<Service> found;
  for (std::size_t n = 0; n < kept; ++n) found.push_back(service_in_row(*file, hits[n].row));
  return found;
}

std::vector<Service> DirectorySqlite::unchecked(Day today, std::size_t limit) const {
  auto const file = readers_.lease();
  std::vector<Service> found;
  auto query = file->query(
      "SELECT body FROM services WHERE shown = 1 AND (checked_on IS NULL OR next_check < ?1) "
      "ORDER BY next_check, name, id LIMIT ?2",
      today.count(), static_cast<std::int64_t>(std::min(limit, app::curator_rows_max)));
  while (query.step()) found.push_back(service_of_body(query.octets(0)));
  return found;
}

std::vector<app::OpenReport> DirectorySqlite::reports(std::size_t limit) const {
  auto const file = readers_.lease();
  std::vector<app::OpenReport> found;
  auto query = file->query(
      "SELECT r.id, r.service, r.what, r.day, s.name FROM reports r JOIN services s ON s.id = r.service "
      "WHERE r.settled = 0 ORDER BY r.day, r.id LIMIT ?1",
      static_cast<std::int64_t>(std::min(limit, app::curator_rows_max)));
  while (query.step()) {
    auto const what = query.integer(2);
    auto const on = Day::of_count(query.integer(3));
    if (what < 0 || what >= static_cast<std::int64_t>(count_of<ServiceReport>) || !on) {
      throw app::Fault(app::FaultKind::corrupted,
                       "a report in directory.db cannot be read; run `kith rebuild`");
    }
    found.push_back({id_in<ReportId>(query, 0), id_in<ServiceId>(query, 1), std::string(query.octets(4)),
                     static_cast<ServiceReport>(what), *on});
  }
  return found;
}

std::optional<ServiceId> DirectorySqlite::service_of(ReportId report) const {
  auto const file = readers_.lease();
  auto const key = key_of(report);
  auto query = file->query("SELECT service FROM reports WHERE id = ?1", Blob{key});
  return query.step() ? std::optional(id_in<ServiceId>(query, 0)) : std::nullopt;
}

}  // namespace kith::adapters
