// Collections over HTTP, asked directly: whose a list is, who sees a shared one, and what paper says of what
// has changed. A whole house in a folder of its own.
#include <gtest/gtest.h>

#include "http/routes/collection_routes.hpp"
#include "main/demo_directory.hpp"
#include "main/house.hpp"

namespace kith {
namespace {

class NoPaper final : public app::Paper {
 public:
  app::Bytes pdf(std::string_view html) override { return "%PDF" + std::string(html); }
};

AccountId const priya{1, 1}, colleague{2, 2}, sam{3, 3};
std::string const one = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

struct CollectionHouse {
  CollectionHouse() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kith-lists-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    house = std::make_unique<House>(HouseOptions{folder, sqlite::Open::create});
    load_demo_directory(*house);
    desk = std::make_unique<http::CollectionDesk>(
        http::CollectionDesk{house->collections, house->directory_store, paper, house->words, true,
                             [this] { return local_day(house->clock.now(), house->zone); },
                             [](AccountId who) { return who == priya ? "Priya" : ""; }});
    router.add(http::collection_routes(*desk));
  }
  ~CollectionHouse() { std::filesystem::remove_all(folder); }

  http::Answer ask(AccountId who, Role role, std::string const& method, std::vector<std::string> const& path,
                   std::string body = "", http::Texts query = {}) {
    auto const match = router.find(method, path);
    EXPECT_TRUE(match.route);
    http::Request request;
    request.method = method, request.segments = path, request.query = std::move(query);
    request.body = std::move(body), request.route = match.route, request.named = match.named;
    request.caller.emplace();
    request.caller->account = who, request.caller->role = role;
    return match.route->handler(request);
  }
  std::string lists(AccountId who, Role role) {
    return std::string(bytes_of(ask(who, role, "GET", {"api", "collections"})));
  }
  int put(AccountId who, Role role, std::string const& body) {
    return ask(who, role, "PUT", {"api", "collections", one}, body).status;
  }
  http::Answer print(AccountId who, Role role, std::string as = "html") {
    return ask(who, role, "GET", {"api", "collections", one, "paper"}, "", {{"as", std::move(as)}});
  }

  std::filesystem::path folder;
  std::unique_ptr<House> house;
  NoPaper paper;
  std::unique_ptr<http::CollectionDesk> desk;
  http::Router router;
};

ServiceId singers() { return ideas::service_id_of(demo_feed, "tuesday-singers"); }
std::string list_of(char const* name, bool shared, std::string const& lines) {
  return R"({"id":")" + one + R"(","name":")" + name + R"(","shared":)" + (shared ? "true" : "false") +
         R"(,"lines":[)" + lines + "]}";
}
std::string line() {
  return R"({"service":")" + text_of(singers()) + R"(","name":"Singers","words":"They are kind."})";
}
bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

TEST(CollectionDesk, CO2_CO3_a_list_is_its_makers_and_a_shared_one_its_colleagues) {
  CollectionHouse kept;
  EXPECT_EQ(kept.put(priya, Role::practitioner, list_of("Near Leigh", false, line())), 204);
  EXPECT_TRUE(holds(kept.lists(priya, Role::practitioner), "Near Leigh"));
  EXPECT_FALSE(holds(kept.lists(colleague, Role::curator), "Near Leigh"));
  EXPECT_EQ(kept.print(colleague, Role::curator).status, 404);

  EXPECT_EQ(kept.put(priya, Role::practitioner, list_of("Near Leigh", true, line())), 204);
  auto const shared = kept.lists(colleague, Role::curator);
  EXPECT_TRUE(holds(shared, "Near Leigh")) << shared;
  EXPECT_TRUE(holds(shared, "\"by\":\"Priya\""));
  EXPECT_EQ(kept.print(colleague, Role::curator).status, 200);
  EXPECT_FALSE(holds(kept.lists(sam, Role::person), "Near Leigh")) << "colleagues, and nobody else";
  EXPECT_EQ(kept.print(sam, Role::person).status, 404);

  EXPECT_EQ(kept.ask(colleague, Role::curator, "DELETE", {"api", "collections", one}).status, 204);
  EXPECT_TRUE(holds(kept.lists(priya, Role::practitioner), "Near Leigh")) << "nobody puts away another's";
  EXPECT_EQ(kept.ask(priya, Role::practitioner, "DELETE", {"api", "collections", one}).status, 204);
  EXPECT_FALSE(holds(kept.lists(colleague, Role::curator), "Near Leigh"));
}

TEST(CollectionDesk, CO1_CO3_what_is_no_sound_list_is_refused) {
  CollectionHouse kept;
  EXPECT_EQ(kept.put(priya, Role::practitioner, "nothing"), 400);
  EXPECT_EQ(kept.put(priya, Role::practitioner, list_of(" ", false, "")), 422) << "CO1";
  EXPECT_EQ(kept.put(priya, Role::practitioner, list_of("Twice", false, line() + "," + line())), 422)
      << "CO1";
  EXPECT_EQ(kept.put(sam, Role::person, list_of("My own", true, line())), 422) << "CO3";
  EXPECT_EQ(kept.put(sam, Role::person, list_of("My own", false, line())), 204);
  EXPECT_EQ(kept.put(AccountId{4, 4}, Role::administrator, list_of("No", false, "")), 404);
}

TEST(CollectionDesk, CO4_CO5_paper_says_what_is_needed_and_does_not_print_what_was_hidden_since) {
  CollectionHouse kept;
  ASSERT_EQ(kept.put(priya, Role::practitioner, list_of("Near Leigh", false, line())), 204);
  std::string const before(bytes_of(kept.print(priya, Role::practitioner)));
  auto const phone = kept.house->directory_store.find(singers())->phone;
  ASSERT_FALSE(phone.empty());
  EXPECT_TRUE(holds(before, phone));
  EXPECT_TRUE(holds(before, "They are kind."));
  EXPECT_TRUE(holds(bytes_of(kept.print(priya, Role::practitioner, "pdf")), "%PDF"));
  EXPECT_EQ(kept.print(priya, Role::practitioner, "docx").status, 400);

  kept.house->directory.hide(singers(), true, kept.desk->today(), {colleague, "curator"});
  std::string const after(bytes_of(kept.print(priya, Role::practitioner)));
  EXPECT_FALSE(holds(after, phone));
  EXPECT_TRUE(holds(after, "Singers"));
  auto const looked = kept.ask(sam, Role::person, "POST", {"api", "directory", "look"},
                               R"({"services":[")" + text_of(singers()) + "\"]}");
  EXPECT_TRUE(holds(bytes_of(looked), "\"changed\":[\"" + text_of(singers()))) << bytes_of(looked);
}

TEST(CollectionDesk, CO8_what_an_account_gathered_goes_with_it) {
  CollectionHouse kept;
  ASSERT_EQ(kept.put(priya, Role::practitioner, list_of("Near Leigh", true, line())), 204);
  kept.house->collections.forget(priya);
  EXPECT_FALSE(holds(kept.lists(priya, Role::practitioner), "Near Leigh"));
  EXPECT_FALSE(holds(kept.lists(colleague, Role::practitioner), "Near Leigh"));
}

}  // namespace
}  // namespace kith
