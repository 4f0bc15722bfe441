#include "http/routes/installation_routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/target.hpp"

namespace kith::http {
namespace {

class InstallationRoutesTest : public testing::Test {
 protected:
  Answer get(std::string_view target, std::string address = "127.0.0.1", std::string host = "localhost") {
    Router router;
    router.add(installation_routes(desk));
    add_description(router, "0.1");
    Request request;
    EXPECT_TRUE(read_target(target, request));
    request.address = std::move(address);
    request.headers = {{"host", std::move(host)}};
    auto const match = router.find("GET", request.segments);
    return match.route ? match.route->handler(request) : Answer{};
  }
  wire::Json json(std::string_view target) {
    auto read = wire::read_json(bytes_of(get(target)));
    return std::get<wire::Json>(read);
  }

  Metrics metrics;
  bool ready = true;
  InstallationDesk desk{
      .installation = {"Harbour", {{"Samaritans", "116 123", "day and night", *parse_day("2026-01-18")}}, ""},
      .metrics = metrics,
      .ready = [this] { return ready; },
      .add_to_installation = [](wire::Json& told) { told["now"] = "2027-03-01T09:00:00.000Z"; }};
};

TEST_F(InstallationRoutesTest, HT17_a_practice_system_says_so_until_somebody_answers_for_safety) {
  EXPECT_EQ(json("/api/installation")["practice"], true);
  desk.installation.clinical_safety_officer = "Dr Wren Hughes";
  auto const told = json("/api/installation");
  EXPECT_EQ(told["practice"], false);
  EXPECT_EQ(told["name"], "Harbour");
  EXPECT_EQ(told["now"], "2027-03-01T09:00:00.000Z");
  EXPECT_EQ(told.dump().find("Wren"), std::string::npos) << "the officer's name is not for everybody";
}

TEST_F(InstallationRoutesTest, help_numbers_come_with_the_day_they_were_checked) {
  auto const line = json("/api/help")["help"][0];
  EXPECT_EQ(line["name"], "Samaritans");
  EXPECT_EQ(line["number"], "116 123");
  EXPECT_EQ(line["when"], "day and night");
  EXPECT_EQ(line["checked_on"], "2026-01-18");
  EXPECT_EQ(json("/api/installation")["help"][0], line);
}

TEST_F(InstallationRoutesTest, health_is_said_in_one_word) {
  EXPECT_EQ(bytes_of(get("/healthz")), "ok\n");
  EXPECT_EQ(bytes_of(get("/readyz")), "ready\n");
  ready = false;
  EXPECT_EQ(get("/readyz").status, 503);
  EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(InstallationRoutesTest, HT9_figures_are_for_the_keeper_of_the_machine_only) {
  struct Case {
    char const* sentence;
    std::string address, host;
    int status;
  };
  Case const cases[] = {
      {"on the machine itself", "127.0.0.1", "localhost:8420", 200},
      {"through the proxy, by the public name", "127.0.0.1", "kith.example.org", 404},
      {"from elsewhere, pretending", "192.0.2.1", "localhost", 404},
  };
  for (auto const& [sentence, address, host, status] : cases) {
    EXPECT_EQ(get("/metrics", address, host).status, status) << sentence;
  }
}

TEST_F(InstallationRoutesTest, the_description_knows_every_route_and_itself) {
  auto const paths = json("/openapi.json")["paths"];
  for (auto const* path :
       {"/api/installation", "/api/help", "/healthz", "/readyz", "/metrics", "/openapi.json"}) {
    EXPECT_TRUE(paths.contains(path)) << path;
  }
}

}  // namespace
}  // namespace kith::http
