#include "adapters/directory_sqlite/directory_sqlite.hpp"

#include "adapters/directory_sqlite/cells.hpp"
#include "adapters/directory_sqlite/rows.hpp"
#include "app/fault.hpp"
#include "directory_migrations.hpp"
#include "wire/service.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;
using sqlite::Blob;
using sqlite::Text;

constexpr std::int32_t application_id = 0x4B495444;  // "KITD": Kith's directory
constexpr int order_bits = 24;                       // above them: how many services stand in one cell

// What a search for "choir" or "gardening" should also find: our own words for what it is about.
std::string tags_of(Service const& service) {
  auto tags = service.organization + " " + service.area + " " + service.postcode;
  for (auto const one : all<SubCategory>()) {
    if (service.sub_categories.has(one)) tags += " " + std::string(name_of(one));
  }
  return tags;
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
    : writer_(path, open), readers_(path) {
  sqlite::migrate(writer_, application_id, sqlite::directory_migrations);
  // A power cut may take the last commits, never the file; following the journal brings them back.
  writer_.script("PRAGMA synchronous = NORMAL");
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

void DirectorySqlite::apply(IdBits const& stream, std::uint64_t position,
                            std::span<app::ModelChange const> changes) {
  std::scoped_lock const one_writer(mutex_);
  sqlite::Transaction transaction(writer_);
  for (auto const& change : changes) {
    if (auto const* service = std::get_if<Service>(&change)) {
      put(stream, *service);
    } else if (auto const* trouble = std::get_if<ServiceTroubleReported>(&change)) {
      auto const id = key_of(trouble->report), about = key_of(trouble->service);
      writer_.run("INSERT OR REPLACE INTO reports (id, service, what, day) VALUES (?1, ?2, ?3, ?4)", Blob{id},
                  Blob{about}, static_cast<int>(trouble->what), trouble->on.count());
    } else if (auto const* settled = std::get_if<ReportSettled>(&change)) {
      auto const id = key_of(settled->report);
      writer_.run("UPDATE reports SET settled = 1 WHERE id = ?1", Blob{id});
    }
  }
  auto const key = app::bytes_of(stream);
  writer_.run("INSERT OR REPLACE INTO followed (stream, position) VALUES (?1, ?2)", Blob{key},
              static_cast<std::int64_t>(position));
  transaction.commit();
}

void DirectorySqlite::clear() {
  std::scoped_lock const one_writer(mutex_);
  sqlite::Transaction transaction(writer_);
  for (auto const* sql :
       {"DELETE FROM services", "DELETE FROM service_words", "DELETE FROM reports", "DELETE FROM followed"}) {
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

void DirectorySqlite::put(IdBits const& stream, Service const& service) {
  auto const id = key_of(service.id), stream_key = app::bytes_of(stream);
  std::optional<std::int64_t> known;
  if (auto query = writer_.query("SELECT row FROM services WHERE id = ?1", Blob{id}); query.step())
    known = query.integer(0);
  if (known) {
    writer_.run("DELETE FROM service_words WHERE rowid = ?1", *known);
    writer_.run("DELETE FROM services WHERE row = ?1", *known);
  }
  auto const row = free_row(service);
  auto const body = wire::write_json(wire::write_service(service));
  writer_.run(
      "INSERT INTO services (row, id, stream, body, name, reach, lat_udeg, lon_udeg, radius_m, shown, "
      "checked_on, next_check) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      row, Blob{id}, Blob{stream_key}, Text{body}, Text{service.name}, static_cast<int>(service.reach),
      lat_of(service), lon_of(service), service.radius_m, static_cast<int>(service.is_shown()),
      count_of_day(service.checked_on), service.next_check.count());
  if (!service.is_shown()) return;
  auto const tags = tags_of(service), cells = service.point ? cell_words(*service.point) : std::string();
  writer_.run("INSERT INTO service_words (rowid, name, description, tags, cells) VALUES (?1, ?2, ?3, ?4, ?5)",
              row, Text{service.name}, Text{service.description}, Text{tags}, Text{cells});
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
