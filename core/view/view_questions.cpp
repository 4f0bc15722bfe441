// The questions: how did it go, shall we stop asking, shall we look again. At most one a week, none in a
// pause. Rules FU7-FU10 (spec/follow-up.md), RV3-RV5 (spec/reviews.md), PS6 and PS7 (spec/pause.md).
#include <algorithm>

#include "core/sort_by.hpp"
#include "core/view/maker.hpp"

namespace kith {
namespace {

// FU9: how long a question stands before it is asked once more, and then whether to stop.
constexpr std::int64_t stop_after_days = days_between_questions * unanswered_before_stop_question;
constexpr std::int64_t silent_after_days = stop_after_days + days_between_questions;

FollowUpItem item_of(FollowUpRow const& row, std::string name) {
  return {row.followup, RowKey{key_of(IdeaRow::kind, text_of(row.idea))}, std::move(name), row.due};
}

// PS7: after a pause nothing is asked for a week; what fell due in it has waited, and not been missed. What
// was quiet before it stays quiet.
Day asked_from(Record const& record, Day due) {
  auto const* pause = record.pause.empty() ? nullptr : &record.pause.begin()->second;
  if (!pause || pause->holds() || days_between(due, pause->since) >= silent_after_days) return due;
  return std::max(due, plus_days(*pause->resumed_on, days_between_questions));
}

// FU8: within a week of an answer nothing else is asked; with `from` 0 not on that very day either.
bool asked_lately(std::optional<Day> answered_on, Day today, std::int32_t from) {
  if (!answered_on) return false;
  auto const days = days_between(*answered_on, today);
  return days >= from && days < days_between_questions;
}

std::string name_in(Record const& record, IdeaId id) {
  auto const* idea = find(record.ideas, id);
  if (!idea) return {};
  if (idea->service || !idea->statement) return idea->name.text;
  auto const* statement = find(record.statements, *idea->statement);
  auto const heads = statement ? statement->heads() : std::vector<Worded const*>{};
  return heads.empty() ? idea->name.text : heads.front()->words.text;
}

}  // namespace

std::optional<QuestionView> question_due(Record const& record, Day today) {
  if (record.pausing()) return std::nullopt;  // PS6
  for (auto const& entry : record.reviews)
    if (asked_lately(entry.second.answered_on, today, 0)) return std::nullopt;
  QuestionView went{"went", {}}, stop{"stop", {}};
  for (auto const& entry : record.followups) {
    auto const& row = entry.second;
    if (asked_lately(row.answered_on, today, 1)) return std::nullopt;  // the same sitting may go on
    auto const* idea = find(record.ideas, row.idea);
    auto const due = asked_from(record, row.due);
    if (row.state != FollowUpState::waiting || !idea || idea->state != IdeaState::chosen || today < due)
      continue;
    auto const waited = days_between(due, today);
    if (waited < stop_after_days)
      went.items.push_back(item_of(row, name_in(record, row.idea)));
    else if (waited < silent_after_days && !row.kept_on)
      stop.items.push_back(item_of(row, name_in(record, row.idea)));
  }
  auto const in_order = [](QuestionView& question) {
    sort_by(question.items, &FollowUpItem::due);
    return std::optional(std::move(question));
  };
  if (!went.items.empty()) return in_order(went);
  if (!stop.items.empty()) return in_order(stop);
  return std::nullopt;
}

std::optional<ReviewAt> review_due(Record const& record, Day today) {
  if (record.pausing() || question_due(record, today)) return std::nullopt;
  for (auto const& entry : record.followups)
    if (asked_lately(entry.second.answered_on, today, 0)) return std::nullopt;
  std::optional<ReviewAt> due;
  for (auto const& entry : record.reviews) {
    auto const& row = entry.second;
    if (asked_lately(row.answered_on, today, 0)) return std::nullopt;
    auto const waited = days_between(asked_from(record, row.due), today);
    if (row.state == ReviewState::waiting && waited >= 0 && waited < stop_after_days) due = row.review;
  }
  return due;
}

ReviewsView ViewMaker::reviews() const {
  ReviewsView view;
  view.due = review_due(record_, context_.today);
  for (auto const& entry : record_.reviews) {
    auto const& row = entry.second;
    ReviewView one{row.review, row.version, row.due, row.state, {}};
    may(one.can, draws(Part::together), {"move_review", "hold_review", "stop_review"});
    view.rows.push_back(std::move(one));
  }
  return view;
}

FollowUpsView ViewMaker::followups() const {
  FollowUpsView view;
  if (!draws(Part::ideas)) return view;
  view.question = question_due(record_, context_.today);
  for (auto const& entry : record_.followups) {
    auto const& row = entry.second;
    FollowUpView one{row.followup,
                     row.version,
                     RowKey{key_of(IdeaRow::kind, text_of(row.idea))},
                     name_in(record_, row.idea),
                     row.due,
                     row.state,
                     row.answer,
                     row.barriers,
                     row.helps,
                     {}};
    may(one.can, true, {"move_follow_up", "answer_follow_up", "stop_follow_up", "keep_follow_up"});
    view.rows.push_back(std::move(one));
  }
  return view;
}

}  // namespace kith
