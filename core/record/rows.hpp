// The rows of a record: its state, as it is restricted, synchronised and kept on a device.
//
// A row is seen whole or not at all (rule SH1). So whatever may be hidden on its own, such as who comes
// along, is a row of its own, and `refers` names the rows without which a row must not be seen. `id()` orders
// and finds a row; `version` is the command that last changed it. `fields` as in commands.hpp.
// Long because every row of a record stands in one place.
#pragma once
#include <map>
#include <string>

#include "core/record/events.hpp"

namespace kith {

template <class Left, class Right>
struct Pair {
  Left left;
  Right right;
  friend auto operator<=>(Pair const&, Pair const&) = default;
};
inline std::string text_of(RowKey const& key) { return key.text; }
template <Named E>
std::string text_of(E value) {
  return std::string(name_of(value));
}
template <class Left, class Right>
std::string text_of(Pair<Left, Right> const& pair) {
  return text_of(pair.left) + "." + text_of(pair.right);
}
inline std::string key_of(std::string_view kind, std::string const& id) {
  return std::string(kind) + ":" + id;
}

inline std::string_view kind_of(RowKey const& key) {
  return std::string_view(key.text).substr(0, key.text.find(':'));
}

struct PersonRow {
  static constexpr std::string_view kind = "person";
  RecordId record;
  Version version;
  Name name;
  std::optional<AccountId> account;
  AccountId starter;
  Day started_on;
  RecordId id() const { return record; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), v("name", s.name), v.maybe("account", s.account);
    v("starter", s.starter), v("started_on", s.started_on);
  }
};
// The code of the paper copy, and nothing else: the person's alone.
struct CodeRow {
  static constexpr std::string_view kind = "code";
  RecordId record;
  Version version;
  Code code;
  RecordId id() const { return record; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), v("code", s.code);
  }
};
struct MemberRow {
  static constexpr std::string_view kind = "member";
  AccountId account;
  Version version;
  Name name;
  Role role = Role::practitioner;
  AccountId id() const { return account; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("account", s.account), v("version", s.version), v("name", s.name), v("role", s.role);
  }
};

struct Worded {  // one version of a statement
  Version version;
  Party voice;
  AccountId typed_by;
  Day said_on;
  std::optional<Confirmed> confirmed;
  std::optional<Language> language;
  Words words;
  std::vector<Version> supersedes;
  bool disowned = false;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("version", s.version), v("voice", s.voice), v("typed_by", s.typed_by), v("said_on", s.said_on);
    v.maybe("confirmed", s.confirmed), v.maybe("language", s.language), v("words", s.words);
    v("supersedes", s.supersedes), v("disowned", s.disowned);
  }
};
struct StatementRow {
  static constexpr std::string_view kind = "statement";
  StatementId statement;
  Version version;
  Place place = Place::goal;
  std::optional<RowKey> about;
  std::vector<Worded> versions;  // every one ever worded, in the order they arrived
  bool put_away = false;
  StatementId id() const { return statement; }
  bool is_head(Version) const;  // nothing supersedes it
  Worded const* find(Version) const;
  std::vector<Worded const*> heads() const;  // ordered by version: two are equals
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("statement", s.statement), v("version", s.version), v("place", s.place), v.maybe("about", s.about);
    v("versions", s.versions), v("put_away", s.put_away);
  }
};

struct MapRow {
  static constexpr std::string_view kind = "map";
  Occasion occasion = Occasion::everyday;
  Version version;
  bool finished = false;
  Occasion id() const { return occasion; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("occasion", s.occasion), v("version", s.version), v("finished", s.finished);
  }
};
struct TieRow {
  static constexpr std::string_view kind = "tie";
  TieId tie;
  Version version;
  TieDetails details;
  std::optional<Standing> everyday, hard_times;  // absent: not on that drawing
  std::vector<Version> earlier;                  // versions before this one, so that a late base is known
  TieId id() const { return tie; }
  std::optional<Standing> const& on(Occasion occasion) const {
    return occasion == Occasion::everyday ? everyday : hard_times;
  }
  std::optional<Standing>& on(Occasion occasion) {
    return occasion == Occasion::everyday ? everyday : hard_times;
  }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), v("version", s.version), TieDetails::fields(s.details, v);
    v.maybe("everyday", s.everyday), v.maybe("hard_times", s.hard_times);
    v.maybe("earlier", s.earlier);
  }
};
struct DrawnRow {  // the visit a tie was drawn in; apart, because others who see the tie know of no visit
  static constexpr std::string_view kind = "drawn";
  TieId tie;
  Version version;
  VisitId visit;
  TieId id() const { return tie; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("tie", s.tie), v("version", s.version), v("visit", s.visit);
  }
};
struct LinkRow {
  static constexpr std::string_view kind = "link";
  LinkId link;
  Version version;
  TieId a, b;
  LinkId id() const { return link; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("link", s.link), v("version", s.version), v("a", s.a), v("b", s.b);
  }
};
struct SentenceRow {
  static constexpr std::string_view kind = "sentence";
  Occasion occasion = Occasion::everyday;  // one row for now, under the everyday drawing
  Version version;
  bool shown = true;
  std::optional<Feels> feels;
  Occasion id() const { return occasion; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("occasion", s.occasion), v("version", s.version), v("shown", s.shown), v.maybe("feels", s.feels);
  }
};

