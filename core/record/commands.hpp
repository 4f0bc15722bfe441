// The commands of a person's record: what anybody may ask for (spec/commands.md).
//
// Each names its members once, in `fields`, for reading and writing alike: `v(name, member)` must be there,
// `v.maybe(name, member)` may be absent. Values; nothing here decides anything.
// Long because every command of a record stands in one place.
#pragma once
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/agreement/agreement.hpp"
#include "core/circle/vocabulary.hpp"
#include "core/collections/handing.hpp"
#include "core/days.hpp"
#include "core/decisions/decisions.hpp"
#include "core/handover/handover.hpp"
#include "core/ideas/preferences.hpp"
#include "core/ids.hpp"
#include "core/messages/messages.hpp"
#include "core/pause/pause.hpp"
#include "core/reach/reach.hpp"
#include "core/record/party.hpp"
#include "core/record/text.hpp"
#include "core/record/vocabulary.hpp"
#include "core/reviews/reviews.hpp"
#include "core/sharing/part.hpp"
#include "core/supporters/supporters.hpp"

namespace kith {

using TalkId = Id<struct TalkTag>;
using Version = CommandId;  // a thing's version is the id of the command that last changed it

// Somebody's words on their way into a statement.
struct Wording {
  StatementId statement;
  Words words;
  std::optional<Confirmed> confirmed;
  std::optional<Language> language;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("words", s.words);
    v.maybe("confirmed", s.confirmed), v.maybe("language", s.language);
  }
};

struct StartRecord {
  static constexpr std::string_view name_ = "start_record";
  Name name;
  bool mine = false;
  bool said_aloud = false;
  PartSet keep;  // what the practitioner may still see after the visit, by a spoken yes
  std::optional<Code> code;
  std::optional<SafeWays> reach = {};  // asked at first set-up
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("name", s.name), v("mine", s.mine);
    v.maybe("said_aloud", s.said_aloud), v.maybe("keep", s.keep), v.maybe("code", s.code);
    v.maybe("reach", s.reach);
  }
};
struct NamePerson {
  static constexpr std::string_view name_ = "name_person";
  Name name;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("name", s.name);
  }
};

struct WordStatement {
  static constexpr std::string_view name_ = "word_statement";
  Wording wording;
  Place place = Place::goal;
  std::optional<RowKey> about;
  template <class S, class V>
  static void fields(S& s, V& v) {
    Wording::fields(s.wording, v);
    v("place", s.place), v.maybe("about", s.about);
  }
};
struct DisownWords {
  static constexpr std::string_view name_ = "disown_words";
  StatementId statement;
  Version version;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version);
  }
};
struct ConfirmWords {
  static constexpr std::string_view name_ = "confirm_words";
  StatementId statement;
  Version version;
  Confirmed confirmed = Confirmed::read_back;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version), v("confirmed", s.confirmed);
  }
};
struct PutAwayStatement {
  static constexpr std::string_view name_ = "put_away_statement";
  StatementId statement;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement);
  }
};

