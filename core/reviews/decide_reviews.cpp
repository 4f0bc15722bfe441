// Moving, holding and stopping a later date. Rules RV2-RV4 (spec/reviews.md).
#include "core/record/desk.hpp"

namespace kith {
namespace {

// The row, when the sender may change it.
std::variant<Refusal, ReviewRow const*> changeable(Desk const& desk, ReviewAt review) {
  if (!desk.may_draw(Part::together)) return not_yours();
  auto const* there = find(desk.record.reviews, review);
  if (!there) return not_there();
  return there;
}

}  // namespace

Verdict decide(Desk const& desk, MoveReview const& ask) {
  auto const found = changeable(desk, ask.review);
  if (auto const* refusal = std::get_if<Refusal>(&found)) return *refusal;
  auto const& there = *std::get<ReviewRow const*>(found);
  if (ask.due < desk.today) return refuse("RV2");
  if (there.due == ask.due && there.state == ReviewState::waiting) return Already{};
  return facts_of(ReviewMoved{ask});
}

Verdict decide(Desk const& desk, HoldReview const& ask) {
  auto const found = changeable(desk, ask.review);
  if (auto const* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (std::get<ReviewRow const*>(found)->state == ReviewState::held) return Already{};
  return facts_of(ReviewHeld{ask});
}

Verdict decide(Desk const& desk, StopReview const& ask) {
  auto const found = changeable(desk, ask.review);
  if (auto const* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (std::get<ReviewRow const*>(found)->state == ReviewState::stopped) return Already{};
  return facts_of(ReviewStopped{ask});
}

}  // namespace kith
