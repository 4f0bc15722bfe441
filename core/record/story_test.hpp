// Test only: a story told to a record. Each line is one person's command, decided on what they may see and
// folded.
//
// `told` is for what must be agreed and fails the test otherwise; `ask` gives the decision to look at. Ids
// are small numbers: `of<TieId>(7)`. The story begins on Monday 2 November 2026 at noon.
#pragma once
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/record/decide.hpp"

namespace kith::story {

struct Who {
  AccountId account;
  Role role;
  char const* name;
  Reader reader() const { return {account, role}; }
};
inline constexpr Who amina{{0xACC0, 1}, Role::person, "Amina"};
inline constexpr Who ben{{0xACC0, 2}, Role::practitioner, "Ben, link worker"};
inline constexpr Who cara{{0xACC0, 3}, Role::practitioner, "Cara, nurse"};
inline constexpr Who dev{{0xACC0, 4}, Role::curator, "Dev"};
inline constexpr Who eve{{0xACC0, 5}, Role::administrator, "Eve"};
inline constexpr Who fay{{0xACC0, 6}, Role::person, "Fay"};
inline constexpr Who gwen{{0xACC0, 7}, Role::supporter, "Gwen"};
inline constexpr Who hal{{0xACC0, 8}, Role::supporter, "Hal"};
inline constexpr Who everybody[] = {amina, ben, cara, dev, eve, fay, gwen, hal};

inline constexpr RecordId the_record{0x0EC0, 1};
inline constexpr Instant monday_noon{1793620800000};  // 2026-11-02T12:00Z
inline constexpr Day monday = *Day::of_count(20759);

template <class IdType>
constexpr IdType of(std::uint64_t number) {
  return {0x1D00, number};
}
inline Wording words(std::uint64_t statement, std::string text, std::optional<Confirmed> confirmed = {}) {
  return {of<StatementId>(statement), {std::move(text)}, confirmed, {}};
}
inline DrawTie tie(std::uint64_t id, std::string name, Ring ring = Ring::inner) {
  DrawTie ask;
  ask.tie = of<TieId>(id);
  ask.details.name.text = std::move(name);
  ask.standing.ring = ring;
  return ask;
}
inline DrawTie private_tie(std::uint64_t id, std::string name) {
  auto ask = tie(id, std::move(name));
  ask.details.is_private = true;
  return ask;
}
inline GiveGrant grant(std::uint64_t id, Who const& to, PartSet see, PartSet tell = {}) {
  return {of<GrantId>(id), to.account, see, tell, {}, false};
}
inline OpenVisit visit(std::uint64_t id, Who const& with, PartSet parts) {
  return {of<VisitId>(id), {with.account}, parts, false};
}

// How a command is sent, where it matters.
struct Sent {
  std::optional<Party> voice = {};
  std::vector<Version> base = {};
  std::int32_t offset_min = 0;
  std::optional<CommandId> id = {};
};

class Story {
 public:
  Record record;
  Instant now = monday_noon;
  std::vector<Event> events;
  CommandId last;  // the id of the last command: also the version of what it changed

  static Context here_of(Who const& who, Instant now) {
    Context here{who.reader(), Name{who.name}, now, {}};
    for (auto const& one : everybody) here.known.push_back({one.account, Name{one.name}, one.role});
    return here;
  }
  Record shown_to(Who const& who) const { return restrict(record, sight_of(record, who.reader(), now)); }

  Decision ask(Who const& who, Ask what, Sent how = {}) {
    last = how.id.value_or(CommandId{0xC0DE, next_++});
    Command const command{last, now, how.offset_min, how.voice, std::move(how.base), std::move(what)};
    auto decision = decide(shown_to(who), the_record, command, here_of(who, now));
    if (auto const* agreed = std::get_if<Agreed>(&decision)) {
      for (auto const& event : agreed->events) apply(record, the_record, event), events.push_back(event);
    }
    return decision;
  }
  CommandId told(Who const& who, Ask what, Sent how = {}) {
    auto const name = std::string(name_of(what));
    auto const decision = ask(who, std::move(what), std::move(how));
    auto const* refusal = std::get_if<Refusal>(&decision);
    if (refusal) ADD_FAILURE() << who.name << " was refused " << name << " by " << refusal->rule;
    return last;
  }
  // Facts that came by themselves, to fill a record to its bound.
  template <class MakeFact>
  void filled(std::uint64_t count, MakeFact&& fact) {
    for (std::uint64_t n = 0; n < count; ++n) {
      apply(record, the_record, {CommandId{0xF111, n + 1}, 0, amina.account, now, today(), fact(0xF000 + n)});
    }
  }
  void days_pass(std::int64_t days) { now.ms += days * day_ms; }
  Day today() const { return plus_days(monday, (now.ms - monday_noon.ms) / day_ms); }

 private:
  std::uint64_t next_ = 1;
};

// Amina's own record, begun.
inline Story begun() {
  Story story;
  story.told(amina, StartRecord{{"Amina"}, true, false, {}, {}});
  return story;
}

// A decision in one word: "agreed", "already", "apart", or the rule that refused.
inline std::string outcome(Decision const& decision) {
  if (auto const* refusal = std::get_if<Refusal>(&decision)) return std::string(refusal->rule);
  if (std::holds_alternative<Already>(decision)) return "already";
  return std::get<Agreed>(decision).changed_apart ? "apart" : "agreed";
}
// The facts an agreement writes, by name, in order: "goal_placed statement_worded".
inline std::string facts(Decision const& decision) {
  std::string names;
  if (auto const* agreed = std::get_if<Agreed>(&decision)) {
    for (auto const& event : agreed->events)
      names += (names.empty() ? "" : " ") + std::string(name_of(event.fact));
  }
  return names;
}

// One row of a table of decisions: given what was told, when somebody asks, then this comes of it.
struct Case {
  char const* sentence;  // begins with the rule
  void (*given)(Story&);
  Who who;
  Ask when;
  char const* then;  // as `outcome` says it
  Sent how = Sent{};
};
template <class Cases>
void check(Cases const& cases) {
  for (auto const& one : cases) {
    auto story = begun();
    if (one.given) one.given(story);
    EXPECT_EQ(outcome(story.ask(one.who, one.when, one.how)), one.then) << one.sentence;
  }
}

}  // namespace kith::story
