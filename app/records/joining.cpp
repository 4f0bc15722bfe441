// Joining two records of one person: both streams in one commit, so that there is no half of it. Rules
// JO1-JO9 (spec/joining.md).
#include <algorithm>

#include "app/fault.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"
#include "core/joining/join.hpp"
#include "wire/fields.hpp"

namespace kith::app {
namespace {

// JO8: who may look and whether you are together can change without any word being written.
bool says_nothing(Fact const& fact) {
  return std::holds_alternative<MemberNamed>(fact) || std::holds_alternative<VisitOpened>(fact) ||
         std::holds_alternative<VisitEnded>(fact) || std::holds_alternative<GrantGiven>(fact) ||
         std::holds_alternative<GrantEnded>(fact);
}

bool nothing_written_since(std::vector<Event> const& events, CommandId join) {
  bool joined = false;
  for (auto const& event : events) {
    bool const of_join = event.command == join;
    if (joined && !of_join && !says_nothing(event.fact)) return false;
    joined = joined || of_join;
  }
  return joined;
}

std::vector<JoinLine> lines_of(Record const& shown, RecordId id, WrittenBy const& written) {
  std::vector<JoinLine> lines;
  auto const name_of = [&](AccountId account) {
    auto const* member = find(shown.members, account);
    auto const* whose = shown.whose();
    if (whose->account == account) return whose->name.text;
    return member ? member->name.text : std::string();
  };
  auto const voice_of = [&](Party const& party) {
    if (party.is_person()) return shown.whose()->name.text;
    auto const* tie = party.tie() ? find(shown.ties, *party.tie()) : nullptr;
    return party.account() ? name_of(*party.account()) : tie ? tie->details.name.text : std::string();
  };
  for (auto const& copy : copies_of(shown, id, written)) {
    auto const by = name_of(copy.origin.author);
    if (auto const* words = std::get_if<StatementWorded>(&copy.fact))
      lines.push_back({std::string(kith::name_of(words->place)), words->wording.words.text,
                       voice_of(words->voice), by, copy.origin.day});
    else if (auto const* tie = std::get_if<TieDrawn>(&copy.fact))
      lines.push_back({"tie", tie->drawn.details.name.text, "", by, copy.origin.day});
    else if (auto const* idea = std::get_if<IdeaChosen>(&copy.fact))
      lines.push_back({"idea", idea->name.text, "", by, copy.origin.day});
  }
  return lines;
}

}  // namespace

JoinSideLook Records::side_of(Record const& shown, RecordId id) {
  auto const* whose = shown.whose();
  return {id, whose->name.text, whose->started_on,
          lines_of(shown, id, written_by(store_.events_after(id, 0)))};
}

std::optional<JoinLook> Records::look_at_join(Caller const& caller, RecordId from, RecordId kept) {
  if (!lets_in(caller, from) || !lets_in(caller, kept) || from == kept) return std::nullopt;
  auto const old_shown = shown(caller, from, Surface::joining);
  auto const kept_shown = shown(caller, kept, Surface::joining);
  if (!old_shown || !kept_shown) return std::nullopt;  // a grant ended this moment
  auto const now = needs_.clock();
  Context const here{caller.reader(), caller.name, now, {}};
  JoinLook look{side_of(*old_shown, from), side_of(*kept_shown, kept), {}, {}, {}, {}};
  look.joined = is_joined(from, kept);
  if (look.joined)
    look.can_undo = can_part(from, kept);
  else
    look.refusal = why_not_joined({*old_shown, from}, {*kept_shown, kept}, here);
  for (auto const account : who_lost_sight(*old_shown, *kept_shown, caller.account, now)) {
    auto const* member = find(old_shown->members, account);
    if (member) look.lost_sight.push_back(member->name.text);
  }
  return look;
}

bool Records::is_joined(RecordId from, RecordId kept) {
  auto const folded = store_.load(from);
  auto const* closed = find(folded->record.joining, RowKey{key_of(closed_kind, text_of(from))});
  return closed && closed->version == folded->record.joined_by(kept);
}

bool Records::can_part(RecordId from, RecordId kept) {
  auto const old = store_.load(from);
  auto const join = old->record.joined_by(kept);
  return join && nothing_written_since(store_.events_after(from, 0), *join) &&
         nothing_written_since(store_.events_after(kept, 0), *join);
}

std::optional<RecordId> Records::joined_into(Caller const& caller, RecordId id) {
  auto const folded = store_.load(id);
  for (auto const& other : folded->record.joined_with()) {
    if (!is_joined(id, other)) continue;  // that one was joined into this one, before
    bool const seen = sight_of(store_.load(other)->record, caller.reader(), needs_.clock()).any();
    return seen ? std::optional(other) : std::nullopt;  // JO6
  }
  return std::nullopt;
}

// JO7: what was agreed to is known by its command, and is agreed to again.
std::optional<AppendItem> Records::join_on_writer(Caller const& caller, RecordId kept, JoinAsk const& ask,
                                                  std::optional<Refusal>& refusal, bool& again) {
  auto const content = "join " + text_of(kept) + wire::write_json(wire::encode(ask));
  auto const hash = *needs_.seal.keyed_hash(installation_key, HashPurpose::command, content);
  auto const known = needs_.journal.command(bits_of(caller.account), bits_of(ask.id));
  refusal.reset(), again = false;
  if (known) {
    if (known->command_hash != hash || known->stream != bits_of(kept)) refusal = refuse("CM2");
    return std::nullopt;
  }
  auto const now = needs_.clock();
  auto& old_folded = store_.tentative(ask.from);
  auto& kept_folded = store_.tentative(kept);
  // Who wrote what is read from the journal: what this batch wrote before must be there first.
  again = old_folded.head != store_.load(ask.from)->head || kept_folded.head != store_.load(kept)->head;
  if (again) return std::nullopt;
  auto const shown_of = [&](Folded const& folded) {
    return restrict(folded.record, sight_of(folded.record, caller.reader(), now));
  };
  auto const old_shown = shown_of(old_folded), kept_shown = shown_of(kept_folded);
  auto const written = store_.events_after(ask.from, 0);
  bool const untouched = ask.undo && can_part(ask.from, kept);
  auto decided = decide_join(ask, {old_shown, ask.from, untouched}, {kept_shown, kept, untouched},
                             written_by(written), {caller.reader(), caller.name, now, {}});
  if (auto* refused = std::get_if<Refusal>(&decided)) {
    refusal = std::move(*refused);
    return std::nullopt;
  }
  auto const& joined = std::get<Joined>(decided);
  auto const first = kept_folded.head.position + 1;
  AppendItem item;
  item.parts.push_back(store_.extend(kept, kept_folded, joined.kept, now));
  item.parts.push_back(store_.extend(ask.from, old_folded, joined.old, now));
  CommandRow row;
  row.account = bits_of(caller.account), row.command = bits_of(ask.id), row.stream = bits_of(kept);
  row.command_hash = hash, row.outcome = CommandOutcome::agreed;
  row.first_position = first, row.count = static_cast<std::uint32_t>(joined.kept.size());
  item.command = std::move(row);
  return item;
}

std::optional<Refusal> Records::join(Caller const& caller, RecordId kept, JoinAsk const& ask) {
  check_open();
  if (!lets_in(caller, ask.from) || !lets_in(caller, kept) || ask.from == kept) return refuse("CM8");
  std::optional<Refusal> refusal;
  bool again = false;
  for (int tries = 0; tries < submit_tries_max; ++tries) {
    auto const settled =
        submit_and_wait(writer_, [&, this] { return join_on_writer(caller, kept, ask, refusal, again); });
    if (!settled || *settled == Settled::fault) break;
    if (*settled != Settled::stale && !again) return refusal;
  }
  throw Fault(FaultKind::unavailable, "The records could not be joined. Nothing was changed; try again.");
}

}  // namespace kith::app
