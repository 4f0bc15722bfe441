// The site over real sockets: name, target, route, origin, type, caller, ETag and headers, in that order.
#include "http/site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/test_client.hpp"
#include "http/test_site.hpp"

namespace kith::http {
namespace {

struct Case {
  char const* sentence;
  std::string bytes;
  int status;
  std::string rule;
};

std::string with_host(std::string const& host) { return "GET /api/things/7 HTTP/1.1\r\n" + host + "\r\n"; }

TEST(SiteTest, each_request_gets_its_answer_or_its_numbered_refusal) {
  TestSite site;
  auto const post = [](std::string const& headers) {
    return "POST /api/things HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: 2\r\n\r\n{}";
  };
  auto const get = [](std::string const& path, std::string const& headers = "") {
    return request_text("GET", path, headers);
  };
  std::string const json = "Content-Type: application/json\r\n";
  Case const cases[] = {
      {"a thing", get("/api/things/7"), 200, ""},
      {"HT3 a path that climbs", get("/api/../../etc/passwd"), 400, "HT3"},
      {"HT3 a path that climbs in disguise", get("/api/%2e%2e/etc/passwd"), 400, "HT3"},
      {"HT3 an encoded slash", get("/api/things/a%2Fb"), 400, "HT3"},
      {"HT3 a NUL", get("/api/things/a%00"), 400, "HT3"},
      {"HT3 a whole address as target", get("http://localhost/api/things/7"), 400, "HT3"},
      {"HT5 a form", post("Content-Type: application/x-www-form-urlencoded\r\n"), 415, "HT5"},
      {"HT5 text", post("Content-Type: text/plain\r\n"), 415, "HT5"},
      {"HT5 no type", post(""), 415, "HT5"},
      {"HT5 nearly the type", post("Content-Type: application/jsonx\r\n"), 415, "HT5"},
      {"the type with a charset", post("Content-Type: application/json; charset=utf-8\r\n"), 200, ""},
      {"the type in capitals", post("Content-Type: APPLICATION/JSON\r\n"), 200, ""},
      {"HT8 nobody", get("/api/private"), 401, "HT8"},
      {"HT8 a wrong cookie", get("/api/private", "Cookie: kith=ben\r\n"), 401, "HT8"},
      {"HT8 a wrong bearer, whatever the cookie says",
       get("/api/private", "Cookie: kith=amina\r\nAuthorization: Bearer ben\r\n"), 401, "HT8"},
      {"somebody by cookie", get("/api/private", "Cookie: kith=amina\r\n"), 200, ""},
      {"somebody by bearer", get("/api/private", "Authorization: bearer amina\r\n"), 200, ""},
      {"HT9 nothing of that name", get("/api/nothing"), 404, "HT9"},
      {"HT9 writing to nothing", request_text("POST", "/api/nothing", "", "{}"), 404, "HT9"},
      {"HT9 writing to a file", request_text("POST", "/assets/app-1a2b.js", "", "{}"), 404, "HT9"},
      {"HT9 an unknown asset", get("/assets/app-ffff.js"), 404, "HT9"},
      {"HT10 a method that is not for this path", request_text("PUT", "/api/things/7"), 405, "HT10"},
      {"HT10 asking what is allowed", request_text("OPTIONS", "/api/things/7"), 405, "HT10"},
      {"HT10 a method nobody knows", request_text("BREW", "/api/things/7"), 501, "HT10"},
      {"HT10 TRACE is not known here", request_text("TRACE", "/api/things/7"), 501, "HT10"},
      {"HT7 a write from another site", post(json + "Origin: https://example.org\r\n"), 403, "HT7"},
      {"HT7 a write from nowhere", post(json + "Origin: null\r\n"), 403, "HT7"},
      {"HT7 a write from another port", post(json + "Origin: http://localhost:1\r\n"), 403, "HT7"},
      {"HT7 a write with two origins", post(json + "Origin: http://localhost\r\nOrigin: http://a\r\n"), 403,
       "HT7"},
      {"HT7 a write with our cookie and no origin", post(json + "Cookie: kith=amina\r\n"), 403, "HT7"},
      {"a write from our own page", post(json + "Cookie: kith=amina\r\nOrigin: http://localhost\r\n"), 200,
       ""},
      {"a write of a script without cookie", post(json), 200, ""},
      {"reading from another site is the browser's to stop", get("/api/things/7", "Origin: https://a\r\n"),
       200, ""},
  };
  for (auto const& [sentence, bytes, status, rule] : cases) {
    auto const said = heard(site.port(), bytes);
    EXPECT_EQ(said.status, status) << sentence;
    EXPECT_EQ(said.rule(), rule) << sentence;
    if (status >= 400) {
      EXPECT_EQ(said.header("content-type"), "application/problem+json") << sentence;
    }
  }
}

TEST(SiteTest, HT6_on_this_machine_only_its_own_names_are_answered) {
  TestSite site;
  Case const cases[] = {
      {"localhost", with_host("Host: localhost\r\n"), 200, ""},
      {"localhost with a port", with_host("Host: LOCALHOST:8420\r\n"), 200, ""},
      {"the address", with_host("Host: 127.0.0.1:8420\r\n"), 200, ""},
      {"the other address", with_host("Host: [::1]:8420\r\n"), 200, ""},
      {"HT6 a name that was pointed here", with_host("Host: evil.example\r\n"), 421, "HT6"},
      {"HT6 a name that begins well", with_host("Host: localhost.evil.example\r\n"), 421, "HT6"},
      {"HT6 an address that begins well", with_host("Host: 127.0.0.1.evil.example\r\n"), 421, "HT6"},
      {"HT6 no name", with_host(""), 421, "HT6"},
      {"HT6 an empty name", with_host("Host:\r\n"), 421, "HT6"},
      {"HT6 two names", with_host("Host: localhost\r\nHost: localhost\r\n"), 421, "HT6"},
      {"HT6 an open bracket", with_host("Host: [::1\r\n"), 421, "HT6"},
  };
  for (auto const& [sentence, bytes, status, rule] : cases) {
    auto const said = heard(site.port(), bytes);
    EXPECT_EQ(said.status, status) << sentence;
    EXPECT_EQ(said.rule(), rule) << sentence;
  }
}

TEST(SiteTest, HT6_HT7_HT11_behind_its_public_name) {
  TestSite site(TestSite::quick_limits(), {"https://kith.example.org"});
  auto const host =
      std::string("POST /api/things HTTP/1.1\r\nHost: kith.example.org\r\nContent-Length: 2\r\n");
  auto const json = std::string("Content-Type: application/json\r\n");
  Case const cases[] = {
      {"our page", host + json + "Origin: https://kith.example.org\r\n\r\n{}", 200, ""},
      {"HT7 our name without https", host + json + "Origin: http://kith.example.org\r\n\r\n{}", 403, "HT7"},
      {"HT6 a neighbour's name", with_host("Host: kith.example.org.evil\r\n"), 421, "HT6"},
      {"the machine itself may still ask", with_host("Host: localhost\r\n"), 200, ""},
  };
  for (auto const& [sentence, bytes, status, rule] : cases) {
    auto const said = heard(site.port(), bytes);
    EXPECT_EQ(said.status, status) << sentence;
    EXPECT_EQ(said.rule(), rule) << sentence;
    EXPECT_EQ(said.header("strict-transport-security"), "max-age=31536000") << sentence;
  }
  EXPECT_EQ(
      heard(site.port(), "GET /api/private HTTP/1.1\r\nHost: kith.example.org\r\nCookie: kith=amina\r\n\r\n")
          .rule(),
      "HT8")
      << "behind https only the __Host- cookie counts";
  EXPECT_EQ(heard(site.port(),
                  "GET /api/private HTTP/1.1\r\nHost: kith.example.org\r\nCookie: __Host-kith=amina\r\n\r\n")
                .status,
            200);
}

TEST(SiteTest, HT11_every_answer_carries_the_security_headers) {
  TestSite site;
  for (auto const* request :
       {"GET /api/things/7 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "GET /api/broken HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "nonsense\r\n\r\n"}) {
    auto const said = heard(site.port(), request);
    auto const policy = std::string(said.header("content-security-policy"));
    EXPECT_THAT(policy, testing::HasSubstr("default-src 'self'")) << request;
    EXPECT_THAT(policy, testing::HasSubstr("'wasm-unsafe-eval'")) << request;
    EXPECT_THAT(policy, testing::HasSubstr("frame-ancestors 'none'")) << request;
    EXPECT_THAT(policy, testing::Not(testing::HasSubstr("unsafe-inline"))) << request;
    EXPECT_EQ(said.header("x-content-type-options"), "nosniff") << request;
    EXPECT_EQ(said.header("referrer-policy"), "no-referrer") << request;
    EXPECT_EQ(said.header("cross-origin-opener-policy"), "same-origin") << request;
    EXPECT_NE(said.header("permissions-policy"), "") << request;
    EXPECT_NE(said.header("cache-control"), "") << request;
    EXPECT_NE(said.header("date"), "") << request;
  }
}

TEST(SiteTest, HT12_what_has_not_changed_is_not_sent_again) {
  TestSite site;
  struct Asked {
    char const* sentence;
    std::string headers;
    int status;
  };
  Asked const cases[] = {
      {"no tag", "", 200},
      {"another tag", "If-None-Match: \"v0\"\r\n", 200},
      {"the tag", "If-None-Match: \"v1\"\r\n", 304},
      {"the tag as a weak one", "If-None-Match: W/\"v1\"\r\n", 304},
      {"the tag among others", "If-None-Match: \"v0\", \"v1\"\r\n", 304},
      {"any tag", "If-None-Match: *\r\n", 304},
      {"part of the tag", "If-None-Match: \"v\"\r\n", 200},
  };
  for (auto const& [sentence, headers, status] : cases) {
    auto const said = heard(site.port(), request_text("GET", "/api/things/7", headers));
    EXPECT_EQ(said.status, status) << sentence;
    EXPECT_EQ(said.body.empty(), status == 304) << sentence;
    EXPECT_EQ(said.header("etag"), "\"v1\"") << sentence;
    EXPECT_EQ(said.header("cache-control"), "no-store") << sentence;
  }
}

TEST(SiteTest, HT10_the_methods_of_a_path_are_named) {
  TestSite site;
  EXPECT_EQ(heard(site.port(), request_text("PUT", "/api/things/7")).header("allow"), "GET, HEAD");
  EXPECT_EQ(heard(site.port(), request_text("GET", "/api/things")).header("allow"), "POST");
}

TEST(SiteTest, what_is_counted_names_routes_and_nobody) {
  TestSite site;
  heard(site.port(), request_text("GET", "/api/things/secret-id"));
  heard(site.port(), request_text("GET", "/api/secret-path"));
  heard(site.port(), request_text("BREW", "/"));
  site.metrics.gauge("kith_seven", "Always seven.", [] { return 7; });
  auto const text = site.metrics.text();
  EXPECT_THAT(text, testing::HasSubstr(
                        "kith_requests_total{method=\"GET\",route=\"/api/things/{id}\",status=\"200\"} 1\n"));
  EXPECT_THAT(text,
              testing::HasSubstr("kith_requests_total{method=\"GET\",route=\"file\",status=\"404\"} 1\n"));
  EXPECT_THAT(text,
              testing::HasSubstr("kith_requests_total{method=\"other\",route=\"none\",status=\"501\"} 1\n"));
  EXPECT_THAT(text, testing::HasSubstr("kith_request_seconds_count 3\n"));
  EXPECT_THAT(text, testing::HasSubstr("kith_request_seconds_bucket{le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, testing::HasSubstr("kith_seven 7\n"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("secret")));
}

}  // namespace
}  // namespace kith::http
