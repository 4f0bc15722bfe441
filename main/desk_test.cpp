// The desks behind HTTP, asked directly: who is answered what. A whole house in a folder of its own, with the
// demo's people.
#include <gtest/gtest.h>

#include "core/ideas/match.hpp"
#include "http/routes/curator_routes.hpp"
#include "http/routes/directory_routes.hpp"
#include "http/routes/record_routes.hpp"
#include "http/routes/time_routes.hpp"
#include "main/demo_directory.hpp"
#include "main/house.hpp"
#include "main/keeping.hpp"

namespace kith {
namespace {

class NoPaper final : public app::Paper {
 public:
  app::Bytes pdf(std::string_view) override { return "%PDF"; }
};

// Opens nothing but one box that says what the test wants.
class OneBox final : public app::WordBox {
 public:
  std::string public_key() const override { return ""; }
  std::optional<std::string> open(std::string_view box) const override {
    return box == "box" ? std::optional(inside) : std::nullopt;
  }
  std::string inside;
};

struct Desks {
  Desks() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kith-desks-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    house = std::make_unique<House>(HouseOptions{folder, sqlite::Open::create});
    hub = std::make_unique<http::LiveHub>([this] { return house->clock.now(); }, limits);
    records = std::make_unique<http::RecordDesk>(
        http::RecordDesk{house->records, *hub, house->words, [this] { return house->practitioners(); }, paper,
                         installation, [this] { return local_day(house->clock.now(), house->zone); }, box,
                         [this] { return house->clock.now(); }, house->sign_in});
    directory = std::make_unique<http::DirectoryDesk>(
        http::DirectoryDesk{house->directory, house->directory_store, [this] { return house->places(); },
                            [this] { return local_day(house->clock.now(), house->zone); },
                            [](AccountId) { return std::string(); }});
    router.add(http::record_routes(*records));
    router.add(http::directory_routes(*directory));
    router.add(http::curator_routes(*directory));
    times = std::make_unique<http::TimeDesk>(
        house->drawer, house->records, [this] { return house->clock.now(); }, house->zone,
        [this] { return workers; });
    router.add(http::time_routes(*times));
  }
  ~Desks() { std::filesystem::remove_all(folder); }

  http::Answer ask(std::string const& method, std::vector<std::string> const& path, std::string body = "",
                   http::Texts query = {}) {
    auto const match = router.find(method, path);
    EXPECT_TRUE(match.route);
    http::Request request;
    request.method = method;
    request.segments = path;
    request.query = std::move(query);
    request.body = std::move(body);
    request.route = match.route;
    request.named = match.named;
    request.caller = caller;
    return match.route->handler(request);
  }
  std::string begin_record() {
    auto const record = std::string("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    auto const answer =
        ask("POST", {"api", "records", record, "commands"}, "{\"commands\":[" + start("1", true) + "]}");
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(bytes_of(answer).find("agreed"), std::string_view::npos) << bytes_of(answer);
    return record;
  }
  static std::string start(std::string const& digit, bool mine) {
    return R"({"id":"00000000-0000-4000-8000-00000000000)" + digit +
           R"(","do":"start_record","v":1,"made_at":"2026-11-22T10:15:00.000Z","offset_min":0,"body":{"name":"Sam","mine":)" +
           (mine ? "true" : "false") + "}}";
  }

  std::filesystem::path folder;
  std::unique_ptr<House> house;
  http::Limits limits;
  std::unique_ptr<http::LiveHub> hub;
  NoPaper paper;
  OneBox box;
  app::Installation installation{"Test", {}, ""};
  std::unique_ptr<http::RecordDesk> records;
  std::unique_ptr<http::DirectoryDesk> directory;
  std::unique_ptr<http::TimeDesk> times;
  std::vector<KnownAccount> workers;
  http::Router router;
  identity::SignedIn caller = sam();

