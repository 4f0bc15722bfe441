#include "core/sharing/sight.hpp"

#include <algorithm>
#include <set>

namespace kith {
namespace {

// SH3: whose work can be in a record at all. A curator and an administrator read none.
bool may_be_let_in(Role role) { return role == Role::practitioner || role == Role::supporter; }

void end_by(std::optional<Instant>& until, std::optional<Instant> end) {
  if (end && (!until || *end < *until)) until = end;
}

// Copies the rows of one table that pass `seen`.
template <class TableType, class Seen>
void keep(TableType const& from, TableType& to, Seen&& seen) {
  for (auto const& entry : from)
    if (seen(entry.second)) to.emplace_hint(to.end(), entry);
}

// Decides row by row. Tables are visited in an order in which what a row refers to has been decided before
// it.
class Restriction {
 public:
  Restriction(Record const& whole, Sight const& sight) : whole_(whole), sight_(sight) {}

  Record make() {
    if (!sight_.any()) return {};
    together();
    circle();
    matters();
    ideas();
    plan();
    talk();
    messages();
    sharing();
    statements();
    agreement();
    copied();
    members();
    return std::move(shown_);
  }

 private:
  bool sees(Part part) const { return sight_.sees(part); }
  // A tie a row names must be seen; an account or the person is no secret to who is let in.
  bool sees(Party const& party) const {
    auto const tie = party.tie();
    return !tie || shown_.ties.contains(*tie);
  }
  // A row whose words are not seen is not seen (SH1). Every version of a statement has one voice (ST3).
  bool hears(StatementId id) const {
    auto const* row = find(whole_.statements, id);
    return !row || hears(*row);
  }
  bool hears(StatementRow const& row) const {
    return std::ranges::all_of(row.versions, [&](Worded const& worded) { return sees(worded.voice); });
  }
  // SU13: what a supporter told stays before them while they may tell there.
  bool told(StatementRow const& row) const {
    return sight_.supporter && sight_.tell.has(part_of(row.place)) && !row.versions.empty() &&
           row.versions.front().voice == sight_.voice();
  }
  bool told(StatementId id) const {
    auto const* row = find(whole_.statements, id);
    return row && told(*row);
  }
  bool drawing(Part part) const { return sight_.person || sight_.drawing.has(part); }

