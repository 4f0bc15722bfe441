#include "http/static_files.hpp"

#include <gtest/gtest.h>

#include "http/target.hpp"

namespace kith::http {
namespace {

constexpr EmbeddedFile files[] = {
    {"/index.html", "aaaa", "plain page", "br page", "gzip page"},
    {"/assets/app-1a2b.js", "bbbb", "plain script", "br script", "gzip script"},
    {"/assets/font-3c4d.woff2", "cccc", "font", "", ""},
    {"/sw.js", "dddd", "worker", "", ""},
    {"/kith.wasm", "eeee", "module", "", ""},
};

Request asking(std::string_view target, std::string accept = "") {
  Request request;
  request.method = "GET";
  EXPECT_TRUE(read_target(target, request)) << target;
  if (!accept.empty()) request.headers = {{"accept-encoding", std::move(accept)}};
  return request;
}

TEST(StaticFilesTest, HT16_a_file_is_found_by_exactly_its_name) {
  struct Case {
    char const* sentence;
    std::string target, type, cache, body;
  };
  Case const cases[] = {
      {"a hashed name never changes", "/assets/app-1a2b.js", "text/javascript; charset=utf-8",
       "public, max-age=31536000, immutable", "plain script"},
      {"the service worker is asked for each time", "/sw.js", "text/javascript; charset=utf-8", "no-cache",
       "worker"},
      {"WebAssembly has its own type", "/kith.wasm", "application/wasm", "no-cache", "module"},
      {"the root is the page", "/", "text/html; charset=utf-8", "no-cache", "plain page"},
      {"a path of the app is the page", "/people/7/plan", "text/html; charset=utf-8", "no-cache",
       "plain page"},
      {"a query does not matter", "/sw.js?v=2", "text/javascript; charset=utf-8", "no-cache", "worker"},
  };
  StaticFiles const served(files);
  auto const header = [](Answer const& answer, std::string_view name) {
    return first_of(answer.headers, name);
  };
  for (auto const& [sentence, target, type, cache, body] : cases) {
    auto const answer = served.find(asking(target));
    ASSERT_TRUE(answer) << sentence;
    EXPECT_EQ(header(*answer, "Content-Type"), type) << sentence;
    EXPECT_EQ(header(*answer, "Cache-Control"), cache) << sentence;
    EXPECT_EQ(bytes_of(*answer), body) << sentence;
  }
}

TEST(StaticFilesTest, HT16_an_unknown_name_with_an_ending_or_under_another_root_is_no_page) {
  StaticFiles const served(files);
  for (auto const* target : {"/favicon.ico", "/assets/app-ffff.js", "/assets", "/api/records",
                             "/fhir/R4/Patient", "/oruk/v3/services", "/tiles/1/2/3", "/people/photo.png"}) {
    EXPECT_FALSE(served.find(asking(target))) << target;
  }
}

TEST(StaticFilesTest, HT12_the_smallest_form_that_the_browser_takes) {
  struct Case {
    char const* sentence;
    std::string accept, coding, etag, body;
  };
  Case const cases[] = {
      {"nothing said", "", "", "\"bbbb\"", "plain script"},
      {"both", "gzip, deflate, br", "br", "\"bbbb-br\"", "br script"},
      {"only gzip", "gzip", "gzip", "\"bbbb-gzip\"", "gzip script"},
      {"Brotli is not wanted", "br;q=0, gzip", "gzip", "\"bbbb-gzip\"", "gzip script"},
      {"with weights", "gzip;q=0.5, br;q=0.8", "br", "\"bbbb-br\"", "br script"},
      {"something unknown", "zstd", "", "\"bbbb\"", "plain script"},
  };
  StaticFiles const served(files);
  for (auto const& [sentence, accept, coding, etag, body] : cases) {
    auto const answer = *served.find(asking("/assets/app-1a2b.js", accept));
    EXPECT_EQ(first_of(answer.headers, "Content-Encoding"), coding) << sentence;
    EXPECT_EQ(first_of(answer.headers, "ETag"), etag) << sentence;
    EXPECT_EQ(first_of(answer.headers, "Vary"), "Accept-Encoding") << sentence;
    EXPECT_EQ(bytes_of(answer), body) << sentence;
  }
}

TEST(StaticFilesTest, a_font_is_sent_as_it_is) {
  StaticFiles const served(files);
  auto const answer = *served.find(asking("/assets/font-3c4d.woff2", "br, gzip"));
  EXPECT_EQ(first_of(answer.headers, "Content-Encoding"), "");
  EXPECT_EQ(bytes_of(answer), "font");
}

TEST(StaticFilesTest, HT16_without_a_web_build_the_page_says_so) {
  StaticFiles const none({});
  auto const answer = none.find(asking("/"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 404);
  EXPECT_NE(bytes_of(*answer).find("HT16"), std::string_view::npos);
}

// test_data/embedded is put into this test program by kith_embed, as the web app is into kith.
TEST(StaticFilesTest, a_folder_is_embedded_with_its_compressed_forms) {
  StaticFiles const served(embedded_files());
  auto const plain = served.find(asking("/"));
  ASSERT_TRUE(plain);
  EXPECT_TRUE(bytes_of(*plain).starts_with("<!doctype html>")) << bytes_of(*plain);
  auto const brotli = served.find(asking("/", "br")), gzip = served.find(asking("/", "gzip"));
  EXPECT_LT(bytes_of(*brotli).size(), bytes_of(*gzip).size());
  EXPECT_LT(bytes_of(*gzip).size(), bytes_of(*plain).size());
  EXPECT_TRUE(bytes_of(*gzip).starts_with("\x1f\x8b"));
  auto const tiny = served.find(asking("/assets/tiny.txt", "br, gzip"));
  ASSERT_TRUE(tiny);
  EXPECT_EQ(bytes_of(*tiny), "a") << "what compression would make larger stays plain";
}

}  // namespace
}  // namespace kith::http
