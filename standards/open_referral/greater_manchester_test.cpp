// The real files of one county, with their own mappings: the numbers must add up, file by file.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/own_mappings.hpp"
#include "standards/open_referral/places_table.hpp"

namespace kith::open_referral {
namespace {

std::string const& shared_folder() {
  static std::string const folder = [] {
    if (auto const* set = std::getenv("KITH_SHARED")) return std::string(set);
    auto const* house = std::getenv("KITH_SOURCE");
    return std::string(house ? house : ".") + "/../shared";
  }();
  return folder;
}
std::optional<std::string> shared_file(std::string const& path) {
  std::ifstream file(shared_folder() + "/data/" + path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

ideas::Places const& uk_places() {
  static ideas::Places const places = [] {
    auto const bytes = shared_file("uk-outcodes/outcodes.csv");
    auto made = read_places("outcodes.csv", bytes.value_or(""));
    auto* draft = std::get_if<PlacesDraft>(&made);
    return draft ? ideas::Places(std::move(draft->districts)) : ideas::Places();
  }();
  return places;
}

ideas::DirectoryDraft import_file(std::string const& name, std::string const& bytes) {
  auto made =
      read_directory({{name, bytes}}, {.imported_on = *day_of({2026, 11, 22}), .places = &uk_places()});
  EXPECT_TRUE(std::holds_alternative<ideas::DirectoryDraft>(made)) << name;
  auto* draft = std::get_if<ideas::DirectoryDraft>(&made);
  return draft ? std::move(*draft) : ideas::DirectoryDraft();
}

struct Expected {
  char const* file;
  std::size_t rows, services, rejected;
};
Expected const files[] = {
    {"trafford_mental_health_services.csv", 60, 60, 0},
    {"trafford_mental_health_services.geojson", 60, 60, 0},
    {"gm_food_banks.csv", 171, 170, 1},
    {"gm_libraries.csv", 141, 141, 0},
    {"gm_pharmacies.csv", 631, 631, 0},
    {"gm_dentists.csv", 539, 521, 18},
    {"gm_jobcentreplus.csv", 26, 26, 0},
    {"trafford_general_practices.csv", 26, 26, 0},
    {"sports_clubs.csv", 140, 140, 0},
    {"health_and_fitness_gym.csv", 37, 27, 10},
    {"grass_pitches.csv", 121, 76, 45},
    {"trafford_allotments.csv", 35, 35, 0},
    {"trafford_childrens_centres.csv", 2, 2, 0},
    {"trafford_care_homes.csv", 56, 56, 0},
    {"trafford_bus_stops.csv", 1025, 0, 1025},
    {"charities_operating_in_trafford_reduced.csv", 736, 736, 0},
};

TEST(GreaterManchester, DI1_every_file_adds_up_to_its_published_number_of_rows) {
  for (auto const& expected : files) {
    auto const bytes = shared_file("greater-manchester-services/" + std::string(expected.file));
    if (!bytes) GTEST_SKIP() << "the shared data is not beside the repository";
    auto draft = import_file(expected.file, *bytes);
    for (auto const& one : draft.drafts) {
      for (auto const row : one.rows) draft.ledger.settle(row, true);
    }
    auto const counts = draft.ledger.counts();
    EXPECT_EQ(counts.rows, expected.rows) << expected.file;
    EXPECT_EQ(draft.drafts.size(), expected.services) << expected.file;
    EXPECT_EQ(counts.rejected, expected.rejected) << expected.file;
    EXPECT_EQ(counts.imported + counts.rejected + counts.unchanged, counts.rows) << expected.file;
    std::map<std::string, int> hows, whys;
    for (auto const& r : draft.ledger.repairs()) ++hows[r.field + ": " + std::string(r.how)];
    for (auto const& r : draft.ledger.rejections()) ++whys[std::string(r.rule) + " " + r.why];
    if (std::getenv("KITH_TELL")) {
      std::cout << expected.file << "\n";
      for (auto& [h, n] : hows) std::cout << "   ~ " << n << " " << h << "\n";
      for (auto& [h, n] : whys) std::cout << "   - " << n << " " << h << "\n";
    }
  }
}

}  // namespace
}  // namespace kith::open_referral
