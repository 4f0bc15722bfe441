// Agreement: stances and proposals, each bound to a version. Rules AG1-AG16 (spec/agreement.md).
#include "core/decisions/kept_words.hpp"
#include "core/record/desk.hpp"

namespace kith {
namespace {

// The version of a line that somebody makes something of.
struct Line {
  StatementRow const* row = nullptr;
  Worded const* version = nullptr;
  Part part = Part::together;
  Party owner() const { return version->voice; }  // every version has the same voice (ST3)
};

std::optional<Line> line_at(Desk const& desk, StatementId statement, Version version) {
  auto const* row = find(desk.record.statements, statement);
  auto const* worded = row ? row->find(version) : nullptr;
  if (!worded) return std::nullopt;
  return Line{row, worded, part_of(desk.record, *row)};
}

bool is_about_a_line(StatementRow const& row) {
  return row.place == Place::own_view || row.place == Place::proposed;
}

Wording wording(WordsBeside const& beside, std::optional<Confirmed> confirmed) {
  return {beside.statement, beside.words, confirmed, beside.language};
}

}  // namespace

Verdict decide(Desk const& desk, TakeStance const& ask) {
  auto const line = line_at(desk, ask.statement, ask.version);
  if (!line) return not_there();
  auto const party = desk.voice();
  if (line->owner() == party || is_about_a_line(*line->row)) return refuse("AG3");
  if (auto refusal = desk.may_speak(line->part, ask.confirmed)) return std::move(*refusal);
  if (ask.own && !takes_words(ask.stance)) return refuse("AG5");
  auto const* before = find(desk.record.stances, {ask.statement, {ask.version, party}});
  if (before && before->stance == ask.stance && !ask.own) return Already{};
  if (!before && desk.record.stances.size() >= stances_per_record_max) return refuse("AG13");
  Facts facts;
  if (ask.own) {
    auto worded = desk.word(wording(*ask.own, ask.confirmed), Place::own_view,
                            row_key(StatementRow::kind, ask.statement), line->part);
    if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
    facts.push_back(std::get<Fact>(std::move(worded)));
  }
  auto const own = ask.own ? std::optional(ask.own->statement) : std::nullopt;
  facts.push_back(StanceTaken{ask.statement, ask.version, ask.stance, party, own, ask.confirmed});
  return said(std::move(facts));
}

Verdict decide(Desk const& desk, WithdrawStance const& ask) {
  auto const line = line_at(desk, ask.statement, ask.version);
  auto const party = desk.voice();
  if (!line || !desk.record.stances.contains({ask.statement, {ask.version, party}})) return not_there();
  bool const for_another = party != desk.own();
  if (for_another && (party.account() || !desk.may_draw(line->part))) return refuse("ST7");
  return facts_of(StanceWithdrawn{ask.statement, ask.version, party});
}

Verdict decide(Desk const& desk, ProposeWords const& ask) {
  auto const line = line_at(desk, ask.statement, ask.version);
  if (!line) return not_there();
  if (desk.record.proposals.contains(ask.proposal)) return id_taken();
  if (line->owner() == desk.voice() || is_about_a_line(*line->row)) return refuse("AG3");
  if (keeps_its_words(line->row->place)) return refuse("DE10");
  if (desk.record.proposals.size() >= things_per_kind_max) return refuse("AG13");
  auto worded = desk.word(wording(ask.offered, ask.confirmed), Place::proposed,
                          row_key(ProposalRow::kind, ask.proposal), line->part);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  return facts_of(ProposalMade{ask.proposal, ask.statement, ask.version, ask.offered.statement, desk.voice()},
                  std::get<Fact>(std::move(worded)));
}

Verdict decide(Desk const& desk, AnswerProposal const& ask) {
  auto const* proposal = find(desk.record.proposals, ask.proposal);
  auto const line = proposal ? line_at(desk, proposal->statement, proposal->line) : std::nullopt;
  auto const* offered = proposal ? find(desk.record.statements, proposal->offered) : nullptr;
  if (!line || !offered) return not_there();
  if (desk.voice() != line->owner()) return refuse("AG9");
  if (proposal->state != ProposalState::waiting) return refuse("AG14");
  if (auto refusal = desk.may_speak(line->part, ask.confirmed)) return std::move(*refusal);
  if (!ask.accepted) return facts_of(ProposalAnswered{ask.proposal, false});
  auto const heads = offered->heads();
  if (heads.size() != 1) return refuse("AG15");
  // Words that were never worded again need no name.
  bool const is_what_was_read =
      ask.read ? *ask.read == heads.front()->version : offered->versions.size() == 1;
  if (!is_what_was_read) return refuse("AG16");
  Wording const words{proposal->statement, heads.front()->words, ask.confirmed, heads.front()->language};
  auto worded = desk.word(words, line->row->place, line->row->about, line->part);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  auto verdict = facts_of(ProposalAnswered{ask.proposal, true}, std::get<Fact>(std::move(worded)));
  for (auto const* head : line->row->heads())
    verdict.changed_apart = verdict.changed_apart || desk.overtakes(head->version);
  return verdict;
}

Verdict decide(Desk const& desk, WithdrawProposal const& ask) {
  auto const* proposal = find(desk.record.proposals, ask.proposal);
  if (!proposal) return not_there();
  auto const* line = find(desk.record.statements, proposal->statement);
  bool const for_another = proposal->by != desk.own();
  bool const types_for_them = line && !proposal->by.account() && desk.may_draw(part_of(desk.record, *line));
  if (for_another && !types_for_them) return refuse("AG12");
  if (proposal->state != ProposalState::waiting) return refuse("AG14");
  return facts_of(ProposalWithdrawn{ask});
}

}  // namespace kith