struct SupportRow {
  static constexpr std::string_view kind = "support";
  Support support = Support::illness;
  Version version;
  Enough enough = Enough::yes;
  Support id() const { return support; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("version", s.version), v("enough", s.enough);
  }
};
struct HelperRow {
  static constexpr std::string_view kind = "helper";
  using Id = Pair<Support, TieId>;
  Support support = Support::illness;
  TieId tie;
  Version version;
  Id id() const { return {support, tie}; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("support", s.support), v("tie", s.tie), v("version", s.version);
  }
};
struct EnjoyedRow {
  static constexpr std::string_view kind = "enjoyed";
  EnjoyedId enjoyed;
  Version version;
  StatementId statement;
  std::optional<ideas::SubCategory> sub_category;
  bool want_back = false;
  bool put_away = false;
  EnjoyedId id() const { return enjoyed; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("enjoyed", s.enjoyed), v("version", s.version), v("statement", s.statement);
    v.maybe("sub_category", s.sub_category), v("want_back", s.want_back), v("put_away", s.put_away);
  }
};
struct PreferenceRow {
  static constexpr std::string_view kind = "preference";
  ideas::Theme theme = ideas::Theme::making_and_creating;
  Version version;
  ideas::Answer answer = ideas::Answer::no;
  ideas::Theme id() const { return theme; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("theme", s.theme), v("version", s.version), v("answer", s.answer);
  }
};
struct AccessRow {
  static constexpr std::string_view kind = "access";
  ideas::AccessNeed need = ideas::AccessNeed::step_free;
  Version version;
  ideas::NeedLevel level = ideas::NeedLevel::preferred;
  ideas::AccessNeed id() const { return need; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("need", s.need), v("version", s.version), v("level", s.level);
  }
};
struct NearRow {
  static constexpr std::string_view kind = "near";
  RecordId record;
  Version version;
  SetNear near;
  RecordId id() const { return record; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), SetNear::fields(s.near, v);
  }
};
struct SuitsRow {
  static constexpr std::string_view kind = "suits";
  RecordId record;
  Version version;
  ideas::Suits suits;
  RecordId id() const { return record; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), ideas::Suits::fields(s.suits, v);
  }
};

struct IdeaRow {
  static constexpr std::string_view kind = "idea";
  IdeaId idea;
  Version version;
  std::optional<ServiceId> service;  // absent: their own find, and then there is a statement
  std::optional<StatementId> statement;
  Name name;  // of the service when it was chosen
  IdeaState state = IdeaState::chosen;
  Day chosen_on;
  IdeaId id() const { return idea; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("idea", s.idea), v("version", s.version), v.maybe("service", s.service),
        v.maybe("statement", s.statement);
    v("name", s.name), v("state", s.state), v("chosen_on", s.chosen_on);
  }
};
struct HandedRow {
  static constexpr std::string_view kind = "handed";
  HandingId handing;
  Version version;
  AccountId by;
  Day on;
  Name title;
  std::vector<CollectionLine> lines;
  bool put_away = false;
  HandingId id() const { return handing; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("handing", s.handing), v("version", s.version), v("by", s.by), v("on", s.on), v("title", s.title);
    v("lines", s.lines), v("put_away", s.put_away);
  }
};
struct CompanyRow {
  static constexpr std::string_view kind = "company";
  RowKey of;
  Version version;
  TieId tie;
  RowKey id() const { return of; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("of", s.of), v("version", s.version), v("tie", s.tie);
  }
};
struct FollowUpRow {
  static constexpr std::string_view kind = "followup";
  FollowUpId followup;
  Version version;
  IdeaId idea;
  Day due;
  FollowUpState state = FollowUpState::waiting;
  std::optional<HowItWent> answer;
  NameSet<Barrier> barriers;
  NameSet<Help> helps;
  std::optional<Day> answered_on;
  std::optional<Day> kept_on;  // they said: keep asking
  FollowUpId id() const { return followup; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("followup", s.followup), v("version", s.version), v("idea", s.idea), v("due", s.due),
        v("state", s.state);
    v.maybe("answer", s.answer), v("barriers", s.barriers), v("helps", s.helps);
    v.maybe("answered_on", s.answered_on), v.maybe("kept_on", s.kept_on);
  }
};

