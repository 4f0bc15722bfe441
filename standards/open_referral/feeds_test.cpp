// What real feeds write into schedules, prices, ids and pages, and what became of it.
#include <gtest/gtest.h>

#include "core/ideas/opening_times.hpp"
#include "standards/open_referral/cost_options.hpp"
#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/schedule_text.hpp"

namespace kith::open_referral {
namespace {

Day const today = *day_of({2026, 11, 22});

ideas::DirectoryDraft read(std::string const& text, std::string const& path = "feed.json") {
  auto made = read_directory({{path, text}}, {.imported_on = today});
  auto* draft = std::get_if<ideas::DirectoryDraft>(&made);
  EXPECT_TRUE(draft) << text.substr(0, 80);
  if (!draft) return {};
  for (auto const& one : draft->drafts) {
    for (auto const row : one.rows) draft->ledger.settle(row, true);
  }
  auto const counts = draft->ledger.counts();
  EXPECT_EQ(counts.imported + counts.unchanged + counts.rejected, counts.rows) << "DI1";
  return std::move(*draft);
}
bool notes(ideas::DirectoryDraft const& draft, std::string_view field) {
  return std::any_of(draft.ledger.repairs().begin(), draft.ledger.repairs().end(),
                     [&](auto const& one) { return one.field == field; });
}

TEST(Feeds, DI46_a_schedule_says_what_is_certain_and_keeps_the_rest_as_words) {
  struct Case {
    char const* json;
    char const* text;
    bool certain;
    bool noted = false;
  };
  Case const cases[] = {
      {R"({"freq":"WEEKLY","byday":"TU","opens_at":"12:00","closes_at":"14:00"})", "Tuesdays, 12:00 to 14:00",
       true},
      {R"({"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"11:45"})", "Tuesdays, 10:00 to 11:45",
       true},
      {R"({"byday":"MO","opens_at":"0930","closes_at":"1130"})", "Mondays, 09:30 to 11:30", true},
      {R"({"byday":"MO","opens_at":"9:30","closes_at":"17:00:00Z"})", "Mondays, 09:30 to 17:00", true},
      {R"({"byday":"mo, we","opens_at":"10:00","closes_at":"12:00"})",
       "Mondays and Wednesdays, 10:00 to 12:00", true},
      {R"({"byday":"MO;WE","opens_at":"10:00","closes_at":"12:00"})",
       "Mondays and Wednesdays, 10:00 to 12:00", true},
      {R"({"byday":["MO","WE"],"opens_at":"10:00","closes_at":"12:00"})",
       "Mondays and Wednesdays, 10:00 to 12:00", true},
      {R"({"byday":"[\"MO\",\"WE\"]","opens_at":"10:00","closes_at":"12:00"})",
       "Mondays and Wednesdays, 10:00 to 12:00", true},
      {R"({"byday":"+1MO","opens_at":"10:00","closes_at":"12:00"})", "First Mondays, 10:00 to 12:00", true},
      {R"({"freq":"MONTHLY","byday":"MO","bysetpos":1,"opens_at":"10:00","closes_at":"12:00"})",
       "First Mondays, 10:00 to 12:00", true},
      {R"({"rrule":"FREQ=WEEKLY;BYDAY=FR","opens_at":"10:00","closes_at":"12:00"})",
       "Fridays, 10:00 to 12:00", true},
      {R"({"rrule":"RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=FR","opens_at":"10:00","closes_at":"12:00"})",
       "Every third week: Fridays, 10:00 to 12:00", false},
      {R"({"freq":"WEEKLY","dtstart":"2026-11-24","opens_at":"10:00","closes_at":"12:00"})",
       "From 24 November 2026: Tuesdays, 10:00 to 12:00", false},
      {R"({"freq":"WEEKLY","dtstart":"2026-11-17","opens_at":"10:00","closes_at":"12:00"})",
       "Tuesdays, 10:00 to 12:00", true},
      {R"({"dtstart":"2026-12-24","opens_at":"10:00","closes_at":"12:00"})",
       "24 December 2026, 10:00 to 12:00", false},
      {R"({"freq":"DAILY","opens_at":"10:00","closes_at":"12:00"})", "Daily, 10:00 to 12:00", true},
      {R"({"freq":"DAILY","interval":2,"opens_at":"10:00","closes_at":"12:00"})",
       "Every second day, 10:00 to 12:00", false},
      {R"({"freq":"WEEKLY","interval":3,"byday":"MO","opens_at":"10:00","closes_at":"12:00"})",
       "Every third week: Mondays, 10:00 to 12:00", false},
      {R"({"freq":"WEEKLY","interval":6,"byday":"MO","opens_at":"10:00","closes_at":"12:00"})",
       "Every 6 weeks: Mondays, 10:00 to 12:00", false},
      {R"({"freq":"MONTHLY","interval":2,"byday":"1TU","opens_at":"10:00","closes_at":"12:00"})",
       "Every second month: first Tuesdays, 10:00 to 12:00", false},
      {R"({"freq":"MONTHLY","byday":"MO","opens_at":"10:00","closes_at":"12:00"})",
       "Monthly: Mondays, 10:00 to 12:00", false},
      {R"({"freq":"MONTHLY","byday":"MO,TU","bysetpos":"1","opens_at":"10:00","closes_at":"12:00"})",
       "Some of: Mondays and Tuesdays, 10:00 to 12:00", false, true},
      {R"({"freq":"MONTHLY","bymonthday":"1","opens_at":"10:00","closes_at":"12:00"})",
       "On the 1st of the month, 10:00 to 12:00", false},
      {R"({"freq":"MONTHLY","bymonthday":[15,-1],"opens_at":"10:00","closes_at":"12:00"})",
       "On the 15th and last day of the month, 10:00 to 12:00", false},
      {R"({"freq":"YEARLY","byday":"MO","opens_at":"10:00","closes_at":"12:00"})",
       "Yearly: Mondays, 10:00 to 12:00", false},
      {R"({"freq":"WEEKLY","byday":"MO","bymonth":"1,5","opens_at":"10:00","closes_at":"12:00"})",
       "Only in January and May: Mondays, 10:00 to 12:00", false},
      {R"({"freq":"FORTNIGHTLY","byday":"MO","opens_at":"10:00","closes_at":"12:00"})",
       "Fortnightly: Mondays, 10:00 to 12:00", false, true},
      {R"({"byday":"5FR,-2MO","opens_at":"10:00","closes_at":"12:00"})",
       "Fifth Fridays and second to last Mondays, 10:00 to 12:00", false},
      {R"({"byday":"MO,QQ","opens_at":"10:00","closes_at":"12:00"})", "Mondays and QQ, 10:00 to 12:00", false,
       true},
      {R"({"byday":"QQ","opens_at":"10:00","closes_at":"12:00"})", "10:00 to 12:00", false, true},
      {R"({"freq":"FREQ=WEEKLY;BYDAY=MO,WE","opens_at":"10:00","closes_at":"12:00"})",
       "Mondays and Wednesdays, 10:00 to 12:00", true},
      {R"({"weekday":1,"opens_at":"10:00","closes_at":"12:00"})", "10:00 to 12:00", false, true},
      {R"({"weekday":"Tuesday","opens_at":"10:00","closes_at":"12:00"})", "Tuesday, 10:00 to 12:00", true},
      {R"({"byday":"MO","opens_at":"ten"})", "Mondays", false, true},
      {R"({"freq":"WEEKLY","byday":"MO","valid_to":"2019-12-31"})", "", false, true},
      {R"({"freq":"WEEKLY","byday":"MO","until":"20191231T000000Z"})", "", false, true},
      {R"({"freq":"WEEKLY","byday":"MO","count":10,"dtstart":"2019-01-07"})", "", false, true},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","valid_to":"2027-01-31"})",
       "Mondays, 10:00 to 12:00, until 31 January 2027", false},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","valid_to":"2099-01-31"})",
       "Mondays, 10:00 to 12:00", true},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","valid_to":"31/12/2019"})",
       "Mondays, 10:00 to 12:00, until 31/12/2019", false, true},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","valid_from":"2030-01-01"})",
       "From 1 January 2030: Mondays, 10:00 to 12:00", false},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","count":8})",
       "Mondays, 10:00 to 12:00, 8 times in all", false},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","description":"Term time only"})",
       "Mondays, 10:00 to 12:00. Term time only", false},
      {R"({"byday":"MO","opens_at":"10:00","closes_at":"12:00","description":"Monday 10am to 12 noon"})",
       "Monday 10am to 12 noon", true},
  };
  for (auto const& c : cases) {
    auto const made = schedule_text(wire::Json::parse(c.json), today);
    EXPECT_EQ(made.text, c.text) << c.json;
    EXPECT_EQ(!ideas::read_opening_times(made.text).empty(), c.certain) << "ID23 " << c.json;
    EXPECT_EQ(!made.notes.empty(), c.noted) << c.json;
  }
}

