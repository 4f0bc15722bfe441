#include "core/record/decide.hpp"

#include <algorithm>

#include "core/record/desk.hpp"
#include "core/supporters/taking.hpp"

namespace kith {
namespace {

// CM7: a base is a version of something the sender sees.
bool knows(Record const& record, Version version) {
  bool known = false;
  each_table(record, [&](auto const& table) {
    for (auto const& entry : table) {
      auto const& row = entry.second;
      if (row.version == version) known = true;
      if constexpr (requires { row.earlier; })
        known = known || std::ranges::find(row.earlier, version) != row.earlier.end();
      if constexpr (requires { row.versions; }) known = known || row.find(version) != nullptr;
    }
  });
  return known;
}

// The first time somebody else acts in a record their name is kept, so that their lines stay signed.
std::optional<Fact> naming(Desk const& desk) {
  if (desk.sight.person || !desk.record.has_started()) return std::nullopt;
  auto const* row = find(desk.record.members, desk.here.reader.account);
  if (row && row->name == desk.here.reader_name) return std::nullopt;
  return MemberNamed{desk.here.reader.account, desk.here.reader_name, desk.here.reader.role};
}

Agreed sign(Desk const& desk, Said verdict) {
  Agreed agreed;
  agreed.changed_apart = verdict.changed_apart;
  if (verdict.undo) agreed.undo.emplace(std::move(*verdict.undo));
  std::uint32_t n = 0;
  auto const write = [&](Fact fact) {
    agreed.events.push_back(
        {desk.command.id, n++, desk.here.reader.account, desk.command.made_at, desk.today, std::move(fact)});
  };
  if (auto name = naming(desk)) write(std::move(*name));
  for (auto& fact : verdict.facts) write(std::move(fact));
  return agreed;
}

// JO5: what a closed record still takes.
bool only_ends(Ask const& ask) {
  return std::holds_alternative<EndVisit>(ask) || std::holds_alternative<EndGrant>(ask) ||
         std::holds_alternative<OpenMessage>(ask) || std::holds_alternative<SettleMessage>(ask);
}

}  // namespace

Day day_made(Command const& command, Instant now) {
  auto const at_ms = std::min(command.made_at.ms, now.ms + day_ms) + command.offset_min * minute_ms;
  auto const count = at_ms >= 0 ? at_ms / day_ms : (at_ms - day_ms + 1) / day_ms;
  return Day::of_count(count).value_or(Day());
}

Decision decide(Record const& shown, RecordId record_id, Command const& command, Context const& here) {
  bool const starting = std::holds_alternative<StartRecord>(command.ask);
  Desk const desk{
      shown, record_id, command, here, sight_of(shown, here.reader, here.now), day_made(command, here.now)};
  if (!starting && !desk.sight.any()) return not_there();  // SH2
  if (desk.sight.supporter && !supporter_may_send(name_of(command.ask))) return refuse("SU7");
  if (shown.is_closed() && !only_ends(command.ask)) return refuse("JO5");
  if (command.offset_min < -offset_min_made_max || command.offset_min > offset_min_made_max)
    return refuse("CM10");
  for (auto const& base : command.base)
    if (!knows(shown, base)) return refuse("CM7");
  auto verdict = std::visit([&](auto const& ask) { return decide(desk, ask); }, command.ask);
  if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
  if (std::holds_alternative<Already>(verdict)) return Already{};
  return sign(desk, std::move(std::get<Said>(verdict)));
}

bool Desk::overtakes(Version current) const {
  return !command.base.empty() && std::ranges::find(command.base, current) == command.base.end();
}

Said Desk::put_over(Version current, Fact fact, Ask back) const {
  Said verdict{{std::move(fact)}, overtakes(current)};
  if (verdict.changed_apart) verdict.undo.emplace(std::move(back));
  return verdict;
}

bool Desk::sees(Party const& party) const {
  if (party.is_person()) return true;
  if (auto const tie = party.tie()) return record.ties.contains(*tie);
  return party == own() || record.members.contains(*party.account());
}

std::optional<Refusal> Desk::may_speak(Part part, std::optional<Confirmed> confirmed) const {
  auto const speaker = voice();
  if (speaker == own()) return may_draw(part) || may_tell(part) ? std::nullopt : std::optional(not_yours());
  if (!may_draw(part) || speaker.account() || !sees(speaker)) return refuse("ST7");
  return confirmed ? std::nullopt : std::optional(refuse("ST2"));
}

std::variant<Refusal, Fact> Desk::word(Wording const& wording, Place place, std::optional<RowKey> about,
                                       Part part) const {
  if (!says_something(wording.words.text)) return refuse("ST1");
  if (auto refusal = may_speak(part, wording.confirmed)) return std::move(*refusal);
  auto const speaker = voice();
  auto const* there = find(record.statements, wording.statement);
  if (!there) {
    if (record.statements.size() >= statements_per_record_max) return refuse("ST8");
    return StatementWorded{wording, place, std::move(about), {}, speaker};
  }
  if (command.base.empty() || there->place != place || (about && about != there->about)) return id_taken();
  if (there->versions.size() >= versions_per_statement_max) return refuse("ST8");
  for (auto const& base : command.base) {
    auto const* before = there->find(base);
    if (!before) return refuse("CM7");
    if (before->voice != speaker) return refuse("ST3");
  }
  return StatementWorded{wording, place, there->about, command.base, speaker};
}

}  // namespace kith
