// The view: what one reader is shown, and nothing else. Made from restricted state only (rules VW1-VW4,
// spec/view.md).
//
// The same code answers the server's GET and draws the pages in the browser. Plain values, written by
// wire/view.cpp; an absent value is null and a list is never absent. `can` names the commands this reader may
// send about a row now.
// Long because every shape of the view stands in one place.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/agreement/view.hpp"
#include "core/decisions/view.hpp"
#include "core/handover/view.hpp"
#include "core/messages/view.hpp"
#include "core/reach/view.hpp"
#include "core/sharing/sight.hpp"
#include "core/supporters/view.hpp"
#include "core/words/message.hpp"

namespace kith {

using Can = std::vector<std::string>;

struct VersionView {
  Version version;
  Party voice;
  std::string voice_name;
  std::string voice_kind;  // person, practitioner or supporter
  AccountId typed_by;
  std::string typed_by_name;
  Day said_on;
  std::optional<Confirmed> confirmed;
  std::string words;
  std::optional<Language> language;
  bool disowned = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("version", s.version), v("voice", s.voice), v("voice_name", s.voice_name),
        v("voice_kind", s.voice_kind);
    v("typed_by", s.typed_by), v("typed_by_name", s.typed_by_name), v("said_on", s.said_on);
    v("confirmed", s.confirmed), v("words", s.words), v("language", s.language), v("disowned", s.disowned);
  }
};
struct StatementView {
  StatementId id;
  Place place = Place::goal;
  std::optional<RowKey> about;
  bool apart = false;
  std::vector<VersionView> versions, past;
  std::vector<StanceView> stances;
  std::vector<ProposalView> proposals;  // the waiting ones, and those that were answered, the newest first
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("place", s.place), v("about", s.about), v("apart", s.apart), v("versions", s.versions);
    v("past", s.past), v("stances", s.stances), v("proposals", s.proposals), v("can", s.can);
  }
};

struct PersonView {
  RecordId record;
  std::string name;
  std::string reader;  // person or practitioner
  Party me;
  bool has_account = false;
  Day started_on;
  std::optional<std::string> code;  // of the paper copy, where the reader looks after the sharing
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("name", s.name), v("reader", s.reader), v("me", s.me),
        v("has_account", s.has_account);
    v("started_on", s.started_on), v("code", s.code), v("can", s.can);
  }
};

struct MapView {
  Occasion occasion = Occasion::everyday;
  bool finished = false;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("occasion", s.occasion), v("finished", s.finished), v("can", s.can);
  }
};
template <class T>
struct ByOccasion {
  std::optional<T> everyday, hard_times;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v.maybe("everyday", s.everyday), v.maybe("hard_times", s.hard_times);
  }
};
struct TieView {
  TieId id;
  Version version;
  std::string name;
  TieKind kind = TieKind::friend_;
  std::optional<Name> relation;
  std::optional<Frequency> frequency;
  SupportSet gives, gets;
  bool is_private = false;
  ByOccasion<Ring> rings;
  ByOccasion<std::int32_t> angles;
  std::vector<StepId> carries;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("name", s.name), v("kind", s.kind), v("relation", s.relation);
    v("frequency", s.frequency), v("gives", s.gives), v("gets", s.gets), v("private", s.is_private);
    v("rings", s.rings), v("angles", s.angles), v("carries", s.carries), v("can", s.can);
  }
};
struct LinkView {
  LinkId id;
  TieId a, b;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("a", s.a), v("b", s.b), v("can", s.can);
  }
};
struct SentenceView {
  bool shown = true, finished = false;
  std::string text;
  std::optional<Feels> feels;
  std::vector<StatementView> statements;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("shown", s.shown), v("finished", s.finished), v("text", s.text), v("feels", s.feels);
    v("statements", s.statements), v("can", s.can);
  }
};
struct CircleView {
  std::vector<MapView> maps;
  std::vector<TieView> ties;
  std::vector<LinkView> links;
  SentenceView sentence;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("maps", s.maps), v("ties", s.ties), v("links", s.links), v("sentence", s.sentence), v("can", s.can);
  }
};