TEST(Feeds, DI46_a_rule_without_an_end_is_never_certain) {
  auto const made =
      schedule_text({{"rrule", "FREQ=WEEKLY;BYDAY=MO;X=" + std::string(1'000, '1') + ";INTERVAL=3"},
                     {"opens_at", "10:00"},
                     {"closes_at", "12:00"}},
                    today);
  EXPECT_EQ(made.text, "Sometimes: Mondays, 10:00 to 12:00");
  EXPECT_TRUE(ideas::read_opening_times(made.text).empty());
}

TEST(Feeds, DI46_two_schedules_are_two_lines_even_where_one_holds_the_other_s_words) {
  auto const draft = read(R"([{"id":"1","name":"n","status":"active","schedules":[
    {"freq":"WEEKLY","interval":2,"byday":"FR","opens_at":"10:00","closes_at":"12:00"},
    {"freq":"WEEKLY","byday":"FR","opens_at":"10:00","closes_at":"12:00"},
    {"freq":"WEEKLY","byday":"FR","opens_at":"10:00","closes_at":"12:00"}],
    "holiday_schedules":[{"closed":true,"start_date":"2027-08-01","end_date":"2027-08-31"},
      {"closed":true,"start_date":"2026-08-01","end_date":"2026-08-31"}]}])");
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.opening,
            "Every second week: Fridays, 10:00 to 12:00\nFridays, 10:00 to 12:00\n"
            "Closed 1 August 2027 to 31 August 2027");
  EXPECT_TRUE(notes(draft, "holiday_schedules"));
}

