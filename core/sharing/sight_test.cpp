// Who sees what: every reader against every kind of row, from one table. Rules SH1-SH8, SH11-SH13, VI3 and
// VI4. Long because every row and every reader stand in one table.
#include "core/sharing/sight.hpp"

#include <functional>

#include "core/supporters/supporter_story_test.hpp"

namespace kith {
namespace {

using namespace story;

TieId const mum = of<TieId>(1), joe = of<TieId>(2);  // Joe is private
RowKey key_of_row(char const* kind, std::string const& id) { return RowKey{std::string(kind) + ":" + id}; }

Version said_in(Story const& s, std::uint64_t statement) {
  return s.record.statements.at(of<StatementId>(statement)).versions.front().version;
}
std::optional<WordsBeside> beside(std::uint64_t statement) {
  return WordsBeside{of<StatementId>(statement), {"I see it another way"}, {}};
}
bool takes_stance(Record const& record, std::uint64_t statement) {
  auto const at = record.stances.lower_bound({of<StatementId>(statement), {}});
  return at != record.stances.end() && at->second.statement == of<StatementId>(statement);
}

// A record that holds every kind of row, said and done by the person, by Mum, by Joe, by Ben and by Cara.
void everything(Story& s) {
  Sent const as_mum{.voice = Party::of(mum)}, as_joe{.voice = Party::of(joe)};
  auto const aloud = Confirmed::said_aloud;
  s.told(amina, tie(1, "Mum"));
  s.told(amina, private_tie(2, "Joe"));
  s.told(amina, tie(3, "Choir"));
  s.told(amina, LinkTies{of<LinkId>(1), mum, of<TieId>(3)});
  s.told(amina, LinkTies{of<LinkId>(2), mum, joe});
  s.told(amina, FinishCircle{Occasion::everyday, true});
  s.told(amina, AnswerSentence{Feels::yes});
  s.told(amina, WordStatement{words(1, "Smaller than it was"), Place::sentence, RowKey{"map:everyday"}});
  s.told(amina, AnswerSupport{Support::illness, Enough::could_be_more});
  s.told(amina, AddHelper{Support::illness, mum});
  s.told(amina, AddHelper{Support::illness, joe});
  s.told(amina, WordStatement{words(2, "Tea"), Place::helps, RowKey{"support:illness"}});
  s.told(amina, WordStatement{words(3, "Come more", aloud), Place::wish, RowKey{"support:illness"}}, as_mum);
  s.told(amina, WordStatement{words(4, "Call me", aloud), Place::wish, RowKey{"support:illness"}}, as_joe);
  s.told(amina, AddEnjoyed{of<EnjoyedId>(1), words(5, "Dancing"), {}, true});
  s.told(amina, SetPreference{ideas::Theme::being_sociable, ideas::Answer::yes});
  s.told(amina, SetAccessNeed{ideas::AccessNeed::toilet, ideas::NeedLevel::essential});
  s.told(amina, SetSuits{{ideas::Pay::nothing, {}, {}, {}, {}, {}}});
  s.told(amina, SetNear{ideas::NearKind::point, Name{"M6"}, 53'483'000, -2'293'000, {}, {}});
  s.told(amina, ChooseIdea{of<IdeaId>(1), of<ServiceId>(1), {"Choir"}, of<FollowUpId>(1), {}});
  s.told(amina, AddFind{of<IdeaId>(2), words(6, "The allotment"), of<FollowUpId>(2), {}});
  s.told(amina, SetCompany{key_of_row("idea", text_of(of<IdeaId>(1))), mum});
  s.told(amina, SetCompany{key_of_row("idea", text_of(of<IdeaId>(2))), joe});
  s.told(amina, WordStatement{words(7, "Bus was late"), Place::follow_up,
                              key_of_row("followup", text_of(of<FollowUpId>(1)))});
  s.told(amina, PlaceGoal{of<GoalId>(1), words(8, "Sing again")});
  s.told(amina, PlaceGoal{of<GoalId>(2), words(9, "See my boy", aloud)}, as_joe);
  s.told(amina, PlaceStep{of<StepId>(1), of<GoalId>(1), words(10, "Ring them"), {}, {}, of<IdeaId>(1)});
  s.told(amina, PlaceStep{of<StepId>(2), {}, words(11, "Drive me"), Party::of(mum), {}, {}});
  s.told(amina, PlaceStep{of<StepId>(3), {}, words(12, "Write"), Party::of(joe), {}, {}});
  s.told(amina, PlaceStep{of<StepId>(4), of<GoalId>(2), words(13, "Ask"), {}, {}, {}});
  s.told(amina, SetCompany{key_of_row("step", text_of(of<StepId>(1))), mum});
  s.told(amina, PlacePromise{of<PromiseId>(1), words(14, "Shop on Fridays"), Party::of(mum), {}});
  s.told(amina, PlacePromise{of<PromiseId>(2), words(15, "Phone"), Party::of(joe), {}});
  s.told(amina, Raise{of<TalkId>(1), TalkAbout::asked_for, words(16, "Pain at night")});
  s.told(amina, Raise{of<TalkId>(2), TalkAbout::to_talk_about, words(17, "Prison visits", aloud)}, as_joe);
  s.told(amina,
         SetMeeting{of<MeetingId>(1), monday, {}, {}, {Party::person(), Party::of(mum), Party::of(joe)}});
  s.told(amina, WordStatement{words(19, "My garden"), Place::about_me, RowKey{"heading:most_important"}});
  s.told(amina, WordStatement{words(20, "Ring Joe", aloud), Place::about_me, RowKey{"heading:support"}},
         as_joe);
  s.told(amina, PauseRecord{PauseWhy::in_hospital, {}});
  s.told(amina, grant(1, cara, every_part, every_part));
  s.told(cara, PlaceGoal{of<GoalId>(3), words(18, "Fewer falls")});
  s.told(cara, TakeStance{of<StatementId>(8), said_in(s, 8), Stance::partly, beside(21), {}});
  s.told(amina, TakeStance{of<StatementId>(18), said_in(s, 18), Stance::differently, beside(22), aloud},
         as_joe);
  s.told(amina, TakeStance{of<StatementId>(16), said_in(s, 16), Stance::agree, {}, aloud}, as_mum);
  s.told(cara, ProposeWords{of<ProposalId>(1), of<StatementId>(10), said_in(s, 10), *beside(23), {}});
  s.told(cara, PlaceDecision{of<DecisionId>(1), *beside(24), {*beside(25)}, {}});
  s.told(amina, AnswerDecision{of<DecisionId>(1), Choice::nothing, {}, beside(26), {}});
  s.told(amina, PlaceDecision{of<DecisionId>(2), *beside(27), {*beside(28)}, aloud}, as_joe);
  s.told(amina, WordStatement{words(29, "Say it once"), Place::prepared, RowKey{"prompt:to_ask"}});
  s.told(amina, WordStatement{words(30, "Ask me first"), Place::good_help, {}});
  s.told(amina, visit(1, cara, set_of(Part::circle)));
  s.told(cara, tie(4, "Neighbour"));
  s.told(cara, EndVisit{of<VisitId>(1)});
  s.told(amina, SetReach{});
  stands_by(s, gwen, 1, {}, set_of(Part::about_me));  // Mum herself
  s.told(gwen, WordStatement{words(61, "I can drive"), Place::about_me, RowKey{"heading:support"}});
}

// What it takes to see one row: parts that must be seen, and one that must be looked at together in a visit.
struct Need {
  PartSet see;
  PartSet drawing = {};
  bool person_only = false;
  bool no_supporter = false;
};
Need const nobody_else{{}, {}, true};
template <class... P>
Need seen(P... parts) {
  return {set_of(parts...)};
}

struct Item {
  char const* sentence;
  bool (*is_there)(Record const&);
  Need need;
};

std::vector<Item> const& items() {
  using P = Part;
#define HOLDS(table, id) [](Record const& r) { return r.table.contains(id); }
  static std::vector<Item> const list = {
      {"SH18 whose record it is", [](Record const& r) { return r.has_started(); }, {}},
      {"SH13 a practitioner who said nothing in sight", HOLDS(members, cara.account), seen(P::plan)},
      {"a drawing", HOLDS(maps, Occasion::everyday), seen(P::circle)},
      {"the sentence", HOLDS(sentence, Occasion::everyday), seen(P::circle)},
      {"what was said of the sentence", HOLDS(statements, of<StatementId>(1)), seen(P::circle)},
      {"a tie", HOLDS(ties, mum), seen(P::circle)},
      {"SH4 a private tie", HOLDS(ties, joe), nobody_else},
      {"a tie that somebody else drew", HOLDS(ties, of<TieId>(4)), seen(P::circle)},
      {"SH7 in which visit it was drawn", HOLDS(drawn, of<TieId>(4)), nobody_else},
      {"a link", HOLDS(links, of<LinkId>(1)), seen(P::circle)},
      {"SH1 a link to a private tie", HOLDS(links, of<LinkId>(2)), nobody_else},
      {"whether there is enough support", HOLDS(supports, Support::illness), seen(P::matters)},
      {"who helps",
       [](Record const& r) {
         return r.helpers.contains({Support::illness, mum});
       },
       seen(P::matters, P::circle)},
      {"SH1 a private tie who helps",
       [](Record const& r) {
         return r.helpers.contains({Support::illness, joe});
       },
       nobody_else},
      {"what helps", HOLDS(statements, of<StatementId>(2)), seen(P::matters)},
      {"what a tie wishes", HOLDS(statements, of<StatementId>(3)), seen(P::matters, P::circle)},
      {"SH1 what a private tie wishes", HOLDS(statements, of<StatementId>(4)), nobody_else},
      {"a thing once enjoyed", HOLDS(enjoyed, of<EnjoyedId>(1)), seen(P::matters)},
      {"the words of it", HOLDS(statements, of<StatementId>(5)), seen(P::matters)},
      {"what they would like", HOLDS(preferences, ideas::Theme::being_sociable), seen(P::matters)},
      {"what they need of a place", HOLDS(access, ideas::AccessNeed::toilet), seen(P::matters)},
      {"what suits them", HOLDS(suits, the_record), seen(P::matters)},
      {"SH5 where they live", HOLDS(near, the_record), {{}, set_of(P::ideas)}},
      {"a chosen idea", HOLDS(ideas, of<IdeaId>(1)), seen(P::ideas)},
      {"their own find", HOLDS(ideas, of<IdeaId>(2)), seen(P::ideas)},
      {"the words of it", HOLDS(statements, of<StatementId>(6)), seen(P::ideas)},
      {"who comes along", HOLDS(company, key_of_row("idea", text_of(of<IdeaId>(1)))),
       seen(P::ideas, P::circle)},
      {"SH1 that a private tie comes along", HOLDS(company, key_of_row("idea", text_of(of<IdeaId>(2)))),
       nobody_else},
      {"SH6 a follow-up", HOLDS(followups, of<FollowUpId>(1)), {{}, set_of(P::ideas)}},
      {"SH6 the words of it", HOLDS(statements, of<StatementId>(7)), {{}, set_of(P::ideas)}},
      {"a goal", HOLDS(goals, of<GoalId>(1)), seen(P::plan)},
      {"the words of it", HOLDS(statements, of<StatementId>(8)), seen(P::plan)},
      {"SH1 a goal in the words of a private tie", HOLDS(goals, of<GoalId>(2)), nobody_else},
      {"SH1 those words", HOLDS(statements, of<StatementId>(9)), nobody_else},
      {"a step", HOLDS(steps, of<StepId>(1)), seen(P::plan)},
      {"a step that a tie does", HOLDS(steps, of<StepId>(2)), seen(P::plan, P::circle)},
      {"SH1 a step that a private tie does", HOLDS(steps, of<StepId>(3)), nobody_else},
      {"SH1 the words of it", HOLDS(statements, of<StatementId>(12)), nobody_else},
      {"SH1 a step under a hidden goal", HOLDS(steps, of<StepId>(4)), nobody_else},
      {"which idea a step carries out", HOLDS(joined, of<StepId>(1)), seen(P::plan, P::ideas)},
      {"who comes along to a step", HOLDS(company, key_of_row("step", text_of(of<StepId>(1)))),
       seen(P::plan, P::circle)},
      {"a promise of a tie", HOLDS(promises, of<PromiseId>(1)), seen(P::plan, P::circle)},
      {"SH1 a promise of a private tie", HOLDS(promises, of<PromiseId>(2)), nobody_else},
      {"what they ask for", HOLDS(talk, of<TalkId>(1)), seen(P::together)},
      {"the words of it", HOLDS(statements, of<StatementId>(16)), seen(P::together)},
      {"SH1 what a private tie wants to talk about", HOLDS(talk, of<TalkId>(2)), nobody_else},
      {"when you meet", HOLDS(meetings, of<MeetingId>(1)), seen(P::together)},
      {"that a tie comes",
       [](Record const& r) { return r.meets.contains({of<MeetingId>(1), Party::of(mum)}); },
       seen(P::together, P::circle)},
      {"SH1 that a private tie comes",
       [](Record const& r) { return r.meets.contains({of<MeetingId>(1), Party::of(joe)}); }, nobody_else},
      {"a line of About me", HOLDS(statements, of<StatementId>(19)), seen(P::about_me)},
      {"SH1 a line of About me in the words of a private tie", HOLDS(statements, of<StatementId>(20)),
       nobody_else},
      {"that all is paused", HOLDS(pause, the_record), seen(P::together)},
      {"a later date", HOLDS(reviews, ReviewAt::three_months), seen(P::together)},
      {"a supporter's line of About me", HOLDS(statements, of<StatementId>(61)), seen(P::about_me)},
      {"SU6 which tie a supporter is", HOLDS(supporters, gwen.account), seen(P::about_me, P::circle)},
      {"SU11 an invitation", HOLDS(invitations, of<InvitationId>(0x501)), nobody_else},
      {"SU12 how they can be reached safely",
       HOLDS(reach, the_record),
       {set_of(P::together), {}, false, true}},
      {"SH7 somebody else's grant", HOLDS(grants, of<GrantId>(1)), nobody_else},
      {"SH7 somebody else's visit", HOLDS(visits, of<VisitId>(1)), nobody_else},
      {"a practitioner's goal", HOLDS(goals, of<GoalId>(3)), seen(P::plan)},
      {"AG7 what somebody makes of a line", [](Record const& r) { return takes_stance(r, 8); },
       seen(P::plan)},
      {"AG7 in their own words", HOLDS(statements, of<StatementId>(21)), seen(P::plan)},
      {"AG7 what a tie makes of it", [](Record const& r) { return takes_stance(r, 16); },
       seen(P::together, P::circle)},
      {"SH1 what a private tie makes of it", [](Record const& r) { return takes_stance(r, 18); },
       nobody_else},
      {"SH1 in its own words", HOLDS(statements, of<StatementId>(22)), nobody_else},
      {"AG11 words offered by somebody else", HOLDS(proposals, of<ProposalId>(1)), {{}, set_of(P::plan)}},
      {"DE9 a decision", HOLDS(decisions, of<DecisionId>(1)), seen(P::plan)},
      {"DE9 an option", HOLDS(statements, of<StatementId>(25)), seen(P::plan)},
      {"DE9 what the person answered", HOLDS(statements, of<StatementId>(26)), seen(P::plan)},
      {"SH1 a decision in the words of a private tie", HOLDS(decisions, of<DecisionId>(2)), nobody_else},
      {"SH1 and its options", HOLDS(statements, of<StatementId>(28)), nobody_else},
      {"ST12 what they prepare to say", HOLDS(statements, of<StatementId>(29)), nobody_else},
      {"what good help looks like", HOLDS(statements, of<StatementId>(30)), seen(P::about_me)},
      {"AG11 as they are worded", HOLDS(statements, of<StatementId>(23)), {{}, set_of(P::plan)}},
  };
#undef HOLDS
  return list;
}

struct Viewer {
  std::string sentence;
  Who who;
  std::function<void(Story&)> let_in;
  bool any;
  PartSet see, drawing = {};
};

// Every way of being let in, and every way of not being let in any more.
std::vector<Viewer> viewers() {
  std::vector<Viewer> list;
  auto const grants = [](PartSet see, PartSet tell = {}) {
    return [=](Story& s) { s.told(amina, grant(9, ben, see, tell)); };
  };
  for (std::uint32_t bits = 1; bits <= every_part.bits; ++bits) {
    PartSet const parts{bits};
    auto const number = std::to_string(bits);
    list.push_back({"a grant to see parts " + number, ben, grants(parts), true, parts.with(Part::together)});
    list.push_back({"VI4 a visit about parts " + number, ben,
                    [=](Story& s) { s.told(amina, visit(9, ben, parts)); }, true, parts.with(Part::together),
                    parts.with(Part::together)});
  }
  list.push_back({"who may tell and not see", ben, grants({}, every_part), true, {}});
  list.push_back({"a grant and a visit about the rest", ben,
                  [&, grants](Story& s) {
                    grants(set_of(Part::plan))(s);
                    s.told(amina, visit(9, ben, set_of(Part::ideas)));
                  },
                  true, set_of(Part::together, Part::plan, Part::ideas),
                  set_of(Part::together, Part::ideas)});
  list.push_back({"SH12 a grant taken back",
                  ben,
                  [=](Story& s) {
                    grants(every_part)(s);
                    s.told(amina, EndGrant{of<GrantId>(9)});
                  },
                  false,
                  {}});
  list.push_back({"SH11 a grant that has run out",
                  ben,
                  [](Story& s) {
                    auto ask = grant(9, ben, every_part);
                    ask.until = Instant{s.now.ms + hour_ms};
                    s.told(amina, ask);
                    s.now.ms += hour_ms;
                  },
                  false,
                  {}});
  list.push_back({"VI3 a visit that was ended",
                  ben,
                  [](Story& s) {
                    s.told(amina, visit(9, ben, every_part));
                    s.told(amina, EndVisit{of<VisitId>(9)});
                  },
                  false,
                  {}});
  list.push_back({"VI4 a visit twelve hours ago",
                  ben,
                  [](Story& s) {
                    s.told(amina, visit(9, ben, every_part));
                    s.now.ms += visit_hours_max * hour_ms;
                  },
                  false,
                  {}});
  for (std::uint32_t bits = 1; bits <= every_part.bits; ++bits) {
    PartSet const parts{bits};
    list.push_back({"SU12 a supporter who may see parts " + std::to_string(bits), hal,
                    [=](Story& s) { stands_by(s, hal, 4, parts); }, true, parts});
  }
  list.push_back({"SU2 a supporter who may tell and not see",
                  hal,
                  [](Story& s) { stands_by(s, hal, 4, {}, every_part); },
                  true,
                  {}});
  list.push_back({"SU8 a supporter after it was ended",
                  hal,
                  [](Story& s) {
                    stands_by(s, hal, 4, every_part, every_part);
                    s.told(amina, EndSupport{hal.account});
                  },
                  false,
                  {}});
  list.push_back({"SU8 a supporter after it was narrowed", hal,
                  [](Story& s) {
                    stands_by(s, hal, 4, every_part, every_part);
                    s.told(amina, set_support(hal, set_of(Part::matters)));
                  },
                  true, set_of(Part::matters)});
  list.push_back({"SU7 a supporter in a visit that somebody forged", hal,
                  [](Story& s) {
                    stands_by(s, hal, 4, set_of(Part::plan));
                    s.filled(1, [](std::uint64_t) {
                      return VisitOpened{of<VisitId>(9), {hal.account}, every_part, {INT64_MAX}, false};
                    });
                  },
                  true, set_of(Part::plan)});
  list.push_back({"SU3 a supporter nobody invited", hal, {}, false, {}});
  auto const forged = [](Who const& who) {  // even if a grant stood in the journal
    return [who](Story& s) {
      s.filled(1, [&](std::uint64_t) { return GrantGiven{grant(9, who, every_part)}; });
    };
  };
  list.push_back({"SH2 a practitioner nobody let in", ben, {}, false, {}});
  list.push_back({"SH3 a curator", dev, forged(dev), false, {}});
  list.push_back({"SH3 an administrator", eve, forged(eve), false, {}});
  list.push_back({"SH3 another person", fay, forged(fay), false, {}});
  return list;
}

bool expected(Viewer const& viewer, Need const& need) {
  bool const supporter = viewer.who.role == Role::supporter;
  return viewer.any && !need.person_only && !(supporter && need.no_supporter) &&
         viewer.see.covers(need.see) && viewer.drawing.covers(need.drawing);
}

TEST(Sight, SH1_to_SH8_every_reader_against_every_row) {
  Story whole = begun();
  everything(whole);
  for (auto const& item : items()) {
    EXPECT_TRUE(item.is_there(whole.shown_to(amina))) << item.sentence << ": the person sees all of it";
  }
  EXPECT_FALSE(sight_of(whole.record, amina.reader(), whole.now).until);
  for (auto const& viewer : viewers()) {
    auto s = whole;
    if (viewer.let_in) viewer.let_in(s);
    auto const shown = s.shown_to(viewer.who);
    for (auto const& item : items()) {
      EXPECT_EQ(item.is_there(shown), expected(viewer, item.need))
          << viewer.sentence << ": " << item.sentence;
    }
  }
}

TEST(Sight, SH1_what_is_shown_shows_the_same_sight_again) {
  Story whole = begun();
  everything(whole);
  for (auto const& viewer : viewers()) {
    auto s = whole;
    if (viewer.let_in) viewer.let_in(s);
    auto const sight = sight_of(s.record, viewer.who.reader(), s.now);
    auto const shown = restrict(s.record, sight);
    EXPECT_EQ(sight_of(shown, viewer.who.reader(), s.now), sight) << viewer.sentence;
    auto const again = restrict(shown, sight);
    std::vector<std::size_t> once, twice;
    each_table(shown, [&](auto const& table) { once.push_back(table.size()); });
    each_table(again, [&](auto const& table) { twice.push_back(table.size()); });
    EXPECT_EQ(once, twice) << viewer.sentence;
  }
}

TEST(Sight, SH4_a_private_tie_is_seen_in_the_visit_in_which_it_was_drawn) {
  auto s = begun();
  s.told(amina, grant(1, ben, every_part));
  s.told(amina, grant(2, cara, every_part));
  s.told(amina, visit(1, ben, set_of(Part::circle)));
  s.told(ben, private_tie(1, "Joe"));
  s.told(amina, private_tie(2, "Lee"));
  EXPECT_TRUE(s.shown_to(ben).ties.contains(of<TieId>(1)));
  EXPECT_FALSE(s.shown_to(ben).ties.contains(of<TieId>(2))) << "the person drew it by themself";
  EXPECT_FALSE(s.shown_to(cara).ties.contains(of<TieId>(1)));
  s.told(amina, EndVisit{of<VisitId>(1)});
  EXPECT_FALSE(s.shown_to(ben).ties.contains(of<TieId>(1)));
  s.told(amina, visit(2, ben, set_of(Part::circle)));
  EXPECT_FALSE(s.shown_to(ben).ties.contains(of<TieId>(1))) << "another visit is another visit";
}

TEST(Sight, SH4_drawing_under_a_hidden_id_does_not_open_it) {
  auto s = begun();
  s.told(amina, private_tie(1, "Joe"));
  s.told(amina, visit(1, ben, set_of(Part::circle)));
  s.told(ben, tie(1, "Probe"));
  EXPECT_TRUE(s.shown_to(ben).ties.empty());
  EXPECT_EQ(s.record.ties.at(of<TieId>(1)).details.name.text, "Joe");
}

TEST(Sight, SH10_who_looks_after_the_sharing_sees_all_of_it_and_the_code) {
  Story s;
  s.told(ben, StartRecord{{"Rose"}, false, true, every_part, Code{"K7Q2-MM4P"}});
  EXPECT_TRUE(s.shown_to(ben).code.empty()) << "not outside a visit";
  auto together = visit(1, ben, every_part);
  together.said_aloud = true;
  s.told(ben, together);
  auto for_cara = grant(1, cara, every_part);
  for_cara.said_aloud = true;
  s.told(ben, for_cara);
  EXPECT_EQ(s.shown_to(ben).grants.size(), 2u);
  EXPECT_EQ(s.shown_to(ben).code.size(), 1u);
  EXPECT_EQ(s.shown_to(cara).grants.size(), 1u);
  EXPECT_TRUE(s.shown_to(cara).code.empty());
}

TEST(Sight, SY7_how_long_a_device_may_keep_what_it_was_given) {
  auto s = begun();
  auto const kept_days = [&](Who const& who) {
    auto const sight = sight_of(s.record, who.reader(), s.now);
    return (keep_until(sight, who.role, s.now).ms - s.now.ms) / day_ms;
  };
  EXPECT_EQ(kept_days(amina), keep_days_person);
  s.told(amina, grant(1, ben, every_part));
  EXPECT_EQ(kept_days(ben), keep_days_practitioner);
  auto short_grant = grant(2, cara, every_part);
  short_grant.until = Instant{s.now.ms + 2 * day_ms};
  s.told(amina, short_grant);
  EXPECT_EQ(kept_days(cara), 2) << "never past the grant";
  s.told(amina, visit(1, ben, every_part));
  EXPECT_EQ(kept_days(ben), 0) << "nor past a visit";
}

}  // namespace
}  // namespace kith
