#include "app/directory/directory.hpp"

#include <algorithm>

#include "app/fault.hpp"
#include "app/journal/chain.hpp"
#include "app/seal/seal.hpp"
#include "wire/directory_events.hpp"

namespace kith::app {
namespace {

using namespace ideas;

constexpr std::size_t events_read_at_once = 500;
constexpr std::size_t events_per_model_step = 1000;  // one commit of the read model
constexpr std::size_t streams_read_at_once = 500;
constexpr int stale_tries_max = 8;

}  // namespace

// One try: every stream from where it stands now. What somebody else overtook is left in `changes`.
void Directory::try_append(Changes& changes, IdBits const& cause, std::uint32_t& n) {
  std::vector<AppendItem> items;
  for (auto const& [stream, events] : changes) {
    auto const at = needs_.journal.head(stream);
    auto head = at ? at->head : empty_head(needs_.hash, stream, StreamKind::organization);
    StreamPart part{stream, StreamKind::organization, head, {}};
    for (auto const& event : events) {
      EventHeader const header{stream, head.position + 1, {cause, n++}, needs_.clock(), open_key, 0};
      part.events.push_back(link(needs_.hash, head, header, wire::write_directory_event(event)));
      head = head_after(part.events.back());
    }
    if (items.empty() || items.back().parts.size() >= streams_per_item_max) items.emplace_back();
    items.back().parts.push_back(std::move(part));
  }
  auto const outcomes = needs_.journal.append(items);
  for (std::size_t item = 0; item < items.size(); ++item) {
    if (outcomes[item] != AppendOutcome::appended) continue;
    for (auto const& part : items[item].parts) changes.erase(part.stream);
  }
}

void Directory::append(Changes changes) {
  auto const cause = needs_.new_id();
  std::uint32_t n = 0;
  std::vector<IdBits> streams;
  for (auto const& [stream, events] : changes) streams.push_back(stream);
  for (int tried = 0; tried < stale_tries_max && !changes.empty(); ++tried) try_append(changes, cause, n);
  follow(streams);
  if (!changes.empty())
    throw Fault(FaultKind::unavailable, "the directory is being written from elsewhere; try again");
}

std::optional<Refusal> Directory::record(ServiceId id, DirectoryEvent event) {
  auto const stream = needs_.model.stream_of(id);
  if (!stream) return refuse("DC1");
  Changes changes;
  changes[*stream].push_back(std::move(event));
  append(std::move(changes));
  return std::nullopt;
}

std::optional<Refusal> Directory::confirm(ServiceId service, Day on, Curator const& curator) {
  std::scoped_lock const one_at_a_time(mutex_);
  return record(service, ServiceChecked{service, on, curator.role, curator.account});
}

std::optional<Refusal> Directory::hide(ServiceId service, bool hidden, Day on, Curator const& curator) {
  std::scoped_lock const one_at_a_time(mutex_);
  return record(service, ServiceHidden{service, hidden, on, curator.account});
}

std::optional<Refusal> Directory::correct(ServiceId service, ServiceField field,
                                          std::optional<std::string> text, Day on, Curator const& curator) {
  std::scoped_lock const one_at_a_time(mutex_);
  Service tried;
  if (!is_correctable(field) || (text && !put_text(tried, field, *text))) return refuse("DC10");
  return record(service, ServiceCorrected{service, field, std::move(text), on, curator.account});
}

std::optional<Refusal> Directory::report(ServiceId service, ServiceReport what, Day on) {
  std::scoped_lock const one_at_a_time(mutex_);
  auto const id = needs_.new_id();
  return record(service, ServiceTroubleReported{ReportId{id.hi, id.lo}, service, what, on});
}

std::optional<Refusal> Directory::hear(ServiceId service, Barrier what, Day on) {
  std::scoped_lock const one_at_a_time(mutex_);
  auto date = calendar_of(on);
  date.day = 1;
  return record(service, ServiceObstacleHeard{service, what, *day_of(date)});
}

std::optional<Refusal> Directory::settle(ReportId report) {
  std::scoped_lock const one_at_a_time(mutex_);
  auto const service = needs_.search.service_of(report);
  return service ? record(*service, ReportSettled{report}) : std::optional(refuse("DC1"));
}

std::optional<DirectoryEvent> Directory::event_at(IdBits const& stream, std::uint64_t position,
                                                  Instant* recorded_at) const {
  auto const events = needs_.journal.events(stream, position, 1);
  if (events.empty() || !events.front().body) return std::nullopt;
  if (recorded_at) *recorded_at = events.front().header.recorded_at;
  return wire::read_directory_event(*events.front().body);
}

namespace {

// What an event does to an entry. Reports and obstacles do nothing to it.
void fold_into(Entry& entry, DirectoryEvent const& event) {
  if (auto const* listed = std::get_if<ServiceListed>(&event)) {
    entry.listed = listed->service;
    entry.listed.hidden = false;
    entry.import = listed->import;
    entry.withdrawn = false;
  } else if (auto const* withdrawn = std::get_if<ServiceWithdrawn>(&event)) {
    entry.withdrawn = true;
    entry.import = withdrawn->import;
  } else if (auto const* checked = std::get_if<ServiceChecked>(&event)) {
    entry.curation.check = Curation::Check{checked->on, checked->by};
  } else if (auto const* hidden = std::get_if<ServiceHidden>(&event)) {
    entry.curation.hidden = hidden->hidden;
  } else if (auto const* corrected = std::get_if<ServiceCorrected>(&event)) {
    if (corrected->text)
      entry.curation.corrections[corrected->field] = *corrected->text;
    else
      entry.curation.corrections.erase(corrected->field);
  }
}

bool changes_entry(DirectoryEvent const& event) {
  return !std::holds_alternative<ServiceTroubleReported>(event) &&
         !std::holds_alternative<ServiceObstacleHeard>(event);
}

}  // namespace

std::vector<HistoryLine> Directory::history(ServiceId service) const {
  std::vector<HistoryLine> lines;
  auto const stream = needs_.model.stream_of(service);
  if (!stream) return lines;
  Entry entry;
  for (auto const position : needs_.model.history(service, history_shown_max)) {
    Instant at;
    auto event = event_at(*stream, position, &at);
    if (!event) continue;
    auto const before = curated(entry);
    fold_into(entry, *event);
    auto changes = before.name.empty() ? std::vector<FieldChange>() : differences(before, curated(entry));
    lines.push_back({std::move(*event), std::move(changes), at});
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

// What an event changes in the model. `pending` holds the services this step has changed already.
std::optional<ModelChange> Directory::change_of(DirectoryEvent const& event,
                                                std::map<ServiceId, Entry>& pending) const {
  if (auto const* trouble = std::get_if<ServiceTroubleReported>(&event)) return *trouble;
  if (auto const* settled = std::get_if<ReportSettled>(&event)) return *settled;
  if (auto const* heard = std::get_if<ServiceObstacleHeard>(&event)) return *heard;
  if (auto const* started = std::get_if<ImportStarted>(&event)) return *started;
  if (auto const* finished = std::get_if<ImportFinished>(&event)) return *finished;
  auto const id = *service_in(event);
  auto known = pending.find(id);
  if (known == pending.end()) {
    auto stored = needs_.search.entry(id);
    if (!stored && !std::holds_alternative<ServiceListed>(event)) return std::nullopt;
    known = pending.emplace(id, stored ? std::move(*stored) : Entry()).first;
  }
  fold_into(known->second, event);
  return known->second;
}

// A service's events all stand in one stream, so what one step has changed is found in `pending` alone.
void Directory::follow(std::span<IdBits const> streams) {
  std::vector<ModelStep> steps;
  std::map<ServiceId, Entry> pending;
  std::size_t waiting = 0;
  auto const apply = [&] {
    if (!steps.empty()) needs_.model.apply(steps);
    steps.clear(), pending.clear(), waiting = 0;
  };
  for (auto const& stream : streams) {
    for (auto from = needs_.model.position(stream) + 1;;) {
      auto const events = needs_.journal.events(stream, from, events_read_at_once);
      if (events.empty()) break;
      steps.push_back({stream, events.back().header.position, {}});
      for (auto const& stored : events) note(stored, steps.back(), pending);
      from = events.back().header.position + 1;
      waiting += events.size();
      if (waiting >= events_per_model_step) apply();
    }
  }
  apply();
}

void Directory::note(StoredEvent const& stored, ModelStep& step, std::map<ServiceId, Entry>& pending) const {
  auto const event = stored.body ? wire::read_directory_event(*stored.body) : std::nullopt;
  if (stored.body && !event) throw Fault(FaultKind::corrupted, "an event of the directory cannot be read");
  if (!event) return;
  auto const service = service_in(*event);
  if (auto change = change_of(*event, pending)) step.changes.push_back(std::move(*change));
  if (service && changes_entry(*event)) step.changes.push_back(Touched{*service, stored.header.position});
}

void Directory::catch_up() {
  std::scoped_lock const one_at_a_time(mutex_);
  std::optional<IdBits> after;
  for (;;) {
    auto const streams = needs_.journal.streams(after, streams_read_at_once);
    if (streams.empty()) return;
    std::vector<IdBits> behind;
    for (auto const& one : streams) {
      bool const ours = one.kind == StreamKind::organization;
      if (ours && needs_.model.position(one.stream) < one.head.position) behind.push_back(one.stream);
    }
    follow(behind);
    after = streams.back().stream;
  }
}

void Directory::rebuild() {
  needs_.model.clear();
  catch_up();
}

}  // namespace kith::app
