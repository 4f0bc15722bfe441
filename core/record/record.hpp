// A record as it now stands: tables of rows, folded from its events in order.
//
// The same type holds the whole record on the server and the restricted one on a device. `apply` never fails:
// an event was decided before it was written, and one that names what is not there changes nothing.
#pragma once
#include <type_traits>

#include "core/agreement/rows.hpp"
#include "core/decisions/rows.hpp"
#include "core/handover/rows.hpp"
#include "core/joining/rows.hpp"
#include "core/messages/rows.hpp"
#include "core/reach/rows.hpp"
#include "core/record/rows.hpp"
#include "core/supporters/rows.hpp"

namespace kith {

template <class Row>
using Table = std::map<decltype(std::declval<Row const&>().id()), Row>;

struct Record {
  Table<PersonRow> person;  // one row once the record has started
  Table<CodeRow> code;
  Table<MemberRow> members;
  Table<StatementRow> statements;
  Table<MapRow> maps;
  Table<TieRow> ties;
  Table<DrawnRow> drawn;
  Table<LinkRow> links;
  Table<SentenceRow> sentence;
  Table<SupportRow> supports;
  Table<HelperRow> helpers;
  Table<EnjoyedRow> enjoyed;
  Table<PreferenceRow> preferences;
  Table<AccessRow> access;
  Table<NearRow> near;
  Table<SuitsRow> suits;
  Table<IdeaRow> ideas;
  Table<CompanyRow> company;
  Table<HandedRow> handed;
  Table<FollowUpRow> followups;
  Table<GoalRow> goals;
  Table<StepRow> steps;
  Table<JoinedRow> joined;
  Table<PromiseRow> promises;
  Table<TalkRow> talk;
  Table<MeetingRow> meetings;
  Table<MeetsRow> meets;
  Table<VisitRow> visits;
  Table<GrantRow> grants;
  Table<PauseRow> pause;  // one row once it was ever paused
  Table<ReviewRow> reviews;
  Table<MessageRow> messages;
  Table<OpenedRow> opened;
  Table<ReachRow> reach;
  Table<TellingRow> telling;
  Table<CopiedRow> copied;
  Table<JoiningRow> joining;
  Table<StanceRow> stances;
  Table<ProposalRow> proposals;
  Table<DecisionRow> decisions;
  Table<InvitationRow> invitations;
  Table<SupporterRow> supporters;

  bool is_closed() const;                     // it was joined to another, and takes nothing new (JO5)
  std::vector<RecordId> joined_with() const;  // either way
  std::optional<Version> joined_by(RecordId other) const;
  bool has_started() const { return !person.empty(); }
  PersonRow const* whose() const { return person.empty() ? nullptr : &person.begin()->second; }
  PauseRow const* pausing() const {  // the pause that holds now, if one does
    return !pause.empty() && pause.begin()->second.holds() ? &pause.begin()->second : nullptr;
  }
};

// Calls f(table) for each table, in a fixed order; `R` is Record or Record const.
template <class R, class F>
void each_table(R& record, F&& f) {
  f(record.person), f(record.code), f(record.members), f(record.statements), f(record.maps), f(record.ties);
  f(record.drawn), f(record.links), f(record.sentence), f(record.supports), f(record.helpers),
      f(record.enjoyed);
  f(record.preferences), f(record.access), f(record.near), f(record.suits), f(record.ideas);
  f(record.company), f(record.handed), f(record.followups);
  f(record.goals), f(record.steps), f(record.joined), f(record.promises), f(record.talk), f(record.meetings);
  f(record.meets), f(record.visits), f(record.grants), f(record.pause), f(record.reviews);
  f(record.messages), f(record.opened), f(record.reach), f(record.telling), f(record.copied);
  f(record.joining), f(record.stances), f(record.proposals), f(record.decisions), f(record.invitations),
      f(record.supporters);
}

template <class Key, class Row>
Row const* find(std::map<Key, Row> const& table, std::type_identity_t<Key> const& id) {
  auto const spot = table.find(id);
  return spot == table.end() ? nullptr : &spot->second;
}
template <class Key, class Row>
Row* find(std::map<Key, Row>& table, std::type_identity_t<Key> const& id) {
  auto const spot = table.find(id);
  return spot == table.end() ? nullptr : &spot->second;
}

// The line that own words beside a stance, or words that are offered, are about; nullopt for every other.
std::optional<StatementId> line_of(Record const&, StatementRow const&);
// The part a statement is shared with: that of the line, where it stands beside one.
Part part_of(Record const&, StatementRow const&);

// Folds of single subjects, beside their decisions.
void fold(Record&, Event const&, MessageSent const&);
void fold(Record&, Event const&, MessageOpened const&);
void fold(Record&, Event const&, MessageSettled const&);
void fold(Record&, RecordId, Event const&, ReachSet const&);
void fold(Record&, Event const&, TellingPlanned const&);
void fold(Record&, Event const&, DoerTold const&);
void fold(Record&, Event const&, StanceTaken const&);
void fold(Record&, Event const&, StanceWithdrawn const&);
void fold(Record&, Event const&, ProposalMade const&);
void fold(Record&, Event const&, ProposalAnswered const&);
void fold(Record&, Event const&, ProposalWithdrawn const&);
void fold(Record&, Event const&, DecisionPlaced const&);
void fold(Record&, Event const&, DecisionAnswered const&);
void fold(Record&, Event const&, DecisionPutAway const&);
void fold(Record&, Event const&, LinesCopied const&);
void fold(Record&, RecordId, Event const&, RecordClosed const&);
void fold(Record&, RecordId, Event const&, RecordReopened const&);
void fold(Record&, Event const&, RecordJoined const&);
void fold(Record&, Event const&, RecordParted const&);
void fold(Record&, Event const&, CollectionHanded const&);
void fold(Record&, Event const&, HandedPutAway const&);
void fold(Record&, Event const&, SupporterInvited const&);
void fold(Record&, Event const&, InvitationWithdrawn const&);
void fold(Record&, Event const&, InvitationTaken const&);
void note_origin(Record&, Event const&);  // of a copied row

// Folds one event. `record_id` names the record for rows that need it.
void apply(Record&, RecordId record_id, Event const&);

// What a row key such as "step:…" names: a support and a drawing always exist, anything else must have a row
// here.
bool has_row(Record const&, RowKey const& key);
// The same for whatever can be a line of somebody's copy: also a meeting, or words that stand by themselves.
bool has_line(Record const&, RowKey const& key);

}  // namespace kith
