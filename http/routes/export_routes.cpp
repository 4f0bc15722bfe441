#include "http/routes/export_routes.hpp"

#include "core/paper/whole_record.hpp"
#include "http/language.hpp"
#include "http/problem.hpp"
#include "wire/export.hpp"

namespace kith::http {
namespace {

// Everything, for the person alone: to read, or as data.
Answer take_record(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  auto const as = request.asked("as");
  auto const language = language_of(request);
  if ((as != "html" && as != "json") || !language)
    return unreadable("EX2", "Ask for as=html or as=json, and lang=en or lang=cy.");
  auto const whole = record ? desk.records.whole(caller_of(*request.caller), *record) : std::nullopt;
  if (!whole) return not_found();
  if (as == "json") {
    return ok_text(wire::write_export(*record, desk.now(), *whole), "application/json")
        .with("Content-Disposition", "attachment; filename=\"my-record.json\"");
  }
  auto const& words = desk.words.in(*language);
  return ok_text(whole_record_html(whole->record, whole->looks, desk.today(), words),
                 "text/html; charset=utf-8")
      .with("Content-Disposition", "attachment; filename=\"my-record.html\"");
}

}  // namespace

std::vector<Route> export_routes(RecordDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/records/{id}/export",
       .summary = "Everything in your own record: as=html to read, as=json for another system.",
       .says = {{200, "A file.", "EX1"},
                {400, "No such form.", "EX2"},
                {404, "It is not your own record.", "EX3"}},
       .handler = [&desk](Request const& request) { return take_record(desk, request); },
       .takes_long = true},
  };
}

}  // namespace kith::http
