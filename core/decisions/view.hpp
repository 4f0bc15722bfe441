// What is shown of decisions. Part of the view (core/view/view.hpp); an absent value is null.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/decisions/rows.hpp"

namespace kith {

struct StatementView;

struct GivenAnswerView {
  Choice choice = Choice::option;
  std::optional<StatementId> option;
  std::string typed_by_name;
  bool typed_by_person = true;
  Day on;
  std::optional<Confirmed> confirmed;
  std::vector<StatementView> words;  // none or one
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("choice", s.choice), v("option", s.option), v("typed_by_name", s.typed_by_name);
    v("typed_by_person", s.typed_by_person), v("on", s.on), v("confirmed", s.confirmed), v("words", s.words);
  }
};
struct DecisionView {
  DecisionId id;
  Version version;
  std::vector<StatementView> asked;      // one
  std::vector<StatementView> options;    // doing nothing is always there too, and is not in this list
  std::vector<GivenAnswerView> answers;  // the newest first: it is the one that holds
  Day placed_on;
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("asked", s.asked), v("options", s.options);
    v("answers", s.answers), v("placed_on", s.placed_on), v("can", s.can);
  }
};

}  // namespace kith
