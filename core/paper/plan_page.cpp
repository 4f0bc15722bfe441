#include "core/paper/plan_page.hpp"

#include <algorithm>

#include "core/agreement/stance_words.hpp"
#include "core/sort_by.hpp"
#include "core/words/day_words.hpp"

namespace kith {
namespace {

PaperSaid said(VersionView const& version, std::string stance = {}) {
  auto const voice = named<PaperVoice>(version.voice_kind).value_or(PaperVoice::person);
  // Words somebody says are not theirs are not printed under their name.
  auto whose = version.disowned ? std::string() : version.voice_name;
  return {version.words, std::move(whose), voice, version.language ? version.language->text : "en",
          std::move(stance)};
}

// The words of a line, and after them the words of those who see it differently, alike in size (AG5).
std::vector<PaperSaid> said(std::optional<StatementView> const& statement, Catalogue const& catalogue) {
  std::vector<PaperSaid> all;
  if (!statement) return all;
  for (auto const& version : statement->versions) all.push_back(said(version));
  for (auto const* one : stances_with_words(*statement))
    for (auto const& version : one->own.front().versions)
      all.push_back(said(version, said_of(one->stance, one->name, catalogue)));
  return all;
}

std::vector<std::string> stances(std::optional<StatementView> const& statement, Catalogue const& catalogue) {
  std::vector<std::string> all;
  if (!statement) return all;
  for (auto const* one : stances_alone(*statement)) all.push_back(said_of(one->stance, one->name, catalogue));
  return all;
}

std::vector<PaperStep> steps_ahead(std::vector<StepView> const& steps, Catalogue const& catalogue) {
  std::vector<PaperStep> ahead;
  for (auto const& step : steps) {
    if (step.state != StepState::under_way && step.state != StepState::not_yet) continue;
    ahead.push_back({said(step.statement, catalogue), step.doer_name, step.due,
                     step.companion_name.value_or(""), stances(step.statement, catalogue)});
  }
  return ahead;
}

bool helps_with_something(View const& view, TieView const& tie) {
  if (!tie.gives.empty() || !tie.carries.empty()) return true;
  return std::any_of(
      view.matters.supports.begin(), view.matters.supports.end(), [&](SupportView const& support) {
        return std::find(support.helpers.begin(), support.helpers.end(), tie.id) != support.helpers.end();
      });
}

int ring_number(TieView const& tie) { return tie.rings.everyday ? number_of(*tie.rings.everyday) : 4; }

std::vector<PaperPerson> who_helps(View const& view, Catalogue const& catalogue) {
  std::vector<TieView const*> ties;
  for (auto const& tie : view.circle.ties) {
    bool const somebody = family_of(tie.kind) != TieFamily::valued || tie.kind == TieKind::pet;
    if (somebody && !tie.is_private && helps_with_something(view, tie)) ties.push_back(&tie);
  }
  sort_by(ties, [](auto const* tie) { return ring_number(*tie); });
  std::vector<PaperPerson> people;
  for (auto const* tie : ties) {
    auto how =
        tie->relation ? tie->relation->text : say({"kind." + std::string(name_of(tie->kind)), {}}, catalogue);
    if (tie->frequency)
      how += ", " + say({"frequency." + std::string(name_of(*tie->frequency)), {}}, catalogue);
    people.push_back({tie->name, std::move(how)});
  }
  return people;
}

std::string next_together(View const& view, Catalogue const& catalogue) {
  if (view.visits.meetings.empty()) return {};
  auto const& meeting = view.visits.meetings.front();
  std::string text = day_in_words(meeting.day, catalogue);
  if (meeting.minute) text += ", " + minute_in_words(*meeting.minute, catalogue);
  if (meeting.where) text += ", " + meeting.where->text;
  std::vector<std::string> names;
  for (auto const& with : meeting.with) {
    if (!with.party.is_person()) names.push_back(with.name);
  }
  if (!names.empty()) text += ", " + say({"paper.with_names", {{"names", std::move(names)}}}, catalogue);
  return text;
}

// The next day on which somebody asks how it went; without one, the next time together.
std::optional<Day> look_again(View const& view, Day today) {
  std::optional<Day> next;
  for (auto const& row : view.followups.rows) {
    if (row.state == FollowUpState::waiting && row.due >= today && (!next || row.due < *next)) next = row.due;
  }
  if (!next && !view.visits.meetings.empty()) next = view.visits.meetings.front().day;
  return next;
}

}  // namespace

OnePage one_page_of(View const& view, PaperContext const& context, Catalogue const& catalogue) {
  OnePage page;
  page.person_name = view.person.name;
  page.printed_on = context.today;
  page.people = who_helps(view, catalogue);
  page.next_together = next_together(view, catalogue);
  for (auto const& promise : view.plan.promises) {
    if (promise.state != PromiseState::open && promise.state != PromiseState::changed) continue;
    page.promises.push_back({said(promise.statement, catalogue), promise.by_name, promise.due,
                             stances(promise.statement, catalogue)});
  }
  for (auto const& goal : view.plan.goals)
    page.goals.push_back({said(goal.statement, catalogue), steps_ahead(goal.steps, catalogue),
                          stances(goal.statement, catalogue)});
  page.steps = steps_ahead(view.plan.steps, catalogue);
  page.look_again = look_again(view, context.today);
  page.help = context.help;
  page.practice = context.practice;
  return page;
}

}  // namespace kith
