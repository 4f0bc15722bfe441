// The server over real sockets: what comes in is bounded, and one bad client never takes another's place.
#include "http/server.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <future>

#include "http/test_client.hpp"
#include "http/test_site.hpp"

namespace kith::http {
namespace {

constexpr auto get = "GET /api/things/7 HTTP/1.1\r\nHost: localhost\r\n\r\n";

struct Bad {
  char const* sentence;
  std::string bytes;
  int status;
  std::string rule;
};

std::string post(std::string const& headers, std::string const& body) {
  return "POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers +
         "\r\n" + body;
}

TEST(ServerTest, bad_requests_get_their_numbered_refusal) {
  TestSite site;
  auto const big_header = "X-Big: " + std::string(20'000, 'a') + "\r\n\r\n";
  std::string many_headers;
  for (int n = 0; n < 4000; ++n) many_headers += "X-" + std::to_string(n) + ": a\r\n";
  auto const start = std::string("GET / HTTP/1.1\r\nHost: localhost\r\n");
  Bad const cases[] = {
      {"HT1 one huge header", start + big_header, 431, "HT1"},
      {"HT1 very many headers", start + many_headers + "\r\n", 431, "HT1"},
      {"HT1 a huge target", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n", 431, "HT1"},
      {"HT19 not HTTP at all", "hello\r\n\r\n", 400, "HT19"},
      {"HT19 a TLS greeting", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400,
       "HT19"},
      {"HT19 an HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "HT19"},
      {"HT19 a header without name", start + ": a\r\n\r\n", 400, "HT19"},
      {"HT19 a space before the colon", start + "X : a\r\n\r\n", 400, "HT19"},
      {"HT19 a length that is no number", post("Content-Length: ten\r\n", ""), 400, "HT19"},
      {"HT19 a negative length", post("Content-Length: -1\r\n", ""), 400, "HT19"},
      {"HT19 two different lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), 400, "HT19"},
      {"HT19 a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "{}"), 400,
       "HT19"},
      {"HT19 chunks of an unknown kind", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400,
       "HT19"},
      {"HT19 a chunk size that is no number", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
       400, "HT19"},
      {"HT19 a chunk longer than it said", post("Transfer-Encoding: chunked\r\n", "1\r\n{}}}\r\n0\r\n\r\n"),
       400, "HT19"},
      {"HT4 a body that says it is too large", post("Content-Length: 1001\r\n", ""), 413, "HT4"},
      {"HT4 a body of ten megabytes that says so", post("Content-Length: 10485760\r\n", ""), 413, "HT4"},
      {"HT4 a body of 2^63 bytes that says so", post("Content-Length: 9223372036854775808\r\n", ""), 413,
       "HT4"},
      {"HT4 chunks that grow too large",
       post("Transfer-Encoding: chunked\r\n", "400\r\n" + std::string(1024, ' ') + "\r\n0\r\n\r\n"), 413,
       "HT4"},
      {"HT4 one chunk that says it is too large", post("Transfer-Encoding: chunked\r\n", "fffffffff\r\n"),
       413, "HT4"},
      {"HT4 a body where none is taken", start + "Content-Length: 2\r\n\r\n{}", 413, "HT4"},
  };
  for (auto const& [sentence, bytes, status, rule] : cases) {
    auto const said = heard(site.port(), bytes);
    EXPECT_EQ(said.status, status) << sentence;
    EXPECT_EQ(said.rule(), rule) << sentence;
  }
  EXPECT_EQ(heard(site.port(), get).status, 200) << "and the server is still there";
}

TEST(ServerTest, good_requests_of_every_framing_are_answered) {
  TestSite site;
  struct Case {
    char const* sentence;
    std::string bytes;
    std::string body;
  };
  Case const cases[] = {
      {"a length", post("Content-Length: 2\r\n", "{}"), "{}"},
      {"chunks", post("Transfer-Encoding: chunked\r\n", "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"), "{}"},
      {"chunks with an extension and a trailer",
       post("Transfer-Encoding: Chunked\r\n", "2;a=b\r\n{}\r\n0\r\nX-After: a\r\n\r\n"), "{}"},
      {"the same length twice is still one length", post("Content-Length: 2\r\n", "{}"), "{}"},
      {"the largest body", post("Content-Length: 1000\r\n", std::string(1000, ' ')), std::string(1000, ' ')},
  };
  for (auto const& [sentence, bytes, body] : cases) {
    auto const said = heard(site.port(), bytes);
    EXPECT_EQ(said.status, 200) << sentence;
    EXPECT_EQ(said.body, body) << sentence;
  }
}

TEST(ServerTest, HT4_a_large_body_is_refused_before_it_is_sent) {
  TestSite site;
  TestClient client(site.port());
  client.send(post("Content-Length: 10485760\r\n", ""));
  EXPECT_EQ(client.answer().status, 413);
}

TEST(ServerTest, HT4_whoever_sends_ten_megabytes_anyway_still_hears_why) {
  auto limits = TestSite::quick_limits();
  limits.linger_ms_max = 10'000;
  TestSite site(limits);
  TestClient client(site.port());
  client.send(post("Content-Length: 10485760\r\n", ""));
  EXPECT_TRUE(client.send(std::string(10u << 20, ' ')));
  EXPECT_EQ(client.answer().status, 413);
  client.finish_sending();
  EXPECT_TRUE(client.is_closed());
}

TEST(ServerTest, a_sender_that_asks_first_is_told_to_go_on) {
  TestSite site;
  TestClient client(site.port());
  client.send(post("Content-Length: 2\r\nExpect: 100-continue\r\n", ""));
  EXPECT_EQ(client.answer().status, 100);
  client.send("{}");
  EXPECT_EQ(client.answer().body, "{}");
}

TEST(ServerTest, a_sender_that_asks_first_is_told_not_to_send_too_much) {
  TestSite site;
  TestClient client(site.port());
  client.send(post("Content-Length: 10485760\r\nExpect: 100-continue\r\n", ""));
  EXPECT_EQ(client.answer().status, 413);
}

TEST(ServerTest, one_connection_carries_many_requests_in_order) {
  TestSite site;
  TestClient client(site.port());
  std::string pipeline;
  for (int n = 0; n < 50; ++n) {
    pipeline += "GET /api/things/" + std::to_string(n) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }
  client.send(pipeline);
  for (int n = 0; n < 50; ++n) EXPECT_EQ(client.answer().body, "{\"id\":\"" + std::to_string(n) + "\"}");
}

TEST(ServerTest, a_refusal_in_a_pipeline_does_not_stop_what_follows) {
  TestSite site;
  TestClient client(site.port());
  client.send(std::string("GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n") + get);
  EXPECT_EQ(client.answer().status, 404);
  EXPECT_EQ(client.answer().status, 200);
}

TEST(ServerTest, HEAD_answers_with_the_length_and_without_the_body) {
  TestSite site;
  TestClient client(site.port());
  client.send(std::string("HEAD /api/things/7 HTTP/1.1\r\nHost: localhost\r\n\r\n") + get);
  auto const head = client.answer(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), "10");
  EXPECT_EQ(client.answer().body, "{\"id\":\"7\"}") << "the next answer follows at once";
}

TEST(ServerTest, a_client_that_wants_to_close_is_let_go) {
  TestSite site;
  for (auto const* request : {"GET /api/things/7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                              "GET /api/things/7 HTTP/1.0\r\nHost: localhost\r\n\r\n"}) {
    TestClient client(site.port());
    client.send(request);
    EXPECT_EQ(client.answer().header("connection"), "close");
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(ServerTest, HT2_a_connection_that_says_nothing_is_closed) {
  TestSite site;
  TestClient silent(site.port());
  EXPECT_EQ(silent.answer().status, 0);
  TestClient satisfied(site.port());
  satisfied.send(get);
  EXPECT_EQ(satisfied.answer().status, 200);
  EXPECT_TRUE(satisfied.is_closed());
}

TEST(ServerTest, HT1_what_never_ends_is_closed) {
  TestSite site;
  struct Case {
    char const* sentence;
    std::string bytes;
  };
  Case const cases[] = {
      {"half a request line", "GET /api"},
      {"half a header", "GET / HTTP/1.1\r\nX-Half: a"},
      {"half a body", post("Content-Length: 10\r\n", "12345")},
      {"half a chunk", post("Transfer-Encoding: chunked\r\n", "a\r\n12345")},
  };
  for (auto const& [sentence, bytes] : cases) EXPECT_EQ(heard(site.port(), bytes).status, 0) << sentence;
}

TEST(ServerTest, HT1_dripping_headers_does_not_buy_time) {
  auto limits = TestSite::quick_limits();
  TestSite site(limits);
  TestClient dripper(site.port());
  dripper.send("GET / HTTP/1.1\r\n");
  auto drips = 0;
  for (; drips < 1000; ++drips) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (!dripper.send("X: a\r\n")) break;
  }
  EXPECT_LT(drips, 1000) << "the server closed although something came all the time";
}

TEST(ServerTest, HT2_one_address_has_so_many_connections_and_no_more) {
  auto limits = TestSite::quick_limits();
  limits.idle_ms_max = TestClient::patience_ms;
  limits.connections_per_address_max = 3;
  TestSite site(limits);
  TestClient first(site.port()), second(site.port());
  {
    TestClient third(site.port());
    for (auto* client : {&first, &second, &third}) {
      client->send(get);
      EXPECT_EQ(client->answer().status, 200);
    }
    EXPECT_EQ(heard(site.port(), get).status, 0);
  }
  auto again = 0;
  while (again != 200)
    again = heard(site.port(), get).status;  // as soon as the third one's leaving is noticed
  EXPECT_EQ(again, 200);
}

TEST(ServerTest, HT2_a_connection_is_not_kept_for_ever) {
  auto limits = TestSite::quick_limits();
  limits.requests_per_connection_max = 2;
  TestSite site(limits);
  TestClient client(site.port());
  client.send(std::string(get) + get + get);
  EXPECT_EQ(client.answer().status, 200);
  EXPECT_EQ(client.answer().status, 200);
  EXPECT_EQ(client.answer().status, 0);
}

TEST(ServerTest, HT15_more_than_can_wait_are_told_to_come_back) {
  auto limits = TestSite::quick_limits();
  limits.waiting_requests_max = 2;
  TestSite site(limits);
  auto const ask = [&] { return heard(site.port(), request_text("GET", "/api/slow")); };
  auto first = std::async(std::launch::async, ask), second = std::async(std::launch::async, ask);
  site.wait_for_slow_ones(2);
  auto const third = heard(site.port(), get);
  EXPECT_EQ(third.status, 503);
  EXPECT_EQ(third.rule(), "HT15");
  EXPECT_EQ(third.header("retry-after"), "1");
  site.let_slow_ones_go();
  EXPECT_EQ(first.get().status, 200);
  EXPECT_EQ(second.get().status, 200);
}

TEST(ServerTest, HT15_what_is_at_hand_is_answered_although_everybody_else_waits) {
  auto limits = TestSite::quick_limits();
  limits.waiting_requests_max = 1;
  TestSite site(limits);
  auto first =
      std::async(std::launch::async, [&] { return heard(site.port(), request_text("GET", "/api/slow")); });
  site.wait_for_slow_ones(1);
  EXPECT_EQ(heard(site.port(), get).status, 503);
  auto const at_hand = heard(site.port(), request_text("GET", "/api/at-hand"));
  EXPECT_EQ(at_hand.status, 200);
  EXPECT_EQ(at_hand.body, "{}");
  site.let_slow_ones_go();
  EXPECT_EQ(first.get().status, 200);
}

TEST(ServerTest, HT18_a_fault_is_logged_and_not_explained_outside) {
  TestSite site;
  auto const said = heard(site.port(), request_text("GET", "/api/broken"));
  EXPECT_EQ(said.status, 503);
  EXPECT_EQ(said.rule(), "HT18");
  EXPECT_EQ(said.body.find("fire"), std::string::npos);
  EXPECT_EQ(site.faults, (std::vector<std::string>{"fault in GET /api/broken: the disk is on fire"}));
}

TEST(ServerTest, stopping_lets_answers_under_way_finish) {
  TestSite site;
  auto asked =
      std::async(std::launch::async, [&] { return heard(site.port(), request_text("GET", "/api/slow")); });
  site.wait_for_slow_ones(1);
  auto stopped = std::async(std::launch::async, [&] { site.server.stop(); });
  site.let_slow_ones_go();
  EXPECT_EQ(asked.get().status, 200);
  stopped.get();
  EXPECT_THROW(TestClient late(site.port()), std::runtime_error);
}

TEST(ServerTest, a_signal_ends_the_wait_also_when_it_came_before_anybody_waited) {
  for (int const signal : {SIGINT, SIGTERM}) {
    TestSite site;
    site.server.heed_signals();
    std::raise(signal);
    site.server.wait();
    EXPECT_EQ(heard(site.port(), get).status, 200) << "and what is under way can still end";
  }
}

TEST(ServerTest, an_address_that_is_taken_is_a_fault_that_says_so) {
  TestSite site;
  try {
    Server second({.port = site.port(), .clock = [] { return Instant{}; }}, site.site);
    FAIL() << "two servers on one port";
  } catch (std::runtime_error const& fault) {
    EXPECT_NE(std::string(fault.what()).find(std::to_string(site.port())), std::string::npos) << fault.what();
  }
}

TEST(ServerTest, HT2_only_the_trusted_proxy_is_believed_about_who_asks) {
  struct Echo final : Application {
    Admission admit(Request&) override { return Admitted{0}; }
    Answer answer(Request request) override { return ok_json(request.address); }
    void dress(Answer&) override {}
  } echo;
  auto const ask = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.9.9.9, 192.0.2.1\r\n\r\n";
  for (auto const& [proxy, address] : {std::pair("127.0.0.1", "192.0.2.1"), std::pair("", "127.0.0.1")}) {
    Server server({.port = 0, .trusted_proxy = proxy, .clock = [] { return Instant{}; }}, echo);
    server.start();
    EXPECT_EQ(heard(server.port(), ask).body, address) << proxy;
  }
}

}  // namespace
}  // namespace kith::http
