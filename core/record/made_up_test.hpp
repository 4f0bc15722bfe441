// Test only: made-up lives. A seeded source of commands that mostly fit what their sender sees; a few do not.
//
// Every member is filled by its type, through `fields`, so that a new command is made up as soon as it
// exists. Every name and every wording is a word that occurs once in the world: "zq17qz". The same seed makes
// the same life.
#pragma once
#include <utility>
#include <vector>

#include "core/record/decide.hpp"

namespace kith {

class Dice {  // splitmix64, by Sebastiano Vigna, public domain
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class List>
  auto const& pick(List const& list) {
    return *std::next(list.begin(), static_cast<std::ptrdiff_t>(below(list.size())));
  }
  template <class IdType>
  IdType id() {
    return {next() | 1u, next()};
  }

 private:
  std::uint64_t state_;
};

class MadeUp {
 public:
  MadeUp(std::uint64_t seed, std::vector<AccountId> practitioners)
      : dice(seed), practitioners_(std::move(practitioners)) {}

  Dice dice;
  std::uint64_t optional_percent = 50;  // how often a member that may be absent is there

  // Any command but the one that begins the record.
  Command command(Record const& shown, Reader const& sender, Instant now) {
    Command made;
    made.id = dice.id<CommandId>();
    made.made_at = now;
    made.ask = ask(1 + dice.below(std::variant_size_v<AnyAsk> - 1), shown, now);
    if (dice.chance(20)) made.voice = party(shown);
    if (auto* words = std::get_if<WordStatement>(&made.ask))
      place_words(*words, made, shown);
    else if (dice.chance(60))
      made.base = base_of(made.ask, shown);
    // Nobody dies in a made-up life: nothing would happen in it any more.
    if (auto* pause = std::get_if<PauseRecord>(&made.ask); pause && pause->why == PauseWhy::died)
      *pause = {PauseWhy::moved, {}};
    if (auto* visit = std::get_if<OpenVisit>(&made.ask); visit && sender.role == Role::practitioner) {
      visit->with = {sender.account};
    }
    if (auto* message = std::get_if<SendMessage>(&made.ask); message && dice.chance(80)) {
      bool const from_person = sender.role == Role::person;
      message->to = {from_person ? Party::of(dice.pick(practitioners_)) : Party::person()};
    }
    if (auto* step = std::get_if<PlaceStep>(&made.ask); step && !shown.ties.empty() && dice.chance(30))
      step->doer = Party::of(dice.pick(shown.ties).first);
    place_stance(made, shown);
    place_answer(made, shown);
    for (auto const& entry : shown.steps) {
      if (!entry.second.doer.tie()) continue;
      if (auto* telling = std::get_if<PlanTelling>(&made.ask)) telling->step = entry.first;
      if (auto* told = std::get_if<MarkTold>(&made.ask)) told->step = entry.first;
    }
    return made;
  }

  // The n-th command, each member filled with something that could be there.
  Ask ask(std::size_t n, Record const& shown, Instant now) {
    Ask made = nth<Ask>(n, std::make_index_sequence<std::variant_size_v<AnyAsk>>());
    std::visit([&](auto& one) { fill(one, shown, now); }, made);
    return made;
  }
  // The n-th kind of fact, filled in the same way.
  Fact fact(std::size_t n, Record const& shown, Instant now) {
    Fact made = nth<Fact>(n, std::make_index_sequence<std::variant_size_v<AnyFact>>());
    std::visit([&](auto& one) { fill(one, shown, now); }, made);
    return made;
  }
  std::string word() { return "zq" + std::to_string(++words_) + "qz"; }

 private:
  template <class Variant, std::size_t... N>
  static Variant nth(std::size_t n, std::index_sequence<N...>) {
    Variant made;
    ((n == N ? (made.template emplace<N>(), 0) : 0), ...);
    return made;
  }

  // Fills one struct, member by member.
  struct Filler {
    MadeUp& up;
    Record const& shown;
    Instant now;
    bool makes;  // something new: its own id, its words and its follow-up are new
    bool first = true;

