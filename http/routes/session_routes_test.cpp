// Signing in and out over real sockets, with a clock that is handed in and accounts in memory.
#include "http/routes/session_routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/identity_memory/identity_memory.hpp"
#include "adapters/passwords_sodium/passwords_sodium.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "http/test_client.hpp"

namespace kith::http {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto right = R"({"name":"amina","password":"a long enough password","device":"own"})";
constexpr auto wrong = R"({"name":"amina","password":"another password","device":"own"})";
constexpr EmbeddedFile page[] = {{"/index.html", "aaaa", "the page", "", ""}};

Limits small_limits() {
  Limits limits;
  limits.stop_ms_max = 500;
  return limits;
}

class SessionRoutesTest : public testing::Test {
 protected:
  SessionRoutesTest() {
    auto const made = sign_in.make_account(
        {"amina", "Amina Rahman", Role::person, RecordId{5, 5}, "a long enough password"});
    amina = std::get<AccountId>(made);
    server.start();
  }

  Heard ask(std::string_view method, std::string_view path, std::string_view headers = "",
            std::optional<std::string_view> json = std::nullopt) {
    return heard(server.port(), request_text(method, path, headers, json));
  }
  Heard post(std::string_view json) { return ask("POST", "/api/sessions", "", json); }

  static std::string cookie_of(Heard const& said) {
    auto const set = said.header("set-cookie");
    return "Cookie: " + std::string(set.substr(0, set.find(';'))) + "\r\nOrigin: http://localhost\r\n";
  }
  std::string signed_in() { return cookie_of(post(right)); }

  Router routes() {
    Router router;
    router.add(session_routes(desk));
    return router;
  }

