// What lies behind the services that everybody sees: what publishers say, what curators did, what imports
// were.
#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/rows.hpp"
#include "app/fault.hpp"
#include "wire/json.hpp"

namespace kith::adapters {

using namespace ideas;
using sqlite::Blob;
using sqlite::Text;
using wire::Json;

namespace {

[[noreturn]] void unreadable(char const* what) {
  throw app::Fault(app::FaultKind::corrupted,
                   std::string(what) + " in directory.db cannot be read; run `kith rebuild`");
}

std::optional<Day> day_in(Json const& json, char const* name) {
  auto const* text = wire::string_at(json, name);
  return text ? parse_day(*text) : std::nullopt;
}

app::ImportNote note_of(sqlite::Query const& query) {
  app::ImportNote note;
  auto const on = Day::of_count(query.integer(2));
  if (!on) unreadable("an import");
  note.started = {
      id_in<ImportId>(query, 0), std::string(query.octets(1)), *on, std::string(query.octets(3)), {}};
  if (!query.is_null(4)) note.started.undoes = id_in<ImportId>(query, 4);
  auto const count = [&](int column) { return static_cast<std::uint32_t>(query.integer(column)); };
  if (!query.is_null(5)) note.finished = ImportFinished{note.started.import, count(5), count(6), count(7)};
  note.undone = query.integer(8) > 0;
  return note;
}

}  // namespace

std::string text_of_curation(Curation const& curation) {
  if (curation == Curation()) return {};
  auto json = Json::object();
  if (curation.check) json["check"] = {{"on", text_of(curation.check->on)}, {"by", curation.check->by}};
  if (curation.hidden) json["hidden"] = true;
  for (auto const& [field, text] : curation.corrections)
    json["corrections"][std::string(name_of(field))] = text;
  return wire::write_json(json);
}

Curation curation_of_text(std::string_view text) {
  Curation made;
  if (text.empty()) return made;
  auto const read = wire::read_json(text);
  auto const* json = std::get_if<Json>(&read);
  if (!json) unreadable("what a curator did");
  if (auto const* check = wire::member(*json, "check")) {
    auto const on = day_in(*check, "on");
    auto const* by = wire::string_at(*check, "by");
    if (!on || !by) unreadable("what a curator did");
    made.check = Curation::Check{*on, *by};
  }
  made.hidden = wire::bool_at(*json, "hidden").value_or(false);
  auto const* corrections = wire::member(*json, "corrections");
  for (auto const field : all<ServiceField>()) {
    auto const* said = corrections ? wire::string_at(*corrections, name_of(field)) : nullptr;
    if (said) made.corrections[field] = *said;
  }
  return made;
}

std::optional<Entry> DirectorySqlite::entry(ServiceId id) const {
  auto const file = readers_.lease();
  auto const key = key_of(id);
  auto query = file->query(
      "SELECT coalesce(listed, body), curation, import, withdrawn FROM services WHERE id = ?1", Blob{key});
  if (!query.step()) return std::nullopt;
  Entry made;
  made.listed = service_of_body(query.octets(0));
  if (!query.is_null(1)) made.curation = curation_of_text(query.octets(1));
  if (!query.is_null(2)) made.import = id_in<ImportId>(query, 2);
  made.withdrawn = query.integer(3) != 0;
  return made;
}

std::vector<std::uint64_t> DirectorySqlite::history(ServiceId service, std::size_t limit) const {
  auto const file = readers_.lease();
  auto const key = key_of(service);
  std::vector<std::uint64_t> found;
  auto query = file->query(
      "SELECT position FROM (SELECT position FROM history WHERE service = ?1 ORDER BY position DESC LIMIT "
      "?2) "
      "ORDER BY position",
      Blob{key}, static_cast<std::int64_t>(limit));
  while (query.step()) found.push_back(static_cast<std::uint64_t>(query.integer(0)));
  return found;
}

std::vector<app::ImportNote> DirectorySqlite::imports(std::size_t limit) const {
  auto const file = readers_.lease();
  std::vector<app::ImportNote> found;
  auto query = file->query(
      "SELECT i.id, i.feed, i.day, i.input, i.undoes, i.fresh, i.changed, i.gone, "
      "(SELECT count(*) FROM imports u WHERE u.undoes = i.id) FROM imports i ORDER BY i.number DESC LIMIT ?1",
      static_cast<std::int64_t>(limit));
  while (query.step()) found.push_back(note_of(query));
  return found;
}

std::vector<ServiceId> DirectorySqlite::listed_by(ImportId import) const {
  auto const file = readers_.lease();
  auto const key = key_of(import);
  std::vector<ServiceId> found;
  auto query = file->query("SELECT id FROM services WHERE import = ?1 ORDER BY row", Blob{key});
  while (query.step()) found.push_back(id_in<ServiceId>(query, 0));
  return found;
}

std::vector<std::pair<ServiceId, std::string>> DirectorySqlite::listed_in(std::string const& feed) const {
  auto const file = readers_.lease();
  std::vector<std::pair<ServiceId, std::string>> found;
  auto query = file->query(
      "SELECT s.id, s.name FROM imports i JOIN services s ON s.import = i.id WHERE i.feed = ?1 AND "
      "s.withdrawn = 0 "
      "ORDER BY s.name, s.id",
      Text{feed});
  while (query.step()) found.emplace_back(id_in<ServiceId>(query, 0), std::string(query.octets(1)));
  return found;
}

std::vector<Service> DirectorySqlite::hidden(std::size_t limit) const {
  auto const file = readers_.lease();
  std::vector<Service> found;
  auto query = file->query("SELECT body FROM services WHERE hidden = 1 ORDER BY name, id LIMIT ?1",
                           static_cast<std::int64_t>(std::min(limit, app::curator_rows_max)));
  while (query.step()) found.push_back(service_of_body(query.octets(0)));
  return found;
}

std::vector<app::HeardObstacle> DirectorySqlite::obstacles(std::size_t least, std::size_t limit) const {
  auto const file = readers_.lease();
  std::vector<app::HeardObstacle> found;
  auto query = file->query(
      "SELECT o.service, s.name, o.what, o.times FROM obstacles o JOIN services s ON s.id = o.service "
      "WHERE o.times >= ?1 ORDER BY o.times DESC, s.name, o.what LIMIT ?2",
      static_cast<std::int64_t>(least), static_cast<std::int64_t>(std::min(limit, app::curator_rows_max)));
  while (query.step()) {
    auto const what = query.integer(2);
    if (what < 0 || what >= static_cast<std::int64_t>(count_of<Barrier>)) unreadable("a reason");
    found.push_back({id_in<ServiceId>(query, 0), std::string(query.octets(1)), static_cast<Barrier>(what),
                     static_cast<std::size_t>(query.integer(3))});
  }
  return found;
}

}  // namespace kith::adapters
