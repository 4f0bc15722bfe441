#include "core/ideas/reasons.hpp"

#include <algorithm>
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

std::vector<std::string> days_in(OpenParts open) {
  std::vector<std::string> days;
  for (auto const day : all<Weekday>()) {
    bool const any = std::ranges::any_of(all<PartOfDay>(), [&](auto part) { return open.has(day, part); });
    if (any) days.emplace_back(name_of(day));
  }
  return days;
}

Reason because_of_time(Suits const& suits, OpenParts open) {
  OpenParts const both{open.bits & wished_parts(suits).bits};
  if (suits.days.empty()) return because("part_of_day");
  return because(suits.parts.empty() ? "day" : "day_and_part", {{"days", days_in(both)}});
}

Reason because_it_suits(Aspect aspect, Suits const& suits, WhatItIsLike const& it) {
  switch (aspect) {
    case Aspect::pay:
      return because(it.cost == Cost::free ? "costs_nothing" : "costs_a_little");
    case Aspect::time:
      return because_of_time(suits, it.open);
    case Aspect::group:
      return because(it.group == GroupSize::small ? "small_group" : "one_or_two");
    case Aspect::going:
      return because(*suits.going == Going::alone ? "come_alone" : "with_somebody");
  }
  return {};
}

// What does not suit, so that nobody finds out at the door.
Reason although(Aspect aspect, Suits const& suits) {
  switch (aspect) {
    case Aspect::pay:
      return because("costs_more");
    case Aspect::time:
      return because("other_times");
    case Aspect::group:
      return because("bigger_group");
    case Aspect::going:
      return because(*suits.going == Going::alone ? "not_alone" : "only_alone");
  }
  return {};
}

// What suits, what does not, and in one sentence what nobody said (rule ID31).
void say_suits(ServiceColumns const& columns, Suits const& suits, std::size_t row,
               std::vector<Reason>& reasons) {
  std::vector<std::string> not_said;
  for (auto const aspect : all<Aspect>()) {
    if (!is_asked_of(columns, row, suits, aspect)) continue;
    auto const known = suits_in(aspect, suits, columns.like[row]);
    if (known == Known::yes) reasons.push_back(because_it_suits(aspect, suits, columns.like[row]));
    if (known == Known::no) reasons.push_back(although(aspect, suits));
    if (known == Known::unknown)
      not_said.emplace_back(aspect == Aspect::going ? name_of(*suits.going) : name_of(aspect));
  }
  if (!not_said.empty()) reasons.push_back(because("not_said", {{"things", std::move(not_said)}}));
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
  say_suits(columns, preferences.suits, idea.row, reasons);
  if (idea.overdue_days > 0)
    reasons.push_back(because("check_overdue", {{"days", std::int64_t{idea.overdue_days}}}));
  if (reasons.empty()) reasons.push_back(because("something_different"));
  return reasons;
}

}  // namespace kith::ideas