// What is said of a tie; the least that helps, for a tie is somebody else's data.
struct TieDetails {
  Name name;
  TieKind kind = TieKind::friend_;
  std::optional<Name> relation;  // "my sister's friend", in their own words
  std::optional<Frequency> frequency;
  SupportSet gives;  // what they give the person
  SupportSet gets;   // what the person gives them
  bool is_private = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("name", s.name), v("kind", s.kind);
    v.maybe("relation", s.relation), v.maybe("frequency", s.frequency), v.maybe("gives", s.gives);
    v.maybe("gets", s.gets), v.maybe("private", s.is_private);
  }
  friend bool operator==(TieDetails const&, TieDetails const&) = default;
};
// Where a tie stands in one drawing. `angle` is in degrees clockwise from the top, when the person chose it.
struct Standing {
  Ring ring = Ring::inner;
  std::optional<std::int32_t> angle;
  friend bool operator==(Standing const&, Standing const&) = default;
};
struct DrawTie {
  static constexpr std::string_view name_ = "draw_tie";
  TieId tie;
  TieDetails details;
  Occasion occasion = Occasion::everyday;
  Standing standing;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), TieDetails::fields(s.details, v);
    v("occasion", s.occasion), v("ring", s.standing.ring), v.maybe("angle", s.standing.angle);
  }
};
struct ChangeTie {
  static constexpr std::string_view name_ = "change_tie";
  TieId tie;
  TieDetails details;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), TieDetails::fields(s.details, v);
  }
};
struct MoveTie {
  static constexpr std::string_view name_ = "move_tie";
  TieId tie;
  Occasion occasion = Occasion::everyday;
  Standing standing;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), v("occasion", s.occasion), v("ring", s.standing.ring),
        v.maybe("angle", s.standing.angle);
  }
};
struct TakeOffTie {
  static constexpr std::string_view name_ = "take_off_tie";
  TieId tie;
  Occasion occasion = Occasion::everyday;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), v("occasion", s.occasion);
  }
};
struct LinkTies {
  static constexpr std::string_view name_ = "link_ties";
  LinkId link;
  TieId a, b;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("link", s.link), v("a", s.a), v("b", s.b);
  }
};
struct UnlinkTies {
  static constexpr std::string_view name_ = "unlink_ties";
  LinkId link;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("link", s.link);
  }
};
struct FinishCircle {
  static constexpr std::string_view name_ = "finish_circle";
  Occasion occasion = Occasion::everyday;
  bool finished = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("occasion", s.occasion), v("finished", s.finished);
  }
};
struct ShowSentence {
  static constexpr std::string_view name_ = "show_sentence";
  bool shown = true;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("shown", s.shown);
  }
};
struct AnswerSentence {
  static constexpr std::string_view name_ = "answer_sentence";
  Feels feels = Feels::yes;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("feels", s.feels);
  }
};

struct AnswerSupport {
  static constexpr std::string_view name_ = "answer_support";
  Support support = Support::illness;
  Enough enough = Enough::yes;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("enough", s.enough);
  }
};
struct AddHelper {
  static constexpr std::string_view name_ = "add_helper";
  Support support = Support::illness;
  TieId tie;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("tie", s.tie);
  }
};
struct RemoveHelper {
  static constexpr std::string_view name_ = "remove_helper";
  Support support = Support::illness;
  TieId tie;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("tie", s.tie);
  }
};
struct AddEnjoyed {
  static constexpr std::string_view name_ = "add_enjoyed";
  EnjoyedId enjoyed;
  Wording wording;
  std::optional<ideas::SubCategory> sub_category;
  bool want_back = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("enjoyed", s.enjoyed), Wording::fields(s.wording, v);
    v.maybe("sub_category", s.sub_category), v("want_back", s.want_back);
  }
};
struct ChangeEnjoyed {
  static constexpr std::string_view name_ = "change_enjoyed";
  EnjoyedId enjoyed;
  std::optional<ideas::SubCategory> sub_category;
  bool want_back = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("enjoyed", s.enjoyed), v.maybe("sub_category", s.sub_category), v("want_back", s.want_back);
  }
};
struct PutAwayEnjoyed {
  static constexpr std::string_view name_ = "put_away_enjoyed";
  EnjoyedId enjoyed;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("enjoyed", s.enjoyed);
  }
};
struct SetPreference {
  static constexpr std::string_view name_ = "set_preference";
  ideas::Theme theme = ideas::Theme::making_and_creating;
  std::optional<ideas::Answer> answer;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("theme", s.theme), v.maybe("answer", s.answer);
  }
};
struct SetAccessNeed {
  static constexpr std::string_view name_ = "set_access_need";
  ideas::AccessNeed need = ideas::AccessNeed::step_free;
  std::optional<ideas::NeedLevel> level;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("need", s.need), v.maybe("level", s.level);
  }
};
struct SetNear {
  static constexpr std::string_view name_ = "set_near";
  ideas::NearKind kind = ideas::NearKind::none;
  std::optional<Name> label;
  std::optional<std::int32_t> lat_udeg, lon_udeg, how_far_m, age;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("kind", s.kind), v.maybe("label", s.label), v.maybe("lat_udeg", s.lat_udeg);
    v.maybe("lon_udeg", s.lon_udeg), v.maybe("how_far_m", s.how_far_m), v.maybe("age", s.age);
  }
};