  static identity::SignedIn sam() {
    identity::SignedIn who;
    who.account = AccountId{1, 1};
    who.role = Role::person;
    who.display_name = "Sam";
    return who;
  }
};

TEST(desk, HT20_the_curators_desk_is_there_for_curators_alone) {
  Desks desks;
  load_demo_directory(*desks.house);
  for (auto const role : all<Role>()) {
    desks.caller.role = role;
    auto const status = desks.ask("GET", {"api", "directory", "reports"}).status;
    EXPECT_EQ(status, role == Role::curator ? 200 : 404) << name_of(role);
  }
}

TEST(desk, curators_hide_check_and_settle_and_nobody_else_can) {
  Desks desks;
  load_demo_directory(*desks.house);
  auto const id = ideas::service_id_of(demo_feed, "tuesday-singers");
  auto const hide = [&] {
    return desks.ask("POST", {"api", "directory", "services", text_of(id), "hide"}, "{}").status;
  };
  EXPECT_EQ(hide(), 404);
  EXPECT_FALSE(desks.house->directory_store.find(id)->hidden);
  desks.caller.role = Role::curator;
  EXPECT_EQ(hide(), 204);
  EXPECT_TRUE(desks.house->directory_store.find(id)->hidden);
}

TEST(desk, DC9_and_DC11_a_curator_puts_a_part_right_and_sees_whose_hand_it_was) {
  Desks desks;
  load_demo_directory(*desks.house);
  auto const id = text_of(ideas::service_id_of(demo_feed, "tuesday-singers"));
  auto const correct = [&](std::string const& body) {
    return desks.ask("POST", {"api", "directory", "services", id, "correct"}, body).status;
  };
  EXPECT_EQ(correct(R"({"field":"opening","text":"Mondays, 2pm to 4pm"})"), 404) << "for curators alone";
  EXPECT_EQ(desks.ask("GET", {"api", "directory", "services", id}).status, 404);
  desks.caller.role = Role::curator;
  EXPECT_EQ(correct(R"({"field":"opening","text":"Mondays, 2pm to 4pm"})"), 204);
  EXPECT_EQ(correct(R"x({"field":"website","text":"javascript:alert(1)"})x"), 422) << "DC10 no such address";
  EXPECT_EQ(correct(R"({"field":"colour","text":"red"})"), 400);
  EXPECT_EQ(correct("nothing"), 400);
  auto const entry = desks.ask("GET", {"api", "directory", "services", id});
  std::string const told(bytes_of(entry));
  EXPECT_NE(told.find("Mondays, 2pm to 4pm"), std::string::npos);
  EXPECT_NE(told.find("\"what\":\"corrected\""), std::string::npos) << told;
  EXPECT_EQ(told.find("00000000-0000-0001"), std::string::npos) << "a name for curators, and no account";
  EXPECT_EQ(correct(R"({"field":"opening","text":null})"), 204);
  EXPECT_EQ(
      std::string(bytes_of(desks.ask("GET", {"api", "directory", "services", id}))).find("\"publisher\":\"T"),
      std::string::npos)
      << "the publisher's words stand again";
}

TEST(desk, PA11_a_sheet_is_asked_for_by_a_style_and_a_form_that_there_are) {
  Desks desks;
  auto const record = desks.begin_record();
  auto const sheet = [&](std::string const& style, std::string const& as) {
    return desks.ask("GET", {"api", "records", record, "paper"}, "", {{"style", style}, {"as", as}});
  };
  EXPECT_EQ(sheet("one-page", "html").status, 200);
  EXPECT_EQ(bytes_of(sheet("one-page", "pdf")), "%PDF");
  EXPECT_EQ(sheet("poster", "pdf").status, 400);
  EXPECT_EQ(sheet("one-page", "docx").status, 400);
  auto const in_language = [&](std::string const& lang) {
    return desks.ask("GET", {"api", "records", record, "paper"}, "",
                     {{"style", "one-page"}, {"as", "html"}, {"lang", lang}});
  };
  EXPECT_NE(bytes_of(in_language("cy")).find("<html lang=\"cy\">"), std::string_view::npos);
  EXPECT_NE(bytes_of(in_language("en")).find("<html lang=\"en\">"), std::string_view::npos);
  EXPECT_EQ(in_language("fr").status, 400);
  desks.caller.account = AccountId{9, 9};
  EXPECT_EQ(sheet("one-page", "html").status, 404);
}

TEST(desk, SH20_a_code_that_leads_nowhere_gets_one_answer) {
  Desks desks;
  for (auto const* code : {"", "KQ7M2R9T", "a code that is far too long to be one of ours"}) {
    auto const answer = desks.ask("POST", {"api", "withdrawals"}, std::string(R"({"code":")") + code + "\"}");
    EXPECT_EQ(answer.status, 404);
    EXPECT_NE(bytes_of(answer).find("SH20"), std::string_view::npos);
  }
}

TEST(desk, UW2_and_UW3_words_from_a_box_are_a_command_of_the_one_who_wrote_them) {
  Desks desks;
  auto const record = std::string("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
  auto const boxed = [&](AccountId account) {
    desks.box.inside = R"({"account":")" + text_of(account) + R"(","record":")" + record + R"(","command":)" +
                       Desks::start("1", true) + "}";
    return std::string(bytes_of(desks.ask("POST", {"api", "sealed"}, R"({"sealed":["box"]})")));
  };
  EXPECT_NE(boxed(AccountId{2, 2}).find("UW2"), std::string::npos);
  EXPECT_NE(boxed(AccountId{1, 1}).find("agreed"), std::string::npos);
  EXPECT_NE(boxed(AccountId{1, 1}).find("agreed"), std::string::npos) << "UW3 done once, answered the same";
  EXPECT_EQ(desks.house->records.store().load(*parse_id<RecordId>(record))->head.position, 1u);
  auto const other =
      std::string(bytes_of(desks.ask("POST", {"api", "sealed"}, R"({"sealed":["another box"]})")));
  EXPECT_NE(other.find("UW1"), std::string::npos);
}

TEST(desk, UW5_refused_words_from_a_box_go_back_to_their_writer_and_to_nobody_else) {
  Desks desks;
  auto const record = desks.begin_record();
  auto const boxed = [&](AccountId account) {
    desks.box.inside = R"({"account":")" + text_of(account) + R"(","record":")" + record +
                       R"(","command":{"id":"00000000-0000-4000-8000-000000000077","do":"place_step",)"
                       R"("v":1,"made_at":"2026-11-22T10:15:00.000Z","offset_min":0,"body":{)"
                       R"("step":"00000000-0000-4000-8000-000000000001",)"
                       R"("statement":"00000000-0000-4000-8000-000000000002",)"
                       R"("words":"Ring my sister","doer":"person","due":"2020-01-01"}}})";
    return std::string(bytes_of(desks.ask("POST", {"api", "sealed"}, R"({"sealed":["box"]})")));
  };
  auto const mine = boxed(AccountId{1, 1});
  EXPECT_NE(mine.find("PL6"), std::string::npos) << mine;
  EXPECT_NE(mine.find("Ring my sister"), std::string::npos);
  EXPECT_NE(mine.find(record), std::string::npos);
  EXPECT_EQ(boxed(AccountId{2, 2}).find("Ring my sister"), std::string::npos) << "UW2";
}

TEST(desk, WO6_a_refusal_is_said_in_the_language_of_whoever_asked) {
  Desks desks;
  auto const record = desks.begin_record();
  auto const promise_long_ago =
      R"({"commands":[{"id":"00000000-0000-4000-8000-000000000077","do":"place_step","v":1,)"
      R"("made_at":"2026-11-22T10:15:00.000Z","offset_min":0,"body":{)"
      R"("step":"00000000-0000-4000-8000-000000000001","statement":"00000000-0000-4000-8000-000000000002",)"
      R"("words":"Ring my sister","doer":"person","due":"2020-01-01"}}]})";
  for (auto const language : all<CatalogueLanguage>()) {
    auto const answer = desks.ask("POST", {"api", "records", record, "commands"}, promise_long_ago,
                                  {{"lang", std::string(name_of(language))}});
    auto const text = say({"refusal.PL6", {}}, desks.house->words.in(language));
    EXPECT_NE(bytes_of(answer).find(text), std::string_view::npos) << bytes_of(answer);
  }
}

TEST(desk, UW4_at_most_a_hundred_boxes) {
  Desks desks;
  std::string boxes = "\"box\"";
  for (int n = 0; n < 100; ++n) boxes += ",\"box\"";
  EXPECT_EQ(desks.ask("POST", {"api", "sealed"}, "{\"sealed\":[" + boxes + "]}").status, 400);
}

TEST(desk, the_demos_town_has_every_sub_category_and_is_read_whole) {
  Desks desks;
  load_demo_directory(*desks.house);
  std::uint32_t seen = 0;
  std::size_t count = 0;
  for (auto const& service : desks.house->directory_store.near(ideas::Point{54200000, 1900000})) {
    seen |= service.sub_categories.bits;
    ++count;
  }
  EXPECT_GE(count, 150u);
  EXPECT_EQ(seen, (1u << count_of<ideas::SubCategory>)-1);
}

TEST(desk, the_demos_town_is_looked_after_on_whatever_day_it_is_shown) {
  for (int const days : {0, 27, 28, 99, 2000}) {
    Desks desks;
    desks.house->clock.move_by(days * day_ms);
    load_demo_directory(*desks.house);
    auto const today = local_day(desks.house->clock.now(), desks.house->zone);
    int stale = 0, in_future = 0;
    for (auto const& service : desks.house->directory_store.near(ideas::Point{54200000, 1900000})) {
      stale += days_between(service.next_check, today) > ideas::stale_after_days;
      in_future += service.checked_on && *service.checked_on > today;
    }
    EXPECT_LE(stale, 15) << "about a tenth at most, " << days << " days on";
    EXPECT_EQ(in_future, 0) << days;
  }
}

constexpr char const* nells = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";

// One tap of this caller in Nell's record, now.
std::string tapped(Desks& desks, std::string const& digit, std::string const& what, std::string const& body) {
  auto const made_at = text_of(desks.house->clock.now());
  return std::string(bytes_of(desks.ask("POST", {"api", "records", nells, "commands"},
                                        R"({"commands":[{"id":"00000000-0000-4000-8000-00000000000)" + digit +
                                            R"(","do":")" + what + R"(","v":1,"made_at":")" + made_at +
                                            R"(","offset_min":0,"body":)" + body + "}]}")));
}