  Instant now{1'800'000'000'000};
  adapters::IdentityMemory kept;
  std::unique_ptr<adapters::SodiumSeal> seal = adapters::SodiumSeal::in_memory();
  adapters::PasswordsSodium passwords{adapters::cheap_for_tests};
  identity::Clock clock = [this] { return now; };
  identity::SignIn sign_in{kept, *seal, passwords, clock, identity::Links::let_in};
  LiveHub hub{clock, small_limits()};
  StaticFiles files{page};
  Metrics metrics;
  SessionDesk desk{
      sign_in, hub, files, {}, [](identity::SignedIn const&, wire::Json& me) { me["zone"] = "here"; }};
  Site site{{}, routes(), files, who_is(sign_in), metrics};
  Server server{{.port = 0, .limits = small_limits(), .clock = clock}, site};
  AccountId amina;
};

TEST_F(SessionRoutesTest, AC1_signing_in_gives_a_cookie_that_says_who) {
  auto const said = post(right);
  EXPECT_EQ(said.status, 201);
  auto const me = ask("GET", "/api/me", cookie_of(said));
  EXPECT_EQ(me.status, 200);
  EXPECT_EQ(me.body, said.body);
  auto const read = wire::read_json(me.body);
  auto const& json = std::get<wire::Json>(read);
  EXPECT_EQ(json["account"], text_of(amina));
  EXPECT_EQ(json["name"], "Amina Rahman");
  EXPECT_EQ(json["role"], "person");
  EXPECT_EQ(json["record"], text_of(RecordId{5, 5}));
  EXPECT_EQ(json["device"], "own");
  EXPECT_EQ(json["ends_at"], text_of(Instant{now.ms + 90 * day_ms}));
  EXPECT_EQ(json["zone"], "here") << "what the application adds";
}

TEST_F(SessionRoutesTest, AC8_the_cookie_is_hidden_from_scripts_and_gone_with_a_shared_browser) {
  auto const own = std::string(post(right).header("set-cookie"));
  EXPECT_THAT(own, HasSubstr("; Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000"));
  auto const shared =
      std::string(post(R"({"name":"amina","password":"a long enough password"})").header("set-cookie"));
  EXPECT_THAT(shared, HasSubstr("; HttpOnly; SameSite=Strict"));
  EXPECT_THAT(shared, Not(HasSubstr("Max-Age")));
  EXPECT_THAT(shared, Not(HasSubstr("Secure"))) << "a plain connection on one machine";
}

TEST_F(SessionRoutesTest, AC8_behind_https_the_cookie_is_secure_and_bound_to_the_host) {
  SessionDesk const public_desk{sign_in, hub, files, {"https://kith.example.org"}, {}};
  Router router;
  router.add(session_routes(public_desk));
  Request request;
  request.method = "POST";
  request.body = right;
  auto const answer = router.find("POST", {"api", "sessions"}).route->handler(request);
  auto const cookie = std::string(first_of(answer.headers, "Set-Cookie"));
  EXPECT_TRUE(cookie.starts_with("__Host-kith=")) << cookie;
  EXPECT_THAT(cookie, HasSubstr("; Secure"));
}

TEST_F(SessionRoutesTest, AC6_a_request_that_cannot_be_read_is_refused) {
  for (auto const* body :
       {"", "{}", "[]", "null", "{", R"({"name":"amina"})", R"({"name":"amina","password":7})",
        R"({"name":"amina","password":"a long enough password","device":"mine"})",
        R"({"name":"amina","password":"a long enough password","link":"x"})",
        R"({"name":"amina","password":"a long enough password","admin":"true"})",
        R"({"name":"amina","name":"ben","password":"a long enough password"})"}) {
    auto const said = post(body);
    EXPECT_EQ(said.status, 400) << body;
    EXPECT_EQ(said.rule(), "AC6") << body;
    EXPECT_EQ(said.header("set-cookie"), "") << body;
  }
}

TEST_F(SessionRoutesTest, AC1_AC4_a_wrong_password_is_401_and_soon_429_with_when_to_ask_again) {
  for (int n = 0; n < 5; ++n) {
    auto const said = post(wrong);
    EXPECT_EQ(said.status, 401) << n;
    EXPECT_EQ(said.rule(), "AC1") << n;
  }
  auto const waiting = post(right);
  EXPECT_EQ(waiting.status, 429);
  EXPECT_EQ(waiting.rule(), "AC4");
  EXPECT_EQ(waiting.header("retry-after"), "1");
  EXPECT_THAT(waiting.body, HasSubstr(R"("message":{"args":{"seconds":1},"key":"refusal.AC4"})"));
  now.ms += 1000;
  EXPECT_EQ(post(right).status, 201);
}

TEST_F(SessionRoutesTest, AC7_signing_out_ends_the_session_and_its_streams) {
  auto const cookie = signed_in(), other = signed_in();
  auto const who = [&](std::string const& header) {
    auto const token = header.substr(header.find('=') + 1, identity::token_bytes);
    return *sign_in.who_is(token);
  };
  auto const opened = hub.subscribe({"r", who(cookie), {}});
  auto const& stream = std::get<std::shared_ptr<LiveStream>>(opened);
  auto const said = ask("DELETE", "/api/sessions/current", cookie);
  EXPECT_EQ(said.status, 204);
  EXPECT_THAT(std::string(said.header("set-cookie")), HasSubstr("kith=; ")) << "the cookie is taken back";
  EXPECT_EQ(ask("GET", "/api/me", cookie).rule(), "HT8");
  EXPECT_EQ(ask("GET", "/api/me", other).status, 200);
  EXPECT_EQ(stream->step(now).what, LiveStep::Do::end);
  EXPECT_EQ(ask("DELETE", "/api/sessions/current", cookie).status, 204) << "and again is no harm";
}

TEST_F(SessionRoutesTest, AC7_signing_out_everywhere_ends_them_all) {
  auto const here = signed_in(), there = signed_in();
  EXPECT_EQ(ask("DELETE", "/api/sessions/all", here).status, 204);
  EXPECT_EQ(ask("GET", "/api/me", here).status, 401);
  EXPECT_EQ(ask("GET", "/api/me", there).status, 401);
  EXPECT_EQ(ask("DELETE", "/api/sessions/all").status, 401);
}

TEST_F(SessionRoutesTest, AC7_signing_in_again_leaves_the_session_before) {
  auto const before = signed_in();
  EXPECT_EQ(ask("POST", "/api/sessions", before, right).status, 201);
  EXPECT_EQ(ask("GET", "/api/me", before).status, 401);
}

TEST_F(SessionRoutesTest, AC8_a_session_ends_by_the_clock) {
  auto const cookie = signed_in();
  now.ms += 30 * day_ms;
  EXPECT_EQ(ask("GET", "/api/me", cookie).status, 401);
}

TEST_F(SessionRoutesTest, AC11_the_password_is_changed_with_the_old_one) {
  auto const here = signed_in(), there = signed_in();
  auto const change = [&](std::string_view json) { return ask("POST", "/api/me/password", here, json); };
  EXPECT_EQ(change(R"({"old_password":"wrong","new_password":"a brand new password"})").rule(), "AC1");
  EXPECT_EQ(change(R"({"old_password":"a long enough password","new_password":"short"})").rule(), "AC10");
  EXPECT_EQ(change(R"({"new_password":"a brand new password"})").rule(), "AC6");
  EXPECT_EQ(
      change(R"({"old_password":"a long enough password","new_password":"a brand new password"})").status,
      204);
  EXPECT_EQ(ask("GET", "/api/me", here).status, 200);
  EXPECT_EQ(ask("GET", "/api/me", there).status, 401);
  EXPECT_EQ(post(R"({"name":"amina","password":"a brand new password"})").status, 201);
}

TEST_F(SessionRoutesTest, AC12_a_link_shows_the_page_and_is_then_exchanged) {
  auto const link = sign_in.make_link(amina);
  auto const shown = ask("GET", "/in/" + link);
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.body, "the page");
  EXPECT_EQ(shown.header("set-cookie"), "") << "looking at a link signs nobody in";
  for (int n = 0; n < 2; ++n) {
    auto const said = post(R"({"device":"shared","link":")" + link + R"("})");
    EXPECT_EQ(said.status, 201) << n;
    EXPECT_EQ(ask("GET", "/api/me", cookie_of(said)).status, 200) << n;
  }
  EXPECT_EQ(post(R"({"link":"nonsense"})").rule(), "AC1");
}

