#include "wire/directory_events.hpp"

#include "wire/service.hpp"

namespace kith::wire {
namespace {

using namespace ideas;

constexpr std::int64_t version_max = 3;

Json named_event(std::string_view name, int version = 1) {
  return {{"event", std::string(name)}, {"v", version}};
}

Json written(ServiceListed const& event) {
  bool const says_how_many = event.service.group != GroupSize::unknown;
  bool const since_3 = says_how_many || event.service.come_alone != Known::unknown;
  auto json = named_event("service_listed", since_3 ? 3 : 2);
  json["service"] = write_service(event.service);
  if (event.import) json["import"] = text_of(*event.import);
  return json;
}
Json written(ServiceWithdrawn const& event) {
  auto json = named_event("service_withdrawn");
  json["service"] = text_of(event.service), json["import"] = text_of(event.import);
  return json;
}
Json written(ServiceChecked const& event) {
  auto json = named_event("service_checked", event.account ? 2 : 1);
  json["service"] = text_of(event.service), json["on"] = text_of(event.on), json["by"] = event.by;
  if (event.account) json["account"] = text_of(*event.account);
  return json;
}
Json written(ServiceHidden const& event) {
  auto json = named_event("service_hidden", event.account ? 2 : 1);
  json["service"] = text_of(event.service), json["hidden"] = event.hidden;
  if (event.account) json["account"] = text_of(*event.account);
  if (event.account && event.on) json["on"] = text_of(*event.on);
  return json;
}
Json written(ServiceCorrected const& event) {
  bool const since_2 = event.field >= ServiceField::group;
  auto json = named_event("service_corrected", since_2 ? 2 : 1);
  json["service"] = text_of(event.service), json["field"] = std::string(name_of(event.field));
  if (event.text) json["text"] = *event.text;
  json["on"] = text_of(event.on), json["account"] = text_of(event.account);
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
Json written(ServiceObstacleHeard const& event) {
  auto json = named_event("service_obstacle_heard");
  json["service"] = text_of(event.service), json["what"] = std::string(name_of(event.what));
  json["month"] = text_of(event.month);
  return json;
}
Json written(ImportStarted const& event) {
  auto json = named_event("import_started");
  json["import"] = text_of(event.import), json["feed"] = event.feed, json["on"] = text_of(event.on);
  json["input"] = event.input;
  if (event.undoes) json["undoes"] = text_of(*event.undoes);
  return json;
}
Json written(ImportFinished const& event) {
  auto json = named_event("import_finished");
  auto const count = [](std::uint32_t n) { return static_cast<std::int64_t>(n); };
  json["import"] = text_of(event.import);
  json["new"] = count(event.fresh), json["changed"] = count(event.changed), json["gone"] = count(event.gone);
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
  if (!made) return std::nullopt;
  return ServiceListed{std::move(*made), id_at<ImportId>(json, "import")};
}
std::optional<DirectoryEvent> read_checked(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const on = day_at(json, "on");
  auto const* by = string_at(json, "by");
  if (!service || !on || !by) return std::nullopt;
  return ServiceChecked{*service, *on, *by, id_at<AccountId>(json, "account")};
}
std::optional<DirectoryEvent> read_hidden(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const hidden = bool_at(json, "hidden");
  if (!service || !hidden) return std::nullopt;
  return ServiceHidden{*service, *hidden, day_at(json, "on"), id_at<AccountId>(json, "account")};
}
std::optional<DirectoryEvent> read_withdrawn(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const import = id_at<ImportId>(json, "import");
  if (!service || !import) return std::nullopt;
  return ServiceWithdrawn{*service, *import};
}
std::optional<DirectoryEvent> read_corrected(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const* name = string_at(json, "field");
  auto const field = name ? named<ServiceField>(*name) : std::nullopt;
  auto const on = day_at(json, "on");
  auto const account = id_at<AccountId>(json, "account");
  auto const* text = string_at(json, "text");
  if (!service || !field || !on || !account) return std::nullopt;
  return ServiceCorrected{*service, *field, text ? std::optional(*text) : std::nullopt, *on, *account};
}
std::optional<DirectoryEvent> read_obstacle(Json const& json) {
  auto const service = id_at<ServiceId>(json, "service");
  auto const* name = string_at(json, "what");
  auto const what = name ? named<Barrier>(*name) : std::nullopt;
  auto const month = day_at(json, "month");
  if (!service || !what || !month) return std::nullopt;
  return ServiceObstacleHeard{*service, *what, *month};
}
std::optional<DirectoryEvent> read_started(Json const& json) {
  auto const import = id_at<ImportId>(json, "import");
  auto const *feed = string_at(json, "feed"), *input = string_at(json, "input");
  auto const on = day_at(json, "on");
  if (!import || !feed || !input || !on) return std::nullopt;
  return ImportStarted{*import, *feed, *on, *input, id_at<ImportId>(json, "undoes")};
}
std::optional<DirectoryEvent> read_finished(Json const& json) {
  auto const import = id_at<ImportId>(json, "import");
  auto const fresh = integer_at(json, "new"), changed = integer_at(json, "changed"),
             gone = integer_at(json, "gone");
  auto const fits = [](auto const& n) { return n && *n >= 0 && *n <= std::int64_t{UINT32_MAX}; };
  if (!import || !fits(fresh) || !fits(changed) || !fits(gone)) return std::nullopt;
  return ImportFinished{*import, static_cast<std::uint32_t>(*fresh), static_cast<std::uint32_t>(*changed),
                        static_cast<std::uint32_t>(*gone)};
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
  auto const version = json ? integer_at(*json, "v") : std::nullopt;
  if (!name || !version || *version < 1 || *version > version_max) return std::nullopt;
  using Read = std::optional<DirectoryEvent> (*)(Json const&);
  struct Kind {
    std::string_view name;
    std::int64_t versions;
    Read read;
  };
  constexpr Kind kinds[] = {
      {"service_listed", 3, read_listed},       {"service_checked", 2, read_checked},
      {"service_hidden", 2, read_hidden},       {"service_trouble_reported", 1, read_trouble},
      {"report_settled", 1, read_settled},      {"service_withdrawn", 1, read_withdrawn},
      {"service_corrected", 2, read_corrected}, {"service_obstacle_heard", 1, read_obstacle},
      {"import_started", 1, read_started},      {"import_finished", 1, read_finished}};
  for (auto const& kind : kinds) {
    if (kind.name == *name && *version <= kind.versions) return kind.read(*json);
  }
  return std::nullopt;
}

}  // namespace kith::wire
