#include "standards/open_referral/mapping.hpp"

#include <algorithm>

#include "wire/json.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

// Reads one mapping; the first thing it does not understand is kept as the refusal's argument.
class MappingReader {
 public:
  std::string wrong;

  Mapping read(Json const& json) {
    Mapping made;
    members(
        json, "",
        {"about", "source", "id", "columns", "constants", "empty", "sub_categories", "keywords", "general_in",
         "access", "costs", "leave_out", "reach", "cost", "not_services", "soften_capitals"});
    made.about = text(json, "about");
    made.source = text(json, "source");
    made.id = texts(json, "id");
    made.empty = texts(json, "empty");
    made.general_in = texts(json, "general_in");
    made.not_services = text(json, "not_services");
    made.sub_categories = sub_categories(json);
    if (wire::member(json, "reach")) made.reach = one_of<ideas::Reach>(text(json, "reach"));
    if (wire::member(json, "cost")) made.cost = one_of<ideas::Cost>(text(json, "cost"));
    made.soften_capitals = wire::bool_at(json, "soften_capitals").value_or(false);
    read_columns(json, made);
    read_constants(json, made);
    read_keywords(json, made);
    for (auto const& one : list(json, "access")) read_access(one, made);
    for (auto const& one : list(json, "costs")) {
      made.costs.push_back({cell_test(one, {"cost"}), one_of<ideas::Cost>(text(one, "cost"))});
    }
    for (auto const& one : list(json, "leave_out"))
      made.leave_out.push_back({cell_test(one, {"why"}), text(one, "why")});
    if (made.not_services.empty() && !made.columns.contains(Field::name)) say("columns.name");
    return made;
  }

 private:
  void say(std::string_view what) {
    if (wrong.empty()) wrong = what;
  }

  void members(Json const& json, std::string const& where, std::initializer_list<std::string_view> known) {
    auto const* object = wire::object_of(json);
    if (!object) return say(where.empty() ? "the whole" : where);
    for (auto const& [name, value] : *object) {
      if (std::find(known.begin(), known.end(), name) == known.end()) say(where + name);
    }
  }

  std::string text(Json const& json, std::string_view name) {
    auto const* found = wire::member(json, name);
    auto const* value = wire::string_at(json, name);
    if (found && !value) say(name);
    return value ? *value : std::string();
  }

  std::vector<std::string> texts(Json const& json, std::string_view name) {
    std::vector<std::string> made;
    if (auto const* alone = wire::string_at(json, name)) return {*alone};
    for (auto const& one : list(json, name)) {
      auto const* value = one.get_ptr<Json::string_t const*>();
      if (!value)
        say(name);
      else
        made.push_back(*value);
    }
    return made;
  }

  Json::array_t const& list(Json const& json, std::string_view name) {
    static Json::array_t const none;
    auto const* found = wire::array_at(json, name);
    if (!found && wire::member(json, name)) say(name);
    return found ? *found : none;
  }

  template <Named E>
  E one_of(std::string_view name) {
    auto const found = named<E>(name);
    if (!found) say(name.empty() ? "an empty name" : name);
    return found.value_or(E{});
  }

  ideas::SubCategorySet sub_categories(Json const& json) {
    ideas::SubCategorySet set;
    for (auto const& name : texts(json, "sub_categories")) set = set.with(one_of<ideas::SubCategory>(name));
    return set;
  }

  CellTest cell_test(Json const& json, std::initializer_list<std::string_view> beside) {
    std::vector<std::string_view> known = {"in", "is", "has"};
    known.insert(known.end(), beside.begin(), beside.end());
    auto const* object = wire::object_of(json);
    if (!object) say("a rule");
    for (auto const& [name, value] : object ? *object : Json::object_t()) {
      if (std::find(known.begin(), known.end(), name) == known.end()) say(name);
    }
    CellTest made{texts(json, "in"), texts(json, "is"), texts(json, "has")};
    if (made.columns.empty() || made.is.empty() == made.has.empty()) say("in, with is or has");
    return made;
  }

  void read_columns(Json const& json, Mapping& made) {
    auto const* columns = wire::member(json, "columns");
    auto const* object = columns ? wire::object_of(*columns) : nullptr;
    if (columns && !object) say("columns");
    for (auto const& [name, value] : object ? *object : Json::object_t()) {
      auto& parts = made.columns[one_of<Field>(name)];
      if (auto const* alone = value.get_ptr<Json::string_t const*>()) {
        parts.push_back({*alone, ""});
        continue;
      }
      if (!value.is_array()) say(name);
      for (auto const& part : list(*columns, name)) {
        if (auto const* column = part.get_ptr<Json::string_t const*>()) {
          parts.push_back({*column, ""});
        } else {
          members(part, "columns." + name + ".", {"column", "label"});
          parts.push_back({text(part, "column"), text(part, "label")});
        }
      }
    }
  }

  void read_constants(Json const& json, Mapping& made) {
    auto const* constants = wire::member(json, "constants");
    auto const* object = constants ? wire::object_of(*constants) : nullptr;
    if (constants && !object) say("constants");
    for (auto const& [name, value] : object ? *object : Json::object_t()) {
      made.constants[one_of<Field>(name)] = text(*constants, name);
    }
  }

  // "general", or a list of rules; "general" may stand in the list too.
  void read_keywords(Json const& json, Mapping& made) {
    if (auto const* word = wire::string_at(json, "keywords")) {
      made.general_keywords = *word == "general";
      if (!made.general_keywords) say("keywords");
      return;
    }
    for (auto const& one : list(json, "keywords")) {
      auto const* word = one.get_ptr<Json::string_t const*>();
      if (word && *word == "general")
        made.general_keywords = true;
      else
        made.keywords.push_back({cell_test(one, {"sub_categories"}), sub_categories(one)});
    }
  }

  void read_access(Json const& one, Mapping& made) {
    members(one, "access.", {"in", "need", "yes", "no"});
    made.access.push_back(
        {text(one, "in"), one_of<ideas::AccessNeed>(text(one, "need")), texts(one, "yes"), texts(one, "no")});
  }
};

}  // namespace

std::variant<Mapping, Refusal> read_mapping(std::string_view json) {
  auto const read = wire::read_json(json, {.bytes_max = mapping_bytes_max});
  if (auto const* fault = std::get_if<wire::JsonRefusal>(&read)) {
    return refuse("DI24", {{"what", std::string(name_of(fault->fault))}});
  }
  MappingReader reader;
  auto made = reader.read(std::get<Json>(read));
  if (!reader.wrong.empty()) return refuse("DI24", {{"what", reader.wrong}});
  return made;
}

}  // namespace kith::open_referral
