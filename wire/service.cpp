#include "wire/service.hpp"

#include "wire/commands.hpp"
#include "wire/fields.hpp"

namespace kith::wire {
namespace {

using ideas::Service;

// A text of a service: any text may be told, and what is read has a bound.
constexpr Codec service_text = {[](void const* text) { return Json(*static_cast<std::string const*>(text)); },
                                [](Json const& json, void* text, FieldFault& fault) {
                                  return shape::read_text(json, ideas::service_text_bytes_max,
                                                          *static_cast<std::string*>(text), fault);
                                }};

class ServiceMembers : public Members<> {
 public:
  using Members<>::operator();
  using Members<>::maybe;
  void operator()(char const* name, std::string const& text) { add(name, &text, service_text, nullptr); }
  void maybe(char const* name, std::string const& text) {
    add(name, &text, service_text, is_absent<std::string>);
  }
};

// The sets of a service as lists of names, while they travel.
struct Lists {
  std::optional<std::int32_t> lat_udeg, lon_udeg;
  NameSet<ideas::SubCategory> sub_categories;
  NameSet<ideas::AccessNeed> access_met, access_not_met;
};

Lists lists_of(Service const& service) {
  Lists lists;
  if (service.point) lists.lat_udeg = service.point->lat_udeg, lists.lon_udeg = service.point->lon_udeg;
  lists.sub_categories.bits = service.sub_categories.bits;
  lists.access_met.bits = service.access.met.bits;
  lists.access_not_met.bits = service.access.known.bits & ~service.access.met.bits;
  return lists;
}

ServiceMembers members_of(Service const& s, Lists const& lists) {
  ServiceMembers v;
  v("id", s.id), v("source", s.source), v("external_id", s.external_id), v("name", s.name);
  v.maybe("organization", s.organization), v.maybe("description", s.description);
  v("sub_categories", lists.sub_categories), v("reach", s.reach);
  v.maybe("lat_udeg", lists.lat_udeg), v.maybe("lon_udeg", lists.lon_udeg),
      v.maybe("point_is_rough", s.point_is_rough);
  v.maybe("radius_m", s.radius_m), v.maybe("area", s.area);
  v("cost", s.cost), v.maybe("cost_text", s.cost_text);
  v.maybe("group", s.group), v.maybe("come_alone", s.come_alone);
  v.maybe("access_met", lists.access_met), v.maybe("access_not_met", lists.access_not_met);
  v.maybe("access_text", s.access_text), v.maybe("opening", s.opening), v.maybe("first_visit", s.first_visit);
  v.maybe("newcomers", s.newcomers), v.maybe("who_can_come", s.who_can_come);
  v.maybe("getting_there", s.getting_there);
  v.maybe("phone", s.phone), v.maybe("website", s.website), v.maybe("email", s.email);
  v.maybe("address", s.address), v.maybe("postcode", s.postcode);
  v("age_min", s.age_min), v("age_max", s.age_max);
  v.maybe("checked_on", s.checked_on), v.maybe("checked_by", s.checked_by), v("next_check", s.next_check);
  v.maybe("closed", s.closed), v.maybe("hidden", s.hidden);
  return v;
}

}  // namespace

Json write_service(Service const& service) { return members_of(service, lists_of(service)).write(); }

std::variant<Service, Refusal> read_service(Json const& json) {
  if (!json.is_object()) return unreadable("CM4", "service");
  FieldFault fault;
  Service service;
  Lists lists;
  if (!members_of(service, lists).read(json, fault)) return unreadable(fault.rule, fault.member);
  if (lists.lat_udeg && lists.lon_udeg) service.point = ideas::point_of(*lists.lat_udeg, *lists.lon_udeg);
  service.sub_categories.bits = lists.sub_categories.bits;
  service.access.met.bits = static_cast<std::uint16_t>(lists.access_met.bits);
  service.access.known.bits = static_cast<std::uint16_t>(lists.access_met.bits | lists.access_not_met.bits);
  return service;
}

}  // namespace kith::wire
