#include "core/circle/sentence.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/sort_by.hpp"

namespace kith {
namespace {

using Names = std::vector<std::string>;

bool is_person(TieFacts const& tie) {
  return family_of(tie.kind) == TieFamily::family || family_of(tie.kind) == TieFamily::other_people;
}
bool is_valued(TieFacts const& tie) { return family_of(tie.kind) == TieFamily::valued; }
bool is_of(TieFacts const& tie, TieFamily family) { return is_active(tie) && family_of(tie.kind) == family; }

// White space at the ends goes and every run of it inside becomes one space: a name is read inside a
// sentence.
std::string tidy(std::string_view name) {
  std::string text;
  for (char const c : name) {
    bool const space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

int words_in(std::string_view text) {
  return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

// Says one sentence after another. Each tie is named once: where it matters most, which is where it first
// fits.
class Describer {
 public:
  explicit Describer(CircleDrawing const& drawing) {
    for (auto const& tie : drawing.ties) {
      if (auto name = tidy(tie.name); !name.empty()) ties_.push_back({std::move(name), tie, false});
    }
    sort_by(ties_, [](Entry const& entry) { return entry.tie.ring.value_or(Ring::outer); });
  }

  void say(std::string key) { said_.push_back({"circle.shows." + std::move(key), {}}); }

  // Names those who are wanted and not named yet, as many as one sentence holds.
  template <class Wanted>
  void name(std::string key, Wanted wanted) {
    Names names;
    int words = 0;
    bool full = false;
    for (auto& entry : ties_) {
      if (entry.named || !wanted(entry.tie.facts)) continue;
      if (said_names_.contains(entry.name)) {  // two friends without a name are "friends", once
        entry.named = true;
        continue;
      }
      int const more = words_in(entry.name) + (names.size() == 1);  // the second brings an "and" along
      full = full || (!names.empty() && words + more > names_words_max);
      if (full && is_valued(entry.tie.facts)) continue;  // CI12: named further on
      entry.named = true;
      others_ = others_ || full;
      if (full) continue;
      words += more;
      said_names_.insert(entry.name);
      names.push_back(entry.name);
    }
    if (!names.empty()) said_.push_back({"circle.shows." + std::move(key), {{"names", std::move(names)}}});
  }

  template <class Wanted>
  bool has_unnamed(Wanted wanted) const {
    return std::any_of(ties_.begin(), ties_.end(),
                       [&](auto const& e) { return !e.named && wanted(e.tie.facts); });
  }
  template <class Wanted>
  Names all_names(Wanted wanted) const {
    Names names;
    for (auto const& entry : ties_) {
      bool const twice = std::find(names.begin(), names.end(), entry.name) != names.end();
      if (wanted(entry.tie.facts) && !twice) names.push_back(entry.name);
    }
    return names;
  }
  bool nothing_said() const { return said_.empty(); }
  bool left_others() const { return others_; }
  std::vector<Message> take() { return std::move(said_); }

 private:
  struct Entry {
    std::string name;
    CircleTie tie;
    bool named = false;
  };
  std::vector<Entry> ties_;
  std::vector<Message> said_;
  std::set<std::string> said_names_;
  bool others_ = false;  // somebody did not fit
};

// Which word the people outside the family get: a circle of colleagues is not called friends.
std::string_view word_for_others(CircleDrawing const& drawing) {
  bool friends = false, others = false;
  for (auto const& tie : drawing.ties) {
    if (!is_of(tie.facts, TieFamily::other_people)) continue;
    (tie.facts.kind == TieKind::friend_ ? friends : others) = true;
  }
  return friends && others ? "friends_and_others" : friends ? "friends" : "others";
}

std::string opening_of(CircleType type, CircleDrawing const& drawing) {
  std::string const others(word_for_others(drawing));
  switch (type) {
    case CircleType::diverse:
      return "open.together." + others;
    case CircleType::family_centred:
    case CircleType::family_supported:
    case CircleType::family_contact:
      return "open.family";
    case CircleType::friend_centred:
    case CircleType::friend_supported:
    case CircleType::friend_contact:
      return "open." + others;
    case CircleType::friend_family_centred:
    case CircleType::friend_family_supported:
    case CircleType::friend_family_contact:
      return "open.family_and." + others;
    default:
      return {};  // what is there speaks for itself
  }
}

void open_circle(Describer& describer, CircleType type, CircleDrawing const& drawing) {
  if (type == CircleType::not_yet_drawn) return describer.say("begun");
  if (drawing.occasion == Occasion::hard_times) return describer.say("hard_times");
  if (auto const opening = opening_of(type, drawing); !opening.empty()) describer.say(opening);
}

void close_circle(Describer& describer, CircleType type, CircleDrawing const& drawing) {
  if (type == CircleType::not_yet_drawn) return describer.say("no_hurry");
  if (drawing.occasion == Occasion::hard_times) return describer.say("hard_times_enough");
  if (opening_of(type, drawing).empty()) describer.say("belongs");
}

// If everybody helps with the same, say with what; otherwise each helps in their own way.
std::string support_key(CircleDrawing const& drawing) {
  std::string const key = "help";
  std::optional<SupportSet> same;
  for (auto const& tie : drawing.ties) {
    if (tie.facts.support.empty()) continue;
    if (same && *same != tie.facts.support) return key + ".own_way";
    same = tie.facts.support;
  }
  std::string kinds;
  for (auto const support : all<Support>()) {
    if (same && same->has(support)) kinds += (kinds.empty() ? "." : "_and_") + std::string(name_of(support));
  }
  return key + kinds;
}

void name_valued(Describer& describer) {
  if (!describer.has_unnamed(is_valued)) return;
  describer.name(describer.nothing_said() ? "home" : "home_too", is_valued);
  while (describer.has_unnamed(is_valued)) describer.name("home_more", is_valued);
}

void name_everybody(Describer& describer, CircleDrawing const& drawing) {
  describer.name(support_key(drawing), [](TieFacts const& tie) { return !tie.support.empty(); });
  describer.name("often", [](TieFacts const& tie) { return is_person(tie) && is_frequent(tie); });
  describer.name("part_of", [](TieFacts const& tie) { return is_of(tie, TieFamily::group); });
  describer.name("their_work", [](TieFacts const& tie) { return is_of(tie, TieFamily::practitioner); });
  describer.name(describer.nothing_said() ? "holds" : "holds_too",
                 [](TieFacts const& tie) { return !is_valued(tie); });
  if (describer.left_others()) describer.say("others");
  name_valued(describer);
}

std::vector<Message> sentence_of(CircleType type, CircleDrawing const& drawing) {
  Describer describer(drawing);
  if (drawing.ties.empty()) {
    describer.say("welcome");
    describer.say("welcome_anything");
    return describer.take();
  }
  open_circle(describer, type, drawing);
  name_everybody(describer, drawing);
  close_circle(describer, type, drawing);
  return describer.take();
}

std::vector<Message> reasons_of(CircleDrawing const& drawing) {
  if (drawing.ties.empty()) return {{"circle.because.empty", {}}};
  std::vector<Message> because;
  if (!drawing.finished) because.push_back({"circle.because.not_finished", {}});
  Describer const describer(drawing);
  auto const add = [&](char const* key, auto wanted) {
    auto names = describer.all_names(wanted);
    if (names.empty()) return;
    because.push_back({"circle.because." + std::string(key), {{"names", std::move(names)}}});
  };
  add("family", [](TieFacts const& tie) { return is_of(tie, TieFamily::family); });
  add("other_people", [](TieFacts const& tie) { return is_of(tie, TieFamily::other_people); });
  add("groups", [](TieFacts const& tie) { return is_of(tie, TieFamily::group); });
  add("practitioners", [](TieFacts const& tie) { return is_of(tie, TieFamily::practitioner); });
  add("frequent", [](TieFacts const& tie) {
    return is_frequent(tie) && (is_person(tie) || family_of(tie.kind) == TieFamily::group);
  });
  add("frequent_supporting",
      [](TieFacts const& tie) { return is_person(tie) && is_frequent(tie) && !tie.support.empty(); });
  add("not_active", [](TieFacts const& tie) { return !is_valued(tie) && !is_active(tie); });
  add("valued", is_valued);
  return because;
}

}  // namespace

CircleDescription describe(CircleDrawing const& drawing) {
  std::vector<TieFacts> facts;
  facts.reserve(drawing.ties.size());
  for (auto const& tie : drawing.ties) facts.push_back(tie.facts);
  auto const type = type_of(facts, drawing.finished);
  return {type, sentence_of(type, drawing), reasons_of(drawing)};
}

CircleDrawing with_names(CircleDrawing drawing, Catalogue const& catalogue) {
  std::array<std::int64_t, count_of<TieKind>> unnamed{};
  auto const is_unnamed = [](CircleTie const& tie) { return tidy(tie.name).empty(); };
  for (auto const& tie : drawing.ties) unnamed[static_cast<std::size_t>(tie.facts.kind)] += is_unnamed(tie);
  for (auto& tie : drawing.ties) {
    if (!is_unnamed(tie)) continue;
    auto const n = unnamed[static_cast<std::size_t>(tie.facts.kind)];
    tie.name = say({"circle.unnamed." + std::string(name_of(tie.facts.kind)), {{"n", n}}}, catalogue);
  }
  return drawing;
}

}  // namespace kith