struct SupportView {
  Support support = Support::illness;
  std::optional<Version> version;
  std::optional<Enough> enough;
  std::vector<TieId> helpers;
  std::vector<StatementView> helps, wishes;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("version", s.version), v("enough", s.enough), v("helpers", s.helpers);
    v("helps", s.helps), v("wishes", s.wishes), v("can", s.can);
  }
};
struct EnjoyedView {
  EnjoyedId id;
  Version version;
  std::optional<StatementView> statement;
  std::optional<ideas::SubCategory> sub_category;
  bool want_back = false;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("statement", s.statement), v("sub_category", s.sub_category);
    v("want_back", s.want_back), v("can", s.can);
  }
};
struct MattersView {
  std::vector<SupportView> supports;
  std::vector<EnjoyedView> enjoyed;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("supports", s.supports), v("enjoyed", s.enjoyed), v("can", s.can);
  }
};
struct ThemeView {
  ideas::Theme theme = ideas::Theme::making_and_creating;
  ideas::Category category = ideas::Category::activities;
  std::optional<ideas::Answer> answer;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("theme", s.theme), v("category", s.category), v("answer", s.answer), v("can", s.can);
  }
};
struct NeedView {
  ideas::AccessNeed need = ideas::AccessNeed::step_free;
  ideas::NeedLevel level = ideas::NeedLevel::preferred;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("need", s.need), v("level", s.level);
  }
};
struct NearView {
  ideas::NearKind kind = ideas::NearKind::none;
  std::optional<Name> label;
  std::optional<std::int32_t> lat_udeg, lon_udeg, how_far_m, age;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("kind", s.kind), v("label", s.label), v("lat_udeg", s.lat_udeg), v("lon_udeg", s.lon_udeg);
    v("how_far_m", s.how_far_m), v("age", s.age);
  }
};
struct SuitsView {
  ideas::Suits said;
  template <class S, class V>
  static void fields(S& s, V& v) {
    auto& it = s.said;
    v("pay", it.pay), v("days", it.days), v("parts", it.parts), v("group", it.group), v("going", it.going);
    v("must", it.must);
  }
};
struct PreferencesView {
  std::vector<ThemeView> themes;
  std::vector<NeedView> access;
  NearView near;
  SuitsView suits;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("themes", s.themes), v("access", s.access), v("near", s.near), v("suits", s.suits), v("can", s.can);
  }
};

struct FollowUpBrief {
  FollowUpId id;
  Day due;
  FollowUpState state = FollowUpState::waiting;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("due", s.due), v("state", s.state);
  }
};
struct IdeaView {
  IdeaId id;
  Version version;
  std::optional<ServiceId> service;
  std::string name;
  bool own = false;
  std::optional<StatementView> statement;
  std::optional<TieId> companion;
  IdeaState state = IdeaState::chosen;
  Day chosen_on;
  std::optional<FollowUpBrief> followup;
  std::vector<StepId> steps;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("service", s.service), v("name", s.name), v("own", s.own);
    v("statement", s.statement), v("companion", s.companion), v("state", s.state),
        v("chosen_on", s.chosen_on);
    v("followup", s.followup), v("steps", s.steps), v("can", s.can);
  }
};
// A collection that somebody handed over, to pick from.
struct HandedView {
  HandingId id;
  Version version;
  std::string from_name;
  Day on;
  Name title;
  std::vector<CollectionLine> lines;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("from_name", s.from_name), v("on", s.on), v("title", s.title);
    v("lines", s.lines), v("can", s.can);
  }
};
struct IdeasView {
  std::vector<IdeaView> chosen;
  std::vector<HandedView> handed;
  std::int32_t active_soft_max = static_cast<std::int32_t>(ideas_active_soft_max);
  bool over = false;  // more are under way than is easy to keep up: the page asks which to pause
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("chosen", s.chosen), v("handed", s.handed), v("active_soft_max", s.active_soft_max), v("over", s.over),
        v("can", s.can);
  }
};

