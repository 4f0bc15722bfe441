#include "wire/circle_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "wire/json.hpp"
#include "wire/words.hpp"

namespace kith::wire {
namespace {

Catalogue english() {
  auto const* source = std::getenv("KITH_SOURCE");
  std::ifstream file(std::string(source ? source : ".") + "/web/src/words/en.json");
  std::stringstream text;
  text << file.rdbuf();
  auto read = read_catalogue(CatalogueLanguage::en, text.str());
  auto* catalogue = std::get_if<Catalogue>(&read);
  EXPECT_TRUE(catalogue) << "web/src/words/en.json is not a catalogue";
  return catalogue ? *catalogue : Catalogue();
}

CircleDrawing drawing_of(std::string_view text) {
  auto read = read_circle_file(text);
  auto* drawing = std::get_if<CircleDrawing>(&read);
  EXPECT_TRUE(drawing) << text;
  return drawing ? *drawing : CircleDrawing();
}

std::string described(std::string_view text) {
  auto const words = english();
  return say_all(describe(with_names(drawing_of(text), words)).sentence, words);
}

TEST(CircleFile, reads_every_field_and_every_default) {
  auto const full =
      drawing_of(R"({"finished":false,"occasion":"hard_times","ties":[{"name":"Mum","kind":"parent",
      "frequency":"daily","support":["everyday","emotional","everyday"],"ring":1}]})");
  EXPECT_FALSE(full.finished);
  EXPECT_EQ(full.occasion, Occasion::hard_times);
  ASSERT_EQ(full.ties.size(), 1u);
  EXPECT_EQ(full.ties[0].name, "Mum");
  EXPECT_EQ(full.ties[0].facts.kind, TieKind::parent);
  EXPECT_EQ(full.ties[0].facts.frequency, Frequency::daily);
  EXPECT_EQ(full.ties[0].facts.support, supports(Support::everyday, Support::emotional));
  EXPECT_EQ(full.ties[0].ring, Ring::inner);
  auto const least = drawing_of(R"({"ties":[{"kind":"thing"}]})");
  EXPECT_TRUE(least.finished);
  EXPECT_EQ(least.occasion, Occasion::everyday);
  EXPECT_EQ(least.ties[0].name, "");
  EXPECT_FALSE(least.ties[0].facts.frequency);
  EXPECT_FALSE(least.ties[0].ring);
}

struct Bad {
  char const* title;
  std::string text;
  char const* rule;
};

TEST(CircleFile, refuses_what_it_cannot_read_by_number) {
  std::string const deep = std::string(10'000, '[') + std::string(10'000, ']');
  std::string many = R"({"ties":[{"kind":"pet"})";
  for (int n = 0; n < 500; ++n) many += R"(,{"kind":"pet"})";
  Bad const rows[] = {
      {"CI20 nothing", "", "CI20"},
      {"CI20 half an object", R"({"ties":[)", "CI20"},
      {"CI20 two objects", R"({"ties":[]}{"ties":[]})", "CI20"},
      {"CI20 a field twice", R"({"ties":[],"ties":[]})", "CI20"},
      {"CI20 invalid UTF-8", "{\"ties\":[{\"kind\":\"pet\",\"name\":\"\xFF\"}]}", "CI20"},
      {"CI20 a NUL byte", std::string("{\"ties\":[]}\0", 12), "CI20"},
      {"CI20 too deep", deep, "CI20"},
      {"CI20 too large", std::string(json_bytes_max + 1, ' '), "CI20"},
      {"CI20 a ring with a fraction", R"({"ties":[{"kind":"pet","ring":1.5}]})", "CI20"},
      {"CI21 an unknown field of the file", R"({"ties":[],"colour":"red"})", "CI21"},
      {"CI21 an unknown field of a tie", R"({"ties":[{"kind":"pet","age":3}]})", "CI21"},
      {"CI22 a list instead of an object", "[]", "CI22"},
      {"CI22 finished as text", R"({"finished":"yes","ties":[]})", "CI22"},
      {"CI22 occasion as a number", R"({"occasion":1,"ties":[]})", "CI22"},
      {"CI22 ties as an object", R"({"ties":{}})", "CI22"},
      {"CI22 a tie as text", R"({"ties":["Mum"]})", "CI22"},
      {"CI22 a name as a number", R"({"ties":[{"kind":"pet","name":7}]})", "CI22"},
      {"CI22 a kind as nothing", R"({"ties":[{"kind":null}]})", "CI22"},
      {"CI22 support as text", R"({"ties":[{"kind":"pet","support":"emotional"}]})", "CI22"},
      {"CI22 a ring as text", R"({"ties":[{"kind":"pet","ring":"1"}]})", "CI22"},
      {"CI23 an unknown kind", R"({"ties":[{"kind":"Parent"}]})", "CI23"},
      {"CI23 an unknown frequency", R"({"ties":[{"kind":"pet","frequency":"always"}]})", "CI23"},
      {"CI23 an unknown support", R"({"ties":[{"kind":"pet","support":["money"]}]})", "CI23"},
      {"CI23 an unknown occasion", R"({"occasion":"holiday","ties":[]})", "CI23"},
      {"CI24 ring nought", R"({"ties":[{"kind":"pet","ring":0}]})", "CI24"},
      {"CI24 ring four", R"({"ties":[{"kind":"pet","ring":4}]})", "CI24"},
      {"CI25 no ties", R"({"finished":true})", "CI25"},
      {"CI25 one too many", many + "]}", "CI25"},
      {"CI26 a name with a line break", R"({"ties":[{"kind":"pet","name":"a\nb"}]})", "CI26"},
      {"CI26 a long name", R"({"ties":[{"kind":"pet","name":")" + std::string(201, 'a') + "\"}]}", "CI26"},
      {"CI27 a tie without a kind", R"({"ties":[{"name":"Mum"}]})", "CI27"},
  };
  auto const words = english();
  for (auto const& row : rows) {
    auto const read = read_circle_file(row.text);
    auto const* refusal = std::get_if<Refusal>(&read);
    ASSERT_TRUE(refusal) << row.title;
    EXPECT_EQ(refusal->rule, row.rule) << row.title;
    auto const said = say(refusal->message, words);
    EXPECT_NE(said, refusal->message.key) << row.title;
    EXPECT_EQ(said.find('{'), std::string::npos) << row.title << ": " << said;
  }
}

