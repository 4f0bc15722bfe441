// Folding: one fact changes the rows it speaks of, and nothing else. A row's version is the command that
// changed it.
#include "core/record/record.hpp"

namespace kith {
namespace {

// Folds one fact into the record; each overload is the whole meaning of its fact.
struct Folder {
  Record& record;
  RecordId id;
  Event const& event;

  Version version() const { return event.command; }

  // Makes a row unless its id is taken: the first one stays.
  template <class Key, class Row>
  void place(std::map<Key, Row>& table, Row row) {
    row.version = version();
    auto const key = row.id();
    table.try_emplace(key, std::move(row));
  }
  template <class Key, class Row>
  void replace(std::map<Key, Row>& table, Row row) {
    row.version = version();
    auto const key = row.id();
    table.insert_or_assign(key, std::move(row));
  }
  template <class Key, class Row, class Change>
  void change(std::map<Key, Row>& table, std::type_identity_t<Key> const& key, Change&& how) {
    auto* row = find(table, key);
    if (!row) return;
    how(*row);
    if constexpr (requires { row->earlier; }) {
      if (row->earlier.size() == earlier_versions_max) row->earlier.erase(row->earlier.begin());
      row->earlier.push_back(row->version);
    }
    row->version = version();
  }

  void operator()(RecordStarted const& f) {
    place(record.person, PersonRow{id, {}, f.name, f.person, event.actor, event.day_made});
    if (f.code) place(record.code, CodeRow{id, {}, *f.code});
  }
  void operator()(PersonNamed const& f) {
    change(record.person, id, [&](PersonRow& row) { row.name = f.name; });
  }
  void operator()(RecordTaken const& f) {
    change(record.person, id, [&](PersonRow& row) { row.account = f.person; });
  }
  void operator()(MemberNamed const& f) {
    if (event.origin)
      place(record.members, MemberRow{f.account, {}, f.name, f.role});  // a name known here is the newer one
    else
      replace(record.members, MemberRow{f.account, {}, f.name, f.role});
  }

  void operator()(StatementWorded const& f) {
    auto const& words = f.wording;
    auto const [spot, fresh] = record.statements.try_emplace(
        words.statement, StatementRow{words.statement, {}, f.place, f.about, {}, false});
    if (!fresh && f.supersedes.empty())
      return;  // first words under an id that is taken, unseen: the first ones stay
    auto& row = spot->second;
    row.version = version();
    row.versions.push_back({version(), f.voice, event.actor, event.day_made, words.confirmed, words.language,
                            words.words, f.supersedes, false});
  }
  void operator()(WordsDisowned const& f) {
    with_version(f.statement, f.version, [](Worded& worded) { worded.disowned = true; });
  }
  void operator()(WordsConfirmed const& f) {
    with_version(f.statement, f.version, [&](Worded& worded) { worded.confirmed = f.confirmed; });
  }
  template <class Change>
  void with_version(StatementId statement, Version wanted, Change&& how) {
    change(record.statements, statement, [&](StatementRow& row) {
      for (auto& worded : row.versions)
        if (worded.version == wanted) how(worded);
    });
  }
  void operator()(StatementPutAway const& f) {
    change(record.statements, f.statement, [](StatementRow& row) { row.put_away = true; });
  }

  void operator()(TieDrawn const& f) {
    if (record.ties.contains(f.drawn.tie)) return;
    TieRow row{f.drawn.tie, {}, f.drawn.details, {}, {}, {}};
    row.on(f.drawn.occasion) = f.drawn.standing;
    place(record.ties, std::move(row));
    if (f.visit) place(record.drawn, DrawnRow{f.drawn.tie, {}, *f.visit});
  }
  void operator()(TieChanged const& f) {
    change(record.ties, f.tie, [&](TieRow& row) { row.details = f.details; });
  }
  void operator()(TieMoved const& f) {
    change(record.ties, f.tie, [&](TieRow& row) { row.on(f.occasion) = f.standing; });
  }
  void operator()(TieTakenOff const& f) {
    change(record.ties, f.tie, [&](TieRow& row) { row.on(f.occasion).reset(); });
  }
  void operator()(TiesLinked const& f) { place(record.links, LinkRow{f.link, {}, f.a, f.b}); }
  void operator()(TiesUnlinked const& f) { record.links.erase(f.link); }
  void operator()(CircleFinished const& f) { replace(record.maps, MapRow{f.occasion, {}, f.finished}); }
  void operator()(SentenceShown const& f) {
    auto row = sentence();
    row.shown = f.shown;
    replace(record.sentence, row);
  }
  void operator()(SentenceAnswered const& f) {
    auto row = sentence();
    row.feels = f.feels;
    replace(record.sentence, row);
  }
  SentenceRow sentence() const {
    auto const* row = find(record.sentence, Occasion::everyday);
    return row ? *row : SentenceRow{};
  }