struct SetSuits {
  static constexpr std::string_view name_ = "set_suits";
  ideas::Suits suits;  // all of it, as it now is
  template <class S, class V>
  static void fields(S& s, V& v) {
    ideas::Suits::fields(s.suits, v);
  }
};

struct ChooseIdea {
  static constexpr std::string_view name_ = "choose_idea";
  IdeaId idea;
  ServiceId service;
  Name name;
  FollowUpId followup;
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea), v("service", s.service), v("name", s.name), v("followup", s.followup),
        v.maybe("due", s.due);
  }
};
struct AddFind {
  static constexpr std::string_view name_ = "add_find";
  IdeaId idea;
  Wording wording;
  FollowUpId followup;
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea), Wording::fields(s.wording, v), v("followup", s.followup), v.maybe("due", s.due);
  }
};
struct SetIdeaAside {
  static constexpr std::string_view name_ = "set_idea_aside";
  IdeaId idea;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea);
  }
};
struct SetCompany {
  static constexpr std::string_view name_ = "set_company";
  RowKey of;  // "idea:…" or "step:…"
  std::optional<TieId> tie;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("of", s.of), v.maybe("tie", s.tie);
  }
};
struct ReportService {
  static constexpr std::string_view name_ = "report_service";
  ServiceId service;
  ServiceReport what = ServiceReport::gone;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("service", s.service), v("what", s.what);
  }
};

struct PlaceGoal {
  static constexpr std::string_view name_ = "place_goal";
  GoalId goal;
  Wording wording;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("goal", s.goal), Wording::fields(s.wording, v);
  }
};
struct PutGoalAway {
  static constexpr std::string_view name_ = "put_goal_away";
  GoalId goal;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("goal", s.goal);
  }
};
struct PlaceStep {
  static constexpr std::string_view name_ = "place_step";
  StepId step;
  std::optional<GoalId> goal;
  Wording wording;
  Party doer;
  std::optional<Day> due;
  std::optional<IdeaId> idea;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v.maybe("goal", s.goal), Wording::fields(s.wording, v), v("doer", s.doer);
    v.maybe("due", s.due), v.maybe("idea", s.idea);
  }
};
struct ChangeStep {
  static constexpr std::string_view name_ = "change_step";
  StepId step;
  Party doer;
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("doer", s.doer), v.maybe("due", s.due);
  }
};
struct SetStep {
  static constexpr std::string_view name_ = "set_step";
  StepId step;
  StepState state = StepState::under_way;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("state", s.state);
  }
};
struct PlacePromise {
  static constexpr std::string_view name_ = "place_promise";
  PromiseId promise;
  Wording wording;
  Party by;
  std::optional<Day> due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("promise", s.promise), Wording::fields(s.wording, v), v("by", s.by), v.maybe("due", s.due);
  }
};
struct SetPromise {
  static constexpr std::string_view name_ = "set_promise";
  PromiseId promise;
  PromiseState state = PromiseState::open;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("promise", s.promise), v("state", s.state);
  }
};

struct MoveFollowUp {
  static constexpr std::string_view name_ = "move_follow_up";
  FollowUpId followup;
  Day due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("due", s.due);
  }
};
struct AnswerFollowUp {
  static constexpr std::string_view name_ = "answer_follow_up";
  FollowUpId followup;
  HowItWent answer = HowItWent::went;
  NameSet<Barrier> barriers;
  NameSet<Help> helps;
  std::optional<TalkId> talk;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("answer", s.answer);
    v.maybe("barriers", s.barriers), v.maybe("helps", s.helps), v.maybe("talk", s.talk);
  }
};
struct StopFollowUp {
  static constexpr std::string_view name_ = "stop_follow_up";
  FollowUpId followup;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup);
  }
};
struct KeepFollowUp {
  static constexpr std::string_view name_ = "keep_follow_up";
  FollowUpId followup;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup);
  }
};

