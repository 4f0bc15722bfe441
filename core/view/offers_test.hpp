// Test only: every row of a view with every command about it, well formed and asking for a change (rule VW2).
#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/record/story_test.hpp"
#include "core/view/view.hpp"

namespace kith::story {

struct Offer {
  std::string row;
  bool offered;
  Ask ask;
  Sent how = Sent{};
};

class Offers {
 public:
  Offers(View const& view, Record const& shown, Who const& who, Day today)
      : view_(view), shown_(shown), who_(who), today_(today) {}

  std::vector<Offer> make() {
    person();
    circle();
    matters();
    ideas();
    plan();
    together();
    messages();
    return std::move(list_);
  }

 private:
  // A command about a row that may offer it.
  void could(std::string row, Can const& can, Ask ask, Sent how = {}) {
    bool const offered = std::ranges::find(can, name_of(ask)) != can.end();
    list_.push_back({std::move(row), offered, std::move(ask), std::move(how)});
  }
  bool is_person() const { return view_.person.me.is_person(); }
  Wording fresh(char const* text) const { return words(0xFFF1, text); }
  std::optional<TieId> some_tie() const {
    return view_.circle.ties.empty() ? std::nullopt : std::optional(view_.circle.ties.front().id);
  }
  template <class E>
  static E another(std::optional<E> now) {
    return now && *now == E{} ? static_cast<E>(1) : E{};
  }

  void statement(std::optional<StatementView> const& view) {
    if (!view) return;
    auto const row = "statement " + std::string(name_of(view->place));
    Sent next{.voice = view->versions.front().voice};
    for (auto const& head : view->versions) next.base.push_back(head.version);
    Wording wording = fresh("Said again");
    wording.statement = view->id;
    wording.confirmed = Confirmed::said_aloud;
    could(row, view->can, WordStatement{wording, view->place, {}}, next);
    could(row, view->can, PutAwayStatement{view->id});
    auto const* typed = &view->versions.front();
    for (auto const& head : view->versions)
      if (head.typed_by != who_.account && !head.disowned) typed = &head;
    could(row, view->can, DisownWords{view->id, typed->version});
    could(row, view->can, ConfirmWords{view->id, typed->version, another(typed->confirmed)});
    agreement(*view);
  }
  void agreement(StatementView const& line) {
    auto const owner = line.versions.front().voice, me = view_.person.me;
    Sent const as{.voice = owner == me ? Party::person() : me};
    auto const version = line.versions.front().version;
    bool const for_another = owner == me && !is_person();
    auto const aloud = for_another ? std::optional(Confirmed::said_aloud) : std::nullopt;
    auto const stance_of = [&](Party const& party) {
      auto const taken = std::ranges::find_if(
          line.stances, [&](StanceView const& one) { return one.party == party && one.line == version; });
      return taken == line.stances.end() ? std::nullopt : std::optional(taken->stance);
    };
    could("line", line.can, TakeStance{line.id, version, another(stance_of(*as.voice)), {}, aloud}, as);
    WordsBeside const other{of<StatementId>(0xFFF2), {"Other words"}, {}};
    could("line", line.can, ProposeWords{of<ProposalId>(0xFFF1), line.id, version, other, aloud}, as);
    for (auto const& one : line.stances) {
      could("stance", one.can, WithdrawStance{line.id, one.line}, {.voice = one.party});
      for (auto const& own : one.own) statement(own);
    }
    Sent as_owner{.voice = owner};
    for (auto const& head : line.versions) as_owner.base.push_back(head.version);
    for (auto const& one : line.proposals) {
      AnswerProposal yes{one.id, true, Confirmed::read_back};
      if (!one.offered.empty()) yes.read = one.offered.front().versions.front().version;
      could("proposal", one.can, yes, as_owner);
      could("proposal", one.can, WithdrawProposal{one.id});
      for (auto const& offered : one.offered) statement(offered);
    }
  }
  void person() {
    could("person", view_.person.can, NamePerson{{"Somebody else"}});
    auto const why = view_.pause && view_.pause->why == PauseWhy::moved ? PauseWhy::left : PauseWhy::moved;
    could("person", view_.person.can, PauseRecord{why, {}});
    if (view_.pause) could("pause", view_.pause->can, ResumeRecord{});
    auto help = WordStatement{fresh("Tell me first"), Place::good_help, {}};
    if (!is_person()) help.wording.confirmed = Confirmed::said_aloud;
    could("good help", view_.about_me.can, help, {.voice = Party::person()});
    for (auto const& said : view_.about_me.good_help) statement(said);
    for (auto const& one : view_.prepared) {
      auto const about = RowKey{key_of(prompt_kind, text_of(one.prompt))};
      could("prepared", one.can, WordStatement{fresh("Sleep"), Place::prepared, about});
      for (auto const& said : one.statements) statement(said);
    }
    for (auto const& one : view_.about_me.headings) {
      auto const about = RowKey{key_of(heading_kind, text_of(one.heading))};
      could("heading", one.can, WordStatement{fresh("About me"), Place::about_me, about});
      for (auto const& said : one.statements) statement(said);
    }
    for (auto const& one : view_.reviews.rows) {
      could("review", one.can, MoveReview{one.review, plus_days(today_, 54)});
      if (one.state != ReviewState::held) could("review", one.can, HoldReview{one.review});
      if (one.state != ReviewState::stopped) could("review", one.can, StopReview{one.review});
    }
  }

