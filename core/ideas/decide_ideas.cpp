// Choosing ideas, and what becomes of them. Rules ID40 and ID41 (spec/ideas.md) and FU1-FU6
// (spec/follow-up.md).
#include "core/record/desk.hpp"

namespace kith {
namespace {

// FU1: every chosen idea gets a follow-up, two weeks on unless the person names a day.
std::variant<Refusal, Fact> follow_up(Desk const& desk, FollowUpId followup, IdeaId idea,
                                      std::optional<Day> due) {
  if (desk.record.followups.contains(followup)) return id_taken();
  auto const day = due.value_or(plus_days(desk.today, follow_up_days_default));
  if (day < desk.today) return refuse("FU2");
  return FollowUpSet{followup, idea, day};
}

// What the person calls an idea: the service's name, or their own words.
Name name_of_idea(Record const& record, IdeaRow const& row) {
  if (row.service || !row.statement) return row.name;
  auto const* statement = find(record.statements, *row.statement);
  auto const heads = statement ? statement->heads() : std::vector<Worded const*>{};
  if (heads.empty()) return row.name;
  auto text = heads.front()->words.text.substr(0, name_bytes_max);
  while (!text.empty() && !is_sound_text(text, name_bytes_max)) text.pop_back();  // never half a letter
  return Name{std::move(text)};
}

}  // namespace

Verdict decide(Desk const& desk, ChooseIdea const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  if (desk.record.ideas.contains(ask.idea)) return id_taken();
  if (desk.record.ideas.size() >= things_per_kind_max) return refuse("ID40");
  for (auto const& entry : desk.record.ideas) {
    if (entry.second.service == ask.service && entry.second.state == IdeaState::chosen) return Already{};
  }
  auto asked = follow_up(desk, ask.followup, ask.idea, ask.due);
  if (auto* refusal = std::get_if<Refusal>(&asked)) return std::move(*refusal);
  return facts_of(IdeaChosen{ask.idea, ask.service, ask.name}, std::get<Fact>(std::move(asked)));
}

Verdict decide(Desk const& desk, AddFind const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  if (desk.record.ideas.contains(ask.idea)) return id_taken();
  if (desk.record.ideas.size() >= things_per_kind_max) return refuse("ID40");
  auto worded = desk.word(ask.wording, Place::own_find, row_key(IdeaRow::kind, ask.idea), Part::ideas);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  auto asked = follow_up(desk, ask.followup, ask.idea, ask.due);
  if (auto* refusal = std::get_if<Refusal>(&asked)) return std::move(*refusal);
  return facts_of(FindAdded{ask.idea, ask.wording.statement}, std::get<Fact>(std::move(worded)),
                  std::get<Fact>(std::move(asked)));
}

Verdict decide(Desk const& desk, SetIdeaAside const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  auto const* there = find(desk.record.ideas, ask.idea);
  if (!there) return not_there();
  if (there->state == IdeaState::set_aside) return Already{};
  Said verdict = facts_of(IdeaSetAside{ask});
  for (auto const& entry : desk.record.followups) {  // FU6: what is set aside is not asked about
    auto const& row = entry.second;
    if (row.idea == ask.idea && row.state == FollowUpState::waiting)
      verdict.facts.push_back(FollowUpStopped{{row.followup}});
  }
  return verdict;
}

Verdict decide(Desk const& desk, SetCompany const& ask) {
  bool const of_idea = ask.of.text.starts_with("idea:"), of_step = ask.of.text.starts_with("step:");
  if (!of_idea && !of_step) return refuse("ID41");
  if (!desk.may_draw(of_idea ? Part::ideas : Part::plan)) return not_yours();
  if (!has_row(desk.record, ask.of)) return not_there();
  if (of_idea &&
      find(desk.record.ideas, *parse_id<IdeaId>(ask.of.text.substr(5)))->state != IdeaState::chosen)
    return refuse("ID41");
  if (ask.tie && !desk.record.ties.contains(*ask.tie)) return not_there();
  auto const* there = find(desk.record.company, ask.of);
  if (there ? ask.tie == there->tie : !ask.tie) return Already{};
  return facts_of(CompanySet{ask});
}

Verdict decide(Desk const& desk, ReportService const& ask) {
  if (!desk.may_draw(Part::ideas) && !desk.may_tell(Part::ideas)) return not_yours();
  return facts_of(ServiceReported{ask});
}

Verdict decide(Desk const& desk, MoveFollowUp const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  auto const* there = find(desk.record.followups, ask.followup);
  if (!there) return not_there();
  if (ask.due < desk.today) return refuse("FU2");
  if (there->due == ask.due && there->state == FollowUpState::waiting) return Already{};
  return facts_of(FollowUpMoved{ask});
}

Verdict decide(Desk const& desk, AnswerFollowUp const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  auto const* there = find(desk.record.followups, ask.followup);
  if (!there) return not_there();
  auto const* idea = find(desk.record.ideas, there->idea);
  if (!idea) return not_there();
  std::optional<Day> again;  // FU3: "not yet" and "not today" keep the question alive, a way off
  if (ask.answer == HowItWent::not_yet) again = plus_days(desk.today, follow_up_days_default);
  if (ask.answer == HowItWent::not_today) again = plus_days(desk.today, days_between_questions);
  Said verdict = facts_of(FollowUpAnswered{ask.followup, ask.answer, ask.barriers, ask.helps, again});
  if (ask.answer == HowItWent::gone_off && idea->state == IdeaState::chosen) {
    verdict.facts.push_back(IdeaSetAside{{idea->idea}});  // FU4: changing one's mind needs no reason
  }
  if (ask.talk) {  // FU5: only what they want to talk about goes further
    if (desk.record.talk.contains(*ask.talk)) return id_taken();
    verdict.facts.push_back(
        TalkRaised{*ask.talk, TalkAbout::to_talk_about, {}, name_of_idea(desk.record, *idea)});
  }
  return verdict;
}

Verdict decide(Desk const& desk, StopFollowUp const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  auto const* there = find(desk.record.followups, ask.followup);
  if (!there) return not_there();
  if (there->state == FollowUpState::stopped) return Already{};
  return facts_of(FollowUpStopped{ask});
}

Verdict decide(Desk const& desk, KeepFollowUp const& ask) {
  if (!desk.may_draw(Part::ideas)) return not_yours();
  auto const* there = find(desk.record.followups, ask.followup);
  if (!there) return not_there();
  return facts_of(FollowUpKept{ask.followup, plus_days(desk.today, follow_up_days_default)});
}

}  // namespace kith
