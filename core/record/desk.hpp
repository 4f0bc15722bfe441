// The desk: everything one decision may look at, and the checks that several decisions share.
//
// Used by the decide_*.cpp files of each word of the field. `Facts` is what they answer with when they agree.
#pragma once
#include <optional>

#include "core/record/decide.hpp"

namespace kith {

using Facts = std::vector<Fact>;
struct Said {  // facts, whether they overtook an unseen change, and what would put that back
  Facts facts;
  bool changed_apart = false;
  std::optional<Ask> undo = {};
};
using Verdict = std::variant<Refusal, Already, Said>;

struct Desk {
  Record const& record;
  RecordId record_id;
  Command const& command;
  Context const& here;
  Sight sight;
  Day today;  // the day the command was made

  bool may_draw(Part part) const { return sight.person || sight.drawing.has(part); }
  bool may_tell(Part part) const { return sight.person || sight.tell.has(part); }
  Party own() const { return sight.voice(); }
  Party voice() const { return command.voice.value_or(own()); }

  // The visit a tie or a line was made in: only for those who are in one.
  std::optional<VisitId> visit() const { return sight.person ? std::nullopt : sight.visit; }

  // True when the sender had not seen this version of what they change.
  bool overtakes(Version current) const;
  // A small fact: the later one wins. Where it overtakes, `back` is how its sender undoes it (CM13).
  Said put_over(Version current, Fact, Ask back) const;
  bool sees(Party const& party) const;  // the person, a visible tie, or an account kept in the record

  // In whose name: one's own, or in a visit somebody else's, with how we know. Rules ST2, ST7, SH8.
  std::optional<Refusal> may_speak(Part, std::optional<Confirmed>) const;

  // Words on their way in: refused, or the fact that holds them. Rules ST1, ST2, ST7, SH8.
  std::variant<Refusal, Fact> word(Wording const&, Place, std::optional<RowKey> about, Part) const;
};

inline Said said(Facts facts) { return {std::move(facts), false}; }
template <class... F>
Said facts_of(F&&... fact) {
  Facts all;
  (all.push_back(Fact(std::forward<F>(fact))), ...);  // one place that grows a list, not one for each fact
  return {std::move(all), false};
}
template <class IdType>
RowKey row_key(std::string_view kind, IdType id) {
  return RowKey{key_of(kind, text_of(id))};
}

inline Refusal not_there() {
  return refuse("CM8");
}  // nothing there, or nothing you can see: the same answer
inline Refusal not_yours() { return refuse("SH8"); }
inline Refusal id_taken() { return refuse("CM9"); }

Verdict decide(Desk const&, StartRecord const&);
Verdict decide(Desk const&, NamePerson const&);
Verdict decide(Desk const&, WordStatement const&);
Verdict decide(Desk const&, DisownWords const&);
Verdict decide(Desk const&, ConfirmWords const&);
Verdict decide(Desk const&, PutAwayStatement const&);
Verdict decide(Desk const&, DrawTie const&);
Verdict decide(Desk const&, ChangeTie const&);
Verdict decide(Desk const&, MoveTie const&);
Verdict decide(Desk const&, TakeOffTie const&);
Verdict decide(Desk const&, LinkTies const&);
Verdict decide(Desk const&, UnlinkTies const&);
Verdict decide(Desk const&, FinishCircle const&);
Verdict decide(Desk const&, ShowSentence const&);
Verdict decide(Desk const&, AnswerSentence const&);
Verdict decide(Desk const&, AnswerSupport const&);
Verdict decide(Desk const&, AddHelper const&);
Verdict decide(Desk const&, RemoveHelper const&);
Verdict decide(Desk const&, AddEnjoyed const&);
Verdict decide(Desk const&, ChangeEnjoyed const&);
Verdict decide(Desk const&, PutAwayEnjoyed const&);
Verdict decide(Desk const&, SetPreference const&);
Verdict decide(Desk const&, SetAccessNeed const&);
Verdict decide(Desk const&, SetNear const&);
Verdict decide(Desk const&, SetSuits const&);
Verdict decide(Desk const&, ChooseIdea const&);
Verdict decide(Desk const&, AddFind const&);
Verdict decide(Desk const&, SetIdeaAside const&);
Verdict decide(Desk const&, SetCompany const&);
Verdict decide(Desk const&, ReportService const&);
Verdict decide(Desk const&, PlaceGoal const&);
Verdict decide(Desk const&, PutGoalAway const&);
Verdict decide(Desk const&, PlaceStep const&);
Verdict decide(Desk const&, ChangeStep const&);
Verdict decide(Desk const&, SetStep const&);
Verdict decide(Desk const&, PlacePromise const&);
Verdict decide(Desk const&, SetPromise const&);
Verdict decide(Desk const&, MoveFollowUp const&);
Verdict decide(Desk const&, AnswerFollowUp const&);
Verdict decide(Desk const&, StopFollowUp const&);
Verdict decide(Desk const&, KeepFollowUp const&);
Verdict decide(Desk const&, Raise const&);
Verdict decide(Desk const&, SettleTalk const&);
Verdict decide(Desk const&, SetMeeting const&);
Verdict decide(Desk const&, CancelMeeting const&);
Verdict decide(Desk const&, OpenVisit const&);
Verdict decide(Desk const&, EndVisit const&);
Verdict decide(Desk const&, GiveGrant const&);
Verdict decide(Desk const&, EndGrant const&);
Verdict decide(Desk const&, PauseRecord const&);
Verdict decide(Desk const&, ResumeRecord const&);
Verdict decide(Desk const&, MoveReview const&);
Verdict decide(Desk const&, HoldReview const&);
Verdict decide(Desk const&, StopReview const&);
Verdict decide(Desk const&, SendMessage const&);
Verdict decide(Desk const&, OpenMessage const&);
Verdict decide(Desk const&, SettleMessage const&);
Verdict decide(Desk const&, SetReach const&);
Verdict decide(Desk const&, PlanTelling const&);
Verdict decide(Desk const&, MarkTold const&);
Verdict decide(Desk const&, MarkCopied const&);
Verdict decide(Desk const&, HandCollection const&);
Verdict decide(Desk const&, PutAwayHanded const&);
Verdict decide(Desk const&, TakeStance const&);
Verdict decide(Desk const&, WithdrawStance const&);
Verdict decide(Desk const&, ProposeWords const&);
Verdict decide(Desk const&, AnswerProposal const&);
Verdict decide(Desk const&, WithdrawProposal const&);
Verdict decide(Desk const&, PlaceDecision const&);
Verdict decide(Desk const&, AnswerDecision const&);
Verdict decide(Desk const&, PutDecisionAway const&);
Verdict decide(Desk const&, InviteSupporter const&);
Verdict decide(Desk const&, WithdrawInvitation const&);
Verdict decide(Desk const&, SetSupport const&);
Verdict decide(Desk const&, EndSupport const&);

}  // namespace kith
