// Importing again, showing it first, taking it back; and what curators did through all of it.
#include <gtest/gtest.h>

#include <functional>

#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/temporary_folder_test.hpp"
#include "adapters/journal_contract/scribe.hpp"
#include "adapters/journal_memory/journal_memory.hpp"
#include "app/directory/directory.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;

Day const today = *day_of({2026, 11, 22});
app::Curator const carol{{5, 5}, "curator"};

Service service(std::string name) {
  Service made;
  made.id = service_id_of("test", name);
  made.source = "test", made.external_id = name, made.name = std::move(name);
  made.next_check = plus_days(today, 90);
  return made;
}

struct CutOff {};

struct House {
  TemporaryFolder folder;
  MemoryJournal journal{journal_contract::sample_hash};
  DirectorySqlite model{folder.file("directory.db")};
  std::uint64_t ids = 0;
  int events_left = -1;  // what is stored after these is cut off
  app::Directory directory{{journal, journal_contract::sample_hash, model, model,
                            [this] {
                              if (events_left == 0) throw CutOff();
                              events_left -= events_left > 0;
                              return Instant{};
                            },
                            [this] {
                              return IdBits{7, ++ids};
                            }}};

  static DirectoryDraft draft_of(std::vector<Service> const& services) {
    DirectoryDraft draft;
    draft.feed = "feed";
    auto const file = draft.ledger.add_file("x.csv");
    for (auto const& one : services) {
      auto const row = draft.ledger.add_row(file, static_cast<std::uint32_t>(draft.drafts.size() + 1));
      draft.ledger.keep(row);
      draft.drafts.push_back({one, {row}});
    }
    return draft;
  }
  app::ImportDone import(std::vector<Service> const& services, bool is_whole = false) {
    auto draft = draft_of(services);
    return std::get<app::ImportDone>(
        directory.import(draft, {.on = today, .input = "", .is_whole = is_whole}));
  }
  std::string shown(ServiceId id) const {
    auto const found = model.find(id);
    return found && found->is_shown() ? found->name + ": " + found->description : "";
  }
};

TEST(Imports, DC12_what_would_change_is_shown_first_and_nothing_is_stored) {
  House house;
  auto choir = service("Choir"), walk = service("Walk"), swim = service("Swim");
  house.import({choir, walk});
  choir.description = "New";
  auto draft = House::draft_of({choir, swim});
  auto const changes = house.directory.preview(draft);
  EXPECT_EQ(changes.fresh, 1u);
  EXPECT_EQ(changes.changed, 1u);
  EXPECT_EQ(changes.gone, 1u);
  ASSERT_EQ(changes.changed_listed.size(), 1u);
  EXPECT_EQ(changes.changed_listed[0].fields,
            (std::vector<FieldChange>{{ServiceField::description, "", "New"}}));
  EXPECT_EQ(changes.gone_listed.at(0).name, "Walk");
  EXPECT_EQ(draft.ledger.counts().imported, 2u) << "DI1: the check adds up too";
  EXPECT_EQ(house.model.find(choir.id)->description, "");
  EXPECT_FALSE(house.model.find(swim.id));
}

TEST(Imports, DC12_what_is_gone_stays_unless_the_import_is_the_whole_feed) {
  House house;
  auto const choir = service("Choir"), walk = service("Walk");
  house.import({choir, walk});
  house.import({choir});
  EXPECT_TRUE(house.model.find(walk.id)->is_shown());
  auto const made = house.import({choir}, true);
  EXPECT_EQ(made.changes.gone, 1u);
  EXPECT_FALSE(house.model.find(walk.id)->is_shown());
  house.import({choir, walk}, true);
  EXPECT_TRUE(house.model.find(walk.id)->is_shown()) << "listed again";
}

TEST(Imports, DC13_an_import_is_taken_back_as_a_whole_and_the_taking_back_too) {
  House house;
  auto choir = service("Choir"), walk = service("Walk"), swim = service("Swim");
  house.import({choir, walk});
  choir.description = "New";
  auto const second = house.import({choir, swim}, true);
  auto const undone = std::get<app::UndoDone>(house.directory.undo(*second.import, today));
  EXPECT_EQ(house.shown(choir.id), "Choir: ");
  EXPECT_EQ(house.shown(walk.id), "Walk: ");
  EXPECT_EQ(house.shown(swim.id), "");
  EXPECT_EQ(undone.put_back, 2u);
  EXPECT_EQ(undone.withdrawn, 1u);
  EXPECT_EQ(std::get<Refusal>(house.directory.undo(*second.import, today)).rule, "DC14") << "DC14 once";
  EXPECT_EQ(std::get<Refusal>(house.directory.undo({9, 9}, today)).rule, "DC14") << "never made";
  house.directory.undo(undone.import, today);
  EXPECT_EQ(house.shown(choir.id), "Choir: New");
  EXPECT_EQ(house.shown(walk.id), "");
  EXPECT_EQ(house.shown(swim.id), "Swim: ");
}

