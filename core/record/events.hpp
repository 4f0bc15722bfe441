// The events of a person's record: facts, in the past tense, never edited and never renamed.
//
// Where a fact says no more than was asked, it has the same members as its command and takes them over; when
// the command changes, the fact keeps its own. `fields` works as in commands.hpp. The words of a statement
// are only ever in `StatementWorded`.
#pragma once
#include "core/joining/joining.hpp"
#include "core/record/commands.hpp"

namespace kith {

struct RecordStarted {
  static constexpr std::string_view name_ = "record_started";
  Name name;
  std::optional<AccountId> person;  // the account of the person, when it is theirs
  std::optional<Code> code;         // printed on their paper copy: ends what was granted by a spoken yes
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("name", s.name), v.maybe("person", s.person), v.maybe("code", s.code);
  }
};
struct PersonNamed : NamePerson {
  static constexpr std::string_view name_ = "person_named";
};
// Somebody was let in or wrote: the name they had then, so that their lines stay signed.
struct MemberNamed {
  static constexpr std::string_view name_ = "member_named";
  AccountId account;
  Name name;
  Role role = Role::practitioner;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("name", s.name), v("role", s.role);
  }
};

struct StatementWorded {
  static constexpr std::string_view name_ = "statement_worded";
  Wording wording;
  Place place = Place::goal;
  std::optional<RowKey> about;
  std::vector<Version> supersedes;
  Party voice;  // whose words; who typed them is the event's actor
  template <class S, class V>
  static void fields(S& s, V& v) {
    Wording::fields(s.wording, v), v("place", s.place), v.maybe("about", s.about);
    v("supersedes", s.supersedes), v("voice", s.voice);
  }
};
struct WordsDisowned : DisownWords {
  static constexpr std::string_view name_ = "words_disowned";
};
struct WordsConfirmed : ConfirmWords {
  static constexpr std::string_view name_ = "words_confirmed";
};
struct StatementPutAway : PutAwayStatement {
  static constexpr std::string_view name_ = "statement_put_away";
};

struct TieDrawn {
  static constexpr std::string_view name_ = "tie_drawn";
  DrawTie drawn;
  std::optional<VisitId> visit;  // drawn together: shown in that visit even when it is private
  template <class S, class V>
  static void fields(S& s, V& v) {
    DrawTie::fields(s.drawn, v), v.maybe("visit", s.visit);
  }
};
struct TieChanged : ChangeTie {
  static constexpr std::string_view name_ = "tie_changed";
};
struct TieMoved : MoveTie {
  static constexpr std::string_view name_ = "tie_moved";
};
struct TieTakenOff : TakeOffTie {
  static constexpr std::string_view name_ = "tie_taken_off";
};
struct TiesLinked : LinkTies {
  static constexpr std::string_view name_ = "ties_linked";
};
struct TiesUnlinked : UnlinkTies {
  static constexpr std::string_view name_ = "ties_unlinked";
};
struct CircleFinished : FinishCircle {
  static constexpr std::string_view name_ = "circle_finished";
};
struct SentenceShown : ShowSentence {
  static constexpr std::string_view name_ = "sentence_shown";
};
struct SentenceAnswered : AnswerSentence {
  static constexpr std::string_view name_ = "sentence_answered";
};

struct SupportAnswered : AnswerSupport {
  static constexpr std::string_view name_ = "support_answered";
};
struct HelperAdded : AddHelper {
  static constexpr std::string_view name_ = "helper_added";
};
struct HelperRemoved : RemoveHelper {
  static constexpr std::string_view name_ = "helper_removed";
};
struct EnjoyedAdded {
  static constexpr std::string_view name_ = "enjoyed_added";
  EnjoyedId enjoyed;
  StatementId statement;
  std::optional<ideas::SubCategory> sub_category;
  bool want_back = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("enjoyed", s.enjoyed), v("statement", s.statement);
    v.maybe("sub_category", s.sub_category), v("want_back", s.want_back);
  }
};
struct EnjoyedChanged : ChangeEnjoyed {
  static constexpr std::string_view name_ = "enjoyed_changed";
};
struct EnjoyedPutAway : PutAwayEnjoyed {
  static constexpr std::string_view name_ = "enjoyed_put_away";
};
struct PreferenceSet : SetPreference {
  static constexpr std::string_view name_ = "preference_set";
};
struct AccessNeedSet : SetAccessNeed {
  static constexpr std::string_view name_ = "access_need_set";
};
struct NearSet : SetNear {
  static constexpr std::string_view name_ = "near_set";
};
struct SuitsSet : SetSuits {
  static constexpr std::string_view name_ = "suits_set";
};

