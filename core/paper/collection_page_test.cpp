// A collection on paper: rules CO4 and CO5 (spec/collections.md).
#include "core/paper/collection_page.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

Catalogue const words(CatalogueLanguage::en, {{"collection.paper.first_visit", "The first visit: {text}"},
                                              {"collection.paper.when", "When: {text}"},
                                              {"collection.paper.where", "Where: {text}"},
                                              {"collection.paper.getting_there", "Getting there: {text}"},
                                              {"collection.paper.cost", "Cost: {text}"},
                                              {"collection.paper.phone", "Phone: {text}"},
                                              {"collection.paper.checked", "Checked on {day}."},
                                              {"collection.paper.never_checked", "Never checked."},
                                              {"collection.paper.may_have_changed", "Ask before you go."},
                                              {"cost.low", "A little"},
                                              {"cost.unknown", "Cost not known"},
                                              {"reach.online", "Online, from home"}});

ServiceId const choir_id{1, 1}, line_id{2, 2}, gone_id{3, 3};

ideas::Service choir() {
  ideas::Service made;
  made.id = choir_id;
  made.name = "Choir <for all>";
  made.first_visit = "Ask for Bea.", made.opening = "Tuesdays, 10am", made.getting_there = "Bus 9";
  made.address = "1 High Street", made.postcode = "M33 1AA", made.phone = "01632 960100";
  made.cost = ideas::Cost::low, made.cost_text = "£2";
  made.checked_on = *parse_day("2026-10-02");
  return made;
}

std::string paper_of(std::map<ServiceId, ideas::Service> const& services) {
  Collection const list{{9, 9},
                        {"Near Leigh"},
                        false,
                        {{choir_id, {"Choir"}, LineWords{"They are kind."}},
                         {line_id, {"Night owls"}, {}},
                         {gone_id, {"Old hall"}, {}}}};
  return collection_html(list, services, {*parse_day("2026-11-22"), false}, words);
}
bool holds(std::string const& html, std::string_view part) { return html.find(part) != std::string::npos; }

TEST(CollectionPage, CO4_what_is_needed_on_the_day_and_nothing_of_a_person) {
  ideas::Service online;
  online.id = line_id, online.name = "Night owls", online.reach = ideas::Reach::online;
  auto const html = paper_of({{choir_id, choir()}, {line_id, online}});
  for (auto const* part :
       {"Near Leigh", "Choir &lt;for all&gt;", "They are kind.", "The first visit: Ask for Bea.",
        "When: Tuesdays, 10am", "Where: 1 High Street, M33 1AA", "Getting there: Bus 9", "Cost: A little: £2",
        "Phone: 01632 960100", "Checked on", "Where: Online, from home", "Never checked."})
    EXPECT_TRUE(holds(html, part)) << part;
}

TEST(CollectionPage, CO5_what_may_have_changed_is_there_by_name_alone) {
  auto closed = choir(), hidden = choir();
  closed.closed = true, hidden.hidden = true;
  for (auto const& services :
       {std::map<ServiceId, ideas::Service>{{choir_id, closed}}, {{choir_id, hidden}}, {}}) {
    auto const html = paper_of(services);
    EXPECT_TRUE(holds(html, "Choir")) << "as it was called when it was put on";
    EXPECT_TRUE(holds(html, "They are kind."));
    EXPECT_TRUE(holds(html, "Ask before you go."));
    for (auto const* part : {"High Street", "960100", "Tuesdays", "Ask for Bea"})
      EXPECT_FALSE(holds(html, part)) << part;
  }
}

}  // namespace
}  // namespace kith
