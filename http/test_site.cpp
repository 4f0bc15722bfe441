#include "http/test_site.hpp"

#include <stdexcept>

#include "http/problem.hpp"

namespace kith::http {
namespace {

constexpr EmbeddedFile test_files[] = {
    {"/index.html", "aaaa", "<!doctype html><title>Kith</title>", "brotli page", "gzip page"},
    {"/assets/app-1a2b.js", "bbbb", "plain script", "br script", ""},
    {"/sw.js", "cccc", "service worker", "", ""},
};

Answer thing(Request const& request) {
  return ok_json("{\"id\":\"" + request.named.at("id") + "\"}").with("ETag", "\"v1\"");
}

Answer echo(Request const& request) { return ok_json(request.body); }

Answer broken(Request const&) { throw std::runtime_error("the disk is on fire"); }

std::optional<identity::SignedIn> known(std::string_view token, bool) {
  return token == "amina" ? std::optional(TestSite::amina()) : std::nullopt;
}

}  // namespace

identity::SignedIn TestSite::amina() {
  identity::SignedIn who;
  who.account = AccountId{1, 1};
  who.display_name = "Amina";
  return who;
}

Limits TestSite::quick_limits() {
  Limits limits;
  limits.header_ms_max = 300;
  limits.body_ms_max = 300;
  limits.idle_ms_max = 300;
  limits.linger_ms_max = 300;
  limits.stop_ms_max = 2000;
  return limits;
}

TestSite::TestSite(Limits limits_, Door door)
    : limits(limits_),
      hub([this] { return clock(); }, limits),
      files(test_files),
      site(std::move(door), routes(), files, known, metrics),
      server({.port = 0,
              .limits = limits,
              .clock = [this] { return clock(); },
              .log =
                  [this](std::string_view line) {
                    std::lock_guard const lock(mutex);
                    faults.emplace_back(line);
                  }},
             site) {
  server.start();
}

TestSite::~TestSite() {
  let_slow_ones_go();
  server.stop();
}

Router TestSite::routes() {
  Router router;
  router.add({
      {.method = "GET",
       .path = "/api/things/{id}",
       .summary = "One thing.",
       .who = Who::anyone,
       .says = {},
       .handler = thing},
      {.method = "POST",
       .path = "/api/things",
       .summary = "Echo.",
       .who = Who::anyone,
       .takes = json_of("", 1000),
       .says = {},
       .handler = echo},
      {.method = "GET",
       .path = "/api/private",
       .summary = "For one.",
       .says = {},
       .handler = [](Request const& request) { return ok_json('"' + request.caller->display_name + '"'); }},
      {.method = "DELETE",
       .path = "/api/private",
       .summary = "Take it away.",
       .says = {},
       .handler = [](Request const&) { return no_content(); }},
      {.method = "GET",
       .path = "/api/broken",
       .summary = "A fault.",
       .who = Who::anyone,
       .says = {},
       .handler = broken},
      {.method = "GET",
       .path = "/api/slow",
       .summary = "Waits.",
       .who = Who::anyone,
       .says = {},
       .handler = [this](Request const&) { return slow(); }},
      {.method = "GET",
       .path = "/api/at-hand",
       .summary = "Answered from memory.",
       .who = Who::anyone,
       .says = {},
       .handler = [](Request const&) { return ok_json(std::make_shared<std::string const>("{}")); },
       .at_hand = [](Request const&) { return true; }},
      {.method = "GET",
       .path = "/api/live",
       .summary = "A stream.",
       .who = Who::anyone,
       .says = {},
       .handler =
           [this](Request const&) {
             auto stream = hub.subscribe({"record-1", amina(), Instant{hub.now().ms + hour_ms}});
             auto* const refused = std::get_if<Refusal>(&stream);
             return refused ? problem(503, *refused) : ok_live(std::get<std::shared_ptr<LiveStream>>(stream));
           }},
  });
  return router;
}

Instant TestSite::clock() {
  std::lock_guard const lock(mutex);
  return now;
}

void TestSite::set_clock(Instant instant) {
  std::lock_guard const lock(mutex);
  now = instant;
}

Answer TestSite::slow() {
  std::unique_lock lock(mutex);
  ++slow_ones;
  moved.notify_all();
  moved.wait(lock, [this] { return slow_may_go; });
  return ok_json("\"slow\"");
}

void TestSite::wait_for_slow_ones(int count) {
  std::unique_lock lock(mutex);
  moved.wait(lock, [&] { return slow_ones >= count; });
}

void TestSite::let_slow_ones_go() {
  std::lock_guard const lock(mutex);
  slow_may_go = true;
  moved.notify_all();
}

}  // namespace kith::http
