// Rows that are read and not taken in: a file of no services, and rows that the list itself says nothing
// comes of.
#include <gtest/gtest.h>

#include "standards/open_referral/directory_files.hpp"

namespace kith::open_referral {
namespace {

ideas::DirectoryDraft read(std::string const& name, std::string_view bytes) {
  DirectoryAsk ask;
  ask.imported_on = *parse_day("2026-11-22");
  auto read = read_directory({{name, bytes}}, ask);
  EXPECT_TRUE(std::holds_alternative<ideas::DirectoryDraft>(read));
  return std::move(std::get<ideas::DirectoryDraft>(read));
}

TEST(left_out, DI8_a_file_of_things_that_are_no_services_is_read_and_every_row_rejected) {
  auto const draft = read(
      "trafford_bus_stops.csv",
      "atco_code,common_name,street,area_code,area_name,lon,lat\n"
      "1,Invented Road,Invented Lane,E0,Invented,1.9,54.2\n2,Other Road,Other Lane,E0,Invented,1.9,54.2\n");
  EXPECT_TRUE(draft.drafts.empty());
  ASSERT_EQ(draft.ledger.rejections().size(), 2u);
  EXPECT_EQ(draft.ledger.rejections()[0].rule, "DI8");
}

TEST(left_out, DI9_a_row_the_list_calls_closed_is_rejected_and_its_neighbours_stay) {
  auto const draft =
      read("gm_food_banks.csv",
           "Name,Referral method,Opening times,Address,Postcode,Contact,Website,Area name,Area code\n"
           "Open Larder,Not known,Monday 10am,1 Invented Lane,ZZ9 1AA,,,Invented,E0\n"
           "Shut Larder,No longer open,Monday 10am,2 Invented Lane,ZZ9 1AB,,,Invented,E0\n");
  EXPECT_EQ(draft.drafts.size(), 1u);
  ASSERT_EQ(draft.ledger.rejections().size(), 1u);
  EXPECT_EQ(draft.ledger.rejections()[0].rule, "DI9");
}

}  // namespace
}  // namespace kith::open_referral
