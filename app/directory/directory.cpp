#include "app/directory/directory.hpp"

#include "app/fault.hpp"
#include "app/journal/chain.hpp"
#include "app/seal/seal.hpp"
#include "wire/directory_events.hpp"

namespace kith::app {
namespace {

using namespace ideas;

constexpr std::size_t events_per_step_max = 1000;  // of an import: one durable commit each
constexpr std::size_t events_read_at_once = 500;
constexpr std::size_t streams_read_at_once = 500;
constexpr int stale_tries_max = 8;

}  // namespace

// One try: every stream from where it stands now. false: somebody else wrote in between.
bool Directory::try_append(Changes const& changes, IdBits const& cause) {
  AppendItem item;
  std::uint32_t n = 0;
  for (auto const& [stream, events] : changes) {
    auto const at = needs_.journal.head(stream);
    auto head = at ? at->head : empty_head(needs_.hash, stream, StreamKind::organization);
    StreamPart part{stream, StreamKind::organization, head, {}};
    for (auto const& event : events) {
      EventHeader const header{stream, head.position + 1, {cause, n++}, needs_.clock(), open_key, 0};
      part.events.push_back(link(needs_.hash, head, header, wire::write_directory_event(event)));
      head = head_after(part.events.back());
    }
    item.parts.push_back(std::move(part));
  }
  return needs_.journal.append({&item, 1}).front() == AppendOutcome::appended;
}

void Directory::append(Changes const& changes) {
  auto const cause = needs_.new_id();
  for (int tried = 0; tried < stale_tries_max; ++tried) {
    if (!try_append(changes, cause)) continue;
    for (auto const& [stream, events] : changes) follow(stream);
    return;
  }
  throw Fault(FaultKind::unavailable, "the directory is being written from elsewhere; try again");
}

ImportCounts Directory::import(DirectoryDraft& draft) {
  std::scoped_lock const one_at_a_time(mutex_);
  Changes changes;
  std::size_t waiting = 0;
  auto const flush = [&] {
    if (!changes.empty()) append(changes);
    changes.clear();
    waiting = 0;
  };
  for (auto& one : draft.drafts) {
    auto const stored = needs_.search.find(one.service.id);
    auto fresh = stored ? with_curation(one.service, *stored) : one.service;
    bool const changed = !stored || fresh != *stored;
    for (auto const row : one.rows) draft.ledger.settle(row, changed);
    if (!changed) continue;
    auto const stream = needs_.model.stream_of(fresh.id).value_or(organization_stream(fresh));
    changes[stream].push_back(ServiceListed{std::move(fresh)});
    if (++waiting >= events_per_step_max || changes.size() >= streams_per_item_max) flush();
  }
  flush();
  return draft.ledger.counts();
}

std::optional<Refusal> Directory::record(ServiceId id, DirectoryEvent event) {
  auto const stream = needs_.model.stream_of(id);
  if (!stream) return refuse("DC1");
  append({{*stream, {std::move(event)}}});
  return std::nullopt;
}

std::optional<Refusal> Directory::confirm(ServiceId service, Day on, std::string const& by_role) {
  std::scoped_lock const one_at_a_time(mutex_);
  return record(service, ServiceChecked{service, on, by_role});
}

std::optional<Refusal> Directory::hide(ServiceId service, bool hidden) {
  std::scoped_lock const one_at_a_time(mutex_);
  return record(service, ServiceHidden{service, hidden});
}

std::optional<Refusal> Directory::report(ServiceId service, ServiceReport what, Day on) {
  std::scoped_lock const one_at_a_time(mutex_);
  auto const id = needs_.new_id();
  return record(service, ServiceTroubleReported{ReportId{id.hi, id.lo}, service, what, on});
}

std::optional<Refusal> Directory::settle(ReportId report) {
  std::scoped_lock const one_at_a_time(mutex_);
  auto const service = needs_.search.service_of(report);
  return service ? record(*service, ReportSettled{report}) : std::optional(refuse("DC1"));
}

// What an event changes in the model. `pending` holds the services this step has changed already.
std::optional<ModelChange> Directory::change_of(DirectoryEvent const& event,
                                                std::map<ServiceId, Service>& pending) const {
  if (auto const* listed = std::get_if<ServiceListed>(&event))
    return pending[listed->service.id] = listed->service;
  if (auto const* trouble = std::get_if<ServiceTroubleReported>(&event)) return *trouble;
  if (auto const* settled = std::get_if<ReportSettled>(&event)) return *settled;
  auto const* checked = std::get_if<ServiceChecked>(&event);
  auto const* hidden = std::get_if<ServiceHidden>(&event);
  auto const id = checked ? checked->service : hidden->service;
  auto known = pending.find(id);
  if (known == pending.end()) {
    auto stored = needs_.search.find(id);
    if (!stored) return std::nullopt;
    known = pending.emplace(id, std::move(*stored)).first;
  }
  auto& service = known->second;
  if (hidden) {
    service.hidden = hidden->hidden;
  } else {
    service.checked_on = checked->on;
    service.checked_by = checked->by;
    service.next_check = plus_days(checked->on, check_every_days);
  }
  return service;
}

void Directory::follow(IdBits const& stream) {
  for (auto from = needs_.model.position(stream) + 1;;) {
    auto const events = needs_.journal.events(stream, from, events_read_at_once);
    if (events.empty()) return;
    std::map<ServiceId, Service> pending;
    std::vector<ModelChange> changes;
    for (auto const& stored : events) {
      auto const event = stored.body ? wire::read_directory_event(*stored.body) : std::nullopt;
      if (stored.body && !event)
        throw Fault(FaultKind::corrupted, "an event of the directory cannot be read");
      auto change = event ? change_of(*event, pending) : std::nullopt;
      if (change) changes.push_back(std::move(*change));
    }
    needs_.model.apply(stream, events.back().header.position, changes);
    from = events.back().header.position + 1;
  }
}

void Directory::catch_up() {
  std::scoped_lock const one_at_a_time(mutex_);
  std::optional<IdBits> after;
  for (;;) {
    auto const streams = needs_.journal.streams(after, streams_read_at_once);
    if (streams.empty()) return;
    for (auto const& one : streams) {
      bool const behind =
          one.kind == StreamKind::organization && needs_.model.position(one.stream) < one.head.position;
      if (behind) follow(one.stream);
    }
    after = streams.back().stream;
  }
}

void Directory::rebuild() {
  needs_.model.clear();
  catch_up();
}

}  // namespace kith::app
