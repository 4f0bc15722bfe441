#include "wire/rows.hpp"

#include "wire/fields.hpp"

namespace kith::wire {
namespace {

template <class Key, class Row>
std::string key_of_row(std::map<Key, Row> const&, Row const& row) {
  return key_of(Row::kind, text_of(row.id()));
}

constexpr std::size_t row_bytes_max = 64u << 20;

}  // namespace

std::map<std::string, std::string> write_rows(Record const& record) {
  std::map<std::string, std::string> rows;
  each_table(record, [&](auto const& table) {
    for (auto const& entry : table)
      rows.emplace(key_of_row(table, entry.second), write_json(encode(entry.second)));
  });
  return rows;
}

std::map<std::string, std::string> write_rows(Record const& record, std::set<std::string> const& keys) {
  std::map<std::string, std::string> rows;
  each_table(record, [&](auto const& table) {
    for (auto const& entry : table) {
      auto key = key_of_row(table, entry.second);
      if (keys.contains(key)) rows.emplace(std::move(key), write_json(encode(entry.second)));
    }
  });
  return rows;
}

Json write_row(std::string const& key, std::string const& row_json) {
  auto read = read_json(row_json, {row_bytes_max, json_depth_max});
  auto* row = std::get_if<Json>(&read);
  if (!row) return Json();
  auto const* version = string_at(*row, "version");
  Json whole{{"key", key}, {"version", version ? *version : ""}};
  whole["row"] = std::move(*row);
  return whole;
}

bool put_row(Record& record, std::string_view key, Json const& json) {
  bool put = false;
  auto const kind = key.substr(0, key.find(':'));
  each_table(record, [&](auto& table) {
    using Row = typename std::remove_reference_t<decltype(table)>::mapped_type;
    if (kind != Row::kind) return;
    Row row{};
    FieldFault fault;
    if (!decode(json, row, fault) || key_of_row(table, row) != key) return;
    auto const id = row.id();
    table.insert_or_assign(id, std::move(row));
    put = true;
  });
  return put;
}

bool drop_row(Record& record, std::string_view key) {
  bool known = false;
  auto const kind = key.substr(0, key.find(':'));
  each_table(record, [&](auto& table) {
    using Row = typename std::remove_reference_t<decltype(table)>::mapped_type;
    if (kind != Row::kind) return;
    known = true;
    std::erase_if(table, [&](auto const& entry) { return key_of_row(table, entry.second) == key; });
  });
  return known;
}

}  // namespace kith::wire