    template <class T>
    void maybe(std::string_view name, std::optional<T>& value) {
      if (up.dice.chance(up.optional_percent)) operator()(name, value.emplace());
    }
    template <class T>
    void maybe(std::string_view name, T& value) {
      if (up.dice.chance(up.optional_percent)) operator()(name, value);
    }
    template <class Tag>
    void operator()(std::string_view, Id<Tag>& id) {
      bool const is_new = makes && (std::exchange(first, false) || std::is_same_v<Id<Tag>, StatementId> ||
                                    std::is_same_v<Id<Tag>, FollowUpId>);
      id = is_new ? up.dice.id<Id<Tag>>() : up.known<Id<Tag>>(shown);
    }
    void operator()(std::string_view, bool& flag) { flag = up.dice.chance(40); }
    void operator()(std::string_view, Ring& ring) {
      ring = *ring_of(static_cast<std::int64_t>(1 + up.dice.below(3)));
    }
    void operator()(std::string_view, Day& day) {
      day = plus_days(*Day::of_count(now.ms / day_ms), up.days());
    }
    void operator()(std::string_view, Instant& at) { at = Instant{now.ms + up.days() * day_ms + hour_ms}; }
    void operator()(std::string_view, Party& party) { party = up.party(shown); }
    void operator()(std::string_view, RowKey& key) { key = up.row_key(shown); }
    void operator()(std::string_view, Code& code) { code.text = "K7Q2-MM4P"; }
    void operator()(std::string_view, Language& language) { language.text = "cy"; }
    template <std::size_t Max>
    void operator()(std::string_view, Text<Max>& text) {
      text.text = up.word();
    }
    void operator()(std::string_view name, std::int32_t& number) {
      std::uint64_t const bound = name == "angle"    ? 360
                                  : name == "minute" ? 24 * 60
                                  : name == "age"    ? 131
                                                     : 90'000;
      number = static_cast<std::int32_t>(up.dice.below(bound));
    }
    void operator()(std::string_view, SupportSet& set) {
      set.bits = static_cast<std::uint8_t>(up.dice.below(8));
    }
    template <Named E>
    void operator()(std::string_view, NameSet<E>& set) {
      set.bits = static_cast<std::uint32_t>(up.dice.below(std::uint64_t{1} << count_of<E>));
    }
    template <Named E>
    void operator()(std::string_view, E& value) {
      value = static_cast<E>(up.dice.below(count_of<E>));
    }
    template <class T>
    requires requires(T item, Filler& filler) { T::fields(item, filler); }
    void operator()(std::string_view, T& item) { T::fields(item, *this); }
    template <class T>
    void operator()(std::string_view name, std::vector<T>& list) {
      list.resize(1 + up.dice.below(2));
      for (auto& item : list) operator()(name, item);
    }
  };

  template <class One>
  void fill(One& one, Record const& shown, Instant now) {
    Filler filler{*this, shown, now, makes(One::name_)};
    One::fields(one, filler);
    if constexpr (requires { one.lat_udeg; }) {
      bool const somewhere = one.kind != ideas::NearKind::none;
      if (somewhere)
        one.lat_udeg = 53'000'000, one.lon_udeg = -2'000'000;
      else
        one.lat_udeg.reset(), one.lon_udeg.reset();
    }
  }
  static bool makes(std::string_view name) {
    for (auto const start : {"draw_", "link_", "add_", "choose_", "place_", "raise", "open_visit", "give_",
                             "send_", "hand_", "propose_"})
      if (name.starts_with(start)) return name != "add_helper";
    return false;
  }

  // An id the sender sees, or now and then one that nobody does.
  template <class IdType>
  IdType known(Record const& shown) {
    IdType id = dice.id<IdType>();
    if constexpr (std::is_same_v<IdType, AccountId>) return dice.chance(95) ? dice.pick(practitioners_) : id;
    if (dice.chance(4)) return id;
    each_table(shown, [&](auto const& table) {
      using Table = std::remove_cvref_t<decltype(table)>;
      using Row = typename Table::mapped_type;
      bool const its_own = !std::is_same_v<Row, JoinedRow> && !std::is_same_v<Row, DrawnRow> &&
                           !std::is_same_v<Row, TellingRow>;
      if constexpr (std::is_same_v<typename Table::key_type, IdType>) {
        if (its_own && !table.empty()) id = dice.pick(table).first;
      }
    });
    return id;
  }
  std::int64_t days() { return static_cast<std::int64_t>(dice.below(40)) - 2; }
  Party party(Record const& shown) {
    auto const which = dice.below(4);
    if (which == 0) return Party::of(dice.pick(practitioners_));
    return which == 1 && !shown.ties.empty() ? Party::of(dice.pick(shown.ties).first) : Party::person();
  }
  RowKey row_key(Record const& shown) {
    bool const of_idea = dice.chance(50);
    return RowKey{of_idea ? key_of(IdeaRow::kind, text_of(known<IdeaId>(shown)))
                          : key_of(StepRow::kind, text_of(known<StepId>(shown)))};
  }

