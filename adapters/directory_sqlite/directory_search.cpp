// The reading half of directory_sqlite: by id, by place, by words, and what curators look at.
#include <algorithm>
#include <limits>
#include <tuple>

#include "adapters/directory_sqlite/cells.hpp"
#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/rows.hpp"
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
constexpr std::size_t area_rows_max = 20'000;
constexpr std::size_t word_rows_max = 2'000;  // looked at for one search
constexpr std::size_t word_bytes_max = 60;

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

// "Men's shed wal" → "men"* … as an FTS5 expression of quoted words, so that nothing typed is an operator.
std::string words_expression(std::string_view typed) {
  std::string expression, word;
  std::size_t words = 0;
  auto const end_word = [&] {
    if (!word.empty() && words < app::search_words_max) {
      expression += (expression.empty() ? "\"" : " AND \"") + word.substr(0, word_bytes_max) + "\"";
      ++words;
    }
    word.clear();
  };
  for (auto const c : typed) {
    auto const byte = static_cast<unsigned char>(c);
    bool const kept =
        byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (kept)
      word.push_back(c);
    else if (c != '\'')
      end_word();
  }
  end_word();
  return expression.empty() ? expression : expression + "*";  // the last word may be unfinished
}

struct WordHit {
  int name_misses;  // 0: the name itself says it
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

std::vector<Service> DirectorySqlite::search(app::DirectorySearchAsk const& ask) const {
  auto const words = words_expression(ask.words);
  if (words.empty()) return {};
  bool const within = ask.here && ask.radius_m > 0;
  auto const cells = within ? cells_in_circle(*ask.here, ask.radius_m) : std::string();
  auto expression = "{name description tags} : (" + words + ")";
  if (!cells.empty()) expression = "(" + expression + ") AND (cells : (" + cells + "))";
  auto const in_name = "name : (" + words + ")";

  auto const file = readers_.lease();
  std::vector<WordHit> hits;
  auto query = file->query(
      "SELECT s.row, s.name, s.lat_udeg, s.lon_udeg, "
      "s.row NOT IN (SELECT rowid FROM service_words WHERE service_words MATCH ?2 LIMIT ?3) "
      "FROM service_words w JOIN services s ON s.row = w.rowid WHERE service_words MATCH ?1 LIMIT ?3",
      Text{expression}, Text{in_name}, static_cast<std::int64_t>(word_rows_max));
  while (query.step()) {
    auto const away = distance_of(query, 2, ask.here);
    if (within && away > ask.radius_m) continue;
    hits.push_back(
        {static_cast<int>(query.integer(4)), away, std::string(query.octets(1)), query.integer(0)});
  }
  auto const kept = std::min({hits.size(), ask.limit, app::found_services_max});
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                    [](WordHit const& a, WordHit const& b) { return a.comes_before(b); });
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
