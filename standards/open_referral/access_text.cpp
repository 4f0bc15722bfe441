#include "standards/open_referral/access_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

struct Phrases {
  ideas::AccessNeed need;
  std::array<std::string_view, 8> keywords;
};
using enum ideas::AccessNeed;
constexpr std::array<Phrases, 12> said_as = {{
    {step_free,
     {"step free", "wheelchair*", "level access", "level entrance", "ramp", "ramps", "ramped", "no steps"}},
    {toilet,
     {"accessible toilet*", "disabled toilet*", "changing places", "adapted toilet*", "accessible wc",
      "accessible loo"}},
    {quiet,
     {"quiet room", "quiet space", "quiet corner", "quiet hour*", "quiet time*", "low sensory", "calm room"}},
    {hearing_loop, {"hearing loop*", "induction loop*", "t coil", "loop system"}},
    {parking, {"disabled parking", "accessible parking", "blue badge", "parking bay*", "disabled bay*"}},
    {large_print, {"large print", "large type"}},
    {online_joining,
     {"join online", "joining online", "by video", "on zoom", "from home", "remotely", "video call*"}},
    {near_bus_stop, {"bus stop*", "tram stop*", "near the bus*", "on the bus route*"}},
    {sign_language, {"sign language", "bsl", "deaf sign*"}},
    {assistance_dogs, {"assistance dog*", "guide dog*", "support dog*"}},
    {companion_welcome,
     {"bring somebody", "bring someone", "bring a friend", "companion*", "carers welcome", "come with you"}},
    {easy_read, {"easy read", "plain words", "picture guide"}},
}};
constexpr std::array<std::string_view, 12> denials = {"no",     "not",   "without",  "isn t",
                                                      "cannot", "can t", "unable",   "never",
                                                      "none",   "don t", "steps up", "sorry"};

// Words of a no that say yes, or that deny something else.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> not_a_no = {{
    {" no steps ", " step free "},
    {" without steps ", " step free "},
    {" not far ", " near "},
    {" no need ", " "},
    {" no charge ", " free "},
}};

void read_sentence(std::string_view sentence, ideas::AccessFacts& facts) {
  auto words = words_of(sentence);
  bool denied = false;
  for (auto const& [said, meant] : not_a_no) {
    for (auto at = words.find(said); at != std::string::npos; at = words.find(said))
      words.replace(at, said.size(), meant);
  }
  for (auto const denial : denials) denied = denied || has_keyword(words, denial);
  for (auto const& phrases : said_as) {
    for (auto const keyword : phrases.keywords) {
      if (keyword.empty() || !has_keyword(words, keyword)) continue;
      // Two sentences that disagree: the no is what somebody could be stranded by.
      if (denied)
        facts.set(phrases.need, ideas::Known::no);
      else if (facts.of(phrases.need) == ideas::Known::unknown)
        facts.set(phrases.need, ideas::Known::yes);
    }
  }
}

}  // namespace

void read_access_text(std::string_view text, ideas::AccessFacts& facts) {
  while (!text.empty()) {
    auto const end = std::min({text.find_first_of(".;!\n"), text.find(" but "), text.size()});
    read_sentence(text.substr(0, end), facts);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace kith::open_referral
