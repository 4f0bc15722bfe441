// Statements: somebody's words, verbatim. Rules ST1-ST9 (spec/statements.md).
#include "core/decisions/kept_words.hpp"
#include "core/record/desk.hpp"

namespace kith {
namespace {

// Places whose first words come with the thing they are the words of.
bool comes_with_its_thing(Place place) {
  switch (place) {
    case Place::goal:
    case Place::step:
    case Place::promise:
    case Place::enjoyed:
    case Place::own_find:
    case Place::asked_for:
    case Place::to_talk_about:
    case Place::own_view:
    case Place::proposed:
    case Place::decision:
    case Place::option:
    case Place::answer:
      return true;
    default:
      return false;
  }
}

// Whose statement it is: every version of one statement has the same voice (ST3).
Party owner_of(StatementRow const& row) {
  return row.versions.empty() ? Party::person() : row.versions.front().voice;
}

// Places that are under things of one kind, and what that kind is: nothing else stands there. ST10, ST12,
// ST13.
std::string_view kind_under(Place place) {
  if (place == Place::about_me) return heading_kind;
  if (place == Place::prepared) return prompt_kind;
  return place == Place::reason ? PromiseRow::kind : std::string_view();
}
bool has_its_kind(Place place, std::optional<RowKey> const& about) {
  auto const kind = about ? kind_of(*about) : std::string_view();
  auto const wanted = kind_under(place);
  return wanted.empty() ? kind != heading_kind && kind != prompt_kind : kind == wanted;
}

std::size_t lines_of_good_help(Record const& record) {
  std::size_t lines = 0;
  for (auto const& entry : record.statements)
    lines += entry.second.place == Place::good_help && !entry.second.put_away;
  return lines;
}

}  // namespace

Verdict decide(Desk const& desk, WordStatement const& ask) {
  auto const* there = find(desk.record.statements, ask.wording.statement);
  if (!there && comes_with_its_thing(ask.place)) return refuse("ST9");
  if (there && keeps_its_words(there->place)) return refuse("DE10");
  if (!there && ask.about && !has_row(desk.record, *ask.about)) return not_there();
  if (!there && !has_its_kind(ask.place, ask.about)) return refuse("ST10");
  bool const is_theirs = ask.place == Place::good_help || ask.place == Place::prepared;
  if (!there && is_theirs && !desk.voice().is_person()) return refuse("ST3");
  if (!there && ask.place == Place::prepared && !desk.sight.person) return refuse("ST12");
  if (!there && ask.place == Place::good_help && lines_of_good_help(desk.record) >= good_help_lines_max)
    return refuse("ST11");
  auto const part = there ? part_of(desk.record, *there) : part_of(ask.place);
  auto worded = desk.word(ask.wording, ask.place, ask.about, part);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  auto verdict = facts_of(std::get<Fact>(std::move(worded)));
  if (there) {  // ST6: late words are never refused; they stand beside the others
    for (auto const* head : there->heads())
      verdict.changed_apart = verdict.changed_apart || desk.overtakes(head->version);
  }
  return verdict;
}

Verdict decide(Desk const& desk, DisownWords const& ask) {
  auto const* there = find(desk.record.statements, ask.statement);
  auto const* worded = there ? there->find(ask.version) : nullptr;
  if (!worded) return not_there();
  if (worded->voice != desk.own() || worded->typed_by == desk.here.reader.account) return refuse("ST5");
  if (worded->disowned) return Already{};
  return facts_of(WordsDisowned{ask});
}

Verdict decide(Desk const& desk, ConfirmWords const& ask) {
  auto const* there = find(desk.record.statements, ask.statement);
  auto const* worded = there ? there->find(ask.version) : nullptr;
  if (!worded) return not_there();
  if (worded->voice != desk.own() && !desk.may_draw(part_of(desk.record, *there))) return not_yours();
  if (worded->confirmed == ask.confirmed) return Already{};
  return facts_of(WordsConfirmed{ask});
}

Verdict decide(Desk const& desk, PutAwayStatement const& ask) {
  auto const* there = find(desk.record.statements, ask.statement);
  if (!there) return not_there();
  auto const owner = owner_of(*there);
  bool const draws_for_owner = !owner.account() && desk.may_draw(part_of(desk.record, *there));
  if (owner != desk.own() && !draws_for_owner) return refuse("ST3");
  if (there->put_away) return Already{};
  return facts_of(StatementPutAway{ask});
}

}  // namespace kith
