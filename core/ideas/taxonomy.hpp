// What an idea can be about: six categories, thirteen themes a person is asked about, and the sub-categories
// each theme switches on (docs: GENIE's published mapping for eleven themes; the last two themes and the
// sub-categories after `volunteering` are ours). Rule ID1.
//
// Names are stored in commands and directory rows and never change. Plain values.
#pragma once
#include <bit>
#include <compare>
#include <cstdint>
#include <optional>

#include "core/names.hpp"

namespace kith::ideas {

enum class Category : std::uint8_t {
  activities,
  health,
  learning,
  support,
  independent_living,
  volunteering
};
constexpr auto names_of(Category) {
  return name_table("activities", "health", "learning", "support", "independent_living", "volunteering");
}

enum class SubCategory : std::uint8_t {
  reading_and_writing,
  arts_and_crafts,
  drama_and_music,
  social_clubs,
  health_conditions,
  weight_management,
  fitness_and_exercise,
  swimming,
  walking_and_outdoors,
  education_and_learning,
  support_for_carers,
  counselling,
  befriending,
  home_support,
  money_and_benefits,
  community_transport,
  volunteering,
  gardening,
  libraries,
  faith,
  peer_support,
  advocacy,
  work_and_training,
  food_support,
  everyday_health,   // a doctor, a dentist, a pharmacy: looked up more often than suggested
  residential_care,  // found by searching, never suggested: no theme switches it on
};
constexpr auto names_of(SubCategory) {
  return name_table("reading_and_writing", "arts_and_crafts", "drama_and_music", "social_clubs",
                    "health_conditions", "weight_management", "fitness_and_exercise", "swimming",
                    "walking_and_outdoors", "education_and_learning", "support_for_carers", "counselling",
                    "befriending", "home_support", "money_and_benefits", "community_transport",
                    "volunteering", "gardening", "libraries", "faith", "peer_support", "advocacy",
                    "work_and_training", "food_support", "everyday_health", "residential_care");
}
Category category_of(SubCategory);

// One bit per enumerator; ordered and compared as a number.
struct SubCategorySet {
  std::uint32_t bits = 0;
  constexpr bool has(SubCategory one) const { return bits >> static_cast<unsigned>(one) & 1u; }
  constexpr bool empty() const { return bits == 0; }
  constexpr bool meets(SubCategorySet other) const { return (bits & other.bits) != 0; }
  constexpr SubCategorySet with(SubCategory one) const { return {bits | 1u << static_cast<unsigned>(one)}; }
  constexpr SubCategorySet with(SubCategorySet other) const { return {bits | other.bits}; }
  constexpr std::optional<SubCategory> first() const {
    if (bits == 0) return std::nullopt;
    return static_cast<SubCategory>(std::countr_zero(bits));
  }
  friend constexpr auto operator<=>(SubCategorySet, SubCategorySet) = default;
};
static_assert(count_of<SubCategory> <= 32, "one bit each");
template <class... S>
constexpr SubCategorySet sub_categories(S... one) {
  SubCategorySet set;
  ((set = set.with(one)), ...);
  return set;
}

enum class Theme : std::uint8_t {
  making_and_creating,
  being_sociable,
  understanding_my_health,
  weight,
  getting_fitter,
  learning_something,
  looking_after_somebody,
  rarely_seeing_people,
  staying_independent,
  getting_about,
  helping_others,
  faith_and_meaning,
  everyday_basics,
};
constexpr auto names_of(Theme) {
  return name_table("making_and_creating", "being_sociable", "understanding_my_health", "weight",
                    "getting_fitter", "learning_something", "looking_after_somebody", "rarely_seeing_people",
                    "staying_independent", "getting_about", "helping_others", "faith_and_meaning",
                    "everyday_basics");
}
Category category_of(Theme);
SubCategorySet switched_on_by(Theme);

}  // namespace kith::ideas
