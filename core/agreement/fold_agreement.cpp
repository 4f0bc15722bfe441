// Folding stances and proposals. The words of both are statements, folded as such.
#include "core/record/record.hpp"

namespace kith {
namespace {

// The line that a row key names, if it names one.
template <class IdType>
std::optional<IdType> named_by(std::optional<RowKey> const& key, std::string_view kind) {
  if (!key || kind_of(*key) != kind) return std::nullopt;
  return parse_id<IdType>(std::string_view(key->text).substr(kind.size() + 1));
}

}  // namespace

std::optional<StatementId> line_of(Record const& record, StatementRow const& row) {
  if (row.place == Place::own_view) return named_by<StatementId>(row.about, StatementRow::kind);
  if (row.place != Place::proposed) return std::nullopt;
  auto const id = named_by<ProposalId>(row.about, ProposalRow::kind);
  auto const* proposal = id ? find(record.proposals, *id) : nullptr;
  return proposal ? std::optional(proposal->statement) : std::nullopt;
}

Part part_of(Record const& record, StatementRow const& row) {
  auto const line = line_of(record, row);
  auto const* about = line ? find(record.statements, *line) : nullptr;
  return part_of(about ? about->place : row.place);
}

void fold(Record& record, Event const& event, StanceTaken const& f) {
  if (!record.statements.contains(f.statement)) return;
  StanceRow row{f.statement, f.version,   f.party,        event.command, f.stance,
                f.own,       event.actor, event.day_made, f.confirmed};
  auto const* before = find(record.stances, row.id());
  if (before && !row.own) row.own = before->own;  // what they said stays theirs, and is not lost
  record.stances.insert_or_assign(row.id(), std::move(row));
}

void fold(Record& record, Event const&, StanceWithdrawn const& f) {
  record.stances.erase({f.statement, {f.version, f.party}});
}

void fold(Record& record, Event const& event, ProposalMade const& f) {
  if (!record.statements.contains(f.statement)) return;
  record.proposals.try_emplace(f.proposal, ProposalRow{f.proposal,
                                                       f.statement,
                                                       f.version,
                                                       f.offered,
                                                       f.by,
                                                       event.command,
                                                       ProposalState::waiting,
                                                       event.day_made,
                                                       {}});
}

void fold(Record& record, Event const& event, ProposalAnswered const& f) {
  auto* row = find(record.proposals, f.proposal);
  if (!row || row->state != ProposalState::waiting) return;
  row->state = f.accepted ? ProposalState::accepted : ProposalState::declined;
  row->answered_on = event.day_made;
  row->version = event.command;
}

void fold(Record& record, Event const& event, ProposalWithdrawn const& f) {
  auto* row = find(record.proposals, f.proposal);
  if (!row || row->state != ProposalState::waiting) return;
  row->state = ProposalState::withdrawn;
  row->version = event.command;
}

}  // namespace kith