struct IdeaChosen {
  static constexpr std::string_view name_ = "idea_chosen";
  IdeaId idea;
  ServiceId service;
  Name name;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea), v("service", s.service), v("name", s.name);
  }
};
struct FindAdded {
  static constexpr std::string_view name_ = "find_added";
  IdeaId idea;
  StatementId statement;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea), v("statement", s.statement);
  }
};
struct IdeaSetAside : SetIdeaAside {
  static constexpr std::string_view name_ = "idea_set_aside";
};
struct CompanySet : SetCompany {
  static constexpr std::string_view name_ = "company_set";
};
struct ServiceReported : ReportService {
  static constexpr std::string_view name_ = "service_reported";
};

struct GoalPlaced {
  static constexpr std::string_view name_ = "goal_placed";
  GoalId goal;
  StatementId statement;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("goal", s.goal), v("statement", s.statement);
  }
};
struct GoalPutAway : PutGoalAway {
  static constexpr std::string_view name_ = "goal_put_away";
};
// Someone and the person agreed one small thing to do. Rules PL4-PL6.
struct StepPlaced {
  static constexpr std::string_view name_ = "step_placed";
  StepId step;
  std::optional<GoalId> goal;
  StatementId statement;  // the words live in the statement and its versions
  Party doer;             // exactly one: a step that nobody owns is a wish
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v.maybe("goal", s.goal), v("statement", s.statement), v("doer", s.doer),
        v.maybe("due", s.due);
  }
};
// The step carries out an idea. A fact of its own, because the idea may be hidden from who sees the step.
struct StepJoined {
  static constexpr std::string_view name_ = "step_joined";
  StepId step;
  IdeaId idea;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("idea", s.idea);
  }
};
struct StepChanged : ChangeStep {
  static constexpr std::string_view name_ = "step_changed";
};
struct StepSet : SetStep {
  static constexpr std::string_view name_ = "step_set";
};
struct PromisePlaced {
  static constexpr std::string_view name_ = "promise_placed";
  PromiseId promise;
  StatementId statement;
  Party by;
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("promise", s.promise), v("statement", s.statement), v("by", s.by), v.maybe("due", s.due);
  }
};
struct PromiseSet : SetPromise {
  static constexpr std::string_view name_ = "promise_set";
};

struct FollowUpSet {
  static constexpr std::string_view name_ = "follow_up_set";
  FollowUpId followup;
  IdeaId idea;
  Day due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("idea", s.idea), v("due", s.due);
  }
};
struct FollowUpMoved : MoveFollowUp {
  static constexpr std::string_view name_ = "follow_up_moved";
};
struct FollowUpAnswered {
  static constexpr std::string_view name_ = "follow_up_answered";
  FollowUpId followup;
  HowItWent answer = HowItWent::went;
  NameSet<Barrier> barriers;
  NameSet<Help> helps;
  std::optional<Day> again;  // ask again on this day: "not yet" and "not today" keep the question alive
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("answer", s.answer), v("barriers", s.barriers), v("helps", s.helps);
    v.maybe("again", s.again);
  }
};
struct FollowUpStopped : StopFollowUp {
  static constexpr std::string_view name_ = "follow_up_stopped";
};
struct FollowUpKept {
  static constexpr std::string_view name_ = "follow_up_kept";
  FollowUpId followup;
  Day again;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("again", s.again);
  }
};

