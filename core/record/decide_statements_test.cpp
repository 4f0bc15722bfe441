// Somebody's words: who may write them, for whom, and that being late loses nothing. Rules ST1-ST9.
#include "core/record/decide.hpp"
#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

Party const mum = Party::of(of<TieId>(1));
Party const ben_says = Party::of(ben.account);
RowKey const in_illness{"support:illness"};

WordStatement wish(std::uint64_t id, std::string text, std::optional<Confirmed> confirmed = {}) {
  return {words(id, std::move(text), confirmed), Place::wish, in_illness};
}
// Mum is in the circle, a wish of Amina's is there as statement 1, and Ben may see and tell what matters.
void a_wish(Story& s) {
  s.told(amina, tie(1, "Mum"));
  s.told(amina, wish(1, "Somebody to talk to at night"), {.id = of<CommandId>(1)});
  s.told(amina, grant(1, ben, set_of(Part::matters, Part::circle), set_of(Part::matters)));
  s.told(ben, wish(2, "I can ring on Fridays"), {.id = of<CommandId>(2)});
}
void a_wish_in_a_visit(Story& s) {
  a_wish(s);
  s.told(amina, visit(1, ben, set_of(Part::matters)));
}
void a_wish_typed_for_her(Story& s) {
  a_wish_in_a_visit(s);
  s.told(ben, wish(3, "Less pain", Confirmed::not_yet), {.voice = Party::person(), .id = of<CommandId>(3)});
  s.told(ben, wish(4, "I worry", Confirmed::said_aloud), {.voice = mum, .id = of<CommandId>(4)});
}

TEST(Statements, ST1_to_ST9_say_who_may_write_what) {
  Sent const as_amina{.voice = Party::person()}, as_mum{.voice = mum}, over_1{.base = {of<CommandId>(1)}};
  Case const cases[] = {
      {"ST1 white space says nothing", nullptr, amina, wish(1, " \n "), "ST1"},
      {"ST1 a full stop says something", nullptr, amina, wish(1, "."), "agreed"},
      {"ST2 words typed for somebody say how we know", a_wish_in_a_visit, ben, wish(5, "Rest"), "ST2",
       as_amina},
      {"ST2 said aloud", a_wish_in_a_visit, ben, wish(5, "Rest", Confirmed::said_aloud), "agreed", as_amina},
      {"ST2 not yet read back is an answer too", a_wish_in_a_visit, ben, wish(5, "Rest", Confirmed::not_yet),
       "agreed", as_amina},
      {"ST2 one's own words need none", a_wish_in_a_visit, ben, wish(5, "Rest"), "agreed"},
      {"ST3 somebody else cannot word them again", a_wish, ben, wish(1, "Changed"), "ST3", over_1},
      {"ST3 nor put them away", a_wish, ben, PutAwayStatement{of<StatementId>(1)}, "ST3"},
      {"ST3 their owner words them again", a_wish, amina, wish(1, "Changed"), "agreed", over_1},
      {"ST3 and puts them away", a_wish, amina, PutAwayStatement{of<StatementId>(1)}, "agreed"},
      {"ST3 the person does not put away what a practitioner said", a_wish, amina,
       PutAwayStatement{of<StatementId>(2)}, "ST3"},
      {"ST3 in a visit the practitioner types the new wording for the person",
       a_wish_in_a_visit,
       ben,
       wish(1, "Changed", Confirmed::read_back),
       "agreed",
       {.voice = Party::person(), .base = {of<CommandId>(1)}}},
      {"ST3 and puts away for the person", a_wish_in_a_visit, ben, PutAwayStatement{of<StatementId>(1)},
       "agreed"},
      {"ST3 whoever types for a supporter also puts their words away", a_wish_typed_for_her, amina,
       PutAwayStatement{of<StatementId>(4)}, "agreed"},
      {"ST3 putting away twice changes nothing",
       [](Story& s) {
         a_wish(s);
         s.told(amina, PutAwayStatement{of<StatementId>(1)});
       },
       amina, PutAwayStatement{of<StatementId>(1)}, "already"},
      {"ST5 the owner disowns what another typed", a_wish_typed_for_her, amina,
       DisownWords{of<StatementId>(3), of<CommandId>(3)}, "agreed"},
      {"ST5 nobody else does", a_wish_typed_for_her, ben, DisownWords{of<StatementId>(3), of<CommandId>(3)},
       "ST5"},
      {"ST5 what one typed oneself is worded again instead", a_wish, amina,
       DisownWords{of<StatementId>(1), of<CommandId>(1)}, "ST5"},
      {"ST5 a version that is not there is not there", a_wish, amina,
       DisownWords{of<StatementId>(1), of<CommandId>(2)}, "CM8"},
      {"ST7 outside a visit nobody writes for the person", a_wish, ben,
       wish(5, "Rest", Confirmed::said_aloud), "ST7", as_amina},
      {"ST7 nor for a supporter", a_wish, ben, wish(5, "Rest", Confirmed::said_aloud), "ST7", as_mum},
      {"ST7 the person writes for a supporter", a_wish, amina, wish(5, "Rest", Confirmed::said_aloud),
       "agreed", as_mum},
      {"ST7 but never for another account",
       a_wish,
       amina,
       wish(5, "Rest", Confirmed::said_aloud),
       "ST7",
       {.voice = ben_says}},
      {"ST7 and never for somebody who is not there", nullptr, amina, wish(5, "Rest", Confirmed::said_aloud),
       "ST7", as_mum},
      {"ST7 a visit about something else does not help",
       [](Story& s) {
         a_wish(s);
         s.told(amina, visit(1, ben, set_of(Part::plan)));
       },
       ben, wish(5, "Rest", Confirmed::said_aloud), "ST7", as_amina},
      {"ST10 a line of About me stands under a heading", nullptr, amina,
       WordStatement{words(1, "Tea first"), Place::about_me, RowKey{"heading:please_do"}}, "agreed"},
      {"ST10 not without one", nullptr, amina, WordStatement{words(1, "Tea first"), Place::about_me, {}},
       "ST10"},
      {"ST10 and nothing else stands under it", nullptr, amina,
       WordStatement{words(1, "Tea first"), Place::helps, RowKey{"heading:please_do"}}, "ST10"},
      {"ST9 the first words of a goal come with the goal", nullptr, amina,
       WordStatement{words(1, "Walk"), Place::goal, {}}, "ST9"},
      {"ST9 of a step with the step", nullptr, amina, WordStatement{words(1, "Walk"), Place::step, {}},
       "ST9"},
      {"ST9 of a promise with the promise", nullptr, amina,
       WordStatement{words(1, "Walk"), Place::promise, {}}, "ST9"},
      {"ST9 of a find with the find", nullptr, amina, WordStatement{words(1, "Walk"), Place::own_find, {}},
       "ST9"},
      {"ST9 of a question with the question", nullptr, amina,
       WordStatement{words(1, "Walk"), Place::asked_for, {}}, "ST9"},
      {"ST9 a wish stands by itself", nullptr, amina, wish(1, "Walk"), "agreed"},
      {"CM8 words about what is not there", nullptr, amina,
       WordStatement{words(1, "Hm"), Place::wish, RowKey{"tie:x"}}, "CM8"},
  };
  check(cases);
}

