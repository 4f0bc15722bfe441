#include "core/ideas/service.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kith::ideas {
namespace {

TEST(Service, ID2_the_same_feed_and_external_id_always_make_the_same_id) {
  // Pinned: if this changes, every installation gets every service twice at its next import.
  EXPECT_EQ(text_of(service_id_of("trafford", "42")), "0fdabcfa-700c-803c-8621-8d57e5bd4d68");
  EXPECT_EQ(service_id_of("trafford", "42"), service_id_of("trafford", "42"));
}

TEST(Service, ID2_another_feed_or_id_makes_another_id) {
  std::set<ServiceId> ids;
  for (auto const& [source, external] :
       {std::pair{"a", "bc"}, {"ab", "c"}, {"abc", ""}, {"", "abc"}, {"a", "b"}}) {
    ids.insert(service_id_of(source, external));
  }
  EXPECT_EQ(ids.size(), 5u);
}

TEST(Service, ID2_an_id_is_a_version_8_uuid_that_reads_back) {
  auto const id = service_id_of("trafford", "42");
  auto const text = text_of(id);
  EXPECT_EQ(text[14], '8');
  EXPECT_TRUE(std::string_view("89ab").find(text[19]) != std::string_view::npos);
  EXPECT_EQ(parse_id<ServiceId>(text), id);
}

TEST(Service, ID4_a_phone_number_becomes_dialable_or_nothing) {
  struct Case {
    char const* sentence;
    char const* phone;
    char const* dial;
  };
  Case const cases[] = {
      {"spaces", "0161 832 3736", "+441618323736"},
      {"the inside 0", "+44 (0)161 832 3736", "+441618323736"},
      {"already international", "+1 (202) 540-9862", "+12025409862"},
      {"a free number", "0808 157 0123", "+448081570123"},
      {"a short code", "116 123", "116123"},
      {"111", "111", "111"},
      {"a label before", "Tel: 01632 960123", "+441632960123"},
      {"an extension after", "01632 960123 ext 4", "+441632960123"},
      {"two numbers: the first", "01632 960123 / 01632 960124", "+441632960123"},
      {"zeros only", "00000 000000", ""},
      {"too short", "0161", ""},
      {"too long", "+4412345678901234567", ""},
      {"words", "ask at the desk", ""},
      {"a plus alone", "+", ""},
      {"nothing", "", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(dial_text(c.phone), c.dial) << c.sentence;
}

}  // namespace
}  // namespace kith::ideas