struct StepView {
  StepId id;
  Version version;
  std::optional<StatementView> statement;
  Party doer;
  std::string doer_name;
  std::optional<TieId> companion;
  std::optional<std::string> companion_name;
  std::optional<Day> due;
  StepState state = StepState::not_yet;
  std::optional<IdeaId> idea;
  std::optional<TellingView> telling;  // of a doer who has no sign-in
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("statement", s.statement), v("doer", s.doer);
    v("doer_name", s.doer_name), v("companion", s.companion), v("companion_name", s.companion_name);
    v("due", s.due), v("state", s.state), v("idea", s.idea), v("telling", s.telling), v("can", s.can);
  }
};
struct GoalView {
  GoalId id;
  Version version;
  std::optional<StatementView> statement;
  std::vector<StepView> steps;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("statement", s.statement), v("steps", s.steps), v("can", s.can);
  }
};
struct PromiseView {
  PromiseId id;
  Version version;
  std::optional<StatementView> statement;
  Party by;
  std::string by_name;
  std::optional<Day> due;
  PromiseState state = PromiseState::open;
  std::vector<StatementView> reasons;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("statement", s.statement), v("by", s.by),
        v("by_name", s.by_name);
    v("due", s.due), v("state", s.state), v("reasons", s.reasons), v("can", s.can);
  }
};
struct PlanView {
  std::vector<GoalView> goals;
  std::vector<StepView> steps;
  std::vector<PromiseView> promises;
  std::vector<DecisionView> decisions;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("goals", s.goals), v("steps", s.steps), v("promises", s.promises), v("decisions", s.decisions);
    v("can", s.can);
  }
};

struct FollowUpItem {
  FollowUpId id;
  RowKey about;
  std::string name;
  Day due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("about", s.about), v("name", s.name), v("due", s.due);
  }
};
struct QuestionView {
  std::string kind;  // went: how did it go?  stop: shall we stop asking?
  std::vector<FollowUpItem> items;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("kind", s.kind), v("items", s.items);
  }
};
struct FollowUpView {
  FollowUpId id;
  Version version;
  RowKey about;
  std::string name;
  Day due;
  FollowUpState state = FollowUpState::waiting;
  std::optional<HowItWent> answer;
  NameSet<Barrier> barriers;
  NameSet<Help> helps;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("about", s.about), v("name", s.name), v("due", s.due);
    v("state", s.state), v("answer", s.answer), v("barriers", s.barriers), v("helps", s.helps),
        v("can", s.can);
  }
};
struct FollowUpsView {
  std::optional<QuestionView> question;
  std::vector<FollowUpView> rows;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("question", s.question), v("rows", s.rows);
  }
};

struct ReviewView {
  ReviewAt review = ReviewAt::three_months;
  Version version;
  Day due;
  ReviewState state = ReviewState::waiting;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("review", s.review), v("version", s.version), v("due", s.due), v("state", s.state), v("can", s.can);
  }
};
struct ReviewsView {
  std::optional<ReviewAt> due;  // the later date that has come, when nothing else is asked this week
  std::vector<ReviewView> rows;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("due", s.due), v("rows", s.rows);
  }
};
struct HeadingView {
  Heading heading = Heading::most_important;
  std::vector<StatementView> statements;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("heading", s.heading), v("statements", s.statements), v("can", s.can);
  }
};
struct AboutMeView {
  std::vector<HeadingView> headings;     // always all seven
  std::vector<StatementView> good_help;  // what good help looks like: up to three lines
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("headings", s.headings), v("good_help", s.good_help), v("can", s.can);
  }
};
// What the person prepares to say, under one prompt: theirs alone (ST12).
struct PreparedView {
  Prompt prompt = Prompt::most_important;
  std::vector<StatementView> statements;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("prompt", s.prompt), v("statements", s.statements), v("can", s.can);
  }
};
struct PauseView {
  PauseWhy why = PauseWhy::too_much;
  Version version;
  Day since;
  std::optional<std::string> keeper_name;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("why", s.why), v("version", s.version), v("since", s.since), v("keeper_name", s.keeper_name);
    v("can", s.can);
  }
};

