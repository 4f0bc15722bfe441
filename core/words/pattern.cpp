// The grammar of a pattern:
//   pattern = { text | "{" name "}" | "{" name ", plural," { class "{" plain "}" } "}" }
//   plain   = { text | "{" name "}" }
#include <optional>

#include "core/words/format.hpp"

namespace kith {
namespace {

using Piece = Pattern::Piece;
using Part = Pattern::Part;

class PatternReader {
 public:
  explicit PatternReader(std::string_view text) : text_(text) {}

  std::optional<std::vector<Piece>> read(bool inside_plural) {
    std::vector<Piece> pieces;
    while (at_ < text_.size() && !(inside_plural && text_[at_] == '}')) {
      auto const next = text_.find_first_of("{}", at_);
      if (next != at_) {
        pieces.push_back({Part::text, std::string(text_.substr(at_, next - at_)), {}});
        at_ = next == std::string_view::npos ? text_.size() : next;
      } else if (text_[at_] == '}') {
        return refuse("a closing brace without its opening one");
      } else if (!read_braces(pieces, inside_plural)) {
        return std::nullopt;
      }
    }
    return pieces;
  }
  std::string_view fault;

 private:
  std::nullopt_t refuse(std::string_view what) {
    if (fault.empty()) fault = what;
    return std::nullopt;
  }
  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  std::string_view read_name() {
    auto const from = at_;
    while (at_ < text_.size() && (text_[at_] == '_' || (text_[at_] >= 'a' && text_[at_] <= 'z') ||
                                  (text_[at_] >= '0' && text_[at_] <= '9'))) {
      ++at_;
    }
    return text_.substr(from, at_ - from);
  }

  bool read_braces(std::vector<Piece>& pieces, bool inside_plural) {
    take('{');
    auto const name = read_name();
    if (name.empty()) return refuse("an argument needs a name of a-z, 0-9 and _"), false;
    if (take('}')) {
      pieces.push_back({Part::argument, std::string(name), {}});
      return true;
    }
    if (inside_plural) return refuse("a plural does not hold another"), false;
    if (!take(',')) return refuse("an argument ends with a brace"), false;
    skip_spaces();
    if (read_name() != "plural" || !take(',')) return refuse("only plural may follow a name"), false;
    auto plural = read_branches(std::string(name));
    if (!plural) return false;
    pieces.push_back(std::move(*plural));
    return true;
  }

  std::optional<Piece> read_branches(std::string name) {
    Piece plural{Part::plural, std::move(name), {}};
    while (skip_spaces(), !take('}')) {
      auto const which = named<PluralClass>(read_name());
      if (!which) return refuse("a plural names only zero, one, two, few, many and other");
      skip_spaces();
      if (!take('{')) return refuse("a plural's words stand in braces");
      auto words = read(true);
      if (!words) return std::nullopt;
      if (!take('}')) return refuse("a plural is not closed");
      if (!plural.branches.emplace(*which, std::move(*words)).second)
        return refuse("a plural class comes twice");
    }
    if (!plural.branches.contains(PluralClass::other)) return refuse("a plural needs its other");
    return plural;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Pattern parse_pattern(std::string_view text) {
  if (text.size() > pattern_bytes_max)
    return {{{Part::text, std::string(text), {}}}, "longer than a pattern may be"};
  PatternReader reader(text);
  if (auto pieces = reader.read(false)) return {std::move(*pieces), {}};
  return {{{Part::text, std::string(text), {}}}, reader.fault};
}

}  // namespace kith