  // New words where words can stand by themselves, or the next version of words that are there.
  void place_words(WordStatement& words, Command& made, Record const& shown) {
    if (!shown.statements.empty() && dice.chance(60)) {
      auto const& row = dice.pick(shown.statements).second;
      words.wording.statement = row.statement, words.place = row.place, words.about = {};
      for (auto const* head : row.heads()) made.base.push_back(head->version), made.voice = head->voice;
      return;
    }
    words.wording.statement = dice.id<StatementId>();
    if (dice.chance(15)) {
      words.place = Place::prepared, words.about = RowKey{key_of(prompt_kind, text_of(Prompt::to_ask))};
      return;
    }
    words.place = dice.chance(50) ? Place::wish : Place::helps;
    words.about =
        RowKey{key_of(SupportRow::kind, text_of(static_cast<Support>(dice.below(count_of<Support>))))};
  }
  // What somebody makes of a line that is there, and what its owner says to other words for it.
  void place_stance(Command& made, Record const& shown) {
    if (shown.statements.empty()) return;
    auto const& row = dice.pick(shown.statements).second;
    auto const version = dice.chance(80) ? row.heads().front()->version : row.versions.front().version;
    if (auto* taken = std::get_if<TakeStance>(&made.ask)) {
      taken->statement = row.statement, taken->version = version;
      if (!takes_words(taken->stance)) taken->own.reset();
      if (taken->own) taken->own->statement = dice.id<StatementId>();
    }
    if (auto* offered = std::get_if<ProposeWords>(&made.ask))
      offered->statement = row.statement, offered->version = version;
    if (!std::holds_alternative<AnswerProposal>(made.ask) || shown.proposals.empty()) return;
    auto const& proposal = dice.pick(shown.proposals).second;
    auto& answer = std::get<AnswerProposal>(made.ask);
    auto const* offered = find(shown.statements, proposal.offered);
    answer.proposal = proposal.proposal, answer.read.reset();
    if (offered) answer.read = offered->heads().front()->version;
    auto const* line = find(shown.statements, proposal.statement);
    for (auto const* head : line ? line->heads() : std::vector<Worded const*>())
      made.base.push_back(head->version), made.voice = head->voice;
  }
  // An answer to a decision that is there, mostly in the voice that may give it.
  void place_answer(Command& made, Record const& shown) {
    auto* answer = std::get_if<AnswerDecision>(&made.ask);
    if (!answer || shown.decisions.empty()) return;
    auto const& row = dice.pick(shown.decisions).second;
    answer->decision = row.decision;
    answer->option.reset();
    if (answer->choice == Choice::option) answer->option = row.options.front();
    if (answer->answer) answer->answer->statement = dice.id<StatementId>();
    if (dice.chance(80)) made.voice = Party::person(), answer->confirmed = Confirmed::said_aloud;
  }
  // The version of the tie or step that is to change, or one that was overtaken.
  std::vector<Version> base_of(Ask const& ask, Record const& shown) {
    std::vector<Version> base;
    auto const look = [&](auto const* row) {
      if (!row) return;
      base.push_back(row->earlier.empty() || dice.chance(60) ? row->version : dice.pick(row->earlier));
    };
    if (auto const* move = std::get_if<MoveTie>(&ask)) look(find(shown.ties, move->tie));
    if (auto const* change = std::get_if<ChangeTie>(&ask)) look(find(shown.ties, change->tie));
    if (auto const* step = std::get_if<ChangeStep>(&ask)) look(find(shown.steps, step->step));
    return base;
  }

  std::vector<AccountId> practitioners_;
  std::uint64_t words_ = 0;
};

}  // namespace kith
