#include "wire/idea.hpp"

#include "core/ideas/opening_times.hpp"
#include "wire/service.hpp"

namespace kith::wire {
namespace {

constexpr std::int64_t mile_mm = 1'609'344;
constexpr std::int64_t next_door_m = 160;
constexpr std::int64_t tenths_shown_below = 100;  // ten miles

// As people here think of a way: "very near", "half a mile", "0.8 miles", "12 miles".
std::string distance_in_words(std::int64_t distance_m, Catalogue const& catalogue) {
  if (distance_m < next_door_m) return say({"distance.very_near", {}}, catalogue);
  auto const tenths = (distance_m * 10'000 + mile_mm / 2) / mile_mm;
  if (tenths == 5) return say({"distance.half_a_mile", {}}, catalogue);
  if (tenths == 10) return say({"distance.mile", {}}, catalogue);
  auto const whole = std::to_string((tenths + (tenths < tenths_shown_below ? 0 : 5)) / 10);
  bool const with_tenth = tenths < tenths_shown_below && tenths % 10 != 0;
  auto const miles = with_tenth ? whole + "." + std::to_string(tenths % 10) : whole;
  return say({"distance.miles", {{"miles", miles}}}, catalogue);
}

// Names of the vocabulary become what the catalogue calls them, and metres a distance.
Message in_words(ideas::Reason reason, Catalogue const& catalogue) {
  for (auto& arg : reason.args) {
    if (auto const* name = std::get_if<std::string>(&arg.value)) {
      bool const of_vocabulary = arg.name == "theme" || arg.name == "sub_category" || arg.name == "need";
      if (of_vocabulary) arg.value = say({arg.name + "." + *name, {}}, catalogue);
    } else if (auto* names = std::get_if<std::vector<std::string>>(&arg.value)) {
      auto const subject = arg.name == "days" ? "day.weekday." : "ideas.not_said.";
      for (auto& one : *names) one = say({subject + one, {}}, catalogue);
    } else if (auto const* metres = std::get_if<std::int64_t>(&arg.value);
               metres && arg.name == "distance_m") {
      arg = {"distance", distance_in_words(*metres, catalogue)};
    }
  }
  return reason;
}

// What was read with certainty out of the opening times; the text itself stays beside it (rule ID22).
Json times_of(std::string_view opening) {
  Json times = Json::array();
  for (auto const& span : ideas::read_opening_times(opening)) {
    Json days = Json::array();
    for (auto const day : all<Weekday>()) {
      if (span.days.has(day)) days.push_back(std::string(name_of(day)));
    }
    times.push_back({{"days", std::move(days)},
                     {"week", std::string(name_of(span.week))},
                     {"from", static_cast<std::int64_t>(span.from)},
                     {"until", static_cast<std::int64_t>(span.until)}});
  }
  return times;
}

}  // namespace

Json write_idea(ideas::Idea const& idea, ideas::Service const& service, Catalogue const& catalogue) {
  Json out = write_service(service);
  out["service"] = text_of(idea.service);
  out.erase("id");
  out.erase("source");
  out.erase("external_id");
  for (auto const* text :
       {"organization", "description", "cost_text", "access_text", "opening", "first_visit", "who_can_come",
        "getting_there", "phone", "website", "email", "address", "postcode", "area"}) {
    if (!out.contains(text)) out[text] = "";
  }
  out["group"] = std::string(name_of(service.group));
  out["newcomers"] = std::string(name_of(service.newcomers));
  out["times"] = times_of(service.opening);
  out["dial"] = ideas::dial_text(service.phone);
  Json reasons = Json::array();
  for (auto const& reason : idea.reasons) reasons.push_back(say(in_words(reason, catalogue), catalogue));
  out["reasons"] = std::move(reasons);
  out["distance_m"] = idea.distance_m ? Json(static_cast<std::int64_t>(*idea.distance_m)) : Json(nullptr);
  Json access = Json::array();
  for (auto const need : all<ideas::AccessNeed>()) {
    auto const known = service.access.of(need);
    bool const ask = idea.ask_first.has(need);
    if (known == ideas::Known::unknown && !ask) continue;
    access.push_back(
        {{"need", std::string(name_of(need))}, {"known", std::string(name_of(known))}, {"ask_first", ask}});
  }
  out["access"] = std::move(access);
  out["checked_on"] = service.checked_on ? Json(text_of(*service.checked_on)) : Json(nullptr);
  out["overdue"] = idea.overdue_days > 0;
  out["lat_udeg"] = service.point ? Json(static_cast<std::int64_t>(service.point->lat_udeg)) : Json(nullptr);
  out["lon_udeg"] = service.point ? Json(static_cast<std::int64_t>(service.point->lon_udeg)) : Json(nullptr);
  return out;
}

}  // namespace kith::wire
