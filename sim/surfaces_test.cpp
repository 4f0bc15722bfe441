// Every reader against every surface: what the ledger forbids is on none of them, and the removal of any one
// table's filter would be noticed. On made-up lives of the real app.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/records/change.hpp"
#include "core/handover/visit_text.hpp"
#include "core/paper/outgoing.hpp"
#include "sim/installation.hpp"
#include "sim/ledger.hpp"
#include "sim/life.hpp"
#include "wire/fields.hpp"
#include "wire/rows.hpp"
#include "wire/view.hpp"
#include "wire/words.hpp"

namespace kith::sim {
namespace {

constexpr Instant morning{1793606400000};
constexpr std::uint64_t seeds = 8;
constexpr int lines_per_life = 250;

Catalogue const& english() {
  static Catalogue const words = [] {
    auto const* source = std::getenv("KITH_SOURCE");
    std::ifstream file(std::string(source ? source : ".") + "/web/src/words/en.json");
    std::stringstream text;
    text << file.rdbuf();
    auto read = wire::read_catalogue(CatalogueLanguage::en, text.str());
    return std::get<Catalogue>(std::move(read));
  }();
  return words;
}
std::string in_words(std::vector<Message> const& messages) { return say_all(messages, english()); }

// The invented words in a text, each of which means one thing in the world.
std::set<std::string> invented(std::string const& text) {
  std::set<std::string> found;
  for (auto at = text.find("zq"); at != text.npos; at = text.find("zq", at + 2)) {
    auto const end = text.find("qz", at);
    if (end != text.npos) found.insert(text.substr(at, end + 2 - at));
  }
  return found;
}

// A life in one record, told by everybody in it, and who heard of each commit.
class Told {
 public:
  explicit Told(std::uint64_t seed)
      : record({0x5A, seed}), house(record, morning, {}), life_(seed), dice_(seed ^ 0xACE) {
    for (auto const& who : town) tokens_.emplace(who.account, house.sign_in(who));
    for (auto const& command : life_.beginning(house.now)) tell(amina, command);
    for (int line = 0; line < lines_per_life; ++line) {
      if (dice_.chance(20)) house.now.ms += hour_ms;
      auto const& who = dice_.chance(60) ? amina : town[dice_.below(town.size())];
      auto const shown = shown_to(who);
      tell(who, dice_.chance(80) ? life_.anything(shown, who.reader(), house.now)
                                 : life_.tap(shown, who.reader(), house.now));
      if (line == lines_per_life / 2) note_cookies();
    }
  }

  Record shown_to(Inhabitant const& who) {
    return restrict(house.whole(), sight_of(house.whole(), who.reader(), house.now));
  }
  std::string const& token_of(Inhabitant const& who) { return tokens_.at(who.account); }
  std::string const& cookie_of(Inhabitant const& who) { return cookies_[who.account]; }

  RecordId const record;
  Installation house;
  Ledger ledger;

 private:
  void tell(Inhabitant const& who, Command const& command) {
    auto const before = house.records().store().load(record);
    wire::Json const list = wire::Json::array({wire::write_command(command)});
    house.commands(token_of(who), wire::write_json({{"commands", list}}));
    auto const after = house.records().store().load(record);
    ledger.note(house.position(), house.whole());
    if (after->head != before->head && before->record.has_started()) check_who_is_nudged(*before, *after);
  }
  void check_who_is_nudged(app::Folded const& before, app::Folded const& after) {
    app::Change const change(&before, after);
    for (auto const& who : town) {
      auto const was = sight_of(before.record, who.reader(), house.now);
      auto const is = sight_of(after.record, who.reader(), house.now);
      bool const differs = was != is || wire::write_rows(restrict(before.record, was)) !=
                                            wire::write_rows(restrict(after.record, is));
      EXPECT_EQ(change.concerns(who.reader(), house.now), differs) << who.name;
    }
  }
  void note_cookies() {
    for (auto const& who : town) {
      auto const answer = house.sync(token_of(who), "");
      if (answer.status != 200) continue;
      cookies_[who.account] = *wire::string_at(std::get<wire::Json>(wire::read_json(answer.body)), "cookie");
    }
  }

