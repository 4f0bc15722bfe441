#include "http/live.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "http/test_client.hpp"
#include "http/test_site.hpp"

namespace kith::http {
namespace {

using Do = LiveStep::Do;
constexpr Instant noon{1'000'000};
constexpr Instant after(std::int64_t ms) { return {noon.ms + ms}; }

Subscription watching(std::string record, std::uint64_t account = 1, std::optional<Instant> ends = {}) {
  Subscription subscription;
  subscription.record = std::move(record);
  subscription.reader.account = AccountId{account, account};
  subscription.reader.session[0] = static_cast<std::uint8_t>(account);
  subscription.ends_at = ends;
  return subscription;
}

TEST(LiveStreamTest, HT14_many_nudges_are_one_changed) {
  LiveStream stream(watching("r"), noon, 15'000);
  EXPECT_EQ(stream.step(noon).what, Do::wait);
  for (int n = 0; n < 1000; ++n) stream.nudge();
  EXPECT_EQ(stream.step(noon).what, Do::say_changed);
  EXPECT_EQ(stream.step(noon).what, Do::wait);
}

TEST(LiveStreamTest, HT14_what_changes_while_changed_is_being_sent_is_said_again) {
  LiveStream stream(watching("r"), noon, 15'000);
  stream.nudge();
  ASSERT_EQ(stream.step(noon).what, Do::say_changed);
  stream.nudge();
  EXPECT_EQ(stream.step(noon).what, Do::say_changed);
}

TEST(LiveStreamTest, HT14_a_heartbeat_comes_when_nothing_was_said_for_its_span) {
  LiveStream stream(watching("r"), noon, 15'000);
  EXPECT_EQ(stream.step(noon).wait_ms, 15'000);
  EXPECT_EQ(stream.step(after(14'999)).wait_ms, 1);
  EXPECT_EQ(stream.step(after(15'000)).what, Do::say_heartbeat);
  EXPECT_EQ(stream.step(after(15'000)).wait_ms, 15'000);
  stream.nudge();
  EXPECT_EQ(stream.step(after(20'000)).what, Do::say_changed);
  EXPECT_EQ(stream.step(after(20'000)).wait_ms, 15'000) << "a change is as good as a heartbeat";
}

TEST(LiveStreamTest, HT14_a_clock_set_back_does_not_silence_the_heartbeat) {
  LiveStream stream(watching("r"), noon, 15'000);
  EXPECT_EQ(stream.step(after(-day_ms)).wait_ms, 15'000);
}

TEST(LiveStreamTest, HT14_it_ends_with_its_grant_and_says_nothing_after) {
  LiveStream stream(watching("r", 1, after(7'000)), noon, 15'000);
  EXPECT_EQ(stream.step(noon).wait_ms, 7'000);
  stream.nudge();
  EXPECT_EQ(stream.step(after(7'000)).what, Do::end);
  LiveStream ended(watching("r"), noon, 15'000);
  ended.nudge();
  ended.end();
  EXPECT_EQ(ended.step(noon).what, Do::end);
}

TEST(LiveStreamTest, HT14_waking_happens_once_for_many_nudges) {
  LiveStream stream(watching("r"), noon, 15'000);
  int woken = 0;
  stream.on_wake([&] { ++woken; });
  stream.nudge();
  stream.nudge();
  EXPECT_EQ(woken, 1);
  stream.step(noon);
  stream.nudge();
  EXPECT_EQ(woken, 2);
}

class LiveHubTest : public testing::Test {
 protected:
  std::shared_ptr<LiveStream> open(Subscription subscription) {
    auto opened = hub.subscribe(std::move(subscription));
    auto* const stream = std::get_if<std::shared_ptr<LiveStream>>(&opened);
    return stream ? *stream : nullptr;
  }
  static bool says_changed(LiveStream& stream) { return stream.step(noon).what == Do::say_changed; }

  LiveHub hub{[] { return noon; }, {.live_streams_max = 10, .live_streams_per_session_max = 3}};
};

TEST_F(LiveHubTest, HT14_only_readers_of_the_record_whom_it_concerns_are_nudged) {
  auto const amina = open(watching("r", 1)), ben = open(watching("r", 2)), other = open(watching("other", 1));
  hub.changed("r", [](Subscription const& watched) { return watched.reader.account == AccountId{1, 1}; });
  EXPECT_TRUE(says_changed(*amina));
  EXPECT_FALSE(says_changed(*ben));
  EXPECT_FALSE(says_changed(*other));
}

TEST_F(LiveHubTest, HT13_streams_are_bounded_per_session_and_altogether) {
  std::vector<std::shared_ptr<LiveStream>> kept;
  for (int n = 0; n < 3; ++n) kept.push_back(open(watching("r", 1)));
  EXPECT_EQ(open(watching("r", 1)), nullptr) << "a fourth of one session";
  for (std::uint64_t n = 2; kept.size() < 10; ++n) kept.push_back(open(watching("r", n)));
  EXPECT_EQ(open(watching("r", 99)), nullptr) << "an eleventh altogether";
  kept.front().reset();
  EXPECT_NE(open(watching("r", 99)), nullptr) << "a closed one makes room";
  EXPECT_EQ(hub.size(), 9);
}

TEST_F(LiveHubTest, AC7_streams_of_a_session_that_ended_are_ended) {
  auto const amina = open(watching("r", 1)), ben = open(watching("r", 2));
  hub.end([](Subscription const& watched) { return watched.reader.account == AccountId{1, 1}; });
  EXPECT_EQ(amina->step(noon).what, Do::end);
  EXPECT_EQ(ben->step(noon).what, Do::wait);
}

TEST_F(LiveHubTest, a_filter_may_use_the_hub_and_streams_may_come_and_go_meanwhile) {
  auto const stays = open(watching("r", 1));
  std::thread comings([this] {
    for (int n = 0; n < 500; ++n) open(watching("r", 2));
  });
  for (int n = 0; n < 500; ++n) hub.changed("r", [&](Subscription const&) { return hub.size() > 0; });
  comings.join();
  EXPECT_TRUE(says_changed(*stays));
}

constexpr auto ask = "GET /api/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

Limits beating() {
  auto limits = TestSite::quick_limits();
  limits.heartbeat_ms = 50;
  return limits;
}

void everybody(TestSite& site) {
  site.hub.changed("record-1", [](Subscription const&) { return true; });
}

TEST(LiveServedTest, HT14_a_browser_is_told_changed_and_nothing_else) {
  TestSite site;
  TestClient browser(site.port());
  browser.send(ask);
  auto const head = browser.read_until("\r\n\r\n");
  EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos) << head;
  EXPECT_NE(head.find("Cache-Control: no-store\r\n"), std::string::npos) << head;
  for (int n = 0; n < 20; ++n) {
    everybody(site);
    EXPECT_EQ(browser.read_until("\n\n"), "event: changed\ndata:\n\n") << n;
  }
}

TEST(LiveServedTest, HT14_a_heartbeat_is_a_comment) {
  TestSite site(beating());
  TestClient browser(site.port());
  browser.send(ask);
  browser.read_until("\r\n\r\n");
  site.set_clock({site.hub.now().ms + 60});
  EXPECT_EQ(browser.read_until("\n\n"), ":\n\n");
}

TEST(LiveServedTest, HT14_it_is_closed_when_the_grant_ends) {
  TestSite site(beating());
  TestClient browser(site.port());
  browser.send(ask);
  browser.read_until("\r\n\r\n");
  site.set_clock({site.hub.now().ms + hour_ms});
  EXPECT_TRUE(browser.is_closed());
}

TEST(LiveServedTest, HT13_a_closed_tab_gives_its_place_back_at_once) {
  auto limits = TestSite::quick_limits();
  limits.live_streams_per_session_max = 1;
  TestSite site(limits);
  for (int n = 0; n < 20; ++n) {
    TestClient browser(site.port());
    browser.send(ask);
    ASSERT_NE(browser.read_until("\r\n\r\n").find("200 OK"), std::string::npos) << n;
    browser.break_off();
    while (site.hub.size() > 0) std::this_thread::yield();
  }
  TestClient first(site.port());
  first.send(ask);
  first.read_until("\r\n\r\n");
  EXPECT_EQ(heard(site.port(), ask).rule(), "HT13");
}

TEST(LiveServedTest, HT14_a_reader_that_reads_nothing_does_not_hold_up_the_others) {
  auto limits = TestSite::quick_limits();
  limits.write_ms_max = 200;
  TestSite site(limits);
  TestClient sleeper(site.port()), browser(site.port());
  for (auto* client : {&sleeper, &browser}) {
    client->send(ask);
    client->read_until("\r\n\r\n");
  }
  for (int n = 0; n < 2000; ++n) {
    everybody(site);
    ASSERT_EQ(browser.read_until("\n\n"), "event: changed\ndata:\n\n") << n;
  }
}

TEST(LiveServedTest, a_stopping_server_ends_its_streams) {
  TestSite site;
  TestClient browser(site.port());
  browser.send(ask);
  browser.read_until("\r\n\r\n");
  site.server.stop();
  EXPECT_TRUE(browser.is_closed());
}

}  // namespace
}  // namespace kith::http