TEST(CircleFile, CI26_an_empty_name_is_no_name_and_500_ties_are_read) {
  EXPECT_EQ(described(R"({"ties":[{"kind":"pet","name":""}]})"),
            "Your circle is home to a pet. Whoever and whatever matters to you belongs here.");
  std::string many = R"({"ties":[{"kind":"pet"})";
  for (int n = 1; n < 500; ++n) many += R"(,{"kind":"pet"})";
  EXPECT_EQ(drawing_of(many + "]}").ties.size(), 500u);
}

TEST(CircleFile, CI23_what_the_file_said_is_shown_safely) {
  auto const read = read_circle_file(R"({"ties":[{"kind":"\u001b[31m)" + std::string(300, 'x') + R"("}]})");
  auto const said = say(std::get<Refusal>(read).message, english());
  EXPECT_EQ(said.find('\x1b'), std::string::npos);
  EXPECT_LT(said.size(), 400u);
}

TEST(KindSentence, CI11_reads_as_people_speak) {
  EXPECT_EQ(described(R"({"ties":[]})"),
            "Your circle is open, and you can begin anywhere. A person, a pet, a place or something you like "
            "to do: "
            "whatever matters to you belongs here.");
  EXPECT_EQ(
      described(
          R"({"ties":[{"name":"Mum","kind":"parent","frequency":"daily","support":["everyday","emotional"],
            "ring":1},{"name":"Dev","kind":"friend","frequency":"weekly"},{"name":"the choir","kind":"group",
            "frequency":"weekly"},{"name":"Biscuit","kind":"pet"},{"name":"the allotment","kind":"place"}]})"),
      "Family, friends and groups come together in your circle. Comfort and help with everyday things come "
      "from "
      "Mum. You are often in touch with Dev. You are part of the choir. Your circle is also home to Biscuit "
      "and "
      "the allotment.");
  EXPECT_EQ(
      described(R"({"occasion":"hard_times","ties":[{"name":"Mum","kind":"parent","frequency":"daily"}]})"),
      "This is your circle for hard times. You are often in touch with Mum. In hard times, staying close to "
      "what "
      "helps is enough.");
}

TEST(KindSentence, CI11_CI13_the_english_patterns_are_short_and_hold_no_number_and_no_label) {
  auto const words = english();
  EXPECT_TRUE(faults_of(words).empty());
  Message probe{"", {{"names", std::string("Mum")}}};
  for (auto const& [key, pattern] : words.patterns()) {
    if (!key.starts_with("circle.shows.")) continue;
    probe.key = key;
    auto const said = say(probe, words);
    bool const names_somebody = said.find("Mum") != std::string::npos;
    auto const count =
        std::count(said.begin(), said.end(), ' ') + 1 + (names_somebody ? names_words_max - 1 : 0);
    EXPECT_LE(count, 20) << said;
    EXPECT_TRUE(said.ends_with('.')) << said;
    for (char const c : said) EXPECT_FALSE(std::isdigit(static_cast<unsigned char>(c))) << said;
    for (char const* banned : {"isolat", "lonel", " one ", " two ", " few ", "only", "small", "diverse",
                               "network", "professional", "type", "?"}) {
      EXPECT_EQ(said.find(banned), std::string::npos) << said;
    }
  }
}

TEST(KindSentence, CI16_every_kind_has_words_for_an_entry_without_a_name) {
  auto const words = english();
  for (auto const kind : all<TieKind>())
    EXPECT_TRUE(words.find("circle.unnamed." + std::string(name_of(kind))));
}

TEST(CircleFile, CI1_the_answer_has_type_sentence_and_reasons) {
  auto const words = english();
  auto const text = write_description(describe(drawing_of(R"({"ties":[{"name":"Kofi","kind":"friend",
      "frequency":"monthly"}]})")),
                                      words);
  EXPECT_EQ(text, R"({"because":["Friends and other people, in touch monthly or more often: Kofi."],)"
                  R"("sentence":"Your circle holds Kofi. Whoever and whatever matters to you belongs here.",)"
                  R"("type":"isolated"})");
}

}  // namespace
}  // namespace kith::wire
