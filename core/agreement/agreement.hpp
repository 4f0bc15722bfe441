// Agreement: what each party makes of a line, and other words offered for it. Commands and facts. Rules
// AG1-AG13 (spec/agreement.md).
//
// A stance and a proposal are bound to a version of the line, never to the line. Whoever has said nothing has
// not been asked: that is no row. Own words beside a stance, and the words that are offered, are statements
// of their own, so nobody else ever changes them. Values.
#pragma once
#include <optional>

#include "core/ids.hpp"
#include "core/record/party.hpp"
#include "core/record/text.hpp"
#include "core/record/vocabulary.hpp"

namespace kith {

using ProposalId = Id<struct ProposalTag>;

enum class Stance : std::uint8_t { agree, partly, differently, not_today };
constexpr auto names_of(Stance) { return name_table("agree", "partly", "differently", "not_today"); }
// AG5: own words stand beside these, and beside no other.
constexpr bool takes_words(Stance stance) {
  return stance == Stance::partly || stance == Stance::differently;
}

enum class ProposalState : std::uint8_t { waiting, accepted, declined, withdrawn };
constexpr auto names_of(ProposalState) { return name_table("waiting", "accepted", "declined", "withdrawn"); }

// Words that come with a stance or a proposal. Whether they were said aloud is said once, by the command.
struct WordsBeside {
  StatementId statement;
  Words words;
  std::optional<Language> language;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("words", s.words), v.maybe("language", s.language);
  }
};

struct TakeStance {
  static constexpr std::string_view name_ = "take_stance";
  StatementId statement;
  CommandId version;  // of the line, as it was read
  Stance stance = Stance::agree;
  std::optional<WordsBeside> own;
  std::optional<Confirmed> confirmed;  // when it is typed for somebody else
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version), v("stance", s.stance);
    v.maybe("own", s.own), v.maybe("confirmed", s.confirmed);
  }
};
// Back to not asked.
struct WithdrawStance {
  static constexpr std::string_view name_ = "withdraw_stance";
  StatementId statement;
  CommandId version;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version);
  }
};
struct ProposeWords {
  static constexpr std::string_view name_ = "propose_words";
  ProposalId proposal;
  StatementId statement;
  CommandId version;
  WordsBeside offered;
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal), v("statement", s.statement), v("version", s.version);
    v("offered", s.offered), v.maybe("confirmed", s.confirmed);
  }
};
// By the owner of the line. `base` of the command: the versions the accepted words take the place of.
struct AnswerProposal {
  static constexpr std::string_view name_ = "answer_proposal";
  ProposalId proposal;
  bool accepted = false;
  std::optional<Confirmed> confirmed;
  std::optional<CommandId> read = {};  // the version of the offered words that is accepted
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal), v("accepted", s.accepted), v.maybe("confirmed", s.confirmed);
    v.maybe("read", s.read);
  }
};
struct WithdrawProposal {
  static constexpr std::string_view name_ = "withdraw_proposal";
  ProposalId proposal;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal);
  }
};

struct StanceTaken {
  static constexpr std::string_view name_ = "stance_taken";
  StatementId statement;
  CommandId version;
  Stance stance = Stance::agree;
  Party party;  // whose stance; who typed it is the event's actor
  std::optional<StatementId> own;
  std::optional<Confirmed> confirmed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version), v("stance", s.stance), v("party", s.party);
    v.maybe("own", s.own), v.maybe("confirmed", s.confirmed);
  }
};
struct StanceWithdrawn {
  static constexpr std::string_view name_ = "stance_withdrawn";
  StatementId statement;
  CommandId version;
  Party party;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version), v("party", s.party);
  }
};
struct ProposalMade {
  static constexpr std::string_view name_ = "proposal_made";
  ProposalId proposal;
  StatementId statement;
  CommandId version;
  StatementId offered;
  Party by;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal), v("statement", s.statement), v("version", s.version);
    v("offered", s.offered), v("by", s.by);
  }
};
struct ProposalAnswered {
  static constexpr std::string_view name_ = "proposal_answered";
  ProposalId proposal;
  bool accepted = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("proposal", s.proposal), v("accepted", s.accepted);
  }
};
struct ProposalWithdrawn : WithdrawProposal {
  static constexpr std::string_view name_ = "proposal_withdrawn";
};

}  // namespace kith
