// The directory as curators and importers use it, over the journal in memory and a read model on disk.
#include "app/directory/directory.hpp"

#include <gtest/gtest.h>

#include "adapters/directory_sqlite/directory_sqlite.hpp"
#include "adapters/directory_sqlite/temporary_folder_test.hpp"
#include "adapters/journal_contract/scribe.hpp"
#include "adapters/journal_memory/journal_memory.hpp"
#include "wire/directory_events.hpp"
#include "wire/json.hpp"

namespace kith::adapters {
namespace {

using namespace ideas;

app::Curator const curator{{5, 5}, "curator"};
Day const today = *day_of({2026, 11, 22});

struct House {
  TemporaryFolder folder;
  MemoryJournal journal{journal_contract::sample_hash};
  DirectorySqlite model{folder.file("directory.db")};
  std::uint64_t ids = 0;
  app::Directory directory{{journal, journal_contract::sample_hash, model, model, [] { return Instant{}; },
                            [this] {
                              return IdBits{7, ++ids};
                            }}};

  ImportCounts import(std::vector<Service> const& services) {
    DirectoryDraft draft;
    auto const file = draft.ledger.add_file("x.csv");
    for (auto const& one : services) {
      auto const row = draft.ledger.add_row(file, static_cast<std::uint32_t>(draft.drafts.size() + 1));
      draft.ledger.keep(row);
      draft.drafts.push_back({one, {row}});
    }
    draft.feed = "test";
    return std::get<app::ImportDone>(directory.import(draft, {.on = today, .input = ""})).counts;
  }
};

Service service(std::string name, std::string organization = "") {
  Service made;
  made.id = service_id_of("test", name);
  made.source = "test";
  made.external_id = name;
  made.name = std::move(name);
  made.organization = std::move(organization);
  made.next_check = plus_days(today, 90);
  return made;
}

TEST(Directory, DI19_importing_the_same_again_changes_nothing) {
  House house;
  std::vector const services = {service("Choir", "Hall"), service("Walk", "Park"), service("Swim")};
  EXPECT_EQ(house.import(services), (ImportCounts{1, 3, 3, 0, 0}));
  EXPECT_EQ(house.import(services), (ImportCounts{1, 3, 0, 3, 0}));
  auto changed = services;
  changed[1].description = "New";
  EXPECT_EQ(house.import(changed), (ImportCounts{1, 3, 1, 2, 0}));
  EXPECT_EQ(house.model.find(services[1].id)->description, "New");
}

TEST(Directory, DI19_a_later_import_keeps_what_curators_did_unless_the_publisher_has_checked_since) {
  House house;
  auto one = service("Choir");
  house.import({one});
  EXPECT_EQ(house.directory.confirm(one.id, today, curator), std::nullopt);
  EXPECT_EQ(house.directory.hide(one.id, true, today, curator), std::nullopt);
  one.next_check = plus_days(today, 95);  // imported five days later
  EXPECT_EQ(house.import({one}).unchanged, 1u);
  one.description = "New words";
  house.import({one});
  auto stored = house.model.find(one.id);
  EXPECT_EQ(stored->description, "New words");
  EXPECT_EQ(stored->checked_on, today);
  EXPECT_EQ(stored->checked_by, "curator");
  EXPECT_TRUE(stored->hidden);
  one.checked_on = plus_days(today, 10);
  one.checked_by = "the publisher";
  one.next_check = plus_days(today, 100);
  house.import({one});
  stored = house.model.find(one.id);
  EXPECT_EQ(stored->checked_by, "the publisher");
  EXPECT_TRUE(stored->hidden);
}

TEST(Directory, DC5_confirming_puts_the_next_check_ninety_days_on) {
  House house;
  auto const one = service("Choir");
  house.import({one});
  EXPECT_EQ(house.model.unchecked(today, 9).size(), 1u);
  house.directory.confirm(one.id, today, curator);
  EXPECT_EQ(house.model.find(one.id)->next_check, plus_days(today, 90));
  EXPECT_TRUE(house.model.unchecked(today, 9).empty());
}

TEST(Directory, DC3_and_DC8_a_report_says_nothing_about_who_and_leaves_the_list_when_settled) {
  House house;
  auto const one = service("Choir"), two = service("Walk");
  house.import({one, two});
  EXPECT_EQ(house.directory.report(two.id, ServiceReport::wrong, plus_days(today, 1)), std::nullopt);
  EXPECT_EQ(house.directory.report(one.id, ServiceReport::not_welcoming, today), std::nullopt);
  auto const open = house.model.reports(9);
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[0].service_name, "Choir");
  EXPECT_EQ(open[0].what, ServiceReport::not_welcoming);
  auto const event =
      wire::write_directory_event(ServiceTroubleReported{open[0].id, one.id, open[0].what, open[0].on});
  auto const json = std::get<wire::Json>(wire::read_json(event));
  EXPECT_EQ(json.size(), 6u) << "event, v, report, service, what, on, and nobody: " << event;
  EXPECT_EQ(house.directory.settle(open[0].id), std::nullopt);
  EXPECT_EQ(house.model.reports(9).size(), 1u);
}

TEST(Directory, DC1_what_is_not_in_the_directory_is_refused) {
  House house;
  EXPECT_EQ(house.directory.confirm({1, 1}, today, curator)->rule, "DC1");
  EXPECT_EQ(house.directory.hide({1, 1}, true, today, curator)->rule, "DC1");
  EXPECT_EQ(house.directory.report({1, 1}, ServiceReport::gone, today)->rule, "DC1");
  EXPECT_EQ(house.directory.settle({1, 1})->rule, "DC1");
}

TEST(Directory, DC2_the_read_model_made_again_answers_as_before) {
  House house;
  std::vector<Service> services;
  for (int n = 0; n < 1'500; ++n) {
    services.push_back(service("Service " + std::to_string(n), "Organization " + std::to_string(n % 90)));
    services.back().point = Point{53'000'000 + n * 100, -2'000'000};
  }
  house.import(services);
  house.directory.confirm(services[3].id, today, curator);
  house.directory.hide(services[4].id, true, today, curator);
  house.directory.report(services[5].id, ServiceReport::gone, today);
  auto renamed = services[6];
  renamed.organization = "Another name";  // and the stream stays
  house.import({renamed});
  auto const near = house.model.near(Point{53'000'000, -2'000'000});
  auto const reports = house.model.reports(9);
  house.directory.rebuild();
  EXPECT_EQ(house.model.near(Point{53'000'000, -2'000'000}), near);
  EXPECT_EQ(house.model.reports(9), reports);
  EXPECT_EQ(house.model.find(services[3].id)->checked_on, today);
  EXPECT_TRUE(house.model.find(services[4].id)->hidden);
  EXPECT_EQ(house.model.find(renamed.id)->organization, "Another name");
}

TEST(Directory, DC2_a_model_left_behind_catches_up) {
  House house;
  house.import({service("Choir")});
  TemporaryFolder folder;
  DirectorySqlite empty(folder.file("d.db"));
  app::Directory other({house.journal, journal_contract::sample_hash, empty, empty, [] { return Instant{}; },
                        [] {
                          return IdBits{8, 8};
                        }});
  other.catch_up();
  EXPECT_TRUE(empty.find(service("Choir").id));
}

TEST(DirectoryEvents, DC2_every_event_reads_back_and_a_damaged_one_is_told) {
  auto const one = service("Choir");
  DirectoryEvent const events[] = {ServiceListed{one},
                                   ServiceListed{one, ImportId{3, 3}},
                                   ServiceWithdrawn{one.id, {3, 3}},
                                   ServiceChecked{one.id, today, "curator"},
                                   ServiceChecked{one.id, today, "curator", AccountId{5, 5}},
                                   ServiceHidden{one.id, false},
                                   ServiceHidden{one.id, true, today, AccountId{5, 5}},
                                   ServiceCorrected{one.id, ServiceField::opening, "Mondays", today, {5, 5}},
                                   ServiceCorrected{one.id, ServiceField::opening, {}, today, {5, 5}},
                                   ServiceTroubleReported{{1, 2}, one.id, ServiceReport::gone, today},
                                   ServiceObstacleHeard{one.id, Barrier::cost, today},
                                   ImportStarted{{3, 3}, "feed", today, "hash", {}},
                                   ImportStarted{{4, 4}, "feed", today, "", ImportId{3, 3}},
                                   ImportFinished{{3, 3}, 1, 2, 3},
                                   ReportSettled{{1, 2}}};
  for (auto const& event : events) {
    auto const text = wire::write_directory_event(event);
    auto const read = wire::read_directory_event(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->index(), event.index());
    EXPECT_EQ(wire::write_directory_event(*read), text);
  }
  for (auto const* text :
       {"", "{}", R"({"event":"service_hidden","v":1})",
        R"({"event":"service_hidden","v":2,"service":"x","hidden":true})", R"({"event":"unheard_of","v":1})",
        R"({"event":"report_settled","v":1,"report":"nil"})"}) {
    EXPECT_FALSE(wire::read_directory_event(text)) << text;
  }
}

}  // namespace
}  // namespace kith::adapters