TEST(desk, VT1_VT4_VT6_a_week_comes_from_its_visits_and_only_its_worker_reads_it) {
  Desks desks;
  auto const ben = AccountId{2, 2};
  identity::Account account;
  account.id = ben, account.display_name = "Ben", account.role = Role::practitioner;
  desks.house->identity.add(account);
  desks.caller.account = ben, desks.caller.role = Role::practitioner, desks.caller.display_name = "Ben";
  auto const begun = tapped(desks, "1", "start_record",
                            R"({"name":"Nell","mine":false,"said_aloud":true,"keep":["together"]})");
  EXPECT_NE(begun.find("agreed"), std::string::npos) << begun;
  auto const visit = std::string(R"({"visit":"00000000-0000-4000-8000-0000000000aa")");
  auto const opened =
      tapped(desks, "2", "open_visit",
             visit + R"(,"with":[")" + text_of(ben) + R"("],"parts":["plan"],"said_aloud":true})");
  EXPECT_NE(opened.find("agreed"), std::string::npos) << opened;
  auto const monday = text_of(monday_of(local_day(desks.house->clock.now(), desks.house->zone)));
  desks.house->clock.move_by(45 * minute_ms);
  EXPECT_NE(tapped(desks, "3", "end_visit", visit + "}").find("agreed"), std::string::npos);
  auto const weeks = [&] { return std::string(bytes_of(desks.ask("GET", {"api", "me", "weeks"}))); };
  EXPECT_NE(weeks().find(R"("minutes":45)"), std::string::npos) << weeks();
  EXPECT_NE(weeks().find("Nell"), std::string::npos) << "whom they may still see";
  auto const right = R"({"monday":")" + monday + R"(","confirmed":true,"lengths":[]})";
  EXPECT_EQ(desks.ask("PUT", {"api", "me", "weeks"}, right).status, 200);
  EXPECT_NE(weeks().find(R"("confirmed":true)"), std::string::npos) << weeks();
  EXPECT_EQ(desks.ask("PUT", {"api", "me", "weeks"}, "{}").status, 400);
  auto const view = std::string(bytes_of(desks.ask("GET", {"api", "records", nells})));
  EXPECT_EQ(view.find("minutes"), std::string::npos) << "VT6 nothing of it is in the record";
  desks.caller.account = AccountId{3, 3};
  EXPECT_EQ(weeks().find("Nell"), std::string::npos) << "VT6 nobody else's";
  for (auto const role : {Role::person, Role::curator, Role::administrator}) {
    desks.caller.role = role;
    EXPECT_EQ(desks.ask("GET", {"api", "me", "weeks"}).status, 404) << name_of(role);
  }
}