TEST_F(SessionRoutesTest, AC15_an_own_browser_is_remembered_and_not_slowed_by_others) {
  auto const said = post(right);
  std::string known;
  for (auto const& [name, value] : said.headers) {
    if (name == "set-cookie" && value.starts_with("kith-known=")) known = value.substr(0, value.find(';'));
  }
  ASSERT_NE(known, "");
  for (int n = 0; n < 6; ++n) post(wrong);
  EXPECT_EQ(post(right).status, 429);
  EXPECT_EQ(ask("POST", "/api/sessions", "Cookie: " + known + "\r\n", right).status, 201);
}

TEST_F(SessionRoutesTest, AC13_each_token_opens_only_the_way_it_was_made_for) {
  auto const machine = sign_in.make_machine_token(amina);
  auto const session = signed_in();
  auto const session_token = session.substr(session.find('=') + 1, identity::token_bytes);
  struct Case {
    char const* sentence;
    std::string headers;
    int status;
  };
  Case const cases[] = {
      {"a machine's token as bearer", "Authorization: Bearer " + machine + "\r\n", 200},
      {"a machine's token as cookie", "Cookie: kith=" + machine + "\r\n", 401},
      {"a session's token as bearer", "Authorization: Bearer " + session_token + "\r\n", 401},
      {"a session's token as cookie", "Cookie: kith=" + session_token + "\r\n", 200},
      {"a link's token as bearer", "Authorization: Bearer " + sign_in.make_link(amina) + "\r\n", 401},
      {"another scheme", "Authorization: Basic " + machine + "\r\n", 401},
  };
  for (auto const& [sentence, headers, status] : cases) {
    EXPECT_EQ(ask("GET", "/api/me", headers).status, status) << sentence;
  }
}

}  // namespace
}  // namespace kith::http
