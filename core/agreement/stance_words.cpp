#include "core/agreement/stance_words.hpp"

namespace kith {
namespace {

std::vector<StanceView const*> standing(StatementView const& line, bool with_words) {
  std::vector<StanceView const*> found;
  for (auto const& one : line.stances)
    if (one.on_these_words && one.own.empty() != with_words) found.push_back(&one);
  return found;
}

}  // namespace

std::string said_of(Stance stance, std::string_view name, Catalogue const& catalogue) {
  return say({"agreement.said." + std::string(name_of(stance)), {{"name", std::string(name)}}}, catalogue);
}

std::vector<StanceView const*> stances_alone(StatementView const& line) { return standing(line, false); }
std::vector<StanceView const*> stances_with_words(StatementView const& line) { return standing(line, true); }

}  // namespace kith
