#include "adapters/directory_sqlite/directory_sqlite.hpp"

#include <algorithm>

#include "adapters/directory_sqlite/cells.hpp"
#include "adapters/directory_sqlite/name_rank.hpp"
#include "adapters/directory_sqlite/rows.hpp"
#include "adapters/directory_sqlite/search_words.hpp"
#include "app/fault.hpp"
#include "directory_migrations.hpp"
#include "wire/service.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;
using sqlite::Blob;
using sqlite::Text;

constexpr std::int32_t application_id = 0x4B495444;  // "KITD": Kith's directory
constexpr std::size_t vocabulary_bytes_max = 30;
constexpr std::int64_t tidied_entries_min = 1'000;  // fewer changes leave the words nearly as they were
constexpr int pages_written_kib = 32'000, pages_read_kib = 8'000;  // words are all over the file
constexpr int order_bits = 24;  // above them: how many services stand in one cell

// What a search for "choir" or "gardening" should also find: our own words for what it is about.
std::string tags_of(Service const& service) {
  auto tags = service.organization + " " + service.area + " " + service.postcode;
  for (auto const one : all<SubCategory>()) {
    if (service.sub_categories.has(one)) tags += " " + std::string(name_of(one));
  }
  return tags;
}

// Circumflexes are rare in English names and common in Welsh ones.
bool has_welsh_letters(std::string_view name) {
  for (auto const* letter :
       {"\u0175", "\u0177", "\u0174", "\u0176", "\u00f4", "\u00e2", "\u00ea", "\u00ee", "\u00fb"})
    if (name.find(letter) != std::string_view::npos) return true;
  return false;
}

std::optional<std::int32_t> lat_of(Service const& service) {
  return service.point ? std::optional(service.point->lat_udeg) : std::nullopt;
}
std::optional<std::int32_t> lon_of(Service const& service) {
  return service.point ? std::optional(service.point->lon_udeg) : std::nullopt;
}
std::optional<std::int32_t> count_of_day(std::optional<Day> const& day) {
  return day ? std::optional(day->count()) : std::nullopt;
}

}  // namespace

DirectorySqlite::DirectorySqlite(std::string const& path, sqlite::Open open)
    : writer_((add_name_rank(), path), open), readers_(path, pages_read_kib) {
  sqlite::migrate(writer_, application_id, sqlite::directory_migrations);
  // A power cut may take the last commits, never the file; following the journal brings them back.
  writer_.script("PRAGMA synchronous = NORMAL");
  writer_.keep_pages(pages_written_kib);
}

