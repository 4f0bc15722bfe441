#include "core/paper/whole_record.hpp"

#include <algorithm>

#include "core/agreement/stance_words.hpp"
#include "core/paper/html.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

constexpr std::string_view style = R"(
html { font: 1rem/1.5 "Atkinson Hyperlegible Next", "Noto Sans", "DejaVu Sans", sans-serif }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: #1c1b18; background: #fff }
h1, h2 { line-height: 1.25 }
h2 { margin-top: 2.2rem; border-bottom: 1px solid #777 }
article { margin: 0 0 1.4rem }
.words { white-space: pre-line; overflow-wrap: anywhere; margin: 0 }
.by, .earlier { color: #444; font-size: .9rem; margin: 0 }
.version { border-left: .3rem solid #777; padding-left: .8rem; margin: 0 0 .6rem }
.earlier + .version { border-left-style: dotted }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .2rem 1rem; margin: 0 }
dt { font-weight: 700; overflow-wrap: anywhere } dd { margin: 0; overflow-wrap: anywhere }
)";

class Writer {
 public:
  Writer(Record const& record, Catalogue const& catalogue) : record_(record), catalogue_(catalogue) {}
  std::string write(std::vector<Looked> const& looks, Day today);

 private:
  std::string words(std::string const& key, std::vector<MessageArg> args = {}) const {
    return say({key, std::move(args)}, catalogue_);
  }
  template <Named E>
  std::string named_word(char const* subject, E value) const {
    return words(subject + std::string(name_of(value)));
  }
  template <Named E, class Set>
  std::string all_of(char const* subject, Set const& set) const {
    std::vector<std::string> items;
    for (std::size_t n = 0; n < count_of<E>; ++n)
      if (set.has(static_cast<E>(n))) items.push_back(named_word(subject, static_cast<E>(n)));
    return join_list(catalogue_.language(), items);
  }
  template <Named E>
  std::string list_of(char const* subject, NameSet<E> set) const {
    return all_of<E>(subject, set);
  }
  std::string list_of(char const* subject, SupportSet set) const { return all_of<Support>(subject, set); }
  std::string day(Day one) const { return day_in_words(one, catalogue_); }
  std::string person() const { return record_.whose() ? record_.whose()->name.text : std::string(); }
  std::string name_of_account(AccountId) const;
  std::string name_of_party(Party const&) const;
  std::string name_of_tie(TieId id) const {
    auto const* tie = find(record_.ties, id);
    return tie ? tie->details.name.text : words("export.somebody");
  }
  std::string words_of(StatementId) const;

  void begin(char const* heading) { html_.raw("<section>\n").element("h2", words(heading)); }
  void end() { html_.raw("</section>\n"); }
  void line(std::string const& name, std::vector<std::string> const& facts);
  template <class Rows, class Write>
  void list(char const* heading, Rows const& rows, Write write) {
    if (rows.empty()) return;
    begin(heading), html_.raw("<dl>\n");
    for (auto const& entry : rows) write(entry.second);
    html_.raw("</dl>\n"), end();
  }

  void write_place(Place);
  void write_version(StatementRow const&, Worded const&);
  void write_agreement(StatementRow const&);
  void write_circle();
  void write_matters();
  void write_ideas();
  void write_handed();
  void write_plan();
  void write_meetings();
  void write_sharing();
  void write_looks(std::vector<Looked> const&);

  Record const& record_;
  Catalogue const& catalogue_;
  Html html_;
};

std::string Writer::name_of_account(AccountId id) const {
  if (record_.whose() && record_.whose()->account == id) return person();
  auto const* member = find(record_.members, id);
  return member ? member->name.text : words("export.somebody");
}

std::string Writer::name_of_party(Party const& party) const {
  if (party.is_person()) return person();
  if (auto const tie = party.tie()) return name_of_tie(*tie);
  return name_of_account(*party.account());
}

std::string Writer::words_of(StatementId id) const {
  auto const* statement = find(record_.statements, id);
  std::string text;
  for (auto const* head : statement ? statement->heads() : std::vector<Worded const*>())
    text += (text.empty() ? "" : " / ") + head->words.text;
  return text;
}

void Writer::line(std::string const& name, std::vector<std::string> const& facts) {
  std::string text;
  for (auto const& fact : facts)
    if (!fact.empty()) text += (text.empty() ? "" : " · ") + fact;
  html_.element("dt", name).element("dd", text);
}

void Writer::write_version(StatementRow const& statement, Worded const& version) {
  auto const whose = words("words.whose", {{"name", name_of_party(version.voice)}});
  auto const typist = name_of_account(version.typed_by);
  bool const own = typist == name_of_party(version.voice);
  auto by = own ? whose : words("words.typed_by", {{"whose", whose}, {"name", typist}});
  by += " · " + day(version.said_on);
  if (version.confirmed) by += " · " + named_word("words.confirmed.", *version.confirmed);
  if (version.disowned) by += " · " + words("words.disowned", {{"name", person()}});
  if (!statement.is_head(version.version)) html_.element("p class=\"earlier\"", words("export.earlier"));
  html_.raw("<div class=\"version\">\n").element("p class=\"words\"", version.words.text);
  html_.element("p class=\"by\"", by).raw("</div>\n");
}

// The newest first, and what it took the place of below.
void Writer::write_place(Place place) {
  bool begun = false;
  for (auto const& [id, statement] : record_.statements) {
    if (statement.place != place) continue;
    if (!begun) begin(("export.place." + std::string(name_of(place))).c_str()), begun = true;
    html_.raw("<article>\n");
    if (statement.put_away) html_.element("p class=\"by\"", words("step_state.put_away"));
    for (auto version = statement.versions.rbegin(); version != statement.versions.rend(); ++version)
      write_version(statement, *version);
    write_agreement(statement);
    html_.raw("</article>\n");
  }
  if (begun) end();
}

// What each made of the line, of which words; and of words that stand beside one, which line that is.
void Writer::write_agreement(StatementRow const& statement) {
  auto const by = [&](std::string const& text) { html_.element("p class=\"by\"", text); };
  if (auto const line = line_of(record_, statement))
    by(words("export.about_line", {{"line", words_of(*line)}}));
  auto at = record_.stances.lower_bound({statement.statement, {}});
  for (; at != record_.stances.end() && at->second.statement == statement.statement; ++at) {
    auto const& row = at->second;
    auto said = said_of(row.stance, name_of_party(row.party), catalogue_);
    if (!statement.is_head(row.line)) said = words("agreement.earlier", {{"said", said}});
    by(said + " · " + day(row.on));
  }
  for (auto const& [id, row] : record_.proposals) {
    if (row.offered != statement.statement) continue;
    by(words("export.offered_by", {{"name", name_of_party(row.by)}}) + " · " + day(row.made_on) + " · " +
       named_word("proposal_state.", row.state));
  }
}

void Writer::write_circle() {
  list("page.circle", record_.ties, [&](TieRow const& tie) {
    std::vector<std::string> facts{named_word("kind.", tie.details.kind)};
    if (tie.details.relation) facts.push_back(tie.details.relation->text);
    if (tie.details.frequency) facts.push_back(named_word("frequency.", *tie.details.frequency));
    facts.push_back(list_of("gives.", tie.details.gives));
    facts.push_back(list_of("gets.", tie.details.gets));
    for (auto const occasion : {Occasion::everyday, Occasion::hard_times}) {
      if (auto const& standing = tie.on(occasion))
        facts.push_back(named_word("occasion.", occasion) + ": " +
                        words("ring." + std::to_string(number_of(standing->ring))));
    }
    if (tie.details.is_private) facts.push_back(words("export.private"));
    line(tie.details.name.text, facts);
  });
}

void Writer::write_matters() {
  list("export.supports", record_.supports, [&](SupportRow const& row) {
    std::vector<std::string> facts{named_word("enough.", row.enough)};
    for (auto const& [id, helper] : record_.helpers)
      if (helper.support == row.support) facts.push_back(name_of_tie(helper.tie));
    line(named_word("support.", row.support), facts);
  });
  list("export.preferences", record_.preferences, [&](PreferenceRow const& row) {
    line(named_word("theme.", row.theme), {named_word("preference.", row.answer)});
  });
  list("export.access", record_.access, [&](AccessRow const& row) {
    line(named_word("need.", row.need), {named_word("need_level.", row.level)});
  });
  list("export.suits", record_.suits, [&](SuitsRow const& row) {
    auto const& it = row.suits;
    line(it.pay ? named_word("suits.pay.", *it.pay) : std::string(),
         {list_of("day.weekday.", it.days), list_of("suits.part.", it.parts),
          it.group ? named_word("suits.group.", *it.group) : std::string(),
          it.going ? named_word("suits.going.", *it.going) : std::string()});
  });
  list("export.near", record_.near, [&](NearRow const& row) {
    line(words("export.place_label"), {row.near.label ? row.near.label->text : std::string()});
    if (row.near.age) line(words("matters.age.label"), {std::to_string(*row.near.age)});
  });
}

void Writer::write_ideas() {
  list("export.ideas", record_.ideas, [&](IdeaRow const& idea) {
    std::vector<std::string> facts{words("export.chosen_on", {{"day", day(idea.chosen_on)}})};
    if (idea.state == IdeaState::set_aside) facts.push_back(words("export.set_aside"));
    for (auto const& [id, row] : record_.followups) {
      if (row.idea != idea.idea || !row.answer) continue;
      facts.push_back(named_word("answer.", *row.answer) +
                      (row.answered_on ? ", " + day(*row.answered_on) : ""));
      facts.push_back(list_of("barrier.", row.barriers));
      facts.push_back(list_of("help.", row.helps));
    }
    line(idea.statement ? words_of(*idea.statement) : idea.name.text, facts);
  });
}

void Writer::write_handed() {
  list("export.handed", record_.handed, [&](HandedRow const& row) {
    std::vector<std::string> facts{words("export.handed_by", {{"name", name_of_account(row.by)}})};
    for (auto const& one : row.lines)
      facts.push_back(one.words ? one.name.text + ": " + one.words->text : one.name.text);
    line(row.title.text, facts);
  });
}

void Writer::write_plan() {
  list("export.steps", record_.steps, [&](StepRow const& step) {
    line(words_of(step.statement),
         {words("plan.doer", {{"name", name_of_party(step.doer)}}), named_word("step_state.", step.state),
          step.due ? words("plan.due", {{"day", day(*step.due)}}) : std::string()});
  });
  list("export.promises", record_.promises, [&](PromiseRow const& promise) {
    line(words_of(promise.statement),
         {name_of_party(promise.by), named_word("promise_state.", promise.state),
          promise.due ? words("plan.due", {{"day", day(*promise.due)}}) : std::string()});
  });
}

void Writer::write_meetings() {
  list("export.meetings", record_.meetings, [&](MeetingRow const& meeting) {
    std::vector<std::string> facts;
    if (meeting.minute) facts.push_back(minute_in_words(*meeting.minute, catalogue_));
    if (meeting.where) facts.push_back(meeting.where->text);
    for (auto const& [id, meets] : record_.meets)
      if (meets.meeting == meeting.meeting) facts.push_back(name_of_party(meets.party));
    if (meeting.cancelled) facts.push_back(words("export.called_off"));
    line(day(meeting.day), facts);
  });
}

void Writer::write_sharing() {
  list("page.sharing", record_.grants, [&](GrantRow const& grant) {
    line(name_of_account(grant.to), {list_of("part.name.", grant.see), list_of("part.name.", grant.tell),
                                     grant.ended ? words("export.ended") : std::string()});
  });
  list("supporters.title", record_.supporters, [&](SupporterRow const& row) {
    line(name_of_party(Party::of(row.tie)), {name_of_account(row.account)});
  });
  list("export.invitations", record_.invitations, [&](InvitationRow const& row) {
    line(name_of_party(Party::of(row.tie)),
         {list_of("part.name.", row.see), list_of("part.name.", row.tell),
          row.state == InvitationState::withdrawn ? words("export.ended") : std::string()});
  });
  list("export.visits", record_.visits, [&](VisitRow const& visit) {
    std::vector<std::string> names;
    for (auto const& account : visit.with) names.push_back(name_of_account(account));
    line(join_list(catalogue_.language(), names), {list_of("part.name.", visit.parts)});
  });
}

// LK6: in sentences, by day. What says the same of two surfaces is said once.
void Writer::write_looks(std::vector<Looked> const& looks) {
  if (looks.empty()) return;
  begin("page.looks"), html_.raw("<dl>\n");
  for (auto const& one : by_day(looks)) {
    std::vector<std::string> said;
    for (auto const& who : one.people) {
      for (auto const surface : all<Surface>()) {
        auto sentence = words("looks.for." + std::string(name_of(surface)),
                              {{"name", who.name.text}, {"person", person()}});
        bool const again = std::ranges::find(said, sentence) != said.end();
        if (who.surfaces.has(surface) && !again) said.push_back(std::move(sentence));
      }
    }
    line(day(one.day), said);
  }
  html_.raw("</dl>\n"), end();
}

std::string Writer::write(std::vector<Looked> const& looks, Day today) {
  auto const title = words("export.title", {{"name", person()}});
  html_.raw("<!doctype html>\n<html lang=\"").raw(name_of(catalogue_.language()));
  html_.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
  html_.raw("<meta name=\"viewport\" content=\"width=device-width\">\n").element("title", title);
  html_.raw("<style>").raw(style).raw("</style>\n</head>\n<body>\n<main>\n").element("h1", title);
  html_.element("p", words("export.lead", {{"day", day(today)}}));
  for (std::size_t n = 0; n < count_of<Place>; ++n) write_place(static_cast<Place>(n));
  write_plan();
  write_circle();
  write_matters();
  write_ideas();
  write_handed();
  write_meetings();
  write_sharing();
  write_looks(looks);
  html_.raw("</main>\n</body>\n</html>\n");
  return html_.take();
}

}  // namespace

std::string whole_record_html(Record const& record, std::vector<Looked> const& looks, Day today,
                              Catalogue const& catalogue) {
  return Writer(record, catalogue).write(looks, today);
}

}  // namespace kith