TEST(desk, VT7_the_team_sees_one_number_of_a_week_that_is_over_and_it_stays) {
  Desks desks;
  auto const monday = monday_of(local_day(desks.house->clock.now(), desks.house->zone));
  auto const over = plus_days(monday, -21);
  for (std::uint64_t n = 1; n <= 3; ++n) {
    desks.workers.push_back({AccountId{7, n}, Name{"Worker"}, Role::practitioner});
    for (auto const& week : {over, plus_days(monday, -7)})
      desks.house->drawer.put(AccountId{7, n}, "week " + text_of(week),
                              R"({"confirmed":true,"minutes":200,"lengths":[]})");
  }
  auto const team = [&] { return std::string(bytes_of(desks.ask("GET", {"api", "team", "weeks"}))); };
  for (auto const role : {Role::person, Role::curator}) {
    desks.caller.role = role;
    EXPECT_EQ(desks.ask("GET", {"api", "team", "weeks"}).status, 404) << name_of(role);
  }
  desks.caller.role = Role::administrator;
  auto const shown = R"({"hours":10,"monday":")" + text_of(over) + R"("})";
  EXPECT_NE(team().find(shown), std::string::npos) << team();
  desks.workers.pop_back();
  EXPECT_NE(team().find(shown), std::string::npos)
      << "somebody left: nothing can be read from the difference";
  EXPECT_EQ(team().find(text_of(plus_days(monday, -7))), std::string::npos) << "last week can still change";
}

