#include "http/routes/curator_routes.hpp"

#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/service.hpp"

namespace kith::http {
namespace {

using wire::Json;

bool is_curator(Request const& request) { return request.caller->role == Role::curator; }

app::Curator hand_of(Request const& request) { return {AccountId{request.caller->account}, "curator"}; }

Json text_or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json line_of(ideas::Service const& service) {
  return {{"id", text_of(service.id)},
          {"service", text_of(service.id)},
          {"name", service.name},
          {"organization", text_or_null(service.organization)},
          {"checked_on", service.checked_on ? Json(text_of(*service.checked_on)) : Json(nullptr)},
          {"state", service.hidden       ? "hidden"
                    : service.checked_on ? "overdue"
                                         : "unchecked"}};
}

Answer show_desk(DirectoryDesk const& desk, Request const& request) {
  if (!is_curator(request)) return not_found();
  Json reports = Json::array(), unchecked = Json::array(), hidden = Json::array(), reasons = Json::array();
  for (auto const& report : desk.search.reports(app::curator_rows_max)) {
    reports.push_back({{"id", text_of(report.id)},
                       {"service", text_of(report.service)},
                       {"name", report.service_name},
                       {"what", std::string(name_of(report.what))},
                       {"reported_on", text_of(report.on)}});
  }
  for (auto const& one : desk.search.unchecked(desk.today(), app::curator_rows_max))
    unchecked.push_back(line_of(one));
  for (auto const& one : desk.search.hidden(app::curator_rows_max)) hidden.push_back(line_of(one));
  for (auto const& heard : desk.search.obstacles(app::obstacle_times_least, app::curator_rows_max)) {
    reasons.push_back({{"service", text_of(heard.service)},
                       {"name", heard.service_name},
                       {"what", std::string(name_of(heard.what))},
                       {"times", static_cast<std::int64_t>(heard.times)}});
  }
  return ok_json(wire::write_json({{"reports", std::move(reports)},
                                   {"unchecked", std::move(unchecked)},
                                   {"hidden", std::move(hidden)},
                                   {"reasons", std::move(reasons)}}));
}

// What a line of history says happened, and whose hand it was.
class HistoryWriter {
 public:
  explicit HistoryWriter(DirectoryDesk const& desk) : desk_(desk) {}

  Json line(app::HistoryLine const& line) {
    Json out = {
        {"at", text_of(line.recorded_at)}, {"what", "other"}, {"by", nullptr}, {"changes", Json::array()}};
    std::visit([&](auto const& event) { tell(event, out); }, line.event);
    for (auto const& change : line.changes) {
      out["changes"].push_back({{"field", std::string(name_of(change.field))},
                                {"before", change.before},
                                {"after", change.after}});
    }
    return out;
  }

 private:
  void tell(ideas::ServiceListed const&, Json& out) { out["what"] = "listed"; }
  void tell(ideas::ServiceWithdrawn const&, Json& out) { out["what"] = "withdrawn"; }
  void tell(ideas::ServiceChecked const& event, Json& out) {
    out["what"] = "checked";
    if (event.account) out["by"] = text_or_null(desk_.name_of(*event.account));
  }
  void tell(ideas::ServiceHidden const& event, Json& out) {
    out["what"] = event.hidden ? "hidden" : "restored";
    if (event.account) out["by"] = text_or_null(desk_.name_of(*event.account));
  }
  void tell(ideas::ServiceCorrected const& event, Json& out) {
    out["what"] = event.text ? "corrected" : "uncorrected";
    out["by"] = text_or_null(desk_.name_of(event.account));
  }
  template <class Other>
  void tell(Other const&, Json&) {}

