// The view as a whole, the person's own row, and how statements and names are shown.
#include "core/view/view.hpp"

#include <algorithm>

#include "core/decisions/kept_words.hpp"
#include "core/sort_by.hpp"
#include "core/supporters/taking.hpp"
#include "core/view/maker.hpp"

namespace kith {

std::optional<View> view_of(Record const& shown, ViewContext const& context) {
  auto const sight = sight_of(shown, context.reader, context.now);
  if (!sight.any() || !shown.has_started()) return std::nullopt;
  ViewMaker const make(shown, context, sight);
  View view;
  view.person = make.person();
  view.circle = make.circle();
  view.matters = make.matters();
  view.preferences = make.preferences();
  view.ideas = make.ideas();
  view.plan = make.plan();
  view.followups = make.followups();
  view.reviews = make.reviews();
  view.about_me = make.about_me();
  view.prepared = make.prepared();
  view.pause = make.pause();
  view.talk = make.talk();
  view.sharing = make.sharing();
  view.visits = make.visits();
  view.messages = make.messages();
  view.reach = make.reach();
  view.copied = make.copied();
  for (auto const& [key, row] : shown.joining) view.joining.push_back({key, row.on});
  view.supporters = make.supporters();
  return view;
}

void ViewMaker::may(Can& can, bool allowed, std::initializer_list<char const*> commands) const {
  for (auto const* command : commands)
    if (allowed && (!sight_.supporter || supporter_may_send(command))) can.emplace_back(command);
}

PersonView ViewMaker::person() const {
  auto const& row = *record_.whose();
  PersonView view;
  view.record = row.record;
  view.name = row.name.text;
  view.reader = sight_.person ? "person" : sight_.supporter ? "supporter" : "practitioner";
  view.me = sight_.voice();
  view.has_account = row.account.has_value();
  view.started_on = row.started_on;
  if (auto const* code = find(record_.code, row.record)) view.code = code->code.text;
  may(view.can, draws(Part::together), {"name_person"});
  may(view.can, draws(Part::together) || tells(Part::together), {"pause_record"});
  return view;
}

AboutMeView ViewMaker::about_me() const {
  AboutMeView view;
  for (auto const heading : all<Heading>()) {
    HeadingView one{heading, statements(Place::about_me, RowKey{key_of(heading_kind, text_of(heading))}), {}};
    may(one.can, draws(Part::about_me) || tells(Part::about_me), {"word_statement"});
    view.headings.push_back(std::move(one));
  }
  view.good_help = statements(Place::good_help, std::nullopt);
  bool const has_room = view.good_help.size() < good_help_lines_max;
  may(view.can, draws(Part::about_me) && has_room, {"word_statement"});
  return view;
}

std::vector<PreparedView> ViewMaker::prepared() const {
  std::vector<PreparedView> views;
  for (auto const prompt : all<Prompt>()) {
    if (!sight_.person) break;
    auto const about = RowKey{key_of(prompt_kind, text_of(prompt))};
    views.push_back({prompt, statements(Place::prepared, about), {"word_statement"}});
  }
  return views;
}

std::optional<PauseView> ViewMaker::pause() const {
  auto const* row = record_.pausing();
  if (!row) return std::nullopt;
  PauseView view{row->why, row->version, row->since, {}, {}};
  if (row->keeper) view.keeper_name = name_of(*row->keeper);
  may(view.can, draws(Part::together) || tells(Part::together), {"resume_record"});
  return view;
}

bool ViewMaker::is_own(StatementId id) const {
  auto const* row = find(record_.statements, id);
  return row && !row->versions.empty() && row->versions.front().voice == sight_.voice();
}

std::string ViewMaker::name_of(AccountId account) const {
  auto const& whose = *record_.whose();
  if (whose.account == account) return whose.name.text;
  auto const* supporter = find(record_.supporters, account);  // SU6
  if (supporter && account != sight_.account) return name_of(Party::of(supporter->tie));
  return member_name(account);
}

std::string ViewMaker::member_name(AccountId account) const {
  auto const* member = find(record_.members, account);
  return member ? member->name.text : std::string();
}

std::string ViewMaker::voice_kind(Party const& voice) const {
  if (voice.is_person()) return "person";
  auto const account = voice.account();
  auto const* member = account ? find(record_.members, *account) : nullptr;
  return account && !(member && member->role == Role::supporter) ? "practitioner" : "supporter";
}

std::string ViewMaker::name_of(Party const& party) const {
  if (party.is_person()) return record_.whose()->name.text;
  if (auto const account = party.account()) return name_of(*account);
  auto const* tie = find(record_.ties, *party.tie());
  return tie ? tie->details.name.text : std::string();
}

std::string ViewMaker::name_of(IdeaRow const& row) const {
  if (row.service || !row.statement) return row.name.text;
  auto const* statement = find(record_.statements, *row.statement);
  auto const heads = statement ? statement->heads() : std::vector<Worded const*>{};
  return heads.empty() ? row.name.text : heads.front()->words.text;
}

VersionView ViewMaker::version(Worded const& worded) const {
  VersionView view;
  view.version = worded.version;
  view.voice = worded.voice;
  view.voice_name = name_of(worded.voice);
  view.voice_kind = voice_kind(worded.voice);
  view.typed_by = worded.typed_by;
  view.typed_by_name = name_of(worded.typed_by);
  view.said_on = worded.said_on;
  view.confirmed = worded.confirmed;
  view.words = worded.words.text;
  view.language = worded.language;
  view.disowned = worded.disowned;
  return view;
}

StatementView ViewMaker::statement(StatementRow const& row) const {
  StatementView view;
  view.id = row.statement;
  view.place = row.place;
  view.about = row.about;
  auto const heads = row.heads();
  view.apart = heads.size() > 1;
  for (auto const* head : heads) view.versions.push_back(version(*head));
  for (auto at = row.versions.rbegin(); at != row.versions.rend(); ++at) {
    if (std::ranges::find(heads, &*at) == heads.end()) view.past.push_back(version(*at));
  }
  auto const part = part_of(record_, row);
  auto const owner = row.versions.empty() ? Party::person() : row.versions.front().voice;
  bool const own = owner == sight_.voice(), for_owner = !owner.account() && draws(part);
  bool const may_word = (own && (draws(part) || tells(part))) || for_owner;
  may(view.can, may_word && !keeps_its_words(row.place), {"word_statement"});
  may(view.can, own || for_owner, {"put_away_statement"});
  bool const typed_by_another = std::ranges::any_of(heads, [&](Worded const* head) {
    return head->typed_by != sight_.account && head->voice == sight_.voice() && !head->disowned;
  });
  may(view.can, own && typed_by_another, {"disown_words"});
  may(view.can, own || draws(part), {"confirm_words"});
  agreement(row, view);
  return view;
}

std::optional<StatementView> ViewMaker::statement(StatementId id) const {
  auto const* row = find(record_.statements, id);
  return row ? std::optional(statement(*row)) : std::nullopt;
}

std::vector<StatementView> ViewMaker::statements(Place place, std::optional<RowKey> const& about) const {
  std::vector<StatementView> views;
  for (auto const& entry : record_.statements) {
    auto const& row = entry.second;
    if (row.place == place && row.about == about && !row.put_away) views.push_back(statement(row));
  }
  sort_by(views, [](StatementView const& view) { return view.versions.front().said_on; });
  return views;
}

std::optional<TieId> ViewMaker::companion_of(RowKey const& key) const {
  auto const* row = find(record_.company, key);
  return row ? std::optional(row->tie) : std::nullopt;
}

std::vector<TalkView> ViewMaker::talk() const {
  std::vector<TalkRow const*> open;
  for (auto const& entry : record_.talk)
    if (!entry.second.settled) open.push_back(&entry.second);
  sort_by(open, &TalkRow::raised_on);
  std::vector<TalkView> views;
  for (auto const* row : open) {
    TalkView view{row->talk, row->version, row->about, row->subject, {}, {}};
    if (row->statement) view.statement = statement(*row->statement);
    may(view.can, draws(Part::together), {"settle_talk"});
    views.push_back(std::move(view));
  }
  return views;
}

SharingView ViewMaker::sharing() const {
  SharingView view;
  for (auto const& entry : record_.grants) {
    auto const& row = entry.second;
    if (!row.holds(context_.now)) continue;
    GrantView grant{row.grant, row.version,    row.to, name_of(row.to), row.see, row.tell,
                    row.until, row.said_aloud, {}};
    may(grant.can, true, {"end_grant"});
    view.grants.push_back(std::move(grant));
  }
  for (auto const& entry : record_.members) {
    view.members.push_back({entry.second.account, entry.second.name.text, entry.second.role});
  }
  may(view.can, sight_.person || sight_.keeps_sharing, {"give_grant"});
  return view;
}

VisitsView ViewMaker::visits() const {
  VisitsView view;
  for (auto const& entry : record_.visits) {
    auto const& row = entry.second;
    if (!row.is_open(context_.now)) continue;
    OpenVisitView open{row.visit, row.version, {}, row.parts, row.until, {}};
    for (auto const& account : row.with) open.with.push_back({account, name_of(account), Role::practitioner});
    may(open.can, true, {"end_visit"});
    view.open = std::move(open);
  }
  bool const meets = draws(Part::together) || tells(Part::together);
  for (auto const& entry : record_.meetings) {
    auto const& row = entry.second;
    if (row.cancelled || row.day < context_.today) continue;
    MeetingView meeting{row.meeting, row.version, row.day, row.minute, row.where, {}, {}};
    for (auto const& who : record_.meets) {
      if (who.second.meeting == row.meeting)
        meeting.with.push_back({who.second.party, name_of(who.second.party)});
    }
    may(meeting.can, meets, {"set_meeting", "cancel_meeting"});
    view.meetings.push_back(std::move(meeting));
  }
  sort_by(view.meetings,
          [](MeetingView const& one) { return std::pair(one.day, one.minute.value_or(24 * 60)); });
  may(view.can, true, {"open_visit"});
  may(view.can, meets, {"set_meeting"});
  may(view.can, meets, {"raise"});
  return view;
}

}  // namespace kith