  void operator()(SupportAnswered const& f) { replace(record.supports, SupportRow{f.support, {}, f.enough}); }
  void operator()(HelperAdded const& f) { place(record.helpers, HelperRow{f.support, f.tie, {}}); }
  void operator()(HelperRemoved const& f) { record.helpers.erase({f.support, f.tie}); }
  void operator()(EnjoyedAdded const& f) {
    place(record.enjoyed, EnjoyedRow{f.enjoyed, {}, f.statement, f.sub_category, f.want_back, false});
  }
  void operator()(EnjoyedChanged const& f) {
    change(record.enjoyed, f.enjoyed, [&](EnjoyedRow& row) {
      row.sub_category = f.sub_category;
      row.want_back = f.want_back;
    });
  }
  void operator()(EnjoyedPutAway const& f) {
    change(record.enjoyed, f.enjoyed, [](EnjoyedRow& row) { row.put_away = true; });
  }
  void operator()(PreferenceSet const& f) {
    if (f.answer)
      replace(record.preferences, PreferenceRow{f.theme, {}, *f.answer});
    else
      record.preferences.erase(f.theme);
  }
  void operator()(AccessNeedSet const& f) {
    if (f.level)
      replace(record.access, AccessRow{f.need, {}, *f.level});
    else
      record.access.erase(f.need);
  }
  void operator()(NearSet const& f) { replace(record.near, NearRow{id, {}, f}); }
  void operator()(SuitsSet const& f) { replace(record.suits, SuitsRow{id, {}, f.suits}); }

  void operator()(IdeaChosen const& f) {
    place(record.ideas, IdeaRow{f.idea, {}, f.service, {}, f.name, IdeaState::chosen, event.day_made});
  }
  void operator()(FindAdded const& f) {
    place(record.ideas, IdeaRow{f.idea, {}, {}, f.statement, {}, IdeaState::chosen, event.day_made});
  }
  void operator()(IdeaSetAside const& f) {
    change(record.ideas, f.idea, [](IdeaRow& row) { row.state = IdeaState::set_aside; });
  }
  void operator()(CompanySet const& f) {
    if (f.tie)
      replace(record.company, CompanyRow{f.of, {}, *f.tie});
    else
      record.company.erase(f.of);
  }
  void operator()(ServiceReported const&) {}  // kept in the journal; the curator's list is another stream

  void operator()(GoalPlaced const& f) {
    place(record.goals, GoalRow{f.goal, {}, f.statement, false, event.day_made});
  }
  void operator()(GoalPutAway const& f) {
    change(record.goals, f.goal, [](GoalRow& row) { row.put_away = true; });
  }
  void operator()(StepPlaced const& f) {
    place(record.steps,
          StepRow{f.step, {}, f.statement, f.goal, f.doer, f.due, StepState::not_yet, event.day_made, {}});
  }
  void operator()(StepJoined const& f) { place(record.joined, JoinedRow{f.step, {}, f.idea}); }
  void operator()(StepChanged const& f) {
    change(record.steps, f.step, [&](StepRow& row) {
      row.doer = f.doer;
      row.due = f.due;
    });
  }
  void operator()(StepSet const& f) {
    change(record.steps, f.step, [&](StepRow& row) { row.state = f.state; });
  }
  void operator()(PromisePlaced const& f) {
    place(record.promises, PromiseRow{f.promise, {}, f.statement, f.by, f.due, PromiseState::open});
  }
  void operator()(PromiseSet const& f) {
    change(record.promises, f.promise, [&](PromiseRow& row) { row.state = f.state; });
  }

  void operator()(FollowUpSet const& f) {
    FollowUpRow row;
    row.followup = f.followup;
    row.idea = f.idea;
    row.due = f.due;
    place(record.followups, std::move(row));
  }
  void operator()(FollowUpMoved const& f) {
    change(record.followups, f.followup, [&](FollowUpRow& row) {
      row.due = f.due;
      row.state = FollowUpState::waiting;
    });
  }
  void operator()(FollowUpAnswered const& f) {
    change(record.followups, f.followup, [&](FollowUpRow& row) {
      row.answer = f.answer;
      row.barriers = f.barriers;
      row.helps = f.helps;
      row.answered_on = event.day_made;
      row.kept_on.reset();
      row.state = f.again ? FollowUpState::waiting : FollowUpState::answered;
      if (f.again) row.due = *f.again;
    });
  }
  void operator()(FollowUpStopped const& f) {
    change(record.followups, f.followup, [&](FollowUpRow& row) {
      row.state = FollowUpState::stopped;
      row.answered_on = event.day_made;
    });
  }
  void operator()(FollowUpKept const& f) {
    change(record.followups, f.followup, [&](FollowUpRow& row) {
      row.due = f.again;
      row.kept_on = event.day_made;
      row.answered_on = event.day_made;
    });
  }