  DirectoryDesk const& desk_;
};

Answer show_entry(DirectoryDesk const& desk, Request const& request) {
  if (!is_curator(request)) return not_found();
  auto const service = request.id<ServiceId>();
  auto const entry = service ? desk.search.entry(*service) : std::nullopt;
  if (!entry) return not_found();
  auto const shown = ideas::curated(*entry);
  Json fields = Json::array(), history = Json::array();
  for (auto const field : all<ideas::ServiceField>()) {
    if (!is_correctable(field)) continue;
    bool const corrected = entry->curation.corrections.contains(field);
    fields.push_back({{"field", std::string(name_of(field))},
                      {"text", text_in(shown, field)},
                      {"bytes_max", static_cast<std::int64_t>(bytes_max_of(field))},
                      {"publisher", corrected ? Json(text_in(entry->listed, field)) : Json(nullptr)}});
  }
  HistoryWriter writer(desk);
  for (auto const& line : desk.directory.history(*service)) history.push_back(writer.line(line));
  auto out = line_of(shown);
  out["closed"] = shown.closed;
  out["source"] = shown.source;
  out["fields"] = std::move(fields);
  out["history"] = std::move(history);
  return ok_json(wire::write_json(out));
}

Answer correct(DirectoryDesk const& desk, Request const& request) {
  if (!is_curator(request)) return not_found();
  auto const service = request.id<ServiceId>();
  auto const body = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&body);
  auto const* name = json ? wire::string_at(*json, "field") : nullptr;
  auto const field = name ? named<ideas::ServiceField>(*name) : std::nullopt;
  if (!service) return not_found();
  if (!field) return problem(400, wire::unreadable("CM4", "field"));
  auto const* text = wire::string_at(*json, "text");
  auto const refusal = desk.directory.correct(*service, *field, text ? std::optional(*text) : std::nullopt,
                                              desk.today(), hand_of(request));
  if (!refusal) return no_content();
  return problem(refusal->rule == "DC1" ? 404 : 422, *refusal);
}

Answer judge(DirectoryDesk const& desk, Request const& request) {
  if (!is_curator(request)) return not_found();
  auto const service = request.id<ServiceId>();
  auto const& how = request.named.find("how")->second;
  if (how == "correct") return correct(desk, request);
  if (!service || (how != "checked" && how != "hide" && how != "restore")) return not_found();
  auto const refusal = how == "checked"
                           ? desk.directory.confirm(*service, desk.today(), hand_of(request))
                           : desk.directory.hide(*service, how == "hide", desk.today(), hand_of(request));
  return refusal ? problem(404, *refusal) : no_content();
}

Answer settle(DirectoryDesk const& desk, Request const& request) {
  if (!is_curator(request)) return not_found();
  auto const report = request.id<ideas::ReportId>();
  if (!report) return not_found();
  auto const refusal = desk.directory.settle(*report);
  return refusal ? problem(404, *refusal) : no_content();
}

template <class Handle>
Handler at(DirectoryDesk const& desk, Handle handle) {
  return [&desk, handle](Request const& request) { return handle(desk, request); };
}

}  // namespace

std::vector<Route> curator_routes(DirectoryDesk const& desk) {
  return {
      {.method = "GET",
       .path = "/api/directory/reports",
       .summary =
           "The curators' desk: reports, entries to check, hidden ones, and reasons heard ten times or more.",
       .says = {{200, "All four lists."}, {404, "Not for you.", "HT20"}},
       .handler = at(desk, show_desk)},
      {.method = "GET",
       .path = "/api/directory/services/{id}",
       .summary = "One entry for a curator: its parts, what the publisher says, and its history.",
       .says = {{200, "The entry."}, {404, "No such entry, or not for you.", "HT20"}},
       .handler = at(desk, show_entry)},
      {.method = "POST",
       .path = "/api/directory/services/{id}/{how}",
       .summary =
           "A curator has checked an entry, hides it, shows it again, or puts a part right: checked, hide, "
           "restore, correct. Correcting without a text lets the publisher's words stand again.",
       .takes = json_of(
           R"({"type":"object","properties":{"field":{"type":"string"},"text":{"type":["string","null"]}}})"),
       .says = {{204, "Done."}, {404, "No such entry.", "DC1"}, {422, "Not a text that fits.", "DC10"}},
       .handler = at(desk, judge)},
      {.method = "POST",
       .path = "/api/directory/reports/{id}/settle",
       .summary = "A curator has dealt with a report.",
       .takes = json_of(R"({"type":"object"})"),
       .says = {{204, "Done."}, {404, "No such report.", "DC1"}},
       .handler = at(desk, settle)},
  };
}

}  // namespace kith::http
