// Submitting commands: each one decided on the writer's thread, on the restricted state of its sender.
#include <algorithm>

#include "app/fault.hpp"
#include "app/journal/latch.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"
#include "core/sharing/sight.hpp"
#include "wire/fields.hpp"

namespace kith::app {
namespace {

CommandOutcome outcome_of(CommandFate fate) {
  if (fate == CommandFate::refused) return CommandOutcome::refused;
  return fate == CommandFate::changed_apart ? CommandOutcome::changed_apart : CommandOutcome::agreed;
}

Bytes answer_place(IdBits const& account, IdBits const& command) {
  return "answer" + bytes_of(account) + bytes_of(command);
}

Bytes write_answer(CommandAnswer const& answer) {
  wire::Json json{{"outcome", std::string(name_of(answer.outcome))}, {"rule", answer.rule}};
  json["message"] = wire::write_message(answer.message);
  if (answer.undo) json["undo"] = wire::write_undo(*answer.undo, *answer.id);
  return wire::write_json(json);
}

CommandAnswer refusal_answer(std::optional<CommandId> id, Refusal const& refusal) {
  return {id, CommandFate::refused, std::string(refusal.rule), refusal.message, {}};
}

Message read_message(wire::Json const& json) {
  Message message;
  if (auto const* key = wire::string_at(json, "key")) message.key = *key;
  auto const* args = wire::member(json, "args");
  if (auto const* object = args ? wire::object_of(*args) : nullptr) {
    for (auto const& [name, value] : *object) {
      if (auto const* text = value.get_ptr<wire::Json::string_t const*>())
        message.args.push_back({name, *text});
      else if (auto const* whole = value.get_ptr<wire::Json::number_integer_t const*>())
        message.args.push_back({name, *whole});
    }
  }
  return message;
}

// Accounts a command names, which only the installation can put a name to.
std::vector<AccountId> named_in(Ask const& ask) {
  if (auto const* visit = std::get_if<OpenVisit>(&ask)) return visit->with;
  if (auto const* grant = std::get_if<GiveGrant>(&ask)) return {grant->to};
  return {};
}

}  // namespace

struct Records::Job {
  Caller const* caller = nullptr;
  RecordId record;
  wire::ReadCommand const* read = nullptr;
  Context here;
  Hash command_hash{};
  CommandAnswer answer;
  std::vector<ServiceReported> reports;
  std::vector<std::pair<ServiceId, Barrier>> obstacles;
  Day day;
  Settled settled = Settled::fault;