TEST(Feeds, DI49_a_list_without_an_end_is_read_up_to_its_bound) {
  std::string schedules, places;
  for (int n = 0; n < 100'000; ++n)
    schedules += (n ? "," : "") + std::string(R"({"description":"x)") + std::to_string(n) + "\"}";
  for (int n = 0; n < 50; ++n)
    places += (n ? "," : "") + std::string(R"({"location":{"id":")") + std::to_string(n) + "\"}}";
  auto const draft = read(R"([{"id":"1","name":"n","status":"active","schedules":[)" + schedules +
                          R"(],"service_at_locations":[)" + places + "]}]");
  EXPECT_EQ(draft.drafts.size(), 50u);
  EXPECT_TRUE(notes(draft, "schedules"));
}

TEST(Feeds, DI47_a_service_without_a_usable_id_is_known_by_what_people_know_it_by) {
  for (auto const* id : {"null", "\"\"", "12345678901234567890", "1e30"}) {
    auto const one = [&](char const* name, char const* organization) {
      return R"({"id":)" + std::string(id) + R"(,"name":")" + name +
             R"(","status":"active","organization":{"name":")" + organization + "\"}}";
    };
    auto const draft = read("[" + one("Choir", "A") + "," + one("Club", "A") + "," + one("Choir", "B") + "]");
    EXPECT_EQ(draft.drafts.size(), 3u) << id;
    EXPECT_TRUE(notes(draft, "id")) << id;
  }
  EXPECT_EQ(read(R"([{"id":1e15,"name":"n","status":"active"}])").drafts.at(0).service.external_id,
            "1000000000000000");
}

TEST(Feeds, DI50_a_door_that_is_new_changes_nothing_of_the_one_that_was_there) {
  auto const ids_of = [](std::string const& places) {
    std::vector<std::string> ids;
    for (auto const& one :
         read(R"([{"id":"s1","name":"n","status":"active","service_at_locations":[)" + places + "]}]").drafts)
      ids.push_back(one.service.external_id);
    return ids;
  };
  std::string const hall = R"({"location":{"id":"hall"}})", park = R"({"location":{"id":"park"}})";
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids_of(""), Ids{"s1"});
  EXPECT_EQ(ids_of(hall), Ids{"s1"});
  EXPECT_EQ(ids_of(hall + "," + park), (Ids{"s1", "s1@park"}));
  EXPECT_EQ(ids_of(hall + "," + park + R"(,{"location":{"name":"A"}})"), (Ids{"s1", "s1@park", "s1@3"}));
}