  void together() {
    keep(whole_.person, shown_.person, [](PersonRow const&) { return true; });
    keep(whole_.reach, shown_.reach,
         [&](ReachRow const&) { return sees(Part::together) && !sight_.supporter; });
    keep(whole_.code, shown_.code, [&](CodeRow const&) { return sight_.person || sight_.keeps_sharing; });
  }
  void circle() {
    bool const seen = sees(Part::circle);
    keep(whole_.maps, shown_.maps, [&](MapRow const&) { return seen; });
    keep(whole_.sentence, shown_.sentence, [&](SentenceRow const&) { return seen; });
    keep(whole_.ties, shown_.ties, [&](TieRow const& row) {
      auto const* drawn = find(whole_.drawn, row.tie);
      bool const drawn_here = sight_.visit && drawn && drawn->visit == *sight_.visit;
      return seen && (!row.details.is_private || sight_.person || drawn_here);  // SH4
    });
    keep(whole_.links, shown_.links,
         [&](LinkRow const& row) { return shown_.ties.contains(row.a) && shown_.ties.contains(row.b); });
  }
  void matters() {
    bool const seen = sees(Part::matters);
    keep(whole_.supports, shown_.supports, [&](SupportRow const&) { return seen; });
    keep(whole_.helpers, shown_.helpers,
         [&](HelperRow const& row) { return seen && shown_.ties.contains(row.tie); });
    keep(whole_.enjoyed, shown_.enjoyed, [&](EnjoyedRow const& row) { return seen && hears(row.statement); });
    keep(whole_.preferences, shown_.preferences, [&](PreferenceRow const&) { return seen; });
    keep(whole_.access, shown_.access, [&](AccessRow const&) { return seen; });
    keep(whole_.suits, shown_.suits, [&](SuitsRow const&) { return seen; });
    keep(whole_.near, shown_.near,
         [&](NearRow const&) { return drawing(Part::ideas); });  // SH5: a place is not shared
  }
  void ideas() {
    bool const seen = sees(Part::ideas);
    keep(whole_.ideas, shown_.ideas,
         [&](IdeaRow const& row) { return seen && (!row.statement || hears(*row.statement)); });
    keep(whole_.handed, shown_.handed, [&](HandedRow const&) { return seen; });
    keep(whole_.followups, shown_.followups, [&](FollowUpRow const& row) {
      return drawing(Part::ideas) && shown_.ideas.contains(row.idea);
    });  // SH6
  }
  void plan() {
    bool const seen = sees(Part::plan);
    keep(whole_.goals, shown_.goals, [&](GoalRow const& row) { return seen && hears(row.statement); });
    keep(whole_.steps, shown_.steps, [&](StepRow const& row) {
      bool const under_a_hidden_goal = row.goal && !shown_.goals.contains(*row.goal);
      return seen && sees(row.doer) && hears(row.statement) && !under_a_hidden_goal;
    });
    keep(whole_.telling, shown_.telling, [&](TellingRow const& row) {
      return shown_.steps.contains(row.step) && sees(row.doer) && (!row.teller || sees(*row.teller));
    });
    keep(whole_.joined, shown_.joined, [&](JoinedRow const& row) {
      return shown_.steps.contains(row.step) && shown_.ideas.contains(row.idea);
    });
    keep(whole_.promises, shown_.promises,
         [&](PromiseRow const& row) { return seen && sees(row.by) && hears(row.statement); });
    keep(whole_.decisions, shown_.decisions, [&](DecisionRow const& row) {
      auto const heard = [&](StatementId id) { return hears(id); };
      return seen && hears(row.asked) && std::ranges::all_of(row.options, heard);  // DE9
    });
    keep(whole_.company, shown_.company,
         [&](CompanyRow const& row) { return shown_.ties.contains(row.tie) && has_row(shown_, row.of); });
  }
  void talk() {
    bool const seen = sees(Part::together);
    keep(whole_.talk, shown_.talk, [&](TalkRow const& row) {
      return (seen || (row.statement && told(*row.statement))) && (!row.statement || hears(*row.statement));
    });
    keep(whole_.meetings, shown_.meetings, [&](MeetingRow const&) { return seen; });
    keep(whole_.meets, shown_.meets, [&](MeetsRow const& row) { return seen && sees(row.party); });
    keep(whole_.pause, shown_.pause, [&](PauseRow const&) { return seen; });
    keep(whole_.reviews, shown_.reviews, [&](ReviewRow const&) { return seen; });
  }
  void messages() {  // MS3: the person, the writer, the typist and whom it names
    keep(whole_.messages, shown_.messages, [&](MessageRow const& row) {
      auto const* answered = row.answers ? find(whole_.messages, *row.answers) : nullptr;
      return reads(row) && (!answered || reads(*answered));
    });
    keep(whole_.opened, shown_.opened,
         [&](OpenedRow const& row) { return shown_.messages.contains(row.message); });
  }
  void copied() {
    keep(whole_.joining, shown_.joining, [&](JoiningRow const& row) {
      return kind_of(row.row) == closed_kind || has_line(shown_, row.row);  // JO6: not with which record
    });
    keep(whole_.copied, shown_.copied, [&](CopiedRow const& row) { return has_line(shown_, row.row); });
  }
  bool reads(MessageRow const& row) const {
    auto const own = sight_.voice();
    bool const theirs = row.voice == own || row.typed_by == sight_.account || row.names(own);
    return (sight_.person || theirs) && sees(row.voice);
  }
  void sharing() {  // SH7: everybody else sees only their own grants and visits
    keep(whole_.visits, shown_.visits, [&](VisitRow const& row) {
      return sight_.person || std::ranges::find(row.with, sight_.account) != row.with.end();
    });
    keep(whole_.grants, shown_.grants, [&](GrantRow const& row) {
      return sight_.person || sight_.keeps_sharing || row.to == sight_.account;
    });
    keep(whole_.invitations, shown_.invitations,
         [&](InvitationRow const&) { return sight_.person; });  // SU11
    keep(whole_.drawn, shown_.drawn, [&](DrawnRow const& row) {
      return shown_.ties.contains(row.tie) && shown_.visits.contains(row.visit);
    });
  }
  void statements() {
    keep(whole_.statements, shown_.statements, [&](StatementRow const& row) {
      return !is_beside_a_line(row) && stands_in_sight(row) && hears(row);
    });
  }
  static bool is_beside_a_line(StatementRow const& row) {
    return row.place == Place::own_view || row.place == Place::proposed;
  }
  void agreement() {  // AG7, AG11: with the line, and a proposal only between whom it concerns
    keep(whole_.stances, shown_.stances,
         [&](StanceRow const& row) { return shown_.statements.contains(row.statement) && sees(row.party); });
    keep(whole_.proposals, shown_.proposals, [&](ProposalRow const& row) {
      auto const* line = find(shown_.statements, row.statement);
      if (!line || !sees(row.by) || !hears(row.offered)) return false;
      bool const theirs = row.by == sight_.voice() || line->versions.front().voice == sight_.voice();
      return theirs || drawing(part_of(whole_, *line));
    });
    for (auto const& [id, row] : whole_.statements) {
      if (!is_beside_a_line(row) || !hears(row)) continue;
      auto const line = line_of(shown_, row);
      bool const is_shown = line && shown_.statements.contains(*line);
      if (is_shown) shown_.statements.emplace(id, row);
    }
  }
  // SH13: somebody is named only to those who see something they said, typed, do or come to.
  void members() {
    std::set<AccountId> named{sight_.account};
    auto const name = [&](Party const& party) {
      if (auto const account = party.account()) named.insert(*account);
    };
    for (auto const& entry : shown_.person) named.insert(entry.second.starter);
    for (auto const& entry : shown_.steps) name(entry.second.doer);
    for (auto const& entry : shown_.promises) name(entry.second.by);
    for (auto const& entry : shown_.meets) name(entry.second.party);
    for (auto const& entry : shown_.messages) {
      auto const& row = entry.second;
      name(row.voice), named.insert(row.typed_by), std::ranges::for_each(row.to, name);
      if (row.settled_by) named.insert(*row.settled_by);
    }
    for (auto const& entry : shown_.handed) named.insert(entry.second.by);
    for (auto const& entry : shown_.opened) named.insert(entry.second.account);
    for (auto const& entry : shown_.telling) {
      if (entry.second.teller) name(*entry.second.teller);
      if (entry.second.told_by) named.insert(*entry.second.told_by);
    }
    for (auto const& entry : shown_.copied) named.insert(entry.second.account);
    for (auto const& entry : shown_.grants) named.insert({entry.second.to, entry.second.typed_by});
    for (auto const& entry : shown_.visits) named.insert(entry.second.with.begin(), entry.second.with.end());
    for (auto const& entry : shown_.pause)
      if (entry.second.keeper) named.insert(*entry.second.keeper);
    for (auto const& entry : shown_.stances) name(entry.second.party), named.insert(entry.second.typed_by);
    for (auto const& entry : shown_.proposals) name(entry.second.by);
    for (auto const& entry : shown_.decisions)
      for (auto const& answer : entry.second.answers) named.insert(answer.typed_by);
    for (auto const& entry : shown_.statements) {
      for (auto const& worded : entry.second.versions) name(worded.voice), named.insert(worded.typed_by);
    }
    keep(whole_.members, shown_.members,
         [&](MemberRow const& row) { return sight_.person || named.contains(row.account); });
    keep(whole_.supporters, shown_.supporters, [&](SupporterRow const& row) {  // SU6
      return shown_.ties.contains(row.tie) && shown_.members.contains(row.account);
    });
  }
  // A statement is seen where it stands: with the row it is the words of, or in its part.
  bool stands_in_sight(StatementRow const& row) const {
    if (row.place == Place::prepared) return sight_.person;  // ST12
    if (row.about && !has_row(shown_, *row.about)) return false;
    return row.place == Place::follow_up ? drawing(Part::ideas) : sees(part_of(row.place)) || told(row);
  }

