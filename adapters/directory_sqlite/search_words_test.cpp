#include "adapters/directory_sqlite/search_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/temporary_folder_test.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;
using Words = std::vector<std::string>;

TEST(SearchWords, DC17_accents_capitals_and_apostrophes_do_not_matter) {
  EXPECT_EQ(folded_words("Côr y Men's Shed – Caffi’r Tŷ!"),
            (Words{"cor", "y", "mens", "shed", "caffir", "ty"}));
  EXPECT_EQ(folded_words(" \"*():-^ "), Words());
  EXPECT_EQ(folded_words(std::string(100'000, 'x')).at(0).size(), word_bytes_max);
}

TEST(SearchWords, DC17_Welsh_sentences_are_told_from_English_ones) {
  auto const made = passages_of("Walk with us. Mae croeso i bawb. Dewch gyda ni bob dydd Mawrth! Tea after.");
  EXPECT_EQ(made.english, "Walk with us. Tea after.");
  EXPECT_EQ(made.welsh, " Mae croeso i bawb. Dewch gyda ni bob dydd Mawrth!");
}

TEST(SearchWords, DC17_a_Welsh_word_is_found_with_every_beginning_it_can_have) {
  for (auto const* form : {"cor", "gor", "nghor", "chor"})
    EXPECT_THAT(initial_forms(form), testing::IsSupersetOf({"cor", "gor", "nghor", "chor"})) << form;
  EXPECT_THAT(initial_forms("ardd"), testing::Contains("gardd"));
  EXPECT_THAT(initial_forms("fam"), testing::Contains("mam"));
  EXPECT_THAT(initial_forms("llyfr"), testing::Contains("lyfr"));
}

TEST(SearchWords, DC18_slips_are_counted_as_people_make_them) {
  EXPECT_EQ(slips_between("gardening", "gardening", 2), 0u);
  EXPECT_EQ(slips_between("gardning", "gardening", 2), 1u);
  EXPECT_EQ(slips_between("gradening", "gardening", 2), 1u) << "swapped";
  EXPECT_EQ(slips_between("choir", "chair", 2), 1u);
  EXPECT_EQ(slips_between("choir", "swimming", 2), 3u) << "many";
  EXPECT_EQ(slips_forgiven("tea"), 0u);
}

struct Desk {
  TemporaryFolder folder;
  DirectorySqlite directory{folder.file("directory.db")};
  std::uint64_t position = 0;

  void put(std::string const& name, std::string const& description, bool hidden = false) {
    Entry entry;
    auto& one = entry.listed;
    one.id = service_id_of("test", name);
    one.source = "test", one.external_id = name, one.name = name, one.description = description;
    entry.curation.hidden = hidden;
    app::ModelStep const step{{1, 1}, ++position, {std::move(entry)}};
    directory.apply({&step, 1});
  }
  std::string found(std::string const& words) const {
    std::string names;
    for (auto const& one : directory.search({words})) names += (names.empty() ? "" : ", ") + one.name;
    return names;
  }
};

TEST(DirectorySearch, DC17_DC18_Welsh_and_slips) {
  Desk desk;
  desk.put("Côr Meibion", "Mae croeso i bawb. Rydym yn canu gyda ein gilydd yn y gerddi.");
  desk.put("Cerddwyr", "Cerdded gyda ni bob dydd Mawrth.");
  desk.put("Gardening club", "We garden. Mugs of tea.");
  struct Case {
    char const* sentence;
    char const* words;
    char const* names;
  };
  Case const cases[] = {
      {"DC17 without the accent", "cor meibion", "Côr Meibion"},
      {"DC17 after another word", "gôr", "Côr Meibion"},
      {"DC17 walking is not music", "cerdded", "Cerddwyr"},
      {"DC17 an English word by its stem", "gardens", "Gardening club"},
      {"DC18 a letter left out", "gardning", "Gardening club"},
      {"DC18 two letters swapped, and a Welsh one", "meibino", "Côr Meibion"},
      {"DC18 two words, one slip", "gardening culb", "Gardening club"},
      {"DC18 nothing like it", "xylophone", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(desk.found(c.words), c.names) << c.sentence;
}

TEST(DirectorySearch, DC16_stays_right_when_an_entry_is_hidden_changed_and_listed_again) {
  Desk desk;
  desk.put("Choir", "Singing on the quay");
  desk.put("Choir", "Singing in the hall");
  EXPECT_EQ(desk.found("quay"), "");
  EXPECT_EQ(desk.found("hall"), "Choir");
  desk.put("Choir", "Singing in the hall", true);
  EXPECT_EQ(desk.found("hall"), "");
  EXPECT_EQ(desk.found("singnig"), "") << "its words are gone from the vocabulary too";
  desk.put("Choir", "Singing in the hall");
  EXPECT_EQ(desk.found("singnig"), "Choir");
}

}  // namespace
}  // namespace kith::adapters
