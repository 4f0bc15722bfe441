// Inside the view: one maker with what every part needs, the parts each in a file of their own.
#pragma once
#include "core/view/view.hpp"

namespace kith {

class ViewMaker {
 public:
  ViewMaker(Record const& shown, ViewContext const& context, Sight const& sight)
      : record_(shown), context_(context), sight_(sight) {
    for (auto const& entry : record_.proposals) proposals_[entry.second.statement].push_back(&entry.second);
  }

  PersonView person() const;
  CircleView circle() const;
  MattersView matters() const;
  PreferencesView preferences() const;
  IdeasView ideas() const;
  PlanView plan() const;
  FollowUpsView followups() const;
  ReviewsView reviews() const;
  AboutMeView about_me() const;
  std::vector<PreparedView> prepared() const;
  std::optional<PauseView> pause() const;
  std::vector<TalkView> talk() const;
  SharingView sharing() const;
  VisitsView visits() const;
  MessagesView messages() const;
  ReachView reach() const;
  std::vector<CopiedView> copied() const;
  SupportersView supporters() const;

 private:
  bool draws(Part part) const { return sight_.person || sight_.drawing.has(part); }
  bool tells(Part part) const { return sight_.person || sight_.tell.has(part); }
  // Adds a command's name when it may be sent; a supporter is offered no others than theirs (SU7).
  void may(Can& can, bool allowed, std::initializer_list<char const*> commands) const;
  bool is_own(StatementId) const;  // the words are this reader's own voice

  std::string name_of(Party const&) const;
  std::string name_of(AccountId) const;
  std::string name_of(IdeaRow const&) const;
  std::optional<StatementView> statement(StatementId) const;
  StatementView statement(StatementRow const&) const;
  std::vector<StatementView> statements(Place, std::optional<RowKey> const& about) const;
  std::vector<DecisionView> decisions() const;
  DecisionView decision(DecisionRow const&) const;
  VersionView version(Worded const&) const;
  std::string voice_kind(Party const&) const;
  void agreement(StatementRow const&, StatementView&) const;
  StanceView stance(StanceRow const&, StatementRow const& line) const;
  ProposalView proposal(ProposalRow const&, StatementRow const& line) const;
  StepView step(StepRow const&) const;
  std::optional<TellingView> telling(StepRow const&) const;
  MessageView message(MessageRow const&) const;
  MessageTo message_to(Party const&, MessageRow const*) const;
  SentenceView sentence() const;
  SupporterView supporter(SupporterRow const&) const;
  bool is_supporter(TieId) const;
  std::string member_name(AccountId) const;
  IdeaView idea(IdeaRow const&) const;
  std::optional<TieId> companion_of(RowKey const&) const;

  Record const& record_;
  ViewContext const& context_;
  Sight const& sight_;
  std::map<StatementId, std::vector<ProposalRow const*>> proposals_;  // by the line they are about
};

}  // namespace kith