TEST(desk, JO10_erasing_one_of_two_joined_records_erases_both) {
  Desks desks;
  auto const first = *parse_id<RecordId>(nells);
  RecordId const second{9, 9};
  auto& records = desks.house->records;
  app::Caller ben{AccountId{2, 2}, Role::practitioner, Name{"Ben"}, {}, {}};
  identity::Account account;
  account.id = ben.account, account.display_name = "Ben", account.role = Role::practitioner;
  desks.house->identity.add(account);
  std::uint64_t n = 0;
  auto const told = [&](RecordId record, Ask what) {
    Command const command{{0xC0DE, ++n}, desks.house->clock.now(), 0, {}, {}, std::move(what)};
    auto const done = records.submit(ben, record, {wire::read_command(wire::write_command(command))});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->answers.front().outcome, CommandFate::agreed) << done->answers.front().rule;
  };
  for (auto const record : {first, second}) {
    told(record, StartRecord{{"Nell"}, false, true, set_of(Part::together), {}});
    told(record, OpenVisit{{0x51, record.lo}, {ben.account}, every_part, true});
  }
  EXPECT_FALSE(records.join(ben, first, {{0x501A, 1}, second, desks.house->clock.now(), 0, true, false}));
  begin_erased(files_in(desks.folder).erased, IdBits{1, 1});
  erase(*desks.house, desks.folder, second);
  EXPECT_EQ(records.name_in(first), "");
  EXPECT_EQ(records.name_in(second), "");
  auto const list = read_erased(files_in(desks.folder).erased);
  EXPECT_EQ(std::get<app::Erasures>(list).list.size(), 2u) << "and a restore knows of both";
}

}  // namespace
}  // namespace kith
