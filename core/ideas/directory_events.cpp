#include "core/ideas/directory_events.hpp"

namespace kith::ideas {

IdBits organization_stream(Service const& service) {
  auto const id = service_id_of("organization of " + service.source, service.organization);
  return {id.hi, id.lo};
}

Service with_curation(Service fresh, Service const& stored) {
  fresh.hidden = stored.hidden;
  bool const checked_since =
      fresh.checked_on && (!stored.checked_on || *fresh.checked_on > *stored.checked_on);
  if (checked_since) return fresh;
  fresh.checked_on = stored.checked_on;
  fresh.checked_by = stored.checked_by;
  fresh.next_check = stored.next_check;
  return fresh;
}

}  // namespace kith::ideas