WordStatement at(std::uint64_t statement, Place place, std::optional<RowKey> about = {}) {
  return {words(statement, "Some words", Confirmed::said_aloud), place, std::move(about)};
}

TEST(Statements, ST10_ST11_ST12_some_lines_have_their_place_and_their_speaker) {
  auto const three = [](Story& s) {
    for (std::uint64_t n = 1; n <= good_help_lines_max; ++n) s.told(amina, at(n, Place::good_help));
  };
  auto const one_away = [](Story& s) {
    for (std::uint64_t n = 1; n <= good_help_lines_max; ++n) s.told(amina, at(n, Place::good_help));
    s.told(amina, PutAwayStatement{of<StatementId>(1)});
  };
  auto const all_open = [](Story& s) {
    s.told(amina, grant(1, ben, every_part, every_part)), s.told(amina, visit(1, ben, every_part));
  };
  auto const promised = [](Story& s) {
    s.told(amina, grant(1, ben, every_part, every_part));
    s.told(ben, PlacePromise{of<PromiseId>(1), words(8, "Ask Dr Lee"), Party::of(ben.account), {}});
  };
  RowKey const prompt{"prompt:to_ask"}, promise{key_of("promise", text_of(of<PromiseId>(1)))};
  Sent const as_amina{.voice = Party::person()};
  Case const cases[] = {
      {"ST11 what good help looks like", nullptr, amina, at(1, Place::good_help), "agreed"},
      {"ST11 has three lines", three, amina, at(4, Place::good_help), "ST11"},
      {"ST11 of those that are not put away", one_away, amina, at(4, Place::good_help), "agreed"},
      {"ST11 said aloud in a visit", all_open, ben, at(1, Place::good_help), "agreed", as_amina},
      {"ST3 and never somebody else's", all_open, ben, at(1, Place::good_help), "ST3"},
      {"ST12 prepared under a prompt", nullptr, amina, at(1, Place::prepared, prompt), "agreed"},
      {"ST10 and under nothing else", nullptr, amina, at(1, Place::prepared), "ST10"},
      {"ST10 where nothing else stands", nullptr, amina, at(1, Place::helps, prompt), "ST10"},
      {"CM8 nor under a prompt there is not", nullptr, amina, at(1, Place::prepared, RowKey{"prompt:x"}),
       "CM8"},
      {"ST12 nobody prepares for somebody else", all_open, ben, at(1, Place::prepared, prompt), "ST12",
       as_amina},
      {"ST10 a reason stands under its promise", promised, ben, at(1, Place::reason, promise), "agreed"},
      {"ST10 also the person's", promised, amina, at(1, Place::reason, promise), "agreed"},
      {"ST10 and nowhere else", promised, amina, at(1, Place::reason), "ST10"},
      {"ST9 an option comes with its decision", nullptr, amina, at(1, Place::option), "ST9"},
  };
  check(cases);
}

