// The lines of a visit's text: one for each goal, step, promise, wish, idea and thing to talk about.
#include <algorithm>

#include "core/agreement/stance_words.hpp"
#include "core/handover/visit_text.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

// What stands in one line: a break in somebody's words is a space here, and nothing else is changed.
std::string in_one_line(std::string_view words) {
  std::string line;
  for (char const c : words) {
    bool const white = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!white)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

class Lines {
 public:
  Lines(View const& view, AccountId reader, Catalogue const& catalogue)
      : view_(view), reader_(reader), catalogue_(catalogue) {}

  std::vector<VisitLine> make() {
    meetings();
    talk(TalkAbout::asked_for, "asked_for");
    talk(TalkAbout::to_talk_about, "to_talk_about");
    goals();
    promises();
    matters();
    ideas();
    return std::move(lines_);
  }

 private:
  std::string words(std::string const& key, std::vector<MessageArg> args = {}) const {
    return say({"handover." + key, std::move(args)}, catalogue_);
  }
  template <class Row, class IdType>
  static RowKey key(IdType id) {
    return {key_of(Row::kind, text_of(id))};
  }
  std::string day(Day day) const { return day_in_words(day, catalogue_); }

  std::string stance(StanceView const& one) const { return said_of(one.stance, one.name, catalogue_); }

  // HO3: whose words, who typed them and how we know; two wordings are both there.
  std::string said(StatementView const& statement, std::vector<Version>& seen) const {
    std::string text;
    for (auto const& one : statement.versions) {
      seen.push_back(one.version);
      if (one.disowned) continue;  // not theirs, so not in their name
      bool const typed_by_another = !one.typed_by_name.empty() && one.typed_by_name != one.voice_name;
      auto whose = words("whose", {{"name", one.voice_name}});
      if (typed_by_another) whose += ", " + words("typed_by", {{"name", one.typed_by_name}});
      if (one.confirmed && typed_by_another)
        whose += ", " + say({"words.confirmed." + std::string(name_of(*one.confirmed)), {}}, catalogue_);
      if (!text.empty()) text += ' ';
      text += whose + ": “" + in_one_line(one.words) + "”";
    }
    for (auto const* one : stances_alone(statement)) text += ' ' + stance(*one) + '.';
    for (auto const* one : stances_with_words(statement)) {
      for (auto const& version : one->own.front().versions)
        text += ' ' + stance(*one) + ": “" + in_one_line(version.words) + "”";
    }
    return text;
  }
  void add(char const* section, RowKey row, std::vector<Version> seen,
           std::initializer_list<std::string_view> parts) {
    std::string text;
    for (auto const part : parts) {
      if (part.empty()) continue;
      if (!text.empty()) text += ' ';
      text += in_one_line(part);
    }
    if (text.empty()) return;
    std::ranges::sort(seen);
    VisitLine line{{std::move(row), std::move(seen)}, section, std::move(text), {}, {}, true};
    for (auto const& copy : view_.copied) {
      if (copy.row != line.line.row) continue;
      if (copy.account == reader_ && copy.seen == line.line.seen) line.is_new = false;
      if (line.copied_on && copy.on < *line.copied_on) continue;
      line.copied_on = copy.on;
      line.copied_by = copy.name;
    }
    lines_.push_back(std::move(line));
  }

  void meetings() {
    for (auto const& one : view_.visits.meetings) {
      std::string text = day(one.day);
      if (one.minute) text += ", " + minute_in_words(*one.minute, catalogue_);
      if (one.where) text += ", " + one.where->text;
      add("next", key<MeetingRow>(one.id), {one.version}, {text + "."});
    }
  }
  void talk(TalkAbout about, char const* section) {
    for (auto const& one : view_.talk) {
      if (one.about != about) continue;
      std::vector<Version> seen{one.version};
      std::string text = one.statement ? said(*one.statement, seen) : std::string();
      if (text.empty() && one.subject) text = one.subject->text;
      add(section, key<TalkRow>(one.id), std::move(seen), {text});
    }
  }
  void steps(std::vector<StepView> const& steps) {
    for (auto const& one : steps) {
      if (!one.statement) continue;
      std::vector<Version> seen{one.version};
      auto const text = said(*one.statement, seen);
      if (text.empty()) continue;
      std::string who = words("does_it", {{"name", one.doer_name}});
      if (one.due) who = words("does_it_by", {{"name", one.doer_name}, {"day", day(*one.due)}});
      auto const state = say({"step_state." + std::string(name_of(one.state)), {}}, catalogue_);
      add("goals", key<StepRow>(one.id), std::move(seen), {words("step"), text, who, state + "."});
    }
  }
  void goals() {
    for (auto const& one : view_.plan.goals) {
      std::vector<Version> seen{one.version};
      auto const text = one.statement ? said(*one.statement, seen) : std::string();
      if (!text.empty()) add("goals", key<GoalRow>(one.id), std::move(seen), {words("goal"), text});
      steps(one.steps);
    }
    steps(view_.plan.steps);
  }
  void promises() {
    for (auto const& one : view_.plan.promises) {
      std::vector<Version> seen{one.version};
      auto const text = one.statement ? said(*one.statement, seen) : std::string();
      if (text.empty()) continue;
      std::string who = words("does_it", {{"name", one.by_name}});
      if (one.due) who = words("does_it_by", {{"name", one.by_name}, {"day", day(*one.due)}});
      auto const state = say({"promise_state." + std::string(name_of(one.state)), {}}, catalogue_);
      add("promises", key<PromiseRow>(one.id), std::move(seen), {text, who, state + "."});
    }
  }
  void said_alone(std::vector<StatementView> const& statements) {
    for (auto const& one : statements) {
      std::vector<Version> seen;
      auto const text = said(one, seen);
      add("matters", key<StatementRow>(one.id), std::move(seen), {text});
    }
  }
  void matters() {
    for (auto const& one : view_.matters.supports) said_alone(one.helps), said_alone(one.wishes);
    for (auto const& one : view_.matters.enjoyed) {
      std::vector<Version> seen{one.version};
      auto const text = one.statement ? said(*one.statement, seen) : std::string();
      if (!text.empty()) add("matters", key<EnjoyedRow>(one.id), std::move(seen), {words("enjoyed"), text});
    }
  }
  void ideas() {
    for (auto const& one : view_.ideas.chosen) {
      if (one.state != IdeaState::chosen) continue;
      std::vector<Version> seen{one.version};
      auto const text = one.statement ? said(*one.statement, seen) : one.name + ".";
      add("ideas", key<IdeaRow>(one.id), std::move(seen), {text});
    }
  }

  View const& view_;
  AccountId reader_;
  Catalogue const& catalogue_;
  std::vector<VisitLine> lines_;
};

}  // namespace

std::optional<View> view_after_visit(Record const& shown, ViewContext const& context) {
  Record after = shown;
  for (auto& entry : after.visits) entry.second.ended = true;
  return view_of(restrict(after, sight_of(after, context.reader, context.now)), context);
}

std::string name_of_reader(View const& view, AccountId reader) {
  if (view.person.me.is_person()) return view.person.name;
  auto const spot = std::ranges::find(view.sharing.members, reader, &MemberView::account);
  return spot == view.sharing.members.end() ? std::string() : spot->name;
}

std::vector<VisitLine> visit_lines(View const& after, AccountId reader, Catalogue const& catalogue) {
  return Lines(after, reader, catalogue).make();
}

}  // namespace kith