struct TalkView {
  TalkId id;
  Version version;
  TalkAbout about = TalkAbout::to_talk_about;
  std::optional<Name> subject;
  std::optional<StatementView> statement;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("about", s.about), v("subject", s.subject);
    v("statement", s.statement), v("can", s.can);
  }
};
struct SafetyView {
  template <class S, class V>
  static void fields(S&, V&) {}
};
struct GrantView {
  GrantId id;
  Version version;
  AccountId to;
  std::string name;
  PartSet see, tell;
  std::optional<Instant> until;
  bool said_aloud = false;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("to", s.to), v("name", s.name), v("see", s.see),
        v("tell", s.tell);
    v("until", s.until), v("said_aloud", s.said_aloud), v("can", s.can);
  }
};
struct MemberView {
  AccountId account;
  std::string name;
  Role role = Role::practitioner;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("name", s.name), v("role", s.role);
  }
};
struct SharingView {
  std::vector<GrantView> grants;
  std::vector<MemberView> members;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("grants", s.grants), v("members", s.members), v("can", s.can);
  }
};
struct OpenVisitView {
  VisitId id;
  Version version;
  std::vector<MemberView> with;
  PartSet parts;
  Instant until;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("with", s.with), v("parts", s.parts), v("until", s.until),
        v("can", s.can);
  }
};
struct PartyView {
  Party party;
  std::string name;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("party", s.party), v("name", s.name);
  }
};
struct MeetingView {
  MeetingId id;
  Version version;
  Day day;
  std::optional<std::int32_t> minute;
  std::optional<Name> where;
  std::vector<PartyView> with;
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("day", s.day), v("minute", s.minute), v("where", s.where);
    v("with", s.with), v("can", s.can);
  }
};
struct VisitsView {
  std::optional<OpenVisitView> open;
  std::vector<MeetingView> meetings;  // from today on, the next first
  Can can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("open", s.open), v("meetings", s.meetings), v("can", s.can);
  }
};
struct JoiningView {  // "closed:…": it takes nothing new; any other row was copied from another record
  RowKey row;
  Day on;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("on", s.on);
  }
};
struct WaitingView {
  CommandId id;
  std::string what;
  Instant made_at;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("do", s.what), v("made_at", s.made_at);
  }
};

struct View {
  PersonView person;
  CircleView circle;
  MattersView matters;
  PreferencesView preferences;
  IdeasView ideas;
  PlanView plan;
  FollowUpsView followups;
  ReviewsView reviews;
  AboutMeView about_me;
  std::vector<PreparedView> prepared;  // empty for everybody but the person
  std::optional<PauseView> pause;
  std::vector<TalkView> talk;
  SafetyView safety;
  SharingView sharing;
  VisitsView visits;
  MessagesView messages;
  ReachView reach;
  std::vector<CopiedView> copied;
  std::vector<JoiningView> joining;
  SupportersView supporters;
  std::vector<WaitingView> waiting;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("person", s.person), v("circle", s.circle), v("matters", s.matters), v("preferences", s.preferences);
    v("ideas", s.ideas), v("plan", s.plan), v("followups", s.followups), v("reviews", s.reviews);
    v("about_me", s.about_me), v("prepared", s.prepared), v("pause", s.pause), v("talk", s.talk),
        v("safety", s.safety);
    v("sharing", s.sharing), v("visits", s.visits), v("messages", s.messages), v("reach", s.reach);
    v("copied", s.copied), v("joining", s.joining), v("supporters", s.supporters), v("waiting", s.waiting);
  }
};

// How a message is said: the catalogue of whoever reads.
using Say = std::function<std::string(std::vector<Message> const&)>;

struct ViewContext {
  Reader reader;
  Instant now;
  Day today;  // where the person lives
  Say say;
};
// `shown` must be restricted already; nullopt when the reader is let into nothing.
std::optional<View> view_of(Record const& shown, ViewContext const&);

// The question that is due, if any (rules FU7-FU10).
std::optional<QuestionView> question_due(Record const& shown, Day today);

// The later date to ask about, when no other question is due this week (rules RV3-RV5).
std::optional<ReviewAt> review_due(Record const& shown, Day today);

}  // namespace kith