struct GoalRow {
  static constexpr std::string_view kind = "goal";
  GoalId goal;
  Version version;
  StatementId statement;
  bool put_away = false;
  Day placed_on;
  GoalId id() const { return goal; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("goal", s.goal), v("version", s.version), v("statement", s.statement), v("put_away", s.put_away);
    v("placed_on", s.placed_on);
  }
};
struct StepRow {
  static constexpr std::string_view kind = "step";
  StepId step;
  Version version;
  StatementId statement;
  std::optional<GoalId> goal;
  Party doer;
  std::optional<Day> due;
  StepState state = StepState::not_yet;
  Day placed_on;
  std::vector<Version> earlier;
  StepId id() const { return step; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("version", s.version), v("statement", s.statement), v.maybe("goal", s.goal),
        v("doer", s.doer);
    v.maybe("due", s.due), v("state", s.state), v("placed_on", s.placed_on), v.maybe("earlier", s.earlier);
  }
};
struct JoinedRow {  // the step carries out an idea
  static constexpr std::string_view kind = "joined";
  StepId step;
  Version version;
  IdeaId idea;
  StepId id() const { return step; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("step", s.step), v("version", s.version), v("idea", s.idea);
  }
};
struct PromiseRow {
  static constexpr std::string_view kind = "promise";
  PromiseId promise;
  Version version;
  StatementId statement;
  Party by;
  std::optional<Day> due;
  PromiseState state = PromiseState::open;
  PromiseId id() const { return promise; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("promise", s.promise), v("version", s.version), v("statement", s.statement), v("by", s.by);
    v.maybe("due", s.due), v("state", s.state);
  }
};

struct TalkRow {
  static constexpr std::string_view kind = "talk";
  TalkId talk;
  Version version;
  TalkAbout about = TalkAbout::to_talk_about;
  std::optional<StatementId> statement;
  std::optional<Name> subject;
  bool settled = false;
  Day raised_on;
  TalkId id() const { return talk; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("talk", s.talk), v("version", s.version), v("about", s.about), v.maybe("statement", s.statement);
    v.maybe("subject", s.subject), v("settled", s.settled), v("raised_on", s.raised_on);
  }
};
struct MeetingRow {
  static constexpr std::string_view kind = "meeting";
  MeetingId meeting;
  Version version;
  Day day;
  std::optional<std::int32_t> minute;
  std::optional<Name> where;
  bool cancelled = false;
  MeetingId id() const { return meeting; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("meeting", s.meeting), v("version", s.version), v("day", s.day), v.maybe("minute", s.minute);
    v.maybe("where", s.where), v("cancelled", s.cancelled);
  }
};
struct MeetsRow {  // who is to be there; apart, because a tie may be private
  static constexpr std::string_view kind = "meets";
  using Id = Pair<MeetingId, Party>;
  MeetingId meeting;
  Party party;
  Version version;
  Id id() const { return {meeting, party}; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("meeting", s.meeting), v("party", s.party), v("version", s.version);
  }
};

struct VisitRow {
  static constexpr std::string_view kind = "visit";
  VisitId visit;
  Version version;
  std::vector<AccountId> with;
  PartSet parts;
  Instant until;
  bool said_aloud = false;
  bool ended = false;
  VisitId id() const { return visit; }
  bool is_open(Instant now) const { return !ended && now < until; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("visit", s.visit), v("version", s.version), v("with", s.with), v("parts", s.parts), v("until", s.until);
    v("said_aloud", s.said_aloud), v("ended", s.ended);
  }
};
struct GrantRow {
  static constexpr std::string_view kind = "grant";
  GrantId grant;
  Version version;
  AccountId to;
  PartSet see, tell;
  std::optional<Instant> until;
  bool said_aloud = false;
  AccountId typed_by;
  bool ended = false;
  GrantId id() const { return grant; }
  bool holds(Instant now) const { return !ended && (!until || now < *until); }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("grant", s.grant), v("version", s.version), v("to", s.to), v("see", s.see), v("tell", s.tell);
    v.maybe("until", s.until), v("said_aloud", s.said_aloud), v("typed_by", s.typed_by), v("ended", s.ended);
  }
};

}  // namespace kith
