// Importing, showing first what it would change, and taking it back as a whole.
#include <set>

#include "app/directory/directory.hpp"
#include "app/fault.hpp"
#include "app/journal/chain.hpp"

namespace kith::app {
namespace {

using namespace ideas;

constexpr std::size_t events_per_step_max = 1000;  // of an import: one durable commit each
constexpr std::size_t progress_every = 500;
constexpr std::size_t imports_looked_at_max = 1000;

ImportId import_id(IdBits bits) { return {bits.hi, bits.lo}; }

void list(std::vector<ImportChanges::Changed>& into, ImportChanges::Changed one) {
  if (into.size() < changes_listed_max) into.push_back(std::move(one));
}

// What one service's listing is beside the one that is stored.
enum class Standing { fresh, changed, same };

Standing standing_of(std::optional<Entry> const& stored, Service& listed, ImportChanges& changes) {
  if (!stored) {
    ++changes.fresh;
    list(changes.fresh_listed, {listed.id, listed.name, {}});
    return Standing::fresh;
  }
  listed = with_dates_of(std::move(listed), stored->listed);
  changes.kept_by_curators += stored->curation.corrections.size();
  if (listed == stored->listed && !stored->withdrawn) return Standing::same;
  ++changes.changed;
  auto fields = changes.changed_listed.size() < changes_listed_max ? differences(stored->listed, listed)
                                                                   : std::vector<FieldChange>();
  list(changes.changed_listed, {listed.id, listed.name, std::move(fields)});
  return Standing::changed;
}

}  // namespace

// Events on their way to the journal, a step at a time.
class Directory::Batch {
 public:
  explicit Batch(Directory& directory) : directory_(directory) {}
  void add(IdBits const& stream, DirectoryEvent event) {
    changes_[stream].push_back(std::move(event));
    if (++waiting_ >= events_per_step_max) flush();
  }
  void flush() {
    if (!changes_.empty()) directory_.append(std::move(changes_));
    changes_.clear();
    waiting_ = 0;
  }

