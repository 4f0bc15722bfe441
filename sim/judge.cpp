#include "sim/judge.hpp"

#include <algorithm>

#include "wire/rows.hpp"

namespace kith::sim {
namespace {

std::string of(Inhabitant const& who) { return std::string(who.name) + "'s device "; }

}  // namespace

void Judge::tapped(std::size_t page, Command const& command, Record const& shown) {
  Tap tap{page, {}, {}, {}};
  auto const see = [&](StatementId statement) {
    auto const* row = find(shown.statements, statement);
    if (!row) return;
    for (auto const& version : row->versions) tap.seen.emplace(version.version, version.words.text);
  };
  if (auto const* words = std::get_if<WordStatement>(&command.ask)) see(words->wording.statement);
  if (auto const* stance = std::get_if<TakeStance>(&command.ask))
    see(stance->statement), tap.given_to = stance->version;
  if (auto const* offer = std::get_if<ProposeWords>(&command.ask))
    see(offer->statement), tap.given_to = offer->version;
  if (auto const* answer = std::get_if<AnswerProposal>(&command.ask)) {
    auto const* offer = find(shown.proposals, answer->proposal);
    auto const* offered = offer ? find(shown.statements, offer->offered) : nullptr;
    if (offered && answer->accepted) tap.accepted = offered->heads().front()->words.text;
    if (offer) see(offer->statement);
  }
  tapped_.emplace(command.id, std::move(tap));
}

void Judge::heard(std::size_t page, Inhabitant const& who, std::uint64_t position, Instant told) {
  if (position < heard_[page].position) return;  // what was heard before is not unheard
  heard_[page] = {position, told, ledger_.keep_until(who, position, told)};
}

void Judge::answered(std::string const& token, Answer const& answer) {
  if (ended_.contains(token) && answer.status != 401) broken("SM4: a session that was ended is answered");
}

void Judge::look_at_stolen(std::size_t n, Page const& page, Instant clock) {
  if (page.shows() && clock.ms < latest_[n].ms - hour_ms)
    broken("SM4: " + of(page.who) + "was stolen, its clock was set back, and it shows the record");
  latest_[n] = std::max(latest_[n], clock);
}

void Judge::look_at(std::size_t n, Page const& page) {
  for (auto const& fault : page.faults) broken("SM1: " + fault);
  if (!page.shows()) return;
  auto const& [position, told, until] = heard_[n];
  if (page.device.now >= until) broken("SM3: " + of(page.who) + "shows what it may no longer keep");
  if (page.who.role == Role::person) return;
  auto const to = ledger_.allowed(page.who.account, position, page.device.now);
  auto const kept = ledger_.allowed(page.who.account, position, told);
  each_table(page.device.base, [&](auto const& table) {
    for (auto const& [id, row] : table) {
      if (!may_be_shown(row, page.device.base, kept))
        broken("SM3: " + of(page.who) + "keeps " + std::string(row.kind));
      if (may_be_shown(row, page.device.base, to)) continue;
      each_table(page.device.shown, [&](auto const& shown) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(shown)>,
                                     std::remove_cvref_t<decltype(table)>>)
          if (shown.contains(id)) broken("SM3: " + of(page.who) + "shows " + std::string(row.kind));
      });
    }
  });
}

void Judge::sum_up(std::vector<Page> const& pages, Installation& house) {
  auto const events = house.events();
  compare_pages(pages, house);
  look_for_words(pages, house);
  look_for_words_of(events, house);
  look_for_agreement(house.whole(), "the record ");
  for (auto const& page : pages) look_for_agreement(page.device.shown, of(page.who));
  look_for_what_was_done_twice(events, house);
}

bool Judge::is_let_in(Page const& page, Installation& house) const {
  return sight_of(house.whole(), page.who.reader(), house.now).any();
}

