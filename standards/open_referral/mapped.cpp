#include "standards/open_referral/mapped.hpp"

#include <algorithm>

#include "standards/open_referral/access_text.hpp"
#include "standards/open_referral/company_text.hpp"
#include "standards/open_referral/cost_text.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What a spreadsheet shows where a sum went wrong.
constexpr std::string_view spreadsheet_faults[] = {"#N/A",    "#REF!", "#VALUE!", "#NAME?",
                                                   "#DIV/0!", "#NUM!", "#NULL!"};

// Whatever the capitals and the spaces around.
bool same_words(std::string_view a, std::string_view b) {
  for (auto* text : {&a, &b}) {
    while (!text->empty() && text->front() == ' ') text->remove_prefix(1);
    while (!text->empty() && text->back() == ' ') text->remove_suffix(1);
  }
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// One row under its mapping: cells in, a Service out.
class MappedRow {
 public:
  MappedRow(Cell const& cell, Mapping const& mapping, Cleaner cleaner)
      : raw_(cell), mapping_(mapping), cleaner_(std::move(cleaner)) {}

  Mapping::LeaveOut const* left_out() const {
    for (auto const& rule : mapping_.leave_out) {
      if (holds(rule.when)) return &rule;
    }
    return nullptr;
  }

  ideas::Service service(std::optional<ideas::Point> at) {
    ideas::Service made;
    read_words(made);
    read_contact(made);
    made.reach = mapping_.reach;
    if (at)
      cleaner_.place(made, *at);
    else
      cleaner_.place(made, text_of(Field::latitude), text_of(Field::longitude));
    made.sub_categories = sub_categories(made);
    made.age_min = cleaner_.age("age_min", text_of(Field::age_min)).value_or(ideas::age_any_min);
    made.age_max = cleaner_.age("age_max", text_of(Field::age_max)).value_or(ideas::age_any_max);
    made.checked_on = cleaner_.day("checked_on", text_of(Field::checked_on));
    read_cost(made);
    read_access(made);
    read_company_text(made.who_can_come + "\n" + made.first_visit, made);
    return made;
  }

  // What the feed calls this row; empty without id columns.
  std::string id_of_feed() const {
    std::string id;
    for (auto const& column : mapping_.id) id += words_of(cell(column));
    bool const empty = std::all_of(id.begin(), id.end(), [](char c) { return c == ' '; });
    return empty ? std::string() : id;
  }
  // What a person would know it by, from the columns that were always known (rule DI37).
  std::string id_of_words(ideas::Service const& made) const {
    return words_of(as_known(Field::name, made.name)) + words_of(as_known(Field::postcode, made.postcode)) +
           words_of(as_known(Field::address, made.address));
  }

 private:
  std::string as_known(Field field, std::string const& made) const {
    if (mapping_.known_by.empty()) return made;
    auto const column = mapping_.known_by.find(field);
    if (column == mapping_.known_by.end()) return {};
    auto const now = mapping_.columns.find(field);
    bool const same = now != mapping_.columns.end() && now->second.size() == 1 &&
                      now->second.front().column == column->second;
    if (same) return made;
    ideas::ImportLedger unseen;  // what is tidied here was noted when the service was made
    Cleaner quiet(unseen, unseen.add_row(unseen.add_file(""), 1), nullptr);
    auto const text = cell(column->second);
    if (field == Field::name) return quiet.text("", text, ideas::service_name_bytes_max);
    return field == Field::postcode ? quiet.postcode(text) : quiet.line("", text);
  }

  std::string_view cell(std::string_view column) const {
    auto const text = raw_(column);
    for (auto const fault : spreadsheet_faults) {
      if (same_words(text, fault)) return {};
    }
    bool const nothing = std::any_of(mapping_.empty.begin(), mapping_.empty.end(),
                                     [&](auto const& word) { return same_words(text, word); });
    return nothing ? std::string_view() : text;
  }

  bool holds(CellTest const& test) const {
    return std::any_of(test.columns.begin(), test.columns.end(), [&](auto const& column) {
      auto const words = words_of(cell(column));
      return std::any_of(test.is.begin(), test.is.end(),
                         [&](auto const& is) { return words == words_of(is); }) ||
             std::any_of(test.has.begin(), test.has.end(),
                         [&](auto const& has) { return has_keyword(words, has); });
    });
  }

  // The columns of a field put together, or its constant.
  std::string text_of(Field field) const {
    std::string made;
    auto const parts = mapping_.columns.find(field);
    if (parts != mapping_.columns.end()) {
      for (auto const& part : parts->second) {
        auto const text = cell(part.column);
        if (text.empty()) continue;
        if (!made.empty()) made += part.label.empty() ? ", " : "; ";
        if (!part.label.empty()) made += part.label + ": ";
        made += text;
      }
    }
    auto const constant = mapping_.constants.find(field);
    if (made.empty() && constant != mapping_.constants.end()) made = constant->second;
    return made;
  }

  // "Monday 10:00-11:00" from a column for each.
  std::string opening_text() const {
    auto const& session = mapping_.session;
    auto times = text_of(Field::opening);
    if (session.day.empty()) return times;
    auto const time = [&](std::string const& column) {
      auto text = column.empty() ? std::string_view() : cell(column);
      bool const seconds = text.size() >= 7 && text.ends_with(":00") && text[text.size() - 6] == ':';
      if (seconds) text.remove_suffix(3);  // a spreadsheet's "10:00:00"
      return std::string(text);
    };
    if (times.empty()) times = time(session.start);
    if (auto const until = time(session.end); !until.empty())
      times += (times.empty() ? "until " : "-") + until;
    auto const day = std::string(cell(session.day));
    return day + (day.empty() || times.empty() ? "" : " ") + times;
  }

  void read_words(ideas::Service& made) {
    made.name = cleaner_.text("name", text_of(Field::name), ideas::service_name_bytes_max);
    if (mapping_.soften_capitals) made.name = softened(made.name);
    made.organization =
        cleaner_.text("organization", text_of(Field::organization), ideas::service_name_bytes_max);
    made.description = cleaner_.prose("description", text_of(Field::description));
    made.opening = cleaner_.prose("opening", opening_text());
    made.first_visit = cleaner_.prose("first_visit", text_of(Field::first_visit));
    made.newcomers = newcomers_of(made.first_visit + "\n" + made.opening);
    made.who_can_come = cleaner_.prose("who_can_come", text_of(Field::who_can_come));
    made.getting_there = cleaner_.prose("getting_there", text_of(Field::getting_there));
    made.address = cleaner_.line("address", text_of(Field::address));
    made.area = cleaner_.line("area", text_of(Field::area));
    made.cost_text = cleaner_.line("cost_text", text_of(Field::cost_text));
    made.access_text = cleaner_.line("access_text", text_of(Field::access_text));
  }

  void read_contact(ideas::Service& made) {
    made.postcode = cleaner_.postcode(text_of(Field::postcode));
    made.website = cleaner_.website(text_of(Field::website));
    made.phone = cleaner_.phone(text_of(Field::phone));
    made.email = cleaner_.email(text_of(Field::email));
    if (auto const contact = text_of(Field::contact); !contact.empty()) cleaner_.contact(contact, made);
  }

  ideas::SubCategorySet sub_categories(ideas::Service const& made) const {
    auto found = mapping_.sub_categories;
    for (auto const& rule : mapping_.keywords) {
      if (holds(rule.when)) found = found.with(rule.sub_categories);
    }
    if (!mapping_.general_keywords) return found;
    auto words = words_of(made.name) + words_of(made.description);
    for (auto const& column : mapping_.general_in) words += words_of(cell(column));
    return found.with(general_sub_categories(words));
  }

  void read_cost(ideas::Service& made) const {
    made.cost = mapping_.cost;
    auto const said = certain_cost(made.cost_text);
    for (auto const& rule : mapping_.costs) {
      if (!holds(rule.when)) continue;
      bool const guessed = !mapping_.known_by.empty();
      bool const contradicted =
          guessed && said != rule.cost && (said != ideas::Cost::unknown || !made.cost_text.empty());
      made.cost = contradicted ? ideas::Cost::unknown : rule.cost;
      return;
    }
    if (made.cost == ideas::Cost::unknown) made.cost = said;
  }

  void read_access(ideas::Service& made) const {
    read_access_text(made.access_text, made.access);
    for (auto const& rule : mapping_.access) {
      auto const text = cell(rule.column);
      auto const any = [&](std::vector<std::string> const& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](auto const& word) { return same_words(text, word); });
      };
      if (any(rule.yes) && made.access.of(rule.need) != ideas::Known::no)
        made.access.set(rule.need, ideas::Known::yes);
      if (any(rule.no)) made.access.set(rule.need, ideas::Known::no);
    }
  }

  // "STRETFORD CHILDREN'S THEATRE" → "Stretford Children's Theatre". Only when there is no small letter at
  // all.
  std::string softened(std::string name) {
    bool const shouted = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!shouted) return name;
    bool starts = true;
    for (auto& c : name) {
      bool const letter = c >= 'A' && c <= 'Z';
      if (letter && !starts) c = static_cast<char>(c - 'A' + 'a');
      bool const digit = c >= '0' && c <= '9';  // "42ND STREET" is 42nd Street
      starts = !letter && !digit && c != '\'';
    }
    cleaner_.note("name", "was all in capitals; written with small letters");
    return name;
  }

  Cell const& raw_;
  Mapping const& mapping_;
  Cleaner cleaner_;
};

}  // namespace

void MappedRows::read(Cell const& cell, std::optional<ideas::Point> at, Mapping const& mapping,
                      ideas::LedgerRow row) {
  auto& ledger = reading_.ledger();
  if (!mapping.not_services.empty()) return ledger.reject(row, "DI8", mapping.not_services);
  MappedRow mapped(cell, mapping, reading_.cleaner(row));
  if (auto const* rule = mapped.left_out()) return ledger.reject(row, "DI9", rule->why);
  auto service = mapped.service(at);
  if (auto const id = mapped.id_of_feed(); !id.empty()) return reading_.accept(std::move(service), id, {row});
  auto id = mapped.id_of_words(service);
  waiting_.push_back({std::move(service), std::move(id), {row}});
}

}  // namespace kith::open_referral
