#include "standards/open_referral/company_text.hpp"

#include <algorithm>
#include <string>

#include "standards/open_referral/access_text.hpp"
#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

using ideas::GroupSize;
using ideas::Known;

struct Phrase {
  std::string_view words;
  GroupSize size;
};
constexpr Phrase sizes[] = {{"one to one", GroupSize::one_or_two}, {"1 to 1", GroupSize::one_or_two},
                            {"one on one", GroupSize::one_or_two}, {"small group", GroupSize::small},
                            {"small groups", GroupSize::small},    {"large group", GroupSize::large},
                            {"large groups", GroupSize::large}};
constexpr std::string_view alone[] = {"come alone", "come on your own", "coming alone", "coming on your own",
                                      "come by yourself"};
constexpr std::string_view denials[] = {"no",    "not",   "without", "never",  "don t",
                                        "isn t", "can t", "cannot",  "instead"};

bool holds(std::string const& words, std::string_view keyword) { return has_keyword(words, keyword); }

struct Found {
  bool one_or_two = false, small = false, large = false, alone = false;
};

void read_sentence(std::string const& words, Found& found) {
  if (std::ranges::any_of(denials, [&](auto denial) { return holds(words, denial); })) return;
  for (auto const& phrase : sizes) {
    if (!holds(words, phrase.words)) continue;
    (phrase.size == GroupSize::one_or_two ? found.one_or_two
     : phrase.size == GroupSize::small    ? found.small
                                          : found.large) = true;
  }
  found.alone |= std::ranges::any_of(alone, [&](auto one) { return holds(words, one); });
}

}  // namespace

void read_company_text(std::string_view text, ideas::Service& made) {
  Found found;
  ideas::AccessFacts facts;
  read_access_text(text, facts);
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of(".;!?\n"), text.size());
    read_sentence(words_of(text.substr(0, end)), found);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (found.one_or_two + found.small + found.large == 1)
    made.group = found.one_or_two ? GroupSize::one_or_two : found.small ? GroupSize::small : GroupSize::large;
  if (found.alone) made.come_alone = Known::yes;
  auto const with = ideas::AccessNeed::companion_welcome;
  if (facts.of(with) == Known::yes && made.access.of(with) == Known::unknown)
    made.access.set(with, Known::yes);
}

}  // namespace kith::open_referral
