#include "core/joining/join.hpp"

#include <algorithm>
#include <set>

#include "core/record/desk.hpp"

namespace kith {
namespace {

// Collects the living rows of one record. What refers to something comes after it.
class Copier {
 public:
  Copier(Record const& shown, RecordId from, WrittenBy const& written)
      : shown_(shown), from_(from), written_(written) {}

  std::vector<Copy> make() {
    for (auto const& [id, row] : shown_.members) add(row, MemberNamed{id, row.name, row.role}, false);
    for (auto const& entry : shown_.ties) tie(entry.second);
    for (auto const& [id, row] : shown_.links) add(row, TiesLinked{{row.link, row.a, row.b}});
    for (auto const& entry : shown_.goals) goal(entry.second);
    for (auto const& entry : shown_.ideas) idea(entry.second);
    for (auto const& entry : shown_.steps) step(entry.second);
    for (auto const& entry : shown_.promises) promise(entry.second);
    for (auto const& entry : shown_.enjoyed) enjoyed(entry.second);
    for (auto const& [id, row] : shown_.handed)
      if (!row.put_away) add(row, CollectionHanded{{row.handing, row.title, row.lines}});
    for (auto const& entry : shown_.talk) talk(entry.second);
    for (auto const& entry : shown_.meetings) meeting(entry.second);
    for (auto const& [id, row] : shown_.helpers) add(row, HelperAdded{{row.support, row.tie}});
    for (auto const& entry : shown_.statements)
      if (stands_alone(entry.second.place)) words(entry.second);
    for (auto const& entry : shown_.decisions) decision(entry.second);
    for (auto const& entry : shown_.stances) stance(entry.second);
    return std::move(copies_);
  }

 private:
  static bool stands_alone(Place place) {
    return place == Place::helps || place == Place::wish || place == Place::sentence ||
           place == Place::about_me || place == Place::good_help || place == Place::prepared ||
           place == Place::reason;
  }

  // JO3: every wording that stands, each by whoever said it; nothing that was put away or disowned.
  bool words(StatementRow const& row) {
    auto heads = row.put_away ? std::vector<Worded const*>() : row.heads();
    std::erase_if(heads, [](auto const* head) { return head->disowned; });
    // The first words of a line supersede nothing, and no others under its id may come before them.
    std::ranges::stable_partition(heads, [](auto const* head) { return head->supersedes.empty(); });
    for (auto const* head : heads) {
      wordings_.emplace(row.statement, head->version);
      Origin origin{from_, head->typed_by, head->said_on, head->version, key_of_row(row)};
      copies_.push_back(
          {std::move(origin), StatementWorded{{row.statement, head->words, head->confirmed, head->language},
                                              row.place,
                                              row.about,
                                              head->supersedes,
                                              head->voice}});
    }
    return !heads.empty();
  }
  bool words(StatementId id) {
    auto const* row = find(shown_.statements, id);
    return row && words(*row);
  }

