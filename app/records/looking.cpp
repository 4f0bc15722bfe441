// Looking: who is not the person leaves an entry before anything is answered, and the person reads who did.
// Rules LK1-LK9 (spec/access-log.md).
#include <algorithm>

#include "app/fault.hpp"
#include "app/journal/latch.hpp"
#include "app/records/records.hpp"

namespace kith::app {
namespace {

bool is_person(Record const& record, AccountId account) {
  auto const* whose = record.whose();
  return whose && whose->account == account;
}

Fault not_kept(std::string const& why) {
  return {FaultKind::unavailable, "The access log could not be written, so nothing was shown. " + why, "LK2"};
}

}  // namespace

bool Records::lets_in(Caller const& caller, RecordId id) {
  return sight_of(store_.load(id)->record, caller.reader(), needs_.clock()).any();
}

bool Records::is_at_hand(Caller const& caller, RecordId id, Surface surface) {
  if (caller.own_record == id) return true;
  return looks_.is_fresh({id, caller.account, surface}, needs_.clock()) && lets_in(caller, id);
}

void Records::look(Caller const& caller, RecordId id, Record const& record, Surface surface) {
  if (is_person(record, caller.account) || looks_.counts({id, caller.account, surface}, needs_.clock()))
    return;
  keep_looks({id}, {caller.account, caller.role, caller.name, surface, {}, {}});
}

void Records::look(Caller const& caller, std::vector<RecordId> const& ids, Surface surface) {
  std::vector<RecordId> left;
  for (auto const& id : ids) {
    if (!is_person(store_.load(id)->record, caller.account) &&
        !looks_.counts({id, caller.account, surface}, needs_.clock()))
      left.push_back(id);
  }
  keep_looks(std::move(left), {caller.account, caller.role, caller.name, surface, {}, {}});
}

// LK2: returns when every entry is durable, or throws. The looks of one moment share one commit.
void Records::keep_looks(std::vector<RecordId> left, Looked const& look) {
  for (int tries = 0; !left.empty() && tries < submit_tries_max; ++tries) {
    std::vector<Settled> settled(left.size(), Settled::fault);
    Latch latch(left.size());
    for (std::size_t n = 0; n < left.size(); ++n) {
      auto const decide = [this, look, id = left[n]] {
        auto entry = look;
        entry.at = needs_.clock();
        entry.on = local_day(entry.at, needs_.zone);
        return looks_.first(id, std::move(entry));
      };
      bool const taken = writer_.submit({decide, [&settled, &latch, n](Settled how) {
                                           settled[n] = how;
                                           latch.count_down();
                                         }});
      if (!taken) latch.count_down();
    }
    latch.wait();
    if (std::ranges::find(settled, Settled::fault) != settled.end())
      throw not_kept(writer_.last_fault().what());
    std::vector<RecordId> stale;
    for (std::size_t n = 0; n < left.size(); ++n)
      if (settled[n] == Settled::stale) stale.push_back(left[n]);
    left = std::move(stale);
  }
  if (!left.empty()) throw not_kept("Others wrote meanwhile.");
}

void Records::taken_whole(RecordId id) {
  keep_looks({id}, {{}, Role::administrator, {}, Surface::whole, {}, {}});
}

// LK7: what was copied from them stands here now.
std::vector<RecordId> Records::joined_to(RecordId id) {
  std::vector<RecordId> all{id};
  for (auto const& other : store_.load(id)->record.joined_with())
    if (is_joined(other, id)) all.push_back(other);
  return all;
}

std::vector<Looked> Records::all_looks(RecordId id) {
  std::vector<Looked> looks;
  for (auto const& one : joined_to(id)) std::ranges::move(looks_.all(one), std::back_inserter(looks));
  std::ranges::stable_sort(looks, {}, &Looked::at);
  return looks;
}

std::optional<WhoLooked> Records::who_looked(Caller const& caller, RecordId id, std::optional<Day> before) {
  auto const folded = store_.load(id);
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  if (!sight.person && !sight.keeps_sharing) return std::nullopt;
  look(caller, id, folded->record, Surface::looks);
  AccessLog::Page all;
  for (auto const& one : joined_to(id)) {
    auto page = looks_.before(one, before, needs_.zone);
    std::ranges::move(page.looks, std::back_inserter(all.looks));
    if (page.earlier) all.earlier = std::max(all.earlier.value_or(*page.earlier), *page.earlier);
  }
  if (all.earlier) std::erase_if(all.looks, [&](Looked const& look) { return look.on < *all.earlier; });
  std::ranges::stable_sort(all.looks, {}, &Looked::at);
  return WhoLooked{by_day(all.looks), all.earlier};
}

}  // namespace kith::app
