// Decisions: who asks, who answers, and what is always among the options. Rules DE1-DE10 (spec/decisions.md).
#include <algorithm>

#include "core/record/desk.hpp"

namespace kith {
namespace {

Wording wording(WordsBeside const& beside, std::optional<Confirmed> confirmed) {
  return {beside.statement, beside.words, confirmed, beside.language};
}

bool is_worded_twice(PlaceDecision const& ask) {
  std::vector<StatementId> ids{ask.asked.statement};
  for (auto const& option : ask.options) ids.push_back(option.statement);
  std::ranges::sort(ids);
  return std::ranges::adjacent_find(ids) != ids.end();
}

}  // namespace

Verdict decide(Desk const& desk, PlaceDecision const& ask) {
  if (desk.record.decisions.contains(ask.decision) || is_worded_twice(ask)) return id_taken();
  if (ask.options.empty() || ask.options.size() > options_max) return refuse("DE1");
  if (desk.record.decisions.size() >= things_per_kind_max) return refuse("DE2");
  DecisionPlaced placed{ask.decision, ask.asked.statement, {}};
  for (auto const& option : ask.options) placed.options.push_back(option.statement);
  Facts facts{Fact(std::move(placed))};
  auto const about = row_key(DecisionRow::kind, ask.decision);
  auto const word = [&](WordsBeside const& said, Place place) -> std::optional<Refusal> {
    auto worded = desk.word(wording(said, ask.confirmed), place, about, Part::plan);
    if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
    facts.push_back(std::get<Fact>(std::move(worded)));
    return std::nullopt;
  };
  if (auto refusal = word(ask.asked, Place::decision)) return std::move(*refusal);
  for (auto const& option : ask.options)
    if (auto refusal = word(option, Place::option)) return std::move(*refusal);
  return said(std::move(facts));
}

Verdict decide(Desk const& desk, AnswerDecision const& ask) {
  auto const* there = find(desk.record.decisions, ask.decision);
  if (!there) return not_there();
  if (!desk.voice().is_person()) return refuse("DE4");
  bool const names_an_option = ask.choice == Choice::option;
  bool const is_offered = ask.option && std::ranges::count(there->options, *ask.option) == 1;
  if (names_an_option != ask.option.has_value() || (names_an_option && !is_offered)) return refuse("DE5");
  if (there->put_away) return refuse("DE6");
  if (there->answers.size() >= answers_max) return refuse("DE7");
  if (auto refusal = desk.may_speak(Part::plan, ask.confirmed)) return std::move(*refusal);
  auto const answer = ask.answer ? std::optional(ask.answer->statement) : std::nullopt;
  Facts facts{Fact(DecisionAnswered{ask.decision, ask.choice, ask.option, answer, ask.confirmed})};
  if (ask.answer) {
    auto worded = desk.word(wording(*ask.answer, ask.confirmed), Place::answer,
                            row_key(DecisionRow::kind, ask.decision), Part::plan);
    if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
    facts.push_back(std::get<Fact>(std::move(worded)));
  }
  return said(std::move(facts));
}

Verdict decide(Desk const& desk, PutDecisionAway const& ask) {
  auto const* there = find(desk.record.decisions, ask.decision);
  if (!there) return not_there();
  if (!desk.may_draw(Part::plan)) return not_yours();
  if (there->put_away) return Already{};
  return facts_of(DecisionPutAway{ask});
}

}  // namespace kith
