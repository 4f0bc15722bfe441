#include "sim/life.hpp"

#include <algorithm>

namespace kith::sim {
namespace {

template <class A, class... Kinds>
constexpr std::size_t index_in(std::variant<Kinds...> const*) {
  std::size_t n = 0, found = 0;
  ((std::is_same_v<A, Kinds> ? found = n : 0, ++n), ...);
  return found;
}

std::vector<AccountId> who_can_be_let_in() {
  std::vector<AccountId> accounts;
  for (auto const& one : town)
    if (one.role != Role::person) accounts.push_back(one.account);
  return accounts;
}

}  // namespace

Life::Life(std::uint64_t seed) : up_(seed, who_can_be_let_in()) {}

Command Life::command(Ask ask, Instant now) {
  return {up_.dice.id<CommandId>(), now, 0, {}, {}, std::move(ask)};
}

template <class A>
Command Life::made(Record const& shown, Instant now) {
  return command(up_.ask(index_in<A>(static_cast<AnyAsk const*>(nullptr)), shown, now), now);
}

GiveGrant Life::grant(AccountId to, Instant now) {
  auto const parts = [&] { return PartSet{static_cast<std::uint32_t>(up_.dice.below(every_part.bits + 1))}; };
  GiveGrant grant{up_.dice.id<GrantId>(), to, parts() | parts(), parts(), {}, false};
  if (grant.see.empty()) grant.tell = every_part;
  if (up_.dice.chance(25))
    grant.until = Instant{now.ms + static_cast<std::int64_t>(1 + up_.dice.below(6)) * day_ms};
  return grant;
}

std::vector<Command> Life::beginning(Instant now) {
  std::vector<Command> list;
  list.push_back(command(StartRecord{{amina.name}, true, false, {}, {}}, now));
  for (auto const& account : who_can_be_let_in()) list.push_back(command(grant(account, now), now));
  Record const nothing;
  list.push_back(made<PlaceGoal>(nothing, now));
  list.push_back(made<Raise>(nothing, now));
  list.push_back(made<DrawTie>(nothing, now));
  list.push_back(made<AddEnjoyed>(nothing, now));
  list.push_back(made<ChooseIdea>(nothing, now));
  return list;
}

// The next version of a line that stands there: in their own voice, or typed for the person beside them.
std::optional<Command> Life::reword(Record const& shown, Reader const& reader, Instant now) {
  if (shown.statements.empty()) return std::nullopt;
  auto const sight = sight_of(shown, reader, now);
  auto const& row = up_.dice.pick(shown.statements).second;
  auto const heads = row.heads();
  bool const one_voice =
      std::ranges::all_of(heads, [&](Worded const* head) { return head->voice == heads.front()->voice; });
  if (heads.empty() || !one_voice) return std::nullopt;
  auto made = command(WordStatement{{row.statement, {up_.word()}, {}, {}}, row.place, {}}, now);
  for (auto const* head : heads) made.base.push_back(head->version);
  made.voice = heads.front()->voice;
  auto& wording = std::get<WordStatement>(made.ask).wording;
  if (made.voice != sight.voice()) wording.confirmed = Confirmed::read_back;
  return made;
}

// What they make of the newest words of a line, or other words for them.
std::optional<Command> Life::judge_a_line(Record const& shown, Instant now) {
  if (shown.statements.empty()) return std::nullopt;
  auto const& row = up_.dice.pick(shown.statements).second;
  auto const version = row.heads().back()->version;
  if (up_.dice.chance(30)) {
    WordsBeside const other{up_.dice.id<StatementId>(), {up_.word()}, {}};
    return command(ProposeWords{up_.dice.id<ProposalId>(), row.statement, version, other, {}}, now);
  }
  auto const stance = static_cast<Stance>(up_.dice.below(count_of<Stance>));
  return command(TakeStance{row.statement, version, stance, {}, {}}, now);
}

std::optional<Command> Life::answer_a_proposal(Record const& shown, Instant now) {
  for (auto const& [id, row] : shown.proposals) {
    auto const* line = find(shown.statements, row.statement);
    if (row.state != ProposalState::waiting || !line || up_.dice.chance(30)) continue;
    auto const* offered = find(shown.statements, row.offered);
    auto const read = offered ? std::optional(offered->heads().front()->version) : std::nullopt;
    auto made = command(AnswerProposal{id, up_.dice.chance(70), {}, read}, now);
    for (auto const* head : line->heads()) made.base.push_back(head->version), made.voice = head->voice;
    return made;
  }
  return std::nullopt;
}

Command Life::tap(Record const& shown, Reader const& reader, Instant now) {
  auto const which = up_.dice.below(100);
  if (which < 35) {
    if (auto again = reword(shown, reader, now)) return std::move(*again);
  }
  if (which < 48) {
    if (auto judged = judge_a_line(shown, now)) return std::move(*judged);
  }
  if (which < 56) {
    if (auto answered = answer_a_proposal(shown, now)) return std::move(*answered);
  }
  if (which < 58) return made<Raise>(shown, now);
  if (which < 62) return made<PlaceGoal>(shown, now);
  if (which < 68 && reader.role == Role::person) return made<OpenVisit>(shown, now);
  if (which < 72 && reader.role == Role::person)
    return command(grant(up_.dice.pick(who_can_be_let_in()), now), now);
  return up_.command(shown, reader, now);
}

std::vector<Command> Life::let_out(Record const& shown, AccountId account, Instant now) {
  std::vector<Command> list;
  for (auto const& [id, row] : shown.grants)
    if (row.to == account && row.holds(now)) list.push_back(command(EndGrant{id}, now));
  for (auto const& [id, row] : shown.visits) {
    bool const with = std::ranges::find(row.with, account) != row.with.end();
    if (with && row.is_open(now)) list.push_back(command(EndVisit{id}, now));
  }
  if (up_.dice.chance(40)) list.push_back(command(grant(account, now), now));
  return list;
}

}  // namespace kith::sim
