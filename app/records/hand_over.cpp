// Handing a record to its person: who may print a code for whom, and what happens when a card is used.
#include <algorithm>

#include "app/fault.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"

namespace kith::app {

bool Records::may_hand_card(Caller const& caller, RecordId id) {
  auto const folded = store_.load(id);
  auto const* person = folded->record.whose();
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  return person && !person->account && sight.keeps_sharing && !folded->record.is_closed();
}

std::optional<AccountId> Records::may_hand_way_back(Caller const& caller, RecordId id) {
  auto const folded = store_.load(id);
  auto const* person = folded->record.whose();
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  if (!person || sight.person || sight.supporter || !sight.any()) return std::nullopt;
  return person->account;
}

std::string Records::name_in(RecordId id) {
  auto const folded = store_.load(id);
  return folded->record.whose() ? folded->record.whose()->name.text : std::string();
}

bool Records::give_to(RecordId id, AccountId person) {
  check_open();
  bool given = false;
  auto const settled = submit_and_wait(writer_, [&, this]() -> std::optional<AppendItem> {
    auto& folded = store_.tentative(id);
    given = folded.record.whose() && !folded.record.whose()->account && !folded.record.is_closed();
    if (!given) return std::nullopt;
    auto const now = needs_.clock();
    std::array<std::uint8_t, id_bytes> bytes{};
    std::ranges::copy(needs_.seal.random(id_bytes), bytes.begin());
    Event const taken{random_id<CommandId>(bytes), 0, person, now, local_day(now, needs_.zone),
                      RecordTaken{person}};
    AppendItem item;
    item.parts.push_back(store_.extend(id, folded, {taken}, now));
    item.rows = rows_of(needs_.seal, id, taken);
    return item;
  });
  if (!settled || *settled == Settled::fault || *settled == Settled::stale)
    throw Fault(FaultKind::unavailable, "The record could not be handed over. Please try again.");
  return given;
}

}  // namespace kith::app