  Record const& whole_;
  Sight const& sight_;
  Record shown_;
};

}  // namespace

Sight sight_of(Record const& record, Reader const& reader, Instant now) {
  Sight sight;
  sight.account = reader.account;
  sight.supporter = reader.role == Role::supporter;
  auto const* whose = record.whose();
  if (!whose) return sight;
  auto const* pause = record.pausing();
  if (pause && pause->closes()) {  // PS5
    if (pause->keeper != reader.account) return sight;
    sight.see = sight.tell = set_of(Part::together);
  }
  if (whose->account == reader.account) {
    sight.person = true;
    sight.see = sight.tell = sight.drawing = every_part;
    return sight;
  }
  if (!may_be_let_in(reader.role)) return sight;
  for (auto const& [id, grant] : record.grants) {
    if (grant.to != reader.account || !grant.holds(now)) continue;
    sight.see = sight.see | grant.see;
    sight.tell = sight.tell | grant.tell;
    end_by(sight.until, grant.until);
  }
  for (auto const& [id, visit] : record.visits) {
    if (sight.supporter) break;  // SU7: they are in no visit
    if (!visit.is_open(now) || std::ranges::find(visit.with, reader.account) == visit.with.end()) continue;
    sight.visit = id;
    sight.see = sight.see | visit.parts.with(Part::together);
    sight.drawing = sight.drawing | visit.parts.with(Part::together);
    sight.keeps_sharing = !whose->account;
    end_by(sight.until, visit.until);
  }
  if (record.is_closed()) sight.tell = sight.drawing = {};  // JO5: it is read, and takes nothing new
  return sight;
}

Record restrict(Record const& whole, Sight const& sight) { return Restriction(whole, sight).make(); }

Instant keep_until(Sight const& sight, Role role, Instant now) {
  auto const days = sight.person                 ? keep_days_person
                    : role == Role::practitioner ? keep_days_practitioner
                                                 : keep_days_supporter;
  Instant const end{now.ms + days * day_ms};
  return sight.until && *sight.until < end ? *sight.until : end;
}

}  // namespace kith