TEST(Imports, DC13_what_a_later_import_changed_stays_and_so_does_what_curators_did) {
  House house;
  auto choir = service("Choir"), walk = service("Walk");
  house.import({choir, walk});
  choir.description = walk.description = "Second";
  auto const second = house.import({choir, walk});
  walk.description = "Third";
  house.import({walk});
  house.directory.correct(choir.id, ServiceField::opening, "Mondays", today, carol);
  house.directory.hide(walk.id, true, today, carol);
  auto const undone = std::get<app::UndoDone>(house.directory.undo(*second.import, today));
  EXPECT_EQ(undone.changed_since, 1u);
  EXPECT_EQ(house.model.find(choir.id)->description, "");
  EXPECT_EQ(house.model.find(choir.id)->opening, "Mondays");
  EXPECT_EQ(house.model.find(walk.id)->description, "Third");
  EXPECT_TRUE(house.model.find(walk.id)->hidden);
}

TEST(Imports, DC9_a_correction_lies_over_every_import_until_it_is_taken_back) {
  House house;
  auto choir = service("Choir");
  choir.opening = "Tuesdays";
  house.import({choir});
  EXPECT_EQ(house.directory.correct(choir.id, ServiceField::opening, "Mondays", today, carol), std::nullopt);
  choir.opening = "Fridays";
  EXPECT_EQ(house.import({choir}).changes.kept_by_curators, 1u);
  EXPECT_EQ(house.model.find(choir.id)->opening, "Mondays");
  EXPECT_EQ(house.model.entry(choir.id)->listed.opening, "Fridays");
  house.directory.rebuild();
  EXPECT_EQ(house.model.find(choir.id)->opening, "Mondays") << "DC2";
  house.directory.correct(choir.id, ServiceField::opening, std::nullopt, today, carol);
  EXPECT_EQ(house.model.find(choir.id)->opening, "Fridays");
}

TEST(Imports, DC10_what_cannot_be_put_right_or_does_not_fit_is_refused) {
  House house;
  auto const choir = service("Choir");
  house.import({choir});
  auto const rule = [&](ServiceField field, std::string text) {
    auto const refusal = house.directory.correct(choir.id, field, text, today, carol);
    return refusal ? std::string(refusal->rule) : "";
  };
  EXPECT_EQ(rule(ServiceField::name, ""), "DC10");
  EXPECT_EQ(rule(ServiceField::place, "53, -2"), "DC10");
  EXPECT_EQ(rule(ServiceField::phone, std::string(401, '1')), "DC10");
  EXPECT_EQ(rule(ServiceField::website, "javascript:alert(1)"), "DC10");
  EXPECT_EQ(rule(ServiceField::newcomers, "sometimes"), "DC10");
  EXPECT_EQ(rule(ServiceField::newcomers, "waiting_list"), "");
  EXPECT_EQ(rule(ServiceField::group, "a few"), "DC10");
  EXPECT_EQ(rule(ServiceField::group, "small"), "");
  EXPECT_EQ(rule(ServiceField::companion, "yes"), "");
  EXPECT_EQ(house.directory.correct({1, 1}, ServiceField::name, "X", today, carol)->rule, "DC1");
}

TEST(Imports, DC11_every_change_is_told_with_its_hand_and_its_differences_the_newest_first) {
  House house;
  auto choir = service("Choir");
  house.import({choir});
  house.directory.correct(choir.id, ServiceField::opening, "Mondays", today, carol);
  choir.description = "New";
  house.import({choir});
  house.directory.report(choir.id, ServiceReport::wrong, today);
  auto const lines = house.directory.history(choir.id);
  ASSERT_EQ(lines.size(), 3u) << "what people reported is no part of it";
  EXPECT_EQ(lines[0].changes, (std::vector<FieldChange>{{ServiceField::description, "", "New"}}));
  EXPECT_EQ(std::get<ServiceCorrected>(lines[1].event).account, carol.account);
  EXPECT_EQ(lines[1].changes, (std::vector<FieldChange>{{ServiceField::opening, "", "Mondays"}}));
  EXPECT_TRUE(lines[2].changes.empty()) << "when it came in nothing was different";
}