  Life life_;
  Dice dice_;
  std::map<AccountId, std::string> tokens_, cookies_;
};

// The invented words and ids of every row that the ledger forbids.
std::set<std::string> forbidden_to(Told& told, Inhabitant const& who) {
  std::set<std::string> forbidden;
  auto const& whole = told.house.whole();
  auto const allowed = told.ledger.allowed(who.account, told.house.position(), told.house.now);
  std::set<std::string> chosen_to_tell;  // FU5: what they want to talk about goes further
  for (auto const& entry : whole.talk)
    if (entry.second.subject) chosen_to_tell.insert(entry.second.subject->text);
  each_table(whole, [&](auto const& table) {
    for (auto const& [id, row] : table) {
      if (may_be_shown(row, whole, allowed)) continue;
      for (auto const& token : invented(wire::write_json(wire::encode(row))))
        if (!chosen_to_tell.contains(token)) forbidden.insert(token);
      auto const own_id = text_of(row.id());
      constexpr bool is_of_another = std::is_same_v<decltype(row), DrawnRow const&> ||
                                     std::is_same_v<decltype(row), JoinedRow const&> ||
                                     std::is_same_v<decltype(row), TellingRow const&>;
      if (!is_of_another && parse_uuid(own_id) && own_id != text_of(told.record)) forbidden.insert(own_id);
    }
  });
  return forbidden;
}

// What is on paper for this reader, in every style.
std::string paper_of(Told& told, Inhabitant const& who, Record const& shown) {
  ViewContext const reading{who.reader(), told.house.now, local_day(told.house.now, {}), in_words};
  auto const view = view_of(shown, reading);
  if (!view) return {};
  PaperContext const context{reading.today, {}, true};
  auto said = one_page_html(one_page_of(*view, context, english()), english());
  auto const add = [&](std::variant<Refusal, std::string> const& made) {
    auto const* refusal = std::get_if<Refusal>(&made);
    said += refusal ? say(refusal->message, english()) : std::get<std::string>(made);
  };
  add(visit_sheet(shown, reading, true, true, english()));
  add(outgoing_html(shown, reading, context, {Outgoing::follow_up, {}}, english()));
  for (auto const& [step, row] : told.house.whole().steps)  // also of those they can only guess at
    for (auto const kind : {Outgoing::slip, Outgoing::letter, Outgoing::call_note})
      add(outgoing_html(shown, reading, context, {kind, step}, english()));
  return said;
}

std::string people_of(Told& told, app::Caller const& caller) {
  std::string said;
  for (auto const& brief : told.house.records().people(caller)) {
    for (auto const& list : {brief.asked_for, brief.to_talk_about})
      for (auto const& words : list) said += words + "\n";
    for (auto const& waiting : brief.waiting) said += text_of(waiting.message) + waiting.from;
    if (brief.next && brief.next->where) said += brief.next->where->text;
  }
  return said;
}

std::map<std::string, std::string> surfaces_of(Told& told, Inhabitant const& who) {
  auto& records = told.house.records();
  app::Caller caller{who.account, who.role, Name{who.name}, {}, {}};
  auto const shown = told.shown_to(who);
  std::map<std::string, std::string> said;
  for (auto const& [key, row] : wire::write_rows(shown)) said["rows"] += key + " " + row + "\n";
  if (auto const view = records.view_text(caller, told.record, english())) said["view"] = *view;
  said["sync"] = told.house.sync(told.token_of(who), "").body;
  auto const patch = wire::read_json(told.house.sync(told.token_of(who), told.cookie_of(who)).body);
  if (auto const* json = std::get_if<wire::Json>(&patch))
    if (auto const* put = wire::array_at(*json, "put")) said["patch"] = wire::write_json(*put);
  said["paper"] = paper_of(told, who, shown);
  said["my people"] = people_of(told, caller);
  EXPECT_FALSE(records.whole(caller, told.record)) << "everything is for the person alone";
  return said;
}

void expect_allowed_rows(Told& told, Inhabitant const& who) {
  auto const allowed = told.ledger.allowed(who.account, told.house.position(), told.house.now);
  auto const shown = told.shown_to(who);
  each_table(shown, [&](auto const& table) {
    for (auto const& [id, row] : table)
      EXPECT_TRUE(may_be_shown(row, told.house.whole(), allowed)) << who.name << " is shown " << row.kind;
  });
}

TEST(Surfaces, SM10_SH1_what_is_forbidden_is_on_no_surface_of_anybody) {
  std::size_t forbidden_tokens = 0, surfaces = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Told told(seed);
    for (auto const& who : {ben, cara, sue, tom}) {
      auto const forbidden = forbidden_to(told, who);
      forbidden_tokens += forbidden.size();
      expect_allowed_rows(told, who);
      for (auto const& [surface, text] : surfaces_of(told, who)) {
        surfaces += !text.empty();
        for (auto const& token : forbidden)
          EXPECT_EQ(text.find(token), text.npos)
              << who.name << " finds " << token << " in " << surface << ", seed " << seed;
      }
    }
  }
  EXPECT_GT(forbidden_tokens, 1000u);
  EXPECT_GT(surfaces, 80u);
}

// Each kind of row of which `restrict` hides any: would the test above see it, if it came through?
TEST(Surfaces, SM11_without_the_filter_of_any_one_kind_of_row_it_would_be_noticed) {
  std::set<std::string> hidden, noticed;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Told told(seed);
    auto const& whole = told.house.whole();
    for (auto const& who : {ben, cara, sue, tom}) {
      auto const forbidden = forbidden_to(told, who);
      auto const allowed = told.ledger.allowed(who.account, told.house.position(), told.house.now);
      auto const shown = wire::write_rows(told.shown_to(who));
      if (shown.empty()) continue;
      each_table(whole, [&](auto const& unfiltered) {
        for (auto const& [id, row] : unfiltered) {
          std::string const kind(row.kind), text = wire::write_json(wire::encode(row));
          if (shown.contains(key_of(kind, text_of(row.id())))) continue;
          hidden.insert(kind);
          bool names_it = false;
          for (auto const& token : forbidden) names_it = names_it || text.find(token) != text.npos;
          if (names_it || !may_be_shown(row, whole, allowed)) noticed.insert(kind);
        }
      });
    }
  }
  hidden.erase(std::string(MemberRow::kind));  // SH13: names of staff; Sight.SH1_to_SH8 looks at them
  EXPECT_EQ(hidden, noticed);
  EXPECT_GT(noticed.size(), 25u) << "lives in which little is hidden show little";
}

TEST(Surfaces, SM10_SH2_whoever_is_not_let_in_is_answered_as_if_there_were_no_record) {
  Told told(1), another(2);
  auto const ask = [&](Installation& house, RecordId record, Inhabitant const& who) {
    app::Caller const caller{who.account, who.role, Name{who.name}, {}, {}};
    auto& records = house.records();
    return !records.shown(caller, record, Surface::paper) && !records.view_text(caller, record, english()) &&
           !records.ends_at(caller, record) && !records.whole(caller, record) &&
           std::holds_alternative<std::monostate>(records.sync(caller, record, "")) &&
           std::holds_alternative<std::monostate>(records.sync(caller, record, told.cookie_of(amina)));
  };
  Inhabitant const nobody{{0x51, 99}, Role::practitioner, "Nobody"};
  for (auto const role : all<Role>()) {
    Inhabitant const stranger{{0x51, 98}, role, "Stranger"};
    EXPECT_TRUE(ask(told.house, told.record, stranger)) << name_of(role) << ": not yours";
    EXPECT_TRUE(ask(told.house, another.record, stranger)) << name_of(role) << ": not there";
  }
  EXPECT_TRUE(ask(told.house, told.record, nobody));
}

}  // namespace
}  // namespace kith::sim
