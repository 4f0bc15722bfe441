#include "wire/export.hpp"

#include "wire/commands.hpp"
#include "wire/json.hpp"
#include "wire/looks.hpp"
#include "wire/rows.hpp"

namespace kith::wire {

std::string write_export(RecordId record, Instant made_at, WholeRecord const& whole) {
  std::string text = "{\"kith_export\":1,\"record\":\"" + text_of(record) + "\",\"made_at\":\"" +
                     text_of(made_at) + "\",\n\"rows\":{";
  std::string between;
  for (auto const& [key, row] : write_rows(whole.record)) {
    text += between + "\n" + write_json(Json(key)) + ":" + row;
    between = ",";
  }
  text += "},\n\"events\":[";
  between.clear();
  for (auto const& event : whole.events) {
    text += between + "\n" + write_event(event);
    between = ",";
  }
  text += "],\n\"looks\":[";
  between.clear();
  for (auto const& look : whole.looks) {
    text += between + "\n" + write_looked(look);
    between = ",";
  }
  return text + "]}\n";
}

}  // namespace kith::wire
