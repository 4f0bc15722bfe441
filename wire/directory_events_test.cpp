// Events of the directory as they lie in the journal, for ever: one golden file for each version of each
// kind.
//
// golden_directory/<kind>_<version>.json is written once, with KITH_GOLDEN=write, and never again: what could
// be read must be read as long as there is Kith.
#include "wire/directory_events.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "wire/json.hpp"

namespace kith::wire {
namespace {

using namespace ideas;
namespace fs = std::filesystem;

fs::path golden_folder() {
  auto const* source = std::getenv("KITH_SOURCE");
  return fs::path(source ? source : ".") / "wire" / "golden_directory";
}

Service sample_service() {
  Service made;
  made.id = {0x1111, 0x2222};
  made.source = "feed", made.external_id = "7", made.name = "Choir", made.organization = "Hall";
  made.point = Point{53'400'000, -2'300'000};
  made.newcomers = Newcomers::waiting_list;
  made.who_can_come = "Anybody", made.getting_there = "Bus 9";
  made.next_check = Day();
  return made;
}

std::vector<DirectoryEvent> samples() {
  Service const service = sample_service();
  ImportId const import{3, 3};
  AccountId const account{5, 5};
  Service in_company = service;
  in_company.group = GroupSize::small, in_company.come_alone = Known::yes;
  return {ServiceListed{service, import},
          ServiceListed{in_company, import},
          ServiceWithdrawn{service.id, import},
          ServiceChecked{service.id, Day(), "curator"},
          ServiceChecked{service.id, Day(), "curator", account},
          ServiceHidden{service.id, true},
          ServiceHidden{service.id, false, Day(), account},
          ServiceCorrected{service.id, ServiceField::opening, "Mondays", Day(), account},
          ServiceCorrected{service.id, ServiceField::group, "small", Day(), account},
          ServiceTroubleReported{{1, 2}, service.id, ServiceReport::gone, Day()},
          ServiceObstacleHeard{service.id, Barrier::cost, Day()},
          ImportStarted{import, "feed", Day(), "hash", ImportId{4, 4}},
          ImportFinished{import, 1, 2, 3},
          ReportSettled{{1, 2}}};
}

fs::path golden_of(std::string const& text) {
  auto const json = std::get<Json>(read_json(text));
  return golden_folder() /
         (*string_at(json, "event") + "_" + std::to_string(*integer_at(json, "v")) + ".json");
}

TEST(DirectoryEvents, DC2_every_kind_is_written_as_its_golden_file_says) {
  auto const* mode = std::getenv("KITH_GOLDEN");
  bool const write = mode && std::string_view(mode) == "write";
  for (auto const& event : samples()) {
    auto const text = write_directory_event(event);
    auto const path = golden_of(text);
    if (write && !fs::exists(path)) std::ofstream(path) << text << '\n';
    std::ifstream file(path);
    std::string kept;
    ASSERT_TRUE(std::getline(file, kept)) << path << ": run make golden once for a new kind of event";
    EXPECT_EQ(text, kept) << path;
  }
}

TEST(DirectoryEvents, DC2_every_golden_file_is_read_old_versions_too) {
  std::size_t files = 0;
  for (auto const& entry : fs::directory_iterator(golden_folder())) {
    std::ifstream file(entry.path());
    std::string kept;
    std::getline(file, kept);
    EXPECT_TRUE(read_directory_event(kept)) << entry.path();
    ++files;
  }
  EXPECT_GE(files, samples().size());
}

}  // namespace
}  // namespace kith::wire