struct Raise {
  static constexpr std::string_view name_ = "raise";
  TalkId talk;
  TalkAbout about = TalkAbout::to_talk_about;
  Wording wording;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("talk", s.talk), v("about", s.about), Wording::fields(s.wording, v);
  }
};
struct SettleTalk {
  static constexpr std::string_view name_ = "settle_talk";
  TalkId talk;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("talk", s.talk);
  }
};
struct SetMeeting {
  static constexpr std::string_view name_ = "set_meeting";
  MeetingId meeting;
  Day day;
  std::optional<std::int32_t> minute;
  std::optional<Name> where;
  std::vector<Party> with;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("meeting", s.meeting), v("day", s.day), v.maybe("minute", s.minute), v.maybe("where", s.where),
        v("with", s.with);
  }
};
struct CancelMeeting {
  static constexpr std::string_view name_ = "cancel_meeting";
  MeetingId meeting;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("meeting", s.meeting);
  }
};

struct OpenVisit {
  static constexpr std::string_view name_ = "open_visit";
  VisitId visit;
  std::vector<AccountId> with;
  PartSet parts;
  bool said_aloud = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("visit", s.visit), v("with", s.with), v("parts", s.parts), v.maybe("said_aloud", s.said_aloud);
  }
};
struct EndVisit {
  static constexpr std::string_view name_ = "end_visit";
  VisitId visit;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("visit", s.visit);
  }
};
struct GiveGrant {
  static constexpr std::string_view name_ = "give_grant";
  GrantId grant;
  AccountId to;
  PartSet see, tell;
  std::optional<Instant> until;
  bool said_aloud = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("grant", s.grant), v("to", s.to), v("see", s.see), v("tell", s.tell);
    v.maybe("until", s.until), v.maybe("said_aloud", s.said_aloud);
  }
};
struct EndGrant {
  static constexpr std::string_view name_ = "end_grant";
  GrantId grant;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("grant", s.grant);
  }
};

using AnyAsk = std::variant<
    StartRecord, NamePerson, WordStatement, DisownWords, ConfirmWords, PutAwayStatement, DrawTie, ChangeTie,
    MoveTie, TakeOffTie, LinkTies, UnlinkTies, FinishCircle, ShowSentence, AnswerSentence, AnswerSupport,
    AddHelper, RemoveHelper, AddEnjoyed, ChangeEnjoyed, PutAwayEnjoyed, SetPreference, SetAccessNeed, SetNear,
    SetSuits, ChooseIdea, AddFind, SetIdeaAside, SetCompany, ReportService, PlaceGoal, PutGoalAway, PlaceStep,
    ChangeStep, SetStep, PlacePromise, SetPromise, MoveFollowUp, AnswerFollowUp, StopFollowUp, KeepFollowUp,
    Raise, SettleTalk, SetMeeting, CancelMeeting, OpenVisit, EndVisit, GiveGrant, EndGrant, PauseRecord,
    ResumeRecord, MoveReview, HoldReview, StopReview, SendMessage, OpenMessage, SettleMessage, SetReach,
    PlanTelling, MarkTold, MarkCopied, HandCollection, PutAwayHanded, TakeStance, WithdrawStance,
    ProposeWords, AnswerProposal, WithdrawProposal, PlaceDecision, AnswerDecision, PutDecisionAway,
    InviteSupporter, WithdrawInvitation, SetSupport, EndSupport>;

// One of them. How so many kinds are copied, moved and ended is compiled once, in kinds.cpp.
struct Ask : AnyAsk {
  using AnyAsk::AnyAsk;
  Ask();
  Ask(Ask const&);
  Ask(Ask&&) noexcept;
  Ask& operator=(Ask const&);
  Ask& operator=(Ask&&) noexcept;
  ~Ask();
};
std::string_view name_of(Ask const&);

// One command as it was sent. `base` are the versions its sender was looking at.
struct Command {
  CommandId id;
  Instant made_at;
  std::int32_t offset_min = 0;  // east of UTC, where it was made
  std::optional<Party> voice;   // absent: the sender's own
  std::vector<Version> base;
  Ask ask;
};

}  // namespace kith