TEST(Imports, Z_5_the_same_import_cut_off_goes_on_under_its_own_name) {
  House house;
  std::vector<Service> services;
  for (int n = 0; n < 3'000; ++n) services.push_back(service("Service " + std::to_string(n)));
  auto draft = House::draft_of(services);
  auto const cut = [](std::size_t done, std::size_t) {
    if (done >= 2'000) throw CutOff();
  };
  EXPECT_THROW(house.directory.import(draft, {.on = today, .input = "same", .progress = cut}), CutOff);
  EXPECT_FALSE(house.directory.imports(9).at(0).finished);
  auto again = House::draft_of(services);
  auto const made = std::get<app::ImportDone>(house.directory.import(again, {.on = today, .input = "same"}));
  EXPECT_TRUE(made.went_on);
  EXPECT_GT(made.counts.unchanged, 0u);
  EXPECT_EQ(made.counts.imported + made.counts.unchanged, 3'000u);
  EXPECT_EQ(house.directory.imports(9).size(), 1u);
  EXPECT_EQ(std::get<app::UndoDone>(house.directory.undo(*made.import, today)).withdrawn, 3'000u);
}

TEST(Imports, DC13_a_taking_back_that_was_cut_off_goes_on) {
  House house;
  std::vector<Service> services;
  for (int n = 0; n < 3'000; ++n) services.push_back(service("Service " + std::to_string(n)));
  auto const made = house.import(services);
  house.events_left = 1'500;
  EXPECT_THROW(house.directory.undo(*made.import, today), CutOff);
  house.events_left = -1;
  house.directory.catch_up();
  auto const left = house.model.listed_by(*made.import).size();
  EXPECT_GT(left, 0u);
  EXPECT_LT(left, 3'000u);
  EXPECT_EQ(std::get<app::UndoDone>(house.directory.undo(*made.import, today)).withdrawn, 3'000u);
  EXPECT_TRUE(house.model.listed_by(*made.import).empty());
  EXPECT_EQ(house.directory.imports(9).size(), 2u);
  EXPECT_EQ(std::get<Refusal>(house.directory.undo(*made.import, today)).rule, "DC14") << "once";
}

// A feed that could not be read to its end may still have what seems to be gone.
TEST(Imports, DC19_what_was_not_read_whole_takes_nothing_away) {
  struct Case {
    char const* sentence;
    bool refused;
    std::function<void(DirectoryDraft&)> spoil;
  };
  Case const cases[] = {
      {"DC19 whole", false, [](DirectoryDraft&) {}},
      {"DC19 nothing is in it", true, [](DirectoryDraft& draft) { draft.drafts.clear(); }},
      {"DC19 its counts do not hold", true,
       [](DirectoryDraft& draft) { draft.ledger.doubt("x.csv", "DI26", "says that there are 5000"); }},
      {"DC19 a row cannot be read", true,
       [](DirectoryDraft& draft) { draft.ledger.reject(draft.ledger.add_row(0, 9), "DI23", "ends"); }},
      {"DC19 a row says the same as another", false,
       [](DirectoryDraft& draft) { draft.ledger.reject(draft.ledger.add_row(0, 9), "DI7", "same"); }},
  };
  for (auto const& c : cases) {
    House house;
    auto const choir = service("Choir"), walk = service("Walk");
    house.import({choir, walk});
    auto draft = House::draft_of({choir});
    c.spoil(draft);
    auto const answer = house.directory.import(draft, {.on = today, .input = "", .is_whole = true});
    auto const* refusal = std::get_if<Refusal>(&answer);
    EXPECT_EQ(refusal ? refusal->rule : "", c.refused ? "DC19" : "") << c.sentence;
    EXPECT_EQ(house.model.find(walk.id)->is_shown(), c.refused) << c.sentence;
    EXPECT_TRUE(house.model.find(choir.id)->is_shown()) << c.sentence;
  }
}

TEST(Imports, DC15_reasons_reach_curators_from_ten_up_and_say_nothing_about_who) {
  House house;
  auto const choir = service("Choir");
  house.import({choir});
  for (int n = 0; n < 9; ++n) house.directory.hear(choir.id, Barrier::cost, today);
  EXPECT_TRUE(house.model.obstacles(app::obstacle_times_least, 9).empty());
  house.directory.hear(choir.id, Barrier::cost, today);
  house.directory.hear(choir.id, Barrier::anxiety, today);
  auto const heard = house.model.obstacles(app::obstacle_times_least, 9);
  EXPECT_EQ(heard, (std::vector<app::HeardObstacle>{{choir.id, "Choir", Barrier::cost, 10}}));
  house.directory.rebuild();
  EXPECT_EQ(house.model.obstacles(app::obstacle_times_least, 9), heard) << "DC2";
}

}  // namespace
}  // namespace kith::adapters
