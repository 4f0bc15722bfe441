#include "core/ideas/directory_events.hpp"

namespace kith::ideas {
namespace {

IdBits stream_named(std::string_view what, std::string_view name) {
  auto const id = service_id_of(what, name);
  return {id.hi, id.lo};
}

}  // namespace

IdBits organization_stream(Service const& service) {
  return stream_named("organization of " + service.source, service.organization);
}

IdBits imports_stream() { return stream_named("imports of the directory", ""); }

Service with_dates_of(Service fresh, Service const& stored) {
  bool const checked_since =
      fresh.checked_on && (!stored.checked_on || *fresh.checked_on > *stored.checked_on);
  if (checked_since) return fresh;
  fresh.checked_on = stored.checked_on;
  fresh.checked_by = stored.checked_by;
  fresh.next_check = stored.next_check;
  return fresh;
}

Service curated(Entry const& entry) {
  auto made = entry.listed;
  for (auto const& [field, text] : entry.curation.corrections) put_text(made, field, text);
  made.hidden = entry.curation.hidden;
  made.closed = made.closed || entry.withdrawn;
  auto const& check = entry.curation.check;
  if (check && (!made.checked_on || check->on >= *made.checked_on)) {
    made.checked_on = check->on;
    made.checked_by = check->by;
    made.next_check = plus_days(check->on, check_every_days);
  }
  return made;
}

std::optional<ServiceId> service_in(DirectoryEvent const& event) {
  return std::visit(
      [](auto const& one) -> std::optional<ServiceId> {
        if constexpr (requires { one.service.id; })
          return one.service.id;
        else if constexpr (requires { one.service; })
          return one.service;
        else
          return std::nullopt;
      },
      event);
}

}  // namespace kith::ideas
