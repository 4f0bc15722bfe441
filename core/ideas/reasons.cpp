#include "core/ideas/reasons.hpp"

#include <string>

namespace kith::ideas {
namespace {

Reason because(std::string_view key, std::vector<MessageArg> args = {}) {
  return {"ideas.because." + std::string(key), std::move(args)};
}

void say_themes(SubCategorySet about, Preferences const& preferences, std::vector<Reason>& reasons) {
  for (auto const wanted : {Answer::yes, Answer::maybe}) {
    for (auto const theme : all<Theme>()) {
      if (preferences.answer(theme) != wanted || !about.meets(switched_on_by(theme))) continue;
      reasons.push_back(because(wanted == Answer::yes ? "theme_yes" : "theme_maybe",
                                {{"theme", std::string(name_of(theme))}}));
    }
    if (!reasons.empty()) return;  // the highest answer is what counted
  }
}

void say_access(AccessNeedSet needs, AccessNeedSet known, AccessNeedSet met, std::vector<Reason>& reasons) {
  for (auto const need : all<AccessNeed>()) {
    if (!needs.has(need)) continue;
    if (!known.has(need))
      reasons.push_back(because("ask_first", {{"need", std::string(name_of(need))}}));
    else if (met.has(need))
      reasons.push_back(because("access", {{"need", std::string(name_of(need))}}));
    else
      reasons.push_back(because("access_missing", {{"need", std::string(name_of(need))}}));
  }
}

void say_place(ServiceColumns const& columns, Preferences const& preferences, Idea const& idea,
               std::vector<Reason>& reasons) {
  switch (columns.reach[idea.row]) {
    case Reach::online:
      return reasons.push_back(because("online"));
    case Reach::national:
      return reasons.push_back(because("national"));
    case Reach::area:
    case Reach::local:
      break;
  }
  if (!idea.distance_m) return;
  if (*idea.distance_m == 0 && columns.radius_m[idea.row] > 0)
    return reasons.push_back(because("comes_to_you"));
  auto const beyond_m = *idea.distance_m - preferences.way_m();
  if (beyond_m >= penalty_every_m) {
    reasons.push_back(because("further", {{"distance_m", std::int64_t{*idea.distance_m}}}));
  } else {
    reasons.push_back(because("near", {{"distance_m", std::int64_t{*idea.distance_m}}}));
  }
}

}  // namespace

std::vector<Reason> reasons_for(ServiceColumns const& columns, Preferences const& preferences,
                                Idea const& idea) {
  SubCategorySet const about{columns.sub_categories[idea.row]};
  std::vector<Reason> reasons;
  say_themes(about, preferences, reasons);
  for (auto const one : all<SubCategory>()) {
    if (!about.has(one) || !preferences.wanted_back.has(one)) continue;
    reasons.push_back(because("wanted_back", {{"sub_category", std::string(name_of(one))}}));
  }
  for (auto const& company : preferences.company) {
    if (company.service == idea.service) reasons.push_back(because("company", {{"name", company.name}}));
  }
  if (columns.own[idea.row]) reasons.push_back(because("own_find"));
  say_place(columns, preferences, idea, reasons);

  auto const home = is_from_anywhere(columns.reach[idea.row]) ? needs_of_a_building.bits : 0;
  AccessNeedSet const known{static_cast<std::uint16_t>(columns.access_known[idea.row] | home)};
  AccessNeedSet const met{static_cast<std::uint16_t>(columns.access_met[idea.row] | home)};
  say_access({static_cast<std::uint16_t>(preferences.essential.bits | preferences.preferred.bits)}, known,
             met, reasons);
  if (idea.overdue_days > 0)
    reasons.push_back(because("check_overdue", {{"days", std::int64_t{idea.overdue_days}}}));
  if (reasons.empty()) reasons.push_back(because("something_different"));
  return reasons;
}

}  // namespace kith::ideas