void Judge::compare_pages(std::vector<Page> const& pages, Installation& house) {
  auto const all = wire::write_rows(house.whole());
  for (std::size_t n = 0; n < pages.size(); ++n) {
    auto const& page = pages[n];
    if (is_out_of_it(n) || !is_let_in(page, house)) continue;
    auto const shown = wire::write_rows(page.device.shown);
    for (auto const& [key, row] : shown) {
      auto const there = all.find(key);
      if (there == all.end() || there->second != row)
        broken("SM1: " + of(page.who) + "shows another " + key.substr(0, key.find(':')));
    }
    auto const sight = sight_of(house.whole(), page.who.reader(), house.now);
    if (shown != wire::write_rows(restrict(house.whole(), sight)))
      broken("SM1: " + of(page.who) + "does not show what it may see");
  }
}

void Judge::look_for_words(std::vector<Page> const& pages, Installation& house) {
  std::set<std::string> given_back;
  for (auto const& page : pages) given_back.insert(page.given_back.begin(), page.given_back.end());
  for (auto const& [id, tap] : tapped_) {
    auto const& page = pages[tap.page];
    bool const waits =
        std::ranges::any_of(page.device.waiting, [&](Waiting const& one) { return one.command.id == id; });
    auto const answer = house.answers.find(text_of(id));
    bool const refused = answer != house.answers.end() && answer->second.starts_with("refused");
    bool const way_to_send = !is_out_of_it(tap.page) && is_let_in(page, house);
    if (answer == house.answers.end() && (!waits || way_to_send) && !is_out_of_it(tap.page))
      broken("SM2: what was tapped on " + of(page.who) + "is neither answered nor waiting");
    if (refused && !waits && !given_back.contains(text_of(id)) && !is_out_of_it(tap.page))
      broken("SM2: words that were refused were not given back");
  }
}

// What was agreed to is in the record, word by word, and no words were put over others unseen.
void Judge::look_for_words_of(std::vector<Event> const& events, Installation& house) {
  std::set<std::string> written;
  auto const& whole = house.whole();
  for (auto const& event : events) {
    written.insert(text_of(event.command));
    auto const* worded = std::get_if<StatementWorded>(&event.fact);
    if (!worded) continue;
    auto const* row = find(whole.statements, worded->wording.statement);
    auto const* version = row ? row->find(event.command) : nullptr;
    if (!version || version->words != worded->wording.words)
      broken("SM2: words that were agreed to are gone");
    auto const tap = tapped_.find(event.command);
    if (tap == tapped_.end()) continue;
    if (tap->second.accepted && worded->wording.words.text != *tap->second.accepted)
      broken("SM7: somebody accepted words they had not read");
    for (auto const& below : worded->supersedes)
      if (!tap->second.seen.contains(below))
        broken("SM6: words were put over words their writer had not seen");
  }
  for (auto const& [id, said] : house.answers) {
    bool const done = said.starts_with("agreed") || said.starts_with("changed_apart");
    if (done && !written.contains(id)) broken("SM2: what was agreed to is not in the record");
  }
}

// What somebody made of a line stands on the words that they had read, on the server and on every page.
void Judge::look_for_agreement(Record const& shown, std::string const& where) {
  auto const stands_on = [&](CommandId by, StatementId statement, Version line) {
    auto const tap = tapped_.find(by);
    if (tap == tapped_.end() || !tap->second.given_to) return;
    auto const read = tap->second.seen.find(line);
    auto const* row = find(shown.statements, statement);
    auto const* version = row ? row->find(line) : nullptr;
    bool const same_words = read != tap->second.seen.end() && version && version->words.text == read->second;
    if (line != *tap->second.given_to || !same_words)
      broken("SM7: " + where + "shows a stance on words that it was not given to");
  };
  for (auto const& [id, row] : shown.stances) stands_on(row.version, row.statement, row.line);
  for (auto const& [id, row] : shown.proposals)
    if (row.state == ProposalState::waiting) stands_on(row.version, row.statement, row.line);
}

void Judge::look_for_what_was_done_twice(std::vector<Event> const& events, Installation const& house) {
  std::set<std::pair<CommandId, std::uint32_t>> once;
  for (auto const& event : events)
    if (!once.insert({event.command, event.n}).second) broken("SM5: a command was done twice");
  if (!house.answered_otherwise.empty()) broken("SM5: a command was answered in two ways");
}

}  // namespace kith::sim
