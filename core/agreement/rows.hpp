// The rows of agreement: stances and proposals. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct StanceRow {
  static constexpr std::string_view kind = "stance";
  using Id = Pair<StatementId, Pair<Version, Party>>;  // by party beside each version of the line
  StatementId statement;
  Version line;  // the version of the line it was given to
  Party party;
  Version version;
  Stance stance = Stance::agree;
  std::optional<StatementId> own;
  AccountId typed_by;
  Day on;
  std::optional<Confirmed> confirmed;
  Id id() const { return {statement, {line, party}}; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("line", s.line), v("party", s.party), v("version", s.version);
    v("stance", s.stance), v.maybe("own", s.own), v("typed_by", s.typed_by), v("on", s.on);
    v.maybe("confirmed", s.confirmed);
  }
};
struct ProposalRow {
  static constexpr std::string_view kind = "proposal";
  ProposalId proposal;
  StatementId statement;
  Version line;  // the version of the line it would take the place of
  StatementId offered;
  Party by;
  Version version;
  ProposalState state = ProposalState::waiting;
  Day made_on;
  std::optional<Day> answered_on;
  ProposalId id() const { return proposal; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal), v("statement", s.statement), v("line", s.line), v("offered", s.offered);
    v("by", s.by), v("version", s.version), v("state", s.state), v("made_on", s.made_on);
    v.maybe("answered_on", s.answered_on);
  }
};

}  // namespace kith