 private:
  Directory& directory_;
  Changes changes_;
  std::size_t waiting_ = 0;
};

void Directory::note_gone(DirectoryDraft const& draft, ImportChanges& changes) const {
  std::set<ServiceId> here;
  for (auto const& one : draft.drafts) here.insert(one.service.id);
  for (auto& [service, name] : needs_.model.listed_in(draft.feed)) {
    if (here.contains(service)) continue;
    ++changes.gone;
    list(changes.gone_listed, {service, std::move(name), {}});
  }
}

ImportChanges Directory::preview(DirectoryDraft& draft) const {
  ImportChanges changes;
  for (auto& one : draft.drafts) {
    auto const standing = standing_of(needs_.search.entry(one.service.id), one.service, changes);
    for (auto const row : one.rows) draft.ledger.settle(row, standing != Standing::same);
  }
  note_gone(draft, changes);
  return changes;
}

// The same input of the same feed, begun and not finished: it goes on under its own id.
std::optional<ImportId> Directory::cut_off(std::string const& feed, std::string const& input) const {
  for (auto const& note : needs_.model.imports(imports_looked_at_max)) {
    if (note.started.feed != feed) continue;
    bool const same = !note.finished && note.started.input == input && !input.empty();
    return same ? std::optional(note.started.import) : std::nullopt;
  }
  return std::nullopt;
}

std::variant<ImportDone, Refusal> Directory::import(DirectoryDraft& draft, ImportAsk const& ask) {
  if (ask.is_whole && !was_read_whole(draft)) return refuse("DC19");
  std::scoped_lock const one_at_a_time(mutex_);
  ImportDone done;
  note_gone(draft, done.changes);
  auto const known = cut_off(draft.feed, ask.input);
  done.went_on = known.has_value();
  auto const import = known ? *known : import_id(needs_.new_id());
  bool begun = done.went_on;
  Batch batch(*this);
  auto const add = [&](IdBits const& stream, DirectoryEvent event) {
    if (!begun) batch.add(imports_stream(), ImportStarted{import, draft.feed, ask.on, ask.input, {}});
    begun = true;
    batch.add(stream, std::move(event));
  };
  std::size_t looked_at = 0;
  for (auto& one : draft.drafts) {
    auto const standing = standing_of(needs_.search.entry(one.service.id), one.service, done.changes);
    for (auto const row : one.rows) draft.ledger.settle(row, standing != Standing::same);
    if (ask.progress && ++looked_at % progress_every == 0) ask.progress(looked_at, draft.drafts.size());
    if (standing == Standing::same) continue;
    auto const id = one.service.id;
    auto const stream = standing == Standing::fresh ? std::nullopt : needs_.model.stream_of(id);
    auto const own = stream.value_or(organization_stream(one.service));
    add(own, ServiceListed{std::move(one.service), import});
  }
  if (ask.is_whole) {
    std::set<ServiceId> here;
    for (auto const& one : draft.drafts) here.insert(one.service.id);
    for (auto const& [service, name] : needs_.model.listed_in(draft.feed)) {
      auto const stream = here.contains(service) ? std::nullopt : needs_.model.stream_of(service);
      if (stream) add(*stream, ServiceWithdrawn{service, import});
    }
  }
  auto const count = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  if (begun) {
    batch.flush();
    batch.add(imports_stream(), ImportFinished{import, count(done.changes.fresh), count(done.changes.changed),
                                               ask.is_whole ? count(done.changes.gone) : 0});
    batch.flush();
    done.import = import;
  }
  done.counts = draft.ledger.counts();
  return done;
}

// What stood before an import listed a service; nullopt: nothing did, so it is withdrawn.
std::optional<DirectoryEvent> Directory::before(ServiceId service, ImportId listed_by,
                                                ImportId undoing) const {
  auto const stream = needs_.model.stream_of(service);
  std::optional<DirectoryEvent> earlier;
  for (auto const position : needs_.model.history(service, history_shown_max)) {
    auto event = event_at(*stream, position);
    auto* listed = event ? std::get_if<ServiceListed>(&*event) : nullptr;
    auto* withdrawn = event ? std::get_if<ServiceWithdrawn>(&*event) : nullptr;
    if ((listed && listed->import == listed_by) || (withdrawn && withdrawn->import == listed_by)) break;
    if (listed)
      listed->import = undoing, earlier = std::move(*event);
    else if (withdrawn)
      withdrawn->import = undoing, earlier = std::move(*event);
  }
  return earlier;
}

std::variant<UndoDone, Refusal> Directory::undo(ImportId import, Day on) {
  std::scoped_lock const one_at_a_time(mutex_);
  std::optional<ImportNote> found, unfinished;
  for (auto& note : needs_.model.imports(imports_looked_at_max)) {
    if (note.started.undoes == import && !note.finished)
      unfinished = std::move(note);
    else if (note.started.import == import)
      found = std::move(note);
  }
  if (!found || (found->undone && !unfinished)) return refuse("DC14");
  UndoDone done{unfinished ? unfinished->started.import : import_id(needs_.new_id())};
  for (auto const& service : needs_.model.listed_by(done.import))
    ++(needs_.search.entry(service)->withdrawn ? done.withdrawn : done.put_back);
  Batch batch(*this);
  if (!unfinished)
    batch.add(imports_stream(), ImportStarted{done.import, found->started.feed, on, "", import});
  for (auto const& service : needs_.model.listed_by(import)) {
    auto event = before(service, import, done.import);
    auto const stream = needs_.model.stream_of(service);
    if (!stream) continue;
    bool const stood = event && std::holds_alternative<ServiceListed>(*event);
    ++(stood ? done.put_back : done.withdrawn);
    batch.add(*stream, event ? std::move(*event) : DirectoryEvent(ServiceWithdrawn{service, done.import}));
  }
  auto const count = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  if (found->finished) {
    auto const all = found->finished->fresh + found->finished->changed + found->finished->gone;
    done.changed_since = all - std::min<std::size_t>(all, done.put_back + done.withdrawn);
  }
  batch.flush();
  batch.add(imports_stream(), ImportFinished{done.import, 0, count(done.put_back), count(done.withdrawn)});
  batch.flush();
  return done;
}

}  // namespace kith::app
