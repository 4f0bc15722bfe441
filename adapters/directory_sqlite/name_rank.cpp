#include "adapters/directory_sqlite/name_rank.hpp"

#include <sqlite3.h>

#include <mutex>

namespace kith::adapters {
namespace {

constexpr int name_column = 0;

bool is_in_name(Fts5ExtensionApi const* api, Fts5Context* context, int phrase) {
  Fts5PhraseIter at;
  int column = -1;
  if (api->xPhraseFirstColumn(context, phrase, &at, &column) != SQLITE_OK) return false;
  return column == name_column;  // columns come in order
}

void name_misses(Fts5ExtensionApi const* api, Fts5Context* context, sqlite3_context* result, int count,
                 sqlite3_value** values) {
  auto const* forms = count > 0 ? static_cast<unsigned char const*>(sqlite3_value_blob(values[0])) : nullptr;
  auto const words = forms ? sqlite3_value_bytes(values[0]) : 0;
  int misses = 0, phrase = api->xPhraseCount(context);
  for (int word = 0; word < words; ++word) phrase -= forms[word];
  if (phrase < 0) return sqlite3_result_error(result, "more forms than phrases", -1);
  for (int word = 0; word < words; ++word) {
    bool found = false;
    for (int n = forms[word]; n > 0; --n) found = is_in_name(api, context, phrase++) || found;
    misses += found ? 0 : 1;
  }
  sqlite3_result_int(result, misses);
}

fts5_api* api_of(sqlite3* file) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(file, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int add_to(sqlite3* file, char const**, sqlite3_api_routines const*) {
  if (auto* api = api_of(file)) api->xCreateFunction(api, "name_misses", nullptr, name_misses, nullptr);
  return SQLITE_OK;
}

}  // namespace

void add_name_rank() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_auto_extension(reinterpret_cast<void (*)()>(add_to)); });
}

}  // namespace kith::adapters