  void tie(TieRow const& row) {
    bool const everyday = row.everyday.has_value();
    auto const& standing = everyday ? row.everyday : row.hard_times;
    auto const occasion = everyday ? Occasion::everyday : Occasion::hard_times;
    add(row, TieDrawn{{row.tie, row.details, occasion, standing.value_or(Standing{})}, {}});
    if (!standing) add(row, TieTakenOff{{row.tie, occasion}}, false);  // still named by a line
    if (everyday && row.hard_times)
      add(row, TieMoved{{row.tie, Occasion::hard_times, *row.hard_times}}, false);
  }
  void goal(GoalRow const& row) {
    if (!row.put_away && words(row.statement)) add(row, GoalPlaced{row.goal, row.statement});
  }
  void idea(IdeaRow const& row) {
    if (row.state != IdeaState::chosen) return;
    if (row.service)
      add(row, IdeaChosen{row.idea, *row.service, row.name});
    else if (row.statement && words(*row.statement))
      add(row, FindAdded{row.idea, *row.statement});
    for (auto const& [id, followup] : shown_.followups)
      if (followup.idea == row.idea && followup.state == FollowUpState::waiting)
        add(followup, FollowUpSet{id, row.idea, followup.due});
  }
  void step(StepRow const& row) {
    if (row.state == StepState::put_away || !words(row.statement)) return;
    auto const* goal = row.goal ? find(shown_.goals, *row.goal) : nullptr;
    auto const under = goal && !goal->put_away ? row.goal : std::nullopt;
    add(row, StepPlaced{row.step, under, row.statement, row.doer, row.due});
    if (row.state != StepState::not_yet) add(row, StepSet{{row.step, row.state}}, false);
    auto const* joined = find(shown_.joined, row.step);
    auto const* idea = joined ? find(shown_.ideas, joined->idea) : nullptr;
    if (idea && idea->state == IdeaState::chosen) add(*joined, StepJoined{row.step, joined->idea});
  }
  void promise(PromiseRow const& row) {
    if (!words(row.statement)) return;
    add(row, PromisePlaced{row.promise, row.statement, row.by, row.due});
    if (row.state != PromiseState::open) add(row, PromiseSet{{row.promise, row.state}}, false);
  }
  void enjoyed(EnjoyedRow const& row) {
    if (!row.put_away && words(row.statement))
      add(row, EnjoyedAdded{row.enjoyed, row.statement, row.sub_category, row.want_back});
  }
  void talk(TalkRow const& row) {
    if (row.settled || (row.statement && !words(*row.statement))) return;
    add(row, TalkRaised{row.talk, row.about, row.statement, row.subject});
  }
  // What was said of a wording that stands goes with it; an offer is answered where it was made.
  void stance(StanceRow const& row) {
    if (!wordings_.contains({row.statement, row.line})) return;
    auto const own = row.own && words(*row.own) ? row.own : std::nullopt;
    add(row, StanceTaken{row.statement, row.line, row.stance, row.party, own, row.confirmed});
  }
  void decision(DecisionRow const& row) {
    if (row.put_away || !words(row.asked)) return;
    DecisionPlaced placed{row.decision, row.asked, {}};
    for (auto const option : row.options)
      if (words(option)) placed.options.push_back(option);
    add(row, std::move(placed));
    for (auto const& one : row.answers) {
      auto const answer = one.words && words(*one.words) ? one.words : std::nullopt;
      add(row, DecisionAnswered{row.decision, one.choice, one.option, answer, one.confirmed}, false);
    }
  }
  void meeting(MeetingRow const& row) {
    if (row.cancelled) return;
    SetMeeting set{row.meeting, row.day, row.minute, row.where, {}};
    for (auto const& [id, meets] : shown_.meets)
      if (meets.meeting == row.meeting) set.with.push_back(meets.party);
    add(row, MeetingSet{std::move(set)});
  }

  template <class Row>
  static RowKey key_of_row(Row const& row) {
    return RowKey{key_of(Row::kind, text_of(row.id()))};
  }
  template <class Row>
  void add(Row const& row, Fact fact, bool makes_row = true) {
    auto const spot = written_.find(row.version);
    auto const written = spot == written_.end() ? Written{} : spot->second;
    Origin origin{from_, written.by, written.on, row.version, {}};
    if (makes_row) origin.row = key_of_row(row);
    copies_.push_back({std::move(origin), std::move(fact)});
  }

  Record const& shown_;
  RecordId from_;
  WrittenBy const& written_;
  std::vector<Copy> copies_;
  std::set<std::pair<StatementId, Version>> wordings_;  // those among the copies
};

// JO1: everything of it is drawn together now, so that nothing is left behind unread.
bool is_open_whole(JoinSide const& side, Context const& here) {
  auto const sight = sight_of(side.shown, here.reader, here.now);
  return sight.person || sight.drawing.covers(every_part);
}

bool has_room(std::vector<Copy> const& copies, Record const& kept) {
  auto const made = [&](std::string_view kind) {
    return std::ranges::count_if(
        copies, [&](Copy const& copy) { return copy.origin.row && kind_of(*copy.origin.row) == kind; });
  };
  bool fits = copies.size() <= copies_per_join_max;
  each_table(kept, [&](auto const& table) {
    using Row = typename std::remove_cvref_t<decltype(table)>::mapped_type;
    auto const most = Row::kind == StatementRow::kind ? statements_per_record_max
                      : Row::kind == TieRow::kind     ? ties_per_circle_max
                      : Row::kind == LinkRow::kind    ? links_per_circle_max
                                                      : things_per_kind_max;
    fits = fits && table.size() + static_cast<std::size_t>(made(Row::kind)) <= most;
  });
  return fits;
}

class Signer {
 public:
  Signer(JoinAsk const& ask, Context const& here)
      : ask_(ask), here_(here), day_(day_made({ask.id, ask.made_at, ask.offset_min, {}, {}, {}}, here.now)) {}