std::uint64_t DirectorySqlite::position(IdBits const& stream) const {
  auto const file = readers_.lease();
  auto const key = app::bytes_of(stream);
  auto query = file->query("SELECT position FROM followed WHERE stream = ?1", Blob{key});
  return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

std::optional<IdBits> DirectorySqlite::stream_of(ServiceId service) const {
  auto const file = readers_.lease();
  auto const key = key_of(service);
  auto query = file->query("SELECT stream FROM services WHERE id = ?1", Blob{key});
  if (!query.step()) return std::nullopt;
  return app::id_of(query.octets(0));
}

void DirectorySqlite::apply(std::span<app::ModelStep const> steps) {
  std::scoped_lock const one_writer(mutex_);
  word_steps_.clear();  // of a transaction that failed
  sqlite::Transaction transaction(writer_);
  for (auto const& step : steps) {
    for (auto const& change : step.changes) apply_one(step.stream, change);
    auto const key = app::bytes_of(step.stream);
    writer_.run("INSERT OR REPLACE INTO followed (stream, position) VALUES (?1, ?2)", Blob{key},
                static_cast<std::int64_t>(step.position));
  }
  write_vocabulary();
  transaction.commit();
}

void DirectorySqlite::apply_one(IdBits const& stream, app::ModelChange const& change) {
  if (auto const* entry = std::get_if<Entry>(&change)) {
    put(stream, *entry);
  } else if (auto const* trouble = std::get_if<ServiceTroubleReported>(&change)) {
    auto const id = key_of(trouble->report), about = key_of(trouble->service);
    writer_.run("INSERT OR REPLACE INTO reports (id, service, what, day) VALUES (?1, ?2, ?3, ?4)", Blob{id},
                Blob{about}, static_cast<int>(trouble->what), trouble->on.count());
  } else if (auto const* settled = std::get_if<ReportSettled>(&change)) {
    auto const id = key_of(settled->report);
    writer_.run("UPDATE reports SET settled = 1 WHERE id = ?1", Blob{id});
  } else if (auto const* heard = std::get_if<ServiceObstacleHeard>(&change)) {
    auto const about = key_of(heard->service);
    writer_.run(
        "INSERT INTO obstacles (service, what, times) VALUES (?1, ?2, 1) "
        "ON CONFLICT DO UPDATE SET times = times + 1",
        Blob{about}, static_cast<int>(heard->what));
  } else if (auto const* touched = std::get_if<app::Touched>(&change)) {
    auto const id = key_of(touched->service);
    writer_.run("INSERT OR REPLACE INTO history (service, position) VALUES (?1, ?2)", Blob{id},
                static_cast<std::int64_t>(touched->position));
  } else if (auto const* started = std::get_if<ImportStarted>(&change)) {
    auto const id = key_of(started->import),
               undoes = started->undoes ? key_of(*started->undoes) : app::Bytes();
    writer_.run("INSERT INTO imports (id, feed, day, input, undoes) VALUES (?1, ?2, ?3, ?4, ?5)", Blob{id},
                Text{started->feed}, started->on.count(), Text{started->input},
                started->undoes ? std::optional(Blob{undoes}) : std::nullopt);
  } else if (auto const* finished = std::get_if<ImportFinished>(&change)) {
    auto const id = key_of(finished->import);
    writer_.run("UPDATE imports SET fresh = ?2, changed = ?3, gone = ?4 WHERE id = ?1", Blob{id},
                finished->fresh, finished->changed, finished->gone);
    if (finished->fresh + finished->changed + finished->gone >= tidied_entries_min) tidy_words();
  }
}

// Each commit leaves a list of rows for each of its words, and a search reads them all; now there is one.
void DirectorySqlite::tidy_words() {
  writer_.run("INSERT INTO service_words (service_words) VALUES ('optimize')");
  writer_.run("INSERT INTO welsh_words (welsh_words) VALUES ('optimize')");
  writer_.run("INSERT INTO word_parts (word_parts) VALUES ('optimize')");
}

void DirectorySqlite::clear() {
  std::scoped_lock const one_writer(mutex_);
  sqlite::Transaction transaction(writer_);
  for (auto const* sql : {"DELETE FROM services", "DELETE FROM service_words", "DELETE FROM welsh_words",
                          "DELETE FROM vocabulary", "DELETE FROM reports", "DELETE FROM followed",
                          "DELETE FROM history", "DELETE FROM imports", "DELETE FROM obstacles",
                          "INSERT INTO word_parts (word_parts) VALUES ('rebuild')"}) {
    writer_.run(sql);
  }
  transaction.commit();
}

// The next row of the service's cell; those without a place come last.
std::int64_t DirectorySqlite::free_row(Service const& service) {
  auto const order = service.point ? geographic_order(*service.point) : std::int64_t{1} << order_bits;
  auto query = writer_.query("SELECT max(row) FROM services WHERE row >= ?1 AND row < ?2", order << 32,
                             (order + 1) << 32);
  return query.step() && !query.is_null(0) ? query.integer(0) + 1 : order << 32;
}

void DirectorySqlite::put(IdBits const& stream, Entry const& entry) {
  auto const service = curated(entry);
  auto const id = key_of(service.id), stream_key = app::bytes_of(stream);
  std::optional<std::int64_t> known;
  std::optional<Service> before;
  if (auto query = writer_.query("SELECT row, body FROM services WHERE id = ?1", Blob{id}); query.step()) {
    known = query.integer(0);
    before = service_of_body(query.octets(1));
  }
  if (known) {
    if (before->is_shown()) take_words_out(*known, *before);
    writer_.run("DELETE FROM services WHERE row = ?1", *known);
  }
  auto const row = known && before->point == service.point ? *known : free_row(service);
  auto const body = wire::write_json(wire::write_service(service));
  auto const listed =
      service == entry.listed ? std::string() : wire::write_json(wire::write_service(entry.listed));
  auto const curation = text_of_curation(entry.curation);
  auto const import = entry.import ? key_of(*entry.import) : app::Bytes();
  auto const text = [](std::string const& value) {
    return value.empty() ? std::nullopt : std::optional(Text{value});
  };
  writer_.run(
      "INSERT INTO services (row, id, stream, body, name, reach, lat_udeg, lon_udeg, radius_m, shown, "
      "checked_on, next_check, listed, curation, import, withdrawn, hidden) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
      row, Blob{id}, Blob{stream_key}, Text{body}, Text{service.name}, static_cast<int>(service.reach),
      lat_of(service), lon_of(service), service.radius_m, static_cast<int>(service.is_shown()),
      count_of_day(service.checked_on), service.next_check.count(), text(listed), text(curation),
      entry.import ? std::optional(Blob{import}) : std::nullopt, static_cast<int>(entry.withdrawn),
      static_cast<int>(service.hidden));
  if (service.is_shown()) put_words_in(row, service);
}

void DirectorySqlite::take_words_out(std::int64_t row, Service const& service) {
  writer_.run("DELETE FROM service_words WHERE rowid = ?1", row);
  writer_.run("DELETE FROM welsh_words WHERE rowid = ?1", row);
  count_words(service, -1);
}

// English words are stemmed, Welsh ones are not; a name may be either.
void DirectorySqlite::put_words_in(std::int64_t row, Service const& service) {
  auto const tags = tags_of(service), cells = service.point ? cell_words(*service.point) : std::string();
  auto const passages =
      passages_of(service.description + "\n" + service.who_can_come + "\n" + service.first_visit);
  writer_.run("INSERT INTO service_words (rowid, name, description, tags, cells) VALUES (?1, ?2, ?3, ?4, ?5)",
              row, Text{service.name}, Text{passages.english}, Text{tags}, Text{cells});
  bool const some_welsh = !passages.welsh.empty() || !passages_of(service.name).welsh.empty();
  if (some_welsh || has_welsh_letters(service.name))
    writer_.run("INSERT INTO welsh_words (rowid, name, description, tags, cells) VALUES (?1, ?2, ?3, ?4, ?5)",
                row, Text{service.name}, Text{passages.welsh}, Text{tags}, Text{cells});
  count_words(service, 1);
}

void DirectorySqlite::count_words(Service const& service, int step) {
  auto list = folded_words(service.name + " " + service.description + " " + tags_of(service));
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  for (auto const& word : list) {
    if (word.size() <= vocabulary_bytes_max) word_steps_[word] += step;
  }
}

// Once for each transaction: a thousand services share most of their words.
void DirectorySqlite::write_vocabulary() {
  for (auto const& [word, step] : word_steps_) {
    if (step == 0) continue;
    std::int64_t id = 0, uses = 0;
    if (auto counted = writer_.query("INSERT INTO vocabulary (word, uses) VALUES (?1, ?2) "
                                     "ON CONFLICT (word) DO UPDATE SET uses = uses + ?2 RETURNING id, uses",
                                     Text{word}, step);
        counted.step())
      id = counted.integer(0), uses = counted.integer(1);
    bool const is_new = uses == step;  // what is there already has a use at least
    if (is_new && uses > 0)
      writer_.run("INSERT INTO word_parts (rowid, word) VALUES (?1, ?2)", id, Text{word});
    if (!is_new && uses <= 0)
      writer_.run("INSERT INTO word_parts (word_parts, rowid, word) VALUES ('delete', ?1, ?2)", id,
                  Text{word});
    if (uses <= 0) writer_.run("DELETE FROM vocabulary WHERE id = ?1", id);
  }
  word_steps_.clear();
}

void DirectorySqlite::replace(std::span<District const> districts) {
  std::scoped_lock const one_writer(mutex_);
  sqlite::Transaction transaction(writer_);
  writer_.run("DELETE FROM places");
  for (auto const& one : districts) {
    writer_.run(
        "INSERT OR REPLACE INTO places (outcode, town, region, wide_region, country, lat_udeg, lon_udeg) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        Text{one.outcode}, Text{one.town}, Text{one.region}, Text{one.wide_region}, Text{one.country},
        one.middle.lat_udeg, one.middle.lon_udeg);
  }
  transaction.commit();
}

std::vector<District> DirectorySqlite::districts() const {
  auto const file = readers_.lease();
  std::vector<District> found;
  auto query = file->query(
      "SELECT outcode, town, region, wide_region, country, lat_udeg, lon_udeg FROM places ORDER BY outcode");
  while (query.step()) {
    auto const text = [&](int column) { return std::string(query.octets(column)); };
    auto const middle = point_of(query.integer(5), query.integer(6));
    if (middle) found.push_back({text(0), text(1), text(2), text(3), text(4), *middle});
  }
  return found;
}

}  // namespace kith::adapters