TEST(Feeds, DI47_every_door_is_kept_and_the_same_door_is_kept_once) {
  struct Case {
    char const* sentence;
    char const* places;
    std::size_t doors;
    char const* opening;
  };
  Case const cases[] = {
      {"DI47 one location twice, with a schedule each",
       R"({"schedules":[{"byday":"MO"}],"location":{"id":"a","name":"A"}},
          {"schedules":[{"byday":"TU"}],"location":{"id":"a","name":"A"}})",
       1, "Mondays\nTuesdays"},
      {"DI47 two locations without ids", R"({"location":{"name":"A"}},{"location":{"name":"B"}})", 2, ""},
      {"DI47 three, one of them with an id",
       R"({"location":{"name":"A"}},{"location":{"name":"B"}},{"location":{"id":"c","name":"C"}})", 3, ""},
  };
  for (auto const& c : cases) {
    auto const draft = read(R"([{"id":"1","name":"n","status":"active","service_at_locations":[)" +
                            std::string(c.places) + "]}]");
    ASSERT_EQ(draft.drafts.size(), c.doors) << c.sentence;
    EXPECT_EQ(draft.drafts[0].service.opening, c.opening) << c.sentence;
    EXPECT_EQ(draft.ledger.counts().imported, 1u) << c.sentence;
  }
}

TEST(Feeds, DI48_nobody_is_told_free_who_would_have_to_pay) {
  using ideas::Cost;
  struct Case {
    char const* text;
    Cost cost;
  };
  for (auto const& c : {Case{"Free", Cost::free},
                        {"Free of charge", Cost::free},
                        {"No charge", Cost::free},
                        {"No fee", Cost::free},
                        {"Cost: free, donations welcome", Cost::free},
                        {"£0", Cost::free},
                        {"£2", Cost::low},
                        {"£4.50 a session", Cost::low},
                        {"50p", Cost::low},
                        {"5 pounds", Cost::low},
                        {"5 GBP", Cost::low},
                        {"£4-6", Cost::paid},
                        {"£1,000 a year", Cost::paid},
                        {"Free for members, £5 otherwise", Cost::low},
                        {"First session free then 5 pounds", Cost::low},
                        {"First session free then £7", Cost::paid},
                        {"From £2", Cost::unknown},
                        {"Not free", Cost::unknown},
                        {"Feel free to ask about fees", Cost::unknown},
                        {"Free for members", Cost::unknown},
                        {"Gluten free", Cost::unknown},
                        {"Call our Freephone", Cost::unknown},
                        {"Ask us", Cost::unknown},
                        {"", Cost::unknown}})
    EXPECT_EQ(cost_of_text(c.text), c.cost) << c.text;
  struct Options {
    char const* json;
    char const* text;
    Cost cost;
  };
  for (auto const& c :
       {Options{R"([{"amount":9,"valid_to":"2020-12-31"},{"amount":2,"valid_from":"2026-01-01"}])", "£2",
                Cost::low},
        {R"([{"amount":9,"valid_to":"2020-12-31"}])", "", Cost::unknown},
        {R"([{"amount":0,"option":"Under 5s"},{"amount":6.5,"option":"Adults"}])",
         "Free, Under 5s; £6.50, Adults", Cost::paid},
        {R"([{"amount":0,"option":"Under 5s"},{"option":"Adults"}])", "Free, Under 5s; Adults",
         Cost::unknown},
        {R"([{"amount":0,"option":"Under 5s"}])", "Free, Under 5s", Cost::unknown},
        {R"([{"amount":0}])", "Free", Cost::free},
        {R"([{"amount":"£4.50"}])", "£4.50", Cost::low}}) {
    auto const made = cost_said(wire::Json::parse(R"({"cost_options":)" + std::string(c.json) + "}"), today);
    EXPECT_EQ(made.text, c.text) << c.json;
    EXPECT_EQ(made.cost, c.cost) << c.json;
  }
}

