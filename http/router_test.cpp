#include "http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "wire/json.hpp"

namespace kith::http {
namespace {

Route route(std::string method, std::string path) {
  return {.method = std::move(method),
          .path = std::move(path),
          .summary = "A route.",
          .who = Who::anyone,
          .says = {},
          .handler = [](Request const&) { return no_content(); }};
}

Router router() {
  Router router;
  router.add({route("GET", "/"), route("GET", "/api/things/{id}"), route("POST", "/api/things/{id}"),
              route("GET", "/api/things/new"), route("DELETE", "/api/things/{id}/parts/{part}")});
  return router;
}

TEST(RouterTest, a_path_finds_its_route_and_the_most_literal_one) {
  struct Case {
    char const* sentence;
    std::string method;
    std::vector<std::string> segments;
    std::string path;
  };
  Case const cases[] = {
      {"the root", "GET", {}, "/"},
      {"a name takes any segment", "GET", {"api", "things", "7"}, "/api/things/{id}"},
      {"a literal wins over a name", "GET", {"api", "things", "new"}, "/api/things/new"},
      {"unless it is another method's", "POST", {"api", "things", "new"}, "/api/things/{id}"},
      {"HEAD goes where GET goes", "HEAD", {"api", "things", "7"}, "/api/things/{id}"},
      {"nothing of that method", "DELETE", {"api", "things", "7"}, ""},
      {"nothing of that name", "GET", {"api", "thing", "7"}, ""},
      {"a name takes no empty segment", "GET", {"api", "things", ""}, ""},
      {"nothing longer", "GET", {"api", "things", "7", "8"}, ""},
  };
  auto const routes = router();
  for (auto const& [sentence, method, segments, path] : cases) {
    auto const match = routes.find(method, segments);
    EXPECT_EQ(match.route ? match.route->path : "", path) << sentence;
  }
}

TEST(RouterTest, what_stands_at_a_name_is_handed_on) {
  auto const match = router().find("DELETE", {"api", "things", "7", "parts", "Ŵyn"});
  EXPECT_EQ(match.named, (decltype(match.named){{"id", "7"}, {"part", "Ŵyn"}}));
}

TEST(RouterTest, HT10_a_path_knows_its_methods) {
  EXPECT_EQ(router().find("PUT", {"api", "things", "7"}).allow, "GET, HEAD, POST");
  EXPECT_EQ(router().find("PUT", {"api", "nothing"}).allow, "");
}

TEST(RouterTest, two_routes_of_one_shape_are_a_fault_at_start) {
  auto routes = router();
  EXPECT_THROW(routes.add(route("GET", "/api/things/{other}")), std::logic_error);
  EXPECT_THROW(routes.add(route("GET", "api/things")), std::logic_error);
  routes.add(route("PUT", "/api/things/{other}"));
}

TEST(RouterTest, routes_describe_themselves_as_OpenAPI) {
  Router routes;
  auto post = route("POST", "/api/things/{id}");
  post.who = Who::signed_in;
  post.takes = json_of(R"({"type":"object","required":["words"]})");
  post.says = {{200, "Done."}, {404, "No such thing.", "HT9"}};
  routes.add(post);
  auto const read = wire::read_json(openapi_json(routes, "Kith", "1"));
  auto const& document = std::get<wire::Json>(read);
  EXPECT_EQ(document["openapi"], "3.1.0");
  auto const& operation = document["paths"]["/api/things/{id}"]["post"];
  EXPECT_EQ(operation["parameters"][0]["name"], "id");
  EXPECT_EQ(operation["requestBody"]["content"]["application/json"]["schema"]["required"][0], "words");
  EXPECT_EQ(operation["responses"]["404"]["description"], "No such thing. (HT9)");
  for (auto const* status : {"200", "400", "401", "413", "415", "503"}) {
    EXPECT_TRUE(operation["responses"].contains(status)) << status;
  }
  EXPECT_EQ(operation["security"].size(), 2);
}

}  // namespace
}  // namespace kith::http