TEST(Statements, ST2_confirming_says_how_we_know_afterwards) {
  Case const cases[] = {
      {"ST2 the owner confirms", a_wish_typed_for_her, amina,
       ConfirmWords{of<StatementId>(3), of<CommandId>(3), Confirmed::read_back}, "agreed"},
      {"ST2 whoever draws with them does", a_wish_typed_for_her, ben,
       ConfirmWords{of<StatementId>(3), of<CommandId>(3), Confirmed::read_back}, "agreed"},
      {"ST2 once is enough", a_wish_typed_for_her, ben,
       ConfirmWords{of<StatementId>(3), of<CommandId>(3), Confirmed::not_yet}, "already"},
      {"ST2 afterwards nobody else does",
       [](Story& s) {
         a_wish_typed_for_her(s);
         s.told(ben, EndVisit{of<VisitId>(1)});
       },
       ben, ConfirmWords{of<StatementId>(3), of<CommandId>(3), Confirmed::read_back}, "SH8"},
  };
  check(cases);
}

TEST(Statements, ST4_ST6_versions_that_do_not_know_of_each_other_both_stand) {
  auto s = begun();
  auto const first = s.told(amina, wish(1, "Someone to talk to"));
  auto const second = s.told(amina, wish(1, "Someone to talk to at night"), {.base = {first}});
  auto const late = s.ask(amina, wish(1, "Someone kind to talk to"), {.base = {first}});
  EXPECT_EQ(outcome(late), "apart") << "being late is never refused";
  auto const third = s.last;
  auto const& row = s.record.statements.at(of<StatementId>(1));
  auto const heads = row.heads();
  ASSERT_EQ(heads.size(), 2u);
  EXPECT_EQ(heads[0]->version, second);
  EXPECT_EQ(heads[1]->version, third);
  EXPECT_FALSE(row.is_head(first));
  EXPECT_EQ(row.find(first)->words.text, "Someone to talk to") << "a version is never changed";

  s.told(amina, wish(1, "Someone kind, at night"), {.base = {second, third}});
  EXPECT_EQ(s.record.statements.at(of<StatementId>(1)).heads().size(), 1u) << "its owner has settled it";
}

TEST(Statements, ST8_holds_a_record_to_its_bounds) {
  auto s = begun();
  auto const first = s.told(amina, wish(1, "First"));
  auto const again = [&](std::uint64_t) {
    return StatementWorded{words(1, "Again"), Place::wish, in_illness, {first}, Party::person()};
  };
  s.filled(versions_per_statement_max - 2, again);
  EXPECT_EQ(outcome(s.ask(amina, wish(1, "The last"), {.base = {first}})), "apart");
  EXPECT_EQ(outcome(s.ask(amina, wish(1, "One more"), {.base = {first}})), "ST8");

  auto full = begun();
  full.filled(statements_per_record_max - 1, [](std::uint64_t n) {
    return StatementWorded{words(n, "Said"), Place::wish, in_illness, {}, Party::person()};
  });
  EXPECT_EQ(outcome(full.ask(amina, wish(1, "The last"))), "agreed");
  EXPECT_EQ(outcome(full.ask(amina, wish(2, "One more"))), "ST8");
}

}  // namespace
}  // namespace kith
