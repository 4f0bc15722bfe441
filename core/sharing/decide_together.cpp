// Being together: what to talk about, when to meet, visits, and who may see what. Rules TG1-TG4, VI1-VI5,
// SH9-SH12.
#include <algorithm>

#include "core/record/desk.hpp"

namespace kith {
namespace {

KnownAccount const* known(Desk const& desk, AccountId account) {
  auto const spot = std::ranges::find(desk.here.known, account, &KnownAccount::account);
  return spot == desk.here.known.end() ? nullptr : &*spot;
}

// SH9: only a practitioner of this installation can be let in, and by name.
std::optional<Fact> letting_in(Desk const& desk, AccountId account) {
  auto const* who = known(desk, account);
  if (!who || who->role != Role::practitioner) return std::nullopt;
  return MemberNamed{who->account, who->name, who->role};
}

// Which ways are safe is asked when a record begins; it may be left for later.
Said with_reach(Said begun, StartRecord const& ask) {
  if (ask.reach) begun.facts.push_back(ReachSet{{*ask.reach}});
  return begun;
}

}  // namespace

Verdict decide(Desk const& desk, StartRecord const& ask) {
  if (desk.record.has_started()) return not_there();  // not a hint that it exists
  if (!says_something(ask.name.text)) return refuse("SH14");
  auto const& reader = desk.here.reader;
  if (ask.mine) {
    if (reader.role != Role::person) return refuse("SH15");
    return with_reach(facts_of(RecordStarted{ask.name, reader.account, {}}), ask);
  }
  if (reader.role != Role::practitioner) return refuse("SH15");
  if (!ask.said_aloud) return refuse("SH10");
  GrantGiven grant;
  grant.grant = GrantId{desk.command.id.hi, desk.command.id.lo};
  grant.to = reader.account;
  grant.see = ask.keep.with(Part::together);
  grant.tell = PartSet{}.with(Part::together);
  grant.said_aloud = true;
  return with_reach(
      facts_of(RecordStarted{ask.name, {}, ask.code},
               MemberNamed{reader.account, desk.here.reader_name, reader.role}, std::move(grant)),
      ask);
}

Verdict decide(Desk const& desk, NamePerson const& ask) {
  if (!desk.may_draw(Part::together)) return not_yours();
  if (!says_something(ask.name.text)) return refuse("SH14");
  if (desk.record.whose()->name == ask.name) return Already{};
  return facts_of(PersonNamed{ask});
}

Verdict decide(Desk const& desk, Raise const& ask) {
  if (desk.record.talk.contains(ask.talk)) return id_taken();
  if (desk.record.talk.size() >= things_per_kind_max) return refuse("TG1");
  auto const place = ask.about == TalkAbout::asked_for ? Place::asked_for : Place::to_talk_about;
  auto worded = desk.word(ask.wording, place, row_key(TalkRow::kind, ask.talk), Part::together);
  if (auto* refusal = std::get_if<Refusal>(&worded)) return std::move(*refusal);
  return facts_of(TalkRaised{ask.talk, ask.about, ask.wording.statement, {}},
                  std::get<Fact>(std::move(worded)));
}

Verdict decide(Desk const& desk, SettleTalk const& ask) {
  auto const* there = find(desk.record.talk, ask.talk);
  if (!there) return not_there();
  if (!desk.may_draw(Part::together)) return refuse("TG2");
  if (there->settled) return Already{};
  return facts_of(TalkSettled{ask});
}

Verdict decide(Desk const& desk, SetMeeting const& ask) {
  if (!desk.may_draw(Part::together) && !desk.may_tell(Part::together)) return not_yours();
  if (!desk.record.meetings.contains(ask.meeting) && desk.record.meetings.size() >= things_per_kind_max)
    return refuse("TG1");
  if (ask.day < desk.today) return refuse("TG3");
  if (ask.minute && (*ask.minute < 0 || *ask.minute >= 24 * 60)) return refuse("TG4");
  for (auto const& party : ask.with)
    if (!desk.sees(party)) return not_there();
  return facts_of(MeetingSet{ask});
}

Verdict decide(Desk const& desk, CancelMeeting const& ask) {
  if (!desk.may_draw(Part::together) && !desk.may_tell(Part::together)) return not_yours();
  auto const* there = find(desk.record.meetings, ask.meeting);
  if (!there) return not_there();
  if (there->cancelled) return Already{};
  return facts_of(MeetingCancelled{ask});
}

Verdict decide(Desk const& desk, OpenVisit const& ask) {
  if (desk.record.visits.contains(ask.visit)) return id_taken();
  if (!desk.sight
           .person) {  // VI1: the person's yes, spoken, to somebody they have let in, and only for themself
    if (!ask.said_aloud || !desk.sight.any()) return refuse("VI1");
    if (ask.with != std::vector<AccountId>{desk.here.reader.account}) return refuse("VI1");
  }
  if (ask.with.empty() || ask.with.size() > parties_per_list_max) return refuse("VI2");
  Said verdict;
  for (auto const& account : ask.with) {
    auto named = letting_in(desk, account);
    if (!named) return refuse("SH9");
    if (!desk.record.members.contains(account)) verdict.facts.push_back(std::move(*named));
  }
  Instant const until{desk.here.now.ms + visit_hours_max * hour_ms};  // VI3
  verdict.facts.push_back(VisitOpened{ask.visit, ask.with, ask.parts, until, ask.said_aloud});
  return verdict;
}

Verdict decide(Desk const& desk, EndVisit const& ask) {
  auto const* there = find(desk.record.visits, ask.visit);
  if (!there) return not_there();
  if (!there->is_open(desk.here.now)) return Already{};
  return facts_of(VisitEnded{ask});
}

Verdict decide(Desk const& desk, GiveGrant const& ask) {
  bool const spoken = desk.sight.keeps_sharing && ask.said_aloud;
  if (!desk.sight.person && !spoken) return refuse("SH10");
  if (desk.record.grants.contains(ask.grant)) return id_taken();
  if (desk.record.grants.size() >= things_per_kind_max) return refuse("SH16");
  if (ask.see.empty() && ask.tell.empty()) return refuse("SH17");
  if (ask.until && *ask.until <= desk.here.now) return refuse("SH11");
  auto named = letting_in(desk, ask.to);
  if (!named) return refuse("SH9");
  Said verdict;
  if (!desk.record.members.contains(ask.to)) verdict.facts.push_back(std::move(*named));
  GrantGiven given{ask};
  if (!given.see.empty())
    given.see = given.see.with(Part::together);  // SH18: who sees anything sees whose record it is
  verdict.facts.push_back(std::move(given));
  return verdict;
}

Verdict decide(Desk const& desk, EndGrant const& ask) {
  auto const* there = find(desk.record.grants, ask.grant);
  if (!there) return not_there();
  if (there->ended) return Already{};
  return facts_of(GrantEnded{ask});
}

}  // namespace kith
