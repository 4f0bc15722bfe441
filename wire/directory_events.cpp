#include "wire/directory_events.hpp"

#include "wire/service.hpp"

namespace kith::wire {
namespace {

using namespace ideas;

Json named_event(std::string_view name) { return {{"event", std::string(name)}, {"v", 1}}; }

Json written(ServiceListed const& event) {
  auto json = named_event("service_listed");
  json["service"] = write_service(event.service);
  return json;
}
Json written(ServiceChecked const& event) {
  auto json = named_event("service_checked");
  json["service"] = text_of(event.service), json["on"] = text_of(event.on), json["by"] = event.by;
  return json;
}
Json written(ServiceHidden const& event) {
  auto json = named_event("service_hidden");
  json["service"] = text_of(event.service), json["hidden"] = event.hidden;
  return json;
}
Json written(ServiceTroubleReported const& event) {
  auto json = named_event("service_trouble_reported");
  json["report"] = text_of(event.report), json["service"] = text_of(event.service);
  json["what"] = std::string(name_of(event.what)), json["on"] = text_of(event.on);
  return json;
}
Json written(ReportSettled const& event) {
  auto json = named_event("report_settled");
  json["report"] = text_of(event.report);
  return json;
}

template <class IdType>
std::optional<IdType> id_at(Json const& json, std::string_view name) {
  auto const* text = string_at(json, name);
  return text ? parse_id<IdType>(*text) : std::nullopt;
}
std::optional<Day> day_at(Json const& json, std::string_view name) {
  auto const* text = string_at(json, name);
  return text ? parse_day(*text) : std::nullopt;
}

std::optional<DirectoryEvent> read_listed(Json const& json) {
  auto const* service = member(json, "service");
  auto read = service ? read_service(*service) : std::variant<Service, Refusal>(Refusal{});
  auto* made = std::get_if<Service>(&read);
  return made ? std::optional<DirectoryEvent>(ServiceListed{std::move(*made)}) : std::nullopt;
}
std::optional<DirectoryEvent> read_checked(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const on = day_at(json, "on");
  auto const* by = string_at(json, "by");
  if (!service || !on || !by) return std::nullopt;
  return ServiceChecked{*service, *on, *by};
}
std::optional<DirectoryEvent> read_hidden(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const hidden = bool_at(json, "hidden");
  if (!service || !hidden) return std::nullopt;
  return ServiceHidden{*service, *hidden};
}
std::optional<DirectoryEvent> read_trouble(Json const& json) {
  auto const report = id_at<ReportId>(json, "report");
  auto const service = id_at<ServiceId>(json, "service");
  auto const* name = string_at(json, "what");
  auto const what = name ? named<ServiceReport>(*name) : std::nullopt;
  auto const on = day_at(json, "on");
  if (!report || !service || !what || !on) return std::nullopt;
  return ServiceTroubleReported{*report, *service, *what, *on};
}
std::optional<DirectoryEvent> read_settled(Json const& json) {
  auto const report = id_at<ReportId>(json, "report");
  return report ? std::optional<DirectoryEvent>(ReportSettled{*report}) : std::nullopt;
}

}  // namespace

std::string write_directory_event(DirectoryEvent const& event) {
  return write_json(std::visit([](auto const& one) { return written(one); }, event));
}

std::optional<DirectoryEvent> read_directory_event(std::string_view text) {
  auto const read = read_json(text);
  auto const* json = std::get_if<Json>(&read);
  auto const* name = json ? string_at(*json, "event") : nullptr;
  if (!name || integer_at(*json, "v") != 1) return std::nullopt;
  if (*name == "service_listed") return read_listed(*json);
  if (*name == "service_checked") return read_checked(*json);
  if (*name == "service_hidden") return read_hidden(*json);
  if (*name == "service_trouble_reported") return read_trouble(*json);
  if (*name == "report_settled") return read_settled(*json);
  return std::nullopt;
}

}  // namespace kith::wire
