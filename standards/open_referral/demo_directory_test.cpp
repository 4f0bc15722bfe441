// The demo's own directory: an invented town, through the same reader as everybody's.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/ideas/match.hpp"
#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/places_table.hpp"
#include "standards/open_referral/shared_data_test.hpp"

namespace kith::open_referral {
namespace {

Day const today = *day_of({2026, 11, 22});

ideas::Places const& places() {
  static ideas::Places const made = [] {
    auto read = read_places("places.csv",
                            file_bytes(house_folder() + "/main/demo_directory/places.csv").value_or(""));
    auto* draft = std::get_if<PlacesDraft>(&read);
    return draft ? ideas::Places(std::move(draft->districts)) : ideas::Places();
  }();
  return made;
}

ideas::DirectoryDraft const& wrenbridge() {
  static ideas::DirectoryDraft const made = [] {
    auto const bytes = file_bytes(house_folder() + "/main/demo_directory/services.json").value_or("");
    auto read = read_directory({{"services.json", bytes}},
                               {.imported_on = today, .places = &places(), .source = "wrenbridge"});
    auto* draft = std::get_if<ideas::DirectoryDraft>(&read);
    return draft ? std::move(*draft) : ideas::DirectoryDraft();
  }();
  return made;
}

TEST(DemoDirectory, DI1_a_hundred_and_fifty_services_and_more_come_in_with_none_rejected) {
  EXPECT_GE(wrenbridge().drafts.size(), 150u);
  EXPECT_EQ(wrenbridge().ledger.counts().rows, wrenbridge().drafts.size());
  EXPECT_TRUE(wrenbridge().ledger.rejections().empty());
  for (auto const& one : wrenbridge().ledger.repairs()) {
    EXPECT_EQ(one.field, "status") << wrenbridge().drafts[one.row].service.name << ": " << one.how;
  }
}

TEST(DemoDirectory, ID1_there_is_something_of_every_sub_category) {
  std::map<ideas::SubCategory, int> found;
  for (auto const& one : wrenbridge().drafts) {
    for (auto const kind : all<ideas::SubCategory>()) found[kind] += one.service.sub_categories.has(kind);
  }
  for (auto const kind : all<ideas::SubCategory>()) EXPECT_GE(found[kind], 2) << name_of(kind);
}

TEST(DemoDirectory, it_is_plainly_invented) {
  for (auto const& [service, rows] : wrenbridge().drafts) {
    bool const kept_for_drama =
        service.phone.starts_with("01632 960") || service.phone.starts_with("0808 157 0");
    EXPECT_TRUE(service.phone.empty() || kept_for_drama) << service.name << ": " << service.phone;
    EXPECT_TRUE(service.postcode.empty() || service.postcode.starts_with("ZZ")) << service.name;
    EXPECT_TRUE(service.website.empty() || service.website.ends_with(".example/")) << service.name;
    EXPECT_TRUE(service.email.empty() || service.email.ends_with(".example")) << service.name;
  }
}

TEST(DemoDirectory, every_entry_says_what_it_is_and_what_the_first_visit_is_like) {
  std::set<std::string> said;
  for (auto const& [service, rows] : wrenbridge().drafts) {
    EXPECT_GE(service.description.size(), 30u) << service.name;
    EXPECT_GE(service.first_visit.size(), 12u) << service.name;
    EXPECT_TRUE(said.insert(service.description).second) << service.name << " says what another one says";
    EXPECT_FALSE(service.opening.empty()) << service.name;
    EXPECT_FALSE(service.organization.empty()) << service.name;
  }
}

TEST(DemoDirectory, it_is_as_varied_as_real_ones) {
  std::map<ideas::Reach, int> reach;
  std::map<ideas::Cost, int> cost;
  std::map<ideas::Known, int> step_free;
  int overdue = 0, stale = 0, never_checked = 0;
  for (auto const& [service, rows] : wrenbridge().drafts) {
    ++reach[service.reach], ++cost[service.cost],
        ++step_free[service.access.of(ideas::AccessNeed::step_free)];
    auto const late_days = days_between(service.next_check, today);
    overdue += late_days > 0 && late_days <= ideas::stale_after_days;
    stale += late_days > ideas::stale_after_days;
    never_checked += !service.checked_on;
    EXPECT_FALSE(service.closed) << service.name;
    EXPECT_TRUE(service.point || ideas::is_from_anywhere(service.reach)) << service.name;
  }
  for (auto const kind : all<ideas::Reach>()) EXPECT_GE(reach[kind], 8) << name_of(kind);
  for (auto const kind : {ideas::Cost::free, ideas::Cost::paid, ideas::Cost::unknown})
    EXPECT_GE(cost[kind], 3) << name_of(kind);
  for (auto const kind : all<ideas::Known>()) EXPECT_GE(step_free[kind], 5) << name_of(kind);
  EXPECT_GE(overdue, 5);
  EXPECT_GE(stale, 2);
  EXPECT_GE(never_checked, 3);
}

TEST(DemoDirectory, ID5_and_ID11_every_theme_brings_five_ideas_and_some_can_be_had_from_anywhere) {
  ideas::ServiceColumns columns;
  for (auto const& one : wrenbridge().drafts) columns.add(one.service);
  columns.finish();
  std::size_t from_anywhere = 0;
  for (auto const theme : all<ideas::Theme>()) {
    ideas::Preferences wishes;
    wishes.near = ideas::NearKind::point;
    wishes.here = *places().middle_of("ZZ9 2AB");
    wishes.set(theme, ideas::Answer::yes);
    auto const answer = ideas::match(columns, wishes, today);
    ASSERT_EQ(answer.ideas.size(), ideas::ideas_at_a_time) << name_of(theme);
    for (auto const& idea : answer.ideas) {
      bool const few_of_them = theme == ideas::Theme::weight;
      EXPECT_TRUE(idea.score >= 18 || few_of_them) << name_of(theme) << ' ' << idea.score;
      from_anywhere += ideas::is_from_anywhere(columns.reach[idea.row]);
    }
  }
  EXPECT_GE(from_anywhere, 3u) << "national and online ideas stand among the local ones";
}

TEST(DemoDirectory, LP1_its_town_is_found_by_name_and_by_postcode) {
  for (auto const* typed : {"Wrenbridge", "zz9 2ab", "mosswood", "Wrenbridge and the Isles"}) {
    EXPECT_TRUE(std::holds_alternative<std::vector<ideas::FoundPlace>>(places().find(typed))) << typed;
  }
}

}  // namespace
}  // namespace kith::open_referral