  Command const& command() const { return std::get<Command>(read->command); }
};

Records::Records(Needs needs)
    : needs_(std::move(needs)),
      store_(needs_.journal, needs_.seal, needs_.hash),
      looks_(needs_.journal, needs_.seal, needs_.hash),
      writer_(needs_.journal, states_) {}

Context Records::context_of(Caller const& caller, Command const& command) const {
  Context here{caller.reader(), caller.name, needs_.clock(), {}};
  for (auto const& account : named_in(command.ask))
    if (auto known = needs_.known(account)) here.known.push_back(std::move(*known));
  return here;
}

// An undo says how something was. It is told again only while its reader still sees that thing.
std::optional<Ask> Records::undo_still_possible(Job const& job, wire::Json const& stored) {
  auto undo = wire::read_undo(stored);
  if (!undo) return std::nullopt;
  auto const folded = store_.load(job.record);
  auto const sight = sight_of(folded->record, job.here.reader, job.here.now);
  auto again = job.command();
  again.ask = *undo;
  again.base.clear();
  auto const decision = decide(restrict(folded->record, sight), job.record, again, job.here);
  return std::holds_alternative<Agreed>(decision) ? std::move(undo) : std::nullopt;
}

// The stored answer to this command, or the refusal for another content under the same id (CM2, CM3).
std::optional<CommandAnswer> Records::answered_before(Job const& job, std::optional<CommandRow> const& row) {
  if (!row) return std::nullopt;
  if (row->command_hash != job.command_hash || row->stream != bits_of(job.record)) {
    return refusal_answer(job.read->id, refuse("CM2"));
  }
  auto const place = answer_place(row->account, row->command);
  auto opened = needs_.seal.unseal(store_.load(job.record)->key, row->answer, place);
  // What was refused before the record had a key is sealed with the installation's.
  if (!std::holds_alternative<Bytes>(opened))
    opened = needs_.seal.unseal(installation_key, row->answer, place);
  auto const* bytes = std::get_if<Bytes>(&opened);
  auto json =
      bytes ? wire::read_json(*bytes) : std::variant<wire::Json, wire::JsonRefusal>(wire::JsonRefusal{});
  auto const* stored = std::get_if<wire::Json>(&json);
  auto const* outcome = stored ? wire::string_at(*stored, "outcome") : nullptr;
  if (!outcome) throw Fault(FaultKind::corrupted, "A stored answer cannot be read.");
  CommandAnswer answer{job.read->id, named<CommandFate>(*outcome).value_or(CommandFate::refused), {}, {}, {}};
  if (auto const* rule = wire::string_at(*stored, "rule")) answer.rule = *rule;
  if (auto const* message = wire::member(*stored, "message")) answer.message = read_message(*message);
  if (answer.outcome != CommandFate::refused) answer.versions = {*job.read->id};
  if (auto const* undo = wire::member(*stored, "undo")) answer.undo = undo_still_possible(job, *undo);
  return answer;
}

namespace {
// What was in the way of an idea that is in the directory; of a person's own find nobody else is told.
void add_obstacles(Record const& record, FollowUpAnswered const& answer,
                   std::vector<std::pair<ServiceId, Barrier>>& obstacles) {
  auto const* followup = find(record.followups, answer.followup);
  auto const* idea = followup ? find(record.ideas, followup->idea) : nullptr;
  if (!idea || !idea->service) return;
  for (auto const what : all<Barrier>()) {
    if (answer.barriers.has(what)) obstacles.emplace_back(*idea->service, what);
  }
}
}  // namespace

CommandRow Records::row_of(Job const& job, Folded const& folded, std::uint64_t first_position,
                           std::uint32_t count) {
  CommandRow row;
  row.account = bits_of(job.caller->account);
  row.command = bits_of(*job.read->id);
  row.stream = bits_of(job.record);
  row.command_hash = job.command_hash;
  row.outcome = outcome_of(job.answer.outcome);
  row.rule = job.answer.rule;
  row.first_position = first_position;
  row.count = count;
  auto const key = folded.key ? folded.key : installation_key;
  auto sealed = needs_.seal.seal(key, write_answer(job.answer), answer_place(row.account, row.command));
  if (!sealed) throw Fault(FaultKind::unavailable, "The key of this record is gone.");
  row.answer = std::move(*sealed);
  return row;
}

std::optional<AppendItem> Records::decide_on_writer(Job& job) {
  auto const known = needs_.journal.command(bits_of(job.caller->account), bits_of(*job.read->id));
  if (auto answer = answered_before(job, known)) {
    job.answer = std::move(*answer);
    return std::nullopt;
  }
  job.here.now = needs_.clock();
  job.reports.clear();
  auto& folded = store_.tentative(job.record);
  auto const before = folded.head;
  // A record is begun once, also when two begin it at the same moment: that is decided on the whole of it.
  bool const begins = std::holds_alternative<StartRecord>(job.command().ask);
  auto const sight = sight_of(folded.record, job.here.reader, job.here.now);
  auto const shown = begins ? folded.record : restrict(folded.record, sight);
  auto decision = decide(shown, job.record, job.command(), job.here);
  AppendItem item;
  if (auto const* agreed = std::get_if<Agreed>(&decision)) {
    job.answer = {job.read->id,
                  agreed->changed_apart ? CommandFate::changed_apart : CommandFate::agreed,
                  {},
                  {},
                  {*job.read->id}};
    if (agreed->changed_apart) job.answer.message = {"answer.changed_apart", {}};
    job.answer.undo = agreed->undo;
    job.day = agreed->events.front().day_made;
    item.parts.push_back(store_.extend(job.record, folded, agreed->events, job.here.now));
    for (auto const& event : agreed->events) {
      std::ranges::move(rows_of(needs_.seal, job.record, event), std::back_inserter(item.rows));
      if (auto const* report = std::get_if<ServiceReported>(&event.fact)) job.reports.push_back(*report);
      if (auto const* answer = std::get_if<FollowUpAnswered>(&event.fact))
        add_obstacles(folded.record, *answer, job.obstacles);
    }
    if (auto snapshot = store_.snapshot_due(job.record, folded, before.position))
      item.snapshots.push_back(std::move(*snapshot));
    item.command =
        row_of(job, folded, before.position + 1, static_cast<std::uint32_t>(agreed->events.size()));
    return item;
  }
  auto const* refusal = std::get_if<Refusal>(&decision);
  job.answer = refusal ? refusal_answer(job.read->id, *refusal)
                       : CommandAnswer{job.read->id, CommandFate::already, {}, {}, {*job.read->id}};
  item.command = row_of(job, folded, 0, 0);
  return item;
}

void Records::check_open() const {
  auto const fault = needs_.closed ? needs_.closed() : std::nullopt;
  if (fault) throw *fault;
}

std::optional<Submitted> Records::submit(Caller const& caller, RecordId record,
                                         std::vector<wire::ReadCommand> const& commands) {
  check_open();
  auto const folded = store_.load(record);
  auto const now = needs_.clock();
  bool const let_in = sight_of(folded->record, caller.reader(), now).any();
  auto const* first = commands.empty() ? nullptr : std::get_if<Command>(&commands.front().command);
  auto const* start = first ? std::get_if<StartRecord>(&first->ask) : nullptr;
  bool const can_begin = start && !folded->record.has_started() && folded->head.position == 0;
  if (!let_in && !can_begin) return std::nullopt;  // an erased record has a head, and is not begun again

  std::vector<Job> jobs;
  jobs.reserve(commands.size());
  for (auto const& read : commands) {
    Job job;
    job.caller = &caller;
    job.record = record;
    job.read = &read;
    if (auto const* refusal = std::get_if<Refusal>(&read.command)) {
      job.answer = refusal_answer(read.id, *refusal);
      job.settled = Settled::unwritten;
    } else {
      auto const& ask = job.command().ask;
      auto const* begins = std::get_if<StartRecord>(&ask);
      job.here = context_of(caller, job.command());
      job.command_hash = *needs_.seal.keyed_hash(installation_key, HashPurpose::command, read.canonical);
      if (begins && begins->mine && caller.own_record && *caller.own_record != record) {
        job.answer = refusal_answer(read.id, refuse("SH19"));
        job.settled = Settled::unwritten;
      }
    }
    jobs.push_back(std::move(job));
  }
  for (int tries = 0; tries < submit_tries_max; ++tries) {
    std::vector<Job*> left;
    for (auto& job : jobs) {
      bool const decided = job.settled == Settled::committed || job.settled == Settled::unwritten;
      if (!decided && !(tries > 0 && job.settled == Settled::fault)) left.push_back(&job);
    }
    if (left.empty()) break;
    Latch latch(left.size());
    for (auto* job : left) {
      bool const taken = writer_.submit({[this, job] { return decide_on_writer(*job); },
                                         [job, &latch](Settled settled) {
                                           job->settled = settled;
                                           latch.count_down();
                                         }});
      if (!taken) latch.count_down();
    }
    latch.wait();
  }
  Submitted submitted;
  for (auto& job : jobs) {
    if (job.settled != Settled::committed && job.settled != Settled::unwritten) {
      throw job.settled == Settled::fault
          ? writer_.last_fault()
          : Fault(FaultKind::unavailable, "The change could not be kept. Nothing was lost; send it again.");
    }
    if (job.settled == Settled::committed && job.answer.outcome != CommandFate::refused) {
      auto const* begins = std::get_if<StartRecord>(&job.command().ask);
      if (begins && begins->mine) needs_.started(caller.account, record);
      for (auto const& report : job.reports) needs_.service_reported(report, job.day);
      for (auto const& [service, what] : job.obstacles)
        if (needs_.obstacle_heard) needs_.obstacle_heard(service, what, job.day);
    }
    submitted.answers.push_back(std::move(job.answer));
  }
  submitted.cookie = cookie_of(caller, record, store_.load(record)->head, needs_.clock());
  return submitted;
}

bool Records::withdraw(std::string_view code) {
  if (code.size() > withdrawal_code_bytes) return false;
  check_open();
  auto const record = record_with_code(needs_.models, needs_.seal, code);
  if (!record) return false;
  auto const settled = submit_and_wait(writer_, [&, this]() -> std::optional<AppendItem> {
    auto& folded = store_.tentative(*record);
    auto const now = needs_.clock();
    auto const random = needs_.seal.random(id_bytes);
    std::array<std::uint8_t, id_bytes> bytes{};
    std::ranges::copy(random, bytes.begin());
    auto const command = random_id<CommandId>(bytes);
    Event ended{command, 0, {}, now, local_day(now, needs_.zone), GrantEnded{}};
    std::vector<Event> events;
    for (auto const& entry : folded.record.grants) {
      if (!entry.second.said_aloud || !entry.second.holds(now)) continue;
      ended.n = static_cast<std::uint32_t>(events.size());
      ended.fact = GrantEnded{{entry.first}};
      events.push_back(ended);
    }
    for (auto const& entry : folded.record.visits) {
      if (!entry.second.said_aloud || !entry.second.is_open(now)) continue;
      ended.n = static_cast<std::uint32_t>(events.size());
      ended.fact = VisitEnded{{entry.first}};
      events.push_back(ended);
    }
    if (events.empty()) return std::nullopt;
    AppendItem item;
    item.parts.push_back(store_.extend(*record, folded, events, now));
    return item;
  });
  if (!settled || *settled == Settled::fault || *settled == Settled::stale) {
    throw Fault(FaultKind::unavailable, "The change could not be kept. Please try again.");
  }
  return true;
}

// On the writer's thread, between two decisions: nothing of the record is in anybody's hands meanwhile.
bool Records::forget(RecordId record) {
  auto const settled = submit_and_wait(writer_, [&, this]() -> std::optional<AppendItem> {
    store_.forget_person(record);
    return std::nullopt;
  });
  views_.clear();
  std::lock_guard const lock(rows_mutex_);
  rows_.clear();
  return settled.has_value();
}

}  // namespace kith::app