  void operator()(TalkRaised const& f) {
    place(record.talk, TalkRow{f.talk, {}, f.about, f.statement, f.subject, false, event.day_made});
  }
  void operator()(TalkSettled const& f) {
    change(record.talk, f.talk, [](TalkRow& row) { row.settled = true; });
  }
  void operator()(MeetingSet const& f) {
    auto const& set = f.as_set;
    replace(record.meetings, MeetingRow{set.meeting, {}, set.day, set.minute, set.where, false});
    std::erase_if(record.meets, [&](auto const& entry) { return entry.second.meeting == set.meeting; });
    for (auto const& party : set.with) place(record.meets, MeetsRow{set.meeting, party, {}});
  }
  void operator()(MeetingCancelled const& f) {
    change(record.meetings, f.meeting, [](MeetingRow& row) { row.cancelled = true; });
  }

  void operator()(VisitOpened const& f) {
    place(record.visits, VisitRow{f.visit, {}, f.with, f.parts, f.until, f.said_aloud, false});
  }
  void operator()(VisitEnded const& f) {
    change(record.visits, f.visit, [](VisitRow& row) { row.ended = true; });
  }
  void operator()(GrantGiven const& f) {
    place(record.grants,
          GrantRow{f.grant, {}, f.to, f.see, f.tell, f.until, f.said_aloud, event.actor, false});
  }
  void operator()(GrantEnded const& f) {
    change(record.grants, f.grant, [](GrantRow& row) { row.ended = true; });
  }

  void operator()(RecordPaused const& f) {
    replace(record.pause, PauseRow{id, {}, f.why, f.keeper, event.day_made, {}});
  }
  void operator()(RecordResumed const&) {
    change(record.pause, id, [&](PauseRow& row) { row.resumed_on = event.day_made; });
  }
  void operator()(ReviewSet const& f) {
    place(record.reviews, ReviewRow{f.review, {}, f.due, ReviewState::waiting, {}});
  }
  void operator()(ReviewMoved const& f) {
    answer_review(f.review, ReviewState::waiting);
    change(record.reviews, f.review, [&](ReviewRow& row) { row.due = f.due; });
  }
  void operator()(ReviewHeld const& f) { answer_review(f.review, ReviewState::held); }
  void operator()(ReviewStopped const& f) { answer_review(f.review, ReviewState::stopped); }
  void answer_review(ReviewAt review, ReviewState state) {
    change(record.reviews, review, [&](ReviewRow& row) {
      row.state = state;
      if (row.due <= event.day_made) row.answered_on = event.day_made;  // it was being asked
    });
  }
  template <class F>
  void operator()(F const& f) requires requires {
    fold(record, id, event, f);
  }
  { fold(record, id, event, f); }
  template <class F>
  void operator()(F const& f) requires requires {
    fold(record, event, f);
  }
  { fold(record, event, f); }
};

template <class Key, class Row>
bool holds(std::map<Key, Row> const& table, std::string_view kind, std::string_view id) {
  if (kind != Row::kind) return false;
  auto const key = parse_id<Key>(id);
  return key && table.contains(*key);
}

}  // namespace

void apply(Record& record, RecordId record_id, Event const& event) {
  if (!event.origin) return std::visit(Folder{record, record_id, event}, event.fact);
  Event first = event;  // as it was written there
  first.command = event.origin->version;
  first.actor = event.origin->author;
  first.day_made = event.origin->day;
  std::visit(Folder{record, record_id, first}, first.fact);
  note_origin(record, event);
}

bool has_row(Record const& record, RowKey const& key) {
  std::string_view const text = key.text;
  auto const colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  auto const kind = text.substr(0, colon), id = text.substr(colon + 1);
  if (kind == SupportRow::kind) return named<Support>(id).has_value();
  if (kind == MapRow::kind) return named<Occasion>(id).has_value();
  if (kind == heading_kind) return named<Heading>(id).has_value();
  if (kind == prompt_kind) return named<Prompt>(id).has_value();
  return holds(record.ties, kind, id) || holds(record.goals, kind, id) || holds(record.steps, kind, id) ||
         holds(record.promises, kind, id) || holds(record.ideas, kind, id) ||
         holds(record.enjoyed, kind, id) || holds(record.followups, kind, id) ||
         holds(record.talk, kind, id) || holds(record.decisions, kind, id);
}

bool has_line(Record const& record, RowKey const& key) {
  std::string_view const text = key.text;
  auto const colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  auto const kind = text.substr(0, colon), id = text.substr(colon + 1);
  return holds(record.statements, kind, id) || holds(record.meetings, kind, id) || has_row(record, key);
}

bool StatementRow::is_head(Version wanted) const {
  for (auto const& worded : versions)
    for (auto const& superseded : worded.supersedes)
      if (superseded == wanted) return false;
  return find(wanted) != nullptr;
}
Worded const* StatementRow::find(Version wanted) const {
  for (auto const& worded : versions)
    if (worded.version == wanted) return &worded;
  return nullptr;
}
std::vector<Worded const*> StatementRow::heads() const {
  std::map<Version, Worded const*> left;
  for (auto const& worded : versions) left.emplace(worded.version, &worded);
  for (auto const& worded : versions)
    for (auto const& superseded : worded.supersedes) left.erase(superseded);
  std::vector<Worded const*> heads;
  for (auto const& entry : left) heads.push_back(entry.second);
  return heads;
}

}  // namespace kith