struct TalkRaised {
  static constexpr std::string_view name_ = "talk_raised";
  TalkId talk;
  TalkAbout about = TalkAbout::to_talk_about;
  std::optional<StatementId> statement;
  std::optional<Name> subject;  // "how it went with …", when it comes from a follow-up
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("talk", s.talk), v("about", s.about), v.maybe("statement", s.statement), v.maybe("subject", s.subject);
  }
};
struct TalkSettled : SettleTalk {
  static constexpr std::string_view name_ = "talk_settled";
};
struct MeetingSet {
  static constexpr std::string_view name_ = "meeting_set";
  SetMeeting as_set;
  template <class S, class V>
  static void fields(S& s, V& v) {
    SetMeeting::fields(s.as_set, v);
  }
};
struct MeetingCancelled : CancelMeeting {
  static constexpr std::string_view name_ = "meeting_cancelled";
};

struct VisitOpened {
  static constexpr std::string_view name_ = "visit_opened";
  VisitId visit;
  std::vector<AccountId> with;
  PartSet parts;
  Instant until;
  bool said_aloud = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("visit", s.visit), v("with", s.with), v("parts", s.parts), v("until", s.until),
        v("said_aloud", s.said_aloud);
  }
};
struct VisitEnded : EndVisit {
  static constexpr std::string_view name_ = "visit_ended";
};
struct GrantGiven : GiveGrant {
  static constexpr std::string_view name_ = "grant_given";
};
struct GrantEnded : EndGrant {
  static constexpr std::string_view name_ = "grant_ended";
};

// A record that was begun for somebody without an account is theirs from now on (SH21).
struct RecordTaken {
  static constexpr std::string_view name_ = "record_taken";
  AccountId person;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("person", s.person);
  }
};

using AnyFact = std::variant<
    RecordStarted, PersonNamed, MemberNamed, StatementWorded, WordsDisowned, WordsConfirmed, StatementPutAway,
    TieDrawn, TieChanged, TieMoved, TieTakenOff, TiesLinked, TiesUnlinked, CircleFinished, SentenceShown,
    SentenceAnswered, SupportAnswered, HelperAdded, HelperRemoved, EnjoyedAdded, EnjoyedChanged,
    EnjoyedPutAway, PreferenceSet, AccessNeedSet, NearSet, SuitsSet, IdeaChosen, FindAdded, IdeaSetAside,
    CompanySet, ServiceReported, GoalPlaced, GoalPutAway, StepPlaced, StepJoined, StepChanged, StepSet,
    PromisePlaced, PromiseSet, FollowUpSet, FollowUpMoved, FollowUpAnswered, FollowUpStopped, FollowUpKept,
    TalkRaised, TalkSettled, MeetingSet, MeetingCancelled, VisitOpened, VisitEnded, GrantGiven, GrantEnded,
    RecordPaused, RecordResumed, ReviewSet, ReviewMoved, ReviewHeld, ReviewStopped, RecordTaken, MessageSent,
    MessageOpened, MessageSettled, ReachSet, TellingPlanned, DoerTold, LinesCopied, RecordClosed,
    RecordReopened, RecordJoined, RecordParted, CollectionHanded, HandedPutAway, StanceTaken, StanceWithdrawn,
    ProposalMade, ProposalAnswered, ProposalWithdrawn, DecisionPlaced, DecisionAnswered, DecisionPutAway,
    SupporterInvited, InvitationWithdrawn, InvitationTaken>;

// One of them. How so many kinds are copied, moved and ended is compiled once, in kinds.cpp.
struct Fact : AnyFact {
  using AnyFact::AnyFact;
  Fact();
  Fact(Fact const&);
  Fact(Fact&&) noexcept;
  Fact& operator=(Fact const&);
  Fact& operator=(Fact&&) noexcept;
  ~Fact();
};
std::string_view name_of(Fact const&);

// A fact with its circumstances. Its id is (command, n); the journal adds position and when it was recorded.
struct Event {
  CommandId command;
  std::uint32_t n = 0;
  AccountId actor;  // who sent the command: the typist of any words in it. Nil: the code of the paper copy
  Instant made_at;
  Day day_made;  // the local day where it was made
  Fact fact;
  std::optional<Origin> origin = {};  // copied from another record of the same person
};

}  // namespace kith
