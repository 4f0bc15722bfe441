// The judge of a simulated day: holds what every page shows and keeps against the invariants of
// spec/simulation.md, and names each that broke.
//
// It sees what nobody in the town sees, the whole record and what everybody was ever told, and takes part in
// nothing.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/installation.hpp"
#include "sim/ledger.hpp"
#include "sim/page.hpp"

namespace kith::sim {

class Judge {
 public:
  explicit Judge(std::size_t pages) : heard_(pages), latest_(pages) {}

  void committed(Installation& house) { ledger_.note(house.position(), house.whole()); }
  void tapped(std::size_t page, Command const&, Record const& shown);
  void heard(std::size_t page, Inhabitant const&, std::uint64_t position, Instant told);
  void stolen(std::size_t page) { stolen_.insert(page); }
  void session_ended(std::string const& token) { ended_.insert(token); }
  void answered(std::string const& token, Answer const&);

  void look_at(std::size_t n, Page const&);                        // SM3, after everything that a page does
  void look_at_stolen(std::size_t n, Page const&, Instant clock);  // SM4, when its thief looks

  // SM1, SM2, SM5, SM6 and SM7, in the evening.
  void sum_up(std::vector<Page> const&, Installation&);

  void broken(std::string const& what) { broken_.insert(what); }
  std::set<std::string> const& broken() const { return broken_; }

 private:
  struct Heard {
    std::uint64_t position = 0;
    Instant told, keep_until;
  };
  struct Tap {
    std::size_t page;
    std::map<Version, std::string> seen;  // the words of the line, as their page showed them
    std::optional<Version> given_to;      // of a stance or other words
    std::optional<std::string> accepted;  // the words of a proposal
  };
  void compare_pages(std::vector<Page> const&, Installation&);
  void look_for_words(std::vector<Page> const&, Installation&);
  void look_for_words_of(std::vector<Event> const&, Installation&);
  void look_for_agreement(Record const& shown, std::string const& where);
  void look_for_what_was_done_twice(std::vector<Event> const&, Installation const&);
  bool is_let_in(Page const&, Installation&) const;
  bool is_out_of_it(std::size_t page) const { return stolen_.contains(page); }

  Ledger ledger_;
  std::vector<Heard> heard_;
  std::vector<Instant> latest_;  // that a stolen device's clock has shown
  std::map<CommandId, Tap> tapped_;
  std::set<std::size_t> stolen_;
  std::set<std::string> ended_;
  std::set<std::string> broken_;
};

}  // namespace kith::sim
