#include "standards/open_referral/json_items.hpp"

#include <algorithm>

#include "core/ideas/import_ledger.hpp"

namespace kith::open_referral {
namespace {

// A place in the text that only moves on.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) { skip_space(); }

  bool done() const { return at_ >= text_.size(); }
  char here() const { return done() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(at_); }
  bool take(char c) {
    if (here() != c) return false;
    ++at_;
    skip_space();
    return true;
  }

  // The text of the value that begins here, brackets balanced; nullopt: the text ends first.
  std::optional<std::string_view> value() {
    auto const from = at_;
    std::size_t depth = 0;
    while (!done()) {
      auto const c = here();
      if (c == '"') {
        if (!skip_string()) return std::nullopt;
      } else if (c == '{' || c == '[') {
        ++depth, ++at_;
      } else if (c == '}' || c == ']') {
        if (depth == 0) break;
        --depth, ++at_;
      } else if (c == ',' && depth == 0) {
        break;
      } else {
        ++at_;
        if (depth > 0) continue;
        bool const ends_scalar =
            done() || std::string_view(" \t\r\n,]}:").find(here()) != std::string_view::npos;
        if (!ends_scalar) continue;
      }
      if (depth == 0) break;
    }
    auto const value = text_.substr(from, at_ - from);
    skip_space();
    if (depth > 0 || value.empty()) return std::nullopt;
    return value;
  }

 private:
  void skip_space() {
    while (!done() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool skip_string() {
    for (++at_; !done(); ++at_) {
      if (text_[at_] == '\\')
        ++at_;
      else if (text_[at_] == '"')
        return ++at_, true;
    }
    at_ = text_.size();
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The elements of the list that begins here, up to its end.
bool take_elements(Walk& walk, JsonItems& found) {
  walk.take('[');
  if (walk.take(']')) return true;
  while (found.items.size() <= ideas::import_rows_max) {
    auto const item = walk.value();
    if (!item) return false;
    found.items.push_back(*item);
    if (walk.take(']')) return true;
    if (!walk.take(',')) return false;
  }
  return true;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view unquoted(std::string_view name) {
  return name.size() >= 2 && name.front() == '"' ? name.substr(1, name.size() - 2) : std::string_view();
}

}  // namespace

std::vector<JsonMember> json_members(std::string_view object) {
  std::vector<JsonMember> found;
  Walk walk(object);
  if (!walk.take('{')) return found;
  while (!walk.done() && walk.here() != '}') {
    auto const name = walk.value();
    if (!name || !walk.take(':')) break;
    auto const rest = walk.rest();
    auto const value = walk.value();
    found.push_back({unquoted(*name), value.value_or(rest), value.has_value()});
    if (!value || !walk.take(',')) break;
  }
  return found;
}

namespace {

// The list under a wanted name, or in an object under one: {"data":{"services":[…]}}.
bool take_list(std::string_view object, std::initializer_list<std::string_view> lists, std::size_t depth,
               JsonItems& found) {
  auto const members = json_members(object);
  bool const is_item =
      std::any_of(members.begin(), members.end(), [](auto const& one) { return one.name == "id"; });
  if (is_item) {
    if (depth > 0) found.items.push_back(object);
    return depth > 0;
  }
  for (auto const& member : members) {
    bool const wanted =
        std::any_of(lists.begin(), lists.end(), [&](auto name) { return same_letters(name, member.name); });
    Walk list(member.value);
    bool const around =
        wanted && list.here() == '{' && member.name != "service";  // which stands beside a door
    if (around && depth < page_depth_max && take_list(list.rest(), lists, depth + 1, found)) return true;
    if (!wanted || list.here() != '[') continue;
    found.list = member.name;
    bool const listed = take_elements(list, found);
    found.whole = found.whole && listed;
    return true;
  }
  return false;
}

}  // namespace

std::optional<JsonItems> json_items(std::string_view text, std::initializer_list<std::string_view> lists) {
  JsonItems found;
  Walk walk(text);
  if (walk.here() == '[') {
    found.whole = take_elements(walk, found) && walk.done();
    return found;
  }
  if (walk.here() != '{') return std::nullopt;
  auto const root = walk.value();
  found.whole = root.has_value();
  if (root && walk.here() == '{') {  // one object a line
    found.items.push_back(*root);
    while (!walk.done() && found.items.size() <= ideas::import_rows_max) {
      auto const item = walk.value();
      found.whole = item.has_value();
      if (!item) break;
      found.items.push_back(*item);
      walk.take(',');
    }
    return found;
  }
  if (root && !walk.done()) found.whole = false;
  if (take_list(text, lists, 0, found)) return found;
  if (root) found.items.push_back(*root);
  return found;
}

}  // namespace kith::open_referral
