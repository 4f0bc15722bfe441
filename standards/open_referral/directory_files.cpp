#include "standards/open_referral/directory_files.hpp"

#include <algorithm>

#include "standards/open_referral/csv_table.hpp"
#include "standards/open_referral/encoding.hpp"
#include "standards/open_referral/geojson.hpp"
#include "standards/open_referral/hsds_json.hpp"
#include "standards/open_referral/hsds_tables.hpp"
#include "standards/open_referral/mapped.hpp"

namespace kith::open_referral {
namespace {

std::string base_name(std::string_view path) {
  auto const slash = path.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}
std::string stem(std::string_view path) {
  auto const name = base_name(path);
  return name.substr(0, std::min(name.rfind('.'), name.size()));
}

char first_mark(std::string_view text) {
  auto const at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

// The last folder's name, for a list that is a folder of files; else the file's own.
std::string folder_or_stem(std::string const& path) {
  auto const slash = path.find_last_of("/\\");
  auto const folder = slash == std::string::npos ? std::string() : base_name(path.substr(0, slash));
  return folder.empty() ? stem(path) : folder;
}

// HSDS ids are good anywhere, whatever the file is called.
constexpr char const hsds_source[] = "hsds";

// Names the feed, the same at every import of the same file.
std::string source_of(DirectoryAsk const& ask, Mapping const* mapping, std::string const& path) {
  if (!ask.source.empty()) return ask.source;
  return mapping && !mapping->source.empty() ? mapping->source : stem(path);
}

void set_hsds_source(Reading& reading, DirectoryAsk const& ask, std::string const& name) {
  if (ask.source.empty())
    reading.set_sources(hsds_source, name);
  else
    reading.set_source(ask.source);
}

std::optional<Refusal> read_csv(std::string const& path, std::string_view bytes, Mapping const* mapping,
                                Reading& reading) {
  CsvTable table(bytes);
  std::optional<Mapping> guessed;
  if (!mapping) {
    guessed = guess_mapping(table.columns());
    if (!guessed) return refuse("DI18", {{"file", base_name(path)}});
    mapping = &*guessed;
  }
  for (auto const& [field, parts] : mapping->columns) {
    bool const none =
        std::none_of(parts.begin(), parts.end(), [&](auto const& part) { return table.has(part.column); });
    if (field == Field::name && none) return refuse("DI18", {{"file", base_name(path)}});
  }
  auto const file = reading.ledger().add_file(base_name(path));
  while (auto const row = table.next(reading.ledger(), file)) {
    if (!row->usable) continue;
    auto const cell = [&](std::string_view column) {
      auto const at = table.index_of(column);
      return at ? std::string_view(row->cells[*at]) : std::string_view();
    };
    read_mapped_row(cell, std::nullopt, *mapping, reading, row->row);
  }
  if (table.too_many()) return refuse("DI17", {{"file", base_name(path)}});
  return std::nullopt;
}

std::optional<Refusal> read_file(DirectoryFile const& file, DirectoryAsk const& ask, Reading& reading) {
  auto const* mapping = ask.mapping ? ask.mapping : own_mapping(base_name(file.path));
  auto const decoded = utf_8_of_utf_16(file.bytes);
  auto const text = without_mark(decoded ? std::string_view(*decoded) : file.bytes);
  auto const mark = first_mark(text);
  bool const json = mark == '{' || mark == '[';
  if (json && !is_geojson(text)) {
    set_hsds_source(reading, ask, stem(file.path));
    return read_hsds_json(base_name(file.path), text, reading);
  }
  reading.set_source(source_of(ask, mapping, file.path));
  if (json) return read_geojson(base_name(file.path), text, mapping, reading);
  return read_csv(file.path, file.bytes, mapping, reading);
}

}  // namespace

std::variant<ideas::DirectoryDraft, Refusal> read_directory(std::vector<DirectoryFile> const& files,
                                                            DirectoryAsk const& ask) {
  std::size_t bytes = 0;
  for (auto const& file : files) bytes += file.bytes.size();
  if (bytes > import_bytes_max)
    return refuse("DI17", {{"file", files.empty() ? "" : base_name(files.front().path)}});
  if (files.empty()) return refuse("DI18", {{"file", ""}});

  Reading reading("", ask.imported_on, ask.places);
  std::vector<NamedText> package;
  for (auto const& file : files) package.push_back({base_name(file.path), file.bytes});
  if (!ask.mapping && is_table_package(package)) {
    auto const name = folder_or_stem(files.front().path);
    set_hsds_source(reading, ask, name);
    reading.set_feed(ask.source.empty() ? name : ask.source);
    if (auto refusal = read_table_package(package, reading)) return *refusal;
    return reading.take();
  }
  auto const* first = ask.mapping ? ask.mapping : own_mapping(base_name(files.front().path));
  reading.set_feed(files.size() > 1 && ask.source.empty() ? folder_or_stem(files.front().path)
                                                          : source_of(ask, first, files.front().path));
  for (auto const& file : files) {
    if (auto refusal = read_file(file, ask, reading)) return *refusal;
  }
  return reading.take();
}

}  // namespace kith::open_referral
