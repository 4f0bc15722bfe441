#include "wire/circle_file.hpp"

#include <algorithm>
#include <array>

#include "core/limits.hpp"
#include "wire/json.hpp"

namespace kith::wire {
namespace {

constexpr std::size_t echo_bytes_max = 60;

// What the file said, fit to be shown on a terminal: short, and without control characters.
std::string echo(std::string_view text) {
  std::string shown;
  for (char const c : text) {
    bool const starts = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (starts && shown.size() >= echo_bytes_max) return shown + "…";
    bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    shown += control ? '?' : c;
  }
  return shown;
}

template <Named E>
std::string every_word() {
  std::string words;
  for (auto const value : all<E>()) words += (words.empty() ? "" : ", ") + std::string(name_of(value));
  return words;
}

// Reads one value after another and remembers the first refusal; what comes after it is not looked at.
class CircleReader {
 public:
  std::optional<Refusal> refusal;

  void read(Json const& json, CircleDrawing& drawing) {
    where_ = "the file";
    if (!object_of(json)) return refuse_type("an object in braces");
    if (!only_fields(json, std::array<std::string_view, 3>{"finished", "occasion", "ties"})) return;
    read_flag(json, "finished", drawing.finished);
    read_word(json, "occasion", drawing.occasion);
    read_ties(json, drawing.ties);
  }

 private:
  void refuse_with(std::string_view rule, std::vector<MessageArg> args = {}) {
    args.push_back({"where", where_});
    if (!refusal) refusal = kith::refuse(rule, std::move(args));
  }
  void refuse_type(std::string wanted) { refuse_with("CI22", {{"wanted", std::move(wanted)}}); }

  template <std::size_t N>
  bool only_fields(Json const& object, std::array<std::string_view, N> const& known) {
    for (auto const& [key, value] : *object_of(object)) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      refuse_with("CI21", {{"field", echo(key)}});
      return false;
    }
    return true;
  }

  void read_flag(Json const& object, char const* key, bool& flag) {
    if (!member(object, key)) return;
    auto const found = bool_at(object, key);
    if (!found) return refuse_type(std::string(key) + " as true or false");
    flag = *found;
  }

  template <Named E>
  std::optional<E> word_of(Json const& value, std::string const& wanted) {
    auto const* text = value.get_ptr<Json::string_t const*>();
    if (!text) return refuse_type(wanted + " as text"), std::nullopt;
    auto const found = named<E>(*text);
    if (!found) refuse_with("CI23", {{"word", echo(*text)}, {"words", every_word<E>()}});
    return found;
  }
  template <Named E, class Slot>  // Slot is E or optional<E>
  void read_named(Json const& object, char const* key, Slot& slot) {
    auto const* value = member(object, key);
    if (!value) return;
    if (auto const found = word_of<E>(*value, key)) slot = *found;
  }
  template <Named E>
  void read_word(Json const& object, char const* key, E& slot) {
    read_named<E>(object, key, slot);
  }
  template <Named E>
  void read_word(Json const& object, char const* key, std::optional<E>& slot) {
    read_named<E>(object, key, slot);
  }

  void read_ties(Json const& file, std::vector<CircleTie>& ties) {
    if (!member(file, "ties")) return refuse_with("CI25", {{"most", std::int64_t{ties_per_circle_max}}});
    auto const* list = array_at(file, "ties");
    if (!list) return refuse_type("ties as a list");
    if (list->size() > ties_per_circle_max) {
      return refuse_with("CI25", {{"most", std::int64_t{ties_per_circle_max}}});
    }
    for (auto const& json : *list) {
      where_ = "entry " + std::to_string(ties.size() + 1) + " of ties";
      read_tie(json, ties.emplace_back());
      if (refusal) return;
    }
  }

  void read_tie(Json const& json, CircleTie& tie) {
    if (!object_of(json)) return refuse_type("an object in braces");
    if (!only_fields(json, std::array<std::string_view, 5>{"name", "kind", "frequency", "support", "ring"}))
      return;
    if (!member(json, "kind")) return refuse_with("CI27", {{"words", every_word<TieKind>()}});
    read_word(json, "kind", tie.facts.kind);
    read_word(json, "frequency", tie.facts.frequency);
    read_name(json, tie.name);
    read_support(json, tie.facts.support);
    read_ring(json, tie.ring);
  }

  void read_name(Json const& json, std::string& name) {
    if (!member(json, "name")) return;
    auto const* text = string_at(json, "name");
    if (!text) return refuse_type("name as text");
    bool const control = std::any_of(
        text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (control || text->size() > name_bytes_max) {
      return refuse_with("CI26", {{"most", std::int64_t{name_bytes_max}}});
    }
    name = *text;
  }

  void read_support(Json const& json, SupportSet& support) {
    if (!member(json, "support")) return;
    auto const* list = array_at(json, "support");
    if (!list) return refuse_type("support as a list");
    for (auto const& entry : *list) {
      auto const found = word_of<Support>(entry, "each support");
      if (!found) return;
      support = support.with(*found);
    }
  }

  void read_ring(Json const& json, std::optional<Ring>& ring) {
    if (!member(json, "ring")) return;
    auto const number = integer_at(json, "ring");
    if (!number) return refuse_type("ring as a whole number");
    ring = ring_of(*number);
    if (!ring) refuse_with("CI24", {{"ring", *number}});
  }

  std::string where_;
};

}  // namespace

std::variant<CircleDrawing, Refusal> read_circle_file(std::string_view text) {
  auto const read = read_json(text);
  if (auto const* fault = std::get_if<JsonRefusal>(&read)) {
    return Refusal{"CI20", {"refusal.CI20." + std::string(name_of(fault->fault)), {}}};
  }
  CircleDrawing drawing;
  CircleReader reader;
  reader.read(std::get<Json>(read), drawing);
  if (reader.refusal) return *reader.refusal;
  return drawing;
}

std::string write_description(CircleDescription const& description, Catalogue const& catalogue) {
  auto because = Json::array();
  for (auto const& reason : description.because) because.push_back(say(reason, catalogue));
  Json answer = Json::object();
  answer["type"] = std::string(name_of(description.type));
  answer["sentence"] = say_all(description.sentence, catalogue);
  answer["because"] = std::move(because);
  return write_json(answer);
}

}  // namespace kith::wire
