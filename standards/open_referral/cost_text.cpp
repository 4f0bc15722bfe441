#include "standards/open_referral/cost_text.hpp"

#include <algorithm>

#include "standards/open_referral/cleaner.hpp"
#include "standards/open_referral/cost_options.hpp"
#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

// As words_of writes them: small letters, a space around each word.
constexpr std::string_view free_words[] = {" free ",
                                           " free of charge ",
                                           " for free ",
                                           " no charge ",
                                           " no cost ",
                                           " nil ",
                                           " free entry ",
                                           " free to attend ",
                                           " free to join ",
                                           " free admission ",
                                           " it is free ",
                                           " it s free ",
                                           " completely free ",
                                           " free for all ",
                                           " free for everyone ",
                                           " free service ",
                                           " free session ",
                                           " free sessions ",
                                           " there is no charge ",
                                           " am ddim ",
                                           " the service is free ",
                                           " this service is free "};
constexpr std::string_view after_an_amount[] = {
    " ",          " each ",       " per session ", " a session ",  " per class ",
    " a class ",  " per person ", " a person ",    " per visit ",  " a visit ",
    " per week ", " a week ",     " per child ",   " pp ",         " per hour ",
    " an hour ",  " per lesson ", " y sesiwn ",    " per family ", " entry ",
    " per adult "};

template <typename List>
bool is_one_of(List const& list, std::string_view words) {
  return std::find(std::begin(list), std::end(list), words) != std::end(list);
}

}  // namespace

ideas::Cost certain_cost(std::string_view text) {
  constexpr std::string_view pound = "\xC2\xA3";
  constexpr std::size_t pounds_digits_max = 6;
  constexpr std::int64_t millionths_of_a_penny = 10'000;
  if (is_one_of(free_words, words_of(text))) return ideas::Cost::free;
  bool const pounds = text.starts_with(pound);
  if (pounds) text.remove_prefix(pound.size());
  while (text.starts_with(" ")) text.remove_prefix(1);
  auto const end = std::min(text.find_first_not_of("0123456789."), text.size());
  auto number = text.substr(0, end);
  auto after = text.substr(end);
  if (number.ends_with(".")) number.remove_suffix(1);
  bool const pence = !pounds && after.starts_with("p") && (after.size() == 1 || after[1] == ' ');
  if (pence) after.remove_prefix(1);
  auto const amount = millionths_of_text(number, pounds_digits_max);
  if (!amount || !is_one_of(after_an_amount, after.empty() ? " " : words_of(after)))
    return ideas::Cost::unknown;
  if (*amount == 0) return ideas::Cost::free;
  if (!pounds && !pence) return ideas::Cost::unknown;  // five what?
  return cost_of_pence(pence ? *amount / 1'000'000 : *amount / millionths_of_a_penny);
}

}  // namespace kith::open_referral
