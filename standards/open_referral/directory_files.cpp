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

constexpr std::size_t title_lines_max = 10;
constexpr std::size_t columns_named_bytes_max = 400;  // of a refusal

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

// What somebody wrote above the table. A line of a title has no heading that could be a name.
struct Headed {
  std::string_view text;
  std::size_t lines_above = 0;
  std::optional<Mapping> mapping;  // nullopt: there is no such line
};
Headed below_its_title(std::string_view bytes) {
  Headed made{bytes, 0, guess_mapping(CsvTable(bytes).columns())};
  for (; !made.mapping && made.lines_above < title_lines_max; ++made.lines_above) {
    auto const end = made.text.find_first_of("\r\n");
    if (end == std::string_view::npos) return {bytes, 0, std::nullopt};
    made.text.remove_prefix(end + (made.text.substr(end).starts_with("\r\n") ? 2 : 1));
    CsvTable const table(made.text);
    auto const& columns = table.columns();
    bool const several =
        columns.size() - static_cast<std::size_t>(std::count(columns.begin(), columns.end(), std::string())) >
        1;
    if (several) made.mapping = guess_mapping(columns);
  }
  return made;
}

std::string list_of(std::vector<std::string> const& columns) {
  std::string made;
  for (auto const& column : columns) {
    if (column.empty()) continue;
    if (made.size() + column.size() > columns_named_bytes_max) return made + ", …";
    made += (made.empty() ? "" : ", ") + column;
  }
  return made;
}

Refusal no_name_column(std::string const& path, std::vector<std::string> const& columns) {
  bool const is_table =
      columns.size() > 1 && std::all_of(columns.begin(), columns.end(), [](std::string const& column) {
        return std::none_of(column.begin(), column.end(), [](char c) {
          return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '{';
        });
      });
  if (!is_table) return refuse("DI18", {{"file", base_name(path)}});
  return refuse("DI34", {{"file", base_name(path)}, {"columns", list_of(columns)}});
}

std::optional<Refusal> read_csv(std::string const& path, std::string_view bytes, Mapping const* mapping,
                                Reading& reading) {
  std::optional<std::string> const decoded = utf_8_of_utf_16(bytes);
  Headed headed{bytes, 0, std::nullopt};
  if (!mapping) {
    headed = below_its_title(decoded ? std::string_view(*decoded) : bytes);
    if (!headed.mapping) return no_name_column(path, CsvTable(bytes).columns());
    if (headed.lines_above == 0) headed.text = bytes;  // so that UTF-16 is noted
  }
  bool const guessed = headed.mapping.has_value();
  if (guessed) mapping = &*headed.mapping;
  CsvTable table(headed.text);
  if (guessed) table.fill_short_rows();
  for (auto const& [field, parts] : mapping->columns) {
    bool const none =
        std::none_of(parts.begin(), parts.end(), [&](auto const& part) { return table.has(part.column); });
    if (field == Field::name && none) return no_name_column(path, table.columns());
  }
  auto const name = base_name(path);
  for (std::size_t line = 1; line <= headed.lines_above; ++line)
    reading.leave_column_unread(name, "line " + std::to_string(line));
  std::vector<bool> filled(table.columns().size(), false);
  auto const file = reading.ledger().add_file(name);
  MappedRows rows(reading);
  while (auto const row = table.next(reading.ledger(), file)) {
    if (!row->usable) continue;
    for (std::size_t n = 0; n < filled.size(); ++n) filled[n] = filled[n] || !row->cells[n].empty();
    auto const cell = [&](std::string_view column) {
      auto const at = table.index_of(column);
      return at ? std::string_view(row->cells[*at]) : std::string_view();
    };
    rows.read(cell, std::nullopt, *mapping, row->row);
  }
  if (table.too_many()) return refuse("DI17", {{"file", base_name(path)}});
  rows.finish();
  for (std::size_t n = 0; guessed && n < filled.size(); ++n) {
    auto const& column = table.columns()[n];
    bool const again = table.index_of(column) != n;  // a second column of the same name
    if (filled[n] && (again || !reads(*mapping, column)))
      reading.leave_column_unread(name, column.empty() ? "column " + std::to_string(n + 1) : column);
  }
  return std::nullopt;
}

// What is plainly no list at all is called by its name.
std::optional<Refusal> refuse_by_its_kind(std::string const& path, std::string_view bytes,
                                          std::string_view text) {
  constexpr std::string_view zip = "PK\x03\x04", old_office = "\xD0\xCF\x11\xE0";
  auto const mark = first_mark(text);
  if (mark == '\0') return refuse("DI38", {{"file", base_name(path)}});
  if (bytes.starts_with(zip) || bytes.starts_with(old_office))
    return refuse("DI39", {{"file", base_name(path)}});
  if (mark == '<') return refuse("DI40", {{"file", base_name(path)}});
  return std::nullopt;
}

std::optional<Refusal> read_file(DirectoryFile const& file, DirectoryAsk const& ask, Reading& reading) {
  auto const* mapping = ask.mapping ? ask.mapping : own_mapping(base_name(file.path));
  auto const decoded = utf_8_of_utf_16(file.bytes);
  auto const text = without_mark(decoded ? std::string_view(*decoded) : file.bytes);
  if (auto refusal = refuse_by_its_kind(file.path, file.bytes, text)) return refusal;
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

// What lies beside the data of a folder: a README, a licence, a picture.
bool is_called_like_data(std::string_view path) {
  auto const name = base_name(path);
  auto const dot = name.rfind('.');
  if (dot == std::string::npos) return false;
  std::string ending = name.substr(dot + 1);
  for (auto& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  constexpr std::string_view endings[] = {"csv", "tsv", "txt", "json", "jsonl", "ndjson", "geojson"};
  return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
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
  bool const beside_others = files.size() > 1;
  std::size_t read = 0;
  for (auto const& file : files) {
    if (beside_others && !is_called_like_data(file.path)) {
      reading.ledger().leave_unread(base_name(file.path));
      continue;
    }
    ++read;
    if (auto refusal = read_file(file, ask, reading)) return *refusal;
  }
  if (read == 0) return refuse("DI18", {{"file", base_name(files.front().path)}});
  return reading.take();
}

}  // namespace kith::open_referral
