#include "http/target.hpp"

#include <gtest/gtest.h>

#include "http/limits.hpp"

namespace kith::http {
namespace {

using Segments = std::vector<std::string>;

TEST(TargetTest, a_path_is_cut_and_decoded_once) {
  struct Case {
    char const* sentence;
    std::string target;
    Segments segments;
    Texts query;
  };
  Case const cases[] = {
      {"the root has no segments", "/", {}, {}},
      {"two segments", "/api/records", {"api", "records"}, {}},
      {"a slash at the end is an empty segment", "/api/", {"api", ""}, {}},
      {"letters of any script", "/%C5%B4yn", {"Ŵyn"}, {}},
      {"decoded once and not twice", "/%2541", {"%41"}, {}},
      {"a plus in a path is a plus", "/a+b", {"a+b"}, {}},
      {"a query", "/a?style=one-page&as=html", {"a"}, {{"style", "one-page"}, {"as", "html"}}},
      {"a plus in a query is a space", "/a?q=a+b%2B", {"a"}, {{"q", "a b+"}}},
      {"a name without value, and nothing between two signs", "/a?x&&y=", {"a"}, {{"x", ""}, {"y", ""}}},
      {"the same name twice keeps both", "/a?d=1&d=2", {"a"}, {{"d", "1"}, {"d", "2"}}},
      {"a second question mark belongs to the value", "/a?q=?", {"a"}, {{"q", "?"}}},
  };
  for (auto const& [sentence, target, segments, query] : cases) {
    Request request;
    EXPECT_TRUE(read_target(target, request)) << sentence;
    EXPECT_EQ(request.segments, segments) << sentence;
    EXPECT_EQ(request.query, query) << sentence;
    EXPECT_EQ(request.path, target.substr(0, target.find('?'))) << sentence;
  }
}

TEST(TargetTest, HT3_what_could_mean_two_things_is_unreadable) {
  std::pair<char const*, std::string> const cases[] = {
      {"no slash in front", "api"},
      {"nothing at all", ""},
      {"an address of another server", "http://example.org/"},
      {"an asterisk", "*"},
      {"a dot segment", "/api/../etc"},
      {"a single dot", "/api/./records"},
      {"a dot segment in disguise", "/api/%2e%2E/etc"},
      {"an encoded slash", "/api/a%2Fb"},
      {"an encoded backslash", "/api/a%5cb"},
      {"a backslash", "/api\\..\\etc"},
      {"a NUL", "/api/a%00b"},
      {"a line break", "/api/a%0d%0aSet-Cookie:b"},
      {"broken UTF-8", "/%ff%fe"},
      {"half an escape", "/a%4"},
      {"an escape that is none", "/a%zz"},
      {"a broken escape in the query", "/a?q=%"},
      {"a NUL in the query", "/a?q=%00"},
      {"too many segments",
       [] {
         std::string path;
         for (std::size_t n = 0; n <= path_segments_max; ++n) path += "/a";
         return path;
       }()},
      {"too many pairs",
       [] {
         std::string target = "/a?";
         for (std::size_t n = 0; n <= query_pairs_max; ++n) target += "q=1&";
         return target;
       }()},
  };
  for (auto const& [sentence, target] : cases) {
    Request request;
    EXPECT_FALSE(read_target(target, request)) << sentence;
  }
}

TEST(TargetTest, cookies_are_read_and_what_is_none_is_skipped) {
  Request request;
  request.headers = {{"cookie", "kith=abc; other = x ;nonsense; a=b=c"}, {"cookie", "second=2"}};
  read_cookies(request);
  EXPECT_EQ(request.cookie("kith"), "abc");
  EXPECT_EQ(request.cookie("a"), "b=c");
  EXPECT_EQ(request.cookie("second"), "2");
  EXPECT_EQ(request.cookie("nonsense"), "");
}

TEST(TargetTest, so_many_cookies_are_read_and_no_more) {
  Request request;
  std::string many;
  for (std::size_t n = 0; n < cookies_max; ++n) many += "c" + std::to_string(n) + "=1; ";
  request.headers = {{"cookie", many + "kith=abc"}};
  read_cookies(request);
  EXPECT_EQ(request.cookies.size(), cookies_max);
  EXPECT_EQ(request.cookie("kith"), "");
}

}  // namespace
}  // namespace kith::http
