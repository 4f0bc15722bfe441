// Drawing the circle. Rules CI40-CI43 (spec/circle.md).
#include "core/record/desk.hpp"

namespace kith {
namespace {

bool sound(Standing const& standing) {
  return !standing.angle || (*standing.angle >= 0 && *standing.angle < 360);
}

std::size_t standing_on(Record const& record, Occasion occasion) {
  std::size_t count = 0;
  for (auto const& entry : record.ties) count += entry.second.on(occasion).has_value();
  return count;
}

}  // namespace

Verdict decide(Desk const& desk, DrawTie const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  if (desk.record.ties.contains(ask.tie)) return id_taken();
  if (!says_something(ask.details.name.text)) return refuse("CI40");
  if (!sound(ask.standing)) return refuse("CI41");
  if (standing_on(desk.record, ask.occasion) >= ties_per_circle_max) return refuse("CI42");
  return facts_of(TieDrawn{ask, desk.visit()});
}

Verdict decide(Desk const& desk, ChangeTie const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.ties, ask.tie);
  if (!there) return not_there();
  if (!says_something(ask.details.name.text)) return refuse("CI40");
  if (there->details == ask.details) return Already{};
  return desk.put_over(there->version, TieChanged{ask}, ChangeTie{ask.tie, there->details});
}

Verdict decide(Desk const& desk, MoveTie const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.ties, ask.tie);
  if (!there) return not_there();
  if (!sound(ask.standing)) return refuse("CI41");
  auto const& now = there->on(ask.occasion);
  if (now == ask.standing) return Already{};
  if (!now && standing_on(desk.record, ask.occasion) >= ties_per_circle_max) return refuse("CI42");
  Ask const back = now ? Ask(MoveTie{ask.tie, ask.occasion, *now}) : Ask(TakeOffTie{ask.tie, ask.occasion});
  return desk.put_over(there->version, TieMoved{ask}, back);
}

Verdict decide(Desk const& desk, TakeOffTie const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.ties, ask.tie);
  if (!there) return not_there();
  auto const& now = there->on(ask.occasion);
  if (!now) return Already{};
  return desk.put_over(there->version, TieTakenOff{ask}, MoveTie{ask.tie, ask.occasion, *now});
}

Verdict decide(Desk const& desk, LinkTies const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  if (desk.record.links.contains(ask.link)) return id_taken();
  if (!desk.record.ties.contains(ask.a) || !desk.record.ties.contains(ask.b)) return not_there();
  if (ask.a == ask.b) return refuse("CI43");
  for (auto const& entry : desk.record.links) {
    auto const& link = entry.second;
    if ((link.a == ask.a && link.b == ask.b) || (link.a == ask.b && link.b == ask.a)) return Already{};
  }
  if (desk.record.links.size() >= links_per_circle_max) return refuse("CI42");
  return facts_of(TiesLinked{ask});
}

Verdict decide(Desk const& desk, UnlinkTies const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  if (!desk.record.links.contains(ask.link)) return Already{};
  return facts_of(TiesUnlinked{ask});
}

Verdict decide(Desk const& desk, FinishCircle const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.maps, ask.occasion);
  if (there ? there->finished == ask.finished : !ask.finished) return Already{};
  Said verdict = facts_of(CircleFinished{ask});
  if (ask.finished && ask.occasion == Occasion::everyday) {  // RV1
    for (auto const at : all<ReviewAt>()) {
      if (!desk.record.reviews.contains(at))
        verdict.facts.push_back(ReviewSet{{at, plus_months(desk.today, months_of(at))}});
    }
  }
  return verdict;
}

Verdict decide(Desk const& desk, ShowSentence const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.sentence, Occasion::everyday);
  if ((there ? there->shown : true) == ask.shown) return Already{};
  return facts_of(SentenceShown{ask});
}

Verdict decide(Desk const& desk, AnswerSentence const& ask) {
  if (!desk.may_draw(Part::circle)) return not_yours();
  auto const* there = find(desk.record.sentence, Occasion::everyday);
  if (there && there->feels == ask.feels) return Already{};
  return facts_of(SentenceAnswered{ask});
}

}  // namespace kith