TEST(Feeds, DI28_how_a_service_is_had_is_its_reach_where_it_has_no_door) {
  struct Case {
    char const* members;
    ideas::Reach reach;
  };
  for (auto const& c :
       {Case{R"("attending_type":"phone")", ideas::Reach::national},
        {R"("attending_type":"online")", ideas::Reach::online},
        {R"("attending_type":"venue")", ideas::Reach::local},
        {R"("attending_type":"phone","service_areas":[{"service_area":"Sale"}])", ideas::Reach::area},
        {R"("attending_type":"online","service_at_locations":[{"location":{"id":"1"}}])",
         ideas::Reach::local}}) {
    auto const draft = read(R"([{"id":"1","name":"n","status":"active",)" + std::string(c.members) + "}]");
    ASSERT_EQ(draft.drafts.size(), 1u) << c.members;
    EXPECT_EQ(draft.drafts[0].service.reach, c.reach) << c.members;
  }
  auto const draft = read(R"([{"id":"1","name":"n","status":"active","attending_access":"drop-in"},
                             {"id":"2","name":"m","status":"active","attending_access":"referral"}])");
  EXPECT_EQ(draft.drafts.at(0).service.newcomers, ideas::Newcomers::open);
  EXPECT_TRUE(notes(draft, "attending_access"));
}

TEST(Feeds, DI18_pages_are_read_whatever_stands_around_them) {
  std::string const one = R"({"id":"1","name":"A","description":"d","status":"active",
    "service_at_locations":[{"location":{"id":"l","name":"Hall"}}]})",
                    two = R"({"id":"2","name":"B","description":"d"})", both = "[" + one + "," + two + "]";
  for (auto const& text :
       {both, "{\"data\":" + both + "}", "{\"count\":2,\"results\":" + both + "}", "{\"items\":" + both + "}",
        "{\"success\":true,\"data\":{\"services\":" + both + "}}", "{\"Services\":" + both + "}",
        "{\"hsds\":{\"service\":" + both + "}}",
        "[{\"contents\":[" + one + "]},{\"contents\":[" + two + "]}]",
        "{\"contents\":[" + one + "]}\n{\"contents\":[" + two + "]}\n",
        "[{\"service\":" + one + "}," + two + "]"}) {
    auto const draft = read(text);
    ASSERT_EQ(draft.drafts.size(), 2u) << text.substr(0, 60);
    EXPECT_EQ(draft.drafts[0].service.address, "Hall") << text.substr(0, 60);
    EXPECT_TRUE(draft.ledger.doubts().empty()) << text.substr(0, 60);
  }
  auto const wrapped = read("{\"service\":" + one + "}");
  ASSERT_EQ(wrapped.drafts.size(), 1u);
  EXPECT_EQ(wrapped.drafts[0].service.address, "Hall");
  auto const beside = read("{\"service\":" + two + R"(,"location":{"id":"x","name":"Door"}})");
  ASSERT_EQ(beside.drafts.size(), 1u);
  EXPECT_EQ(beside.drafts[0].service.address, "Door");
}

TEST(Feeds, DI45_a_file_in_which_nothing_is_a_service_says_so) {
  for (auto const* text : {"{}", "[]", R"({"error":"not found","status":404})",
                           R"([{"id":"1","code":"x","name":"Term","description":"d"}])"}) {
    auto const draft = read(text);
    EXPECT_TRUE(draft.drafts.empty()) << text;
    ASSERT_EQ(draft.ledger.doubts().size(), 1u) << text;
    EXPECT_EQ(draft.ledger.doubts()[0].rule, "DI45") << text;
  }
}

TEST(Feeds, DI23_why_an_item_cannot_be_read_is_said_in_words) {
  for (auto const* text : {"[{\"id\":tru}]", "[{\"id\":\"1\",\"id\":\"2\"}]", "[{\"id\":\"a\\u0000b\"}]"}) {
    auto const draft = read(text);
    ASSERT_EQ(draft.ledger.rejections().size(), 1u) << text;
    EXPECT_EQ(draft.ledger.rejections()[0].why.find('_'), std::string::npos) << text;
  }
}

TEST(Feeds, DI10_an_item_that_is_not_UTF_8_is_read_as_Windows_1252) {
  auto const draft = read("[{\"id\":\"1\",\"name\":\"Caf\xE9 club\",\"status\":\"active\"}]");
  ASSERT_EQ(draft.drafts.size(), 1u);
  EXPECT_EQ(draft.drafts[0].service.name, "Caf\xC3\xA9 club");
}

}  // namespace
}  // namespace kith::open_referral