  void write(std::vector<Event>& to, Fact fact, std::optional<Origin> origin = {}) {
    to.push_back({ask_.id, static_cast<std::uint32_t>(to.size()), here_.reader.account, ask_.made_at, day_,
                  std::move(fact), std::move(origin)});
  }

 private:
  JoinAsk const& ask_;
  Context const& here_;
  Day day_;
};

}  // namespace

WrittenBy written_by(std::vector<Event> const& events) {
  WrittenBy written;
  for (auto const& event : events) {
    auto const& origin = event.origin;
    auto const first = origin ? Written{origin->author, origin->day} : Written{event.actor, event.day_made};
    written.try_emplace(origin ? origin->version : event.command, first);
  }
  return written;
}

std::vector<Copy> copies_of(Record const& shown, RecordId from, WrittenBy const& written) {
  return Copier(shown, from, written).make();
}

std::optional<Refusal> why_not_joined(JoinSide const& old, JoinSide const& kept, Context const& here) {
  if (!old.shown.has_started() || !kept.shown.has_started()) return not_there();
  bool const open = !old.shown.is_closed() && !kept.shown.is_closed();
  bool const quiet = old.shown.pausing() || kept.shown.pausing();
  bool const old_signs_in = old.shown.whose()->account.has_value();
  if (old.id == kept.id || !open || quiet || old_signs_in) return refuse("JO2");
  if (!is_open_whole(old, here) || !is_open_whole(kept, here)) return refuse("JO1");
  return std::nullopt;
}

std::variant<Refusal, Joined> decide_join(JoinAsk const& ask, JoinSide const& old, JoinSide const& kept,
                                          WrittenBy const& written, Context const& here) {
  Signer signer(ask, here);
  Joined joined;
  if (ask.undo) {
    if (!old.shown.has_started() || !kept.shown.has_started()) return not_there();
    if (!old.shown.is_closed() || !old.as_the_join_left_it || !kept.as_the_join_left_it) return refuse("JO8");
    if (!is_open_whole(kept, here)) return refuse("JO1");
    signer.write(joined.kept, RecordParted{old.id});
    signer.write(joined.old, RecordReopened{kept.id});
    return joined;
  }
  if (auto refusal = why_not_joined(old, kept, here)) return std::move(*refusal);
  if (!ask.said_aloud) return refuse("JO1");
  auto copies = copies_of(old.shown, old.id, written);
  if (!has_room(copies, kept.shown)) return refuse("JO9");
  signer.write(joined.kept, RecordJoined{old.id});
  for (auto& copy : copies) {
    auto const* name = std::get_if<MemberNamed>(&copy.fact);
    if (name && kept.shown.members.contains(name->account)) continue;
    signer.write(joined.kept, std::move(copy.fact), std::move(copy.origin));
  }
  signer.write(joined.old, RecordClosed{kept.id});
  return joined;
}

std::vector<AccountId> who_lost_sight(Record const& old_shown, Record const& kept_shown, AccountId reader,
                                      Instant now) {
  std::set<AccountId> still;
  for (auto const& [id, grant] : kept_shown.grants)
    if (grant.holds(now)) still.insert(grant.to);
  std::set<AccountId> lost;
  for (auto const& [id, grant] : old_shown.grants)
    if (grant.holds(now) && grant.to != reader && !still.contains(grant.to)) lost.insert(grant.to);
  return {lost.begin(), lost.end()};
}

}  // namespace kith
