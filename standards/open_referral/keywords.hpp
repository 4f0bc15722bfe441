// Which of our sub-categories a feed's own words belong to. Plain word lists, no guessing beyond them. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/taxonomy.hpp"

namespace kith::open_referral {

// Lower case, every mark a space, one space at each end: " men s shed ". Made once per text, searched often.
std::string words_of(std::string_view text);

// Whole words only, except that a keyword that ends in * is the beginning of one: "garden*".
bool has_keyword(std::string const& words, std::string_view keyword);

// Our list for any British directory: what `"keywords": "general"` in a mapping switches on, and what HSDS
// terms of other taxonomies are read by.
ideas::SubCategorySet general_sub_categories(std::string const& words);

}  // namespace kith::open_referral
