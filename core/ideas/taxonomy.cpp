#include "core/ideas/taxonomy.hpp"

namespace kith::ideas {

Category category_of(SubCategory one) {
  switch (one) {
    case SubCategory::reading_and_writing:
    case SubCategory::arts_and_crafts:
    case SubCategory::drama_and_music:
    case SubCategory::social_clubs:
    case SubCategory::gardening:
    case SubCategory::faith:
      return Category::activities;
    case SubCategory::health_conditions:
    case SubCategory::weight_management:
    case SubCategory::fitness_and_exercise:
    case SubCategory::swimming:
    case SubCategory::walking_and_outdoors:
    case SubCategory::everyday_health:
      return Category::health;
    case SubCategory::education_and_learning:
    case SubCategory::libraries:
    case SubCategory::work_and_training:
      return Category::learning;
    case SubCategory::support_for_carers:
    case SubCategory::counselling:
    case SubCategory::befriending:
    case SubCategory::peer_support:
      return Category::support;
    case SubCategory::home_support:
    case SubCategory::money_and_benefits:
    case SubCategory::community_transport:
    case SubCategory::advocacy:
    case SubCategory::food_support:
    case SubCategory::residential_care:
      return Category::independent_living;
    case SubCategory::volunteering:
      return Category::volunteering;
  }
  return Category::activities;
}

Category category_of(Theme theme) {
  switch (theme) {
    case Theme::making_and_creating:
    case Theme::being_sociable:
    case Theme::faith_and_meaning:
      return Category::activities;
    case Theme::understanding_my_health:
    case Theme::weight:
    case Theme::getting_fitter:
      return Category::health;
    case Theme::learning_something:
      return Category::learning;
    case Theme::looking_after_somebody:
    case Theme::rarely_seeing_people:
      return Category::support;
    case Theme::staying_independent:
    case Theme::getting_about:
    case Theme::everyday_basics:
      return Category::independent_living;
    case Theme::helping_others:
      return Category::volunteering;
  }
  return Category::activities;
}

SubCategorySet switched_on_by(Theme theme) {
  using enum SubCategory;
  switch (theme) {
    case Theme::making_and_creating:
      return sub_categories(reading_and_writing, arts_and_crafts, drama_and_music, gardening, libraries);
    case Theme::being_sociable:
      return sub_categories(social_clubs);
    case Theme::understanding_my_health:
      return sub_categories(health_conditions, peer_support);
    case Theme::weight:
      return sub_categories(weight_management);
    case Theme::getting_fitter:
      return sub_categories(fitness_and_exercise, swimming, walking_and_outdoors, gardening);
    case Theme::learning_something:
      return sub_categories(education_and_learning, libraries, work_and_training);
    case Theme::looking_after_somebody:
      return sub_categories(support_for_carers);
    case Theme::rarely_seeing_people:
      return sub_categories(counselling, befriending, peer_support);
    case Theme::staying_independent:
      return sub_categories(home_support, money_and_benefits, advocacy);
    case Theme::getting_about:
      return sub_categories(community_transport);
    case Theme::helping_others:
      return sub_categories(SubCategory::volunteering);
    case Theme::faith_and_meaning:
      return sub_categories(faith);
    case Theme::everyday_basics:
      return sub_categories(food_support, everyday_health);
  }
  return {};
}

}  // namespace kith::ideas
