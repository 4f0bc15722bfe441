#include "core/words/format.hpp"

#include <set>

#include "core/words/code_point.hpp"

namespace kith {
namespace {

using Piece = Pattern::Piece;
using Part = Pattern::Part;

constexpr std::u32string_view vowels = U"aeiouAEIOUàáâäèéêëìíîïòóôöùúûüÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜ";
constexpr std::u32string_view vowels_or_not = U"wyWY";  // "ac wyth" and "a Wendy", "ac ysgol" and "a Yasmin"
constexpr std::u32string_view always_vowels = U"ŵŷŴŶẁẃẅỳýÿẀẂẄỲÝŸ";

bool one_of(std::u32string_view letters, std::uint32_t code) {
  return letters.find(static_cast<char32_t>(code)) != std::u32string_view::npos;
}

// Welsh "and" is "ac" before a vowel and "a" before a consonant. An unmarked w or y is a consonant where a
// vowel follows it, save the w of "wy", and in a name beginning with W.
std::string_view welsh_and(std::string_view next) {
  auto const first = code_point_at(next, 0);
  auto const second = code_point_at(next, first.bytes);
  if (one_of(vowels, first.code) || one_of(always_vowels, first.code)) return " ac ";
  if (!one_of(vowels_or_not, first.code) || first.code == 'W') return " a ";
  return one_of(vowels, second.code) ? " a " : " ac ";
}

MessageValue const* find_arg(Message const& message, std::string_view name) {
  for (auto const& arg : message.args) {
    if (arg.name == name) return &arg.value;
  }
  return nullptr;
}

void cut_to_bound(std::string& text) {
  if (text.size() <= said_bytes_max) return;
  auto end = said_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
}

class Speaker {
 public:
  Speaker(Message const& message, CatalogueLanguage language) : message_(message), language_(language) {}

  void say(std::vector<Piece> const& pieces) {
    for (auto const& piece : pieces) {
      if (said_.size() > said_bytes_max) return;
      if (piece.part == Part::text) said_ += piece.text;
      if (piece.part == Part::argument) say_argument(piece.text);
      if (piece.part == Part::plural) say_plural(piece);
    }
  }
  std::string take() {
    cut_to_bound(said_);
    return std::move(said_);
  }

 private:
  void say_argument(std::string const& name) {
    auto const* value = find_arg(message_, name);
    if (!value) {
      said_ += "{" + name + "}";
    } else if (auto const* text = std::get_if<std::string>(value)) {
      said_ += *text;
    } else if (auto const* n = std::get_if<std::int64_t>(value)) {
      said_ += std::to_string(*n);
    } else if (auto const* list = std::get_if<std::vector<std::string>>(value)) {
      said_ += join_list(language_, *list);
    }
  }
  // A list may choose a plural too: its length is the number. That decides "is" or "are", and is never said.
  void say_plural(Piece const& plural) {
    auto const* value = find_arg(message_, plural.text);
    auto which = PluralClass::other;
    if (value) {
      if (auto const* n = std::get_if<std::int64_t>(value)) which = plural_class(language_, *n);
      if (auto const* list = std::get_if<std::vector<std::string>>(value)) {
        which = plural_class(language_, static_cast<std::int64_t>(list->size()));
      }
    }
    auto branch = plural.branches.find(which);
    if (branch == plural.branches.end()) branch = plural.branches.find(PluralClass::other);
    if (branch != plural.branches.end()) say(branch->second);
  }

  Message const& message_;
  CatalogueLanguage language_;
  std::string said_;
};

void collect_arguments(std::vector<Piece> const& pieces, std::set<std::string>& names) {
  for (auto const& piece : pieces) {
    if (piece.part != Part::text) names.insert(piece.text);
    for (auto const& [which, words] : piece.branches) collect_arguments(words, names);
  }
}

std::set<std::string> arguments_of(Pattern const& pattern) {
  std::set<std::string> names;
  collect_arguments(pattern.pieces, names);
  return names;
}

}  // namespace

PluralClass plural_class(CatalogueLanguage language, std::int64_t n) {
  if (language == CatalogueLanguage::en) return n == 1 ? PluralClass::one : PluralClass::other;
  switch (n) {
    case 0:
      return PluralClass::zero;
    case 1:
      return PluralClass::one;
    case 2:
      return PluralClass::two;
    case 3:
      return PluralClass::few;
    case 6:
      return PluralClass::many;
    default:
      return PluralClass::other;
  }
}

std::string join_list(CatalogueLanguage language, std::vector<std::string> const& items) {
  std::string joined;
  for (std::size_t n = 0; n < items.size() && joined.size() <= said_bytes_max; ++n) {
    bool const last = n + 1 == items.size();
    if (n > 0 && !last) joined += ", ";
    if (n > 0 && last) joined += language == CatalogueLanguage::cy ? welsh_and(items[n]) : " and ";
    joined += items[n];
  }
  cut_to_bound(joined);
  return joined;
}

Catalogue::Catalogue(CatalogueLanguage language, std::map<std::string, std::string> const& texts)
    : language_(language) {
  for (auto const& [key, text] : texts) patterns_.emplace(key, parse_pattern(text));
}

Pattern const* Catalogue::find(std::string_view key) const {
  auto const found = patterns_.find(key);
  return found == patterns_.end() ? nullptr : &found->second;
}

bool needs_review(Catalogue const& catalogue) { return say({"catalogue.review", {}}, catalogue) == "needed"; }

std::string say(Message const& message, Catalogue const& catalogue) {
  auto const* pattern = catalogue.find(message.key);
  if (!pattern) return message.key;
  Speaker speaker(message, catalogue.language());
  speaker.say(pattern->pieces);
  return speaker.take();
}

std::string say_all(std::vector<Message> const& messages, Catalogue const& catalogue) {
  std::string said;
  for (auto const& message : messages) {
    if (!said.empty()) said += ' ';
    said += say(message, catalogue);
    if (said.size() > said_bytes_max) break;
  }
  cut_to_bound(said);
  return said;
}

std::vector<CatalogueFault> faults_of(Catalogue const& catalogue) {
  std::vector<CatalogueFault> faults;
  for (auto const& [key, pattern] : catalogue.patterns()) {
    if (!pattern.fault.empty()) faults.push_back({key, std::string(pattern.fault)});
  }
  return faults;
}

std::vector<CatalogueFault> differences(Catalogue const& reference, Catalogue const& translation) {
  std::vector<CatalogueFault> faults;
  for (auto const& [key, pattern] : reference.patterns()) {
    auto const* other = translation.find(key);
    if (!other) {
      faults.push_back({key, "not translated"});
    } else if (arguments_of(pattern) != arguments_of(*other)) {
      faults.push_back({key, "other arguments than its reference"});
    }
  }
  for (auto const& [key, pattern] : translation.patterns()) {
    if (!reference.find(key)) faults.push_back({key, "not in the reference"});
  }
  return faults;
}

}  // namespace kith
