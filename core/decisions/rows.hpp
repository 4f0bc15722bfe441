// The rows of decisions. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct GivenAnswer {  // one of the answers to a decision
  Choice choice = Choice::option;
  std::optional<StatementId> option, words;
  AccountId typed_by;
  Day on;
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("choice", s.choice), v.maybe("option", s.option), v.maybe("words", s.words);
    v("typed_by", s.typed_by), v("on", s.on), v.maybe("confirmed", s.confirmed);
  }
};
struct DecisionRow {
  static constexpr std::string_view kind = "decision";
  DecisionId decision;
  Version version;
  StatementId asked;
  std::vector<StatementId> options;
  std::vector<GivenAnswer> answers;  // in the order they were given: the last one holds
  Day placed_on;
  bool put_away = false;
  DecisionId id() const { return decision; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision), v("version", s.version), v("asked", s.asked), v("options", s.options);
    v("answers", s.answers), v("placed_on", s.placed_on), v("put_away", s.put_away);
  }
};

}  // namespace kith
