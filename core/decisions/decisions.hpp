// Decisions: what there was to decide, what was offered, and what the person answered. Commands and facts.
// Rules DE1-DE9 (spec/decisions.md).
//
// Doing nothing is always among the options and needs no words. The question, each option and each answer are
// statements of whoever said them; an answer takes the place of none before it. Values.
#pragma once
#include <optional>
#include <vector>

#include "core/agreement/agreement.hpp"

namespace kith {

using DecisionId = Id<struct DecisionTag>;

inline constexpr std::size_t options_max = 12;
inline constexpr std::size_t answers_max = 100;  // of one decision: a mind can be changed

enum class Choice : std::uint8_t { option, nothing, something_else, not_today };
constexpr auto names_of(Choice) { return name_table("option", "nothing", "something_else", "not_today"); }

struct PlaceDecision {
  static constexpr std::string_view name_ = "place_decision";
  DecisionId decision;
  WordsBeside asked;                 // what the person is asked
  std::vector<WordsBeside> options;  // beside doing nothing
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision), v("asked", s.asked), v("options", s.options);
    v.maybe("confirmed", s.confirmed);
  }
};
// Always in the person's voice.
struct AnswerDecision {
  static constexpr std::string_view name_ = "answer_decision";
  DecisionId decision;
  Choice choice = Choice::option;
  std::optional<StatementId> option;  // which one, when it is one of them
  std::optional<WordsBeside> answer;  // in their words
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision), v("choice", s.choice), v.maybe("option", s.option);
    v.maybe("answer", s.answer), v.maybe("confirmed", s.confirmed);
  }
};
struct PutDecisionAway {
  static constexpr std::string_view name_ = "put_decision_away";
  DecisionId decision;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision);
  }
};

struct DecisionPlaced {
  static constexpr std::string_view name_ = "decision_placed";
  DecisionId decision;
  StatementId asked;
  std::vector<StatementId> options;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision), v("asked", s.asked), v("options", s.options);
  }
};
struct DecisionAnswered {
  static constexpr std::string_view name_ = "decision_answered";
  DecisionId decision;
  Choice choice = Choice::option;
  std::optional<StatementId> option, answer;
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("decision", s.decision), v("choice", s.choice), v.maybe("option", s.option);
    v.maybe("answer", s.answer), v.maybe("confirmed", s.confirmed);
  }
};
struct DecisionPutAway : PutDecisionAway {
  static constexpr std::string_view name_ = "decision_put_away";
};

}  // namespace kith
