// Reading: the view, the rows that changed, and a practitioner's people. Nothing here writes.
#include <algorithm>
#include <ranges>

#include "app/records/change.hpp"
#include "app/records/read_rows.hpp"
#include "app/records/records.hpp"
#include "app/seal/cookie.hpp"
#include "wire/rows.hpp"
#include "wire/view.hpp"

namespace kith::app {
namespace {

constexpr char const* cookie_purpose = "sync";

// What a cookie holds: whose, of which session and record, and where they had got to.
struct Cookie {
  IdBits account{}, record{};
  Hash session{};
  std::uint64_t position = 0;
  Bytes chain_start;  // the first bytes of the chain there: another history has others (SY4)
  std::int64_t at_ms = 0;
};
constexpr std::size_t chain_bytes = 8;
constexpr std::size_t cookie_bytes = id_bytes + id_bytes + 32 + 8 + chain_bytes + 8;

Bytes write_cookie(Cookie const& cookie) {
  Bytes bytes = bytes_of(cookie.account) + bytes_of(cookie.record);
  bytes += view(cookie.session);
  append_number(bytes, cookie.position);
  bytes += cookie.chain_start;
  append_number(bytes, static_cast<std::uint64_t>(cookie.at_ms));
  return bytes;
}

std::optional<Cookie> read_cookie(BytesView bytes) {
  if (bytes.size() != cookie_bytes) return std::nullopt;
  Cookie cookie;
  cookie.account = *id_of(bytes.substr(0, id_bytes));
  cookie.record = *id_of(bytes.substr(id_bytes, id_bytes));
  cookie.session = *hash_of(bytes.substr(2 * id_bytes, 32));
  cookie.position = read_number(bytes.substr(2 * id_bytes + 32, 8));
  cookie.chain_start = Bytes(bytes.substr(2 * id_bytes + 40, chain_bytes));
  cookie.at_ms = static_cast<std::int64_t>(read_number(bytes.substr(2 * id_bytes + 40 + chain_bytes, 8)));
  return cookie;
}

Bytes chain_start_of(Head const& head) { return Bytes(view(head.chain).substr(0, chain_bytes)); }

}  // namespace

std::string Records::cookie_of(Caller const& caller, RecordId record, Head const& head, Instant now) {
  Cookie const cookie{bits_of(caller.account), bits_of(record),      caller.session,
                      head.position,           chain_start_of(head), now.ms};
  return seal_cookie(needs_.seal, cookie_purpose, write_cookie(cookie), Instant{now.ms + sync_cookie_ms});
}

std::optional<Record> Records::shown(Caller const& caller, RecordId id, Surface surface) {
  auto const folded = store_.load(id);
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  if (!sight.any()) return std::nullopt;
  look(caller, id, folded->record, surface);
  return restrict(folded->record, sight);
}

std::optional<wire::WholeRecord> Records::whole(Caller const& caller, RecordId id) {
  auto const folded = store_.load(id);
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  if (!sight.person) return std::nullopt;
  return wire::WholeRecord{restrict(folded->record, sight), store_.events_after(id, 0), all_looks(id)};
}

ViewContext Records::reading(Caller const& caller, Say say) const {
  auto const now = needs_.clock();
  return {caller.reader(), now, local_day(now, needs_.zone), std::move(say)};
}

std::optional<View> Records::view(Caller const& caller, RecordId id, Say const& say) {
  auto const record = shown(caller, id, Surface::view);
  return record ? view_of(*record, reading(caller, say)) : std::nullopt;
}

std::shared_ptr<std::string const> Records::view_text(Caller const& caller, RecordId id,
                                                      Catalogue const& words) {
  auto const folded = store_.load(id);
  auto const context =
      reading(caller, [&](std::vector<Message> const& messages) { return say_all(messages, words); });
  KeptViews::Asked const asked{id, caller.account, words.language()};
  KeptViews::At const at{folded, context.today, context.now};
  if (auto kept = views_.find(asked, at)) {
    look(caller, id, folded->record, Surface::view);
    return kept;
  }
  auto const sight = sight_of(folded->record, context.reader, context.now);
  auto const view = sight.any() ? view_of(restrict(folded->record, sight), context) : std::nullopt;
  if (!view) return nullptr;
  look(caller, id, folded->record, Surface::view);
  auto text = std::make_shared<std::string const>(wire::write_json(wire::write_view(*view)));
  views_.keep(asked, at, text);
  return text;
}

// The rows one sight sees at one position, kept by what may be seen: two readers of the same grants share
// them.
std::shared_ptr<std::map<std::string, std::string> const> Records::rows_at(RecordId id,
                                                                           FoldedPtr const& folded,
                                                                           Sight const& sight) {
  std::string key = text_of(id) + " " + std::to_string(folded->head.position) + " ";
  key += sight.person
             ? "person"
             : text_of(sight.account) + " " + std::to_string(sight.see.bits) + " " +
                   std::to_string(sight.tell.bits) + " " + std::to_string(sight.drawing.bits) +
                   (sight.keeps_sharing ? " keeps" : "") + (sight.visit ? " " + text_of(*sight.visit) : "");
  {
    std::lock_guard const lock(rows_mutex_);
    if (auto const spot = rows_.find(key); spot != rows_.end()) return spot->second;
  }
  auto rows = std::make_shared<std::map<std::string, std::string> const>(
      wire::write_rows(restrict(folded->record, sight)));
  std::lock_guard const lock(rows_mutex_);
  if (rows_.size() >= visible_rows_kept_max) rows_.clear();
  rows_.emplace(std::move(key), rows);
  return rows;
}

std::variant<SyncPatch, Refusal, std::monostate> Records::sync(Caller const& caller, RecordId id,
                                                               std::string_view since) {
  auto const now = needs_.clock();
  auto const folded = store_.load(id);
  auto const sight = sight_of(folded->record, caller.reader(), now);
  std::optional<Cookie> cookie;
  if (!since.empty()) {
    auto const content = unseal_cookie(needs_.seal, cookie_purpose, since, now);
    cookie = content ? read_cookie(*content) : std::nullopt;
    bool const ours = cookie && cookie->account == bits_of(caller.account) && cookie->record == bits_of(id) &&
                      cookie->session == caller.session;
    if (!sight.any()) return std::monostate{};
    if (!ours) return refuse("SY2");
  }
  if (!sight.any()) return std::monostate{};
  look(caller, id, folded->record, Surface::sync);
  SyncPatch patch;
  patch.keep_until = keep_until(sight, caller.role, now);
  patch.cookie = cookie_of(caller, id, folded->head, now);
  auto const fresh = rows_at(id, folded, sight);
  FoldedPtr then;
  if (cookie && cookie->position <= folded->head.position) {
    then = cookie->position == folded->head.position ? folded : store_.load_at(id, cookie->position);
    if (chain_start_of(then->head) != cookie->chain_start) then = nullptr;  // SY4: from before a restore
  }
  patch.reset = then == nullptr;
  std::map<std::string, std::string> const nothing;
  std::shared_ptr<std::map<std::string, std::string> const> stale;
  if (then) stale = rows_at(id, then, sight_of(then->record, caller.reader(), Instant{cookie->at_ms}));
  auto const& old = stale ? *stale : nothing;
  for (auto const& [key, row] : *fresh) {
    auto const before = old.find(key);
    if (before == old.end() || before->second != row) patch.put.emplace_back(key, row);
  }
  for (auto const& entry : old)
    if (!fresh->contains(entry.first)) patch.del.push_back(entry.first);
  if (then && then != folded) {
    for (auto const& event : store_.events_after(id, then->head.position)) {
      if (event.actor != caller.account) continue;
      if (patch.settled.empty() || patch.settled.back() != event.command)
        patch.settled.push_back(event.command);
    }
  }
  return patch;
}

namespace {

// PS6: of a record that is paused nothing is due; only what somebody wrote still waits for an answer.
Brief brief_of(View const& view, bool closed) {
  Brief brief{view.person.record,           view.person.name,      {}, {}, {},
              view.visits.open.has_value(), view.pause.has_value()};
  brief.closed = closed;
  brief.quiet = brief.quiet || closed;
  for (auto const& message : view.messages.rows | std::views::reverse) {
    if (!message.waits_for_me) continue;
    bool const opened = std::ranges::find(message.can, "open_message") == message.can.end();
    brief.waiting.push_back({message.id, message.voice_name, message.sent_on, opened});
  }
  if (brief.quiet) return brief;
  if (!view.visits.meetings.empty()) brief.next = view.visits.meetings.front();
  for (auto const& talk : view.talk) {
    auto& list = talk.about == TalkAbout::asked_for ? brief.asked_for : brief.to_talk_about;
    if (talk.statement) {
      for (auto const& version : talk.statement->versions) list.push_back(version.words);
    } else if (talk.subject) {
      list.push_back(talk.subject->text);
    }
  }
  return brief;
}

}  // namespace

std::vector<Brief> Records::people(Caller const& caller) {
  std::vector<Brief> briefs;
  std::vector<RecordId> seen;
  auto const now = needs_.clock();
  auto const today = local_day(now, needs_.zone);
  for (auto const& id : records_of(needs_.models, caller.account)) {
    if (caller.own_record == id) continue;
    auto const folded = store_.load(id);
    auto const sight = sight_of(folded->record, caller.reader(), now);
    if (!sight.any()) continue;
    auto const view = view_of(restrict(folded->record, sight),
                              {caller.reader(), now, today, [](auto const&) { return std::string(); }});
    if (!view) continue;
    auto brief = brief_of(*view, folded->record.is_closed());
    brief.into = joined_into(caller, id);
    briefs.push_back(std::move(brief));
    seen.push_back(id);
  }
  look(caller, seen, Surface::people);
  std::ranges::stable_sort(briefs, [](Brief const& left, Brief const& right) {
    auto const when = [](Brief const& one) {
      return one.next ? std::pair(one.next->day.count(), one.next->minute.value_or(24 * 60))
                      : std::pair(Day::count_max, 24 * 60);
    };
    return std::pair(when(left), left.name) < std::pair(when(right), right.name);
  });
  return briefs;
}

std::vector<VisitOf> Records::visits_since(Caller const& caller, Instant recorded) {
  std::vector<VisitOf> visits;
  auto const now = needs_.clock();
  for (auto const& id : records_of(needs_.models, caller.account)) {
    if (caller.own_record == id) continue;
    auto const folded = store_.load(id);
    auto const* whose = folded->record.whose();
    bool const seen = whose && sight_of(folded->record, caller.reader(), now).any();
    for (auto const& time : visits_of(store_.events_since(id, recorded), caller.account, now))
      visits.push_back({seen ? whose->name.text : std::string(), time});
  }
  return visits;
}

std::optional<std::optional<Instant>> Records::ends_at(Caller const& caller, RecordId id) {
  auto const folded = store_.load(id);
  auto const sight = sight_of(folded->record, caller.reader(), needs_.clock());
  if (!sight.any()) return std::nullopt;
  return sight.until;
}

bool Records::concerns(Reader const& reader, Folded const* before, Folded const& after, Instant now) {
  return Change(before, after).concerns(reader, now);
}

}  // namespace kith::app