  void circle() {
    auto const& circle = view_.circle;
    for (auto const& map : circle.maps) could("map", map.can, FinishCircle{map.occasion, !map.finished});
    for (auto const& tie : circle.ties) {
      auto const occasion = tie.rings.everyday ? Occasion::everyday : Occasion::hard_times;
      auto details = shown_.ties.at(tie.id).details;
      details.name.text = "Renamed";
      could("tie", tie.can, ChangeTie{tie.id, details});
      could("tie", tie.can, MoveTie{tie.id, occasion, {Ring::outer, 11}});
      could("tie", tie.can, TakeOffTie{tie.id, occasion});
      if (tie.id != *some_tie()) could("tie", tie.can, LinkTies{of<LinkId>(0xFFF1), tie.id, *some_tie()});
    }
    for (auto const& link : circle.links) could("link", link.can, UnlinkTies{link.id});
    auto const& sentence = circle.sentence;
    could("sentence", sentence.can, ShowSentence{!sentence.shown});
    could("sentence", sentence.can, AnswerSentence{another(sentence.feels)});
    could("sentence", sentence.can,
          WordStatement{fresh("Not quite me"), Place::sentence, RowKey{"map:everyday"}});
    for (auto const& one : sentence.statements) statement(one);
    could("circle", circle.can, tie(0xFFF1, "Somebody new"));
    could("circle", circle.can, FinishCircle{Occasion::everyday, !circle.maps.front().finished});
  }

