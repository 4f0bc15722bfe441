#include "wire/export.hpp"

#include "wire/commands.hpp"
#include "wire/json.hpp"
#include "wire/rows.hpp"

namespace kith::wire {

std::string write_export(RecordId record, Instant made_at, Record const& rows,
                         std::vector<Event> const& events) {
  std::string text = "{\"kith_export\":1,\"record\":\"" + text_of(record) + "\",\"made_at\":\"" +
                     text_of(made_at) + "\",\n\"rows\":{";
  std::string between;
  for (auto const& [key, row] : write_rows(rows)) {
    text += between + "\n" + write_json(Json(key)) + ":" + row;
    between = ",";
  }
  text += "},\n\"events\":[";
  between.clear();
  for (auto const& event : events) {
    text += between + "\n" + write_event(event);
    between = ",";
  }
  return text + "]}\n";
}

}  // namespace kith::wire
