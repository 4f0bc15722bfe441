// What helps, what is missing, and what the person would like. Rules MA1-MA6 (spec/matters.md).
#include "core/record/desk.hpp"

namespace kith {

Verdict decide(Desk const& desk, AnswerSupport const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const* there = find(desk.record.supports, ask.support);
  if (there && there->enough == ask.enough) return Already{};
  return facts_of(SupportAnswered{ask});
}

Verdict decide(Desk const& desk, AddHelper const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  if (!desk.record.ties.contains(ask.tie)) return not_there();
  if (desk.record.helpers.contains({ask.support, ask.tie})) return Already{};
  return facts_of(HelperAdded{ask});
}

Verdict decide(Desk const& desk, RemoveHelper const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  if (!desk.record.helpers.contains({ask.support, ask.tie})) return Already{};
  return facts_of(HelperRemoved{ask});
}

Verdict decide(Desk const& desk, AddEnjoyed const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  if (desk.record.enjoyed.contains(ask.enjoyed)) return id_taken();
  if (desk.record.enjoyed.size() >= things_per_kind_max) return refuse("MA1");
  auto worded = desk.word(ask.wording, Place::enjoyed, row_key(EnjoyedRow::kind, ask.enjoyed), Part::matters);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  return facts_of(EnjoyedAdded{ask.enjoyed, ask.wording.statement, ask.sub_category, ask.want_back},
                  std::get<Fact>(std::move(worded)));
}

Verdict decide(Desk const& desk, ChangeEnjoyed const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const* there = find(desk.record.enjoyed, ask.enjoyed);
  if (!there) return not_there();
  if (there->sub_category == ask.sub_category && there->want_back == ask.want_back) return Already{};
  return facts_of(EnjoyedChanged{ask});
}

Verdict decide(Desk const& desk, PutAwayEnjoyed const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const* there = find(desk.record.enjoyed, ask.enjoyed);
  if (!there) return not_there();
  if (there->put_away) return Already{};
  return facts_of(EnjoyedPutAway{ask});
}

Verdict decide(Desk const& desk, SetPreference const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const* there = find(desk.record.preferences, ask.theme);
  if (there ? ask.answer == there->answer : !ask.answer) return Already{};
  return facts_of(PreferenceSet{ask});
}

Verdict decide(Desk const& desk, SetAccessNeed const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const* there = find(desk.record.access, ask.need);
  if (there ? ask.level == there->level : !ask.level) return Already{};
  return facts_of(AccessNeedSet{ask});
}

Verdict decide(Desk const& desk, SetNear const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  bool const placed = ask.lat_udeg.has_value() && ask.lon_udeg.has_value();
  if (is_a_place(ask.kind) != placed) return refuse("MA2");
  if (placed && !ideas::point_of(*ask.lat_udeg, *ask.lon_udeg)) return refuse("MA2");
  if (ask.how_far_m && (*ask.how_far_m < 0 || *ask.how_far_m > ideas::how_far_m_max)) return refuse("MA3");
  if (ask.age && (*ask.age < 0 || *ask.age > 130)) return refuse("MA4");
  return facts_of(NearSet{ask});
}

Verdict decide(Desk const& desk, SetSuits const& ask) {
  if (!desk.may_draw(Part::matters)) return not_yours();
  auto const& there = desk.record.suits;
  if (ask.suits == (there.empty() ? ideas::Suits{} : there.begin()->second.suits)) return Already{};
  return facts_of(SuitsSet{ask});
}

}  // namespace kith
