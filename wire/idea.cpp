#include "wire/idea.hpp"

#include "wire/service.hpp"

namespace kith::wire {

Json write_idea(ideas::Idea const& idea, ideas::Service const& service, Catalogue const& catalogue) {
  Json out = write_service(service);
  out["service"] = text_of(idea.service);
  out.erase("id");
  out.erase("source");
  out.erase("external_id");
  for (auto const* text : {"organization", "description", "cost_text", "access_text", "opening", "first_visit", "phone",
                           "website", "email", "address", "postcode", "area"}) {
    if (!out.contains(text)) out[text] = "";
  }
  out["dial"] = ideas::dial_text(service.phone);
  Json reasons = Json::array();
  for (auto const& reason : idea.reasons) reasons.push_back(say(reason, catalogue));
  out["reasons"] = std::move(reasons);
  out["distance_m"] = idea.distance_m ? Json(static_cast<std::int64_t>(*idea.distance_m)) : Json(nullptr);
  Json access = Json::array();
  for (auto const need : all<ideas::AccessNeed>()) {
    auto const known = service.access.of(need);
    bool const ask = idea.ask_first.has(need);
    if (known == ideas::Known::unknown && !ask) continue;
    access.push_back({{"need", std::string(name_of(need))}, {"known", std::string(name_of(known))}, {"ask_first", ask}});
  }
  out["access"] = std::move(access);
  out["checked_on"] = service.checked_on ? Json(text_of(*service.checked_on)) : Json(nullptr);
  out["overdue"] = idea.overdue_days > 0;
  out["lat_udeg"] = service.point ? Json(static_cast<std::int64_t>(service.point->lat_udeg)) : Json(nullptr);
  out["lon_udeg"] = service.point ? Json(static_cast<std::int64_t>(service.point->lon_udeg)) : Json(nullptr);
  return out;
}

}  // namespace kith::wire
