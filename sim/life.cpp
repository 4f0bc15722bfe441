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

Command Life::tap(Record const& shown, Reader const& reader, Instant now) {
  auto const which = up_.dice.below(100);
  if (which < 35) {
    if (auto again = reword(shown, reader, now)) return std::move(*again);
  }
  if (which < 45) return made<Raise>(shown, now);
  if (which < 52) return made<PlaceGoal>(shown, now);
  if (which < 58 && reader.role == Role::person) return made<OpenVisit>(shown, now);
  if (which < 62 && reader.role == Role::person)
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