  void matters() {
    for (auto const& one : view_.matters.supports) {
      RowKey const about{key_of(SupportRow::kind, text_of(one.support))};
      could("support", one.can, AnswerSupport{one.support, another(one.enough)});
      for (auto const& helper : one.helpers) could("support", one.can, RemoveHelper{one.support, helper});
      if (some_tie()) could("support", one.can, AddHelper{one.support, *some_tie()});
      could("support", one.can, WordStatement{fresh("A wish"), Place::wish, about});
      for (auto const& said : one.helps) statement(said);
      for (auto const& said : one.wishes) statement(said);
    }
    for (auto const& one : view_.matters.enjoyed) {
      could("enjoyed", one.can, ChangeEnjoyed{one.id, one.sub_category, !one.want_back});
      could("enjoyed", one.can, PutAwayEnjoyed{one.id});
      statement(one.statement);
    }
    could("matters", view_.matters.can, AddEnjoyed{of<EnjoyedId>(0xFFF1), fresh("Chess"), {}, true});
    for (auto const& one : view_.preferences.themes)
      could("theme", one.can, SetPreference{one.theme, another(one.answer)});
    auto const& can = view_.preferences.can;
    could("preferences", can, SetAccessNeed{ideas::AccessNeed::quiet, ideas::NeedLevel::essential});
    could("preferences", can, SetAccessNeed{ideas::AccessNeed::quiet, ideas::NeedLevel::preferred});
    could("preferences", can, SetSuits{{another(view_.preferences.suits.said.pay), {}, {}, {}, {}, {}}});
    could("preferences", can, SetNear{ideas::NearKind::none, {}, {}, {}, 7'000, {}});
  }

  void ideas() {
    CollectionLine const line{of<ServiceId>(7), {"Choir"}, {}};
    could("ideas", view_.ideas.can, HandCollection{of<HandingId>(0xFFF1), {"To try"}, {line}});
    for (auto const& one : view_.ideas.handed) could("handed", one.can, PutAwayHanded{one.id});
    for (auto const& one : view_.ideas.chosen) {
      could("idea", one.can, SetIdeaAside{one.id});
      if (some_tie()) could("idea", one.can, SetCompany{RowKey{key_of("idea", text_of(one.id))}, some_tie()});
      statement(one.statement);
    }
    auto const& can = view_.ideas.can;
    could("ideas", can,
          ChooseIdea{of<IdeaId>(0xFFF1), of<ServiceId>(0xFFF1), {"New"}, of<FollowUpId>(0xFFF1), {}});
    could("ideas", can, AddFind{of<IdeaId>(0xFFF1), fresh("A find"), of<FollowUpId>(0xFFF1), {}});
    could("ideas", can, ReportService{of<ServiceId>(1), ServiceReport::gone});
    for (auto const& one : view_.followups.rows) {
      could("follow-up", one.can, MoveFollowUp{one.id, plus_days(today_, 51)});
      could("follow-up", one.can, AnswerFollowUp{one.id, HowItWent::not_yet, {}, {}, {}});
      could("follow-up", one.can, StopFollowUp{one.id});
      could("follow-up", one.can, KeepFollowUp{one.id});
    }
  }

  PlaceStep new_step(std::optional<GoalId> goal) const {
    return {of<StepId>(0xFFF1), goal, fresh("A step"), view_.person.me, {}, {}};
  }
  void step(StepView const& one) {
    could("step", one.can, SetStep{one.id, another(std::optional(one.state))});
    could("step", one.can, ChangeStep{one.id, Party::person(), plus_days(today_, 52)});
    if (some_tie()) could("step", one.can, SetCompany{RowKey{key_of("step", text_of(one.id))}, some_tie()});
    if (one.telling) {
      could("telling", one.telling->can, PlanTelling{one.id, view_.person.me, plus_days(today_, 54)});
      could("telling", one.telling->can, MarkTold{one.id, HowTold::said});
    }
    statement(one.statement);
  }
  void decision(DecisionView const& one) {
    auto const aloud = is_person() ? std::nullopt : std::optional(Confirmed::said_aloud);
    could("decision", one.can, AnswerDecision{one.id, Choice::nothing, {}, {}, aloud},
          {.voice = Party::person()});
    could("decision", one.can, PutDecisionAway{one.id});
    for (auto const& said : one.asked) statement(said);
    for (auto const& said : one.options) statement(said);
    for (auto const& answer : one.answers)
      for (auto const& said : answer.words) statement(said);
  }
  void plan() {
    for (auto const& goal : view_.plan.goals) {
      could("goal", goal.can, PutGoalAway{goal.id});
      could("goal", goal.can, new_step(goal.id));
      statement(goal.statement);
      for (auto const& one : goal.steps) step(one);
    }
    for (auto const& one : view_.plan.steps) step(one);
    for (auto const& one : view_.plan.promises) {
      could("promise", one.can, SetPromise{one.id, another(std::optional(one.state))});
      could("promise", one.can,
            WordStatement{fresh("The bus"), Place::reason, RowKey{key_of("promise", text_of(one.id))}});
      for (auto const& reason : one.reasons) statement(reason);
      statement(one.statement);
    }
    for (auto const& one : view_.plan.decisions) decision(one);
    WordsBeside const asked{of<StatementId>(0xFFF1), {"What now?"}, {}},
        option{of<StatementId>(0xFFF2), {"Go"}, {}};
    could("plan", view_.plan.can, PlaceDecision{of<DecisionId>(0xFFF1), asked, {option}, {}});
    could("plan", view_.plan.can, PlaceGoal{of<GoalId>(0xFFF1), fresh("A goal")});
    could("plan", view_.plan.can, new_step({}));
    auto const by = is_person() && some_tie() ? Party::of(*some_tie()) : view_.person.me;
    if (!by.is_person())
      could("plan", view_.plan.can, PlacePromise{of<PromiseId>(0xFFF1), fresh("A promise"), by, {}});
  }

  void together() {
    for (auto const& one : view_.talk) {
      could("talk", one.can, SettleTalk{one.id});
      statement(one.statement);
    }
    for (auto const& one : view_.sharing.grants) could("grant", one.can, EndGrant{one.id});
    auto for_cara = grant(0xFFF1, cara, set_of(Part::plan));
    for_cara.said_aloud = !is_person();
    could("sharing", view_.sharing.can, for_cara);
    auto const& visits = view_.visits;
    if (visits.open) could("visit", visits.open->can, EndVisit{visits.open->id});
    SetMeeting meet{of<MeetingId>(0xFFF1), plus_days(today_, 53), {}, {}, {Party::person()}};
    could("visits", visits.can, meet);
    for (auto const& one : visits.meetings) {
      meet.meeting = one.id;
      could("meeting", one.can, meet);
      could("meeting", one.can, CancelMeeting{one.id});
    }
    auto together = visit(0xFFF1, is_person() ? ben : who_, every_part);
    together.said_aloud = !is_person();
    could("visits", visits.can, together);
    could("visits", visits.can, Raise{of<TalkId>(0xFFF1), TalkAbout::asked_for, fresh("Please ask")});
  }

  void messages() {
    auto const fresh_message = [](Party to, std::optional<MessageId> answers) {
      return SendMessage{of<MessageId>(0xFFF1), {to}, {"A message"}, {}, answers};
    };
    auto const& messages = view_.messages;
    for (auto const& one : messages.rows) {
      could("message", one.can, OpenMessage{one.id});
      could("message", one.can, SettleMessage{one.id});
      could("message", one.can, fresh_message(one.voice, one.id));
    }
    auto const other = is_person() ? Party::of(ben.account) : Party::person();
    could("messages", messages.can,
          fresh_message(messages.to.empty() ? other : messages.to.front().party, {}));
    SafeWays safe = view_.reach.safe;
    safe.leave_message = !safe.leave_message;
    could("reach", view_.reach.can, SetReach{safe});
  }

  View const& view_;
  Record const& shown_;
  Who const& who_;
  Day today_;
  std::vector<Offer> list_;
};

}  // namespace kith::story
