#include "core/paper/outgoing.hpp"

#include <algorithm>

#include "core/paper/sheet.hpp"
#include "core/reach/obey.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

HowTold told_by(Outgoing kind) {
  if (kind == Outgoing::letter) return HowTold::letter;
  return kind == Outgoing::call_note ? HowTold::call_note : HowTold::slip;
}

StepView const* step_in(View const& view, StepId id) {
  auto const in = [&](std::vector<StepView> const& steps) -> StepView const* {
    auto const spot = std::ranges::find(steps, id, &StepView::id);
    return spot == steps.end() ? nullptr : &*spot;
  };
  for (auto const& goal : view.plan.goals)
    if (auto const* step = in(goal.steps)) return step;
  return in(view.plan.steps);
}

class NoteWriter {
 public:
  NoteWriter(View const& view, PaperContext const& context, Catalogue const& catalogue)
      : view_(view), context_(context), catalogue_(catalogue), sheet_(catalogue) {}

  std::string step_note(StepView const& step, Outgoing kind) {
    auto const style = std::string(name_of(told_by(kind)));
    sheet_.begin(words("title." + style, {{"name", step.doer_name}}), context_.practice);
    if (kind == Outgoing::call_note && view_.reach.safe.say)
      line("say", {{"words", view_.reach.safe.say->text}});
    line("asks." + style, {{"name", view_.person.name}, {"doer", step.doer_name}});
    for (auto const& version : step.statement->versions) {
      if (version.disowned) continue;
      sheet_.html().raw("<div class=\"said ").raw(version.voice_kind).raw("\">\n");
      sheet_.html().element("p class=\"words\"", version.words);
      sheet_.html().element("p class=\"by\"",
                            say({"paper.words_of", {{"name", version.voice_name}}}, catalogue_));
      sheet_.html().raw("</div>\n");
    }
    if (step.due) line("by", {{"day", day(*step.due)}});
    if (step.companion_name) line("with", {{"name", *step.companion_name}});
    line("answer", {{"name", view_.person.name}});
    return sheet_.end(context_.today);
  }
  std::string follow_up() {
    sheet_.begin(words("title.follow_up", {{"name", view_.person.name}}), context_.practice);
    bool any = false;
    for (auto const& row : view_.followups.rows) {
      if (row.state != FollowUpState::waiting || row.due < context_.today) continue;
      line("look_back", {{"day", day(row.due)}}), any = true;
    }
    for (auto const& meeting : view_.visits.meetings) {
      auto when = day(meeting.day);
      if (meeting.minute) when += ", " + minute_in_words(*meeting.minute, catalogue_);
      line("together", {{"day", std::move(when)}}), any = true;
    }
    line(any ? "ask_yourself" : "nothing_due");
    return sheet_.end(context_.today);
  }

 private:
  std::string words(std::string const& key, std::vector<MessageArg> args = {}) const {
    return say({"note." + key, std::move(args)}, catalogue_);
  }
  void line(std::string const& key, std::vector<MessageArg> args = {}) {
    sheet_.html().element("p", words(key, std::move(args)));
  }
  std::string day(Day day) const { return day_in_words(day, catalogue_); }

  View const& view_;
  PaperContext const& context_;
  Catalogue const& catalogue_;
  Sheet sheet_;
};

}  // namespace

std::variant<Refusal, std::string> outgoing_html(Record const& shown, ViewContext const& context,
                                                 PaperContext const& paper, OutgoingAsk const& ask,
                                                 Catalogue const& catalogue) {
  auto const view = view_of(shown, context);
  if (!view) return refuse("CM8");
  auto const is_person = view->person.reader == "person";
  if (ask.kind == Outgoing::follow_up) {
    if (auto refusal = may_go_out(shown, Way::in_person); refusal && !is_person) return std::move(*refusal);
    return NoteWriter(*view, paper, catalogue).follow_up();
  }
  auto const* step = ask.step ? step_in(*view, *ask.step) : nullptr;
  if (!step || !step->statement) return refuse("CM8");
  if (!step->telling) return refuse("TL2");
  auto refusal = may_go_out(shown, *way_of(told_by(ask.kind)));
  if (refusal && !is_person) return std::move(*refusal);
  return NoteWriter(*view, paper, catalogue).step_note(*step, ask.kind);
}

}  // namespace kith
